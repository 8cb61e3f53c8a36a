import { expect, test } from "vitest";
import { change, count, credits, day, dayFromNow, dial, fromPesewas, money, pesewas, units } from "./format";
import { cellOf, figureOf, titleOf } from "./words";

test("amounts, counts and days are written the same everywhere", () => {
  expect(money("62817.07")).toBe("GHS 62,817.07");
  expect(money("62817.07", { whole: true })).toBe("GHS 62,817");
  expect(money(null)).toBe("–");
  expect(count("8254")).toBe("8,254");
  expect([credits(1), credits(0.5)]).toEqual(["1 credit", "0.5 credits"]);
  expect([change(27.3), change(-4), change(0)]).toEqual(["+27.3%", "-4%", "0%"]);
  const now = new Date("2026-11-28T12:00:00Z");
  expect([day("2026-11-05", now), day("2027-02-04", now), dayFromNow(7, now)]).toEqual([
    "5 Nov",
    "4 Feb 2027",
    "2026-12-05",
  ]);
  expect(dial("+233 24 000-0108")).toBe("+233240000108");
});

test("units are counted as one says them, and measures stay as they are", () => {
  expect([units("1.000", "bag"), units("33", "bag"), units(0, "box"), units(2, "tray")]).toEqual([
    "1 bag",
    "33 bags",
    "0 boxes",
    "2 trays",
  ]);
  expect([units("2.5", "kg"), units(3, "pcs"), units(4, "dairy")]).toEqual(["2.5 kg", "3 pcs", "4 dairies"]);
});

test("money is added up in whole pesewas", () => {
  expect(pesewas("0.10") + pesewas("0.20")).toBe(30);
  expect(fromPesewas(pesewas("19.99") * 3)).toBe("59.97");
});

test("columns that are not known beforehand still read as what they are", () => {
  expect(titleOf("days_over_90")).toBe("Over 90 days");
  expect(cellOf("revenue", "42016.27")).toBe("GHS 42,016.27");
  expect([figureOf("revenue", "42016.27"), figureOf("revenue", "891.09")]).toEqual(["GHS 42,016", "GHS 891.09"]);
  expect(cellOf("units", "413")).toBe("413");
  expect(cellOf("margin", 18.4)).toBe("18.4%");
  expect(cellOf("last_purchase", "2025-11-27")).toBe("27 Nov 2025");
});
