"""Lists that are more than a metric by a dimension: what to restock, what does not sell, who is new or lost."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from django.db.models import Count, F, Max, Min, Model, Q, Sum

from accounts.models import Membership, Storefront
from ai_features.services.query_intelligence.executor.labels import names
from ai_features.services.query_intelligence.executor.result import Column, Result, Row, Value
from ai_features.services.query_intelligence.plan import MOST_ROWS, Plan
from ai_features.services.query_intelligence.vocabulary import LISTS
from common import clock, money
from inventory.models import Category, Product, Supplier
from reports import measures
from reports.measures import Cut
from reports.metrics import Source
from sales import queries
from sales.models import Customer, Sale

PACE_DAYS = 30
TARGET_DAYS = 30
Lines = list[tuple[Any, dict[str, Value]]]


def run(business_id: uuid.UUID, plan: Plan, *, today: dt.date) -> Result:
    """The rows of a list metric, most pressing first, and how many there are."""
    source, lines = _LISTS[plan.metric](business_id, plan, today)
    shown = lines[: plan.limit or MOST_ROWS] if plan.dimensions else []
    labels = names(business_id, [LISTS[plan.metric].of], [(key,) for key, _ in shown])
    rows = tuple(Row((key,), label, values) for (key, values), label in zip(shown, labels, strict=True))
    before: dict[str, Value] = {}
    if plan.compare_to:
        _, then = _LISTS[plan.metric](business_id, plan.model_copy(update={"period": plan.compare_to}), today)
        before = {plan.metric: Decimal(len(then))}
    columns = tuple(Column(key, title, unit) for key, title, unit in LISTS[plan.metric].columns)
    return Result(
        plan=plan,
        columns=columns,
        rows=rows,
        total={plan.metric: Decimal(len(lines))},
        before=before,
        found=len(lines),
        sources=(source,),
    )


def _cut(plan: Plan, start: dt.date | None = None, end: dt.date | None = None) -> Cut:
    kept = {each.dimension: each.values for each in plan.filters if not each.exclude}
    return Cut(start, end, kept, {each.dimension: each.values for each in plan.filters if each.exclude})


def _stock(business_id: uuid.UUID, plan: Plan) -> dict[uuid.UUID, dict[str, Any]]:
    """On hand, reorder level, cost and delivery days of each active product that stock is kept of."""
    rows = measures.rows_of(business_id, Source.STOCK, cut=_cut(plan)).filter(product__is_active=True)
    fields = ("product_id", "product__reorder_level", "product__cost", "product__supplier__lead_time_days")
    found = rows.values_list(*fields).annotate(on_hand=Sum("quantity"))
    return {
        pk: {"on_hand": Decimal(on_hand or 0), "level": level, "cost": cost, "lead": lead or 0}
        for pk, level, cost, lead, on_hand in found
    }


def _sold(business_id: uuid.UUID, plan: Plan, start: dt.date, end: dt.date) -> dict[Any, Decimal]:
    rows = measures.by(business_id, ["units"], dimensions=["product"], cut=_cut(plan, start, end))
    return {row.key[0]: row["units"] or Decimal(0) for row in rows}


def _pace(business_id: uuid.UUID, plan: Plan, today: dt.date) -> dict[Any, Decimal]:
    """Units sold in the last 30 complete days."""
    return _sold(business_id, plan, today - dt.timedelta(days=PACE_DAYS), today)


def _days_left(on_hand: Decimal, sold: Decimal) -> Decimal | None:
    return round(on_hand * PACE_DAYS / sold, 1) if sold > 0 else None


def _reorder(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    kept, sold = _stock(business_id, plan), _pace(business_id, plan, today)
    lines: Lines = []
    for pk, row in kept.items():
        if row["on_hand"] > row["level"]:
            continue
        daily = max(sold.get(pk, Decimal(0)), Decimal(0)) / PACE_DAYS
        wanted = row["level"] + daily * (TARGET_DAYS + row["lead"]) - row["on_hand"]
        suggested = max(wanted, Decimal(0)).to_integral_value(ROUND_CEILING)
        lines.append((pk, {"on_hand": row["on_hand"], "reorder_level": row["level"], "suggested": suggested}))
    lines.sort(key=lambda line: _soonest(_days_left(kept[line[0]]["on_hand"], sold.get(line[0], Decimal(0))), line))
    return ("stock records", len(kept)), lines


def _soonest(days: Decimal | None, line: tuple[Any, dict[str, Value]]) -> tuple[Any, ...]:
    return days is None, days or Decimal(0), str(line[0])


def _out_of_stock(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    kept, sold = _stock(business_id, plan), _pace(business_id, plan, today)
    lines: Lines = [
        (pk, {"on_hand": row["on_hand"], "sold_30_days": sold.get(pk, Decimal(0))})
        for pk, row in kept.items()
        if row["on_hand"] <= 0
    ]
    lines.sort(key=lambda line: (-sold.get(line[0], Decimal(0)), str(line[0])))
    return ("stock records", len(kept)), lines


def _cover(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    kept, sold = _stock(business_id, plan), _pace(business_id, plan, today)
    lines: Lines = []
    for pk, row in kept.items():
        units = sold.get(pk, Decimal(0))
        left = _days_left(row["on_hand"], units)
        lines.append((pk, {"days_of_cover": left, "on_hand": row["on_hand"], "sold_30_days": units}))
    lines.sort(key=lambda line: (line[1]["days_of_cover"] is None, line[1]["days_of_cover"] or 0, str(line[0])))
    return ("stock records", len(kept)), lines


def _unsold(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    assert plan.period
    kept, sold = _stock(business_id, plan), _sold(business_id, plan, plan.period.start, plan.period.end)
    lines: Lines = [
        (pk, {"on_hand": row["on_hand"], "value_at_cost": money.cedis(row["on_hand"] * row["cost"])})
        for pk, row in kept.items()
        if row["on_hand"] > 0 and sold.get(pk, Decimal(0)) <= 0
    ]
    lines.sort(key=lambda line: (-Decimal(str(line[1]["value_at_cost"])), str(line[0])))
    return ("stock records", len(kept)), lines


def _bought(business_id: uuid.UUID, plan: Plan) -> list[tuple[Any, Any, Any, int, int]]:
    """(customer, first sale, last sale, sales in the period, sales before it) of every known customer."""
    assert plan.period
    sales = measures.rows_of(business_id, Source.SALES, cut=_cut(plan)).filter(
        kind=Sale.Kind.SALE, customer__isnull=False
    )
    start, end = clock.start_of(plan.period.start), clock.start_of(plan.period.end)
    inside = Count("id", filter=Q(sold_at__gte=start, sold_at__lt=end))
    before = Count("id", filter=Q(sold_at__lt=start))
    moments = sales.values_list("customer_id").annotate(
        first=Min("sold_at"), last=Max("sold_at"), inside=inside, before=before
    )
    return list(moments)


def _spent(business_id: uuid.UUID, plan: Plan, cut: Cut) -> dict[Any, dict[str, Value]]:
    rows = measures.by(business_id, ["revenue", "sales_count"], dimensions=["customer"], cut=cut)
    return {row.key[0]: {"revenue": row["revenue"], "sales_count": row["sales_count"]} for row in rows}


def _customers_in(
    business_id: uuid.UUID, plan: Plan, chosen: Callable[[int, int], bool]
) -> tuple[tuple[str, int], Lines]:
    assert plan.period
    known = _bought(business_id, plan)
    spent = _spent(business_id, plan, _cut(plan, plan.period.start, plan.period.end))
    nothing: Mapping[str, Value] = {"revenue": Decimal(0), "sales_count": Decimal(0)}
    lines = [(pk, dict(spent.get(pk, nothing))) for pk, _, _, inside, before in known if chosen(inside, before)]
    lines.sort(key=lambda line: (-Decimal(str(line[1]["revenue"])), str(line[0])))
    return ("customers who ever bought", len(known)), lines


def _new(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    return _customers_in(business_id, plan, lambda inside, before: bool(inside) and not before)


def _returning(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    return _customers_in(business_id, plan, lambda inside, before: bool(inside) and inside + before > 1)


def _lapsed(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    """Bought before the period and not in it; the best customers first."""
    known = _bought(business_id, plan)
    spent = _spent(business_id, plan, _cut(plan))
    lines: Lines = [
        (pk, {"last_sale": clock.local_date(last), "revenue": spent.get(pk, {}).get("revenue")})
        for pk, _, last, inside, before in known
        if before and not inside
    ]
    lines.sort(key=lambda line: (-Decimal(str(line[1]["revenue"] or 0)), str(line[0])))
    return ("customers who ever bought", len(known)), lines


def _at_risk(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    from reports import rfm

    storefront = next((each.values[0] for each in plan.filters if each.dimension == "storefront"), None)
    scored = rfm.customers(business_id, rfm.window(today, uuid.UUID(str(storefront)) if storefront else None))
    chosen = [each for each in scored if each.segment in ("at_risk", "cant_lose")]
    chosen.sort(key=lambda each: (-each.revenue, str(each.customer_id)))
    lines: Lines = [
        (
            each.customer_id,
            {"days_since": Decimal(each.days_since), "sales_count": Decimal(each.sales), "revenue": each.revenue},
        )
        for each in chosen
    ]
    return ("customers of the last 12 months", len(scored)), lines


def _over_limit(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    limited = Customer.objects.of(business_id).filter(credit_limit__isnull=False, erased_at=None)
    over = queries.customer_balances(business_id, on=today).filter(erased_at=None, balance__gt=F("credit_limit"))
    for each in plan.filters:
        chosen = Q(pk__in=list(each.values))
        limited, over = (rows.exclude(chosen) if each.exclude else rows.filter(chosen) for rows in (limited, over))
    lines: Lines = [
        (pk, {"balance": balance, "limit": limit, "over": balance - limit})
        for pk, balance, limit in over.order_by().values_list("pk", "balance", "credit_limit")
    ]
    lines.sort(key=lambda line: (-Decimal(str(line[1]["over"])), str(line[0])))
    return ("customers with a credit limit", limited.count()), lines


def _all_customers(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    keys = Customer.objects.of(business_id).filter(erased_at=None).order_by("name", "id").values_list("pk", flat=True)
    lines: Lines = [(key, {}) for key in keys]
    return ("customers", len(lines)), lines


def _all_products(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
    rows = Product.objects.of(business_id).filter(is_active=True)
    paths = {"category": "category_id", "brand": "brand", "supplier": "supplier_id"}
    for each in plan.filters:
        chosen = Q(**{f"{paths[each.dimension]}__in": list(each.values)})
        rows = rows.exclude(chosen) if each.exclude else rows.filter(chosen)
    lines: Lines = [(key, {}) for key in rows.order_by("name", "id").values_list("pk", flat=True)]
    return ("products", len(lines)), lines


def _all_of(model: type[Model], name: str) -> Callable[[uuid.UUID, Plan, dt.date], tuple[tuple[str, int], Lines]]:
    def found(business_id: uuid.UUID, plan: Plan, today: dt.date) -> tuple[tuple[str, int], Lines]:
        rows = model._default_manager.filter(business_id=business_id).order_by("name", "id")
        lines: Lines = [(key, {}) for key in rows.values_list("pk", flat=True)]
        return (name, len(lines)), lines

    return found


_LISTS: dict[str, Callable[[uuid.UUID, Plan, dt.date], tuple[tuple[str, int], Lines]]] = {
    "reorder": _reorder, "out_of_stock": _out_of_stock, "cover": _cover, "unsold": _unsold, "new_customers": _new,
    "returning_customers": _returning, "lapsed_customers": _lapsed, "churn_risk": _at_risk,
    "over_limit": _over_limit, "customer_count": _all_customers, "product_count": _all_products,
    "staff_count": _all_of(Membership, "staff"),
    "storefront_count": _all_of(Storefront, "storefronts"),
    "supplier_count": _all_of(Supplier, "suppliers"),
    "category_count": _all_of(Category, "categories"),
}  # fmt: skip
