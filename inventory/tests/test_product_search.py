"""The search box of the till through the API."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import Membership
from accounts.tests.builders import make_member, make_storefront
from common.tenancy import Role
from conftest import Shop
from inventory.models import Category, Pack, PriceList, PriceListEntry, Product, SearchMiss, SearchWord
from inventory.search import catalogue_of
from inventory.search.customer_prices import MANY
from inventory.search.index import Catalogue
from inventory.tests.builders import deliver, make_category, make_product

SEARCH, WORDS = "/inventory/api/products/search/", "/inventory/api/search-words/"


def names(answer: Any) -> list[str]:
    return [row["name"] for row in answer.data["results"]]


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    """Three televisions: one here, one in Osu, one sold out; and another shop's."""
    category = make_category(shop.business, "Televisions")
    osu = make_storefront(shop.business, "Osu")
    fields: dict[str, Any] = {"category": category, "cost": Decimal("777.77")}
    make_product(shop.business, 'LG 32" TV', stock=4, storefront=shop.storefront, retail_price=1900, **fields)
    make_product(shop.business, 'Akai 32" TV', stock=2, storefront=osu, retail_price=1500, **fields)
    make_product(shop.business, 'Aiwa 32" TV', retail_price=1400, wholesale_price=1300, **fields)
    return shop


def test_what_is_here_comes_first_then_what_is_elsewhere(stocked: Shop, owner_client: APIClient) -> None:
    answer = owner_client.get(SEARCH, {"q": "telly under 2000", "storefront_id": str(stocked.storefront.pk)})
    assert answer.status_code == 200
    assert names(answer) == ['LG 32" TV', 'Akai 32" TV', 'Aiwa 32" TV']
    here, osu, out = answer.data["results"]
    assert (here["units"], here["in_stock"], osu["in_stock"], out["elsewhere"]) == ("4.000", True, False, [])
    assert (osu["elsewhere"][0]["name"], osu["elsewhere"][0]["quantity"]) == ("Osu", "2.000")
    assert answer.data["understood"]["highest"] == "2000.00"
    assert "777.77" not in str(answer.content)


def test_a_cashier_of_one_storefront_learns_where_but_not_how_much(
    stocked: Shop, client_of: Callable[[Membership], APIClient]
) -> None:
    cashier = make_member(stocked.business, Role.CASHIER)
    Membership.objects.filter(pk=cashier.pk).update(storefront=stocked.storefront)
    client = client_of(cashier)
    answer = client.get(SEARCH, {"q": "akai"})
    assert [(p["name"], p["quantity"]) for p in answer.data["results"][0]["elsewhere"]] == [("Osu", None)]
    other = make_storefront(stocked.business, "Tema")
    assert client.get(SEARCH, {"q": "akai", "storefront_id": str(other.pk)}).status_code == 403


def test_prices_are_those_of_the_tier(stocked: Shop, cashier_client: APIClient) -> None:
    asked = {"q": "tv under 1350", "tier": "wholesale"}
    assert names(cashier_client.get(SEARCH, asked)) == ['Aiwa 32" TV']
    answer = cashier_client.get(SEARCH, {"q": "tv under 1350"})
    assert (names(answer), [row["name"] for row in answer.data["alternatives"]]) == ([], ['Akai 32" TV', 'Aiwa 32" TV'])


def test_when_all_is_out_others_of_the_kind_are_shown(stocked: Shop, cashier_client: APIClient) -> None:
    answer = cashier_client.get(SEARCH, {"q": "aiwa"})
    assert (names(answer), [row["name"] for row in answer.data["alternatives"]]) == (['Aiwa 32" TV'], ['Akai 32" TV'])


def test_another_shop_finds_nothing(stocked: Shop, other_shop: Shop, client_of: Callable[..., APIClient]) -> None:
    answer = client_of(other_shop.owner).get(SEARCH, {"q": "LG TV"})
    assert (answer.status_code, answer.data["is_sold"], answer.data["results"]) == (200, False, [])


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"q": ""},
        {"q": "x" * 201},
        {"q": "tv", "limit": "0"},
        {"q": "tv", "tier": "vip"},
        {"q": "tv", "storefront_id": "00000000-0000-0000-0000-000000000000"},
    ],
)
def test_bad_searches_name_the_field(shop: Shop, owner_client: APIClient, asked: dict[str, str]) -> None:
    answer = owner_client.get(SEARCH, asked)
    assert (answer.status_code, answer.data["error"]) == (400, "validation_error")


