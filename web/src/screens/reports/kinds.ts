/** What each report shows: its leading figures, its chart, and the columns of its table. */
import type { tReports } from "../../text/reports";

export type Name = keyof typeof tReports.names;

export interface Kind {
  /** Keys of the summary that are shown as figures, the first large. */
  figures: string[];
  columns: string[];
  chart: { label: string; value: string; kind: "line" | "bar" };
  /** The period does not matter: the report is as of now. */
  now?: boolean;
}

export const kinds: Record<Name, Kind> = {
  "sales/summary": {
    figures: ["revenue", "sales_count", "average_sale", "credit_given"],
    columns: ["period", "revenue", "sales_count", "units", "average_sale"],
    chart: { label: "period", value: "revenue", kind: "line" },
  },
  "sales/change": {
    figures: ["change", "price", "volume", "mix"],
    columns: ["by", "name", "change", "before", "now"],
    chart: { label: "name", value: "change", kind: "bar" },
  },
  "financial/revenue-profit": {
    figures: ["profit", "margin", "revenue", "cost"],
    columns: ["period", "profit", "margin", "revenue", "cost"],
    chart: { label: "period", value: "profit", kind: "line" },
  },
  "product/performance": {
    figures: ["revenue", "units", "profit", "margin"],
    columns: ["product", "revenue", "units", "profit", "margin", "share_of_revenue"],
    chart: { label: "product", value: "revenue", kind: "bar" },
  },
  "customer/top": {
    figures: ["revenue", "buyers", "sales_count"],
    columns: ["customer_name", "revenue", "profit", "sales_count", "last_purchase"],
    chart: { label: "customer_name", value: "revenue", kind: "bar" },
  },
  "customer/segmentation": {
    figures: ["customers", "customers_not_seen_lately", "average_revenue"],
    columns: ["segment_name", "customer_count", "revenue", "avg_revenue", "avg_days_since_purchase"],
    chart: { label: "segment_name", value: "revenue", kind: "bar" },
  },
  "staff/performance": {
    figures: ["revenue", "sales_count", "average_sale", "discount"],
    columns: ["staff_name", "revenue", "profit", "sales_count", "average_sale", "discount"],
    chart: { label: "staff_name", value: "revenue", kind: "bar" },
  },
  "financial/ar-aging": {
    figures: ["total_outstanding", "overdue_amount", "overdue_percentage", "days_sales_outstanding"],
    columns: ["customer_name", "total", "current", "days_1_30", "days_31_60", "days_61_90", "days_over_90"],
    chart: { label: "customer_name", value: "total", kind: "bar" },
    now: true,
  },
  "inventory/stock": {
    figures: ["stock_value", "products", "to_reorder", "out_of_stock"],
    columns: ["product", "on_hand", "days_of_cover", "value_at_cost", "units_sold", "note"],
    chart: { label: "product", value: "value_at_cost", kind: "bar" },
  },
  "inventory/expiring": {
    figures: ["value_at_risk", "value", "batches"],
    columns: ["product", "storefront", "expires_on", "units", "would_sell", "value_at_risk"],
    chart: { label: "product", value: "value_at_risk", kind: "bar" },
    now: true,
  },
  "financial/profit": {
    figures: ["profit_after_expenses", "profit", "expenses", "revenue"],
    columns: ["name", "amount", "share"],
    chart: { label: "name", value: "amount", kind: "bar" },
  },
  "cash/tills": {
    figures: ["difference", "cash_in_open_tills", "short", "over"],
    columns: ["till", "cashier_name", "storefront_name", "opened_at", "cash_expected", "cash_counted", "difference"],
    chart: { label: "cashier_name", value: "difference", kind: "bar" },
  },
  "inventory/movement": {
    figures: ["units_in", "units_out", "movements"],
    columns: ["product", "purchase", "sent_back", "sale", "return", "adjustment", "transfer", "net"],
    chart: { label: "product", value: "net", kind: "bar" },
  },
};

export const isName = (name: string): name is Name => name in kinds;

/** In an address, a report's slash is a dot. */
export const toSlug = (name: Name): string => name.replace("/", ".");
export const fromSlug = (slug: string): string => slug.replace(".", "/");
