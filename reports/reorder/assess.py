"""From forecasts, stock and lead times to a line for each product at each storefront."""

import datetime as dt
import math
import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from common import shop_clock as clock
from inventory.models import Product, Supplier
from inventory.queries import LeadTime
from reports.demand import forecast
from reports.demand.outlook import Outlook
from reports.demand.series import Floats
from reports.reorder import classes, points
from reports.reorder.classes import Letters
from reports.reorder.line import Action, Line, Urgency

REVIEW_DAYS = 7
ORDER_DAYS = 14
HOLDING_A_YEAR = 0.25  # of what goods cost: money tied up, space, spoiling
OVERSTOCK_DAYS = 90
DEAD_DAYS = 90
LEAST_KNOWN_DAYS = 14
SETTLED_DAYS = 28
SLOW_DAYS = 90
MONTH = 30
USUAL_MARGIN = 0.2

Place = tuple[uuid.UUID, uuid.UUID]
"""A product and a storefront."""


@dataclass(frozen=True)
class Goods:
    """What is known of the goods of a business besides what they sell."""

    products: Mapping[uuid.UUID, Product]
    lead_times: Mapping[uuid.UUID, LeadTime]
    on_hand: Mapping[Place, float]
    on_order: Mapping[Place, float]
    packs: Mapping[uuid.UUID, float]
    review_days: int = REVIEW_DAYS


def lines(goods: Goods, outlooks: list[Outlook]) -> list[Line]:
    """Every product at every storefront that has sold it, holds it, or waits for it."""
    letters = _letters(goods, outlooks)
    found = [line for outlook in outlooks for line in _of_storefront(goods, outlook, letters)]
    seen = {(line.product.pk, line.storefront_id) for line in found}
    for place in sorted({*goods.on_hand, *goods.on_order} - seen, key=str):
        if place[0] in goods.products:
            found.append(_decided(_unknown(goods, place), known_days=0, last_sold=0, offered=0))
    return found


def _letters(goods: Goods, outlooks: list[Outlook]) -> dict[uuid.UUID, str]:
    """A, B or C of each product, by the margin of a month at all storefronts."""
    units: dict[uuid.UUID, float] = dict.fromkeys(goods.products, 0.0)
    for outlook in outlooks:
        for product, month in zip(outlook.products, outlook.forecast.total(MONTH).tolist(), strict=True):
            units[product] += month
    margin = [sold * _margin(goods.products[product]) for product, sold in units.items()]
    return dict(zip(units, classes.by_margin(np.array(margin)).tolist(), strict=True))


def _margin(product: Product) -> float:
    price = float(product.retail_price)
    return price - float(product.cost) if product.cost else USUAL_MARGIN * price


def _of_storefront(goods: Goods, outlook: Outlook, letters: Mapping[uuid.UUID, str]) -> list[Line]:
    products = [goods.products[product] for product in outlook.products]
    leads = [goods.lead_times[product] for product in outlook.products]
    numbers = _numbers(goods, outlook, products, leads, np.array([letters[product] for product in outlook.products]))
    rows = zip(*(column.tolist() for column in numbers.values()), strict=True)
    known = zip(outlook.known_days.tolist(), outlook.last_sold.tolist(), outlook.offered.tolist(), strict=True)
    made, today = [], clock.today()
    for product, lead, row, (days, last_sold, offered) in zip(products, leads, rows, known, strict=True):
        values: dict[str, Any] = dict(zip(numbers, row, strict=True))
        values["runs_out_on"] = _date(today, values["cover_days"])
        values["cover_days"] = None if math.isinf(values["cover_days"]) else values["cover_days"]
        line = Line(product, outlook.storefront_id, lead_receipts=lead.n, **values)
        made.append(_decided(line, known_days=days, last_sold=last_sold, offered=offered))
    return made


def _numbers(
    goods: Goods, outlook: Outlook, products: list[Product], leads: list[LeadTime], abc: Letters
) -> dict[str, Any]:
    """The columns of the lines of one storefront, named as the fields of a line."""
    places = [(product, outlook.storefront_id) for product in outlook.products]
    on_hand, on_order = (np.array([held.get(p, 0.0) for p in places]) for held in (goods.on_hand, goods.on_order))
    service = np.select([abc == letter for letter in classes.SERVICE], list(classes.SERVICE.values()), 0.9)
    sums = outlook.forecast.sums()
    days = np.array([each.mean_days for each in leads])
    spreads = outlook.forecast.spread, np.array([each.sd_days for each in leads])
    _, _, until_delivery = _need(sums, days, spreads, service)
    expected, variance, point = _need(sums, days + goods.review_days, spreads, service)
    daily = sums[:, MONTH] / MONTH
    order_days = _order_days(goods, products, daily)
    up_to = point + order_days * daily
    return {
        "on_hand": on_hand,
        "on_order": on_order,
        "daily": daily,
        "lead_days": days,
        "abc": abc,
        "service": service,
        "xyz": classes.by_steadiness(outlook.weekly_variation),
        "reorder_point": point,
        "safety": point - expected,
        "until_delivery": until_delivery,
        "order_up_to": up_to,
        "order_days": order_days,
        "cover_days": _cover(sums, daily, on_hand),
        "shortage": points.expected_shortage(expected, variance, on_hand + on_order),
        "excess": np.floor(on_hand - np.maximum(up_to, OVERSTOCK_DAYS * daily)),
        "earned": np.array([float(p.retail_price - p.cost) if p.cost else 0.0 for p in products]),
        "pack": np.array([goods.packs.get(product, 1.0) for product in outlook.products]),
    }


