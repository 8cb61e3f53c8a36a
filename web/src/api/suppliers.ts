/** Suppliers: what is owed to them, what came from them, and what goes back. */
import { queryOptions } from "@tanstack/react-query";
import type { Answer, Input } from "shop-client";
import { shop } from "./shop";

export type Supplier = Answer<"getSupplier">;
export type Account = Answer<"getSupplierBillsAgeing">["results"][number];
export type Bill = Answer<"getSupplierBill">;
export type Delivery = Answer<"getReceipt">;
export type SentBack = Answer<"getSupplierReturn">;

export const suppliers = (search: string, page: number) =>
  queryOptions({
    queryKey: ["suppliers", "list", search, page],
    queryFn: ({ signal }) =>
      shop().call("listSuppliers", { query: { search, page, page_size: 50, ordering: "name" } }, { signal }),
  });

export const supplier = (id: string) =>
  queryOptions({
    queryKey: ["suppliers", "one", id],
    queryFn: ({ signal }) => shop().call("getSupplier", { path: { id } }, { signal }),
  });

/** What is owed to all of them and to each. */
export const owedToSuppliers = () =>
  queryOptions({
    queryKey: ["suppliers", "owed"],
    queryFn: ({ signal }) => shop().call("getSupplierBillsAgeing", {}, { signal }),
  });

export const openBills = (supplier_id: string) =>
  queryOptions({
    queryKey: ["suppliers", "bills", supplier_id],
    queryFn: ({ signal }) =>
      shop().call(
        "listSupplierBills",
        { query: { supplier_id, status: "open", ordering: "due_on", page_size: 100 } },
        { signal },
      ),
    select: ({ results }) => results,
  });

/** What came lately, for what of it goes back. */
export const deliveries = (supplier_id: string) =>
  queryOptions({
    queryKey: ["suppliers", "deliveries", supplier_id],
    queryFn: ({ signal }) => shop().call("listReceipts", { query: { supplier_id, page_size: 20 } }, { signal }),
    select: ({ results }) => results,
  });

export const sentBack = (supplier_id: string) =>
  queryOptions({
    queryKey: ["suppliers", "returns", supplier_id],
    queryFn: ({ signal }) => shop().call("listSupplierReturns", { query: { supplier_id, page_size: 20 } }, { signal }),
    select: ({ results }) => results,
  });

export const addSupplier = (body: Input<"createSupplier">["body"]) => shop().call("createSupplier", { body });

export type SendBack = Input<"createSupplierReturn">["body"];

export const sendBack = (body: SendBack, key: string) =>
  shop().call("createSupplierReturn", { body: { ...body, client_id: key } }, { key });

export interface Owed {
  supplier_id: string;
  amount: string;
  due_on?: string;
  confirmed?: boolean;
}

/** What was owed to a supplier before the shop kept its books here. */
export const owedBefore = (owed: Owed, key: string) =>
  shop().call("createSupplierBill", { body: { ...owed, kind: "opening", client_id: key } }, { key });

export const takeBackBill = (id: string, reason: string) =>
  shop().call("cancelSupplierBill", { path: { id }, body: { reason } });

export type SupplierPayment = Input<"createSupplierPayment">["body"];

export const paySupplier = (body: SupplierPayment, key: string) =>
  shop().call("createSupplierPayment", { body: { ...body, client_id: key } }, { key });
