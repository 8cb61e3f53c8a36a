"""Searches read and answered from a catalogue in memory."""

import uuid
from decimal import Decimal
from typing import Any

import pytest

from inventory.search.choosing import Choice, choose
from inventory.search.index import Catalogue, Good
from inventory.search.lexicon import common
from inventory.search.request import read

GOODS = (
    ('Samsung 43" Crystal UHD TV', "Samsung", "Televisions", 3850),
    ('Hisense 43" Smart TV', "Hisense", "Televisions", 2950),
    ('Nasco 32" LED TV', "Nasco", "Televisions", 1350),
    ("TV wall bracket", "Nasco", "Power and lighting", 120),
    ("Solar lantern", "Sunlite", "Power and lighting", 165),
    ("Tecno Spark 30", "Tecno", "Phones", 1790),
    ("itel 2163 feature phone", "itel", "Phones", 220),
    ("USB-C charger 25 W", "Oraimo", "Phones", 95),
    ("Rice cooker 1.8 L", "Binatone", "Home appliances", 330),
    ("Perfumed rice 5 kg", "Royal", "Rice and staples", 115),
    ("Perfumed rice 25 kg", "Royal", "Rice and staples", 510),
    ("Palm oil 1 L", "Aduane", "Oils and tins", 33),
    ("Corned beef 340 g", "Royal", "Oils and tins", 46),
    ("Table-top fridge 90 L", "Bruhm", "Home appliances", 1850),
    ("Washing powder 1 kg", "Fitaa", "Household and care", 33),
    ("Tea bags 50", "Akoko", "Drinks", 24),
    ("Baby diapers 40", "Bebe", "Household and care", 105),
)


def catalogue(own: tuple[tuple[str, str], ...] = ()) -> Catalogue:
    goods = [
        Good(uuid.uuid4(), f"SKU-{n}", f"0603{n:06}", name, brand, category, "piece", Decimal(price), None)
        for n, (name, brand, category, price) in enumerate(GOODS)
    ]
    return Catalogue(goods, common().with_own(own))


CATALOGUE = catalogue()


def chosen(text: str) -> Choice:
    return choose(CATALOGUE, read(text))


def names(text: str) -> list[str]:
    found = chosen(text).found
    return [CATALOGUE.goods[place].name for place in sorted(found, key=lambda place: -found[place])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under 3,000", {"highest": Decimal(3000)}),
        ("not more than 3k", {"highest": Decimal(3000)}),
        ("i have only ghs 50", {"highest": Decimal(50)}),
        ("150 cedis or less", {"highest": Decimal(150)}),
        ("between 100 and 200 cedis", {"lowest": Decimal(100), "highest": Decimal(200)}),
        ("around 2000", {"lowest": Decimal(1700), "highest": Decimal(2300)}),
        ("above 1.5k", {"lowest": Decimal(1500)}),
        ("3 bags of rice", {"quantity": Decimal(3), "highest": None}),
        ("two of them", {"quantity": Decimal(2)}),
        ("half dozen malt", {"quantity": Decimal(6)}),
        ("cheapest one at wholesale price", {"order": "cheapest", "tier": "wholesale"}),
        ("3 sardines, sorry, two malt", {"words": ["two", "malt"]}),
        ("tv under 3000, actually 4000", {"highest": Decimal(3000)}),
        ("not tin, sachet", {"barred": ["tin"], "words": ["and", "sachet"]}),
        ("not more than 3k and not samsung", {"highest": Decimal(3000), "barred": ["samsung"]}),
        ("not too big", {"order": "smallest"}),
        ("three of each", {"quantity": Decimal(3), "each": True}),
        ("do you have 5kg under 100", {"highest": Decimal(100), "quantity": None}),
    ],
)
def test_prices_quantities_and_orders_are_read(text: str, expected: dict[str, Any]) -> None:
    request = read(text)
    assert {name: getattr(request, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("5 kilos", ("5000", "g")),
        ("0.5kg", ("500", "g")),
        ("half kg", ("500", "g")),
        ("1.5 litres", ("1500", "ml")),
        ('43"', ("43", "in")),
        ("43-inch", ("43", "in")),
        ("3/4 inch", ("0.75", "in")),
        ("20,000 mah", ("20000", "mah")),
        ("pack of 4", ("4", "pack")),
        ("twenty five kilo", ("25000", "g")),
        ("two-litre", ("2000", "ml")),
        ("four burner cooker", ("4", "burner")),
        ("three quarter inch pipe", ("0.75", "in")),
    ],
)
def test_sizes_are_read_in_one_unit(text: str, size: tuple[str, str]) -> None:
    (read_size,) = read(text).sizes
    assert (read_size.amount, read_size.unit) == (Decimal(size[0]), size[1])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("telly under 3000", 'Hisense 43" Smart TV'),
        ("samsong tv", 'Samsung 43" Crystal UHD TV'),
        ("tv bracket", "TV wall bracket"),
        ("something for dumsor", "Solar lantern"),
        ("rice", "Perfumed rice 5 kg"),
        ("rice 25", "Perfumed rice 25 kg"),
        ("red oil", "Palm oil 1 L"),
        ("cornedbeef", "Corned beef 340 g"),
        ("corned beaf", "Corned beef 340 g"),
        ("pampers", "Baby diapers 40"),
        ("iphone charger", "USB-C charger 25 W"),
        ("small phone for my grandma", "itel 2163 feature phone"),
        ("something to hang my tv on the wall", "TV wall bracket"),
        ("25 kg rice bags", "Perfumed rice 25 kg"),
        ("best phone you have", "Tecno Spark 30"),
        ("samsung fridge", "Table-top fridge 90 L"),
        ("smartphone", "Tecno Spark 30"),
        ("hise", 'Hisense 43" Smart TV'),
        ("sku-3", "TV wall bracket"),
        ("603000003", "TV wall bracket"),
    ],
)
def test_the_first_product_is_the_one_meant(text: str, first: str) -> None:
    assert names(text)[0] == first


