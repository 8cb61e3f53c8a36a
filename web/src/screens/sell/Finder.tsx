import { Group, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { understood } from "../../api/selling";
import type { Good } from "../../api/shapes";
import { tSell } from "../../text/sell";
import { count, fromPesewas, money } from "../../ui/format";
import classes from "../../ui/ui.module.css";
import { matching, priceOf, stockAt, type Tier } from "./cart";

interface Props {
  products: Good[];
  storefrontId: string;
  tier: Tier;
  onAdd: (product: Good) => void;
}

const byId = (products: Good[], ids: string[]): Good[] =>
  ids.flatMap((id) => products.filter((product) => product.id === id));

/** The search box with the cursor in it. Enter, which a scanner sends too, takes the first found. */
export function Finder({ products, storefrontId, tier, onAdd }: Props) {
  const [asked, setAsked] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const here = matching(products, asked);
  const [settled] = useDebouncedValue(asked.trim(), 250);
  const away = useQuery(understood(here.length === 0 ? settled : "", storefrontId));
  const found = here.length > 0 ? here : byId(products, away.data ?? []);
  const take = (product: Good | undefined) => {
    if (!product) return;
    onAdd(product);
    setAsked("");
    box.current?.focus();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take(found[0]);
      }}
    >
      <TextInput
        ref={box}
        label={tSell.search}
        labelProps={{ className: "visually-hidden" }}
        placeholder={tSell.placeholder}
        size="lg"
        type="search"
        autoComplete="off"
        autoFocus
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      {asked.trim() !== "" && found.length === 0 && !away.isFetching ? (
        <Text c="dimmed" py="sm" role="status">
          {tSell.none(asked.trim())}
        </Text>
      ) : null}
      {found.map((product) => (
        <UnstyledButton key={product.id} className={classes.row ?? ""} onClick={() => take(product)}>
          <Group justify="space-between" wrap="nowrap">
            <div>
              <Text>{product.name}</Text>
              <Left product={product} storefrontId={storefrontId} />
            </div>
            <Text fw={600} miw="max-content">
              {money(fromPesewas(priceOf(product, tier)))}
            </Text>
          </Group>
        </UnstyledButton>
      ))}
    </form>
  );
}

function Left({ product, storefrontId }: { product: Good; storefrontId: string }) {
  if (!product.tracks_stock) return null;
  const left = stockAt(product, storefrontId);
  return (
    <Text size="sm" c="dimmed">
      {left > 0 ? tSell.left(count(left)) : tSell.soldOut}
    </Text>
  );
}
