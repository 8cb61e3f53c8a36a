"""What the records say of a product's price: its weeks, its shelf, the goods beside it, other shops."""

import datetime as dt
import uuid
from collections import Counter, defaultdict
from decimal import Decimal

import numpy as np
import numpy.typing as npt
from django.db.models import Count, F, Max, Min, Sum
from django.db.models.functions import Coalesce

from common import shop_clock as clock
from common.tenancy import TenantQuerySet
from inventory.models import CompetitorPrice, Product, Stock, StockMovement
from reports.prices.evidence import Floats, Weeks
from sales.models import PriceTier, SaleLine

WEEKS = 104
OTHERS = 300  # goods against which a change is measured
EMPTY_DAYS = 3  # at the end of which the shelf was empty, in a week that does not count
COVER_DAYS, LINE_DAYS, COMPETITOR_DAYS, SHOP_DAYS = 28, 180, 90, 400
LINES_AT_MOST = 2_000

Bools = npt.NDArray[np.bool_]


def first_week() -> dt.date:
    """The Monday from which on weeks are read."""
    today = clock.today()
    return today - dt.timedelta(days=today.weekday() + 7 * WEEKS)


def weeks_of(product: Product) -> Weeks:
    """Units sold at retail and the usual list price of each week that is over. Three queries."""
    units, seen = np.zeros(WEEKS), defaultdict[int, Counter[float]](Counter)
    rows = _retail(product.business_id).filter(product=product).annotate(week=_week(), listed=_listed())
    grouped = rows.order_by().values_list("week", "listed", "pack_id").annotate(Sum("quantity"), Count("pk"))
    for week, listed, pack_id, quantity, lines in grouped:
        place = _place(week)
        units[place] += float(quantity)
        if pack_id is None and quantity > 0:
            seen[place][float(listed)] += lines
    prices = np.zeros(WEEKS)
    for place, counted in seen.items():
        prices[place] = counted.most_common(1)[0][0]
    return Weeks(units, prices, _in_stock(product))


def others_of(product: Product) -> tuple[Floats, Bools]:
    """Weekly units of the goods that sell most often, and whether their price is the one of before. Two queries."""
    lines = _retail(product.business_id).exclude(product=product).order_by()
    often = lines.values("product_id").annotate(lines=Count("pk")).order_by("-lines", "product_id")
    place = {row["product_id"]: number for number, row in enumerate(often[:OTHERS])}
    units, prices = np.zeros((len(place), WEEKS)), np.zeros((len(place), WEEKS))
    rows = lines.filter(product_id__in=place, pack=None).annotate(week=_week(), listed=_listed())
    grouped = rows.values_list("product_id", "week").annotate(Sum("quantity"), Min("listed"), Max("listed"))
    for product_id, week, quantity, low, high in grouped:
        units[place[product_id], _place(week)] = float(quantity)
        prices[place[product_id], _place(week)] = float(low) if low == high else -1
    return units, _unchanged(prices)


def cover_of(product: Product) -> float | None:
    """Days that the stock lasts at the pace of four weeks; None for what keeps none or does not sell. Two queries."""
    since = clock.now() - dt.timedelta(days=COVER_DAYS)
    lines = SaleLine.objects.of(product.business_id).filter(product=product, sold_at__gte=since)
    sold = lines.aggregate(units=Sum("quantity"))["units"]
    if not product.tracks_stock or not sold or sold < 0:
        return None
    return float(_stock(product)) / (float(sold) / COVER_DAYS)


def line_quantities(product: Product) -> list[float]:
    """What retail customers took at once of late, in units. One query."""
    since = clock.now() - dt.timedelta(days=LINE_DAYS)
    lines = _retail(product.business_id).filter(product=product, sold_at__gte=since, quantity__gt=0, pack=None)
    return [float(units) for units in lines.order_by("-sold_at").values_list("quantity", flat=True)[:LINES_AT_MOST]]


def competitors(product: Product) -> list[CompetitorPrice]:
    """The latest price of each competitor that was seen in the last 90 days. One query."""
    since = clock.today() - dt.timedelta(days=COMPETITOR_DAYS)
    seen = CompetitorPrice.objects.of(product.business_id).filter(product=product, seen_on__gte=since)
    latest: dict[str, CompetitorPrice] = {}
    for row in seen.order_by("-seen_on", "-created_at"):
        latest.setdefault(row.competitor.lower(), row)
    return list(latest.values())


