import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, post } from "./http";
import type {
  AddonState,
  AiSettings,
  Balance,
  CreditAlert,
  Page,
  PaymentMethod,
  Pricing,
  Purchase,
  Quote,
  Usage,
  Verified,
} from "./shapes";

// Everything under "ai" is read anew after an answer was paid for.
export const balance = () =>
  queryOptions({
    queryKey: ["ai", "balance"],
    queryFn: ({ signal }) => get<Balance>("/ai/api/credits/balance/", {}, signal),
  });

export const pricing = () =>
  queryOptions({
    queryKey: ["pricing"],
    queryFn: ({ signal }) => get<Pricing>("/ai/api/pricing/", {}, signal),
    staleTime: 600_000,
  });

export const usage = (days: number) =>
  queryOptions({
    queryKey: ["ai", "usage", days],
    queryFn: ({ signal }) => get<Usage>("/ai/api/usage/stats/", { days }, signal),
    placeholderData: keepPreviousData,
  });

export const purchases = () =>
  queryOptions({
    queryKey: ["ai", "purchases"],
    queryFn: ({ signal }) => get<Page<Purchase>>("/ai/api/credits/purchases/", { page_size: 20 }, signal),
  });

export const alerts = () =>
  queryOptions({
    queryKey: ["ai", "alerts"],
    queryFn: ({ signal }) => get<Page<CreditAlert>>("/ai/api/alerts/", { page_size: 5 }, signal),
  });

export const addon = () =>
  queryOptions({
    queryKey: ["ai", "addon"],
    queryFn: ({ signal }) => get<AddonState>("/ai/api/addon/", {}, signal),
  });

export const aiSettings = () =>
  queryOptions({
    queryKey: ["ai", "settings"],
    queryFn: ({ signal }) => get<AiSettings>("/ai/api/settings/", {}, signal),
  });

export interface Order {
  package: string;
  payment_method: PaymentMethod;
  custom_amount?: string;
}

const callback = (): string => `${window.location.origin}/payment/callback`;

export const purchase = (order: Order, key: string) =>
  post<Quote>("/ai/api/credits/purchase/", { ...order, callback_url: callback() }, key);

export const subscribe = (payment_method: PaymentMethod, key: string) =>
  post<Quote>("/ai/api/addon/subscribe/", { payment_method, callback_url: callback() }, key);

export const verified = (reference: string) =>
  queryOptions({
    queryKey: ["verify", reference],
    queryFn: ({ signal }) => get<Verified>("/ai/api/credits/verify/", { reference }, signal),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      (state.data?.status ?? "pending") === "pending" && state.dataUpdateCount < 40 ? 3_000 : false,
  });
