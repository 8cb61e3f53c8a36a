"""Which figure is asked for: the measures named, or what the verbs, the counting and the things imply."""

from collections.abc import Callable

from ai_features.services.query_intelligence.plan import GOODS
from ai_features.services.query_intelligence.reading.figures import PRICES, by_method, reword
from ai_features.services.query_intelligence.reading.leading import settle_leading
from ai_features.services.query_intelligence.reading.meaning import LIGHT, NUMBER_OF, ON_RECORD, VERBS, WEAKER
from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.reading.too_little import too_little
from reports.metrics import METRICS

_STANDING = frozenset({"outstanding", "overdue", "debtors", "open_invoices", "overdue_invoices"})
_TOGETHER = (
    (frozenset({"stock", "retail_price"}), "stock_retail_value"),
    (frozenset({"stock", "cost_price"}), "stock_value"),
    (frozenset({"last_sale", "transferred_out"}), "last_transfer"),
    (frozenset({"last_delivery", "transferred_out"}), "last_transfer"),
    (frozenset({"expired_value", "written_off"}), "expired_value"),
    (frozenset({"damaged_value", "written_off"}), "damaged_value"),
    (frozenset({"expired", "written_off_value"}), "expired_value"),
    (frozenset({"expired", "written_off"}), "expired"),
    (frozenset({"damaged", "written_off"}), "damaged"),
)
"""Two figures named of which the words together say a third."""
_LOST = frozenset({"damaged", "expired", "written_off", "damaged_value", "expired_value", "written_off_value"})
_STOCK = frozenset({"stock", "stock_value", "stock_retail_value", "stock_profit", "cover_days", "reorder_level"})


def settle_measures(said: Said) -> None:
    """Put the metrics into `fields`, the one asked for first."""
    settle_leading(said)
    ordered = [each for each in said["order_by"] if METRICS[each].group != "recording"]
    said.metrics.extend(_counted(said) or _named(said) or _done(said) or ordered or _implied(said))
    reword(said)
    _refuse_mixed(said)
    chosen = said.has("segment", "segment_out")
    if said.has("of_tier") and (METRICS[said.metrics[0]].group != "selling" or chosen):
        _of_tier(said)


def _of_tier(said: Said) -> None:
    """ "Wholesale customers" are customers of that tier, where it is not their sales that are told by tier."""
    tiers = [thing for thing in said["thing"] if kind_of(thing, said) == "price_tier"]
    said.parts["segment"] += [f"customer:{thing.span.value.partition('=')[2]}" for thing in tiers]
    said.parts["thing"] = [thing for thing in said["thing"] if thing not in tiers]


def _refuse_mixed(said: Said) -> None:
    """What no plan can say of these figures."""
    if said.has("big") and (said.has("packed") or "units" in said["unit"]):
        raise Stop(Unsure((), refused("no_plan")))
    if _STOCK & set(said.metrics) and {"buy", "return"} & set(said["verb"]):
        raise Stop(Unsure(("stock",), refused("cannot_measure")))


def _counted(said: Said) -> list[str]:
    """ "How many customers ..." """
    of = said.first("count_of")
    if of is None:
        return []
    said.parts["ask"].insert(0, "count")
    found = _named_only(said)
    if of == "customer" and "staff" in said["mention"] and not said["verb"]:
        return ["staff_count"]
    if of == "customer":
        return _customers(said, found)
    if of == "product":
        return _goods(said, found)
    if of in ("sale", "payment"):
        return [NUMBER_OF.get(key, key) for key in found if key != "revenue"] or [
            "payments" if of == "payment" else "sales_count"
        ]
    if of not in ON_RECORD and not said.has("threshold"):
        raise Stop(Unsure((), refused("no_plan")))
    return _others(said, of, found)


def _others(said: Said, of: str, found: list[str]) -> list[str]:
    """ "How many suppliers do we buy from", "how many days brought more than 5,000"."""
    money = any(unit == "money" for _, _, _, unit in said["threshold"])
    figures = found or (["revenue"] if money else _done(said))
    if of == "supplier" and figures and not said.has("days", "threshold", "thing"):
        said.parts |= {"verb": [], "ours": []}
        return [ON_RECORD[of]]
    if figures or of not in ON_RECORD or said.has("threshold"):
        said.parts["cut"].insert(0, of)
    return figures or [ON_RECORD.get(of, "revenue")]


