import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Answer, Input } from "shop-client";
import type { PaymentMethod } from "./shapes";
import { shop } from "./shop";

// Everything under "ai" is read anew after an answer was paid for.
export const balance = () =>
  queryOptions({
    queryKey: ["ai", "balance"],
    queryFn: ({ signal }) => shop().call("getBalance", {}, { signal }),
  });

export const pricing = () =>
  queryOptions({
    queryKey: ["pricing"],
    queryFn: ({ signal }) => shop().call("getPricing", {}, { signal }),
    staleTime: 600_000,
  });

export const usage = (days: number) =>
  queryOptions({
    queryKey: ["ai", "usage", days],
    queryFn: ({ signal }) => shop().call("getUsage", { query: { days } }, { signal }),
    placeholderData: keepPreviousData,
  });

export const purchases = () =>
  queryOptions({
    queryKey: ["ai", "purchases"],
    queryFn: ({ signal }) => shop().call("listPurchases", { query: { page_size: 20 } }, { signal }),
  });

export const alerts = () =>
  queryOptions({
    queryKey: ["ai", "alerts"],
    queryFn: ({ signal }) => shop().call("listBillingAlerts", { query: { page_size: 5 } }, { signal }),
  });

export const aiSettings = () =>
  queryOptions({
    queryKey: ["ai", "settings"],
    queryFn: ({ signal }) => shop().call("getAiSettings", {}, { signal }),
  });

const PACKS = ["starter", "value", "premium", "custom"] as const;

/** A pack by its type in the price list. */
export const packOf = (type: string): Order["package"] => PACKS.find((name) => name === type.toLowerCase()) ?? "custom";

export interface Order {
  package: Input<"purchaseCredits">["body"]["package"];
  payment_method: PaymentMethod;
  custom_amount?: string;
}

const callback = (): string => `${window.location.origin}/payment/callback`;

export const purchase = (order: Order, key: string) =>
  shop().call("purchaseCredits", { body: { ...order, callback_url: callback() } }, { key });

export const verified = (reference: string) =>
  queryOptions({
    queryKey: ["verify", reference],
    queryFn: ({ signal }) => shop().call("verifyPurchase", { query: { reference } }, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      (state.data?.status ?? "pending") === "pending" && state.dataUpdateCount < 40 ? 3_000 : false,
  });

export type Plan = Answer<"listPlans">["plans"][number];

export const plans = () =>
  queryOptions({
    queryKey: ["ai", "plans"],
    queryFn: ({ signal }) => shop().call("listPlans", {}, { signal }),
  });

/** Begins a plan or changes to it; a payment to make now, or the day on which it changes. */
export const choosePlan = (plan: Plan["key"], key: string) =>
  shop().call("subscribeToPlan", { body: { plan, callback_url: callback() } }, { key });

export const endPlan = () => shop().call("cancelPlan");
export const keepPlan = () => shop().call("resumePlan");
