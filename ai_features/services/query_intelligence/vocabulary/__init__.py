"""The words of a shop: what its figures are called, what they can be cut by, and how people say it.

The meaning of each figure is in `reports.metrics`; here are the names people use for it.
"""

from ai_features.services.query_intelligence.vocabulary.dimensions import (
    DIMENSIONS,
    METHOD_TITLES,
    METHODS,
    NAMED,
    NETWORKS,
    TIERS,
    TIME_DIMENSIONS,
    WEEKDAY_TITLES,
    Dimension,
)
from ai_features.services.query_intelligence.vocabulary.figures import METRIC_WORDS
from ai_features.services.query_intelligence.vocabulary.lists import LISTS, ListMetric
from reports.metrics import METRICS

__all__ = [
    "DIMENSIONS", "LISTS", "METHODS", "METHOD_TITLES", "METRIC_WORDS", "NAMED", "NETWORKS", "TIERS",
    "TIME_DIMENSIONS", "WEEKDAY_TITLES", "Dimension", "ListMetric", "definition", "kind_of_question", "title",
]  # fmt: skip


def title(key: str) -> str:
    """What an answer calls a metric or a list."""
    return METRICS[key].title if key in METRICS else LISTS[key].title


def definition(key: str) -> str:
    return METRICS[key].definition if key in METRICS else LISTS[key].definition


def kind_of_question(metric: str, dimensions: tuple[str, ...]) -> str:
    """The `query_type` of the contract."""
    if metric in ("stock", "stock_value", "stock_retail_value", "reorder", "out_of_stock", "cover", "unsold"):
        return "inventory"
    if metric in ("profit", "margin", "cost", "tax", "received", "payments", "discount", "credit_given"):
        return "financial"
    if metric in (
        "outstanding",
        "overdue",
        "debtors",
        "open_invoices",
        "overdue_invoices",
        "buyers",
        "due",
        "due_invoices",
    ):
        return "customer"
    if "customer" in dimensions or (metric in LISTS and LISTS[metric].of == "customer"):
        return "customer"
    return "product" if {"product", "category", "brand"} & set(dimensions) or metric == "product_count" else "sales"
