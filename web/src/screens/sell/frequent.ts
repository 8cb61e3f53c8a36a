/** How often this device sold what, kept on it: it works without a connection, and each storefront has its own. */
import type { Good } from "../../api/shapes";
import type { Line } from "./cart";

type Times = Record<string, number>;

const MOST = 8;
/** Past this, all are halved: what sold last year goes. */
const MANY = 200;

const place = (storefrontId: string): string => `shop.often.${storefrontId}`;

function timesAt(storefrontId: string): Times {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(storefrontId)) ?? "{}");
    const entries = Object.entries(typeof found === "object" && found !== null ? found : {});
    return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === "number"));
  } catch {
    return {};
  }
}

const halved = (times: Times): Times =>
  Object.fromEntries(Object.entries(times).flatMap(([id, count]) => (count > 1 ? [[id, Math.floor(count / 2)]] : [])));

/** Counts each product of a sale once, however many of it were sold. */
export function countSale(storefrontId: string, lines: readonly Line[]): void {
  const times = timesAt(storefrontId);
  for (const { product } of lines) times[product.id] = (times[product.id] ?? 0) + 1;
  const kept = Object.values(times).some((count) => count > MANY) ? halved(times) : times;
  localStorage.setItem(place(storefrontId), JSON.stringify(kept));
}

/** The products sold most often here that are still on sale, the most frequent first. */
export function soldOften(storefrontId: string, products: readonly Good[]): Good[] {
  const times = timesAt(storefrontId);
  return products
    .filter(({ id }) => id in times)
    .toSorted((one, other) => (times[other.id] ?? 0) - (times[one.id] ?? 0))
    .slice(0, MOST);
}
