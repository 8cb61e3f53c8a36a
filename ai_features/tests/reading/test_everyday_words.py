"""Everyday words that were read as something else: "Saturday last", "sitting at", "late orders", "there"."""

import pytest

from ai_features.services.query_intelligence.names import Entry, Index, split
from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.outcome import Refused, Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, TODAY
from ai_features.tests.reading.test_plans import in_short, understood


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("sales on saturday last", "revenue; Saturday 14 November 2026"),
        ("profit in december last", "profit; December 2025"),
        ("invoices due this coming week", "due; by customer; 23 to 29 November 2026"),
        ("average sale per month", "average_sale; by month"),
        ("who is late in paying", "overdue; by customer"),
        ("value of the goods sitting at tema", "stock_value; storefront=Tema"),
        ("value of stock kept in osu", "stock_value; storefront=Osu"),
        ("how much money is lying in phones right now", "stock_value; category=Phones"),
        ("wetin people dey buy pass", "units; by product; high 10"),
        ("what do people return most", "returns; by product; high 10"),
        ("how much do we sell milo wholesale", "wholesale_price; product=Milo 400 g"),
        ("how much did we sell milo wholesale", "revenue; product=Milo 400 g; price_tier=wholesale"),
        ("has Kojo Asante paid us", "outstanding; customer=Kojo Asante"),
        ("how many customers have we registered", "customer_count"),
        ("who do we owe the most", "owed_to_suppliers; by supplier; high 10"),
        ("what percentage of sales is on credit", "revenue; sale:on_credit"),
        ("how many people owe me more than 500 cedis", "outstanding; by customer; outstanding>500"),
        ("how many customers owe more than 1000", "outstanding; by customer; outstanding>1000"),
        ("who are my wholesale customers", "customer_count; by customer; customer:wholesale"),
        ("what do my customers buy most on credit", "revenue; by product; sale:on_credit; high 10"),
        ("which goods did we sell at a loss", "profit; by product; profit<0"),
        ("how much did we buy this month", "delivered_value; November 2026"),
        ("how much do we buy milo", "cost_price; product=Milo 400 g"),
        ("how much credit have i given out this month", "credit_given; November 2026"),
        ("which supplier gives us the most goods", "delivered; by supplier; high 10"),
        ("how did we do last week", "revenue, profit, sales_count; 9 to 15 November 2026"),
        ("which goods cost more than 1000", "retail_price; by product; retail_price>1000"),
        ("how many of our customers are regular", "customer_count; customer:returning"),
        ("how many walk in customers today", "sales_count; sale:walk_in; Saturday 21 November 2026"),
        ("sales of all days on record", "revenue"),
        ("last delivery, all days", "last_delivery"),
        ("sales all day", "revenue; Saturday 21 November 2026"),
        ("what is due from 30 november to 4 december", "due; 30 November to 4 December 2026"),
        ("what is due from 30 november to 4 december 2025", "due; 30 November to 4 December 2025"),
        ("what did i spend the most on", "expenses; by expense_category; high 10"),
        ("who paid something on their debt this month", "debt_collected; by customer; November 2026"),
    ],
)
def test_everyday_words_are_read_for_what_is_meant(question: str, plan: str) -> None:
    assert in_short(understood(question)) == plan


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("list everybody whose payment date has passed", "overdue; by customer"),
        ("how much debt money came in this week", "debt_collected; 16 to 22 November 2026"),
        ("which goods will finish within the next 7 days", "product_count; by product; product:finishing"),
        ("who do we buy from most this year", "delivered_value; by supplier; high 10; 2026"),
        ("purchases in october by supplier", "delivered_value; by supplier; October 2026"),
        ("total supplier invoices booked in october", "billed_by_suppliers; October 2026"),
        ("cash banked from the tills last week", "cash_banked; 9 to 15 November 2026"),
        ("old price of milo before they increased it", "price_before; product=Milo 400 g"),
        (
            "apart from wages what do i spend on most",
            "expenses; by expense_category; not expense_category=wages; high 10",
        ),
        (
            "mtn, telecel, AT: how much from each this month",
            "received; by network; network=MTN MoMo and Telecel Cash and AT Money; November 2026",
        ),
        ("mtn telecel at totals", "received; by network; network=MTN MoMo and Telecel Cash and AT Money"),
        ("mtn payments at tema", "received; network=MTN MoMo; storefront=Tema"),
        ("what did we bring from tema to osu", "transferred_out; by product; storefront=Tema; destination=Osu"),
        ("who cancels sales most at the till", "carts_cancelled, voids; by staff; high 10"),
        ("can Kojo Asante take goods on credit", "credit_room; customer=Kojo Asante"),
        ("how many people bought from us yesterday", "sales_count, buyers; Friday 20 November 2026"),
        ("how much did we lose to damage and expiry", "written_off_value"),
        ("if i count everything in the two shops how much money is inside, cost price", "stock_value"),
        ("who is more than 60 days late", "overdue; by customer"),
        ("biggest discount in october and to whom", "discount; by customer; high 10; October 2026"),
        ("does Kojo Asante pay on time", "on_time_rate, days_late; customer=Kojo Asante"),
        ("milo sales in pieces", "units; product=Milo 400 g"),
        ("sales without discount", "revenue; sale:discounted"),
        ("takings of both shops yesterday", "revenue; Friday 20 November 2026"),
        ("compare both shops yesterday", "revenue; by storefront; Friday 20 November 2026"),
        ("did efua's till balance the last time she closed", "cash_difference; by day; staff=Efua Sackey; time 1"),
    ],
)
def test_what_owners_ask_in_passing_is_read_for_what_is_meant(question: str, plan: str) -> None:
    assert in_short(understood(question)) == plan


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("what percentage of tema's sales is wholesale", ["Tema"]),
        ("wholesale share of tema's sales", ["Tema"]),
        ("what percentage of sales at tema is wholesale", ["Tema"]),
        ("what fraction of efua's sales are on credit", ["Efua Sackey"]),
        ("what share of sales is tema", []),
    ],
)
def test_a_share_is_of_the_whole_that_is_named(question: str, whole: list[str]) -> None:
    assert [each.name for each in understood(question).whole()] == whole


