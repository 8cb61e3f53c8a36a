"""Stock, its ledger, deliveries, counts and transfers through the API."""

import datetime as dt
import threading
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.db.models import Sum
from rest_framework.test import APIClient

from accounts.tests.builders import make_storefront
from common import clock, errors
from conftest import Shop
from inventory import services
from inventory.models import Stock, StockMovement, Transfer
from inventory.services import StockLine
from inventory.tests.builders import make_product, stock_of

STOCK, MOVEMENTS, ADJUSTMENTS, TRANSFERS = (
    f"/inventory/api/{name}/" for name in ("stock", "stock-movements", "adjustments", "transfers")
)


def adjust(client: APIClient, shop: Shop, **body: Any) -> Any:
    return client.post(ADJUSTMENTS, {"storefront_id": shop.storefront.pk, "reason": "broken"} | body)


def test_a_loss_is_written_with_who_and_why(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    answer = adjust(owner_client, shop, product_id=rice.pk, quantity="-2")
    assert answer.status_code == 201
    movement = answer.data["movements"][0]
    assert (movement["quantity"], movement["balance_after"], movement["reason"]) == ("-2.000", "3.000", "broken")
    assert movement["by_name"] == shop.owner.name
    assert stock_of(rice, shop.storefront) == 3


def test_a_count_moves_the_difference_and_a_right_count_nothing(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    first = adjust(owner_client, shop, product_id=rice.pk, counted_quantity="3.5", reason="count")
    assert [m["quantity"] for m in first.data["movements"]] == ["-1.500"]
    again = adjust(owner_client, shop, product_id=rice.pk, counted_quantity="3.5", reason="count")
    assert (again.status_code, again.data["movements"]) == (201, [])


def test_a_delivery_moves_the_cost_to_the_average(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=10, storefront=shop.storefront, cost="6.00")
    adjust(owner_client, shop, product_id=rice.pk, quantity="5", kind="purchase", unit_cost="9.00")
    rice.refresh_from_db()
    assert rice.cost == Decimal("7.00")
    movement = StockMovement.objects.of(shop.id).order_by("-created_at").first()
    assert movement
    assert (movement.kind, movement.unit_cost) == ("purchase", Decimal("9.00"))


def test_the_first_cost_known_is_the_cost(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=10, storefront=shop.storefront, cost=0)
    adjust(owner_client, shop, product_id=rice.pk, quantity="5", kind="purchase", unit_cost="9.00")
    rice.refresh_from_db()
    assert rice.cost == Decimal("9.00")


def test_a_delivery_of_several_products_is_one_request(owner_client: APIClient, shop: Shop) -> None:
    rice, milo = make_product(shop.business), make_product(shop.business)
    lines = [{"product_id": rice.pk, "quantity": "4"}, {"product_id": milo.pk, "quantity": "6", "unit_cost": "2"}]
    assert adjust(owner_client, shop, lines=lines, kind="purchase").status_code == 201
    assert [int(stock_of(product, shop.storefront)) for product in (rice, milo)] == [4, 6]


def test_more_than_there_is_cannot_go(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    answer = adjust(owner_client, shop, product_id=rice.pk, quantity="-6")
    assert (answer.status_code, answer.data["error"], answer.data["available"]) == (409, "out_of_stock", "5.000")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"quantity": "0"}, "quantity"),
        ({"quantity": "x"}, "quantity"),
        ({"quantity": "1.2345"}, "quantity"),
        ({"quantity": "9999999999"}, "quantity"),
        ({}, "quantity"),
        ({"quantity": "1", "counted_quantity": "1"}, "quantity"),
        ({"counted_quantity": "-1"}, "counted_quantity"),
        ({"quantity": "1", "reason": ""}, "reason"),
        ({"quantity": "1", "kind": "sale"}, "kind"),
        ({"quantity": "-1", "kind": "purchase"}, "quantity"),
        ({"quantity": "1", "unit_cost": "-1"}, "unit_cost"),
        ({"quantity": "1", "storefront_id": "main"}, "storefront_id"),
        ({"quantity": "1", "product_id": None}, "product_id"),
        ({"quantity": "1", "lines": []}, "lines"),
    ],
)
def test_a_bad_adjustment_names_its_field_and_moves_nothing(
    owner_client: APIClient, shop: Shop, body: dict[str, Any], field: str
) -> None:
    rice = make_product(shop.business)
    answer = adjust(owner_client, shop, **{"product_id": str(rice.pk)} | body)
    assert answer.status_code == 400
    assert list(answer.data["fields"]) == [field]
    assert not StockMovement.objects.exists()


