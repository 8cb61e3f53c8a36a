"""What only leads up to a figure: verbs and counts that speak of another than they name."""

from collections.abc import Iterable

from ai_features.services.query_intelligence.plan import GOODS
from ai_features.services.query_intelligence.reading.making import Thing
from ai_features.services.query_intelligence.reading.others import settle_expenses
from ai_features.services.query_intelligence.reading.said import Said
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.reading.when import as_of_now
from reports.metrics import METRICS

_GROUPED = ("cut", "mention", "ranked", "rank", "grain", "per", "share")
_SO = {
    "credit_given": "sale:on_credit",
    "credit_sales": "sale:on_credit",
    "discount": "sale:discounted",
    "discounted_sales": "sale:discounted",
}
"""Sales of which a figure beside the number of buyers speaks."""
MANY = 100
"""A number of invoices that no customer has open."""
_OF_A_SALE = frozenset({"revenue", "discount", "profit", "units"})


def settle_leading(said: Said) -> None:
    """Put such words right before figures are looked for."""
    for each in _IN_TURN:
        each(said)


def _priced(said: Said) -> None:
    """ "How much do we sell sugar wholesale", of no days, asks for the price; "how much did we sell" does not."""
    tiers = [thing for thing in said["thing"] if kind_of(thing, said) == "price_tier"]
    goods = [thing for thing in said["thing"] if thing not in tiers]
    asked = said["verb"] == ["sell"] and said.has("habit") and said.has("amount")
    if not asked or len(tiers) != 1 or not goods or said.has("measure", "days", "ever", "average", *_GROUPED):
        return
    if _are_goods(goods, said):
        key = "wholesale_price" if tiers[0].span.value.endswith("wholesale") else "retail_price"
        said.parts |= {"measure": [key], "verb": [], "ours": [], "thing": goods}


def _are_goods(things: Iterable[Thing], said: Said) -> bool:
    return all(kind_of(thing, said) in GOODS for thing in things)


def _costing(said: Said) -> None:
    """ "Which goods cost more than 1,000", of no days: those with such a price."""
    goods = "product" in {*said["cut"], *said["mention"]} or any(kind_of(each, said) in GOODS for each in said["thing"])
    bought = said["verb"] == ["buy"]
    named = said["measure"] == ["cost"] and (bought or not said.has("verb"))
    if goods and named and said.has("threshold") and not said.has("days", "ever"):
        price = "cost_price" if bought else "retail_price"
        said.parts["threshold"] = [(price, *limit[1:]) for limit in said["threshold"]]
        said.parts |= {"measure": [price], "verb": []}


def _bought_at(said: Said) -> None:
    """ "How much do we buy rice", of no days, asks for its price; "how much did we buy" does not."""
    asked = said["verb"] == ["deliver"] and said.has("habit") and said.has("amount") and said.has("thing")
    if not asked or said.has("measure", "days", "ever", "average", *_GROUPED):
        return
    if _are_goods(said["thing"], said):
        said.parts |= {"measure": ["cost_price"], "verb": [], "ours": []}


def _has_paid(said: Said) -> None:
    """ "Has Kofi paid", of no days, asks what is left to pay."""
    paid = (said["verb"], said["measure"]) in ((["pay"], []), ([], ["received"]))
    asked = said.has("yes_no") and paid and said.has("thing")
    asked = asked and not said.has("days", "ever", "amount", "count", "ask", "relative", *_GROUPED)
    if asked and all(kind_of(thing, said) == "customer" for thing in said["thing"]):
        said.parts |= {"verb": ["owe"], "measure": []}


def _purchases(said: Said) -> None:
    """ "Total purchases last month": the shop's own, where no customer is spoken of."""
    of_people = "customer" in {*said["mention"], *said["cut"], *said["ranked"], *said["count_of"]}
    of_people = of_people or any(kind_of(thing, said) in ("customer", "price_tier") for thing in said["thing"])
    if (
        said.has("purchases")
        and said["measure"] == ["revenue"]
        and not (of_people or said.has("verb", "segment", "pointer", "chosen"))
    ):
        said.parts["measure"] = ["delivered_value"]
        said.assume("purchases read as what suppliers delivered", 0.03)


