/** What of a sale can come back, and what an exchange comes to. Money in whole pesewas. */
import type { SaleDetail } from "../../api/tills";
import { pesewas } from "../../ui/format";
import { type Line, type Tier, totalOf } from "../sell/cart";

export type SoldLine = SaleDetail["lines"][number];
/** How many of each line come back, as typed. */
export type Back = Record<string, number | string>;

/** Units of a line that have not come back yet. */
export const leftOf = ({ quantity, returned }: Pick<SoldLine, "quantity" | "returned">): number =>
  Math.max(0, Number(quantity) - Number(returned));

export const chosen = (back: Back): { line_id: string; quantity: string }[] =>
  Object.entries(back).flatMap(([line_id, quantity]) =>
    Number(quantity) > 0 ? [{ line_id, quantity: String(quantity) }] : [],
  );

/** What is to be paid for the new goods above what came back; below zero it is given back. */
export function dueOf(sold: readonly SoldLine[], back: Back, out: readonly Line[], tier: Tier): number {
  const worth = sold.reduce((sum, line) => {
    const units = Math.min(Number(back[line.id] ?? 0), leftOf(line));
    return sum + Math.round((pesewas(line.total) * units) / Number(line.quantity));
  }, 0);
  return totalOf(out, tier, 0) - worth;
}
