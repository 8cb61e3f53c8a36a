import { beforeEach, expect, test } from "vitest";
import type { Good } from "../../api/shapes";
import { countSale, soldOften } from "./frequent";

const product = (id: string): Good => ({
  id,
  name: id,
  sku: id,
  barcode: "",
  retail_price: "1.00",
  wholesale_price: null,
  tracks_stock: true,
  stock: "5",
  stock_by_storefront: [],
});
const [milk, rice, soap] = [product("milk"), product("rice"), product("soap")];
const sold = (storefront: string, ...products: Good[]) =>
  countSale(
    storefront,
    products.map((each) => ({ product: each, quantity: 12 })),
  );

beforeEach(() => localStorage.clear());

test("what is sold in most sales comes first, each storefront by itself", () => {
  sold("osu", milk, rice);
  sold("osu", rice);
  sold("tema", soap);
  expect(soldOften("osu", [milk, rice, soap])).toEqual([rice, milk]);
  expect(soldOften("tema", [milk, rice, soap])).toEqual([soap]);
});

test("what is no longer on sale is not offered, and what cannot be read is as nothing", () => {
  sold("osu", milk, rice);
  expect(soldOften("osu", [milk])).toEqual([milk]);
  localStorage.setItem("shop.often.osu", "[1, 2");
  expect(soldOften("osu", [milk])).toEqual([]);
});

test("what sold long ago gives way", () => {
  sold("osu", soap);
  for (let sale = 0; sale < 201; sale += 1) sold("osu", rice);
  expect(soldOften("osu", [rice, soap])).toEqual([rice]);
});
