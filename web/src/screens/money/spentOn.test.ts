import { expect, test } from "vitest";
import { spentOn } from "./spentOn";

test("an expense is named by its kind and its note, and by one of them where the other adds nothing", () => {
  expect(spentOn("Fuel", "For the generator")).toBe("Fuel: For the generator");
  expect(spentOn("Charges", "Bank charges")).toBe("Bank charges");
  expect(spentOn("Rent", "")).toBe("Rent");
});
