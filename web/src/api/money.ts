import { queryOptions } from "@tanstack/react-query";
import type { Input } from "shop-client";
import type { CustomerFilters, MoneyMethod, Network, PromiseFilters, SaleFilters } from "./shapes";
import { shop } from "./shop";

/** A storefront as a filter; none stands for all. */
const at = (storefront_id: string | null) => (storefront_id === null ? {} : { storefront_id });

export const ageing = (storefront_id: string | null) =>
  queryOptions({
    queryKey: ["money", "ageing", storefront_id],
    queryFn: ({ signal }) =>
      shop().call("reportFinancialArAging", { query: { ...at(storefront_id), limit: 200 } }, { signal }),
  });

export const customers = (filters: CustomerFilters) =>
  queryOptions({
    queryKey: ["money", "customers", filters],
    queryFn: ({ signal }) => shop().call("listCustomers", { query: filters }, { signal }),
  });

export const customer = (id: string) =>
  queryOptions({
    queryKey: ["money", "customer", id],
    queryFn: ({ signal }) => shop().call("getCustomer", { path: { id } }, { signal }),
  });

export const promises = (filters: PromiseFilters) =>
  queryOptions({
    queryKey: ["money", "promises", filters],
    queryFn: ({ signal }) => shop().call("listPromises", { query: filters }, { signal }),
  });

export const openInvoices = (filters: SaleFilters) =>
  queryOptions({
    queryKey: ["money", "invoices", filters],
    // "open" are all that are not paid, the overdue among them.
    queryFn: ({ signal }) =>
      shop().call(
        "listSales",
        { query: { ...filters, status: "open", ordering: "due_date", page_size: 200 } },
        { signal },
      ),
    select: ({ results }) => results,
  });

/** Customers whose credit got worse, not yet looked at. */
export const risks = () =>
  queryOptions({
    queryKey: ["money", "risks"],
    queryFn: ({ signal }) =>
      shop().call("listCreditAlerts", { query: { acknowledged: false, cleared: false } }, { signal }),
  });

export const notes = (customer_id: string) =>
  queryOptions({
    queryKey: ["money", "notes", customer_id],
    queryFn: ({ signal }) => shop().call("listCollectionNotes", { query: { customer_id, page_size: 20 } }, { signal }),
  });

export interface PaymentRequest {
  customer_id: string;
  amount: string;
  method: MoneyMethod;
  network?: Network;
  reference?: string;
}

export const takePayment = (request: PaymentRequest, key: string) =>
  shop().call("createPayment", { body: { ...request, client_id: key } }, { key });

export const promise = (request: { customer_id: string; amount: string; due_on: string }, key: string) =>
  shop().call("createPromise", { body: request }, { key });

export const paymentPlans = (customer_id: string) =>
  queryOptions({
    queryKey: ["money", "plans", customer_id],
    queryFn: ({ signal }) =>
      shop().call("listPaymentPlans", { query: { customer_id, ordering: "-agreed_on", page_size: 10 } }, { signal }),
  });

export type PaymentPlanRequest = Input<"createPaymentPlan">["body"];

export const agreePlan = (body: PaymentPlanRequest) => shop().call("createPaymentPlan", { body });
export const endPaymentPlan = (id: string) => shop().call("cancelPaymentPlan", { path: { id } });

export type Channel = "call" | "email" | "sms" | "visit" | "whatsapp";

export const writeDown = (request: { customer_id: string; channel: Channel; outcome: "reached"; text: string }) =>
  shop().call("createCollectionNote", { body: request });

export const priority = (storefront_id: string | null, key: string) =>
  shop().call("postCollectionPriority", { body: at(storefront_id) }, { key });

export type MessageRequest = Input<"writeCollectionMessage">["body"];

export const message = (request: MessageRequest, key: string) =>
  shop().call("writeCollectionMessage", { body: request }, { key });

export const predict = (customer_id: string, key: string) =>
  shop().call("predictPayment", { path: { customer_id } }, { key });

export const assess = (request: { customer_id: string; requested_credit_limit: string }, key: string) =>
  shop().call("assessCredit", { body: { ...request, assessment_type: "increase" } }, { key });

export const portfolio = (key: string) => shop().call("postPortfolioDashboard", {}, { key });

/** What a customer owed before the shop kept its books here; said again it replaces what was said. */
export const setOpeningBalance = (id: string, body: Input<"setOpeningBalance">["body"]) =>
  shop().call("setOpeningBalance", { path: { id }, body });

export type CustomerChanges = NonNullable<Input<"updateCustomer">["body"]>;

export const changeCustomer = (id: string, body: CustomerChanges) =>
  shop().call("updateCustomer", { path: { id }, body });