def shop_rhythm(business_id: uuid.UUID) -> tuple[list[float], list[float]]:
    """Sales by weekday, and of the eight weeks from this one a year ago, each against the mean. One query.

    Weekdays of twelve weeks; no weeks where a year of sales is not recorded.
    """
    today = clock.today()
    since = clock.start_of(today - dt.timedelta(days=SHOP_DAYS))
    lines = SaleLine.objects.of(business_id).filter(sold_at__gte=since).order_by()
    by_day = lines.annotate(day=clock.Day("sold_at")).values_list("day").annotate(Sum("revenue"))
    sold = {day: float(revenue) for day, revenue in by_day}
    return _weekdays(sold, today), _weeks_ahead(sold, today)


def _retail(business_id: uuid.UUID) -> TenantQuerySet[SaleLine]:
    since = clock.start_of(first_week())
    until = since + dt.timedelta(weeks=WEEKS)
    lines = SaleLine.objects.of(business_id).filter(sold_at__gte=since, sold_at__lt=until)
    return lines.filter(price_tier=PriceTier.RETAIL)


def _week() -> clock.Week:
    return clock.Week("sold_at")


def _listed() -> Coalesce:
    return Coalesce(F("list_price"), F("unit_price"))


def _place(week: dt.date) -> int:
    return (week - first_week()).days // 7


def _stock(product: Product) -> Decimal:
    there = Stock.objects.of(product.business_id).filter(product=product).aggregate(units=Sum("quantity"))["units"]
    return there or Decimal(0)


def _in_stock(product: Product) -> Bools:
    """For each week whether the product lay on a shelf; what was before the first movement is not known, and counts."""
    kept = np.ones(WEEKS, dtype=bool)
    first, today = first_week(), clock.today()
    days = StockMovement.objects.of(product.business_id).filter(product=product, at__gte=clock.start_of(first))
    by_day = days.annotate(day=clock.Day("at")).order_by().values_list("day")
    moved = dict(by_day.annotate(Sum("quantity")))
    if not product.tracks_stock or not moved:
        return kept
    balance, empty = _stock(product), Counter[int]()
    for age in range((today - min(moved)).days + 1):
        day = today - dt.timedelta(days=age)
        empty[(day - first).days // 7] += balance <= 0
        balance -= moved.get(day, Decimal(0))
    for week, count in empty.items():
        if week < WEEKS:
            kept[week] = count < EMPTY_DAYS
    return kept


def _unchanged(prices: Floats) -> Bools:
    """Whether each week's price is the last known one; a week without sales keeps it, one of two prices does not."""
    still = np.ones(prices.shape, dtype=bool)
    last = np.zeros(len(prices))
    for week in range(prices.shape[1]):
        now = prices[:, week]
        still[:, week] = (now == 0) | (last == 0) | (now == last)
        still[now < 0, week] = False
        last = np.where(now > 0, now, last)
    return still


def _weekdays(sold: dict[dt.date, float], today: dt.date) -> list[float]:
    days = [today - dt.timedelta(days=age) for age in range(1, 85)]
    sums = [sum(sold.get(day, 0.0) for day in days if day.weekday() == weekday) for weekday in range(7)]
    open_days = [amount for amount in sums if amount > 0]
    mean = sum(open_days) / len(open_days) if open_days else 0.0
    return [amount / mean if mean and amount > 0 else 1.0 for amount in sums]


def _weeks_ahead(sold: dict[dt.date, float], today: dt.date) -> list[float]:
    monday = today - dt.timedelta(days=today.weekday())
    if not sold or min(sold) > monday - dt.timedelta(weeks=52):
        return []
    sums = [_week_of(sold, monday - dt.timedelta(weeks=age)) for age in range(1, 53)]
    mean = sum(sums) / len(sums)
    return [amount / mean for amount in sums[::-1][:8]] if mean > 0 else []


def _week_of(sold: dict[dt.date, float], monday: dt.date) -> float:
    return sum(sold.get(monday + dt.timedelta(days=day), 0.0) for day in range(7))
