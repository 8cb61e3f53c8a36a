"""The one way stock changes: the ledger and its running totals, together."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import transaction

from common import bulk, clock, errors, statements
from common.money import written_quantity
from common.tenancy import Caller
from inventory.models import Product, Stock, StockMovement, Transfer
from inventory.services import batches
from inventory.services.back_dating import Later, Moments
from inventory.services.batches import BatchLabel

Totals = dict[uuid.UUID, Decimal]
ENTERED_LATE = dt.timedelta(minutes=1)
MOST = Decimal(10) ** 10  # units of one product at one storefront


class _Known(NamedTuple):
    """A product that keeps stock; `has_row`: the storefront has a total for it already."""

    name: str
    has_row: bool


@dataclass(frozen=True, slots=True)
class StockLine:
    """`quantity` units of a product, positive into the storefront and negative out of it."""

    product_id: uuid.UUID
    quantity: Decimal
    unit_cost: Decimal | None = None
    batch: BatchLabel | None = None
    """For what comes in: the batch that it goes to."""


class StockBook:
    """The stock of some products at one storefront, locked; it is moved in memory, and written by `save`.

    Totals are locked in the order of product ids, so two tills never wait for each other in a circle. Products without
    stock (services) are passed over. Raises `NotFound` for an id of another business.
    """

    def __init__(
        self,
        caller: Caller,
        storefront_id: uuid.UUID,
        product_ids: Collection[uuid.UUID],
        *,
        earliest: dt.datetime | None = None,
        goods: Iterable[tuple[Any, ...]] | None = None,
        also: Sequence[statements.Question] = (),
    ) -> None:
        """Two queries, three when a product is new to the storefront. No move will be dated before `earliest`.

        `goods` answers `goods_of_stock`, where that is known. What is asked `also`, once the stock is locked and in
        the same message, has its `answers`.
        """
        self.caller, self.storefront_id, self.earliest = caller, storefront_id, earliest
        self.products = _stocked_products(caller.business_id, storefront_id, product_ids, goods)
        self._stock, self.answers = _locked(caller.business_id, storefront_id, self.products, also)
        self.units: Totals = {product_id: row.quantity for product_id, row in self._stock.items()}
        self._movements: list[StockMovement] = []
        self._labels: list[BatchLabel | None] = []
        self._later: Later | None = None

    def check(self, lines: Sequence[StockLine]) -> None:
        """Raise `OutOfStock` where more would leave than is there."""
        _refuse_impossible(self._moving(lines), self.units, self.products)

    def move(
        self,
        lines: Sequence[StockLine],
        *,
        kind: StockMovement.Kind,
        document_id: uuid.UUID | None = None,
        reason: str = "",
        at: dt.datetime | None = None,
        transfer: Transfer | None = None,
    ) -> list[StockMovement]:
        """A movement for each line. What is entered late leaves when there was enough. Raises `OutOfStock`."""
        self.check(lines)
        lines = self._moving(lines)
        moments = self._moments(lines, at)
        movements = [
            StockMovement(
                business_id=self.caller.business_id,
                product_id=line.product_id,
                storefront_id=self.storefront_id,
                kind=kind,
                quantity=line.quantity,
                balance_after=self._advance(line),
                unit_cost=line.unit_cost,
                reason=reason,
                document_id=document_id,
                transfer=transfer,
                by_id=self.caller.membership_id,
                at=moments.get(line.product_id) or at or clock.now(),
            )
            for line in lines
        ]
        if self._later:
            self._later.note(movements)
        self._movements += movements
        self._labels += [line.batch for line in lines]
        return movements

    def save(self) -> None:
        """Write the movements and the totals. Two queries, and three more where products have batches.

        Those that expire soonest leave first, save on a transfer, which carries its own.
        """
        movements, labels, self._movements, self._labels = self._movements, self._labels, [], []
        if not movements:
            return
        self._keep_totals(movements, labels)
        bulk.insert(movements)
        kept = [(movement, label) for movement, label in zip(movements, labels, strict=True) if not movement.transfer]
        batches.follow(kept, self._stock)

    def _moving(self, lines: Sequence[StockLine]) -> list[StockLine]:
        return [line for line in lines if line.quantity and line.product_id in self.products]

    def _keep_totals(self, movements: Sequence[StockMovement], labels: Sequence[BatchLabel | None]) -> None:
        dated = {movement.product_id for movement, label in zip(movements, labels, strict=True) if label}
        moved = [self._stock[product_id] for product_id in dict.fromkeys(row.product_id for row in movements)]
        for row in moved:
            row.quantity = self.units[row.product_id]
            row.has_batches = row.has_batches or row.product_id in dated
        bulk.change(moved, "quantity", *(["has_batches"] if dated else []))

    def _advance(self, line: StockLine) -> Decimal:
        self.units[line.product_id] += line.quantity
        return self.units[line.product_id]

    def _moments(self, lines: Sequence[StockLine], at: dt.datetime | None) -> Moments:
        """When the units of what is entered late left, by product; of now, and for what comes in, as asked."""
        if at is None or clock.now() - at < ENTERED_LATE:
            return {}
        leaving: Totals = defaultdict(Decimal)
        for line in lines:
            leaving[line.product_id] -= line.quantity
        leaving = {product_id: units for product_id, units in leaving.items() if units > 0}
        return self._since(at).when_there_was(leaving=leaving, there=self.units, at=at) if leaving else {}

    def _since(self, at: dt.datetime) -> Later:
        """What moved after `at`. One query, the first time."""
        if self._later is None or at < self._later.since:
            since = min(at, self.earliest or at)
            self._later = Later(self.caller.business_id, self.storefront_id, self.products, since)
            self._later.note(self._movements)
        return self._later


@transaction.atomic(savepoint=False)
def move_stock(
    caller: Caller,
    *,
    storefront_id: uuid.UUID,
    lines: Sequence[StockLine],
    kind: StockMovement.Kind,
    document_id: uuid.UUID | None = None,
    reason: str = "",
    at: dt.datetime | None = None,
    transfer: Transfer | None = None,
) -> list[StockMovement]:
    """Write a movement for each line and bring the totals up to date, in the caller's transaction.

    Four queries however many lines, as `StockBook` says of each. Raises `OutOfStock`, or `NotFound` for an id of
    another business.
    """
    book = StockBook(caller, storefront_id, {line.product_id for line in lines})
    movements = book.move(lines, kind=kind, document_id=document_id, reason=reason, at=at, transfer=transfer)
    book.save()
    return movements


def goods_of_stock(
    business_id: uuid.UUID, storefront_id: uuid.UUID, product_ids: Collection[uuid.UUID]
) -> statements.Question:
    """For those of the products that the business has, if the storefront is its own: what a `StockBook` must know."""
    about, ids = statements.among("inventory_product.id", product_ids)
    sql = f"""SELECT inventory_product.id, name, tracks_stock, inventory_stock.id FROM inventory_product
        LEFT JOIN inventory_stock ON inventory_stock.product_id = inventory_product.id
            AND inventory_stock.business_id = %s AND inventory_stock.storefront_id = %s
        WHERE inventory_product.business_id = %s AND {about}
            AND EXISTS (SELECT 1 FROM accounts_storefront WHERE business_id = %s AND id = %s)"""  # noqa: S608
    product, here = Product._meta, (business_id, storefront_id)
    fields = (product.pk, product.get_field("name"), product.get_field("tracks_stock"), Stock._meta.pk)
    return statements.columns(fields, sql, *here, business_id, *ids, *here)


def _stocked_products(
    business_id: uuid.UUID,
    storefront_id: uuid.UUID,
    product_ids: Collection[uuid.UUID],
    goods: Iterable[tuple[Any, ...]] | None = None,
) -> dict[uuid.UUID, _Known]:
    """Those of the products that keep stock. One query, or none where `goods` answers it."""
    wanted = set(product_ids)
    if goods is None:
        (goods,) = statements.ask(goods_of_stock(business_id, storefront_id, wanted))
    found = [row for row in goods if row[0] in wanted]
    if len(found) < len(wanted):
        raise errors.NotFound
    return {pk: _Known(name, has_row=row is not None) for pk, name, tracks_stock, row in found if tracks_stock}


def lock_stock(business_id: uuid.UUID, storefront_id: uuid.UUID, product_ids: Collection[uuid.UUID]) -> Totals:
    """Units by product, locked until the transaction ends; products without stock are left out.

    Raises `NotFound` for an id of another business.
    """
    products = _stocked_products(business_id, storefront_id, product_ids)
    stock, _ = _locked(business_id, storefront_id, products)
    return {product_id: row.quantity for product_id, row in stock.items()}


def _locked(
    business_id: uuid.UUID,
    storefront_id: uuid.UUID,
    products: dict[uuid.UUID, _Known],
    also: Sequence[statements.Question] = (),
) -> tuple[dict[uuid.UUID, Stock], list[list[tuple[Any, ...]]]]:
    """The locked totals by product, and the answers to what is asked also.

    Missing totals are made before any is locked, to keep one order of locks.
    """
    missing = sorted(pk for pk, product in products.items() if not product.has_row)
    if missing:
        Stock.objects.bulk_create(
            [Stock(business_id=business_id, storefront_id=storefront_id, product_id=pk) for pk in missing],
            ignore_conflicts=True,
        )
    about, ids = statements.among("product_id", products)
    where = f"business_id = %s AND storefront_id = %s AND {about} ORDER BY product_id"
    locked = statements.rows_where(Stock, where, business_id, storefront_id, *ids, lock=True)
    rows, *answers = statements.ask(locked, *also)
    return {row.product_id: row for (row,) in rows}, answers


def _refuse_impossible(lines: Sequence[StockLine], balances: Totals, products: dict[uuid.UUID, _Known]) -> None:
    change: Totals = defaultdict(Decimal)
    for line in lines:
        change[line.product_id] += line.quantity
    for product_id, amount in change.items():
        available = balances[product_id]
        if available + amount > MOST:
            raise errors.InvalidInput.field("quantity", f"More {products[product_id].name} than can be counted.")
        if available + amount < 0:
            raise errors.OutOfStock(
                f"Only {written_quantity(available)} left of {products[product_id].name}.",
                product_id=str(product_id),
                available=str(available),
                requested=str(-amount),
            )
