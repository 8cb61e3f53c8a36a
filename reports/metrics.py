"""What each figure means: one definition per metric, which reports and answers to questions both use.

A metric is made of parts; a part is an aggregate over one of the sources below. Parts add up over groups unless
they count distinct things, so totals are made from the same rows as the groups.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.db.models import Aggregate, Count, DecimalField, ExpressionWrapper, F, Q, Sum

from common import money
from sales.models import Payment, Sale

Parts = Mapping[str, Decimal]
AMOUNT: DecimalField[Any, Any] = DecimalField(max_digits=20, decimal_places=2)


class Unit(StrEnum):
    MONEY = "money"
    UNITS = "units"
    COUNT = "count"
    PERCENT = "percent"
    DAYS = "days"


class Source(StrEnum):
    """Where rows come from: `lines`, `sales` and `payments` in a period, `due` by due date; the others as of now."""

    LINES = "lines"
    SALES = "sales"
    PAYMENTS = "payments"
    CREDIT = "credit"
    INVOICES = "invoices"
    OVERDUE = "overdue"
    DUE = "due"
    STOCK = "stock"
    CUSTOMERS = "customers"
    REORDER = "reorder"


AS_OF_NOW = frozenset({Source.INVOICES, Source.OVERDUE, Source.STOCK, Source.REORDER})


@dataclass(frozen=True)
class Part:
    """A named aggregate, by source in order of preference. Not `additive`: groups do not add up to the total."""

    by_source: Mapping[Source, Aggregate]
    additive: bool = True


@dataclass(frozen=True)
class Metric:
    """A figure with its name, unit and definition. `value` gives None where there is nothing to divide by."""

    key: str
    title: str
    unit: Unit
    definition: str
    parts: tuple[str, ...]
    value: Callable[[Parts], Decimal | None]
    more_is: str = ""  # "better" or "worse", where a shop would say so


_sale = Q(kind=Sale.Kind.SALE)
_received = Q(kind=Payment.Kind.RECEIVED)
_open = ExpressionWrapper(F("total") - F("paid"), output_field=AMOUNT)
_at_cost = ExpressionWrapper(F("quantity") * F("product__cost"), output_field=AMOUNT)
_at_retail = ExpressionWrapper(F("quantity") * F("product__retail_price"), output_field=AMOUNT)

PARTS: dict[str, Part] = {
    "revenue": Part({Source.LINES: Sum("revenue")}),
    "units": Part({Source.LINES: Sum("quantity")}),
    "cost": Part({Source.LINES: Sum("cost")}),
    "costed_revenue": Part({Source.LINES: Sum("revenue", filter=Q(cost__isnull=False))}),
    "uncosted_revenue": Part({Source.LINES: Sum("revenue", filter=Q(cost__isnull=True))}),
    "returned": Part({Source.LINES: Sum("revenue", filter=Q(quantity__lt=0))}),
    "returned_units": Part({Source.LINES: Sum("quantity", filter=Q(quantity__lt=0))}),
    "sold_units": Part({Source.LINES: Sum("quantity", filter=Q(quantity__gt=0))}),
    "discount": Part({Source.LINES: Sum("discount")}),
    "tax": Part({Source.LINES: Sum("tax")}),
    "lines": Part({Source.LINES: Count("id")}),
    "sales": Part(
        {Source.SALES: Count("id", filter=_sale), Source.LINES: Count("sale", distinct=True, filter=Q(quantity__gt=0))},
        additive=False,
    ),
    "buyers": Part({Source.SALES: Count("customer", distinct=True, filter=_sale)}, additive=False),
    "products": Part({Source.LINES: Count("product", distinct=True, filter=Q(quantity__gt=0))}, additive=False),
    "received": Part({Source.PAYMENTS: Sum("amount", filter=_received)}),
    "paid_back": Part({Source.PAYMENTS: Sum("amount", filter=~_received)}),
    "payments": Part({Source.PAYMENTS: Count("id", filter=_received)}),
    "on_account": Part({Source.CREDIT: Sum("total")}),
    "credit_sales": Part({Source.CREDIT: Count("id")}),
    "open": Part({Source.INVOICES: Sum(_open)}),
    "open_invoices": Part({Source.INVOICES: Count("id")}),
    "debtors": Part({Source.INVOICES: Count("customer", distinct=True)}, additive=False),
    "overdue": Part({Source.OVERDUE: Sum(_open)}),
    "overdue_invoices": Part({Source.OVERDUE: Count("id")}),
    "due": Part({Source.DUE: Sum(_open)}),
    "due_invoices": Part({Source.DUE: Count("id")}),
    "stock": Part({Source.STOCK: Sum("quantity")}),
    "stock_cost": Part({Source.STOCK: Sum(_at_cost)}),
    "stock_retail": Part({Source.STOCK: Sum(_at_retail)}),
}


def _cedis(name: str) -> Callable[[Parts], Decimal | None]:
    return lambda parts: money.cedis(parts[name])


def _number(name: str) -> Callable[[Parts], Decimal | None]:
    return lambda parts: Decimal(parts[name])


def _profit(parts: Parts) -> Decimal:
    return money.cedis(parts["costed_revenue"] - parts["cost"])


def _margin(parts: Parts) -> Decimal | None:
    return money.share(_profit(parts), parts["costed_revenue"])


def _average(parts: Parts) -> Decimal | None:
    return money.cedis(parts["revenue"] / parts["sales"]) if parts["sales"] else None


def _price(parts: Parts) -> Decimal | None:
    return money.cedis(parts["revenue"] / parts["units"]) if parts["units"] else None


def _basket(parts: Parts) -> Decimal | None:
    return round(Decimal(parts["sold_units"]) / parts["sales"], 1) if parts["sales"] else None


def _return_rate(parts: Parts) -> Decimal | None:
    return money.share(-parts["returned_units"], parts["sold_units"])


_PROFIT = ("costed_revenue", "cost", "uncosted_revenue")

METRICS: dict[str, Metric] = {
    metric.key: metric
    for metric in (
        Metric(
            "revenue", "Sales", Unit.MONEY,
            "the value of what was sold, after discounts and less returns, before tax",
            ("revenue",), _cedis("revenue"), "better",
        ),
        Metric(
            "units", "Units sold", Unit.UNITS,
            "pieces sold, less pieces returned", ("units",), _number("units"), "better",
        ),
        Metric(
            "sales_count", "Number of sales", Unit.COUNT,
            "sales rung up, returns not counted", ("sales",), _number("sales"), "better",
        ),
        Metric(
            "profit", "Gross profit", Unit.MONEY,
            "sales less the cost of the goods sold, where the cost is known", _PROFIT, _profit, "better",
        ),
        Metric(
            "margin", "Profit margin", Unit.PERCENT,
            "gross profit as a share of the sales whose cost is known", _PROFIT, _margin, "better",
        ),
        Metric(
            "cost", "Cost of goods sold", Unit.MONEY,
            "what the goods sold had cost, where that is known", ("cost", "uncosted_revenue"), _cedis("cost"),
        ),
        Metric(
            "average_sale", "Average sale", Unit.MONEY,
            "sales, less returns, divided by the number of sales", ("revenue", "sales"), _average, "better",
        ),
        Metric(
            "average_price", "Average price", Unit.MONEY,
            "sales divided by units sold", ("revenue", "units"), _price,
        ),
        Metric(
            "basket_size", "Units per sale", Unit.UNITS,
            "pieces sold divided by the number of sales", ("sold_units", "sales"), _basket, "better",
        ),
        Metric(
            "discount", "Discounts given", Unit.MONEY,
            "what was taken off prices at the till", ("discount",), _cedis("discount"), "worse",
        ),
        Metric(
            "returns", "Returns", Unit.MONEY,
            "the value of goods brought back, before tax", ("returned",),
            lambda parts: money.cedis(-parts["returned"]), "worse",
        ),
        Metric(
            "returned_units", "Units returned", Unit.UNITS,
            "pieces brought back", ("returned_units",), lambda parts: -Decimal(parts["returned_units"]), "worse",
        ),
        Metric(
            "return_rate", "Return rate", Unit.PERCENT,
            "pieces brought back as a share of pieces sold", ("returned_units", "sold_units"), _return_rate, "worse",
        ),
        Metric(
            "tax", "Tax collected", Unit.MONEY,
            "tax charged on sales, less tax on returns", ("tax",), _cedis("tax"),
        ),
        Metric(
            "buyers", "Customers who bought", Unit.COUNT,
            "known customers with at least one sale", ("buyers",), _number("buyers"), "better",
        ),
        Metric(
            "products_sold", "Different products sold", Unit.COUNT,
            "products with at least one unit sold", ("products",), _number("products"),
        ),
        Metric(
            "received", "Payments received", Unit.MONEY,
            "money received in the period, at the till or for older invoices, less money paid back",
            ("received", "paid_back"), lambda parts: money.cedis(parts["received"] - parts["paid_back"]), "better",
        ),
        Metric(
            "payments", "Number of payments", Unit.COUNT,
            "payments received in the period", ("payments",), _number("payments"),
        ),
        Metric(
            "credit_given", "Sold on credit", Unit.MONEY,
            "the total, tax included, of sales with a due date", ("on_account",), _cedis("on_account"),
        ),
        Metric(
            "credit_sales", "Number of sales on credit", Unit.COUNT,
            "sales with a due date", ("credit_sales",), _number("credit_sales"),
        ),
        Metric(
            "outstanding", "Owed to you", Unit.MONEY,
            "what is still open today on invoices", ("open", "open_invoices"), _cedis("open"), "worse",
        ),
        Metric(
            "open_invoices", "Open invoices", Unit.COUNT,
            "invoices not yet paid in full today", ("open_invoices",), _number("open_invoices"), "worse",
        ),
        Metric(
            "debtors", "Customers who owe", Unit.COUNT,
            "customers with at least one open invoice today", ("debtors",), _number("debtors"), "worse",
        ),
        Metric(
            "overdue", "Overdue", Unit.MONEY,
            "what is open today on invoices whose due date has passed", ("overdue", "overdue_invoices"),
            _cedis("overdue"), "worse",
        ),
        Metric(
            "overdue_invoices", "Overdue invoices", Unit.COUNT,
            "open invoices whose due date has passed", ("overdue_invoices",), _number("overdue_invoices"), "worse",
        ),
        Metric(
            "due", "Falling due", Unit.MONEY,
            "what is open today on invoices whose due date falls in the period", ("due", "due_invoices"), _cedis("due"),
        ),
        Metric(
            "due_invoices", "Invoices falling due", Unit.COUNT,
            "open invoices whose due date falls in the period", ("due_invoices",), _number("due_invoices"),
        ),
        Metric(
            "stock", "Stock on hand", Unit.UNITS,
            "units in the storefronts now", ("stock",), _number("stock"),
        ),
        Metric(
            "stock_value", "Stock value", Unit.MONEY,
            "units in the storefronts now at today's cost price", ("stock_cost",), _cedis("stock_cost"),
        ),
        Metric(
            "stock_retail_value", "Stock value at selling prices", Unit.MONEY,
            "units in the storefronts now at today's retail price", ("stock_retail",), _cedis("stock_retail"),
        ),
    )
}  # fmt: skip


def parts_of(*keys: str) -> list[str]:
    """The parts that the metrics named need, each once."""
    return list(dict.fromkeys(part for key in keys for part in METRICS[key].parts))
