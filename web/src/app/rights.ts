/** What each role is shown. The API decides what it may do; a place that it may not use is not there. */
import { type Role, useRole } from "./session";

export type Right =
  | "today"
  | "ask"
  | "money"
  | "stock"
  | "stock.change"
  | "suppliers"
  | "sell"
  | "sell.override"
  | "reports"
  | "customers"
  | "imports"
  | "credits"
  | "settings"
  | "settings.business"
  | "unusual";

const cashier: readonly Right[] = ["sell", "stock", "customers", "settings"];
const manager: readonly Right[] = [
  ...cashier,
  "today",
  "ask",
  "money",
  "stock.change",
  "suppliers",
  "sell.override",
  "reports",
  "imports",
  "credits",
];
const owner: readonly Right[] = [...manager, "settings.business", "unusual"];
const rights: Record<Role, readonly Right[]> = { cashier, manager, owner };

export const mayRole = (role: Role, right: Right): boolean => rights[role].includes(right);

export function useMay(): (right: Right) => boolean {
  const role = useRole();
  return (right) => mayRole(role, right);
}
