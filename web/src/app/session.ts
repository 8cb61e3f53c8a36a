/** Who is logged in on this device, and which business and storefront they look at. */
import { useSyncExternalStore } from "react";
import { keep, kept, type Role, roleIn, type Session } from "./kept";

export type { Business, Role, Session } from "./kept";

const listeners = new Set<() => void>();
let current = kept();
let ended = "";

function write(next: Session | null): void {
  current = next;
  keep(next);
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
  return (now && roleIn(now)) ?? "cashier";
}

/** The storefront that figures are asked for; none stands for all. */
export const useStorefront = (): string | null => useSession()?.storefrontId ?? null;
