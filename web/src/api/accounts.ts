import { queryOptions } from "@tanstack/react-query";
import { type Session, session } from "../app/session";
import { get } from "./http";
import type { LogIn, Page, Storefront } from "./shapes";

export const storefronts = () =>
  queryOptions({
    queryKey: ["storefronts"],
    queryFn: ({ signal }) =>
      get<Page<Storefront>>("/accounts/api/storefronts/", { is_active: true, page_size: 200 }, signal),
    staleTime: 300_000,
  });

/** Logs this device in: the first business is opened. */
export function enter({ token, user, businesses }: LogIn): Session | null {
  const [first] = businesses;
  if (!first) return null;
  const { name, email } = user;
  const next = { token, name, email, businesses, businessId: first.id, storefrontId: null };
  session.open(next);
  return next;
}
