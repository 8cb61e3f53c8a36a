/** What of a delivery can still go back, by product. */
import type { Delivery, SentBack } from "../../api/suppliers";

export interface Good {
  id: string;
  name: string;
  left: number;
}

type Came = Pick<Delivery, "id"> & {
  lines: readonly Pick<Delivery["lines"][number], "product_id" | "product_name" | "quantity">[];
};
type Went = Pick<SentBack, "receipt_id"> & {
  lines: readonly Pick<SentBack["lines"][number], "product_id" | "quantity">[];
};

/** Units have up to three decimals; they are added up in thousandths. */
const thousandths = (units: string): number => Math.round(Number(units) * 1000);

export function goodsOf({ id, lines }: Came, returns: readonly Went[]): Good[] {
  const left = new Map<string, { name: string; units: number }>();
  for (const { product_id, product_name, quantity } of lines) {
    const before = left.get(product_id)?.units ?? 0;
    left.set(product_id, { name: product_name ?? "", units: before + thousandths(quantity) });
  }
  for (const { product_id, quantity } of returns
    .filter(({ receipt_id }) => receipt_id === id)
    .flatMap((each) => each.lines)) {
    const good = left.get(product_id);
    if (good) good.units -= thousandths(quantity);
  }
  return [...left]
    .map(([product, { name, units }]) => ({ id: product, name, left: units / 1000 }))
    .filter((good) => good.left > 0);
}
