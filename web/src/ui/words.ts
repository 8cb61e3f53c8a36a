/** Names and values of columns whose set is not known beforehand: those of answers and reports. */
import { count, day, money, percent } from "./format";

const AMOUNTS =
  /revenue|sales$|gross_sales|profit|cost|value|price|amount|total|outstanding|overdue$|balance|average_sale|discount|returns$|tax|received|credit_given|credit_limit|paid|change$|before|now|current$|days_1_30|days_31_60|days_61_90|days_over_90|effect/;
const COUNTS =
  /count|units|sales_count|quantity|on_hand|stock$|rank|days_of_cover|invoices|customers|days_overdue|buyers|movements/;
const PERCENTS = /percent|share|rate|margin|utilisation|keeping/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

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
  segment_name: "Segment",
  customer_count: "Customers",
  avg_revenue: "Average sales",
  label: "",
  period: "Day",
  sales_count: "Number of sales",
};

export function titleOf(key: string): string {
  const words = known[key] ?? key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function cellOf(key: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "✓" : "";
  if (typeof value !== "string" && typeof value !== "number") return "";
  if (typeof value === "string" && DAY.test(value)) return day(value);
  if (typeof value === "string" && Number.isNaN(Number(value))) return value;
  if (PERCENTS.test(key)) return percent(value);
  if (COUNTS.test(key)) return count(value);
  if (AMOUNTS.test(key) && typeof value === "string") return money(value);
  return count(value);
}
