/** What this device keeps in IndexedDB: sales that wait for the connection, and the goods as last seen. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Good, SaleRequest } from "../api/shapes";

export interface WaitingSale {
  client_id: string;
  business_id: string;
  request: SaleRequest;
  /** What the till showed, for the list of what waits. */
  total: string;
  items: number;
  made_at: string;
  /** Why the server did not take it; empty while it was not asked. */
  refusal: string;
}

interface Schema extends DBSchema {
  sales: { key: string; value: WaitingSale; indexes: { business: string } };
  goods: { key: string; value: { business_id: string; seen_at: string; products: Good[] } };
}

let opened: Promise<IDBPDatabase<Schema>> | null = null;

const database = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>("shop", 1, {
    upgrade(db) {
      db.createObjectStore("sales", { keyPath: "client_id" }).createIndex("business", "business_id");
      db.createObjectStore("goods", { keyPath: "business_id" });
    },
  });
  return opened;
};

export const waitingSales = async (business: string): Promise<WaitingSale[]> => {
  const found = await (await database()).getAllFromIndex("sales", "business", business);
  return found.toSorted((one, other) => one.made_at.localeCompare(other.made_at));
};

export const keepSale = async (sale: WaitingSale): Promise<void> => {
  await (await database()).put("sales", sale);
};

export const dropSale = async (clientId: string): Promise<void> => {
  await (await database()).delete("sales", clientId);
};

export const keepGoods = async (business_id: string, products: Good[]): Promise<void> => {
  await (await database()).put("goods", { business_id, products, seen_at: new Date().toISOString() });
};

export const goodsLastSeen = async (business: string): Promise<Good[]> =>
  (await (await database()).get("goods", business))?.products ?? [];
