import { expect, test } from "vitest";
import { placeOf } from "./places";

const action = {
  label: "",
  method: "GET" as const,
  path: "/reports/api/sales/change/?from=2026-11-27&to=2026-11-27",
  body: null,
};

test("an unusual day opens on that very day", () => {
  expect(placeOf({ kind: "unusual_day", action })).toMatchObject({
    params: { name: "sales.change" },
    search: { from: "2026-11-27", to: "2026-11-27" },
  });
});

test("a payment that is not seen yet is looked at by its reference", () => {
  const stuck = { ...action, body: { reference: "AI-CREDIT-1" } };
  expect(placeOf({ kind: "payment_stuck", action: stuck })).toMatchObject({ search: { reference: "AI-CREDIT-1" } });
});