@pytest.mark.parametrize(
    ("text", "among", "not_among"),
    [
        ("tv", 'Nasco 32" LED TV', "TV wall bracket"),
        ("rice", "Perfumed rice 25 kg", "Rice cooker 1.8 L"),
        ("phone", "Tecno Spark 30", "USB-C charger 25 W"),
        ("5kg rice", "Perfumed rice 5 kg", "Perfumed rice 25 kg"),
        ("rice and palm oil", "Palm oil 1 L", "Washing powder 1 kg"),
        ("tv, perfumed rice and corned beef", "Corned beef 340 g", "Solar lantern"),
        ("cheapest smartphone", "Tecno Spark 30", "itel 2163 feature phone"),
        ("palm oil and bread", "Palm oil 1 L", "Corned beef 340 g"),
        ("5kg rice and 1 litre palm oil", "Palm oil 1 L", "Perfumed rice 25 kg"),
        ("tv not samsung", 'Nasco 32" LED TV', 'Samsung 43" Crystal UHD TV'),
        ("tv smaller than 43 inch", 'Nasco 32" LED TV', 'Hisense 43" Smart TV'),
        ("rice not 5kg", "Perfumed rice 25 kg", "Perfumed rice 5 kg"),
    ],
)
def test_what_only_shares_a_word_is_left_out(text: str, among: str, not_among: str) -> None:
    assert among in names(text)
    assert not_among not in names(text)


@pytest.mark.parametrize(
    "text", ["laptop", "do you have shoes", "washing machine", "school bag", "coconut oil", "tv stand", "9999999999"]
)
def test_what_is_not_sold_is_not_answered_with_something_else(text: str) -> None:
    choice = chosen(text)
    assert (choice.is_sold, choice.found, choice.near) == (False, {}, [])


def test_a_price_nothing_meets_shows_the_nearest() -> None:
    choice = chosen("fridge under 1500")
    assert (choice.is_sold, choice.found) == (True, {})
    assert [CATALOGUE.goods[place].name for place in choice.near] == ["Table-top fridge 90 L"]


def test_a_shop_adds_words_of_its_own() -> None:
    own = catalogue((("apofee", "itel 2163 feature phone"),))
    choice = choose(own, read("apofee"))
    assert [own.goods[place].name for place in choice.found] == ["itel 2163 feature phone"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("solar lantan", "Solar lantern"),
        ("diapas", "Baby diapers 40"),
        ("phone with buttons", "itel 2163 feature phone"),
        ("something to charge my phone without wahala", "USB-C charger 25 W"),
        ("something to charge my phone when light is off", "USB-C charger 25 W"),
        ("washing powder you can use for clothes", "Washing powder 1 kg"),
        ("aduane oil", "Palm oil 1 L"),
    ],
)
def test_words_by_ear_relative_clauses_and_what_is_lacking_are_understood(text: str, first: str) -> None:
    assert names(text)[0] == first


def test_a_brand_does_not_bring_in_its_goods_of_another_kind() -> None:
    assert names("royal rice") == ["Perfumed rice 5 kg", "Perfumed rice 25 kg"]


@pytest.mark.parametrize(
    ("text", "is_beside"),
    [
        ("what goes with spaghetti", True),
        ("something that goes well with rice", True),
        ("what do people usually buy with a tv", True),
        ("what else to eat with gari", True),
        ("phone with buttons", False),
        ("something to cook rice with", False),
        ("charger to go", False),
    ],
)
def test_what_goes_with_goods_is_told_from_goods_with_something(text: str, is_beside: bool) -> None:
    assert read(text).beside is is_beside
