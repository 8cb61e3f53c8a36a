/** The cart: what is in it, what it comes to, and how it becomes a sale. Money in whole pesewas. */
import type { Customer, Good, MoneyMethod, Network, SaleRequest } from "../../api/shapes";
import { fromPesewas, pesewas } from "../../ui/format";

export interface Line {
  product: Good;
  quantity: number;
}

export type Tier = Customer["price_tier"];

export const priceOf = ({ retail_price, wholesale_price }: Good, tier: Tier): number =>
  pesewas(tier === "wholesale" && wholesale_price !== null ? wholesale_price : retail_price);

export function added(lines: readonly Line[], product: Good): Line[] {
  return lines.some((line) => line.product.id === product.id)
    ? lines.map((line) => (line.product.id === product.id ? { ...line, quantity: line.quantity + 1 } : line))
    : [...lines, { product, quantity: 1 }];
}

/** A quantity of none takes the line out. */
export const withQuantity = (lines: readonly Line[], id: string, quantity: number): Line[] =>
  lines.flatMap((line) => (line.product.id !== id ? [line] : quantity > 0 ? [{ ...line, quantity }] : []));

const worth = (lines: readonly Line[], tier: Tier): number =>
  lines.reduce((sum, { product, quantity }) => sum + Math.round(priceOf(product, tier) * quantity), 0);

export const totalOf = (lines: readonly Line[], tier: Tier, discount: number): number =>
  Math.max(0, worth(lines, tier) - discount);

/** The largest discount, in whole pesewas: a cashier gives a tenth, as the API has it, an owner or manager all. */
export const mostDiscount = (lines: readonly Line[], tier: Tier, overriding: boolean): number =>
  Math.floor(worth(lines, tier) / (overriding ? 1 : 10));

export interface Paying {
  method: MoneyMethod | "on_account";
  /** Cash given, or paid now on account; pesewas. */
  given: number;
  network: Network;
  reference: string;
  customer: Customer | null;
}

type Payments = SaleRequest["payments"];

function paymentsOf({ method, given, network, reference }: Paying, total: number): Payments {
  const named = reference.trim() === "" ? {} : { reference: reference.trim() };
  if (method === "on_account") return given > 0 ? [{ method: "cash", amount: fromPesewas(given) }] : [];
  if (method === "cash") return total === 0 ? [] : [{ method, amount: fromPesewas(given) }];
  if (method === "mobile_money") return [{ method, amount: fromPesewas(total), network, ...named }];
  return [{ method, amount: fromPesewas(total), ...named }];
}

interface Ticket {
  clientId: string;
  storefrontId: string;
  lines: readonly Line[];
  tier: Tier;
  discount: number;
  paying: Paying;
}

/** The request for a sale. */
export function saleOf({ clientId, storefrontId, lines, tier, discount, paying }: Ticket): SaleRequest {
  return {
    client_id: clientId,
    storefront_id: storefrontId,
    lines: lines.map(({ product, quantity }) => ({ product_id: product.id, quantity: String(quantity) })),
    payments: paymentsOf(paying, totalOf(lines, tier, discount)),
    ...(paying.customer ? { customer_id: paying.customer.id } : {}),
    ...(discount > 0 ? { discount: fromPesewas(discount) } : {}),
    ...(tier === (paying.customer?.price_tier ?? "retail") ? {} : { price_tier: tier }),
  };
}

/** What still keeps the sale from being finished; empty when nothing does. */
export function obstacle(paying: Paying, total: number): "" | "short" | "customer" {
  if (paying.method === "on_account") return paying.customer ? "" : "customer";
  return paying.method === "cash" && paying.given < total ? "short" : "";
}

const plain = (text: string): string => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

/** The goods that a typed or scanned text means: an exact code first, then names with all its words. */
export function matching(products: readonly Good[], asked: string, most = 8): Good[] {
  const text = plain(asked.trim());
  if (text === "") return [];
  const exact = products.filter(({ barcode, sku }) => plain(barcode) === text || plain(sku) === text);
  if (exact.length > 0) return exact.slice(0, most);
  const words = text.split(/\s+/);
  const found = products.filter(({ name, sku, barcode }) => {
    const all = plain(`${name} ${sku} ${barcode}`);
    return words.every((word) => all.includes(word));
  });
  const starts = (product: Good): number => (plain(product.name).startsWith(text) ? 0 : 1);
  return found.toSorted((one, other) => starts(one) - starts(other)).slice(0, most);
}

export const stockAt = ({ stock, stock_by_storefront }: Good, storefront: string): number =>
  Number(
    storefront === ""
      ? stock
      : (stock_by_storefront.find(({ storefront_id }) => storefront_id === storefront)?.quantity ?? 0),
  );
