"""What must hold of a shop's books whatever happened to them."""

from typing import Any

from django.db.models import F, Q, QuerySet, Sum

from conftest import Shop
from inventory.models import Batch, BatchMovement, Stock, StockMovement, SupplierBill, SupplierPayment
from inventory.queries import supplier_accounts
from sales.models import Payment, Sale


def books_agree(shop: Shop) -> None:
    """Stock = ledger ≥ batches = their movements; suppliers' balances = bills less payments; numbers without gaps."""
    _stock_agrees(shop)
    _suppliers_agree(shop)
    assert not Payment.objects.of(shop.id).exclude(allocated__lte=F("amount")).exists()
    numbers = sorted(Sale.objects.of(shop.id).filter(original=None).values_list("number", flat=True))
    assert numbers == [f"INV-{n:06d}" for n in range(1, len(numbers) + 1)]


def _stock_agrees(shop: Shop) -> None:
    stock = Stock.objects.of(shop.id)
    there = {
        (product, place): units for product, place, units in stock.values_list("product", "storefront", "quantity")
    }
    assert there == _units(StockMovement.objects.of(shop.id))
    batches = Batch.objects.of(shop.id)
    parts = BatchMovement.objects.of(shop.id).order_by().values_list("batch").annotate(Sum("quantity"))
    assert dict(batches.values_list("pk", "quantity")) == dict(parts)
    assert all(0 <= units <= there[place] for place, units in _units(batches).items())


def _units(rows: QuerySet[Any]) -> dict[Any, Any]:
    summed = rows.order_by().values_list("product", "storefront").annotate(Sum("quantity"))
    return {(product, place): units for product, place, units in summed}


def _suppliers_agree(shop: Shop) -> None:
    standing = Q(cancelled_at=None)
    billed = SupplierBill.objects.of(shop.id).filter(standing).aggregate(all=Sum("amount"), paid=Sum("paid"))
    paid = SupplierPayment.objects.of(shop.id).filter(standing).aggregate(all=Sum("amount"), used=Sum("allocated"))
    balance = sum(account.balance for account in supplier_accounts(shop.id))
    assert balance == (billed["all"] or 0) - (paid["all"] or 0)
    assert (billed["paid"] or 0) == (paid["used"] or 0)