def test_a_product_is_counted_once_in_a_request(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business)
    lines = [{"product_id": rice.pk, "counted_quantity": n} for n in ("1", "2")]
    assert adjust(owner_client, shop, lines=lines).status_code == 400


def test_a_delivery_sent_twice_with_one_key_arrives_once(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business)
    body = {"storefront_id": shop.storefront.pk, "product_id": rice.pk, "quantity": "5", "kind": "purchase"}
    first, second = (owner_client.post(ADJUSTMENTS, body, HTTP_IDEMPOTENCY_KEY="d1") for _ in range(2))
    assert first.json() == second.json()
    assert stock_of(rice, shop.storefront) == 5


def test_goods_of_another_business_can_neither_come_nor_go(
    owner_client: APIClient, shop: Shop, other_shop: Shop
) -> None:
    theirs = make_product(other_shop.business, stock=5, storefront=other_shop.storefront)
    ours = make_product(shop.business)
    for body in (
        {"product_id": theirs.pk, "quantity": "1"},
        {"product_id": ours.pk, "quantity": "1", "storefront_id": other_shop.storefront.pk},
        {"product_id": theirs.pk, "quantity": "1", "kind": "purchase", "unit_cost": "1"},
    ):
        assert adjust(owner_client, shop, **body).status_code == 404
    assert stock_of(theirs, other_shop.storefront) == 5


def test_cashiers_see_stock_but_neither_ledger_nor_corrections(cashier_client: APIClient, shop: Shop) -> None:
    make_product(shop.business, stock=5, storefront=shop.storefront)
    assert cashier_client.get(STOCK).data["results"][0]["quantity"] == "5.000"
    asked = [cashier_client.get(MOVEMENTS), cashier_client.post(ADJUSTMENTS, {}), cashier_client.post(TRANSFERS, {})]
    assert [answer.status_code for answer in asked] == [403] * 3


def test_stock_and_ledger_can_be_read_but_not_written(owner_client: APIClient, shop: Shop) -> None:
    make_product(shop.business, stock=5, storefront=shop.storefront)
    for address, row in ((STOCK, Stock.objects.get()), (MOVEMENTS, StockMovement.objects.get())):
        at = f"{address}{row.pk}/"
        assert owner_client.get(at).status_code == 200
        assert [c(at).status_code for c in (owner_client.patch, owner_client.delete)] == [405, 405]


