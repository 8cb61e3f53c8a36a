import { expect, test } from "vitest";
import type { Good } from "../../api/shapes";
import { added, type Line, matching, mostDiscount, obstacle, type Paying, saleOf, totalOf, withQuantity } from "./cart";

const product = (id: string, name: string, retail_price: string, barcode = ""): Good => ({
  id,
  name,
  sku: id,
  barcode,
  retail_price,
  wholesale_price: "1.00",
  tracks_stock: true,
  stock: "5",
  stock_by_storefront: [],
});
const rice = product("RICE", "Perfumed rice 5 kg", "119.99", "6034000123456");
const soap = product("SOAP", "Bar soap", "0.10");
const cash = (given: number): Paying => ({ method: "cash", given, network: "mtn", reference: "", customer: null });

test("the same product twice is one line, and its total is exact", () => {
  const lines = added(added(added([], rice), soap), rice);
  expect(lines.map(({ product: { id }, quantity }) => [id, quantity])).toEqual([
    ["RICE", 2],
    ["SOAP", 1],
  ]);
  expect(totalOf(withQuantity(lines, "SOAP", 3), "retail", 0)).toBe(24028);
  expect(totalOf(lines, "wholesale", 50)).toBe(250);
  expect(withQuantity(lines, "SOAP", 0)).toHaveLength(1);
});

test("a scanned code finds its product alone, words find names with all of them", () => {
  const goods = [soap, rice, product("RICE-25", "Perfumed rice 25 kg", "500")];
  expect(matching(goods, "6034000123456")).toEqual([rice]);
  expect(matching(goods, "rice perf").map(({ id }) => id)).toEqual(["RICE", "RICE-25"]);
  expect(matching(goods, "  ")).toEqual([]);
});

test("a sale says what was given in cash, and who owes what is on account", () => {
  const lines: Line[] = [{ product: rice, quantity: 1 }];
  const ticket = { clientId: "c", storefrontId: "s", lines, tier: "retail" as const, discount: 0 };
  expect(saleOf({ ...ticket, paying: cash(20000) }).payments).toEqual([{ method: "cash", amount: "200.00" }]);
  const momo: Paying = { ...cash(0), method: "mobile_money", reference: " MP1 " };
  expect(saleOf({ ...ticket, paying: momo }).payments).toEqual([
    { method: "mobile_money", amount: "119.99", network: "mtn", reference: "MP1" },
  ]);
  expect(saleOf({ ...ticket, paying: { ...cash(0), method: "on_account" } }).payments).toEqual([]);
});

test("too little cash, or a debt of nobody, is no sale yet", () => {
  expect([obstacle(cash(100), 200), obstacle(cash(200), 200)]).toEqual(["short", ""]);
  expect(obstacle({ ...cash(0), method: "on_account" }, 200)).toBe("customer");
});

test("a cashier takes a tenth off at most, and wholesale prices are named when they are not the customer's own", () => {
  const lines: Line[] = [{ product: rice, quantity: 1 }];
  expect([mostDiscount(lines, "retail", false), mostDiscount(lines, "retail", true)]).toEqual([1199, 11999]);
  const ticket = { clientId: "c", storefrontId: "s", lines, discount: 20, paying: cash(20000) };
  expect(saleOf({ ...ticket, tier: "wholesale" })).toMatchObject({ discount: "0.20", price_tier: "wholesale" });
  expect(saleOf({ ...ticket, tier: "retail" })).not.toHaveProperty("price_tier");
});
