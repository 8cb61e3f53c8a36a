/** Files that are brought in: looked at first, then taken line by line in the background. */
import { queryOptions } from "@tanstack/react-query";
import type { Answer, Input } from "shop-client";
import { shop } from "./shop";

export type Kind = "products" | "customers" | "suppliers" | "sales";

type Report = Omit<Answer<"getProductImport">, "first_rows">;

/** How far a file is and what was wrong with its lines; `opening_balances` of files of people alone. */
export interface Import extends Report {
  first_rows: readonly Readonly<Record<string, unknown>>[];
  opening_balances?: number;
}

export type Row = Omit<Import, "first_rows" | "notices" | "problems">;

/** The file, and what was said about how it writes. */
export type Upload = Pick<Input<"importSales">["body"], "file" | "mode" | "decimal" | "dates">;

type Progress = (share: number) => void;

interface Source {
  send: (upload: Upload, check: boolean, progress: Progress) => Promise<Import>;
  read: (id: string, signal: AbortSignal) => Promise<Import>;
  list: (signal: AbortSignal) => Promise<{ results: readonly Row[] }>;
  /** Takes the whole file back; not there for people, whom others may have dealt with since. */
  undo?: (id: string) => Promise<Import>;
}

const LATEST = { query: { page_size: 10 } };

export const sources: Readonly<Record<Kind, Source>> = {
  products: {
    send: (body, check, progress) => shop().upload("importProducts", { query: { check }, body }, progress),
    read: (id, signal) => shop().call("getProductImport", { path: { id } }, { signal }),
    list: (signal) => shop().call("listProductImports", LATEST, { signal }),
    undo: (id) => shop().call("undoProductImport", { path: { id } }),
  },
  customers: {
    send: (body, check, progress) => shop().upload("importCustomers", { query: { check }, body }, progress),
    read: (id, signal) => shop().call("getCustomerImport", { path: { id } }, { signal }),
    list: (signal) => shop().call("listCustomerImports", LATEST, { signal }),
  },
  suppliers: {
    send: (body, check, progress) => shop().upload("importSuppliers", { query: { check }, body }, progress),
    read: (id, signal) => shop().call("getSupplierImport", { path: { id } }, { signal }),
    list: (signal) => shop().call("listSupplierImports", LATEST, { signal }),
  },
  sales: {
    send: (body, check, progress) => shop().upload("importSales", { query: { check }, body }, progress),
    read: (id, signal) => shop().call("getSalesImport", { path: { id } }, { signal }),
    list: (signal) => shop().call("listSalesImports", LATEST, { signal }),
    undo: (id) => shop().call("undoSalesImport", { path: { id } }),
  },
};

export const isOnItsWay = ({ status }: Pick<Row, "status">): boolean => status === "waiting" || status === "running";

export const imports = (kind: Kind) =>
  queryOptions({
    queryKey: ["imports", kind],
    queryFn: ({ signal }) => sources[kind].list(signal),
    select: ({ results }) => results.filter(({ check_only }) => !check_only),
  });

/** A file that was sent, asked about until all of it was gone through. */
export const oneImport = (kind: Kind, sent: Import) =>
  queryOptions({
    queryKey: ["imports", kind, sent.id],
    queryFn: ({ signal }) => sources[kind].read(sent.id, signal),
    initialData: sent,
    refetchInterval: ({ state }) => (state.data && isOnItsWay(state.data) ? 1_000 : false),
  });
