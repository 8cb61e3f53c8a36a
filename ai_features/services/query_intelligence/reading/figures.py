"""What the rest of a question makes of its figures: units, prices, methods, both of two, from one shop to another."""

from ai_features.services.query_intelligence.reading.meaning import IN_UNIT, LESS, LIGHT, NUMBER_OF
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.things import kind_of
from reports.metrics import METRICS

PRICES = frozenset({"retail_price", "wholesale_price"})
_OF_ONE = {
    "revenue": "average_sale",
    "average_sale": "average_sale",
    "units": "basket_size",
    "basket_size": "basket_size",
}
_OF_ALL = {"retail_price": "stock_retail_value", "cost_price": "stock_value"}
"""What the price of everything is."""
_CARRY = frozenset({"sell", "make", "give", "take", "deliver", "come"})
"""Verbs that say of goods from one shop to another that they were brought there."""
_OF_ONE_CUSTOMER = {"revenue": "revenue_per_customer", "sales_count": "sales_per_customer"}
_OF_SALES = ("verb", "days", "ever", "rank", "ends", "order_by", "change", "share", "average", "per", "grain")
"""Parts that speak of what was sold: a bare quantity of something without them is what is there."""


def reword(said: Said) -> None:
    """The figures of `said`, each in the light of what else was said."""
    for each in (
        _kinds_of_expense,
        _people,
        _latest,
        _highest_and_lowest,
        _received,
        _ordered,
        per_sale,
        _priced,
        in_unit,
        _in_both,
        _bare_quantity,
        _sent,
        _of_paper,
        _on_average,
        less,
    ):
        each(said)


def _on_average(said: Said) -> None:
    """ "How much is one customer buying on average": of each of them."""
    if not said.has("average") or said.has("per", "cut", "grain") or len(said["mention"]) != 1:
        return
    kind = said.first("mention")
    of_each = _OF_ONE_CUSTOMER.get(said.metrics[0]) if kind == "customer" else None
    if of_each:
        said.metrics[:] = [of_each]
        said.parts |= {"average": [], "mention": []}
    elif kind in ("staff", "storefront", "supplier"):
        said.parts |= {"per": [kind], "mention": [], "average": []}


def less(said: Said) -> None:
    """ "Profit less expenses", "sales without the returns": what one figure is without another."""
    if not said.has("less"):
        return
    found = LESS.get(f"{said.metrics[0]}-{said.first('less')}")
    if not found or len(said["less"]) > 1:
        raise Stop(Unsure(("less",), refused("less")))
    said.metrics[:] = found


def _kinds_of_expense(said: Said) -> None:
    """ "Expenses by category" are by kinds of expense, not of goods."""
    if said.metrics[:1] == ["expenses"]:
        for part in ("cut", "mention", "ranked"):
            said.parts[part] = ["expense_category" if each == "category" else each for each in said[part]]


def _people(said: Said) -> None:
    """ "How many people bought": most are known by no name, so that sales are counted, and customers beside them."""
    of_some = said.has("segment", "cut", "grain", "rank", "share", "per", "average", "compare", "versus", "change")
    of_some = of_some or said.has("of_tier") or any(kind_of(thing, said) == "customer" for thing in said["thing"])
    if said.metrics == ["buyers"] and said.has("people") and not of_some:
        said.metrics[:] = ["sales_count", "buyers"]
        said.assume("each sale counts as one person, as only customers on record are known by name", 0.02)


def _latest(said: Said) -> None:
    """ "Her last purchase, how much": the sale itself; "what did she last buy": the goods on it."""
    if said.metrics != ["last_sale"]:
        return
    of_one = any(kind_of(thing, said) == "customer" for thing in said["thing"]) and not said.has("dated")
    if {"what", "which"} & set(said["ask"]) and ("buy" in said["verb"] or of_one):
        said.metrics[:] = ["units", "revenue"]
        said.parts |= {"segment": [*said["segment"], "sale:latest"], "cut": ["product"], "ask": ["what"]}
        return
    if said.has("amount") and not said.has("cut", "ranked"):
        said.metrics[:] = ["sales_with_tax"]
        said.parts |= {"latest": ["sale"], "amount": []}


def _highest_and_lowest(said: Said) -> None:
    """ "The highest and lowest price we charged"."""
    ends = {"lowest_price": "high", "highest_price": "low"}
    if said["rank"] == [ends.get(said.metrics[0], "")] and not said.has("cut", "ranked", "grain"):
        said.metrics[:] = ["highest_price", "lowest_price"]
        said.parts["rank"] = []


def _received(said: Said) -> None:
    if said.metrics == ["revenue"] and by_method(said):
        said.assume("payments received, which is where the payment method is known", 0.02)
        said.metrics[:] = ["received"]


def _of_paper(said: Said) -> None:
    """What has been paid of a sale is known while it is open; what is on it are its goods."""
    if any(kind_of(thing, said) == "sale" for thing in said["thing"]) and said.metrics[0] == "received":
        said.metrics[:] = ["part_paid"]


