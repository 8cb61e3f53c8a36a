"""What to move, what to order from whom, and what lies too long."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from accounts.models import Storefront
from common import shop_clock as clock
from inventory.models import Pack, Product, Stock, Supplier
from inventory.queries import lead_times, on_order
from reports.demand.kept import outlooks
from reports.demand.outlook import Outlook
from reports.reorder import assess, budget, transfers
from reports.reorder.assess import Goods
from reports.reorder.budget import Spent
from reports.reorder.line import Action, Line, Urgency
from reports.reorder.transfers import TRIP_COST, Move

_PRESSING = {urgency: place for place, urgency in enumerate(Urgency)}
_ACTIONS = {action: place for place, action in enumerate(Action)}


@dataclass(frozen=True)
class Wish:
    """What a plan is asked for: everything, or one storefront, one supplier, a budget in GHS."""

    storefront_id: uuid.UUID | None = None
    supplier_id: uuid.UUID | None = None
    budget: Decimal | None = None
    review_days: int = assess.REVIEW_DAYS
    trip_cost: Decimal = TRIP_COST


@dataclass(frozen=True)
class Order:
    """What to buy from one supplier for one storefront. No supplier: the shop has not said from whom."""

    supplier: Supplier | None
    storefront_id: uuid.UUID
    lines: list[Line]

    @cached_property
    def total(self) -> Decimal:
        """GHS at the last known costs; lines whose cost is not known count nothing."""
        return sum(((line.unit_cost or Decimal(0)) * Decimal(line.suggested) for line in self.lines), Decimal(0))

    @property
    def missing(self) -> Decimal:
        """GHS by which it is below what its supplier takes an order for."""
        least = self.supplier.minimum_order if self.supplier else None
        return max((least or Decimal(0)) - self.total, Decimal(0))

    @property
    def expected_on(self) -> dt.date:
        """The day on which the slowest of its lines should be there, ordered today."""
        return clock.today() + dt.timedelta(days=round(max(line.lead_days for line in self.lines)))


@dataclass(frozen=True)
class Plan:
    """Lines, the most pressing first; what to move; orders, the dearest first; what a budget bought."""

    lines: list[Line]
    moves: list[Move]
    orders: list[Order]
    spent: Spent | None
    outlooks: list[Outlook]
    storefronts: dict[uuid.UUID, str]


def plan(business_id: uuid.UUID, wish: Wish) -> Plan:
    """The plan of today. Nine queries; for the first of a day four more, in a transaction of their own."""
    goods = _goods(business_id)
    open_now = Storefront.objects.of(business_id).filter(is_active=True).order_by("name")
    storefronts = dict(open_now.values_list("pk", "name"))
    ahead = outlooks(business_id, goods.products)
    found = assess.lines(replace(goods, review_days=wish.review_days), ahead)
    found = [line for line in found if line.storefront_id in storefronts]
    moves = transfers.transfers(found, trip_cost=wish.trip_cost)
    wanted = [line for line in found if _is_wanted(line, wish)]
    spent = None if wish.budget is None else budget.fit(wanted, wish.budget)
    wanted.sort(key=_rank)
    moved = [move for move in moves if _is_wanted(move.line, wish)]
    return Plan(wanted, moved, _orders(wanted), spent, ahead, storefronts)


def _goods(business_id: uuid.UUID) -> Goods:
    products = Product.objects.of(business_id).filter(is_active=True, tracks_stock=True).prefetch_related("supplier")
    stock = Stock.objects.of(business_id).filter(quantity__gt=0).order_by()
    held = stock.values_list("product_id", "storefront_id", "quantity")
    return Goods(
        products={product.pk: product for product in products.order_by()},
        lead_times=lead_times(business_id),
        on_hand={(product, storefront): float(units) for product, storefront, units in held},
        on_order={place: float(units) for place, units in on_order(business_id).items()},
        packs=_packs(business_id),
    )


def _packs(business_id: uuid.UUID) -> dict[uuid.UUID, float]:
    """Units in the smallest pack of each product that is bought by the pack."""
    packs = Pack.objects.of(business_id).filter(is_active=True, units__gt=1).order_by("-units")
    return {product: float(units) for product, units in packs.values_list("product_id", "units")}


def _is_wanted(line: Line, wish: Wish) -> bool:
    at = wish.storefront_id in (None, line.storefront_id)
    return at and wish.supplier_id in (None, line.product.supplier_id)


def _rank(line: Line) -> tuple[int, int, float, str]:
    at_risk = max(line.earned, 0.0) * line.shortage
    return _PRESSING[line.urgency], _ACTIONS[line.action], -at_risk, f"{line.product.name} {line.storefront_id}"


def _orders(lines: Iterable[Line]) -> list[Order]:
    by_supplier: dict[tuple[uuid.UUID | None, uuid.UUID], list[Line]] = defaultdict(list)
    for line in lines:
        if line.action == Action.ORDER and line.suggested > 0:
            by_supplier[line.product.supplier_id, line.storefront_id].append(line)
    orders = [Order(held[0].product.supplier, storefront, held) for (_, storefront), held in by_supplier.items()]
    return sorted(orders, key=lambda order: (order.supplier is None, -order.total, str(order.storefront_id)))
