import { expect, test } from "vitest";
import { changesOf } from "./changes";

test("only what is other than before is sent, also what was emptied", () => {
  const before = { name: "Ama", phone: "+233244000001", credit_limit: "500", credit_hold: false };
  expect(changesOf(before, { ...before, phone: "", credit_limit: "700" })).toEqual({ phone: "", credit_limit: "700" });
});

test("nothing is sent where nothing was changed", () => {
  expect(changesOf({ price: null, unit: "bag" }, { price: null, unit: "bag" })).toEqual({});
});
