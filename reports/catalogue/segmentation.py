"""Customers by how lately, how often and for how much they bought."""

import heapq
import uuid
from collections import defaultdict
from decimal import Decimal
from typing import Any, Literal

from common import money
from reports import names, rfm
from reports.period import Period
from reports.report import Answer, Asked, Report, Summary, share
from reports.rfm import SEGMENTS, Scored
from reports.shapes import Id, Money, many, shape

NAMED = 5


def summarise(business_id: uuid.UUID, period: Period) -> Summary:
    return _summary(rfm.customers(business_id, period))


def build(business_id: uuid.UUID, asked: Asked) -> Answer:
    found = rfm.customers(business_id, asked.period)
    groups: dict[str, list[Scored]] = defaultdict(list)
    for each in found:
        groups[each.segment].append(each)
    best = {key: heapq.nsmallest(NAMED, groups[key], key=_first) for key in SEGMENTS if key in groups}
    shown = names.customers(business_id, [each.customer_id for group in best.values() for each in group])
    total = sum((each.revenue for each in found), Decimal(0))
    rows = [
        _row(key, groups[key], total, len(found))
        | {"top_customers": [_customer(each, shown[each.customer_id].name) for each in group]}
        for key, group in best.items()
    ]
    return Answer(_summary(found), rows)


def _summary(found: list[Scored]) -> Summary:
    revenue = sum((each.revenue for each in found), Decimal(0))
    inactive = sum(1 for each in found if each.recency <= 2)
    return {
        "customers": len(found),
        "revenue": money.plain(revenue),
        "average_revenue": money.plain(revenue / len(found)) if found else None,
        "customers_not_seen_lately": inactive,
        "method": "quintiles" if len(found) >= rfm.QUINTILES_FROM else "fixed borders",
    }


def _first(each: Scored) -> tuple[Decimal, int]:
    """The more revenue, the further in front; equal ones by id."""
    return -each.revenue, each.customer_id.int


def _row(key: str, group: list[Scored], total: Decimal, everyone: int) -> dict[str, Any]:
    revenue = sum((each.revenue for each in group), Decimal(0))
    title, about = SEGMENTS[key]
    return {
        "segment": key,
        "segment_name": title,
        "description": about,
        "customer_count": len(group),
        "share_of_customers": share(Decimal(len(group)), Decimal(everyone)),
        "revenue": money.plain(revenue),
        "avg_revenue": money.plain(revenue / len(group)),
        "share_of_revenue": share(revenue, total),
        "avg_days_since_purchase": round(sum(each.days_since for each in group) / len(group)),
    }


def _customer(each: Scored, name: str) -> dict[str, Any]:
    return {
        "customer_id": each.customer_id,
        "customer_name": name,
        "revenue": money.plain(each.revenue),
        "sales": each.sales,
        "days_since_purchase": each.days_since,
        "recency": each.recency,
        "frequency": each.frequency,
        "monetary": each.monetary,
    }


Totals = shape(
    "SegmentationTotals",
    customers=int,
    revenue=Money,
    average_revenue=Money | None,
    customers_not_seen_lately=int,
    method=Literal["quintiles", "fixed borders"],
)
_Customer = shape(
    "SegmentCustomer",
    customer_id=Id,
    customer_name=str,
    revenue=Money,
    sales=int,
    days_since_purchase=int,
    recency=int,
    frequency=int,
    monetary=int,
)
RowShape = shape(
    "SegmentationRow",
    segment=Literal[*SEGMENTS],
    segment_name=str,
    description=str,
    customer_count=int,
    share_of_customers=float | None,
    revenue=Money,
    avg_revenue=Money,
    share_of_revenue=float | None,
    avg_days_since_purchase=int,
    top_customers=many(_Customer),
)

SEGMENTATION = Report(
    key="customer_segmentation",
    title="Customer segments",
    path="customer/segmentation",
    build=build,
    summarise=summarise,
    totals=Totals,
    row=RowShape,
    about="RFM segments over the period; without `from`, over the twelve months up to `to`.",
)
