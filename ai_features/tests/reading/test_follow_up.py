"""Questions that lean on the one before."""

from collections.abc import Iterable, Iterator

import pytest

from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.follow_up import Turn
from ai_features.services.query_intelligence.reading.outcome import AskBack, Refused, Understood, Unsure
from ai_features.services.query_intelligence.reading.reader import read
from ai_features.tests.reading.shop import INDEX, NAMES, TODAY, index_of
from ai_features.tests.reading.test_plans import in_short, understood

SHOWN = (("customer", ("15", "16", "17")), ("storefront", ("20", "21")))


def turn_of(question: str) -> Turn:
    plan = understood(question)
    return Turn(plan, tuple(each for each in SHOWN if each[0] in plan.dimensions))


@pytest.mark.parametrize(
    ("before", "question", "plan"),
    [
        ("sales in Tema yesterday", "and Osu?", "revenue; storefront=Osu; Friday 20 November 2026"),
        ("sales in Tema yesterday", "by profit", "profit; storefront=Tema; Friday 20 November 2026"),
        ("sales last month", "sorry, I meant August", "revenue; August 2026"),
        ("sales yesterday", "and the day before", "revenue; Thursday 19 November 2026"),
        ("payments this month", "only cash", "received; method=cash; November 2026"),
        ("sales this year", "without drinks", "revenue; not category=Drinks; 2026"),
        ("top 5 customers this year", "top 10", "revenue; by customer; high 10; 2026"),
        ("top 5 products by profit this year", "and the worst?", "profit; by product; low 5; 2026"),
        ("sales this month", "by branch", "revenue; by storefront; November 2026"),
        ("payments by momo last month", "who paid", "received; by customer; method=mobile money; October 2026"),
        ("discounts given last month", "on how many sales", "discounted_sales; October 2026"),
        ("sales last month", "number of customers", "buyers; October 2026"),
        (
            "how many sales on 3 October",
            "who bought the most that day",
            "revenue; by customer; high 10; Saturday 3 October 2026",
        ),
        ("sales last week", "I said this week not last week", "revenue; 16 to 22 November 2026"),
        ("who owes me", "how much has the second one paid this month?", "received; customer=Ama Mensah; November 2026"),
    ],
)
def test_a_turn_replaces_what_it_names(before: str, question: str, plan: str) -> None:
    reading = read(question, today=TODAY, index=INDEX, previous=turn_of(before))
    assert isinstance(reading, Understood), reading
    assert in_short(reading.plan) == plan


@pytest.mark.parametrize("question", ["how much has he paid", "what did they buy", "was it worth it", "the second one"])
def test_a_turn_that_points_at_nothing_known_is_never_about_the_whole_shop(question: str) -> None:
    assert isinstance(read(question, today=TODAY, index=INDEX), Unsure | Refused)


CONVERSATIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "days are told from those before": (
        ("sales in Osu last month", "revenue; storefront=Osu; October 2026"),
        ("and the month before that", "revenue; storefront=Osu; September 2026"),
        ("the month before", "revenue; storefront=Osu; August 2026"),
        ("only July", "revenue; storefront=Osu; July 2026"),
        ("why is it lower", "revenue; storefront=Osu; July 2026; vs June 2026"),
    ),
    "a number alone is how many are shown": (
        ("top 5 products this month", "revenue; by product; high 5; November 2026"),
        ("make it ten", "revenue; by product; high 10; November 2026"),
        ("by profit instead", "profit; by product; high 10; November 2026"),
        ("show it as a bar", "profit; by product; high 10; November 2026"),
        ("show 20", "profit; by product; high 20; November 2026"),
    ),
    "a question without goods is about those before": (
        ("how many Milo do we have left", "stock; product=Milo 400 g"),
        ("for Tema", "stock; product=Milo 400 g; storefront=Tema"),
        ("how many did we sell last week", "units; product=Milo 400 g; storefront=Tema; 9 to 15 November 2026"),
        ("and what do we buy it", "cost_price; product=Milo 400 g"),
    ),
    "a price of the other kind": (
        ("price of Milo", "retail_price; product=Milo 400 g"),
        ("wholesale", "wholesale_price; product=Milo 400 g"),
        ("how many in stock", "stock; product=Milo 400 g"),
    ),
    "a person spoken of is meant until another is": (
        ("how much has Kojo Asante bought this year", "revenue; customer=Kojo Asante; 2026"),
        ("what is his limit", "credit_limit; customer=Kojo Asante"),
        ("so how much more can he take", "credit_room; customer=Kojo Asante"),
        ("e dey owe?", "outstanding; customer=Kojo Asante"),
        ("how much e pay us", "received; customer=Kojo Asante; 2026"),
        ("when did he last pay", "last_payment; customer=Kojo Asante"),
    ),
    "who did it most, of the same days": (
        ("how much did we sell on credit last month", "credit_given; October 2026"),
        ("who took the most", "credit_given; by customer; high 10; October 2026"),
        ("does she still owe us", "outstanding; customer=Kojo Asante"),
    ),
    "rows that were shown take the place of what chose them": (
        ("customers who bought Milo this year", "revenue; by customer; product=Milo 400 g; 2026"),
        ("which of them owe us", "outstanding; by customer; customer=these 3"),
        ("only those above 2000", "outstanding; by customer; customer=these 3; outstanding>2000"),
        ("how many are they", "outstanding; by customer; customer=these 3; outstanding>2000; count"),
        ("how much altogether", "outstanding; customer=these 3"),
    ),
    "the sum of a list, and its count": (
        ("what is out of stock", "product_count; by product; product:out_of_stock"),
        ("in Tema only", "product_count; by product; storefront=Tema; product:out_of_stock"),
        ("how many is that", "product_count; storefront=Tema; product:out_of_stock"),
    ),
    "one figure is asked whose it is": (
        ("total overdue", "overdue"),
        ("who is it", "overdue; by customer"),
        ("only above 3000", "overdue; by customer; overdue>3000"),
        ("sort by oldest", "oldest_invoice, overdue; by customer; overdue>3000"),
    ),
    "one figure is asked of what it was most": (
        ("returns last month", "returns; October 2026"),
        ("which was the biggest", "returns; by sale; high 10; October 2026"),
        ("which product came back most", "returns; by product; high 10; October 2026"),
    ),
    "goods are narrowed by only": (
        ("sales of phones in October", "revenue; category=Phones; October 2026"),
        ("only Samsung", "revenue; category=Phones; brand=Samsung; October 2026"),
        ("which one sold more", "revenue; by product; category=Phones; brand=Samsung; high 10; October 2026"),
    ),
    "a way to pay takes the place of another": (
        ("momo received yesterday", "received; method=mobile money; Friday 20 November 2026"),
        ("mtn alone", "received; method=mobile money; network=MTN MoMo; Friday 20 November 2026"),
        ("cash nko", "received; method=cash; Friday 20 November 2026"),
    ),
    "another of its kind is set beside it": (
        ("sales for Osu last month", "revenue; storefront=Osu; October 2026"),
        ("compare with Tema", "revenue; by storefront; storefront=Osu and Tema; October 2026"),
    ),
    "a supplier brings": (
        (
            "what did Ring Road Beverages supply last month",
            "delivered; by product; supplier=Ring Road Beverages; October 2026",
        ),
        ("how many in all", "delivered; supplier=Ring Road Beverages; October 2026"),
        ("when did they last come", "last_delivery; supplier=Ring Road Beverages"),
        ("what did they bring", "delivered; by product; supplier=Ring Road Beverages; Thursday 19 November 2026"),
    ),
    "a number is compared with the figure it was before": (
        ("products that sold more than 100 this month", "revenue; by product; units>100; November 2026"),
        ("more than 300", "revenue; by product; units>300; November 2026"),
    ),
    "what is owed is owed by who was spoken of": (
        ("how much does Kojo Asante owe", "outstanding; customer=Kojo Asante"),
        ("what is overdue", "overdue; customer=Kojo Asante"),
        ("what did he buy last month", "revenue; by product; customer=Kojo Asante; October 2026"),
    ),
    "goods that were chosen stay chosen": (
        ("what is out of stock in Tema", "product_count; by product; storefront=Tema; product:out_of_stock"),
        ("what do they cost", "cost_price; by product; product=these 2"),
    ),
    "a new question is read for itself": (
        ("top 3 customers last month", "revenue; by customer; high 3; October 2026"),
        ("price of Milo", "retail_price; product=Milo 400 g"),
        ("total sales yesterday", "revenue; Friday 20 November 2026"),
    ),
    "how many people and how much money were counted": (
        ("how much are people owing us", "outstanding"),
        ("how many people is that", "debtors"),
        ("how much is all that", "outstanding"),
    ),
    "what was counted is worth something": (
        ("how many returns did we get last month", "returns_count; October 2026"),
        ("how much money is inside", "returns; October 2026"),
        ("which item came back the most", "returned_units; by product; high 10; October 2026"),
        ("ok so total sales without the returns", "revenue, gross_sales; October 2026"),
    ),
    "promises that were broken come to money": (
        ("who promised to pay and didnt pay", "promises_broken; by customer"),
        ("how much is all that", "promises_broken_value"),
    ),
    "orders stay orders": (
        ("how many orders are we still waiting for from suppliers", "open_orders"),
        ("how many of them are late", "late_orders"),
        ("which supplier is the worst", "late_orders; by supplier; high 10"),
        ("how much is the goods they havent brought", "on_order_value; supplier=Ring Road Beverages"),
    ),
    "the till stays the till": (
        ("any shortage in the till this month", "cash_missing; November 2026"),
        ("who is the worst", "cash_missing; by staff; high 10; November 2026"),
        ("how many times did it happen to him", "cash_shortages; staff=Efua Sackey; November 2026"),
        ("and last month", "cash_shortages; staff=Efua Sackey; October 2026"),
    ),
    "the one who led is asked about": (
        ("total discount we have given this month", "discount; November 2026"),
        ("who gave the most", "discount; by staff; high 10; November 2026"),
        ("on how many sales", "discounted_sales; staff=Efua Sackey; November 2026"),
        ("and Yaw", "discounted_sales; staff=Yaw Darko; November 2026"),
        ("how many customers did he serve", "buyers; staff=Yaw Darko; November 2026"),
        ("so how much is one customer buying on average", "revenue_per_customer; staff=Yaw Darko; November 2026"),
    ),
    "so much a day": (
        ("sales last week", "revenue; 9 to 15 November 2026"),
        ("which shop sold more", "revenue; by storefront; high 10; 9 to 15 November 2026"),
        ("how much is that per day", "revenue; storefront=Osu; 9 to 15 November 2026; per day"),
    ),
    "a figure less another, and as a share of sales": (
        ("gross profit for october", "profit; October 2026"),
        ("less expenses", "profit_after_expenses; October 2026"),
        ("what about this month so far", "profit_after_expenses; 1 to 21 November 2026"),
        ("what percent of sales is that", "net_margin; 1 to 21 November 2026"),
        ("same days last month", "net_margin; 1 to 21 October 2026"),
    ),
    "the biggest is left out": (
        ("total expenses for october", "expenses; October 2026"),
        ("what took the biggest part", "expenses; by expense_category; high 10; October 2026"),
        ("remove it, how much is left then", "expenses; not expense_category=rent; October 2026"),
    ),
    "one stock level takes the place of another, in the shop spoken of": (
        ("what is out of stock in Tema", "product_count; by product; storefront=Tema; product:out_of_stock"),
        ("and which ones are almost finishing there", "product_count; by product; storefront=Tema; product:low"),
        ("how many days will the Milo take us", "cover_days; product=Milo 400 g; storefront=Tema"),
    ),
    "the month that was best": (
        ("which month was best this year", "revenue; by month; high 10; 2026"),
        ("and the profit of that month", "profit; October 2026"),
    ),
    "the best of some is one of them": (
        ("sales of phones this year", "revenue; category=Phones; 2026"),
        ("which one sells best", "revenue; by product; category=Phones; high 10; 2026"),
        ("how much profit from it", 'profit; product=Samsung 43" TV; 2026'),
        ("how many left", 'stock; product=Samsung 43" TV'),
    ),
    "what is owed to the supplier spoken of": (
        ("which supplier brings the most", "delivered_value; by supplier; high 10"),
        ("how much do we owe them", "owed_to_suppliers; supplier=Ring Road Beverages"),
        ("when did we last pay them", "last_paid_to_supplier; supplier=Ring Road Beverages"),
    ),
    "theirs are of those that were shown": (
        ("top 3 customers last month", "revenue; by customer; high 3; October 2026"),
        ("what is their balance", "outstanding; by customer; customer=these 3"),
    ),
    "the month before, and so much a sale": (
        ("sales this month", "revenue; November 2026"),
        ("and last", "revenue; October 2026"),
        ("per sale", "average_sale; October 2026"),
    ),
    "one of several, and all of them": (
        ("rent this year", "expenses; expense_category=rent; 2026"),
        ("and wages", "expenses; expense_category=wages; 2026"),
        ("everything put together", "expenses; 2026"),
    ),
    "what one bought last, and how often": (
        ("who is my best customer", "revenue; by customer; high 10"),
        ("what did they buy last", "units, revenue; by product; customer=Kojo Asante; sale:latest"),
        ("how often do they come", "sales_count; customer=Kojo Asante"),
    ),
    "new ones are of their days": (
        ("how many new customers did we get in october", "customer_count; customer:new; October 2026"),
        ("and this month", "customer_count; customer:new; November 2026"),
    ),
    "the least of the ways to pay": (
        ("money received this week", "received; 16 to 22 November 2026"),
        ("by which method", "received; by method; 16 to 22 November 2026"),
        ("which one is the least", "received; by method; low 10; 16 to 22 November 2026"),
    ),
    "what is left of a limit, and of a debt": (
        ("credit limit of Kojo Asante", "credit_limit; customer=Kojo Asante"),
        ("how much is left", "credit_room; customer=Kojo Asante"),
        ("how much did he pay this month", "received; customer=Kojo Asante; November 2026"),
        ("how much is left", "outstanding; customer=Kojo Asante"),
    ),
    "why the worst month was so": (
        ("sales this year by month", "revenue; by month; 2026"),
        ("which month was the worst", "revenue; by month; low 10; 2026"),
        ("why", "revenue; October 2026; vs September 2026"),
    ),
    "several goods of a name are it": (
        ("rice sales this month", "revenue; product=rice; November 2026"),
        ("profit on it", "profit; product=rice; November 2026"),
    ),
    "whether one is one of them": (
        ("sales to Kojo Asante this year", "revenue; customer=Kojo Asante; 2026"),
        ("do they pay on time", "customer_count; customer=Kojo Asante; customer:on_time; 2026"),
        ("how much does he owe", "outstanding; customer=Kojo Asante"),
    ),
    "goods that lie are worth something": (
        ("which items did not sell this month", "product_count; by product; product:unsold; November 2026"),
        ("how much money is in them", "stock_value; product:unsold; November 2026"),
    ),
    "what is finished of the goods spoken of": (
        ("how much stock of drinks do we have in Tema", "stock; category=Drinks; storefront=Tema"),
        ("which are finished", "product_count; by product; category=Drinks; storefront=Tema; product:out_of_stock"),
    ),
    "what is left on an account": (
        ("has Kojo Asante paid anything this month", "received; customer=Kojo Asante; November 2026"),
        ("so how much is left on his account", "outstanding; customer=Kojo Asante"),
    ),
    "what the stock is worth": (
        ("what is my stock worth", "stock_value"),
        ("at selling price", "stock_retail_value"),
    ),
}
ROWS = {
    "customer": ("15", "16", "17"),
    "product": ("0", "3"),
    "storefront": ("20", "21"),
    "sale": ("90", "91"),
    "staff": ("22", "23"),
    "supplier": ("24",),
    "expense_category": ("rent", "wages"),
    "month": ("2026-10-01", "2026-09-01"),
}


