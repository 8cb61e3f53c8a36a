"""The papers of a demo shop's stockroom: orders, receipts with expiry dates, bills, payments and counts."""

import datetime as dt
import random
import uuid
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import Model

from app.demo.profile import Year
from app.demo.shelf_life import ShelfLife
from app.demo.stockroom import Counted, Delivery, Stockroom, at
from common import clock
from common.money import ZERO, cedis
from inventory.models import (
    GoodsReceipt,
    GoodsReceiptLine,
    PurchaseOrder,
    PurchaseOrderLine,
    StockCount,
    StockCountLine,
    Supplier,
    SupplierAllocation,
    SupplierBill,
    SupplierPayment,
)

Status, Channel = PurchaseOrder.Status, PurchaseOrder.Channel
Key = tuple[dt.date, int, str]
"""The day, the storefront and the supplier of an order."""
TERMS_DAYS = 30
PAID_LATE = (0, 0, 0, 2, 5, 9, 25)  # days after a bill was due
PAID_IN_PART = 0.06  # of the bills


class Buying:
    """Reads what the stockroom did and writes the papers for it, with chances of its own."""

    def __init__(self, room: Stockroom, year: Year, seed: str) -> None:
        self.room, self.year, self.rng = room, year, random.Random(seed)  # noqa: S311
        self.business_id = room.keeper.business_id
        self.suppliers = {good.sku: good.supplier for good in room.profile.goods}
        self.orders: dict[Key, PurchaseOrder] = {}
        self.order_lines: dict[Key, dict[str, PurchaseOrderLine]] = defaultdict(dict)
        self.receipts: list[GoodsReceipt] = []
        self.receipt_lines: list[GoodsReceiptLine] = []
        self.bills: list[SupplierBill] = []
        self.payments: list[SupplierPayment] = []
        self.allocations: list[SupplierAllocation] = []
        self.counts: list[StockCount] = []
        self.count_lines: list[StockCountLine] = []
        self.shelf = ShelfLife(room, year.end, self.new_id, self.rng)
        self._order()
        self._receive()
        self._owe()
        for counted in room.counts:
            self._count(counted)
        self.shelf.follow()

    def new_id(self) -> uuid.UUID:
        return uuid.UUID(int=self.rng.getrandbits(128), version=4)

    def tables(self) -> list[list[Model]]:
        """The rows to save, in the order of their references."""
        lines = [line for ordered in self.order_lines.values() for line in ordered.values()]
        tables: list[Iterable[Model]] = [
            self.orders.values(),
            lines,
            self.receipts,
            self.receipt_lines,
            self.bills,
            self.payments,
            self.allocations,
            self.counts,
            self.count_lines,
            self.shelf.batches,
            self.shelf.parts,
        ]
        return [list(rows) for rows in tables]

    def _order(self) -> None:
        """An order for what was wanted from one supplier on one day; the last of them are still on their way."""
        wanted: dict[Key, list[tuple[str, Decimal]]] = defaultdict(list)
        for came in self.room.deliveries:
            wanted[self._key(came.ordered, came.place)].append((came.place[1], came.movement.quantity))
        for place, coming in self.room.coming.items():
            wanted[self._key(coming.ordered, place)].append((place[1], Decimal(coming.units)))
        for number, key in enumerate(sorted(wanted), start=1):
            self.orders[key] = order = self._sent(key, number, self._supplier(wanted[key][0][0]))
            for position, (sku, units) in enumerate(wanted[key], start=1):
                self.order_lines[key][sku] = PurchaseOrderLine(
                    id=self.new_id(),
                    business_id=self.business_id,
                    order=order,
                    product=self.room.products[sku],
                    position=position,
                    quantity=units,
                    expected_on=order.expected_on,
                    unit_cost=self.room.cost(sku, self.year.gone(key[0])),
                )

    def _key(self, day: dt.date, place: tuple[int, str]) -> Key:
        return day, place[0], self.suppliers[place[1]]

    def _supplier(self, sku: str) -> Supplier:
        supplier = self.room.products[sku].supplier
        assert supplier
        return supplier

    def _sent(self, key: Key, number: int, supplier: Supplier) -> PurchaseOrder:
        day, shop, name = key
        return PurchaseOrder(
            id=self.new_id(),
            business_id=self.business_id,
            number=number,
            supplier=supplier,
            storefront=self.room.storefronts[shop],
            status=Status.SENT,
            by=self.room.keeper,
            expected_on=day + dt.timedelta(days=self.room.profile.suppliers[name]),
            sent_at=at(day, 8, 30),
            sent_by=self.rng.choice((Channel.WHATSAPP, Channel.WHATSAPP, Channel.EMAIL, Channel.OTHER)),
        )

    def _receive(self) -> None:
        """A receipt for what came on one day of one order."""
        came: dict[tuple[dt.date, Key], list[Delivery]] = defaultdict(list)
        for each in self.room.deliveries:
            came[clock.local_date(each.movement.at), self._key(each.ordered, each.place)].append(each)
        for day, key in sorted(came):
            self._receipt(day, key, came[day, key])

    def _receipt(self, day: dt.date, key: Key, came: list[Delivery]) -> None:
        order = self.orders[key]
        receipt = GoodsReceipt(
            id=self.new_id(),
            business_id=self.business_id,
            order=order,
            supplier=order.supplier,
            storefront=order.storefront,
            reference=f"DN {len(self.receipts) + 1001}",
            by=self.room.keeper,
            received_at=at(day, 7),
            goods_value=ZERO,
        )
        self.receipts.append(receipt)
        for position, each in enumerate(came, start=1):
            self._receipt_line(receipt, key, each, position)
        whole = all(line.received == line.quantity for line in self.order_lines[key].values())
        order.status = Status.RECEIVED if whole else Status.PART_RECEIVED
        order.closed_at = receipt.received_at if whole else None

    def _receipt_line(self, receipt: GoodsReceipt, key: Key, each: Delivery, position: int) -> None:
        movement, ordered = each.movement, self.order_lines[key][each.place[1]]
        label = self.shelf.label(each.place, movement)
        ordered.received = movement.quantity
        movement.document_id = receipt.pk
        receipt.goods_value += cedis(movement.quantity * (movement.unit_cost or ZERO))
        self.receipt_lines.append(
            GoodsReceiptLine(
                id=self.new_id(),
                business_id=self.business_id,
                receipt=receipt,
                order_line=ordered,
                product=movement.product,
                position=position,
                quantity=movement.quantity,
                unit_cost=movement.unit_cost,
                batch_code=label.code if label else "",
                expires_on=label.expires_on if label else None,
            )
        )

    def _owe(self) -> None:
        """A bill with each receipt, paid after a month: on the day, some days late, or in part."""
        for number, receipt in enumerate(self.receipts, start=2201):
            day = clock.local_date(receipt.received_at)
            assert receipt.supplier
            bill = SupplierBill(
                id=self.new_id(),
                business_id=self.business_id,
                supplier=receipt.supplier,
                receipt=receipt,
                number=f"INV {number}",
                amount=receipt.goods_value,
                billed_on=day,
                due_on=day + dt.timedelta(days=TERMS_DAYS),
                by=self.room.keeper,
                paid=ZERO,
            )
            self.bills.append(bill)
            paid_on = bill.due_on + dt.timedelta(days=self.rng.choice(PAID_LATE))
            if paid_on < self.year.end:
                self._pay(bill, paid_on)

    def _pay(self, bill: SupplierBill, day: dt.date) -> None:
        recent = day > self.year.end - dt.timedelta(days=TERMS_DAYS)
        in_part = recent and self.rng.random() < PAID_IN_PART
        amount = cedis(bill.amount / 2) if in_part else bill.amount
        payment = SupplierPayment(
            id=self.new_id(),
            business_id=self.business_id,
            supplier=bill.supplier,
            amount=amount,
            allocated=amount,
            method=self.rng.choice(("bank", "bank", "mobile_money", "cheque", "cash")),
            by=self.room.keeper,
            reference=f"PV {len(self.payments) + 1}",
            paid_at=at(day, 15),
        )
        bill.paid = amount
        self.payments.append(payment)
        self.allocations.append(
            SupplierAllocation(
                id=self.new_id(), business_id=self.business_id, payment=payment, bill=bill, amount=amount
            )
        )

    def _count(self, counted: Counted) -> None:
        """A completed count of each storefront; what was found damaged or expired that morning had moved before."""
        for shop, storefront in enumerate(self.room.storefronts):
            count = StockCount(
                id=self.new_id(),
                business_id=self.business_id,
                storefront=storefront,
                status="completed",
                note="Monthly count",
                by=self.room.keeper,
                completed_by=self.room.keeper,
                closed_at=at(counted.day, 7, 50),
                missing_value=ZERO,
            )
            self.counts.append(count)
            for (place, sku), units in counted.units.items():
                if place == shop:
                    self._count_line(count, sku, units, counted)

    def _count_line(self, count: StockCount, sku: str, units: int, counted: Counted) -> None:
        missing, moved = Decimal(0), Decimal(0)
        for (_, found), movement in counted.found:
            if found != sku or movement.storefront_id != count.storefront_id:
                continue
            if movement.reason == "Stock count":
                missing += movement.quantity
                movement.document_id = count.pk
            else:
                moved += movement.quantity
        cost = self.room.cost(sku, self.year.gone(counted.day))
        count.missing_value -= cedis(missing * cost)
        self.count_lines.append(
            StockCountLine(
                id=self.new_id(),
                business_id=self.business_id,
                count=count,
                storefront=count.storefront,
                product=self.room.products[sku],
                is_open=False,
                book=Decimal(units),
                moved=moved,
                counted=units + moved + missing,
                difference=missing,
                unit_cost=cost,
                counted_at=count.closed_at,
                counted_by=self.room.keeper,
            )
        )
