import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { tSell } from "../../text/sell";
import { day, fromPesewas, money } from "../../ui/format";
import { ButtonLink } from "../../ui/links";
import { Section } from "../../ui/Page";
import type { Finished } from "./useTill";

/** Sold: the change first, then the receipt and the next customer. */
export function Done({ done, onNext }: { done: Finished; onNext: () => void }) {
  const sale = "sale" in done ? done.sale : null;
  const change = "sale" in done ? done.sale.change : fromPesewas(done.change);
  return (
    <Section>
      <Stack align="flex-start" role="status">
        <Title order={2} size="h4">
          {sale ? `${tSell.sold} · ${sale.number}` : tSell.kept}
        </Title>
        <Text fz={32} fw={700} lh={1.1}>
          {Number(change) > 0 ? tSell.changeDue(money(change)) : tSell.noChange}
        </Text>
        {sale && Number(sale.open_amount) > 0 ? (
          <Text>{tSell.onAccount(money(sale.open_amount), day(sale.due_date))}</Text>
        ) : null}
        {sale ? null : <Text c="dimmed">{tSell.keptNote}</Text>}
        <Group>
          <Button size="lg" onClick={onNext} autoFocus>
            {tSell.next}
          </Button>
          {sale ? (
            <ButtonLink size="lg" variant="default" to="/sell/receipt/$saleId" params={{ saleId: sale.id }}>
              {tSell.receipt}
            </ButtonLink>
          ) : null}
        </Group>
      </Stack>
    </Section>
  );
}