def _how_much_of(said: Said) -> None:
    """ "How much of the stock is left" asks for no share."""
    if said["share"] == ["amount"]:
        standing = any(as_of_now(key) for key in said["measure"] if key in METRICS)
        said.parts |= {"share": [], "share_whole": [], "amount": [""]} if standing else {"share": [True]}


def _may_buy(said: Said) -> None:
    """ "Can Kofi take goods on credit": whether there is room under his limit."""
    asked = said.has("can") and said["measure"] == ["credit_given"] and not said.has("days", "ever")
    if asked and {kind_of(thing, said) for thing in said["thing"]} == {"customer"}:
        said.parts |= {"measure": ["credit_room"], "verb": [], "mention": []}
        said.fields["ask"] = "whether"


def _undone_at_the_till(said: Said) -> None:
    """ "Who cancels sales at the till": carts before they are paid, and sales after."""
    if said.has("at_till") and said["measure"] == ["voids"]:
        said.parts |= {"measure": ["carts_cancelled", "voids"], "and": [True]}


def _in_the_till(said: Said) -> None:
    """ "How much is in Kojo's till"."""
    if said.has("at_till") and said.has("amount", "total") and not said.has("measure", "verb", "days", "mention"):
        said.parts |= {"measure": ["cash_in_tills"], "amount": [""]}


def _balanced(said: Said) -> None:
    """ "Did the till balance at the last closing": what was missing or too much; else what is in it."""
    if said.has("balanced") and said.has("yes_no", "days", "latest"):
        said.parts["measure"] = ["cash_difference"]
        said.fields |= {"ask": "whether"} if said.has("yes_no") else {}


def _days_past_due(said: Said) -> None:
    """ "Who is more than 60 days late", today: whose invoices are, not who pays so late on average."""
    late = said["measure"] in (["days_late"], []) and any(about == "days_late" for about, *_ in said["threshold"])
    if late and not said.has("days", "average", "verb"):
        said.parts |= {
            "measure": ["overdue"],
            "threshold": [("overdue", *each[1:3], "day") for each in said["threshold"]],
        }


def _pays_so(said: Said) -> None:
    """ "Does Kofi pay on time": how often he does, and how late."""
    habits = {"customer:on_time", "customer:slow_payer"}
    named = [thing for thing in said["thing"] if kind_of(thing, said) == "customer"]
    if (
        named
        and len(said["segment"]) == 1
        and habits & set(said["segment"])
        and not said.has("cut", "measure", "count")
    ):
        said.parts |= {"segment": [], "verb": [], "measure": ["on_time_rate", "days_late"], "and": [True]}


def _buyers_of(said: Said) -> None:
    """ "How many people bought on credit": those are counted whose sales were so."""
    other = [key for key in said["measure"] if key != "buyers"]
    if "buyers" in said["measure"] and len(other) == 1 and other[0] in _SO:
        said.parts |= {"measure": ["buyers"], "segment": [*said["segment"], _SO[other[0]]]}


def _served(said: Said) -> None:
    """ "How many televisions did we sell to wholesale customers": goods that are counted, not those who were served."""
    if said["verb"] == ["serve"] and said.has("count") and any(kind_of(each, said) in GOODS for each in said["thing"]):
        said.parts["verb"] = ["sell"]


