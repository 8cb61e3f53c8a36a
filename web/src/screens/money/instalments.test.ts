import { expect, test } from "vitest";
import { instalments } from "./instalments";

test("the parts add up to the pesewa, the odd ones first", () => {
  expect(instalments(10_000, 3, "2026-11-30", "weekly")).toEqual([
    { due_on: "2026-11-30", amount: "33.34" },
    { due_on: "2026-12-07", amount: "33.33" },
    { due_on: "2026-12-14", amount: "33.33" },
  ]);
});

test("a month later is the same day, or a shorter month's last", () => {
  const days = instalments(300, 3, "2026-12-31", "monthly").map(({ due_on }) => due_on);
  expect(days).toEqual(["2026-12-31", "2027-01-31", "2027-02-28"]);
});
