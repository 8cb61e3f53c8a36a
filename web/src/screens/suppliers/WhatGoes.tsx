import { Group, NativeSelect, NumberInput, Select, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { storefronts } from "../../api/accounts";
import { products } from "../../api/stock";
import { useStorefront } from "../../app/session";
import { tSuppliers } from "../../text/suppliers";
import { count } from "../../ui/format";
import type { Good } from "./goods";
import type { What } from "./SendBack";

const words = tSuppliers.back;

interface OfDeliveryProps {
  goods: readonly Good[];
  onChange: (lines: What["lines"]) => void;
}

/** How many of each product of a delivery go back. */
export function OfDelivery({ goods, onChange }: OfDeliveryProps) {
  const [units, setUnits] = useState<Readonly<Record<string, string | number>>>({});
  if (goods.length === 0) return <Text>{words.all}</Text>;
  const change = (id: string, value: string | number) => {
    const next = { ...units, [id]: value };
    setUnits(next);
    onChange(
      Object.entries(next)
        .filter(([, quantity]) => Number(quantity) > 0)
        .map(([product_id, quantity]) => ({ product_id, quantity: String(quantity) })),
    );
  };
  return (
    <Stack gap="xs" role="group" aria-label={words.quantity}>
      <Text fw={500}>{words.quantity}</Text>
      {goods.map(({ id, name, left }) => (
        <Group key={id} wrap="nowrap" gap="sm">
          <NumberInput
            aria-label={name}
            min={0}
            max={left}
            decimalScale={3}
            hideControls
            w={90}
            value={units[id] ?? ""}
            onChange={(value) => change(id, value)}
          />
          <Text>
            {words.left(count(left))} <b>{name}</b>
          </Text>
        </Group>
      ))}
    </Stack>
  );
}

/** Goods of which no delivery is known. */
export function OfStock({ onChange }: { onChange: (what: What) => void }) {
  const shops = useQuery(storefronts()).data?.results ?? [];
  const chosen = useStorefront();
  const [place, setPlace] = useState("");
  const [product, setProduct] = useState<string | null>(null);
  const [units, setUnits] = useState<string | number>("");
  const [cost, setCost] = useState<string | number>("");
  const here = place || chosen || (shops[0]?.id ?? "");
  const tell = (next: { place?: string; product?: string | null; units?: string | number; cost?: string | number }) => {
    const now = { place: here, product, units, cost, ...next };
    const line = { quantity: String(now.units), ...(now.cost === "" ? {} : { unit_cost: String(now.cost) }) };
    const isWhole = now.product !== null && Number(now.units) > 0;
    onChange({ storefront_id: now.place, lines: isWhole && now.product ? [{ product_id: now.product, ...line }] : [] });
  };
  return (
    <Group align="flex-start">
      {shops.length > 1 ? (
        <NativeSelect
          label={words.storefront}
          size="md"
          data={shops.map(({ id, name }) => ({ value: id, label: name }))}
          value={here}
          onChange={({ currentTarget: { value } }) => {
            setPlace(value);
            tell({ place: value });
          }}
        />
      ) : null}
      <ProductChoice
        chosen={product}
        onChoose={(id) => {
          setProduct(id);
          tell({ product: id });
        }}
      />
      <NumberInput
        label={words.quantity}
        min={0}
        decimalScale={3}
        hideControls
        w={160}
        value={units}
        onChange={(value) => {
          setUnits(value);
          tell({ units: value });
        }}
      />
      <NumberInput
        label={words.cost}
        description={words.costNote}
        min={0}
        decimalScale={2}
        hideControls
        w={240}
        value={cost}
        onChange={(value) => {
          setCost(value);
          tell({ cost: value });
        }}
      />
    </Group>
  );
}

function ProductChoice({ chosen, onChoose }: { chosen: string | null; onChoose: (id: string | null) => void }) {
  const [typed, setTyped] = useState("");
  const [name, setName] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const found = useQuery(products(search === name ? "" : search, 1)).data?.results ?? [];
  const shown = found.map((each) => ({ value: each.id, label: each.name }));
  const data =
    chosen && !shown.some(({ value }) => value === chosen) ? [{ value: chosen, label: name }, ...shown] : shown;
  return (
    <Select
      label={words.product}
      placeholder={words.productFind}
      searchable
      required
      w={280}
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage={words.productNone}
      value={chosen}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => {
        setName(option?.label ?? "");
        onChoose(id);
      }}
    />
  );
}
