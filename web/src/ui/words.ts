/** Names and values of columns whose set is not known beforehand: those of answers and reports. */
import { count, day, moment, money, percent } from "./format";

const AMOUNTS =
  /revenue|gross_sales|profit|cost|value|price|amount|total|outstanding|overdue$|balance|average_sale|discount|returns$|tax|received|credit_given|credit_limit|paid|change$|before$|now$|current$|days_1_30|days_31_60|days_61_90|days_over_90|effect|volume$|mix$|expenses$|short$|over$|difference$|cash_/;
const COUNTS =
  /count|units|quantity|on_hand|stock$|rank|days_of_cover|invoices|customers|days_overdue|buyers|movements|products|days_sales|days_since/;
const PERCENTS = /percent|share|rate|margin|utilisation|keeping/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

const known: Record<string, string> = {
  revenue: "Sales",
  sku: "SKU",
  days_1_30: "1–30 days",
  days_31_60: "31–60 days",
  days_61_90: "61–90 days",
  days_over_90: "Over 90 days",
  current: "Not yet due",
  customer_name: "Customer",
  staff_name: "Staff",
  segment_name: "Group",
  customer_count: "Customers",
  avg_revenue: "Sales each",
  average_revenue: "Sales for each customer",
  avg_days_since_purchase: "Days since the last purchase",
  label: "",
  period: "Day",
  sales_count: "Number of sales",
  credit_given: "Sold on account",
  share_of_revenue: "Share of sales",
  total_outstanding: "Owed in all",
  overdue_amount: "Overdue",
  overdue_percentage: "Share that is overdue",
  days_sales_outstanding: "Days until customers pay",
  stock_value: "Worth at cost",
  value_at_cost: "Worth at cost",
  to_reorder: "To reorder",
  out_of_stock: "Sold out",
  on_hand: "On hand",
  days_of_cover: "Lasts (days)",
  customers_not_seen_lately: "Not seen lately",
  value_at_risk: "Will not sell in time",
  would_sell: "Will sell",
  cash_in_open_tills: "Cash in open tills",
  cash_expected: "Expected",
  cash_counted: "Counted",
  opened_at: "Opened",
  short: "Missing",
  over: "Too much",
  difference: "Difference",
  storefront_name: "Storefront",
  cashier_name: "Cashier",
  profit_after_expenses: "Left after expenses",
  expenses: "Expenses",
  mix: "Mix of goods",
  by: "Kind",
  purchase: "Came in",
  sale: "Sold",
  return: "Came back",
  adjustment: "Corrected",
  sent_back: "Sent back",
  transfer: "Moved",
};

export function titleOf(key: string): string {
  const words = known[key] ?? key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const isAmount = (key: string): boolean => AMOUNTS.test(key) && !PERCENTS.test(key) && !COUNTS.test(key);

/** The title of a column in a table: amounts name their currency once, there. */
export const headOf = (key: string): string => (isAmount(key) ? `${titleOf(key)}, GHS` : titleOf(key));

export function cellOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "✓" : "";
  if (typeof value !== "string" && typeof value !== "number") return "";
  if (typeof value === "string" && DAY.test(value)) return day(value);
  if (typeof value === "string" && MOMENT.test(value)) return moment(value);
  if (typeof value === "string" && Number.isNaN(Number(value))) return value;
  if (PERCENTS.test(key)) return percent(value);
  return isAmount(key) && typeof value === "string" ? money(value) : count(value);
}

/** As a leading figure: from a thousand cedis on without pesewas, which tables have. */
export const figureOf = (key: string, value: unknown): string =>
  typeof value === "string" && isAmount(key) && Math.abs(Number(value)) >= 1000
    ? money(value, { whole: true })
    : cellOf(key, value);

/** The same without the currency, and a dash for nothing. */
export function bareCellOf(key: string, value: unknown): string {
  const text = cellOf(key, value).replace(/^GHS /, "");
  return text === "0.00" ? "–" : text;
}