@pytest.mark.parametrize(
    "asked", ["\U0001f4fa", "' OR 1=1 --", "%", "5/0 kg", "x" * 200, "for", "999999999999999999 k", '"']
)
def test_odd_texts_are_answered(stocked: Shop, owner_client: APIClient, asked: str) -> None:
    assert owner_client.get(SEARCH, {"q": asked}).status_code == 200


def test_a_search_takes_as_many_queries_whatever_it_finds(stocked: Shop, owner_client: APIClient) -> None:
    owner_client.get(SEARCH, {"q": "lg"})
    counts = []
    for asked in ("lg", "tv", "tv under 100"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            owner_client.get(SEARCH, {"q": asked})
        counts.append(len(queries))
    few, many, in_a_range = counts
    prices_come_first = int(connection.vendor == "postgresql")  # else they come in the message that asks for stock
    assert (many, in_a_range) == (few, few + prices_come_first)


def test_looking_for_what_else_there_is_asks_for_prices_only_where_something_can_be_had(
    stocked: Shop, owner_client: APIClient, other_shop: Shop, client_of: Callable[..., APIClient]
) -> None:
    radios = make_category(other_shop.business, "Radios")
    make_product(other_shop.business, "LG radio", retail_price=200, category=radios)
    make_product(other_shop.business, "Sony radio", retail_price=210, category=radios)
    counts = []
    for client, asked in ((owner_client, "lg"), (owner_client, "aiwa"), (client_of(other_shop.owner), "lg")):
        client.get(SEARCH, {"q": asked})
        with CaptureQueriesContext(connection) as queries:
            client.get(SEARCH, {"q": asked})
        counts.append(len(queries))
    in_stock, out, nothing_at_all = counts
    assert (out - in_stock, nothing_at_all - in_stock) == (2, 1)


def test_changes_are_found_at_once(stocked: Shop, owner_client: APIClient) -> None:
    assert names(owner_client.get(SEARCH, {"q": "radio"})) == []
    radio = make_product(stocked.business, "Sony radio", retail_price=300)
    assert names(owner_client.get(SEARCH, {"q": "radio under 350"})) == ["Sony radio"]
    radio.retail_price = Decimal(400)
    radio.save()
    assert names(owner_client.get(SEARCH, {"q": "radio under 350"})) == []
    deliver(radio, stocked.storefront, 3)
    assert owner_client.get(SEARCH, {"q": "radio"}).data["results"][0]["units"] == "3.000"


@pytest.mark.django_db(transaction=True)
def test_what_others_commit_is_found_and_a_cost_lays_nothing_out_anew(stocked: Shop) -> None:
    def lay_out() -> Catalogue:
        return catalogue_of(stocked.business.pk)

    before, lg = lay_out(), Product.objects.get(business=stocked.business, name__startswith="LG")
    Product.objects.filter(pk=lg.pk).update(cost=1)
    assert lay_out() is before
    Product.objects.filter(pk=lg.pk).update(retail_price=17)
    assert next(good.retail_price for good in lay_out().goods if good.id == lg.pk) == 17
    Product.objects.filter(pk=lg.pk).update(is_active=False)
    assert lg.pk not in {good.id for good in lay_out().goods}
    for change in (
        lambda: Category.objects.create(business=stocked.business, name="Toys"),
        lambda: SearchWord.objects.create(business=stocked.business, said="box", meant="tv"),
        lambda: Pack.objects.create(
            business=stocked.business, product=lg, name="pair", units=2, retail_price=9, barcode="77"
        ),
    ):
        known = lay_out()
        change()
        assert lay_out() is not known


def test_managers_say_what_their_customers_words_mean(
    stocked: Shop, owner_client: APIClient, cashier_client: APIClient
) -> None:
    body = {"said": "Abrokyire box", "meant": "LG TV"}
    assert cashier_client.post(WORDS, body).status_code == 403
    word = owner_client.post(WORDS, body)
    assert (word.status_code, owner_client.post(WORDS, body).status_code) == (201, 400)
    assert names(cashier_client.get(SEARCH, {"q": "abrokyire box"})) == ['LG 32" TV']
    assert owner_client.patch(f"{WORDS}{word.data['id']}/", {"meant": "Akai"}).data["learnt"] is False
    assert names(cashier_client.get(SEARCH, {"q": "abrokyire box"})) == ['Akai 32" TV']
    assert owner_client.delete(f"{WORDS}{word.data['id']}/").status_code == 204
    assert names(cashier_client.get(SEARCH, {"q": "abrokyire box"})) == []


def test_a_word_is_kept_once_in_a_while_when_nothing_answers_it(stocked: Shop, cashier_client: APIClient) -> None:
    for asked in ("zongo box", "kolokoto", "kolokoto", "tv"):
        cashier_client.get(SEARCH, {"q": asked})
    assert [miss.said for miss in SearchMiss.objects.all()] == ["kolokoto"]
    assert not SearchWord.objects.exists()


def test_prices_follow_the_lists_and_packs_are_named_with_theirs(stocked: Shop, cashier_client: APIClient) -> None:
    lg = Product.objects.get(business=stocked.business, name__startswith="LG")
    pack = Pack.objects.create(
        business=stocked.business,
        product=lg,
        name="pallet of 10",
        units=10,
        retail_price=18500,
        barcode="6001234567890",
    )
    many, own = (
        PriceList.objects.create(business=stocked.business, name=name, for_everyone=name == "Many")
        for name in ("Many", "Hotels")
    )
    for price_list, quantity, price in ((many, 3, 1800), (many, 5, 1750), (own, 1, 1700)):
        PriceListEntry.objects.create(
            business=stocked.business, price_list=price_list, product=lg, min_quantity=quantity, price=price
        )

    def found(**asked: str) -> dict[str, Any]:
        return dict(cashier_client.get(SEARCH, {"q": "lg tv", **asked}).data["results"][0])

    one = found()
    assert (one["price"], [(b["min_quantity"], b["price"]) for b in one["breaks"]]) == (
        "1900.00",
        [("3.000", "1800.00"), ("5.000", "1750.00")],
    )
    assert [(p["id"], p["name"], p["units"], p["price"]) for p in one["packs"]] == [
        (str(pack.pk), "pallet of 10", "10.000", "18500.00")
    ]
    assert found(q="4 pieces of lg tv")["price"] == "1800.00"
    assert found(price_list_id=str(own.pk))["price"] == "1700.00"
    assert found(q=pack.barcode)["name"] == lg.name


def test_a_range_and_the_cheapest_go_by_what_this_customer_pays(stocked: Shop, cashier_client: APIClient) -> None:
    lg = Product.objects.get(business=stocked.business, name__startswith="LG")
    own = PriceList.objects.create(business=stocked.business, name="Hotels")
    PriceListEntry.objects.create(business=stocked.business, price_list=own, product=lg, price=900)

    def found(asked: str, **more: str) -> list[str]:
        return [each["name"] for each in cashier_client.get(SEARCH, {"q": asked, **more}).data["results"]]

    assert lg.name not in found("tv under 1000")
    assert found("tv under 1000", price_list_id=str(own.pk)) == [lg.name]
    assert found("cheapest tv", price_list_id=str(own.pk))[0] == lg.name
    assert found("tv over 1000", price_list_id=str(own.pk)) != found("tv over 1000")


def test_a_range_over_many_goods_reads_the_lists_as_a_whole(stocked: Shop, cashier_client: APIClient) -> None:
    goods = [make_product(stocked.business, f"Bowl {n:03}", retail_price=50) for n in range(MANY + 1)]
    everyone = PriceList.objects.create(business=stocked.business, name="June", for_everyone=True)
    PriceListEntry.objects.create(business=stocked.business, price_list=everyone, product=goods[7], price=20)
    found = cashier_client.get(SEARCH, {"q": "bowl under 30"}).data["results"]
    assert [(each["name"], each["price"]) for each in found] == [("Bowl 007", "20.00")]


def test_a_price_list_of_another_shop_is_not_known(stocked: Shop, other_shop: Shop, cashier_client: APIClient) -> None:
    theirs = PriceList.objects.create(business=other_shop.business, name="Theirs")
    assert cashier_client.get(SEARCH, {"q": "tv", "price_list_id": str(theirs.pk)}).status_code == 400
