"""The facts behind whom to ask for money and the credit portfolio, for 1,000 and 10,000 customers on account."""

import uuid
from decimal import Decimal
from functools import partial
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.tests.builders import caller_of, make_business, make_member, make_storefront
from ai_features.features.credit import collection_priority, portfolio_dashboard
from ai_features.services.model import prompts, tokens
from benchmarks.rows import insert
from benchmarks.timing import paired_medians, say, say_pair
from common import clock
from sales.models import Customer, PaymentAllocation, Sale

SIZES = (1_000, 10_000)
INVOICES_EACH = 20
ROUNDS = 5
AIM_SECONDS = 1.5
INVOICES = """(
    SELECT *, sold + 30 AS due, greatest(sold, sold + 30 + late) AS paid_on FROM (
        SELECT c.id AS customer, row_number() OVER () AS n, %(today)s::date - (random() * 700)::int AS sold,
               (random() * 20000 + 1000)::int / 100.0 AS total, (random() * 40 - 15)::int AS late,
               random() < 0.98 AS pays
        FROM sales_customer c, generate_series(1, %(each)s)
        WHERE c.business_id = %(business)s AND c.credit_limit = 5000) drawn) dated"""
PAID = "pays AND paid_on <= %(today)s"
OVERDUE = """SELECT customer_id, sum(total - paid), max(%s::date - due_date) FROM sales_sale
             WHERE business_id = %s AND paid < total AND due_date < %s GROUP BY customer_id ORDER BY 2 DESC"""


def run() -> None:
    """Print both facts beside the bare sum of what is overdue, their queries, and the tokens of the one model call."""
    for customers in SIZES:
        owner = make_member(make_business(f"Bench {customers}"))
        fill_accounts(owner.business_id, make_storefront(owner.business).pk, customers)
        caller = caller_of(owner)
        say(f"  {customers:,} customers, {customers * INVOICES_EACH:,} invoices (aim: under {AIM_SECONDS} s each)")

        priority = partial(collection_priority.gather, caller, {"overdue_only": True, "min_amount": Decimal(0)})
        dashboard = partial(portfolio_dashboard.gather, caller, {})
        bare = partial(_rows, OVERDUE, [clock.today(), owner.business_id, clock.today()])
        work: tuple[tuple[str, partial[Any]], ...] = (("whom to ask first", priority), ("credit portfolio", dashboard))
        for name, facts in work:
            say_pair(name, *paired_medians(facts, bare, ROUNDS))
            with CaptureQueriesContext(connection) as made:
                facts()
            say(f"    {len(made)} queries")
        found = priority()
        sent = prompts.payload(collection_priority.FEATURE, found, found.shown, ())
        prompt = tokens.count(sent) + tokens.count(prompts.system(collection_priority.FEATURE.prompt))
        say(f"    {prompt:,} tokens in the one call for {len(found.cases)} customers")


def fill_accounts(business_id: uuid.UUID, storefront_id: uuid.UUID, customers: int) -> None:
    values: dict[str, Any] = {
        "today": clock.today(),
        "each": INVOICES_EACH,
        "business": business_id,
        "storefront": storefront_id,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        account = {"name": "'Account ' || n", "credit_limit": "5000", "terms_days": "30"}
        insert(Customer, account, f"generate_series(1, {customers}) n", values)
        insert(
            Sale,
            {
                "number": "'N' || n",
                "storefront_id": "%(storefront)s",
                "customer_id": "customer",
                "sold_at": "sold",
                "subtotal": "total",
                "total": "total",
                "due_date": "due",
                "paid": f"CASE WHEN {PAID} THEN total ELSE 0 END",
                "settled_at": f"CASE WHEN {PAID} THEN paid_on END",
            },
            INVOICES,
            values,
        )
        allocated = {"invoice_id": "id", "credit_note_id": "id", "amount": "total", "at": "settled_at"}
        paid = "sales_sale WHERE business_id = %(business)s AND paid > 0 AND number LIKE 'N%%'"
        insert(PaymentAllocation, allocated, paid, values)
        cursor.execute("ANALYZE sales_sale, sales_customer, sales_paymentallocation")


def _rows(sql: str, values: list[Any]) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
