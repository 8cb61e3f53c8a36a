import { queryOptions } from "@tanstack/react-query";
import { goodsLastSeen, keepGoods } from "../offline/store";
import { send } from "./http";
import { problemOf } from "./problem";
import type { Good, SaleRequest } from "./shapes";
import { shopAtOnce } from "./shop";

/** Sells, once however often it is sent. */
export const sellNow = (request: SaleRequest) =>
  shopAtOnce().call("createSale", { body: request }, { key: request.client_id });

/** A device keeps no costs. */
function goodOf({
  id,
  name,
  sku,
  barcode,
  retail_price,
  wholesale_price,
  tracks_stock,
  stock,
  stock_by_storefront,
}: Good): Good {
  return { id, name, sku, barcode, retail_price, wholesale_price, tracks_stock, stock, stock_by_storefront };
}

async function allProducts(signal: AbortSignal): Promise<Good[]> {
  const found: Good[] = [];
  for (let page = 1; ; page += 1) {
    const part = await shopAtOnce().call(
      "listProducts",
      { query: { active: true, page, page_size: 200, ordering: "name" } },
      { signal },
    );
    found.push(...part.results.map(goodOf));
    if (part.next === null) return found;
  }
}

/** What the server understands of how people ask: other spellings, local names, sizes. Ids, the best first. */
export const understood = (asked: string, storefront_id: string) =>
  queryOptions({
    queryKey: ["goods", "asked", asked, storefront_id],
    enabled: asked.length > 1,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const at = storefront_id === "" ? {} : { storefront_id };
      const { results } = await shopAtOnce().call(
        "searchProducts",
        { query: { q: asked, limit: 8, ...at } },
        { signal },
      );
      return results.map(({ id }) => id);
    },
  });

export interface Goods {
  products: Good[];
  /** They come from this device, as there is no connection. */
  stale: boolean;
}

/** All goods on sale; without a connection as last seen. */
export const goods = (business: string) =>
  queryOptions({
    queryKey: ["goods", business],
    networkMode: "always",
    staleTime: 120_000,
    queryFn: async ({ signal }): Promise<Goods> => {
      try {
        const products = await allProducts(signal);
        await keepGoods(business, products);
        return { products, stale: false };
      } catch (thrown) {
        if (signal.aborted) throw thrown;
        const kept = await goodsLastSeen(business);
        if (problemOf(thrown).status !== 0 || kept.length === 0) throw thrown;
        return { products: kept, stale: true };
      }
    },
  });

export const receipt = (sale: string) =>
  queryOptions({
    queryKey: ["receipt", sale],
    queryFn: async ({ signal }) =>
      (await send(`/sales/api/sales/${sale}/receipt/`, { params: { format: "text" }, accept: "*/*", signal })).text(),
  });
