import { queryOptions } from "@tanstack/react-query";
import { get } from "./http";
import type { AuditEntry, Copy, Device, Invitation, Member, Page, Plan, Storefront, TwoFactor } from "./shapes";

export const staff = () =>
  queryOptions({
    queryKey: ["settings", "staff"],
    queryFn: ({ signal }) => get<Page<Member>>("/accounts/api/staff/", { page_size: 200 }, signal),
  });

export const invitations = () =>
  queryOptions({
    queryKey: ["settings", "invitations"],
    queryFn: ({ signal }) => get<Page<Invitation>>("/accounts/api/staff/invitations/", {}, signal),
  });

export const allStorefronts = () =>
  queryOptions({
    queryKey: ["settings", "storefronts"],
    queryFn: ({ signal }) => get<Page<Storefront>>("/accounts/api/storefronts/", { page_size: 200 }, signal),
  });

export const plan = () =>
  queryOptions({
    queryKey: ["settings", "plan"],
    queryFn: ({ signal }) => get<Plan>("/accounts/api/subscription/", {}, signal),
  });

export const devices = () =>
  queryOptions({
    queryKey: ["settings", "devices"],
    queryFn: ({ signal }) => get<Page<Device>>("/accounts/api/me/sessions/", { page_size: 100 }, signal),
  });

export const twoFactor = () =>
  queryOptions({
    queryKey: ["settings", "two-factor"],
    queryFn: ({ signal }) => get<TwoFactor>("/accounts/api/me/two-factor/", {}, signal),
  });

export const audit = (page: number) =>
  queryOptions({
    queryKey: ["settings", "audit", page],
    queryFn: ({ signal }) => get<Page<AuditEntry>>("/accounts/api/audit/", { page, page_size: 50 }, signal),
  });

export const copies = () =>
  queryOptions({
    queryKey: ["settings", "copies"],
    queryFn: ({ signal }) => get<Page<Copy>>("/accounts/api/export/", { page_size: 10 }, signal),
    refetchInterval: ({ state }) =>
      state.data?.results.some(({ status }) => status === "waiting" || status === "running") ? 5_000 : false,
  });
