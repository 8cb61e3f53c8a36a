import { queryOptions } from "@tanstack/react-query";
import { buy, get, type Params, post } from "./http";
import type {
  Ageing,
  Assessment,
  CollectionNote,
  Customer,
  CustomerPromise,
  MoneyMethod,
  Network,
  Page,
  Prediction,
  Priority,
  Reminder,
  RiskAlert,
  Sale,
} from "./shapes";

export const ageing = (storefront_id: string | null) =>
  queryOptions({
    queryKey: ["money", "ageing", storefront_id],
    queryFn: ({ signal }) => get<Ageing>("/reports/api/financial/ar-aging/", { storefront_id, limit: 200 }, signal),
  });

export const customers = (filters: Params) =>
  queryOptions({
    queryKey: ["money", "customers", filters],
    queryFn: ({ signal }) => get<Page<Customer>>("/sales/api/customers/", filters, signal),
  });

export const customer = (id: string) =>
  queryOptions({
    queryKey: ["money", "customer", id],
    queryFn: ({ signal }) => get<Customer>(`/sales/api/customers/${id}/`, {}, signal),
  });

export const promises = (filters: Params) =>
  queryOptions({
    queryKey: ["money", "promises", filters],
    queryFn: ({ signal }) => get<Page<CustomerPromise>>("/sales/api/promises/", filters, signal),
  });

export const openInvoices = (filters: Params) =>
  queryOptions({
    queryKey: ["money", "invoices", filters],
    // "open" are all that are not paid, the overdue among them.
    queryFn: ({ signal }) =>
      get<Page<Sale>>(
        "/sales/api/sales/",
        { ...filters, status: "open", ordering: "due_date", page_size: 200 },
        signal,
      ),
    select: ({ results }) => results,
  });

/** Customers whose credit got worse, not yet looked at. */
export const risks = () =>
  queryOptions({
    queryKey: ["money", "risks"],
    queryFn: ({ signal }) =>
      get<Page<RiskAlert>>("/ai/api/credit/alerts/", { acknowledged: false, cleared: false }, signal),
  });

export const notes = (customer_id: string) =>
  queryOptions({
    queryKey: ["money", "notes", customer_id],
    queryFn: ({ signal }) =>
      get<Page<CollectionNote>>("/sales/api/collection-notes/", { customer_id, page_size: 20 }, signal),
  });

export interface PaymentRequest {
  customer_id: string;
  amount: string;
  method: MoneyMethod;
  network?: Network;
  reference?: string;
}

export const takePayment = (request: PaymentRequest, key: string) =>
  post<{ id: string; amount: string }>("/sales/api/payments/", { ...request, client_id: key }, key);

export const promise = (request: { customer_id: string; amount: string; due_on: string }, key: string) =>
  post<CustomerPromise>("/sales/api/promises/", request, key);

export const writeDown = (request: { customer_id: string; channel: string; outcome: string; text: string }) =>
  post<CollectionNote>("/sales/api/collection-notes/", request);

export const priority = (storefront_id: string | null, key: string) =>
  post<Priority>("/ai/api/credit/collection-priority/", storefront_id ? { storefront_id } : {}, key);

export interface MessageRequest {
  customer_id: string;
  message_type: string;
  tone: string;
  language: string;
  include_payment_plan: boolean;
}

export const message = (request: MessageRequest, key: string) =>
  post<Reminder>("/ai/api/collections/message/", request, key);

export const predict = (customer_id: string, key: string) =>
  buy<Prediction>(`/ai/api/credit/payment-prediction/${customer_id}/`, key);

export const assess = (request: { customer_id: string; requested_credit_limit: string }, key: string) =>
  post<Assessment>("/ai/api/credit/assess/", { ...request, assessment_type: "increase" }, key);
