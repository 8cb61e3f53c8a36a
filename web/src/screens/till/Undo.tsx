import {
  Button,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "../../api/problem";
import { goods } from "../../api/selling";
import { exchange, type SaleDetail, takeBack, voidSale } from "../../api/tills";
import { useKey } from "../../api/useKey";
import { useSession } from "../../app/session";
import { tTills } from "../../text/tills";
import { fromPesewas, money } from "../../ui/format";
import { Section } from "../../ui/Page";
import { ProblemNote } from "../../ui/ProblemNote";
import { StateOf } from "../../ui/StateOf";
import { added, type Line, withQuantity } from "../sell/cart";
import { Finder } from "../sell/Finder";
import { type Back, chosen, dueOf, leftOf, type SoldLine } from "./undoing";
import { wayNames, ways } from "./ways";

const words = tTills.sales;
type Way = keyof typeof words.give;
const backWays = { ...ways, credit_note: { method: "credit_note" as const } };
type BackWay = keyof typeof backWays;
const backNames: { value: BackWay; label: string }[] = [...wayNames, { value: "credit_note", label: words.creditNote }];

/** Goods come back, are exchanged, or the sale is voided. */
export function Undo({ sale }: { sale: SaleDetail }) {
  const [way, setWay] = useState<Way>("return");
  const lines = sale.lines.filter((line) => leftOf(line) > 0);
  if (lines.length === 0) return <Text c="dimmed">{words.nothing}</Text>;
  return (
    <Section title={words.wrong}>
      <SegmentedControl
        aria-label={words.what}
        value={way}
        onChange={setWay}
        data={[
          { value: "return" as const, label: words.give.return },
          { value: "exchange" as const, label: words.give.exchange },
          { value: "void" as const, label: words.give.void },
        ]}
      />
      {way === "void" ? <Void sale={sale} /> : null}
      {way === "return" ? <Return sale={sale} lines={lines} /> : null}
      {way === "exchange" ? <Exchange sale={sale} lines={lines} /> : null}
    </Section>
  );
}

/** One of the three ways; what it changed is read anew. */
function useUndo<T>(go: (request: T) => Promise<{ number: string }>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: go,
    onSuccess: () => {
      for (const key of ["sales", "goods", "stock", "money", "reports", "tills"])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

function Outcome({ done, error }: { done: string | undefined; error: unknown }) {
  return (
    <>
      {done ? <Text role="status">{words.done(done)}</Text> : null}
      {error ? <ProblemNote error={error} /> : null}
    </>
  );
}

function Void({ sale }: { sale: SaleDetail }) {
  const keys = useKey();
  const [reason, setReason] = useState("");
  const undo = useUndo((why: string) => voidSale(sale.id, why, keys.of([sale.id, why])));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        undo.mutate(reason);
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed">{words.voidNote}</Text>
        <Group align="flex-end">
          <TextInput
            label={words.reason}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={undo.isPending} disabled={undo.isSuccess}>
            {words.voidGo}
          </Button>
        </Group>
        <Outcome done={undo.data?.number} error={undo.error} />
      </Stack>
    </form>
  );
}

interface Chosen {
  lines: SoldLine[];
  back: Back;
  onChange: (back: Back) => void;
}

const Quantities = ({ lines, back, onChange }: Chosen) =>
  lines.map((line) => (
    <Group key={line.id} justify="space-between">
      <Text>{line.product_name}</Text>
      <NumberInput
        aria-label={words.quantityBack(line.product_name ?? "")}
        placeholder="0"
        min={0}
        max={leftOf(line)}
        w={110}
        value={back[line.id] ?? ""}
        onChange={(quantity) => onChange({ ...back, [line.id]: quantity })}
      />
    </Group>
  ));

function Return({ sale, lines }: { sale: SaleDetail; lines: SoldLine[] }) {
  const keys = useKey();
  const [back, setBack] = useState<Back>({});
  const [method, setMethod] = useState<BackWay>("cash");
  const [restock, setRestock] = useState(true);
  const undo = useUndo(() => {
    const body = { lines: chosen(back), restock, ...backWays[method] };
    return takeBack(sale.id, body, keys.of([sale.id, body]));
  });
  const again = () => {
    keys.spent();
    setBack({});
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.returnNote}</Text>
      <Quantities lines={lines} back={back} onChange={setBack} />
      <NativeSelect
        label={words.method}
        size="md"
        maw={260}
        value={method}
        onChange={(event) =>
          setMethod(backNames.find(({ value }) => value === event.currentTarget.value)?.value ?? "cash")
        }
        data={backNames}
      />
      <Checkbox label={words.restock} checked={restock} onChange={(event) => setRestock(event.currentTarget.checked)} />
      <Group>
        <Button
          variant="default"
          loading={undo.isPending}
          disabled={chosen(back).length === 0}
          onClick={() => undo.mutate(undefined, { onSuccess: again })}
        >
          {words.returnGo}
        </Button>
      </Group>
      <Outcome done={undo.data?.number} error={undo.error} />
    </Stack>
  );
}

function Exchange({ sale, lines }: { sale: SaleDetail; lines: SoldLine[] }) {
  const business = useSession()?.businessId ?? "";
  const keys = useKey();
  const [back, setBack] = useState<Back>({});
  const [out, setOut] = useState<Line[]>([]);
  const due = dueOf(lines, back, out, sale.price_tier);
  const undo = useUndo((confirmed: boolean) => {
    const body = {
      back: chosen(back),
      lines: out.map(({ product, quantity }) => ({ product_id: product.id, quantity: String(quantity) })),
      method: "cash" as const,
      payments: due > 0 ? [{ method: "cash" as const, amount: fromPesewas(due) }] : [],
      ...(confirmed ? { confirmed } : {}),
    };
    return exchange(sale.id, body, keys.of([sale.id, body]));
  });
  const again = () => {
    keys.spent();
    setBack({});
    setOut([]);
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.exchangeNote}</Text>
      <Quantities lines={lines} back={back} onChange={setBack} />
      <Text fw={600}>{words.instead}</Text>
      <StateOf query={useQuery(goods(business))}>
        {({ products }) => (
          <Finder
            products={products}
            storefrontId={sale.storefront_id}
            tier={sale.price_tier}
            onAdd={(product) => setOut((before) => added(before, product))}
          />
        )}
      </StateOf>
      {out.map(({ product, quantity }) => (
        <Group key={product.id} justify="space-between">
          <Text>{product.name}</Text>
          <NumberInput
            aria-label={words.insteadOf(product.name)}
            min={0}
            w={110}
            value={quantity}
            onChange={(wanted) => setOut((before) => withQuantity(before, product.id, Number(wanted)))}
          />
        </Group>
      ))}
      {out.length > 0 && chosen(back).length > 0 ? (
        <Text fw={600} aria-live="polite">
          {due > 0 ? words.due(money(fromPesewas(due))) : due < 0 ? words.rest(money(fromPesewas(-due))) : words.even}
        </Text>
      ) : null}
      <Group>
        <Button
          variant="default"
          loading={undo.isPending}
          disabled={out.length === 0 || chosen(back).length === 0}
          onClick={() => undo.mutate(false, { onSuccess: again })}
        >
          {words.exchangeGo}
        </Button>
        {problemOf(undo.error).code === "confirmation_required" ? (
          <Button variant="default" onClick={() => undo.mutate(true, { onSuccess: again })}>
            {tTills.confirm}
          </Button>
        ) : null}
      </Group>
      <Outcome done={undo.data?.number} error={undo.error} />
    </Stack>
  );
}
