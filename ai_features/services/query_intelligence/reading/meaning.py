"""What words leave open, as tables: who does a verb, what it measures, what a measure counts, whom it is about."""

from dataclasses import dataclass
from typing import Final

from ai_features.services.query_intelligence.reading.lexicon import rows
from reports.metrics.ordering import ORDERING
from reports.metrics.promising import PROMISING


@dataclass(frozen=True)
class Verb:
    """What somebody does: its measure in money and in number, who does it, and to what."""

    money: str = ""
    number: str = ""
    who: str = ""
    whom: str = ""
    times: str = "sales_count"


VERBS: Final = {
    "sell": Verb("revenue", "units", "staff", "customer"),
    "make": Verb("revenue", "units", "staff"),
    "bring": Verb("revenue", "units", "staff"),
    "last": Verb("cover_days", "cover_days", ""),
    "buy": Verb("revenue", "units", "customer"),
    "spend": Verb("revenue", "", "customer"),
    "pay": Verb("received", "payments", "customer", "", "payments"),
    "owe": Verb("outstanding", "open_invoices", "customer", "", "open_invoices"),
    "return": Verb("returns", "returned_units", "customer", "", "returns_count"),
    "receive": Verb("received", "payments", "staff", "customer", "payments"),
    "come": Verb("revenue", "sales_count", "customer"),
    "fall_due": Verb("outstanding", "open_invoices", "customer", "", "open_invoices"),
    "serve": Verb("sales_count", "sales_count", "staff", "customer"),
    "handle": Verb("sales_count", "sales_count", "staff", "customer"),
    "give": Verb("", "", "staff", "customer"),
    "take": Verb("", "", "customer"),
    "deliver": Verb("delivered_value", "delivered", "supplier", "", "deliveries"),
}

LIGHT: Final = frozenset({"make", "give", "take", "handle"})
"""Verbs that say nothing beside a measure: "made a profit", "gave discount"."""

ON_RECORD: Final = {
    "customer": "customer_count",
    "product": "product_count",
    "staff": "staff_count",
    "storefront": "storefront_count",
    "supplier": "supplier_count",
    "category": "category_count",
    "brand": "brand_count",
}

_OF_TILLS = ("cash_missing", "cash_over", "cash_difference")
ORDERS: Final = tuple(each.key for each in ORDERING)
PROMISES: Final = tuple(each.key for each in PROMISING)
WHO: Final = {
    "outstanding": "customer",
    "overdue": "customer",
    "due": "customer",
    "debtors": "customer",
    "received": "customer",
    "credit_given": "customer",
    "credit_sales": "customer",
    "returns": "customer",
    "returned_units": "customer",
    "advance": "customer",
    "credit_limit": "customer",
    "credit_room": "customer",
    "over_by": "customer",
    "days_to_pay": "customer",
    "days_late": "customer",
    "on_time_rate": "customer",
    "oldest_invoice": "customer",
    "part_paid": "customer",
    "last_payment": "customer",
    "first_sale": "customer",
    "last_sale": "customer",
    "open_invoices": "customer",
    "overdue_invoices": "customer",
    "payments": "customer",
    "debt_collected": "customer",
    "owed_to_suppliers": "supplier",
    "overdue_to_suppliers": "supplier",
    "paid_to_suppliers": "supplier",
    "delivered": "supplier",
    "delivered_value": "supplier",
    "deliveries": "supplier",
    "due_to_suppliers": "supplier",
    "open_bills": "supplier",
    "sent_back_to_suppliers": "supplier",
    **dict.fromkeys(ORDERS, "supplier"),
    **dict.fromkeys(PROMISES, "customer"),
}
"""Whom "who" asks for beside a measure; where it is not here, the staff."""

OF_WHAT: Final = {
    **dict.fromkeys(("open_orders", "late_orders", "expected_orders", "orders_placed", "open_bills"), "supplier"),
    **dict.fromkeys(("due_to_suppliers", "overdue_to_suppliers"), "supplier"),
    **dict.fromkeys(PROMISES, "customer"),
    **dict.fromkeys(("price_changes", "price_rises", "price_cuts", "last_price_change", "on_order"), "product"),
    **dict.fromkeys(("expiring_units", "expiring_value", "past_expiry_units", "past_expiry_value"), "product"),
}
"""What "which" asks for beside a measure, where nothing else is said."""

OF_WHICH: Final = OF_WHAT | {"expenses": "expense_category", **dict.fromkeys(_OF_TILLS, "staff")}
"""What "which was the biggest" asks for, after such a figure."""


def _ordered(relation: str) -> dict[str, list[str]]:
    keyed = ((key.partition(":"), measures) for key, measures in rows("relations"))
    return {key: measures for (name, _, key), measures in keyed if name == relation}


def _related(relation: str) -> dict[str, frozenset[str]]:
    return {key: frozenset(measures) for key, measures in _ordered(relation).items()}


WEAKER: Final = _related("weaker")
"""Measures whose words only lead to another beside them: "profit on sales", "overdue debt"."""
NATURAL: Final = _related("natural")
"""Things that a measure is about anyhow: "goods sold" says no more than "sold"."""
COMPATIBLE: Final = _related("beside")
"""The measures that a verb may stand beside."""


def _other(relation: str) -> dict[str, str]:
    return {key: measures[0] for key, measures in _ordered(relation).items()}


NUMBER_OF: Final = _other("number")
"""What "how many" makes of a measure in money."""
IN_UNIT: Final = {unit: _other(unit) for unit in ("money", "percent", "each", "cost", "units")}
"""A measure said in another unit is another measure."""
LESS, WITH = (_ordered(relation) for relation in ("less", "with"))
"""The figures that a second one taken off a first, or put on it, makes of it: the keys are "profit-expenses"."""
LEFT: Final = _other("left")
"""What is left of it, after such a figure of a customer."""
PEOPLE_OF: Final = _other("people")
"""What "how many people is that" makes of a measure; of others they are counted one by one."""
