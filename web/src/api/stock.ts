import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { post } from "./http";
import type { Charged } from "./shapes";
import { shop } from "./shop";

export const products = (search: string, page: number) =>
  queryOptions({
    queryKey: ["stock", "products", search, page],
    queryFn: ({ signal }) =>
      shop().call(
        "listProducts",
        { query: { active: true, search, page, page_size: 50, ordering: "name" } },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });

export const product = (id: string) =>
  queryOptions({
    queryKey: ["stock", "product", id],
    queryFn: ({ signal }) => shop().call("getProduct", { path: { id } }, { signal }),
  });

export const movements = (product_id: string) =>
  queryOptions({
    queryKey: ["stock", "movements", product_id],
    queryFn: ({ signal }) => shop().call("listStockMovements", { query: { product_id, page_size: 15 } }, { signal }),
  });

export interface Change {
  kind: "purchase" | "adjustment" | "transfer";
  product_id: string;
  storefront_id: string;
  to_storefront_id: string;
  quantity: string;
  unit_cost: string;
  reason: string;
  confirmed: boolean;
}

/** A delivery, a count, or a move between storefronts. */
export function changeStock(change: Change, key: string): Promise<unknown> {
  const { kind, product_id, storefront_id, quantity, unit_cost, reason } = change;
  if (kind === "transfer")
    return post(
      "/inventory/api/transfers/",
      {
        from_storefront_id: storefront_id,
        to_storefront_id: change.to_storefront_id,
        note: reason,
        lines: [{ product_id, quantity }],
      },
      key,
    );
  const amount = kind === "purchase" ? { quantity } : { counted_quantity: quantity };
  return post(
    "/inventory/api/adjustments/",
    {
      kind,
      storefront_id,
      product_id,
      ...amount,
      ...(reason === "" ? {} : { reason }),
      ...(kind === "purchase" && unit_cost !== "" ? { unit_cost } : {}),
      ...(change.confirmed ? { confirmed: true } : {}),
    },
    key,
  );
}

export interface Description extends Charged {
  description: string;
  short_description: string;
}

export const writeDescription = (product_id: string, key: string) =>
  post<Description>("/ai/api/products/generate-description/", { product_id }, key);

export const setDescription = (id: string, description: string) =>
  shop().call("updateProduct", { path: { id }, body: { description } });
