import { expect, test } from "vitest";
import { spanOf } from "./reports";

test("a period is the days it says, also at the start of a year", () => {
  const now = new Date("2027-01-05T08:00:00Z");
  expect(spanOf("this_month", now)).toEqual({ from: "2027-01-01", to: "2027-01-05" });
  expect(spanOf("last_month", now)).toEqual({ from: "2026-12-01", to: "2026-12-31" });
  expect(spanOf("days_30", now)).toEqual({ from: "2026-12-07", to: "2027-01-05" });
  expect(spanOf("year", now)).toEqual({ from: "2026-01-06", to: "2027-01-05" });
});
