import { queryOptions } from "@tanstack/react-query";
import type { Answer, Input } from "shop-client";
import { problemOf } from "./problem";
import { shop } from "./shop";

export const staff = () =>
  queryOptions({
    queryKey: ["settings", "staff"],
    queryFn: ({ signal }) => shop().call("listStaff", { query: { page_size: 200 } }, { signal }),
  });

export const invitations = () =>
  queryOptions({
    queryKey: ["settings", "invitations"],
    queryFn: ({ signal }) => shop().call("listInvitations", {}, { signal }),
  });

export const allStorefronts = () =>
  queryOptions({
    queryKey: ["settings", "storefronts"],
    queryFn: ({ signal }) => shop().call("listStorefronts", { query: { page_size: 200 } }, { signal }),
  });

export const plan = () =>
  queryOptions({
    queryKey: ["settings", "plan"],
    queryFn: ({ signal }) => shop().call("getSubscription", {}, { signal }),
  });

export const devices = () =>
  queryOptions({
    queryKey: ["settings", "devices"],
    queryFn: ({ signal }) => shop().call("listMySessions", { query: { page_size: 100 } }, { signal }),
  });

export const twoFactor = () =>
  queryOptions({
    queryKey: ["settings", "two-factor"],
    queryFn: ({ signal }) => shop().call("getMyTwoFactor", {}, { signal }),
  });

export const audit = (page: number) =>
  queryOptions({
    queryKey: ["settings", "audit", page],
    queryFn: ({ signal }) => shop().call("listAudit", { query: { page, page_size: 50 } }, { signal }),
  });

export const copies = () =>
  queryOptions({
    queryKey: ["settings", "copies"],
    queryFn: ({ signal }) => shop().call("listExports", { query: { page_size: 10 } }, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.results.some(({ status }) => status === "waiting" || status === "running") ? 5_000 : false,
  });

export type Automation = Answer<"listAutomations">["automations"][number];
export type AutomationChange = NonNullable<Input<"changeAutomation">["body"]>;

/** What is done without asking each time. */
export const automations = () =>
  queryOptions({
    queryKey: ["settings", "automations"],
    queryFn: ({ signal }) => shop().call("listAutomations", {}, { signal }),
  });

export const changeAutomation = (body: AutomationChange) => shop().call("changeAutomation", { body });

export type StorefrontCard = Answer<"getSubscriptionCard">;

/** The card that is charged for the storefronts each month; null while none is kept. */
export const storefrontCard = () =>
  queryOptions({
    queryKey: ["settings", "card"],
    queryFn: async ({ signal }): Promise<StorefrontCard | null> => {
      try {
        return await shop().call("getSubscriptionCard", {}, { signal });
      } catch (thrown) {
        if (problemOf(thrown).status === 404) return null;
        throw thrown;
      }
    },
  });

export const chargeNoCard = () => shop().call("deleteSubscriptionCard");

export interface StorefrontPayment {
  months: number;
  /** Pays by card, which is then charged for each month to come. */
  keepCard: boolean;
}

/** Opens the payment of the storefront plan; its months begin when it is paid. */
export const payStorefronts = ({ months, keepCard }: StorefrontPayment, key: string) =>
  shop().call(
    "paySubscription",
    {
      body: {
        months,
        callback_url: `${window.location.origin}/payment/callback`,
        ...(keepCard ? { keep_card: true, payment_method: "card" } : {}),
      },
    },
    { key },
  );
