import { expect, test } from "vitest";
import { labelled, rowsOf, steps } from "./visual";

test("a waterfall's steps float from where the one before ended", () => {
  const drawn = steps([
    { label: "September", value: 100, kind: "total" },
    { label: "price", value: -30, kind: "step" },
    { label: "volume", value: 50, kind: "step" },
    { label: "October", value: 120, kind: "total" },
  ]);
  expect(drawn.map(({ base, height, kind }) => [base, height, kind])).toEqual([
    [0, 100, "total"],
    [70, 30, "down"],
    [70, 50, "up"],
    [0, 120, "total"],
  ]);
});

test("data in another form than a chart's are left out, not drawn wrongly", () => {
  expect(labelled([{ label: "Rice", value: 3 }, { label: "Oil", value: null }, "x"])).toEqual([
    { label: "Rice", value: 3 },
  ]);
  expect(rowsOf({ value: 72 })).toEqual([]);
});
