/** A customer as a form has them, and as the API takes them. */
import type { Customer } from "../../api/shapes";

const CONSENTS = ["reminders_allowed", "receipts_allowed", "marketing_allowed"] as const;

type Kept = Pick<
  Customer,
  "name" | "phone" | "email" | "form_of_address" | "language" | "price_tier" | "credit_hold" | "credit_hold_reason"
>;

export interface Values extends Kept {
  credit_limit: string | number;
  terms_days: string | number;
  /** The names of the consents that were given. */
  allowed: string[];
}

export function valuesOf(customer: Customer): Values {
  const { name, phone, email, form_of_address, language, price_tier, credit_hold, credit_hold_reason } = customer;
  return {
    name,
    phone,
    email,
    form_of_address,
    language,
    price_tier,
    credit_hold,
    credit_hold_reason,
    credit_limit: customer.credit_limit === null ? "" : String(Number(customer.credit_limit)),
    terms_days: customer.terms_days,
    allowed: CONSENTS.filter((consent) => customer[consent]),
  };
}

/** No limit is none, not zero; a reason to hold goes with the hold. */
export function fieldsOf({ allowed, credit_limit, terms_days, credit_hold_reason, ...who }: Values) {
  return {
    ...who,
    credit_limit: credit_limit === "" ? null : String(Number(credit_limit)),
    terms_days: Number(terms_days),
    credit_hold_reason: who.credit_hold ? credit_hold_reason : "",
    reminders_allowed: allowed.includes("reminders_allowed"),
    receipts_allowed: allowed.includes("receipts_allowed"),
    marketing_allowed: allowed.includes("marketing_allowed"),
  };
}