def _need(sums: Floats, days: Floats, spreads: tuple[Floats, Floats], service: Floats) -> tuple[Floats, Floats, Floats]:
    """Units expected of so many days, their variance, and what lasts in `service` of all cases.

    `spreads` are the deviations of a day's units and of the lead time.
    """
    expected = forecast.within(sums, days)
    variance = points.variance(expected, days, *spreads)
    return expected, variance, np.maximum(points.reorder_points(expected, variance, service), expected)


def _order_days(goods: Goods, products: list[Product], daily: Floats) -> Floats:
    """For how many days of sales each product is ordered: its supplier's economic order, or two weeks.

    All goods of a supplier come with one order, so they share its cost: days = √(2·cost / Σ(daily·unit cost·holding)),
    the economic order quantity of a family of items (Silver, Pyke and Thomas, Inventory and Production Management, 11).
    """
    held: dict[uuid.UUID, float] = defaultdict(float)
    for product, units in zip(products, daily.tolist(), strict=True):
        if product.supplier_id:
            held[product.supplier_id] += units * float(product.cost) * HOLDING_A_YEAR / 365
    return np.array([_days_between(product.supplier, held, goods.review_days) for product in products])


def _days_between(supplier: Supplier | None, held: Mapping[uuid.UUID, float], least: int) -> float:
    if supplier is None or supplier.order_cost is None or not held[supplier.pk]:
        return ORDER_DAYS
    days = math.sqrt(2 * float(supplier.order_cost) / held[supplier.pk])
    return min(max(days, least), OVERSTOCK_DAYS)


def _cover(sums: Floats, daily: Floats, on_hand: Floats) -> Floats:
    """Whole days that the stock lasts, today included; infinite where nothing sells."""
    days = (sums[:, 1:] <= on_hand[:, None] + 1e-9).sum(axis=1)
    beyond = days + np.divide(on_hand - sums[:, -1], daily, out=np.full(len(daily), np.inf), where=daily > 0)
    return np.asarray(np.where(days < sums.shape[1] - 1, days, np.floor(beyond)))


def _date(today: dt.date, cover: float) -> dt.date | None:
    """The day on which the stock runs out, where that is within two years."""
    return today + dt.timedelta(days=int(cover)) if cover < 730 else None


def _unknown(goods: Goods, place: Place) -> Line:
    """A product that a storefront has only just been given, or waits for."""
    lead = goods.lead_times[place[0]]
    return Line(
        goods.products[place[0]],
        place[1],
        goods.on_hand.get(place, 0.0),
        goods.on_order.get(place, 0.0),
        daily=0.0,
        lead_days=lead.mean_days,
        lead_receipts=lead.n,
        reorder_point=0.0,
        safety=0.0,
        until_delivery=0.0,
        order_up_to=0.0,
        cover_days=None,
        runs_out_on=None,
        abc="C",
        xyz="Z",
        service=classes.SERVICE["C"],
        shortage=0.0,
        excess=0.0,
        earned=0.0,
        pack=goods.packs.get(place[0], 1.0),
        order_days=ORDER_DAYS,
    )


def _decided(line: Line, *, known_days: int, last_sold: int, offered: int) -> Line:
    """The line with its action, urgency and quantity, and the reason in words."""
    if known_days < LEAST_KNOWN_DAYS:
        return _by_own_level(line, "Too new" if offered < SETTLED_DAYS else "Too seldom in stock")
    if line.on_hand > 0 and last_sold > DEAD_DAYS and offered > DEAD_DAYS:
        line.action, line.why = Action.DEAD, f"Nothing was sold in {DEAD_DAYS} days."
    elif line.daily * SLOW_DAYS < 1:
        line.why = "Sells less than one in three months: order it when somebody asks."
    elif line.position <= line.reorder_point:
        return _to_order(line)
    elif line.excess >= 1:
        line.action, line.why = Action.OVERSTOCK, f"{_lasts(line)}."
    else:
        line.why = f"{_lasts(line)}." if line.cover_days is not None else ""
    return line


def _by_own_level(line: Line, reason: str) -> Line:
    """Without history the owner's own reorder level decides."""
    level = float(line.product.reorder_level)
    line.why = f"{reason} to say what it will sell."
    if level > 0 and line.position <= level:
        line.action, line.urgency = Action.ORDER, Urgency.MEDIUM
        line.suggested = line.orderable(2 * level - line.position)
        line.why = f"At or below the reorder level you set. {line.why}"
    return line


def _to_order(line: Line) -> Line:
    line.action = Action.ORDER
    line.suggested = line.orderable(line.order_up_to - line.position)
    line.urgency, line.why = _pressing(line)
    if line.earned < 0:
        line.why += " It is sold below what it costs: look at its price first."
    return line


def _pressing(line: Line) -> tuple[Urgency, str]:
    cover = line.cover_days or 0
    if line.on_hand <= 0:
        return (
            (Urgency.HIGH, "Out of stock; more is on its way.")
            if line.on_order
            else (Urgency.CRITICAL, "Out of stock.")
        )
    if cover < line.lead_days and not line.on_order:
        return Urgency.HIGH, f"{_lasts(line)}; a delivery takes about {line.lead_days:.0f}."
    if line.on_order:
        return Urgency.MEDIUM, f"{_lasts(line)}; with {line.on_order:,g} on the way it is below its reorder point."
    return Urgency.MEDIUM, f"{_lasts(line)}, and there is less than its reorder point."


def _lasts(line: Line) -> str:
    days = int(line.cover_days or 0)
    return f"Lasts {days} days" if days > 1 else "Lasts 1 day" if days else "Lasts less than a day"
