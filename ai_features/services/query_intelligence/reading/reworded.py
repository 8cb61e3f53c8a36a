"""What a turn says in the light of the plan before: "make it ten", "how much altogether", "compare with Tema"."""

from collections.abc import Sequence

from ai_features.services.query_intelligence.days import Relative
from ai_features.services.query_intelligence.plan import MOST_ROWS, Filter, Plan
from ai_features.services.query_intelligence.reading.meaning import IN_UNIT, LEFT, LESS, NUMBER_OF, WITH
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.pointing import PEOPLE, WITHOUT_NUMBER, Turn, chosen, narrow
from ai_features.services.query_intelligence.reading.said import Said, Stop
from reports.metrics import METRICS, Unit

_SUMMED = frozenset({"total", "count", "amount", "pointer", "unit", "and", "now", "prep", "of"})
_OF_DAYS = ("days", "relative", "amount", "count", "total", "ask", "measure", "share", "rank")
_LOST = frozenset({"damaged", "damaged_value", "expired", "expired_value", "written_off", "written_off_value"})
_TIER_PRICE = {"wholesale": "wholesale_price", "retail": "retail_price"}

_OF_STOCK = {
    "retail_price": "stock_retail_value",
    "cost_price": "stock_value",
    "cost": "stock_value",
    "profit": "stock_profit",
}


def reword(said: Said, turn: Turn) -> None:
    """Put what short turns mean into the parts that say so."""
    before = turn.plan
    if said.has("unit") and said.has("prep"):
        raise Stop(Unsure((), refused("not_understood")))
    for reworded in (
        _number,
        _whole,
        _less,
        _percent_of_sales,
        _without_those,
        _have_them,
        _tier,
        _percent,
        _delivered,
        _paid,
        _cost,
        _of_stock,
        _lost,
        _why,
        _number_again,
        _came_back,
        _left,
        _oldest,
        _and_last,
        _money_in_them,
        _rate,
    ):
        reworded(said, before)
    kinds = said.kinds
    if kinds & {"total", "count", "amount"} and kinds <= _SUMMED:
        _sum(said, turn)


def _number(said: Said, before: Plan) -> None:
    """ "Make it ten": how many are shown."""
    if not said.has("bare"):
        return
    if before.thresholds and len(said["bare"]) == 1 and (said["bare"][0] > MOST_ROWS or not before.limit):
        limit = before.thresholds[0]
        said.parts |= {"bare": [], "threshold": [(limit.metric, limit.sign, said["bare"][0], "")]}
        return
    if not before.dimensions or len(said["bare"]) > 1 or said.has("limit"):
        raise Stop(Unsure((), refused("not_understood")))
    said.parts["limit"] = said["bare"]


def _whole(said: Said, before: Plan) -> None:
    """ "Total sales", after sales of each."""
    if said.has("whole") and not said.has("cut", "grain", "ranked", "rank"):
        said.parts["total"] = [True]


def taken_off(said: Said, before: Plan) -> list[str]:
    """ "Less expenses", "and with tax": what the figure before is without another, or with it; else nothing."""
    figure = next(iter(said["measure"]), "")
    kinds = said.kinds
    found = ((sign, makes.get(f"{before.metric}-{figure}")) for sign, makes in (("rank", LESS), ("prep", WITH)))
    return next((made for sign, made in found if made and sign in kinds <= {sign, "measure", "and"}), [])


def _less(said: Said, before: Plan) -> None:
    if found := taken_off(said, before):
        said.parts |= {"measure": found, "rank": [], "prep": [], "and": [True]}


def _percent_of_sales(said: Said, before: Plan) -> None:
    """ "What percent of sales is that": of the figure before, and not of the sales."""
    of_sales = said["measure"] == ["revenue"] or (not said.has("measure") and said["mention"] == ["sale"])
    if not (said.has("share") and of_sales) or said.has("cut", "thing", "grain", "rank", "days"):
        return
    if before.metric != "revenue" and before.metric not in IN_UNIT["percent"]:
        raise Stop(Unsure(("share",), refused("share_of_sales")))
    percent = IN_UNIT["percent"].get(before.metric)
    said.parts |= {"share": [] if percent else [True], "mention": [], "measure": [percent or before.metric]}


def _without_those(said: Said, before: Plan) -> None:
    """ "Remove it, how much is left": of the figure before, and no stock."""
    if said.has("left_out") and said["measure"] == ["stock"] and METRICS[before.metric].group != "stocking":
        said.parts |= {"measure": [], "total": [True]}