def _bare_quantity(said: Said) -> None:
    """ "Rice below 10 pieces" is of what is there, unless it speaks of sales."""
    of_sales = said.has(*_OF_SALES) or "revenue" in said["measure"]
    if said.metrics == ["units"] and said.has("threshold", "thing") and not of_sales:
        said.metrics[:] = ["stock"]


def _priced(said: Said) -> None:
    """ "The retail and the wholesale price", "all of it at selling price"."""
    if said.metrics[0] in _OF_ALL and said.has("total") and not said.has("thing", "cut", "mention"):
        said.metrics[:] = [_OF_ALL[said.metrics[0]]]
    tiers = [thing for thing in said["thing"] if kind_of(thing, said) == "price_tier"]
    if said.metrics == ["retail_price"] and len(tiers) == 1:
        said.metrics[:] = [f"{tiers[0].span.value.partition('=')[2]}_price"]
        said.parts["thing"] = [thing for thing in said["thing"] if thing not in tiers]
    if said.metrics[0] in PRICES and "price_tier" in {*said["mention"], *said["cut"]}:
        said.metrics[:] = ["retail_price", "wholesale_price"]
        for kind in ("mention", "cut"):
            said.parts[kind] = [each for each in said[kind] if each != "price_tier"]
        said.parts |= {"compare": [], "versus": []}


def _in_both(said: Said) -> None:
    """ "Count and amount": a measure beside its number."""
    both = said.has("money_and_number") or (said.has("and") and said.has("count") and said.has("amount"))
    if not both:
        return
    first = said.metrics[0]
    if first in ("units", "revenue") and not said.has("money_and_number"):
        said.metrics[:] = ["units", "revenue"]
        said.parts["amount"] = []
        return
    other = NUMBER_OF.get(first) or next((money for money, number in NUMBER_OF.items() if number == first), "")
    if not other:
        raise Stop(Unsure((), refused("cannot_measure")))
    said.metrics[:] = [first, other]


def per_sale(said: Said) -> None:
    """ "Spend per invoice" is the average sale, "pieces per receipt" how many it holds."""
    if not said.has("per_sale"):
        return
    found = _OF_ONE.get(said.metrics[0])
    if not found:
        raise Stop(Unsure((), refused("cannot_measure")))
    said.metrics[:] = [found]
    said.parts |= {"average": [], "amount": []}


def _sent(said: Said) -> None:
    """ "Sent from Tema to Osu": what went out of the one to the other."""
    shops = [thing for thing in said["thing"] if kind_of(thing, said) == "storefront" and not thing.exclude]
    there = {"from", "to"} <= {thing.lead for thing in shops} and set(said["verb"]) <= _CARRY
    moved = said.metrics[0].startswith("transferred") or "receive" in said["verb"] or there
    if not moved or len(shops) < 2 or said.has("versus", "compare", "joined", "or", "both"):
        return
    sources = [thing for thing in shops if thing.lead == "from"]
    first = shops[-1] if "receive" in said["verb"] else next((each for each in shops if each.lead != "to"), shops[0])
    start = sources[0] if sources else first
    if len(shops) > 2 or len(sources) > 1:
        raise Stop(Unsure((), refused("no_plan")))
    said.parts["destination"] = [thing for thing in shops if thing is not start]
    said.parts["thing"] = [thing for thing in said["thing"] if thing not in said["destination"]]
    said.parts["verb"] = []
    said.metrics[:] = ["transferred_out"]


def _ordered(said: Said) -> None:
    """ "Top customers by profit", "rank the shops by profit": what a rank or a list goes by."""
    if not said.has("order_by"):
        return
    named = said.has("measure") or set(said["verb"]) - LIGHT
    listed = "list" in said["ask"] and said.has("cut", "mention") and not named
    if not said.has("rank", "ends", "nth") and not listed:
        raise Stop(Unsure((), refused("no_plan")))
    said.metrics[:] = [said.first("order_by")]


def in_unit(said: Said) -> None:
    """Units said without a number: "profit in percent", "stock in cedis"."""
    first = said.metrics[0]
    for unit in said["unit"]:
        apart = unit not in ("each", "cost") and said.has("share", "threshold", "versus")
        apart = apart or (unit == "units" and first in IN_UNIT["each"].values())
        if unit in IN_UNIT and METRICS[first].unit.value != unit and not apart:
            if first not in IN_UNIT[unit]:
                raise Stop(Unsure((unit,), refused("cannot_measure")))
            said.metrics[0] = IN_UNIT[unit][first]


def by_method(said: Said) -> bool:
    values = [thing.span.value for thing in said["thing"] if isinstance(thing.span.value, str)]
    filtered = any(value.startswith(("method=", "network=")) for value in values)
    return filtered or bool({"method", "network"} & {*said["cut"], *said["mention"], *said["ranked"]})
