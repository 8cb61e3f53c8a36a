"""A business's patterns of the last whole week, from its own records."""

import datetime as dt
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db.models import Case, Count, F, Min, Q, Sum, When, Window
from django.db.models.functions import RowNumber

from accounts.models import Membership
from common.tenancy import Role
from reports.losses import amounts, unit_prices
from reports.losses.chances import chances
from reports.losses.events import LOW_PRICE, events
from reports.losses.hours import usual_hours
from reports.losses.judging import Judged, discoveries, tested
from reports.losses.tallies import WEEKS, Event, tallies
from reports.losses.weeks import Weeks
from sales.models import SOLD, Sale, SaleLine

MOST_EVIDENCE = 20
MOST_LINES = 60_000
"""Lines of the four judged weeks whose unit prices are compared; a shop with more keeps list prices."""


@dataclass(frozen=True)
class Pattern:
    """What stands out, and the records to open: the latest twenty of the judged weeks."""

    judged: Judged
    evidence: tuple[Event, ...]
    weekly_sales: float
    """GHS that the business sells in a usual week."""


def patterns(business_id: uuid.UUID, today: dt.date, weights: Mapping[str, float] | None = None) -> list[Pattern]:
    """Everything that stands out in the last whole week before `today`. Some twenty queries for any trade."""
    weeks = Weeks.before(today)
    roles = _roles(business_id)
    if not roles:
        return []
    found = list(events(business_id, weeks, usual_hours(business_id, weeks)))
    found += _low_prices(business_id, weeks)
    counted = tallies(found, chances(business_id, weeks, found, roles), roles)
    looked_at = [*tested(counted), *_largest(business_id, weeks, found)]
    usual = _weekly_sales(business_id, weeks)
    return [Pattern(each, _evidence(each, found), usual) for each in discoveries(looked_at, weights or {})]


def _roles(business_id: uuid.UUID) -> dict[uuid.UUID, str]:
    """Everyone who works there; an owner only where there is another who may be told."""
    rows = dict(Membership.objects.of(business_id).filter(is_active=True).values_list("pk", "role"))
    owners = [person for person, role in rows.items() if role == Role.OWNER]
    return rows if len(owners) > 1 else {person: role for person, role in rows.items() if role != Role.OWNER}


def _low_prices(business_id: uuid.UUID, weeks: Weeks) -> list[Event]:
    """Sales with a unit price far below the product's usual one, where no list price tells it. One query."""
    lines = SaleLine.objects.of(business_id).filter(
        sold_at__gte=weeks.start,
        sold_at__lt=weeks.end,
        voided=False,
        quantity__gt=0,
        unit_price__gt=0,
        list_price__isnull=True,
        sale__sold_by__isnull=False,
    )
    columns = ("product", "unit_price", "quantity", "sale__sold_by", "storefront", "sold_at", "sale")
    rows = list(lines.order_by("-sold_at").values_list(*columns)[:MOST_LINES])
    if not rows:
        return []
    _, product = np.unique([row[0].hex for row in rows], return_inverse=True)
    price = np.array([float(row[1]) for row in rows])
    score, usual = unit_prices.scores(product, price), unit_prices.medians(product, np.log(price))
    low = (score >= LOW_PRICE) & (np.log(price) < usual[product])
    seen: dict[Any, Event] = {}
    for place in np.flatnonzero(low):
        _, _, units, person, shop, moment, sale = rows[place]
        lost = float(units) * (float(np.exp(usual[product[place]])) - float(price[place]))
        seen.setdefault(sale, Event("low_prices", person, shop, weeks.of(moment), lost, moment, "sale", sale))
    return list(seen.values())


def _largest(business_id: uuid.UUID, weeks: Weeks, found: list[Event]) -> list[Judged]:
    """The largest sale of the week at each storefront, where it is larger than any before; adds it to the events.

    Two queries, which leave all but the largest sales in the database.
    """
    is_new = Q(sold_at__gte=weeks.end - dt.timedelta(weeks=1))
    sold = Sale.objects.of(business_id).filter(SOLD, sold_at__gte=weeks.start, sold_at__lt=weeks.end).order_by()
    counted = sold.values("storefront").annotate(
        known=Count("pk", filter=~is_new), new=Count("pk", filter=is_new), least=Min("total", filter=~is_new)
    )
    first = Window(RowNumber(), [F("storefront"), F("is_new")], F("total").desc())
    ranked = sold.annotate(is_new=Case(When(is_new, then=True), default=False), rank=first)
    tops = list(ranked.filter(rank__lte=amounts.TAIL + 1).values_list("storefront", "is_new", "total", "sold_at", "pk"))
    judged = []
    for row in counted:
        place = row["storefront"]
        now = [each[2:] for each in tops if each[:2] == (place, True)]
        before = np.array([float(each[2]) for each in tops if each[:2] == (place, False)])
        if now and len(before):
            amount, moment, pk = max(now)
            total = float(amount)
            found.append(Event("large_sale", None, place, WEEKS - 1, total, moment, "sale", pk))
            p = amounts.chance_of_largest(before, row["known"], total, row["new"])
            seen = float(row["least"]), float(before.max())
            judged.append(Judged("large_sale", None, place, 1, 1, row["new"], 0.0, total, p, None, seen))
    return judged


def _evidence(judged: Judged, found: list[Event]) -> tuple[Event, ...]:
    own = [
        each
        for each in found
        if (each.signal, each.person, each.place) == (judged.signal, judged.person, judged.place)
        and each.week >= WEEKS - judged.weeks
    ]
    by_document: dict[uuid.UUID, Event] = {}
    for each in own:
        before = by_document.get(each.document)
        by_document[each.document] = each._replace(value=before.value + each.value) if before else each
    return tuple(sorted(by_document.values(), key=lambda each: each.at, reverse=True)[:MOST_EVIDENCE])


def _weekly_sales(business_id: uuid.UUID, weeks: Weeks) -> float:
    sold = Sale.objects.of(business_id).filter(sold_at__gte=weeks.start, sold_at__lt=weeks.end, voided_at=None)
    sold = sold.exclude(kind=Sale.Kind.OPENING)
    told = sold.aggregate(sum=Sum("total"), first=Min("sold_at"))
    if not told["first"]:
        return 0.0
    return float(told["sum"] or 0) / (WEEKS - weeks.of(told["first"]))
