import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Input } from "shop-client";
import { Problem, problemOf } from "./problem";
import type { DraftOrder, Move, ReorderPlan } from "./shapes";
import { shop } from "./shop";

export const products = (search: string, page: number, active = true) =>
  queryOptions({
    queryKey: ["stock", "products", search, page, active],
    queryFn: ({ signal }) =>
      shop().call("listProducts", { query: { active, search, page, page_size: 50, ordering: "name" } }, { signal }),
    placeholderData: keepPreviousData,
  });

export const product = (id: string) =>
  queryOptions({
    queryKey: ["stock", "product", id],
    queryFn: ({ signal }) => shop().call("getProduct", { path: { id } }, { signal }),
  });

/** What to order, from whom, and what to move first. */
export const reorderPlan = (storefront_id: string | null) =>
  queryOptions({
    queryKey: ["stock", "plan", storefront_id],
    queryFn: ({ signal }) =>
      shop().call("reportInventoryReorder", { query: storefront_id ? { storefront_id } : {} }, { signal }),
  });

/** How many products are to be ordered, whatever the storefronts. */
export const productsToOrder = ({ orders }: Pick<ReorderPlan, "orders">): number =>
  new Set(orders.flatMap(({ lines }) => lines.map(({ product_id }) => product_id))).size;

/** Keeps an order of the plan as a draft; nothing is sent. */
export const draftOrder = (order: DraftOrder & { supplier_id: string }, key: string) =>
  shop().call(
    "createPurchaseOrder",
    {
      body: {
        supplier_id: order.supplier_id,
        storefront_id: order.storefront_id,
        expected_on: order.expected_on,
        client_id: key,
        lines: order.lines.map(({ product_id, quantity, unit_cost }) => ({ product_id, quantity, unit_cost })),
      },
    },
    { key },
  );

export const markSent = (id: string) => shop().call("sendPurchaseOrder", { path: { id }, body: { channel: "other" } });

export const moveGoods = ({ product_id, quantity, from_storefront_id, to_storefront_id, reason }: Move, key: string) =>
  shop().call(
    "createTransfer",
    { body: { from_storefront_id, to_storefront_id, note: reason, lines: [{ product_id, quantity }] } },
    { key },
  );

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
export async function changeStock(change: Change, key: string): Promise<void> {
  const { kind, product_id, storefront_id, to_storefront_id, quantity, unit_cost, reason } = change;
  if (kind === "transfer") {
    const lines = [{ product_id, quantity }];
    const body = { from_storefront_id: storefront_id, to_storefront_id, note: reason, lines };
    await shop().call("createTransfer", { body }, { key });
    return;
  }
  const body = {
    kind,
    storefront_id,
    product_id,
    ...(kind === "purchase" ? { quantity } : { counted_quantity: quantity }),
    ...(reason === "" ? {} : { reason }),
    ...(kind === "purchase" && unit_cost !== "" ? { unit_cost } : {}),
    ...(change.confirmed ? { confirmed: true } : {}),
  };
  await shop().call("createAdjustment", { body }, { key });
}

export const forecast = (product_id: string, storefront_id: string | null, key: string) =>
  shop().call("forecastInventory", { body: { product_id, storefront_id, forecast_days: 30 } }, { key });

export const writeDescription = (product_id: string, key: string) =>
  shop().call("describeProduct", { body: { product_id } }, { key });

export const setDescription = (id: string, description: string) => changeProduct(id, { description });

export const categories = () =>
  queryOptions({
    queryKey: ["stock", "categories"],
    queryFn: ({ signal }) => shop().call("listCategories", { query: { page_size: 200, ordering: "name" } }, { signal }),
    select: ({ results }) => results,
  });

/** A new category; what is wrong with its name is told as `new_category`, beside the fields of a product. */
export const addCategory = (name: string) =>
  shop()
    .call("createCategory", { body: { name } })
    .catch((thrown: unknown) => {
      const { status, details, fields } = problemOf(thrown);
      throw new Problem(status, { ...details, fields: { new_category: fields.name } });
    });

export type NewProduct = Input<"createProduct">["body"];

export const addProduct = (body: NewProduct) => shop().call("createProduct", { body });

export const changeProduct = (id: string, body: Partial<NewProduct>) =>
  shop().call("updateProduct", { path: { id }, body });

export const whatIf = (product_id: string, new_price: string, key: string) =>
  shop().call("tryPrice", { body: { product_id, new_price } }, { key });

/** Goods that need a look, as the nightly job found them. */
export const stockAlerts = (storefront_id: string | null) =>
  queryOptions({
    queryKey: ["stock", "alerts", storefront_id],
    queryFn: ({ signal }) =>
      shop().call(
        "listStockAlerts",
        { query: { cleared: false, page_size: 50, ...(storefront_id ? { storefront_id } : {}) } },
        { signal },
      ),
    select: ({ results }) => results,
  });