def test_the_ledger_is_narrowed_by_product_storefront_kind_and_day(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    make_product(shop.business, stock=5, storefront=shop.storefront)
    adjust(owner_client, shop, product_id=rice.pk, quantity="-1")
    today, tomorrow = clock.today(), clock.today() + dt.timedelta(days=1)
    counts = {
        f"product_id={rice.pk}": 2,
        "kind=adjustment": 1,
        "kind=adjustment&kind=purchase": 3,
        f"storefront_id={make_storefront(shop.business, 'Market').pk}": 0,
        f"from={today}&to={today}": 3,
        f"from={tomorrow}": 0,
        "search=broken": 1,
    }
    found = {query: owner_client.get(f"{MOVEMENTS}?{query}").data["count"] for query in counts}
    assert found == counts
    assert owner_client.get(f"{MOVEMENTS}?from=soon").status_code == 400
    assert owner_client.get(ADJUSTMENTS).data["count"] == 3


def test_stock_is_narrowed_by_storefront_and_what_is_left(owner_client: APIClient, shop: Shop) -> None:
    rice = make_product(shop.business, stock=1, storefront=shop.storefront)
    make_product(shop.business, stock=1, storefront=make_storefront(shop.business, "Market"))
    adjust(owner_client, shop, product_id=rice.pk, quantity="-1")
    assert owner_client.get(f"{STOCK}?storefront_id={shop.storefront.pk}").data["count"] == 1
    assert owner_client.get(f"{STOCK}?in_stock=true").data["count"] == 1
    assert owner_client.get(f"{STOCK}?in_stock=false").data["results"][0]["product_name"] == rice.name


@pytest.fixture
def market(shop: Shop) -> Any:
    return make_storefront(shop.business, "Market")


def send(client: APIClient, shop: Shop, market: Any, *lines: Any, **body: Any) -> Any:
    told = {"from_storefront_id": shop.storefront.pk, "to_storefront_id": market.pk, "note": "Saturday"}
    parts = [{"product_id": product.pk, "quantity": quantity} for product, quantity in lines]
    return client.post(TRANSFERS, told | {"lines": parts} | body)


def test_a_transfer_takes_from_one_storefront_and_brings_to_the_other(
    owner_client: APIClient, shop: Shop, market: Any
) -> None:
    rice = make_product(shop.business, "Rice", stock=5, storefront=shop.storefront)
    answer = send(owner_client, shop, market, (rice, "2"))
    assert answer.status_code == 201
    assert (answer.data["from_storefront_name"], answer.data["to_storefront_name"]) == ("Main shop", "Market")
    assert answer.data["lines"] == [{"product_id": str(rice.pk), "product_name": "Rice", "quantity": "2.000"}]
    assert [int(stock_of(rice, place)) for place in (shop.storefront, market)] == [3, 2]


def test_a_transfer_of_too_much_moves_nothing(owner_client: APIClient, shop: Shop, market: Any) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    milo = make_product(shop.business, stock=1, storefront=shop.storefront)
    assert send(owner_client, shop, market, (rice, "2"), (milo, "2")).status_code == 409
    assert stock_of(rice, shop.storefront) == 5
    assert not Transfer.objects.exists()


def test_a_transfer_that_makes_no_sense_is_refused_by_name(owner_client: APIClient, shop: Shop, market: Any) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    service = make_product(shop.business, tracks_stock=False)
    same = send(owner_client, shop, market, (rice, "1"), to_storefront_id=shop.storefront.pk)
    assert list(same.data["fields"]) == ["to_storefront_id"]
    assert list(send(owner_client, shop, market).data["fields"]) == ["lines"]
    assert list(send(owner_client, shop, market, (rice, "-1")).data["fields"]) == ["lines"]
    assert list(send(owner_client, shop, market, (service, "1")).data["fields"]) == ["lines"]
    market.is_active = False
    market.save()
    assert list(send(owner_client, shop, market, (rice, "1")).data["fields"]) == ["to_storefront_id"]


def test_nothing_is_sent_to_or_from_another_business(
    owner_client: APIClient, shop: Shop, other_shop: Shop, market: Any
) -> None:
    rice = make_product(shop.business, stock=5, storefront=shop.storefront)
    theirs = make_product(other_shop.business, stock=5, storefront=other_shop.storefront)
    there = other_shop.storefront.pk
    asked = [
        send(owner_client, shop, market, (rice, "1"), to_storefront_id=there),
        send(owner_client, shop, market, (rice, "1"), from_storefront_id=there),
        send(owner_client, shop, market, (theirs, "1")),
    ]
    assert [answer.status_code for answer in asked] == [404] * 3


@pytest.mark.parametrize("count", [1, 20])
@pytest.mark.parametrize("listed", [(STOCK, 4), (MOVEMENTS, 4), (ADJUSTMENTS, 4), (TRANSFERS, 5)])
def test_the_lists_take_a_fixed_number_of_queries(
    shop: Shop, owner_client: APIClient, count: int, listed: tuple[str, int], django_assert_num_queries: Any
) -> None:
    (address, queries), market = listed, make_storefront(shop.business, "Market")
    for _ in range(count):
        rice = make_product(shop.business, stock=5, storefront=shop.storefront)
        lines = [StockLine(rice.pk, Decimal(1))]
        here, there = shop.storefront.pk, market.pk
        services.transfer_stock(shop.caller, from_storefront_id=here, to_storefront_id=there, lines=lines)
    with django_assert_num_queries(queries):
        assert owner_client.get(address).data["count"] >= count


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_opposite_transfers_counts_and_deliveries_at_once_all_add_up(shop: Shop) -> None:
    other = make_storefront(shop.business, "Market")
    goods = [make_product(shop.business, stock=20, storefront=shop.storefront) for _ in range(4)]
    gate, failures = threading.Barrier(6), []
    lines = [StockLine(product.pk, Decimal(1)) for product in goods]
    here, there = shop.storefront.pk, other.pk
    delivery = [services.AdjustmentLine(product.pk, Decimal(2), None, Decimal("7.00")) for product in goods[::-1]]
    services.transfer_stock(shop.caller, from_storefront_id=here, to_storefront_id=there, lines=lines)

    def work(n: int) -> None:
        gate.wait()
        try:
            for _ in range(3):
                if n % 3 == 2:
                    services.adjust_stock(
                        shop.caller, storefront_id=there, lines=delivery, kind=StockMovement.Kind.PURCHASE, reason=""
                    )
                else:
                    a, b = (here, there) if n % 3 else (there, here)
                    services.transfer_stock(shop.caller, from_storefront_id=a, to_storefront_id=b, lines=lines)
        except errors.OutOfStock:
            failures.append(n)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    moved = StockMovement.objects.of(shop.id).aggregate(total=Sum("quantity"))["total"]
    assert Stock.objects.of(shop.id).aggregate(total=Sum("quantity"))["total"] == moved == 4 * 20 + 4 * 2 * 6