@pytest.mark.parametrize("about", CONVERSATIONS)
def test_a_conversation_is_read_turn_by_turn(about: str) -> None:
    _read_on(CONVERSATIONS[about], INDEX)


def test_a_size_alone_is_of_the_goods_spoken_of() -> None:
    sizes = (
        ("price of Local rice 5kg", "retail_price; product=Local rice 5 kg"),
        ("same for the 25kg", "retail_price; product=Local rice 25 kg"),
        ("so how much do we gain on one bag", "unit_margin; product=Local rice 25 kg"),
        ("how many bags do we have", "stock; product=Local rice 25 kg"),
        ("what do we buy it at", "cost_price; product=Local rice 25 kg"),
    )
    _read_on(sizes, index_of((*NAMES, ("product", "Local rice 25 kg"))))


def _read_on(turns: Iterable[tuple[str, str]], index: Index) -> None:
    turn: Turn | None = None
    for question, plan in turns:
        reading = read(question, today=TODAY, index=index, previous=turn)
        assert isinstance(reading, Understood), (question, reading)
        counted = "; count" * (reading.plan.ask == "count")
        per = f"; per {reading.plan.per}" if reading.plan.per else ""
        assert in_short(reading.plan) + counted + per == plan
        days = reading.plan.period or (turn.days if turn else None)
        turn = Turn(reading.plan, tuple(_shown(reading.plan)), days)


