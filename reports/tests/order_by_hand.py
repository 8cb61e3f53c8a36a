"""A line of the reorder plan worked out again, day by day in plain arithmetic, to hold the plan against."""

import datetime as dt
import math
from collections import defaultdict
from dataclasses import dataclass
from statistics import NormalDist, fmean, median, stdev

from accounts.models import Storefront
from common import clock
from inventory.models import GoodsReceiptLine, Product, PurchaseOrderLine, Stock, StockMovement
from reports.workdays import holiday
from sales.models import SaleLine

DAY = dt.timedelta(days=1)
REVIEW_DAYS, ORDER_DAYS = 7, 14
Units = dict[dt.date, float]


@dataclass
class Shop:
    """What a storefront sold of each product, day by day, and which days are ordinary ones."""

    storefront: Storefront
    sold: dict[object, Units]
    days: list[dt.date]
    total: Units
    rates: Units
    ordinary: set[dt.date]


def shop(storefront: Storefront) -> Shop:
    """Read from its lines; returns count on the day of their sale. A day far below its weekday was closed."""
    sold: dict[object, Units] = defaultdict(lambda: defaultdict(float))
    lines = SaleLine.objects.filter(storefront=storefront, sold_at__lt=clock.start_of(clock.today()))
    for line in lines.select_related("original_line"):
        of = line.original_line if line.quantity < 0 and line.original_line else line
        sold[line.product_id][clock.local_date(of.sold_at)] += float(line.quantity)
    first = clock.local_date(StockMovement.objects.filter(storefront=storefront).order_by("at")[0].at)
    days = [first + n * DAY for n in range((clock.today() - first).days)]
    total = {day: sum(max(units.get(day, 0.0), 0.0) for units in sold.values()) for day in days}
    rates = {day: total[day] / usual for day in days if (usual := usual_total(total, day))}
    ordinary = {day for day in days if not holiday(day) and rates.get(day, 1.0) >= 0.1}
    return Shop(storefront, sold, days, total, rates, ordinary)


def usual_total(total: Units, day: dt.date) -> float:
    """The middle one of the same weekday in the three weeks before and after; 0 where there is none."""
    near = [day + shift * DAY for shift in (-21, -14, -7, 7, 14, 21)]
    found = [total[each] for each in near if each in total and not holiday(each)]
    return median(found) if found else 0.0


def days_without_stock(product: Product, storefront: Storefront, days: list[dt.date]) -> set[dt.date]:
    """Days on which there was never one on the shelf."""
    rows = StockMovement.objects.filter(product=product, storefront=storefront).order_by("at", "created_at")
    highest, left = {}, 0.0
    moved: dict[dt.date, list[float]] = defaultdict(list)
    for row in rows:
        moved[clock.local_date(row.at)].append(float(row.balance_after))
    for day in days:
        highest[day] = max(left, *moved[day], 0.0)
        left = moved[day][-1] if moved[day] else left
    return {day for day, most in highest.items() if most <= 0}


def lead_time(product: Product) -> tuple[float, float]:
    """Mean and standard deviation of days from order to receipt, its own beside three receipts of its supplier."""
    rows = GoodsReceiptLine.objects.filter(receipt__supplier=product.supplier, receipt__order__sent_at__isnull=False)
    came = rows.values_list("product_id", "receipt__received_at", "receipt__order__sent_at")
    took = [(pk, (received - sent) / DAY) for pk, received, sent in came if sent]
    all_of, own = [days for _, days in took], [days for pk, days in took if pk == product.pk]
    n = len(own)
    mean, spread = (n * fmean(own) + 3 * fmean(all_of)) / (n + 3), (n * stdev(own) + 3 * stdev(all_of)) / (n + 3)
    return mean, max(1.0, spread)


@dataclass
class ByHand:
    """Each step, in the order of the recipe."""

    sold: float
    days_without: int
    index: list[float]
    rate: float
    lead_days: float
    lead_spread: float
    day_spread: float
    demand: float
    reorder_point: float
    position: float
    order_up_to: float
    order: float


