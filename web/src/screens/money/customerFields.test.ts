import { expect, test } from "vitest";
import { changesOf } from "../../api/changes";
import type { Customer } from "../../api/shapes";
import { fieldsOf, type Values, valuesOf } from "./customerFields";

const ama: Customer = {
  id: "c1",
  name: "Ama Serwaa",
  phone: "+233244000001",
  email: "",
  address: "",
  form_of_address: "Auntie",
  language: "en",
  price_tier: "retail",
  price_list_id: null,
  credit_limit: "500.00",
  terms_days: 30,
  credit_hold: true,
  credit_hold_reason: "Two cheques came back",
  reminders_allowed: true,
  receipts_allowed: false,
  marketing_allowed: false,
  outstanding: "0.00",
  overdue: "0.00",
  oldest_due: null,
  credit: "0.00",
  balance: "0.00",
  available_credit: "500.00",
  erased_at: null,
  created_at: "2026-01-05T08:00:00Z",
};

const sent = (changed: Partial<Values>) =>
  changesOf(fieldsOf(valuesOf(ama)), fieldsOf({ ...valuesOf(ama), ...changed }));

test("a customer who is only looked at changes nothing", () => {
  expect(sent({ credit_limit: "500.00", terms_days: "30" })).toEqual({});
});

test("an emptied limit is none, and a limit of zero is a limit", () => {
  expect(sent({ credit_limit: "" })).toEqual({ credit_limit: null });
  expect(sent({ credit_limit: 0 })).toEqual({ credit_limit: "0" });
});

test("the reason goes with the hold", () => {
  expect(sent({ credit_hold: false })).toEqual({ credit_hold: false, credit_hold_reason: "" });
});

test("each consent is given and taken back by itself", () => {
  expect(sent({ allowed: ["marketing_allowed"] })).toEqual({ reminders_allowed: false, marketing_allowed: true });
});