def test_a_question_after_a_thought_is_answered_where_nothing_named_is_lost() -> None:
    thought = "is it worth it to open on sundays. what do we make on sundays on average"
    assert in_short(understood(thought)).startswith("revenue; weekday=Sunday")
    assert isinstance(read("should i sack yaw. what is my profit", today=TODAY, index=INDEX), Refused)


def test_two_words_that_are_in_the_names_of_two_customers_name_neither() -> None:
    reading = read("sales to Ama Asante", today=TODAY, index=INDEX)
    assert isinstance(reading, Unsure)
    assert reading.words == ("Ama", "Asante")


def test_more_on_weekends_is_more_than_on_other_days() -> None:
    plan = understood("do we sell more on weekends")
    assert [each.name for each in plan.sides] == ["Saturday and Sunday", "Monday to Friday"]


def test_who_does_something_only_so_is_not_told_who_does_it_at_all() -> None:
    assert not isinstance(read("who buys only on credit", today=TODAY, index=INDEX), Understood)


def test_average_sales_per_month_are_what_a_month_brings() -> None:
    plan = understood("average sales per month")
    assert (plan.metric, plan.per, plan.dimensions) == ("revenue", "month", ())


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("which orders are late", "late_orders; by supplier"),
        ("late deliveries", "late_orders"),
        ("what are we still waiting for", "on_order; by product"),
        ("is the order from Ring Road Beverages late", "late_orders; supplier=Ring Road Beverages"),
        (
            "payments made to Ring Road Beverages last month",
            "paid_to_suppliers; supplier=Ring Road Beverages; October 2026",
        ),
        ("what must i pay to suppliers this coming week", "due_to_suppliers; by supplier; 23 to 29 November 2026"),
        ("which deliveries are we expecting on monday", "expected_orders; by supplier; Monday 23 November 2026"),
        ("who promised to pay and did not", "promises_broken; by customer"),
        ("who changed prices last month", "price_changes; by staff; October 2026"),
        ("when did we last change the price of milo", "last_price_change; product=Milo 400 g"),
        ("goods expiring before Christmas", "expiring_units; by product; 21 November to 24 December 2026"),
        ("how many times was a receipt printed again this month", "reprints; November 2026"),
    ],
)
def test_orders_promises_and_prices_are_figures_of_their_own(question: str, plan: str) -> None:
    assert in_short(understood(question)) == plan


def test_goods_bought_together_are_no_deliveries() -> None:
    assert not isinstance(read("which goods are bought together", today=TODAY, index=INDEX), Understood)


@pytest.mark.parametrize("name", ["O'Brien", "OBrien", "O Brien", "o brien"])
def test_a_name_is_known_with_its_apostrophe_and_without(name: str) -> None:
    called = "O'Brien & Sons"
    index = Index([Entry("customer", called, tuple(word for word, _, _ in split(called)), ("1",))])
    reading = read(f"how much does {name} owe us", today=TODAY, index=index)
    assert isinstance(reading, Understood)
    assert [each.name for each in reading.plan.filters] == [called]