def _customers(said: Said, found: list[str]) -> list[str]:
    if said.has("share"):
        raise Stop(Unsure((), refused("no_plan")))
    if "sale:walk_in" in said["segment"]:
        return ["sales_count"]
    if said.has("threshold") or "overdue" in found:
        said.parts["cut"].insert(0, "customer")
        return found or _done(said) or ["customer_count"]
    if "owe" in said["verb"] or "outstanding" in found:
        return ["debtors"]
    return _of_each(said, found) if found and not said.has("segment") else [_people(said)]


def _of_each(said: Said, found: list[str]) -> list[str]:
    """How many of a measure each customer has; regulars are those who have bought more than once."""
    if found == ["sales_count"] and said.has("rank"):
        said.parts |= {"segment": ["customer:returning"], "rank": [], "ranked": []}
        return ["customer_count"]
    said.parts["cut"].insert(0, "customer")
    return found


def _people(said: Said) -> str:
    """Customers on record, or those who bought."""
    if said.has("segment", "chosen") or (said.has("of_tier") and not said.has("verb", "days")):
        return "customer_count"
    bought = {"buy", "come", "sell", "serve", "spend", "make"} & set(said["verb"])
    return "buyers" if bought or said.has("days", "thing") else "customer_count"


def _goods(said: Said, found: list[str]) -> list[str]:
    if said.has("threshold"):
        said.parts["cut"].insert(0, "product")
        return found or _done(said) or ["product_count"]
    if said.has("segment"):
        return ["product_count"]
    if found:
        return [_in_number_of(key, found) if key != "revenue" else "units" for key in found]
    verb = next((each for each in said["verb"] if VERBS[each].number), "")
    if verb == "sell" and said.has("ours", "thing") and not said.has("days", "ever", "rank"):
        return ["product_count"]
    return [VERBS[verb].number] if verb else ["product_count"]


def _cost_of_lost(found: list[str]) -> list[str]:
    """ "Damaged bottles, number and cost": the cost is theirs."""
    lost = [key for key in found if key in ("damaged", "expired", "written_off")]
    return [f"{lost[0]}_value" if key in ("cost", "cost_price") else key for key in found] if len(lost) == 1 else found


def _named_only(said: Said) -> list[str]:
    """The measures named; of two where one word only leads to the other, the other."""
    found = _cost_of_lost(list(dict.fromkeys(said["measure"])))
    if "cost" in found and PRICES & set(found):
        found = ["cost_price" if key == "cost" else key for key in found]
    if "stock" in found and said.has("segment"):
        found = _left_of_segment(found, said)
    if len(_LOST & set(found)) > 1 and "profit" in found:
        return ["written_off_value"]
    found = next(([one] for both, one in _TOGETHER if both <= set(found)), found)
    if "stock" in found and any(METRICS[key].group == "paying" for key in found):
        found = _left_to_pay(found)
    if _share_on_credit(said, found):
        said.parts["segment"].append("sale:on_credit")
        return ["revenue"]
    if said.has("and") or len(found) < 2:
        return found
    kept = [key for key in found if not WEAKER.get(key, frozenset()) & set(found)]
    if len(kept) > 1 or said.has("share"):
        raise Stop(Unsure((), refused("no_plan")))
    return kept


def _left_of_segment(found: list[str], said: Said) -> list[str]:
    """What is "left" of part-paid sales is to be paid; of goods chosen, their value alone where it is named."""
    if any(key.startswith("sale:") for key in said["segment"]):
        return ["outstanding" if key == "stock" else key for key in found]
    return [key for key in found if key != "stock"] if "stock_value" in found else found


def _share_on_credit(said: Said, found: list[str]) -> bool:
    """ "What percentage of sales is on credit"."""
    of_sales = "revenue" in found or "sale" in said["mention"] or (said.has("share_whole") and len(said["thing"]) == 1)
    return said.has("share") and of_sales and set(found) - {"revenue"} == {"credit_given"}


def _in_number_of(key: str, found: list[str]) -> str:
    """The number of what a figure is in money, unless that is asked for beside it."""
    number = NUMBER_OF.get(key, key)
    return key if number in found else number


def _left_to_pay(found: list[str]) -> list[str]:
    """What is "left" of a limit or a debt is no stock."""
    kept = [key for key in found if key != "stock"]
    if kept == ["credit_given"]:
        return ["credit_room"]
    return [*kept, "credit_room"] if kept == ["credit_limit"] else kept


def _named(said: Said) -> list[str]:
    found = _named_only(said)
    if said.has("count") and found:
        found = [_in_number_of(key, found) for key in found]
    if found == ["debtors"] and said.has("threshold"):
        return _owing_more(said)
    if found == ["received"] and "owe" in said["verb"]:
        return ["outstanding"]
    if found == ["last_payment"] and "owe" in said["verb"] and said.has("and"):
        return ["outstanding", "last_payment"]
    return found


