import { expect, test } from "vitest";
import type { Ageing, Balance, StockReport } from "../../api/shapes";
import { cardsOf } from "./cards";

const ageing = (overdue: string): Ageing => ({
  summary: {
    total_outstanding: "500.00",
    overdue_amount: overdue,
    overdue_percentage: 20,
    buckets: { current: "0", days_1_30: overdue, days_31_60: "0", days_61_90: "0", days_over_90: "0" },
    customers: 2,
    overdue_invoices: 1,
    disputed_amount: "0.00",
  },
  results: [{ customer_id: "c", customer_name: "Ama", overdue, days_overdue: 4, total: "500.00" }],
});
const stock = (to_reorder: number): StockReport => ({
  summary: { stock: "5", stock_value: "10", products: 3, out_of_stock: 1, to_reorder },
  results: [],
});
const balance: Balance = { balance: 1, held: 0, available: 1, low_balance: true, lots: [], has_monthly_addon: false };

test("the money at risk comes first, then the shelves, then the credits", () => {
  const cards = cardsOf({ role: "owner", ageing: ageing("62817.07"), stock: stock(8), balance });
  expect(cards.map(({ title }) => title)).toEqual(["GHS 62,817 is overdue", "8 products to order", "1 credit left"]);
  expect(cards.map(({ risk }) => risk === true)).toEqual([true, false, false]);
});

test("a shop in which nothing is wrong has no cards", () => {
  expect(cardsOf({ role: "owner", ageing: ageing("0.00"), stock: stock(0), broken: [], risks: [] })).toEqual([]);
});
