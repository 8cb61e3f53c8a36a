"""Stock moves through one function, which keeps ledger and totals equal."""

import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Sum

from accounts.tests.builders import make_storefront
from common import errors
from common.tenancy import Caller
from conftest import Shop
from inventory.models import Product, Stock, StockMovement
from inventory.services import StockLine, move_stock
from inventory.tests.builders import deliver, make_product, stock_of

Kind = StockMovement.Kind


def sell(shop: Shop, *lines: StockLine) -> None:
    move_stock(shop.caller, storefront_id=shop.storefront.pk, lines=lines, kind=Kind.SALE)


def test_a_sale_takes_units_out_and_leaves_a_movement_with_who_and_how_many_remain(shop: Shop) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    sell(shop, StockLine(rice.pk, Decimal(-2), Decimal("6.00")))
    movement = StockMovement.objects.of(shop.id).get(kind=Kind.SALE)
    assert movement.quantity == -2
    assert movement.balance_after == 3
    assert movement.by == shop.owner
    assert stock_of(rice, shop.storefront) == 3


def test_the_last_unit_cannot_be_sold_twice(shop: Shop) -> None:
    rice = make_product(shop.business, "Rice 5 kg", stock=1, storefront=shop.storefront)
    with pytest.raises(errors.OutOfStock) as refusal, transaction.atomic():
        sell(shop, StockLine(rice.pk, Decimal(-1)), StockLine(rice.pk, Decimal(-1)))
    assert refusal.value.message == "Only 1 left of Rice 5 kg."
    assert refusal.value.extra == {"product_id": str(rice.pk), "available": "1.000", "requested": "2"}
    assert stock_of(rice, shop.storefront) == 1


def test_a_shortage_of_one_product_moves_none_of_the_others(shop: Shop) -> None:
    plenty = make_product(shop.business, stock=9, storefront=shop.storefront)
    gone = make_product(shop.business)
    with pytest.raises(errors.OutOfStock), transaction.atomic():
        sell(shop, StockLine(plenty.pk, Decimal(-1)), StockLine(gone.pk, Decimal(-1)))
    assert stock_of(plenty, shop.storefront) == 9


def test_two_lines_of_one_product_are_two_movements_and_one_total(shop: Shop) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    sell(shop, StockLine(rice.pk, Decimal(-1)), StockLine(rice.pk, Decimal(-3)))
    left = StockMovement.objects.of(shop.id).filter(kind=Kind.SALE).values_list("balance_after", flat=True)
    assert sorted(left) == [1, 4]


def test_services_keep_no_stock(shop: Shop) -> None:
    delivery = make_product(shop.business, tracks_stock=False)
    sell(shop, StockLine(delivery.pk, Decimal(-1)))
    assert not StockMovement.objects.of(shop.id).exists()


def test_another_business_can_neither_be_sold_from_nor_into(shop: Shop, other_shop: Shop) -> None:
    theirs = make_product(other_shop.business, stock=5, storefront=other_shop.storefront)
    ours = make_product(shop.business)
    with pytest.raises(errors.NotFound), transaction.atomic():
        sell(shop, StockLine(theirs.pk, Decimal(1)))
    with pytest.raises(errors.NotFound), transaction.atomic():
        _sale(shop.caller, other_shop.storefront.pk, [ours])()


@pytest.mark.parametrize("count", [1, 30])
def test_the_number_of_queries_does_not_grow_with_the_lines(
    shop: Shop, count: int, django_assert_num_queries: Any
) -> None:
    products = [make_product(shop.business, stock=2, storefront=shop.storefront) for _ in range(count)]
    with django_assert_num_queries(4):
        sell(shop, *[StockLine(product.pk, Decimal(-1)) for product in products])


def _race(callers: list[Any]) -> list[str]:
    """Run each in a thread of its own, all let go at once; "done" or the code of the refusal."""
    outcomes, gate = [], threading.Barrier(len(callers))

    def one(work: Any) -> None:
        gate.wait()
        try:
            work()
            outcomes.append("done")
        except errors.DomainError as refusal:
            outcomes.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(work,)) for work in callers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def _sale(caller: Caller, storefront_id: Any, products: list[Product]) -> Any:
    lines = [StockLine(product.pk, Decimal(-1)) for product in products]
    return lambda: move_stock(caller, storefront_id=storefront_id, lines=lines, kind=Kind.SALE)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_tills_selling_the_last_unit_one_succeeds(shop: Shop) -> None:
    rice = make_product(shop.business, stock=1, storefront=shop.storefront)
    assert _race([_sale(shop.caller, shop.storefront.pk, [rice])] * 2) == ["done", "out_of_stock"]
    assert stock_of(rice, shop.storefront) == 0


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_tills_that_list_the_same_goods_in_opposite_order_do_not_lock_each_other_out(shop: Shop) -> None:
    products = [make_product(shop.business, stock=8, storefront=shop.storefront) for _ in range(5)]
    orders = [products, products[::-1]] * 4
    assert _race([_sale(shop.caller, shop.storefront.pk, order) for order in orders]) == ["done"] * 8
    assert set(Stock.objects.of(shop.id).values_list("quantity", flat=True)) == {0}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_first_deliveries_at_once_add_up(shop: Shop) -> None:
    rice, market = make_product(shop.business), make_storefront(shop.business, "Market")
    assert _race([lambda: deliver(rice, market, 3)] * 4) == ["done"] * 4
    moved = StockMovement.objects.of(shop.id).aggregate(total=Sum("quantity"))["total"]
    assert stock_of(rice, market) == moved == 12
