/** The session as this device keeps it; it needs no other script, so that the first requests can be sent with it. */
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

export function kept(): Session | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    return isSession(found) ? found : null;
  } catch {
    return null;
  }
}

export function keep(session: Session | null): void {
  if (session) localStorage.setItem(PLACE, JSON.stringify(session));
  else localStorage.removeItem(PLACE);
}

export const roleIn = ({ businesses, businessId }: Session): Role | undefined =>
  businesses.find(({ id }) => id === businessId)?.role;
