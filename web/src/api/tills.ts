/** Till sessions, carts that wait, and what becomes of sales afterwards. */
import { queryOptions } from "@tanstack/react-query";
import type { Answer, Input } from "shop-client";
import { send } from "./http";
import { shop } from "./shop";

export type TillSession = Answer<"getTill">;
export type Cart = Answer<"getCart">;
export type SaleDetail = Answer<"getSale">;
export type Movement = Input<"recordTillMovement">["body"];
export type Counted = Input<"closeTill">["body"]["counted"];
export type HeldLine = Input<"createCart">["body"]["lines"][number];

export const openTills = () =>
  queryOptions({
    queryKey: ["tills", "open"],
    queryFn: ({ signal }) => shop().call("listTills", { query: { status: "open", page_size: 50 } }, { signal }),
    select: ({ results }) => results,
  });

export const earlierTills = () =>
  queryOptions({
    queryKey: ["tills", "earlier"],
    queryFn: ({ signal }) => shop().call("listTills", { query: { page_size: 20 } }, { signal }),
    select: ({ results }) => results.filter(({ status }) => status !== "open"),
  });

export const tillSession = (id: string) =>
  queryOptions({
    queryKey: ["tills", id],
    queryFn: ({ signal }) => shop().call("getTill", { path: { id } }, { signal }),
  });

/** The X report of an open till, the Z report of a closed one, as a roll prints it. */
export const tillReport = (id: string) =>
  queryOptions({
    queryKey: ["tills", id, "report"],
    queryFn: async ({ signal }) =>
      (
        await send(`/sales/api/tills/${id}/report/`, { params: { format: "text", width: 42 }, accept: "*/*", signal })
      ).text(),
  });

export const openTill = (body: Input<"openTill">["body"], key: string) => shop().call("openTill", { body }, { key });

export const moveCash = (id: string, body: Movement, key: string) =>
  shop().call("recordTillMovement", { path: { id }, body }, { key });

export const closeTill = (id: string, counted: Counted, reason: string, key: string) =>
  shop().call("closeTill", { path: { id }, body: { counted, ...(reason === "" ? {} : { reason }) } }, { key });

export const explainTill = (id: string, reason: string) =>
  shop().call("explainTill", { path: { id }, body: { reason } });
export const approveTill = (id: string) => shop().call("approveTill", { path: { id }, body: {} });

export const carts = (storefront_id: string) =>
  queryOptions({
    queryKey: ["carts", storefront_id],
    enabled: storefront_id !== "",
    queryFn: ({ signal }) => shop().call("listCarts", { query: { storefront_id, page_size: 20 } }, { signal }),
    select: ({ results }) => results,
  });

export const holdCart = (body: Input<"createCart">["body"], key: string) =>
  shop().call("createCart", { body }, { key });
export const takeUpCart = (id: string, key: string) => shop().call("takeUpCart", { path: { id } }, { key });
export const dropCart = (id: string) => shop().call("deleteCart", { path: { id } });

export const sales = (search: string, page: number, storefront_id: string | null) =>
  queryOptions({
    queryKey: ["sales", search, page, storefront_id],
    queryFn: ({ signal }) =>
      shop().call(
        "listSales",
        { query: { search, page, page_size: 20, ...(storefront_id ? { storefront_id } : {}) } },
        { signal },
      ),
  });

export const sale = (id: string) =>
  queryOptions({
    queryKey: ["sales", id],
    queryFn: ({ signal }) => shop().call("getSale", { path: { id } }, { signal }),
  });

export const voidSale = (id: string, reason: string, key: string) =>
  shop().call("voidSale", { path: { id }, body: { reason } }, { key });

export const takeBack = (id: string, body: NonNullable<Input<"refundSale">["body"]>, key: string) =>
  shop().call("refundSale", { path: { id }, body }, { key });

export const exchange = (id: string, body: Input<"exchangeSale">["body"], key: string) =>
  shop().call("exchangeSale", { path: { id }, body }, { key });

export type Expense = Answer<"getExpense">;

export const expenses = (page: number) =>
  queryOptions({
    queryKey: ["expenses", page],
    queryFn: ({ signal }) =>
      shop().call("listExpenses", { query: { page, page_size: 20, cancelled: false } }, { signal }),
  });

export const spend = (body: Input<"createExpense">["body"], key: string) =>
  shop().call("createExpense", { body }, { key });

export const takeBackExpense = (id: string) => shop().call("cancelExpense", { path: { id } });