def _supplied(said: Said) -> None:
    """What comes in from a supplier is delivered, and so are bags of rice that are received."""
    kinds = {kind_of(thing, said) for thing in said["thing"]}
    received = "receive" in said["verb"] and kinds & GOODS and (said.has("count", "packed") or "units" in said["unit"])
    gives = "buy" in said["verb"] or "give us" in said["ours"]
    by_supplier = gives and "supplier" in {*said["cut"], *said["mention"], *said["count_of"]}
    from_supplier = {"receive", "come"} & set(said["verb"]) and "supplier" in kinds
    goods = "receive" in said["ours"] and "what" in said["ask"] and not said.has("amount", "total", "thing", "measure")
    if said["measure"] == ["stock"] and "deliver" in said["verb"]:  # "the month we bought most stock"
        said.parts["measure"] = ["delivered_value"]
    if from_supplier or received or goods or (by_supplier and "customer" not in {*said["cut"], *said["mention"]}):
        said.parts["verb"] = ["deliver"]


def _large_invoices(said: Said) -> None:
    """ "Invoices above 5,000 not paid": by what is left of each, as nobody has so many."""
    debts = said["measure"] in (["outstanding"], ["overdue"]) and "sale" in said["mention"]
    limits = said["threshold"]
    if debts and limits and all(unit in ("", "money") and number >= MANY for _, _, number, unit in limits):
        said.parts |= {
            "threshold": [(said["measure"][0], sign, number, "money") for _, sign, number, _ in limits],
            "cut": ["sale"],
            "mention": [each for each in said["mention"] if each != "sale"],
        }


def _owing_overdue(said: Said) -> None:
    """ "Who owe more than 5,000 and are overdue": the debt is compared, and that some is late chooses."""
    if said["measure"] == ["overdue"] and any(
        about == "owe" and unit != "day" for about, _, _, unit in said["threshold"]
    ):
        said.parts |= {"measure": ["outstanding"], "segment": ["customer:overdue"]}


def _got(said: Said) -> None:
    """ "How many new customers did each branch get", "the cheapest phone in stock": what only leads to the rest."""
    listed = said.has("measure", "verb", "ask", "threshold")
    of_people = (said.has("count") or not listed) and said.first("segment", "").startswith("customer:")
    if of_people and set(said["verb"]) <= {"receive", "take", "come"}:
        said.parts["verb"] = []
    if of_people and said["segment"] == ["customer:new"] and said.has("cut", "grain") and "customer" not in said["cut"]:
        said.parts |= {"measure": ["first_time_buyers"], "segment": [], "count": []}
    if said.has("priced") and "stock" in said["measure"]:
        said.parts["measure"] = [each for each in said["measure"] if each != "stock"]
        said.parts["segment"] = [*said["segment"], "product:in_stock"]


def _sales_above(said: Said) -> None:
    """ "How many sales above 2,000", "how many sales did we give more than 20 off": they are counted one by one."""
    counted = "sales_count" in said["measure"] or "sale" in said["count_of"]
    if (
        not counted
        or not said.has("threshold")
        or said.has("cut", "mention", "ranked", "rank", "grain", "per", "share")
    ):
        return
    other = [each for each in said["measure"] if each != "sales_count"]
    if other[1:] or not set(other) <= _OF_A_SALE or {unit for *_, unit in said["threshold"]} & {"times", "day"}:
        return
    key = other[0] if other else "revenue"
    said.parts["threshold"] = [(key, *limit[1:]) for limit in said["threshold"]]
    said.parts |= {"measure": [key], "verb": [], "count": [], "count_of": [], "cut": ["sale"]}
    said.fields["ask"] = "count"


def _word_kept(said: Said) -> None:
    """ "Has Kofi kept his promise": what he kept and what he broke."""
    kept = {"promises_kept", "promises_broken"} & set(said["measure"])
    if kept and len(said["measure"]) == 1 and said.has("yes_no") and said.has("thing"):
        said.parts |= {"measure": ["promises_kept", "promises_broken"], "and": [True]}


_IN_TURN = (
    settle_expenses,
    _purchases,
    _how_much_of,
    _may_buy,
    _days_past_due,
    _pays_so,
    _undone_at_the_till,
    _in_the_till,
    _balanced,
    _buyers_of,
    _costing,
    _bought_at,
    _priced,
    _has_paid,
    _supplied,
    _served,
    _owing_overdue,
    _large_invoices,
    _sales_above,
    _got,
    _word_kept,
)