def by_hand(product: Product, at: Shop, service: float, pack: int = 1) -> ByHand:
    """The line of a product that has been on the shelf since the storefront's first day."""
    sold, without = at.sold[product.pk], days_without_stock(product, at.storefront, at.days)
    taught = [d for d in at.days if d in at.ordinary and (d not in without or sold.get(d, 0) > 0)]
    index = weekdays(at, sold, taught)
    rate = 0.55 * level(sold, taught, index, 0.015) + 0.45 * level(sold, taught, index, 0.10)
    coming = [rate * index[day.weekday()] * holiday_factor(at, day) for day in ahead(60)]
    lead, lead_spread = lead_time(product)
    whole, part = int(lead + REVIEW_DAYS), (lead + REVIEW_DAYS) % 1
    demand = sum(coming[:whole]) + part * coming[whole]
    spread = day_spread(sold, [day for day in taught if day in at.days[-182:]], index)
    variance = (lead + 7) * spread**2 + (demand / (lead + 7) * lead_spread) ** 2 + (0.15 * demand) ** 2
    k, z = demand**2 / variance, NormalDist().inv_cdf(service)
    point = max(demand, demand * (1 - 1 / (9 * k) + z / (3 * math.sqrt(k))) ** 3)
    position = on_hand_and_ordered(product, at.storefront)
    up_to = point + ORDER_DAYS * sum(coming[:30]) / 30
    return ByHand(
        sum(sold.values()),
        len(without),
        index,
        rate,
        lead,
        lead_spread,
        spread,
        demand,
        point,
        position,
        up_to,
        math.ceil((up_to - position) / pack) * pack if position <= point else 0,
    )


def weekdays(at: Shop, sold: Units, taught: list[dt.date]) -> list[float]:
    """Each weekday against the mean day in half a year, leaning on the storefront's by a hundred units."""
    recent = set(at.days[-182:])
    days = [day for day in taught if day in recent]
    own = shape([[sold.get(d, 0.0) for d in days if d.weekday() == w] for w in range(7)])
    all_days = [day for day in recent if day in at.ordinary]
    whole = shape([[at.total[d] for d in all_days if d.weekday() == w] for w in range(7)])
    units = sum(sold.get(day, 0.0) for day in days)
    return [(units * mine + 100 * theirs) / (units + 100) for mine, theirs in zip(own, whole, strict=True)]


def shape(by_weekday: list[list[float]]) -> list[float]:
    means = [fmean(units) if units else 0.0 for units in by_weekday]
    return [mean / fmean(means) for mean in means] if sum(means) else [1.0] * 7


def level(sold: Units, taught: list[dt.date], index: list[float], speed: float) -> float:
    """Units of a mean day; each day back weighs less by `speed`."""
    weight = {day: (1 - speed) ** ((clock.today() - day).days - 1) for day in taught}
    whole = sum(weight[day] * index[day.weekday()] for day in taught)
    return sum(weight[day] * sold.get(day, 0.0) for day in taught) / whole


def day_spread(sold: Units, days: list[dt.date], index: list[float]) -> float:
    mean = sum(sold.get(d, 0.0) for d in days) / sum(index[d.weekday()] for d in days)
    return math.sqrt(fmean((sold.get(d, 0.0) - mean * index[d.weekday()]) ** 2 for d in days))


def ahead(count: int) -> list[dt.date]:
    return [clock.today() + n * DAY for n in range(count)]


def holiday_factor(at: Shop, day: dt.date) -> float:
    """What the holiday of that name was worth before, held by one ordinary day; nothing where the shop was closed."""
    if not holiday(day):
        return 1.0
    before = [rate for each, rate in at.rates.items() if holiday(each) == holiday(day)]
    return 0.0 if before and fmean(before) < 0.1 else (sum(before) + 1) / (len(before) + 1)


def on_hand_and_ordered(product: Product, storefront: Storefront) -> float:
    held = sum(row.quantity for row in Stock.objects.filter(product=product, storefront=storefront))
    lines = PurchaseOrderLine.objects.filter(product=product, order__storefront=storefront)
    open_lines = lines.filter(order__status__in=("sent", "part_received"))
    return float(held) + sum(max(float(line.quantity - line.received), 0.0) for line in open_lines)


def gamma_quantile(shape: float, scale: float, share: float) -> float:
    """By halving, from the series of the incomplete gamma function: no approximation to share with the plan."""
    low, high = 0.0, shape * scale * 50 + 50
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(shape, middle / scale) < share else (low, middle)
    return low


def _below(shape: float, x: float) -> float:
    term = total = 1 / shape
    for n in range(1, 2000):
        term *= x / (shape + n)
        total += term
    return total * math.exp(shape * math.log(x) - x - math.lgamma(shape)) if x > 0 else 0.0
