"""Which batches the units of a movement come from or go to; every caller holds the lock of the stock."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from common import shop_clock as clock
from inventory.models import Batch, BatchMovement, Stock, StockMovement

Kind = StockMovement.Kind
Places = dict[uuid.UUID, list[Batch]]
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class BatchLabel:
    """What is printed on the goods that came."""

    expires_on: dt.date
    code: str = ""


class Batches:
    """The batches of some products at one storefront, changed in memory and written with a fixed number of queries."""

    def __init__(self, business_id: uuid.UUID, storefront_id: uuid.UUID, held: Iterable[Batch] = ()) -> None:
        """`held` are in the order in which they expire."""
        self.business_id, self.storefront_id = business_id, storefront_id
        self.of_product: Places = defaultdict(list)
        self.parts: list[BatchMovement] = []
        for batch in held:
            self.of_product[batch.product_id].append(batch)

    @classmethod
    def of(
        cls,
        business_id: uuid.UUID,
        storefront_id: uuid.UUID,
        product_ids: Collection[uuid.UUID],
        *,
        labels: Iterable[BatchLabel] = (),
    ) -> "Batches":
        """Those with something left, and of the days of `labels`, which are to be put, empty ones too. One query."""
        wanted = Q(quantity__gt=0) | Q(expires_on__in={label.expires_on for label in labels})
        rows = Batch.objects.of(business_id).filter(wanted, storefront_id=storefront_id, product_id__in=product_ids)
        return cls(business_id, storefront_id, rows.order_by("expires_on", "code", "pk"))

    def take(self, movement: StockMovement) -> list[tuple[Batch, Decimal]]:
        """Take the units of an outgoing movement, soonest to expire first; which batches gave how many.

        What is past its date goes last, after the units without a date: it waits to be written off. A correction
        takes it first. Units that are in no batch give the rest.
        """
        batches = self.of_product.get(movement.product_id, [])
        wanted, taken = -movement.quantity, []
        before = movement.balance_after + wanted
        for batch, held in self._in_turn(batches, before, movement):
            units = min(held, wanted)
            wanted -= units
            if batch is not None and units:
                self._note(batch, movement, -units)
                taken.append((batch, units))
        return taken

    def put(self, movement: StockMovement, label: BatchLabel, units: Decimal, unit_cost: Decimal | None) -> None:
        """Put units of an incoming movement into the batch with that label."""
        batches = self.of_product[movement.product_id]
        found = next((b for b in batches if (b.expires_on, b.code) == (label.expires_on, label.code)), None)
        if found is None:
            found = Batch(
                business_id=self.business_id,
                product_id=movement.product_id,
                storefront_id=self.storefront_id,
                code=label.code,
                expires_on=label.expires_on,
            )
            batches.append(found)
            batches.sort(key=lambda batch: (batch.expires_on, batch.code))
        found.unit_cost = unit_cost if unit_cost is not None else found.unit_cost
        self._note(found, movement, units)

    def save(self) -> None:
        """Write what changed. Up to three queries."""
        touched = {part.batch_id: part.batch for part in self.parts}.values()
        Batch.objects.bulk_create([batch for batch in touched if batch._state.adding])
        Batch.objects.bulk_update([batch for batch in touched if not batch._state.adding], ["quantity", "unit_cost"])
        BatchMovement.objects.bulk_create(self.parts)

    def _note(self, batch: Batch, movement: StockMovement, units: Decimal) -> None:
        batch.quantity += units
        self.parts.append(BatchMovement(business_id=self.business_id, batch=batch, movement=movement, quantity=units))

    def _in_turn(
        self, batches: Sequence[Batch], before: Decimal, movement: StockMovement
    ) -> Iterator[tuple[Batch | None, Decimal]]:
        """The batches in the order in which they give, and None for the units in no batch; with what each holds."""
        today = clock.local_date(movement.at)
        undated = (None, before - sum((batch.quantity for batch in batches), ZERO))
        good = [(batch, batch.quantity) for batch in batches if batch.expires_on >= today]
        past = [(batch, batch.quantity) for batch in batches if batch.expires_on < today]
        unsaleable_first = movement.kind in (Kind.ADJUSTMENT, Kind.SENT_BACK)
        yield from (*past, *good, undated) if unsaleable_first else (*good, undated, *past)


def follow(written: Iterable[tuple[StockMovement, BatchLabel | None]], stock: dict[uuid.UUID, Stock]) -> None:
    """Keep the batches in step with movements that were just written at one storefront, each with its label.

    Up to four queries, none where the products have no batches.
    """
    moved = [(m, label) for m, label in written if label or (m.quantity < 0 and stock[m.product_id].has_batches)]
    if not moved:
        return
    first = moved[0][0]
    coming = [label for _, label in moved if label]
    batches = Batches.of(first.business_id, first.storefront_id, {m.product_id for m, _ in moved}, labels=coming)
    for movement, label in moved:
        if label is None:
            batches.take(movement)
        else:
            batches.put(movement, label, movement.quantity, movement.unit_cost)
    batches.save()


def carry(out: Sequence[StockMovement], into: Sequence[StockMovement]) -> None:
    """Move the batches of a transfer along with its units. One query, and up to seven where there are batches."""
    source, target = out[0], into[0]
    product_ids = {movement.product_id for movement in out}
    giving = Batches.of(source.business_id, source.storefront_id, product_ids)
    if not giving.of_product:
        return
    labels = [BatchLabel(batch.expires_on) for held in giving.of_product.values() for batch in held]
    taking = Batches.of(target.business_id, target.storefront_id, product_ids, labels=labels)
    arriving = {(m.product_id, m.quantity): m for m in into}
    for movement in out:
        for batch, units in giving.take(movement):
            label = BatchLabel(batch.expires_on, batch.code)
            taking.put(arriving[movement.product_id, -movement.quantity], label, units, batch.unit_cost)
    giving.save()
    taking.save()
    rows = Stock.objects.of(target.business_id).filter(storefront_id=target.storefront_id, product_id__in=product_ids)
    rows.update(has_batches=True)
