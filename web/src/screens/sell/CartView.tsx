import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { tSell } from "../../text/sell";
import { fromPesewas, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { Empty } from "../../ui/StateOf";
import { type Line, priceOf } from "./cart";
import classes from "./sell.module.css";
import type { Till } from "./useTill";

const Terms = lazy(() => import("./Terms"));

export function CartView({ till, onPay }: { till: Till; onPay: () => void }) {
  const { lines, total } = till;
  return (
    <Section
      title={tSell.cart}
      action={
        lines.length > 0 ? (
          <Button size="compact-sm" variant="subtle" onClick={till.start}>
            {tSell.clear}
          </Button>
        ) : null
      }
    >
      {lines.length === 0 ? <Empty>{tSell.empty}</Empty> : null}
      <div>
        {lines.map((line) => (
          <CartLine key={line.product.id} line={line} till={till} />
        ))}
      </div>
      {lines.length > 0 ? (
        <Stack gap="sm" className={classes.foot ?? ""}>
          <Suspense>
            <Terms till={till} />
          </Suspense>
          <Group justify="space-between">
            <Text>{tSell.total}</Text>
            <Text fz="xl" fw={700} aria-live="polite">
              {money(fromPesewas(total))}
            </Text>
          </Group>
          <Button fullWidth size="lg" onClick={onPay} disabled={till.storefrontId === ""}>
            {tSell.pay(money(fromPesewas(total)))}
          </Button>
        </Stack>
      ) : null}
    </Section>
  );
}

function CartLine({ line: { product, quantity }, till }: { line: Line; till: Till }) {
  const price = priceOf(product, till.tier);
  return (
    <div className={classes.line}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text>{product.name}</Text>
        <Text fw={600} miw="max-content">
          {money(fromPesewas(Math.round(price * quantity)))}
        </Text>
      </Group>
      <Group justify="space-between" mt={4}>
        <Text size="sm" c="dimmed">
          {tSell.each(money(fromPesewas(price)))}
        </Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={quantity > 1 ? tSell.less(product.name) : tSell.removeOf(product.name)}
            onClick={() => till.setQuantity(product.id, quantity - 1)}
          >
            <IconMinus size={16} />
          </ActionIcon>
          <Quantity
            key={quantity}
            line={{ product, quantity }}
            onChange={(wanted) => till.setQuantity(product.id, wanted)}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={tSell.moreOf(product.name)}
            onClick={() => till.setQuantity(product.id, quantity + 1)}
          >
            <IconPlus size={16} />
          </ActionIcon>
        </Group>
      </Group>
    </div>
  );
}

/** A typed quantity counts once the field is left. */
function Quantity({ line: { product, quantity }, onChange }: { line: Line; onChange: (quantity: number) => void }) {
  return (
    <TextInput
      aria-label={tSell.quantityOf(product.name)}
      size="sm"
      w={64}
      inputMode="decimal"
      defaultValue={quantity}
      onBlur={(event) => {
        const wanted = Number(event.currentTarget.value.replace(",", "."));
        if (wanted > 0 && wanted !== quantity) onChange(wanted);
        else event.currentTarget.value = String(quantity);
      }}
    />
  );
}
