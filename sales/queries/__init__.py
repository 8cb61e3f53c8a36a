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
from sales.queries.bought_before import Before, bought_before
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
from sales.queries.expenses import expenses, expenses_by_category, keeps_expenses, recurring_expenses
from sales.queries.receipts import Receipt, receipt
from sales.queries.till_downloads import till_data
from sales.queries.till_report import TillReport, till_report
from sales.queries.tills import (
    CASH,
    Money,
    carts,
    cash_in_tills,
    difference,
    sessions_at,
    till_events,
    till_sessions,
    with_money,
)
from sales.queries.tills import expected as expected_in_till

__all__ = [
    "CASH",
    "PLAN_STATUSES",
    "PROMISE_STATUSES",
    "SALE_STATUSES",
    "Before",
    "Entry",
    "InstalmentState",
    "Money",
    "Receipt",
    "Statement",
    "TillReport",
    "bought_before",
    "carts",
    "cash_in_tills",
    "collection_notes",
    "credit_by_customer",
    "customer_balances",
    "difference",
    "expected_in_till",
    "expenses",
    "expenses_by_category",
    "instalment_states",
    "keeps_expenses",
    "open_credit_notes",
    "open_invoices",
    "open_less_credit",
    "outstanding",
    "overdue_less_credit",
    "payment_plans",
    "payments",
    "promises",
    "receipt",
    "recurring_expenses",
    "sale_details",
    "sales",
    "sessions_at",
    "statement",
    "status_of",
    "till_data",
    "till_events",
    "till_report",
    "till_sessions",
    "unused_credit",
    "unused_payments",
    "with_money",
    "with_status",
]