def _have_them(said: Said, before: Plan) -> None:
    """ "Which of them do we have at Osu", of goods that were listed; "how many bags do we have", of the one named."""
    if "have" not in said["we"] or said.has("measure", "verb", "days", "count_of"):
        return
    if before.dimensions == ("product",) and before.segments and "those" in said["pointer"]:
        said.parts |= {"measure": ["stock"], "segment": ["product:in_stock"]}
    elif said.has("count") and "product" in before.cuts():
        said.parts["measure"] = ["stock"]


def _tier(said: Said, before: Plan) -> None:
    """ "Wholesale", of a price."""
    tiers = [str(thing.span.value).partition("price_tier=")[2] for thing in said["thing"]]
    if before.metric in _TIER_PRICE.values() and len(tiers) == 1 and tiers[0] in _TIER_PRICE:
        said.parts["measure"] = [_TIER_PRICE[tiers[0]]]
        said.parts["thing"] = []


def _percent(said: Said, before: Plan) -> None:
    """ "As a percent": a part of the whole where there are groups, else the figure that is one."""
    groups = before.dimensions or before.filters or said.has("cut", "thing")
    if said.has("share") and not groups and before.metric in IN_UNIT["percent"]:
        said.parts["share"] = []
        said.parts["unit"] = ["percent"]


def _delivered(said: Said, before: Plan) -> None:
    """ "What did they bring", "when did they last come", of a supplier."""
    if said.has("pointer") and "supplier" in {each.dimension for each in before.filters} | set(before.dimensions):
        said.parts["verb"] = ["deliver" if verb in ("make", "come") else verb for verb in said["verb"]]
        said.parts["measure"] = ["last_delivery" if key == "last_sale" else key for key in said["measure"]]


def _paid(said: Said, before: Plan) -> None:
    """ "Have they paid?" asks what is left to pay."""
    if said["verb"] == ["pay"] and said.has("pointer") and not said.has(*_OF_DAYS):
        said.parts["verb"] = ["owe"]


def _cost(said: Said, before: Plan) -> None:
    """ "What do they cost", of goods and no days, is a price."""
    if said["measure"] == ["cost"] and "product" in before.cuts() and not before.period and not said.has("days"):
        said.parts["measure"] = ["cost_price"]
        said.parts["pointer"] = said["pointer"] or (["those"] if before.dimensions else [])


def _lost(said: Said, before: Plan) -> None:
    """ "Which cost us most", of what was damaged or expired."""
    value = f"{before.metric.removesuffix('_value')}_value"
    if before.metric in _LOST and {"cost", "cost_price"} & set(said["measure"]):
        said.parts["measure"] = [value]
        said.parts["cut"] = said["cut"] or ["product"]


def _came_back(said: Said, before: Plan) -> None:
    """ "How many came back", of customers: who bought again, and no goods."""
    of_people = {*before.dimensions, *(each.entity for each in before.segments)} == {"customer"}
    if said["verb"] == ["return"] and said.has("count") and of_people and not said.has("measure", "mention", "thing"):
        raise Stop(Unsure((), refused("pointer")))


def _left(said: Said, before: Plan) -> None:
    """ "How much is left", of a limit or a payment: what may still be taken, or is still owed; no stock."""
    if said["measure"] == ["stock"] and before.metric in LEFT and not said.has("thing", "cut", "ranked"):
        said.parts["measure"] = [LEFT[before.metric]]


def _oldest(said: Said, before: Plan) -> None:
    """ "What is the oldest invoice", of one customer: the invoice itself."""
    one = any(each.dimension == "customer" and len(each.values) == 1 for each in before.filters)
    if said["measure"] == ["oldest_invoice"] and one and {"what", "which"} & set(said["ask"]) and not said.has("cut"):
        said.parts |= {"cut": ["sale"], "rank": ["high"], "mention": [], "ranked": []}


def _and_last(said: Said, before: Plan) -> None:
    """ "And last?": the days before those spoken of."""
    if said["verb"] == ["last"] and before.period and not said.has("ask", "measure", "thing", "pointer", "days"):
        said.parts |= {"verb": [], "relative": [Relative("before")]}