def _owing_more(said: Said) -> list[str]:
    """ "How many people owe more than 500": customers are counted, the number is of what each owes."""
    said.parts["ask"].insert(0, "count")
    said.parts["cut"].insert(0, "customer")
    said.parts["threshold"] = [("outstanding", *limit[1:]) for limit in said["threshold"]]
    return ["outstanding"]


def _done(said: Said) -> list[str]:
    """What the verb measures: in money, in number, or in how many times."""
    verbs = [each for each in said["verb"] if each not in LIGHT] or said["verb"]
    verb = "owe" if "owe" in verbs else next(iter(verbs), "")
    if not verb:
        return []
    if said.has("chosen") and verb == "buy":
        return ["customer_count"]
    if verb == "fall_due" and said.has("days", "soon"):
        return ["due_invoices" if said.has("count") else "due"]
    meant = VERBS[verb]
    units = {threshold[3] for threshold in said["threshold"]}
    if "times" in units or ("times" in said["unit"] and not said.has("count")):
        return [meant.times]
    if meant.number and _in_number(said, verb):
        return [meant.number]
    return [meant.money] if meant.money else []


def _in_number(said: Said, verb: str) -> bool:
    in_units = any(unit == "units" for _, _, _, unit in said["threshold"])
    if said.has("count", "packed") or "units" in said["unit"] or in_units:
        return True
    if verb == "deliver" and not said.has("amount"):
        return not _by_supplier(said)
    if said.has("amount", "how", "total") or verb not in ("sell", "buy", "come"):
        return False
    if verb == "come":
        return said.has("rank")
    about = {*said["cut"], *said["mention"], *said["ranked"]}
    others = {*said["cut"], *said["ranked"], *said["grain"]} - {"product"}
    goods = ("product" in about and not others) or ("what" in said["ask"] and not about)
    sold = verb == "sell" and said.has("passive")
    ranked = said.has("rank") and (
        goods or said.has("which_of") or (said.has("thing") and not said.has("ask", "versus"))
    )
    return bool(sold or ranked)


def _by_supplier(said: Said) -> bool:
    """ "Purchases by supplier": by what they are worth, as pieces of different goods are not alike."""
    of_them = "who" in said["ask"] or "supplier" in {*said["cut"], *said["ranked"], *said["mention"]}
    goods = said.has("thing") or "product" in {*said["ranked"], *said["mention"]} or "what" in said["ask"]
    return of_them and not goods


def _implied(said: Said) -> list[str]:
    """What is meant where no figure was named."""
    if said.has("amount") and not said.has("days", "verb") and (price := _price(said)):
        return [price]
    about = [NUMBER_OF.get(each[0], each[0]) for each in said["threshold"] if each[0] in METRICS]
    found = about[:1] or next((metrics for holds, metrics in _IMPLIED if holds(said)), [])
    if found == ["revenue"] and not said.has("segment"):
        said.assume("read as sales", 0.05)
    if not found:
        raise Stop(refused("till") if said.has("at_till") else too_little(said))
    return list(found)


def _of_segment(entity: str) -> Callable[[Said], bool]:
    return lambda said: said.first("segment", said.first("segment_out", "")).partition(":")[0] == entity


def _of_debts(said: Said) -> bool:
    """Invoices that are not paid whole: what is left of them, beside what was paid."""
    return said.first("segment") in ("sale:part_paid", "sale:unpaid")


def _large_sales(said: Said) -> bool:
    """ "Receipts above 10,000": by what they come to."""
    return said.has("threshold") and "sale" in {*said["mention"], *said["cut"]} and not said.has("verb")


def _passed(said: Said) -> bool:
    """ "Days on which we passed 10,000"."""
    of_days = said.has("grain") or said["unit"] == ["day"]
    return said.has("threshold") and of_days and not said.has("thing", "mention") and set(said["verb"]) <= LIGHT


def _have(said: Said) -> bool:
    """ "Do we have rice at Osu", "what do we have": what is there."""
    goods = any(kind_of(thing, said) in GOODS for thing in said["thing"]) or {"what", "which"} & set(said["ask"])
    return "have" in said["we"] and bool(goods) and not said.has("days", "segment", "change")


