"""Which figures of each report may be said, and how: the slots of its summary and of its first rows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from ai_features.services.slots import Slots
from reports.metrics import METRICS, Unit

Kind = Literal["money", "count", "percent", "days", "units"]
_KINDS: Final[dict[Unit, Kind]] = {
    Unit.MONEY: "money",
    Unit.COUNT: "count",
    Unit.PERCENT: "percent",
    Unit.DAYS: "days",
    Unit.UNITS: "units",
}


@dataclass(frozen=True)
class Figure:
    """A figure of a report: its key, what it is called, its kind, and whether more of it is better or worse."""

    id: str
    label: str
    kind: Kind
    more_is: str = ""

    @property
    def compares(self) -> bool:
        """Whether a change in percent says something: not for what is itself a percentage."""
        return self.kind != "percent"

    def add(self, slots: Slots, slot: str, value: Any, *, of: str = "") -> None:
        """Register the value under `slot`."""
        amount = self.decimal(value)
        if self.kind == "money":
            slots.money(slot, amount, of=of)
        elif self.kind == "percent":
            slots.percent(slot, amount, of=of)
        elif self.kind == "days":
            slots.days(slot, round(amount), of=of)
        else:
            slots.count(slot, amount, of=of)

    @staticmethod
    def decimal(value: Any) -> Decimal:
        """A figure of the JSON contract, text or number, as a Decimal."""
        return Decimal(str(value))


@dataclass(frozen=True)
class Row:
    """How the rows of a report are named, and the figure that is said of each."""

    name: str
    figure: Figure
    is_person: bool = False
    key: str = ""


def _of(*keys: str) -> tuple[Figure, ...]:
    found = (METRICS[key] for key in keys)
    return tuple(Figure(metric.key, metric.title, _KINDS[metric.unit], metric.more_is) for metric in found)


_REVENUE: Final = _of("revenue")[0]
FIGURES: Final[dict[str, tuple[Figure, ...]]] = {
    "sales_summary": _of("revenue", "sales_count", "average_sale", "buyers", "discount", "returns", "credit_given"),
    "sales_change": (
        *_of("revenue", "units", "sales_count", "buyers"),
        Figure("change", "Change of sales", "money"),
        Figure("price", "Of the change, from prices", "money"),
        Figure("volume", "Of the change, from the number of units", "money"),
        Figure("mix", "Of the change, from which goods were sold", "money"),
    ),
    "revenue_profit": _of("revenue", "profit", "margin", "cost", "discount", "returns"),
    "profit": (
        *_of("revenue", "profit"),
        Figure("expenses", "Expenses", "money", "worse"),
        Figure("profit_after_expenses", "Profit after expenses", "money", "better"),
    ),
    "tills": (
        Figure("sessions", "Till sessions", "count"),
        Figure("open", "Open now", "count"),
        Figure("to_approve", "Waiting for approval", "count", "worse"),
        Figure("cash_in_open_tills", "Cash in the open tills", "money"),
        Figure("short", "Short", "money", "worse"),
        Figure("over", "Over", "money", "worse"),
    ),
    "ar_aging": (
        Figure("total_outstanding", "Owed to you", "money", "worse"),
        Figure("overdue_amount", "Overdue", "money", "worse"),
        Figure("overdue_percentage", "Overdue share", "percent", "worse"),
        Figure("overdue_invoices", "Overdue invoices", "count", "worse"),
        Figure("days_sales_outstanding", "Days sales outstanding", "days", "worse"),
        Figure("collection_effectiveness", "Collected of what could be", "percent", "better"),
    ),
    "customer_segmentation": (
        Figure("customers", "Customers", "count", "better"),
        Figure("revenue", "Sales", "money", "better"),
        Figure("average_revenue", "Sales per customer", "money", "better"),
        Figure("customers_not_seen_lately", "Customers not seen lately", "count", "worse"),
    ),
    "top_customers": _of("revenue", "buyers", "sales_count"),
    "product_performance": _of("revenue", "units", "profit", "margin", "products_sold"),
    "stock_on_hand": (
        *_of("stock_value", "stock_retail_value"),
        Figure("products", "Products", "count"),
        Figure("out_of_stock", "Products out of stock", "count", "worse"),
        Figure("to_reorder", "Products to reorder", "count", "worse"),
    ),
    "stock_movement": (
        Figure("units_in", "Units in", "units"),
        Figure("units_out", "Units out", "units"),
        Figure("movements", "Movements", "count"),
    ),
    "expiring_stock": (
        Figure("batches", "Batches that expire soon", "count", "worse"),
        Figure("value", "Their value at cost", "money", "worse"),
        Figure("value_past_date", "Value past its date", "money", "worse"),
        Figure("value_at_risk", "Value that would not sell in time", "money", "worse"),
    ),
    "staff_performance": _of("revenue", "sales_count", "average_sale", "discount", "returns"),
}
ROWS: Final[dict[str, Row]] = {
    "ar_aging": Row("customer_name", Figure("overdue", "overdue", "money"), is_person=True, key="customer_id"),
    "customer_segmentation": Row("segment_name", _REVENUE),
    "top_customers": Row("customer_name", _REVENUE, is_person=True, key="customer_id"),
    "product_performance": Row("product", _REVENUE),
    "stock_on_hand": Row("product", Figure("value_at_cost", "value", "money")),
    "stock_movement": Row("product", Figure("movements", "movements", "count")),
    "expiring_stock": Row("product", Figure("value_at_risk", "value at risk", "money")),
    "profit": Row("name", Figure("amount", "spent", "money")),
    "tills": Row("till", Figure("cash_expected", "cash expected", "money")),
    "staff_performance": Row("staff_name", _REVENUE, is_person=True, key="staff_id"),
}
