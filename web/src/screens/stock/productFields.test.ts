import { expect, test } from "vitest";
import { changesOf } from "../../api/changes";
import type { Product } from "../../api/shapes";
import { fieldsOf, skuOf, valuesOf } from "./productFields";

const rice: Product = {
  id: "p1",
  name: "Rice 5 kg",
  sku: "RICE-5",
  category_id: null,
  category_name: null,
  supplier_id: null,
  supplier_name: null,
  barcode: "",
  brand: "",
  unit: "bag",
  cost: "0.00",
  retail_price: "112.50",
  wholesale_price: null,
  reorder_level: "10.000",
  minimum_order_quantity: "0.000",
  attributes: {},
  description: "",
  whole_units_only: true,
  tracks_stock: true,
  is_active: true,
  stock: "4.000",
  stock_by_storefront: [],
  low_stock: true,
  created_at: "2026-01-05T08:00:00Z",
};

test("a new product needs a name and a price; its code is made from the name", () => {
  const fields = fieldsOf({ ...valuesOf(), name: " Milo 400 g ", retail_price: 62.5 });
  expect(fields).toMatchObject({ name: "Milo 400 g", sku: "MILO-400-G", retail_price: "62.5", unit: "piece" });
  expect(fields).toMatchObject({ category_id: null, wholesale_price: null, cost: "0", reorder_level: "0" });
});

test("a product that is only looked at changes nothing, however its amounts are written", () => {
  const before = fieldsOf(valuesOf(rice));
  expect(changesOf(before, fieldsOf({ ...valuesOf(rice), retail_price: "112.50", reorder_level: 10 }))).toEqual({});
});

test("what was changed or emptied is sent and nothing else", () => {
  const dear = { ...rice, wholesale_price: "100.00", cost: "90.00" };
  const after = fieldsOf({ ...valuesOf(dear), wholesale_price: "", cost: 95 });
  expect(changesOf(fieldsOf(valuesOf(dear)), after)).toEqual({ wholesale_price: null, cost: "95" });
});

test("a price of zero is shown, and a cost of zero is one that was not given", () => {
  expect(valuesOf({ ...rice, retail_price: "0.00" })).toMatchObject({ retail_price: "0", cost: "" });
});

test.each([
  ["Café crème", "CAFE-CREME"],
  ["Nkatenkwan (½ l)", "NKATENKWAN-1-2-L"],
  ["Ɔdɔ", "ƆDƆ"],
])("%s has the code %s", (name, code) => {
  expect(skuOf(name)).toBe(code);
});
