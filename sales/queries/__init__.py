"""Every read of sales. Queries take the business first and are scoped at their base."""

from sales.queries.balances import (
    credit_by_customer,
    customer_balances,
    open_credit_notes,
    open_invoices,
    open_less_credit,
    outstanding,
    overdue_less_credit,
    unused_credit,
    unused_payments,
)
from sales.queries.collections import (
    PLAN_STATUSES,
    PROMISE_STATUSES,
    InstalmentState,
    collection_notes,
    instalment_states,
    payment_plans,
    promises,
)
from sales.queries.documents import (
    SALE_STATUSES,
    Entry,
    Statement,
    payments,
    sale_details,
    sales,
    statement,
    status_of,
    with_status,
)
from sales.queries.receipts import Receipt, receipt

__all__ = [
    "PLAN_STATUSES",
    "PROMISE_STATUSES",
    "SALE_STATUSES",
    "Entry",
    "InstalmentState",
    "Receipt",
    "Statement",
    "collection_notes",
    "credit_by_customer",
    "customer_balances",
    "instalment_states",
    "open_credit_notes",
    "open_invoices",
    "open_less_credit",
    "outstanding",
    "overdue_less_credit",
    "payment_plans",
    "payments",
    "promises",
    "receipt",
    "sale_details",
    "sales",
    "statement",
    "status_of",
    "unused_credit",
    "unused_payments",
    "with_status",
]
