import { SimpleGrid, Text } from "@mantine/core";
import { useState } from "react";
import type { Good } from "../../api/shapes";
import { tSell } from "../../text/sell";
import { fromPesewas, money } from "../../ui/format";
import { priceOf, type Tier } from "./cart";
import { soldOften } from "./frequent";
import classes from "./sell.module.css";

interface Props {
  products: Good[];
  storefrontId: string;
  tier: Tier;
  onAdd: (product: Good) => void;
}

/** What this till sells most, to be tapped; they keep their places while a cart is filled. */
export function Often({ products, storefrontId, tier, onAdd }: Props) {
  const [shown] = useState(() => soldOften(storefrontId, products));
  if (shown.length === 0) return null;
  return (
    <SimpleGrid component="section" aria-label={tSell.often} cols={{ base: 2, sm: 3, md: 2, lg: 4 }} spacing="xs">
      {shown.map((product) => (
        <button key={product.id} type="button" className={classes.tile} onClick={() => onAdd(product)}>
          <Text size="sm" lineClamp={2} span>
            {product.name}
          </Text>
          <Text size="sm" c="dimmed" span>
            {money(fromPesewas(priceOf(product, tier)))}
          </Text>
        </button>
      ))}
    </SimpleGrid>
  );
}
