/** The columns that a file of each kind may have, the needed ones first; the API says the same. */
import type { Kind } from "../../api/imports";

interface Columns {
  needed: readonly string[];
  known: readonly string[];
}

export const columns: Readonly<Record<Kind, Columns>> = {
  products: {
    needed: ["sku", "name"],
    known: [
      "category",
      "supplier",
      "barcode",
      "brand",
      "unit",
      "cost",
      "retail_price",
      "wholesale_price",
      "reorder_level",
      "description",
      "tracks_stock",
      "storefront",
      "quantity",
    ],
  },
  customers: {
    needed: ["name"],
    known: [
      "phone",
      "email",
      "address",
      "price_tier",
      "credit_limit",
      "terms_days",
      "opening_balance",
      "due_on",
      "storefront",
    ],
  },
  suppliers: {
    needed: ["name"],
    known: ["phone", "email", "lead_time_days", "terms_days", "opening_balance", "due_on"],
  },
  sales: {
    needed: ["invoice_no", "sold_at", "product", "quantity", "unit_price"],
    known: [
      "sku",
      "category",
      "list_price",
      "unit_cost",
      "customer",
      "customer_phone",
      "storefront",
      "payment_method",
      "staff",
      "due_date",
      "paid_at",
    ],
  },
};

/** The columns that any of these rows fills, in the order in which they come. */
export const columnsOf = (rows: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(rows.flatMap((row) => Object.keys(row))),
];
