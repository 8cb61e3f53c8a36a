import { queryOptions } from "@tanstack/react-query";
import { type Session, session } from "../app/session";
import type { LogIn } from "./shapes";
import { shop } from "./shop";

export const storefronts = () =>
  queryOptions({
    queryKey: ["storefronts"],
    queryFn: ({ signal }) => shop().call("listStorefronts", { query: { is_active: true, page_size: 200 } }, { signal }),
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
