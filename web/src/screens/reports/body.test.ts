import { expect, test } from "vitest";
import { pointsOf } from "./Body";

test("bars have the largest first, one for each name, and none for nothing", () => {
  const results = [
    { cashier_name: "Ama", difference: "-1.10" },
    { cashier_name: "Kofi", difference: "0.00" },
    { cashier_name: "Esi", difference: "4.00" },
    { cashier_name: "Ama", difference: "-5.20" },
    { cashier_name: "Yaw", difference: null },
  ];
  expect(pointsOf(results, { label: "cashier_name", value: "difference", kind: "bar" })).toEqual([
    { label: "Ama", value: -6.3 },
    { label: "Esi", value: 4 },
  ]);
});

test("a line keeps the order of the days, and their zeros", () => {
  const results = [
    { period: "2026-11-02", revenue: "0.00" },
    { period: "2026-11-03", revenue: "12.50" },
  ];
  expect(pointsOf(results, { label: "period", value: "revenue", kind: "line" }).map(({ value }) => value)).toEqual([
    0, 12.5,
  ]);
});
