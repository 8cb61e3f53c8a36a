import { queryOptions } from "@tanstack/react-query";
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