def _on_paper(said: Said) -> bool:
    """ "What is on receipt INV-000123": its goods."""
    if any(kind_of(thing, said) != "sale" for thing in said["thing"]) or not said.has("thing"):
        return False
    said.parts["cut"] = said["cut"] or ["product"]
    return True


def _on_expenses(said: Said) -> bool:
    """ "Rent expenses this year", "which kind of expense is the biggest"."""
    if "expense_category" in {*said["mention"], *said["cut"], *said["ranked"]}:
        return True
    return any(kind_of(thing, said) == "expense_category" for thing in said["thing"])


def _moving(said: Said) -> bool:
    """ "Are diapers going down"."""
    return bool({"rise", "fall"} & set(said["change"])) and said.has("thing")


def _listed(dimension: str) -> Callable[[Said], bool]:
    """ "List all categories", and nothing more."""
    return lambda said: (
        said["cut"] == [dimension] and "list" in said["ask"] and not said.has("rank", "thing", "verb", "days")
    )


def _one_sale(said: Said) -> bool:
    """ "On average how much is each sale": the average is used up by it."""
    if said.has("grain") or not (said.has("average") and "sale" in {*said["cut"], *said["mention"]}):
        return False
    said.parts["average"] = []
    for kind in ("cut", "mention"):
        said.parts[kind] = [each for each in said[kind] if each != "sale"]
    return True


def _price(said: Said) -> str:
    """ "How much is rice", "... wholesale": the price in one of the two price lists."""
    tiers = [thing for thing in said["thing"] if kind_of(thing, said) == "price_tier"]
    goods = [thing for thing in said["thing"] if thing not in tiers]
    asked = "price" in said["amount"] or tiers
    if len(tiers) > 1 or not goods or not asked or any(kind_of(thing, said) not in GOODS for thing in goods):
        return ""
    said.parts["thing"] = goods
    return "wholesale_price" if any(tier.span.value.endswith("wholesale") for tier in tiers) else "retail_price"


def _of_sales(said: Said) -> bool:
    """A rank, two stretches of days, how days were, how much they brought: of sales, where nothing else is said."""
    several = len(said["thing"]) > 1 or "who" in said["ask"]
    several = several or len(said["window"]) > 1
    ranked = said.has("rank", "ends") and (said.has("cut", "mention", "ranked", "grain") or several)
    apart = said.has("compare") or "versus" in said["joined"]
    compared = (said.has("versus") or (len(said["thing"]) > 1 and apart)) and said.has("days")
    grown = said.has("change") and not said.has("thing", "mention")
    asked = said.has("amount") or "how" in said["ask"]
    return ranked or compared or grown or (asked and said.has("days") and not said.has("mention", "cut"))


_IMPLIED: tuple[tuple[Callable[[Said], bool], list[str]], ...] = (
    (lambda said: said.has("summary"), ["revenue", "profit", "sales_count"]),
    (lambda said: said.has("chosen"), ["customer_count"]),
    (lambda said: said.has("stocked"), ["product_count"]),
    *((_listed(dimension), [metric]) for dimension, metric in ON_RECORD.items()),
    (lambda said: said["segment"] == ["customer:over_limit"] and said.has("amount"), ["over_by"]),
    (_of_segment("customer"), ["customer_count"]),
    (lambda said: said.has("of_tier") and not said.has("days", "rank"), ["customer_count"]),
    (_of_segment("product"), ["product_count"]),
    (_of_debts, ["outstanding", "part_paid"]),
    (lambda said: said.has("count") and _of_segment("sale")(said), ["sales_count"]),
    (_of_segment("sale"), ["revenue"]),
    (_large_sales, ["revenue"]),
    (_moving, ["revenue"]),
    (_on_paper, ["sales_with_tax", "units"]),
    (_have, ["stock"]),
    (lambda said: said.has("has") and said.has("thing"), ["stock"]),
    (lambda said: "lateness" in {*said["mention"], *said["cut"]}, ["outstanding"]),
    (_passed, ["revenue"]),
    (lambda said: said.has("yes_no") and said.has("threshold") and not said.has("thing", "mention"), ["revenue"]),
    (lambda said: "where" in said["ask"] and said.has("thing"), ["stock"]),
    (_on_expenses, ["expenses"]),
    (by_method, ["received"]),
    (_one_sale, ["average_sale"]),
    (lambda said: said.has("count") and said.has("thing") and said.has("days"), ["units"]),
    (lambda said: said.has("count") and said.has("thing"), ["stock"]),
    (lambda said: said.has("both_shops"), ["revenue"]),
    (_of_sales, ["revenue"]),
)
"""What is meant where no figure was named; the first that holds."""
