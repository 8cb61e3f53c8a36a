"""Each form of a plan answered from the shop's own rows: the same figures as plain Python over what was sold."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest

from ai_features.services.query_intelligence.plan import Days, Filter
from ai_features.tests.plans import (
    Bought,
    Names,
    answer,
    days,
    figures,
    labels,
    limit,
    segment,
    told,
)
from ai_features.tests.questions.reckoning import DAY
from ai_features.tests.questions.shops import LIMITS, Line, Trade
from common import clock, money
from inventory.models import Category, Product
from sales.models import Payment

MONTH, BEFORE = days(30), days(60, 30)
OWED = ("outstanding", "overdue")
RICE = Filter(dimension="product", values=("1",), name="rice")
COMPARED: dict[str, Any] = {"period": MONTH, "compare": "period", "compare_to": BEFORE}


pytestmark = pytest.mark.django_db


def lines(trade: Trade, period: Days | None = None, **where: str) -> list[Line]:
    inside = [line for line in trade.lines if period is None or period.start <= line.day < period.end]
    return [line for line in inside if all(getattr(line, name) == value for name, value in where.items())]


def summed(found: list[Line], by: str, of: str = "revenue") -> dict[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in found:
        sums[str(getattr(line, by))] += getattr(line, of)
    return {name: value for name, value in sums.items() if name}


def ranked(sums: dict[str, Decimal]) -> list[str]:
    return sorted(sums, key=lambda name: -sums[name])


def buyers(found: list[Line]) -> set[str]:
    return {line.customer for line in found if line.customer and line.units > 0}


def test_the_third_is_the_third_alone(trade: Trade) -> None:
    bought = summed(lines(trade, MONTH), "customer")
    result = answer(trade, dimensions=("customer",), period=MONTH, rank=3, ask="who")
    third = ranked(bought)[2]
    assert figures(result) == {third: bought[third]}
    assert told(result).startswith(f"Number 3 by sales {'in ' + MONTH.label if ' to ' not in MONTH.label else 'from '}")


def test_both_ends_are_the_first_and_the_last(trade: Trade) -> None:
    sold = summed(lines(trade, MONTH), "product", "units")
    order = sorted(sold.values(), reverse=True)
    result = answer(trade, metrics=("units",), dimensions=("product",), period=MONTH, ends=True, limit=2)
    assert list(figures(result).values()) == [*order[:2], *order[-2:]]
    assert told(result).startswith("Highest units sold")


def test_the_first_of_each_group(trade: Trade) -> None:
    result = answer(trade, metrics=("units",), dimensions=("storefront", "product"), period=MONTH, top_each=2)
    for place in ("Osu", "Tema"):
        sold = sorted(summed(lines(trade, MONTH, storefront=place), "product", "units").values(), reverse=True)
        assert [row.values["units"] for row in result.rows if row.labels[0] == place] == sold[:2]


def test_the_first_three_have_a_share_of_all_together(trade: Trade) -> None:
    found = lines(trade, MONTH)
    first = sorted(summed(found, "customer").values(), reverse=True)[:3]
    result = answer(trade, dimensions=("customer",), period=MONTH, limit=3, share=True)
    assert result.share == money.share(sum(first, Decimal(0)), sum((line.revenue for line in found), Decimal(0)))


def test_between_two_limits(trade: Trade) -> None:
    bought = summed(lines(trade, MONTH), "customer")
    inside = (limit("revenue", ">=", 20000), limit("revenue", "<=", 50000))
    result = answer(trade, dimensions=("customer",), period=MONTH, thresholds=inside)
    assert figures(result) == {name: value for name, value in bought.items() if 20000 <= value <= 50000}
    assert "sales at least GHS 20,000.00 and at most GHS 50,000.00" in told(result)


def test_a_limit_on_another_measure_and_on_the_measure_asked_for(trade: Trade) -> None:
    sold = summed(lines(trade, MONTH), "product", "units")
    dear = set(Product.objects.filter(business=trade.business, retail_price__gt=1000).values_list("name", flat=True))
    both = (limit("retail_price", ">", 1000), limit("units", ">", 5))
    result = answer(trade, metrics=("units",), dimensions=("product",), period=MONTH, thresholds=both)
    assert figures(result) == {name: value for name, value in sold.items() if name in dear and value > 5}


def test_what_fell_is_in_the_order_of_its_fall_with_what_is_gone(trade: Trade) -> None:
    now, then = (summed(lines(trade, period), "customer", "units") for period in (MONTH, BEFORE))
    fell = {name: now.get(name, Decimal(0)) - then[name] for name in then if now.get(name, Decimal(0)) < then[name]}
    result = answer(trade, metrics=("units",), dimensions=("customer",), **COMPARED, by_change="fall")
    assert {row.labels[0]: row.change("units") for row in result.rows} == fell
    assert [row.change("units") for row in result.rows] == sorted(fell.values())


def test_what_rose_by_more_than_so_many_percent(trade: Trade) -> None:
    now, then = (summed(lines(trade, period), "product") for period in (MONTH, BEFORE))
    rose = {name for name in now if then.get(name) and (now[name] - then[name]) * 100 / then[name] > 10}
    result = answer(
        trade, dimensions=("product",), **COMPARED, thresholds=(limit("revenue", ">", 10, "change_percent"),)
    )
    assert set(labels(result)) == rose


def test_customers_who_bought_one_thing_and_not_another(trade: Trade) -> None:
    of, period = Names(trade), days(14)
    bought = {name: buyers(lines(trade, period, product=name)) for name in ("Milo 400 g", "Standing fan")}
    asked = (
        Bought(filters=(of.product("Milo 400 g"),)),
        Bought(filters=(of.product("Standing fan"),), never=True),
    )
    result = answer(trade, metrics=("customer_count",), dimensions=("customer",), period=period, bought=asked)
    assert set(labels(result)) == bought["Milo 400 g"] - bought["Standing fan"]


def test_customers_who_bought_at_one_shop_only(trade: Trade) -> None:
    osu, tema = (buyers(lines(trade, MONTH, storefront=place)) for place in ("Osu", "Tema"))
    only = (Bought(filters=(Names(trade).storefront("Osu"),), only=True),)
    result = answer(trade, metrics=("customer_count",), dimensions=("customer",), period=MONTH, bought=only)
    assert set(labels(result)) == osu - tema


def test_customers_who_bought_more_than_three_times(trade: Trade) -> None:
    times: dict[str, set[Any]] = defaultdict(set)
    for line in lines(trade, MONTH):
        if line.units > 0:
            times[line.customer].add(line.sale.pk)
    often = (Bought(times=limit("sales_count", ">", 3)),)
    result = answer(trade, metrics=("customer_count",), dimensions=("customer",), period=MONTH, bought=often)
    assert set(labels(result)) == {name for name, sales in times.items() if name and len(sales) > 3}


def test_what_one_customer_bought_and_where_another_never_did(trade: Trade) -> None:
    kojo = Names(trade).customer("Kojo Asante")
    things = answer(
        trade,
        metrics=("product_count",),
        dimensions=("product",),
        period=MONTH,
        of_bought="product",
        bought=(Bought(filters=(kojo,)),),
    )
    assert set(labels(things)) == {
        line.product for line in lines(trade, MONTH, customer="Kojo Asante") if line.units > 0
    }
    assert "products were bought by Kojo Asante" in told(things)


def test_the_figures_of_a_segment_by_storefront(trade: Trade) -> None:
    period = days(190)
    first = {name: min(line.day for line in trade.lines if line.customer == name) for name in buyers(trade.lines)}
    new = {name for name, day in first.items() if period.start <= day < period.end}
    found = [line for line in lines(trade, period) if line.customer in new]
    result = answer(trade, dimensions=("storefront",), period=period, segments=(segment("customer:new"),))
    assert new
    assert figures(result) == summed(found, "storefront")


def test_new_customers_are_listed_with_what_they_bought_and_counted_against_other_days(trade: Trade) -> None:
    period = days(210)
    listed = answer(
        trade, metrics=("customer_count",), dimensions=("customer",), period=period, segments=(segment("customer:new"),)
    )
    bought = summed(lines(trade, period), "customer")
    assert figures(listed, "revenue") == {name: bought[name] for name in labels(listed)}
    count = answer(
        trade,
        metrics=("customer_count",),
        period=period,
        compare="period",
        compare_to=days(430, 210),
        segments=(segment("customer:new"),),
    )
    assert (count.total["customer_count"], count.before["customer_count"]) == (Decimal(len(listed.rows)), Decimal(1))


def test_new_customers_by_month_are_those_who_began_in_it(trade: Trade) -> None:
    first = {name: min(line.day for line in trade.lines if line.customer == name) for name in buyers(trade.lines)}
    result = answer(trade, metrics=("first_time_buyers",), dimensions=("month",), order="time", period=days(426))
    assert sum(value or 0 for value in figures(result).values()) == len(first)


def test_who_lapsed_is_listed_with_all_that_they_bought(trade: Trade) -> None:
    result = answer(
        trade, metrics=("customer_count",), dimensions=("customer",), segments=(segment("customer:lapsed"),)
    )
    whole = summed(lines(trade), "customer")
    assert figures(result, "revenue") == {"Lapsed Larry": whole["Lapsed Larry"]}
    assert "1 customer has bought before, but not in the last 90 days." in told(result)


def test_first_and_last_time_and_days_with_none(trade: Trade) -> None:
    of = Names(trade)
    mine = lines(trade, customer="Kojo Asante")
    sold = {line.day for line in mine if line.units > 0}
    for metric, day in (("first_sale", min(sold)), ("last_sale", max(sold))):
        text = told(answer(trade, metrics=(metric,), filters=(of.customer("Kojo Asante"),), ask="when"))
        assert text.endswith(f": {day.day} {day:%B %Y}.")
    milo = {line.day for line in lines(trade, MONTH, product="Milo 400 g") if line.units > 0}
    idle = answer(trade, metrics=("days_without_sales",), filters=(of.product("Milo 400 g"),), period=MONTH)
    assert idle.total["days_without_sales"] == 30 - len(milo)
    none = answer(
        trade,
        metrics=("sales_count",),
        filters=(of.product("Milo 400 g"),),
        period=MONTH,
        dimensions=("day",),
        order="time",
        thresholds=(limit("sales_count", "=", 0),),
    )
    assert {row.key[0] for row in none.rows} == {MONTH.start + DAY * back for back in range(30)} - milo


def test_sales_one_by_one_are_in_the_order_of_time(trade: Trade) -> None:
    found = sorted(lines(trade, days(3)), key=lambda line: line.sale.sold_at)
    result = answer(trade, dimensions=("sale",), period=days(3), order="time")
    numbers = list(dict.fromkeys(line.sale.number for line in found))
    assert sorted(label.split()[0] for label in labels(result)) == sorted(numbers)
    assert [row.at for row in result.rows] == sorted(row.at for row in result.rows if row.at)


def test_the_largest_payment_is_one_payment(trade: Trade) -> None:
    result = answer(trade, metrics=("received",), dimensions=("payment",), period=MONTH, limit=1)
    paid = [each for each in trade.paid if MONTH.start <= each.day < MONTH.end]
    best = max(paid, key=lambda each: each.amount)
    assert [row.values["received"] for row in result.rows] == [best.amount]
    assert f"on {best.day.day} {best.day:%B %Y}" in labels(result)[0]


def test_prices_and_the_margin_on_one_piece(trade: Trade) -> None:
    milo = (Names(trade).product("Milo 400 g"),)
    assert told(answer(trade, metrics=("retail_price",), filters=milo)) == "Retail price of Milo 400 g: GHS 45.00."
    text = told(answer(trade, metrics=("unit_margin",), filters=milo))
    assert text == "Profit on one piece of Milo 400 g: GHS 12.00. Retail price: GHS 45.00. Cost price: GHS 33.00."
    repair = (Names(trade).product("Phone repair"),)
    assert told(answer(trade, metrics=("cost_price",), filters=repair)) == "Cost price of Phone repair: not recorded."


def test_out_of_stock_here_but_in_stock_there(trade: Trade) -> None:
    of = Names(trade)
    held = {
        place: {name for (name, at), (units, _) in trade.stock.items() if at == place and units > 0}
        for place in ("Osu", "Tema")
    }
    for here, there in (("Osu", "Tema"), ("Tema", "Osu")):
        asked = (
            segment("product:out_of_stock", filters=(of.storefront(here),)),
            segment("product:in_stock", filters=(of.storefront(there),)),
        )
        result = answer(trade, metrics=("product_count",), dimensions=("product",), segments=asked)
        assert set(labels(result)) == held[there] - held[here]


def test_what_finishes_within_so_many_days_at_the_pace_of_thirty(trade: Trade) -> None:
    sold = summed(lines(trade, days(30)), "product", "units")
    held: dict[str, Decimal] = defaultdict(Decimal)
    for (name, _), (units, _) in trade.stock.items():
        held[name] += units
    soon = {
        name for name, units in held.items() if units > 0 and sold.get(name, 0) > 0 and units * 30 / sold[name] <= 20
    }
    asked = (segment("product:finishing", number=20),)
    assert set(labels(answer(trade, metrics=("product_count",), dimensions=("product",), segments=asked))) == soon


def test_how_much_to_order_of_one_product(trade: Trade) -> None:
    sold = summed(lines(trade, days(30)), "product", "units")["Milo 400 g"]
    wanted = 12 + sold / 30 * (30 + 7)
    result = answer(trade, metrics=("suggested_order",), filters=(Names(trade).product("Milo 400 g"),))
    assert result.total["suggested_order"] == wanted.to_integral_value("ROUND_CEILING")
    assert result.metrics == ("suggested_order", "stock", "reorder_level")


def test_what_is_bought_together_is_counted_by_sale(trade: Trade) -> None:
    baskets: dict[Any, set[str]] = defaultdict(set)
    for line in trade.lines:
        if line.units > 0:
            baskets[line.sale.pk].add(line.product)
    with_rice = [names for names in baskets.values() if "Royal Rice 5 kg" in names]
    partners = {name: sum(name in names for names in with_rice) for name in {n for names in with_rice for n in names}}
    del partners["Royal Rice 5 kg"]
    rice = (Names(trade).product("Royal Rice 5 kg"),)
    result = answer(trade, metrics=("bought_with",), dimensions=("product",), filters=rice)
    assert figures(result) == partners
    best = max(partners.values())
    assert result.rows[0].share == money.share(Decimal(best), Decimal(len(with_rice)))


def test_who_is_over_the_limit_and_by_how_much(trade: Trade) -> None:
    owed: dict[str, Decimal] = defaultdict(Decimal)
    for each in trade.owed:
        owed[each.customer] += each.open
    over = {name: owed[name] - Decimal(most) for name, most in LIMITS.items() if owed[name] > Decimal(most)}
    result = answer(
        trade, metrics=("customer_count",), dimensions=("customer",), segments=(segment("customer:over_limit"),)
    )
    assert figures(result, "over_by") == over
    kojo = (Names(trade).customer("Kojo Asante"),)
    assert figures(answer(trade, metrics=("credit_room",), filters=kojo)) == {"Kojo Asante": Decimal("0.00")}


def test_what_a_customer_has_paid_ahead_is_taken_off_what_they_owe(trade: Trade) -> None:
    kojo = Names(trade).customer("Kojo Asante")
    before = {metric: figures(answer(trade, metrics=(metric,), dimensions=("customer",))) for metric in OWED}
    Payment.objects.create(
        business=trade.business, customer_id=str(kojo.values[0]), method="cash", amount=70, received_at=clock.now()
    )
    for metric in OWED:
        owed = before[metric] | {"Kojo Asante": (before[metric]["Kojo Asante"] or 0) - 70}
        assert figures(answer(trade, metrics=(metric,), dimensions=("customer",))) == owed


def test_part_paid_sales_are_those_with_something_paid_and_something_open(trade: Trade) -> None:
    result = answer(trade, metrics=("outstanding",), dimensions=("sale",), segments=(segment("sale:part_paid"),))
    assert sorted(value or 0 for value in figures(result).values()) == sorted(each.open for each in trade.owed)


def test_yes_and_no(trade: Trade) -> None:
    whole = sum((line.revenue for line in lines(trade, MONTH)), Decimal(0))
    assert told(answer(trade, period=MONTH, ask="whether", thresholds=(limit("revenue", ">", 1),))).startswith("Yes. ")
    more = (limit("revenue", ">", int(whole) + 1),)
    assert told(answer(trade, period=MONTH, ask="whether", thresholds=more)).startswith("No. ")
    before = sum((line.revenue for line in lines(trade, BEFORE)), Decimal(0))
    text = told(answer(trade, **COMPARED, ask="whether"))
    assert text.startswith("Yes. Sales" if whole > before else "No. Sales")


def test_a_trend_is_told_of_whole_months(trade: Trade) -> None:
    start = clock.today().replace(day=1) - dt.timedelta(days=150)
    period = Days(start=start.replace(day=1), end=clock.today() + DAY, label="these months")
    result = answer(trade, dimensions=("month",), order="time", period=period, trend=True)
    assert any(f": {word}. On average GHS " in told(result) for word in ("rising", "falling", "steady"))


@pytest.mark.parametrize("dimensions", [(), ("storefront",)], ids=["alone", "by storefront"])
def test_of_a_percentage_no_percent_change_is_told(trade: Trade, dimensions: tuple[str, ...]) -> None:
    """A margin that goes from 20 to 25 % is not "up 25 %"."""
    moved = ("up ", "down ", "unchanged")
    margin = told(answer(trade, metrics=("margin",), dimensions=dimensions, **COMPARED))
    assert not any(word in margin for word in moved), margin
    assert any(word in told(answer(trade, dimensions=dimensions, **COMPARED)) for word in moved)


def test_of_the_trend_of_a_percentage_no_percent_change_is_told(trade: Trade) -> None:
    start = (clock.today().replace(day=1) - dt.timedelta(days=150)).replace(day=1)
    period = Days(start=start, end=clock.today() + DAY, label="these months")
    over = {"dimensions": ("month",), "order": "time", "period": period, "trend": True}
    assert ", against " in told(answer(trade, metrics=("margin",), **over))
    assert ", against " not in told(answer(trade, **over))


def test_a_category_stands_for_all_that_hang_below_it(trade: Trade) -> None:
    goods = Category.objects.create(business=trade.business, name="Goods")
    for name, parent in (
        ("Groceries", goods),
        ("Drinks", Category.objects.get(business=trade.business, name="Groceries")),
    ):
        Category.objects.filter(business=trade.business, name=name).update(parent=parent)
    below = Filter(dimension="category", values=(str(goods.pk),), name="Goods")
    sold = summed(lines(trade, MONTH), "category")
    wanted = sold["Groceries"] + sold["Drinks"]
    assert answer(trade, period=MONTH, filters=(below,)).total["revenue"] == wanted
    rest = answer(trade, period=MONTH, filters=(below.model_copy(update={"exclude": True}),))
    assert rest.total["revenue"] == sum(sold.values()) - wanted


def test_a_list_says_how_many_first_and_names_five_at_most(trade: Trade) -> None:
    result = answer(trade, metrics=("outstanding",), dimensions=("customer",))
    text = told(result)
    assert text.startswith(f"{result.found} customers owe you ")
    assert sum(name in text for name in labels(result)) == min(5, result.found)
    assert all(text.count(name) <= 1 for name in labels(result))
