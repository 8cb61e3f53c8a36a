/** Who is logged in on this device, and which business and storefront they look at. */
import { useSyncExternalStore } from "react";

export type Role = "owner" | "manager" | "cashier";

export interface Business {
  id: string;
  name: string;
  role: Role;
}

export interface Session {
  token: string;
  name: string;
  email: string;
  businesses: Business[];
  businessId: string;
  /** null: all storefronts. */
  storefrontId: string | null;
}

const PLACE = "shop.session";
const listeners = new Set<() => void>();
let current = read();
let ended = "";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isBusiness(value: unknown): value is Business {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.name === "string" &&
    (value.role === "owner" || value.role === "manager" || value.role === "cashier")
  );
}

function isSession(value: unknown): value is Session {
  return (
    isRecord(value) &&
    [value.token, value.name, value.email, value.businessId].every((each) => typeof each === "string") &&
    (value.storefrontId === null || typeof value.storefrontId === "string") &&
    Array.isArray(value.businesses) &&
    value.businesses.every(isBusiness)
  );
}

function read(): Session | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    return isSession(kept) ? kept : null;
  } catch {
    return null;
  }
}

function write(next: Session | null): void {
  current = next;
  if (next) localStorage.setItem(PLACE, JSON.stringify(next));
  else localStorage.removeItem(PLACE);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const session = {
  now: (): Session | null => current,
  /** Why the last session ended, to be said at the log-in. */
  ended: (): string => ended,
  open(next: Session): void {
    ended = "";
    write(next);
  },
  change(part: Partial<Session>): void {
    if (current) write({ ...current, ...part });
  },
  expire(why: string): void {
    ended = why;
    write(null);
  },
  close(): void {
    ended = "";
    write(null);
  },
};

export const useSession = (): Session | null => useSyncExternalStore(subscribe, session.now);

export function useRole(): Role {
  const now = useSession();
  return now?.businesses.find(({ id }) => id === now.businessId)?.role ?? "cashier";
}

/** The storefront that figures are asked for; none stands for all. */
export const useStorefront = (): string | null => useSession()?.storefrontId ?? null;
