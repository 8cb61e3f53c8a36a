/** The first requests of a screen, sent while its scripts are on their way: a round trip less on a slow network. */
import { kept, type Role, roleIn, type Session } from "./kept";

interface Sent {
  token: string;
  businessId: string;
  response: Promise<Response>;
}

interface First {
  roles: readonly Role[];
  urls: (at: string) => string[];
}

const all: readonly Role[] = ["owner", "manager", "cashier"];
const STOREFRONTS = "/accounts/api/storefronts/?is_active=true&page_size=200";

/** By the path of the page. `at` is a storefront as a filter, or nothing. A test holds them to what the screens ask. */
const FIRST: Readonly<Record<string, readonly First[]>> = {
  "/": [{ roles: ["owner", "manager"], urls: () => ["/ai/api/proposals/?page_size=50", "/ai/api/brief/"] }],
  "/money": [
    {
      roles: ["owner", "manager"],
      urls: (at) => [`/reports/api/financial/ar-aging/?${at ? `${at}&` : ""}limit=200`],
    },
  ],
  "/stock": [
    { roles: ["owner", "manager"], urls: (at) => [`/reports/api/inventory/reorder/${at ? `?${at}` : ""}`] },
    { roles: all, urls: () => ["/inventory/api/products/?active=true&search=&page=1&page_size=50&ordering=name"] },
  ],
  "/sell": [{ roles: all, urls: () => ["/inventory/api/products/?active=true&page=1&page_size=200&ordering=name"] }],
  "/credits": [{ roles: ["owner", "manager"], urls: () => ["/ai/api/credits/balance/", "/ai/api/pricing/"] }],
};

const sent = new Map<string, Sent>();

export function firstUrls(path: string, session: Session): string[] {
  const role = roleIn(session);
  const at = session.storefrontId ? `storefront_id=${session.storefrontId}` : "";
  const own = FIRST[path] ?? [];
  return [...own.filter(({ roles }) => role && roles.includes(role)).flatMap(({ urls }) => urls(at)), STOREFRONTS];
}

export function askEarly(path = location.pathname): void {
  const session = kept();
  if (!session) return;
  const { token, businessId } = session;
  const headers = { Accept: "application/json", Authorization: `Token ${token}`, "X-Business-Id": businessId };
  for (const url of firstUrls(path, session)) {
    const response = fetch(url, { headers });
    response.catch(() => sent.delete(url)); // asked again by the screen, which says what is wrong
    sent.set(url, { token, businessId, response });
  }
}

/** `fetch`, which hands out once what was asked early by the same person for the same business. */
export const early: typeof fetch = (input, init) => {
  const found = typeof input === "string" && (init?.method ?? "GET") === "GET" ? sent.get(input) : undefined;
  if (!found) return fetch(input, init);
  sent.delete(String(input));
  const asked = new Headers(init?.headers);
  const same = asked.get("Authorization") === `Token ${found.token}` && asked.get("X-Business-Id") === found.businessId;
  return same ? found.response.catch(() => fetch(input, init)) : fetch(input, init);
};