def _money_in_them(said: Said, before: Plan) -> None:
    """ "How much money is in them", of goods: what these are worth, and nothing that came in."""
    if said["measure"] == ["received"] and said.has("pointer") and METRICS[before.metric].of != "customer":
        goods = before.dimensions == ("product",) and METRICS[before.metric].group in ("stocking", "recording")
        said.parts |= {"measure": ["stock_value"], "total": [True]} if goods else {}


def _rate(said: Said, before: Plan) -> None:
    """ "How much is that per day": on average, of the days spoken of."""
    kinds = said.kinds
    if "grain" in kinds and kinds & {"amount", "average"} and kinds <= {"amount", "grain", "pointer", "average", "and"}:
        said.parts |= {"per": said["grain"], "grain": [], "average": [], "pointer": []}


def _number_again(said: Said, before: Plan) -> None:
    """ "More than 300", of what a number was said of before."""
    about = before.thresholds[0].metric if before.thresholds else ""
    if about and about not in NUMBER_OF:
        said.parts["threshold"] = [each if each[0] or each[3] else (about, *each[1:]) for each in said["threshold"]]


def _of_stock(said: Said, before: Plan) -> None:
    """ "At selling price", of what the stock is worth."""
    worth = IN_UNIT["money"].get(before.metric)
    if said["measure"] == ["stock_value"] and worth and METRICS[before.metric].group == "stocking":
        said.parts |= {"measure": [worth], "total": [True]}
    if before.metric in _OF_STOCK.values() and not said.has("days", "relative", "verb"):
        said.parts["measure"] = [_OF_STOCK.get(key, key) for key in said["measure"]]


def _why(said: Said, before: Plan) -> None:
    """ "Why is it lower?" asks what moved the figure before."""
    if "why" in said["ask"]:
        said.fields["why"] = True
        said.parts |= {"rank": [], "change": [], "pointer": [], "total": [True], "then": [True]}


def _sum(said: Said, turn: Turn) -> None:
    """ "How much altogether", "how many is that": one figure of what was shown."""
    before, counting = turn.plan, said.has("count")
    said.parts["pointer"] = []
    lists = before.dimensions == (before.metric.removesuffix("_count"),)
    if before.dimensions and counting and not lists and not said.has("unit", "total") and _in_money(before):
        said.fields["ask"] = "count"
        return
    of_first = said.has("amount") or (said.has("unit") and before.limit == WITHOUT_NUMBER and not _in_money(before))
    if of_first and not said.has("total") and before.limit and before.dimensions and counting <= said.has("unit"):
        said.parts |= {"nth": [1], "amount": [], "count": [], "unit": []}
        return
    if not before.dimensions and not said.has("amount", "count", "unit") and before.filters:
        said.parts["widened"] = [True]
    if lists and not counting and before.metric not in IN_UNIT["money"]:
        raise Stop(Unsure((), refused("pointer")))
    _in_its_unit(said, before)
    said.parts["total"] = [True]
    if chosen(before) and before.dimensions:
        _only_shown(said, turn)


def _in_its_unit(said: Said, before: Plan) -> None:
    """ "How much" of what was counted is its worth, "how many" of what was told in money is its number."""
    if said.has("amount") and not said.has("count") and not _in_money(before):
        said.parts["measure"] = [IN_UNIT["money"].get(before.metric, before.metric)]
    if not before.dimensions and said.has("count") and not said.has("unit"):
        number = NUMBER_OF.get(before.metric) or IN_UNIT["units"].get(before.metric, before.metric)
        said.parts["measure"] = [number]


def _in_money(plan: Plan) -> bool:
    return METRICS[plan.metric].unit not in (Unit.UNITS, Unit.COUNT)


def _only_shown(said: Said, turn: Turn) -> None:
    if (
        len(turn.shown) != 1
        or not turn.shown[0][1]
        or turn.shown[0][0] not in PEOPLE | {"product", "category", "brand", "storefront"}
    ):
        raise Stop(Unsure((), refused("pointer")))
    narrow(said, *turn.shown[0])


def side_by_side(said: Said, new: Sequence[Filter], before: Plan) -> None:
    """ "Compare with Tema": beside the one of its kind that the plan before is about."""
    if not said.has("versus", "compare") or said.has("days", "relative"):
        return
    kinds = {each.dimension for each in new} & {each.dimension for each in before.filters}
    if kinds and not said.has("told_apart"):
        said.parts |= {"versus": [], "compare": [], "added": [True], "told_apart": [next(iter(kinds))]}
