import { expect, test } from "vitest";
import { chosen, dueOf, leftOf, type SoldLine } from "./undoing";

const line = (id: string, quantity: string, returned: string, total: string): SoldLine => ({
  id,
  quantity,
  returned,
  total,
  discount: "0.00",
  list_price: null,
  original_line_id: null,
  pack_id: null,
  pack_name: null,
  pack_price: null,
  pack_quantity: null,
  price_tier: "retail",
  product_id: "p",
  product_name: "Soap",
  sku: "S",
  tax: "0.00",
  unit_price: "5.00",
});
const good = (price: string) => ({
  id: "g",
  name: "Rice",
  sku: "R",
  barcode: "",
  retail_price: price,
  wholesale_price: null,
  tracks_stock: true,
  stock: "9",
  stock_by_storefront: [],
});

test("what came back before cannot come back again", () => {
  expect(leftOf(line("a", "3", "1", "15.00"))).toBe(2);
});

test("only lines with a quantity are sent", () => {
  expect(chosen({ a: 2, b: "", c: 0 })).toEqual([{ line_id: "a", quantity: "2" }]);
});

test("dearer goods leave something to pay, cheaper ones something to give back", () => {
  const sold = [line("a", "3", "0", "15.00")];
  const out = (price: string) => [{ product: good(price), quantity: 1 }];
  expect(dueOf(sold, { a: 1 }, out("12.50"), "retail")).toBe(750);
  expect(dueOf(sold, { a: 2 }, out("8.00"), "retail")).toBe(-200);
});
