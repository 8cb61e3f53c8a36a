"""How products and categories sell."""

import uuid
from decimal import Decimal
from typing import Any

from inventory.models import Category
from reports import metric_queries, names
from reports.catalogue.customers import ranked
from reports.metric_queries import Row
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, figures, share
from reports.shapes import Id, shape

METRICS = ("revenue", "units", "profit", "margin", "returns", "return_rate", "average_price")
ORDERS = ("revenue", "profit", "units", "returns")


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    wanted = ("revenue", "units", "profit", "margin", "products_sold")
    return figures(metric_queries.total(business_id, wanted, cut=period.cut), *wanted)


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    group = asked.group or "product"
    summary = summarise(business_id, asked.period)
    found = ranked(
        metric_queries.by(business_id, METRICS, dimensions=[group], cut=asked.period.cut), asked.order or ORDERS[0]
    )[: asked.limit]
    named = _products(business_id, found) if group == "product" else _categories(business_id)
    total = Decimal(summary["revenue"])
    rows = [
        {
            "rank": place,
            **named.get(row.key[0], _NO_CATEGORY),
            **figures(row, *METRICS),
            "share_of_revenue": share(row["revenue"] or Decimal(0), total),
        }
        for place, row in enumerate(found, start=1)
    ]
    return Answer(summary, rows)


_NO_CATEGORY = {"category_id": None, "category": "No category"}


def _products(business_id: uuid.UUID, rows: list[Row]) -> dict[Any, dict[str, Any]]:
    return {
        product.pk: {
            "product_id": product.pk,
            "product": product.name,
            "sku": product.sku,
            "category": product.category.name if product.category else "",
        }
        for product in names.products(business_id, [row.key[0] for row in rows]).values()
    }


def _categories(business_id: uuid.UUID) -> dict[Any, dict[str, Any]]:
    found = Category.objects.of(business_id).values_list("pk", "name")
    return {key: {"category_id": key, "category": name} for key, name in found}


Totals = shape("ProductPerformanceTotals", "revenue", "units", "profit", "margin", "products_sold")
RowShape = shape(
    "ProductPerformanceRow",
    *METRICS,
    rank=int,
    product_id=(Id, None),
    product=(str, None),
    sku=(str, None),
    category_id=(Id | None, None),
    category=str,
    share_of_revenue=float | None,
)

PERFORMANCE = Report(
    key="product_performance",
    title="Product performance",
    path="product/performance",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    groups=("product", "category"),
    orders=ORDERS,
    about="Sales, profit and returns of each product or category.",
)