def turns(*questions: str, shown: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Understood | Unsure | Refused:
    """The reading of the last question, each following on the one before."""
    turn: Turn | None = None
    for question in questions[:-1]:
        reading = read(question, today=TODAY, index=INDEX, previous=turn)
        assert isinstance(reading, Understood), question
        turn = Turn(reading.plan, shown)
    last = read(questions[-1], today=TODAY, index=INDEX, previous=turn)
    assert isinstance(last, Understood | Unsure | Refused)
    return last


@pytest.mark.parametrize(
    ("questions", "plan"),
    [
        (
            ("sales yesterday by branch", "how many customers at osu"),
            "buyers; storefront=Osu; Friday 20 November 2026",
        ),
        (
            ("sales at osu yesterday", "who sold the most there"),
            "revenue; by staff; storefront=Osu; high 10; Friday 20 November 2026",
        ),
        (("what is finished at tema", "how many chargers are at osu"), "stock; product=Phone charger; storefront=Osu"),
        (("who is overdue", "who is the worst"), "overdue; by customer; high 10"),
        (("how much do we owe our suppliers", "how much is overdue"), "overdue_to_suppliers"),
    ],
)
def test_a_turn_keeps_the_days_and_the_shop_spoken_of(questions: tuple[str, ...], plan: str) -> None:
    reading = turns(*questions)
    assert isinstance(reading, Understood)
    assert in_short(reading.plan) == plan


def test_which_of_them_we_have_elsewhere_are_those_in_stock_there() -> None:
    reading = turns("what is finished at tema", "which of them do we have at osu", shown=(("product", ("3", "4")),))
    assert isinstance(reading, Understood)
    plan = reading.plan
    assert (plan.metric, [each.row for each in plan.segments]) == ("stock", ["product:in_stock"])
    assert ("product", ("3", "4")) in [(each.dimension, each.values) for each in plan.filters]


def test_by_how_much_is_not_the_sum_of_two() -> None:
    assert isinstance(turns("is osu selling more than tema this month", "by how much"), Unsure)


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("total purchases last month", "delivered_value; October 2026"),
        ("purchases of Kojo Asante last month", "revenue; customer=Kojo Asante; October 2026"),
        ("products with sales below 100 this month", "revenue; by product; revenue<100; November 2026"),
        ("how much of the milo is left", "stock; product=Milo 400 g"),
        ("how much of tema's sales are wholesale", "revenue; storefront=Tema; price_tier=wholesale"),
        ("stock from ring road beverages", "stock; supplier=Ring Road Beverages"),
        ("what is the lowest we sold milo", "lowest_price; product=Milo 400 g"),
        ("change in profit week on week", "profit; 16 to 22 November 2026; vs 9 to 15 November 2026"),
        ("balance of ring road beverages", "owed_to_suppliers; supplier=Ring Road Beverages"),
        (
            "bills from ring road beverages in october",
            "billed_by_suppliers; supplier=Ring Road Beverages; October 2026",
        ),
        ("which shop has more milo", "stock; by storefront; product=Milo 400 g; high 10"),
        ("which shop has the most sales", "revenue; by storefront; high 10"),
        ("cheapest phone", "retail_price; by product; category=Phones; product:accessory; low 10"),
        ("how far are we from last month's sales", "revenue; November 2026; vs October 2026"),
        ("milo price wholesale", "wholesale_price; product=Milo 400 g"),
        ("which goods cost more than 3000 to buy", "cost_price; by product; cost_price>3000"),
        ("customers with no purchases in october", "customer_count; by customer; customer:lapsed; October 2026"),
        ("new customers by month this year", "first_time_buyers; by month; 2026"),
        ("last 10 sales", "revenue; by sale; time 10"),
        ("last three payments", "received; by payment; time 3"),
        ("sales over 10k this year", "revenue; by sale; revenue>10000; 2026"),
        ("invoices above 5000 not paid", "outstanding; by sale; outstanding>5000"),
        ("customers with more than 2 unpaid invoices", "outstanding; by customer; open_invoices>2"),
        ("what day did Kojo Asante last buy", "last_sale; customer=Kojo Asante"),
        ("month we bought most stock", "delivered_value; by month; high 10"),
        ("what is the most we sold in one day", "revenue; by day; high 10"),
        ("items sold more than 50 times last week", "units; by product; units>50; 9 to 15 November 2026"),
        ("how much is in efua's till", "cash_in_tills; staff=Efua Sackey"),
        ("how much was taken out of the till yesterday", "cash_taken_out; Friday 20 November 2026"),
    ],
)
def test_words_of_the_books_and_the_counter_are_told_apart(question: str, plan: str) -> None:
    assert in_short(understood(question)) == plan


@pytest.mark.parametrize(
    "question",
    ["profit less discounts last week", "what percent of sales goes to wages", "what percent of debt is over 90 days"],
)
def test_what_one_figure_is_of_another_that_no_plan_says_is_not_answered(question: str) -> None:
    assert not isinstance(read(question, today=TODAY, index=INDEX), Understood)