def _shown(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    """As if an answer had these rows, and a last delivery was on the 19th."""
    yield from ((dimension, ROWS[dimension]) for dimension in plan.dimensions if dimension in ROWS)
    if plan.metric == "last_delivery":
        yield "day", ("2026-11-19",)


def test_what_is_named_alone_is_what_the_next_question_is_of() -> None:
    asked = read("milo", today=TODAY, index=INDEX)
    assert isinstance(asked, AskBack)
    assert asked.subject
    reading = read("how much did we sell last month", today=TODAY, index=INDEX, previous=Turn(asked.subject))
    assert isinstance(reading, Understood)
    assert in_short(reading.plan) == "revenue; product=Milo 400 g; October 2026"


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("sales yesterday", "how much does she owe"),
        ("sales yesterday", "make it ten"),
        ("top 5 products this month", "does he owe us"),
        ("sales yesterday", "and with a tablet"),
        ("sales yesterday", "the third"),
        ("number of payments by cash this week", "which is higher"),
        ("new customers this month", "how many came back"),
        ("number of sales by Yaw yesterday", "who was better"),
        ("sales in Tema by cash yesterday", "total"),
        ("sales of rice last week", "is that good"),
        ("stock value", "less expenses"),
        ("what is my stock worth", "what percent of sales is that"),
    ],
)
def test_what_fits_nothing_before_asks_back(before: str, question: str) -> None:
    assert not isinstance(read(question, today=TODAY, index=INDEX, previous=turn_of(before)), Understood)
