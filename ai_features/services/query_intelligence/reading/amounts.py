"""What rules make of numbers and ranks: how many, above what, which of them, for each, a part of."""

from ai_features.services.query_intelligence.reading.making import Parts, Spans, Thing, cut, of_role, things

DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}
"""How old debts are is told in days."""


def segment_days(spans: Spans) -> Parts:
    yield "segment", of_role(spans, "segment")[0]
    yield "segment_days", (int(of_role(spans, "number")[0]), next(iter(of_role(spans, "grain")), "day"))


def aged(spans: Spans) -> Parts:
    """ "For more than three months", of debts."""
    yield from (("measure", measure) for measure in of_role(spans, "measure"))
    sign, number, unit = (of_role(spans, role)[0] for role in ("sign", "number", "grain"))
    yield (
        "threshold",
        ("", sign.removesuffix("age"), int(number * DAYS_IN.get(unit, 1)), "day" if unit in DAYS_IN else "grain"),
    )


def days_away(spans: Spans) -> Parts:
    """ "Gone 90 days without buying"."""
    yield "segment", "customer:lapsed"
    yield "segment_days", (int(of_role(spans, "number")[0]), next(iter(of_role(spans, "grain")), "day"))


def per(spans: Spans) -> Parts:
    """ "Average per customer"; the average sale per day and average sales per month are what these bring."""
    of_sale = of_role(spans, "average") == ["sale"]
    grains = set(of_role(spans, "grain"))
    is_per = any(span.role == "per" for span in spans)
    several = any(span.role == "average" and span.note == "several" for span in spans)
    by_day = bool(grains) and (grains <= {"day", "week"} or is_per or several)
    if of_sale and is_per and of_role(spans, "dim") == ["customer"]:
        yield "measure", "revenue_per_customer"
        return
    if of_sale:
        yield "measure", "revenue" if by_day else "average_sale"
    yield from (("per" if by_day or not of_sale else "cut", dim) for dim in of_role(spans, "dim", "grain"))


def nth(spans: Spans) -> Parts:
    yield "nth", int(of_role(spans, "ordinal")[0])
    yield "rank", (of_role(spans, "rank") or ["high"])[0]
    yield from cut([span for span in spans if span.role in ("dim", "name", "value", "verb", "measure")])


def written_off(spans: Spans) -> Parts:
    """ "Damaged and expired", and what was lost to them."""
    said = of_role(spans, "measure")
    in_money = "profit" in said or "damaged_value" in said
    kinds = {key.removesuffix("_value") for key in said} - {"profit"}
    of = "written_off" if len(kinds) > 1 else kinds.pop()
    yield "measure", f"{of}_value" if in_money else of


def rate(spans: Spans) -> Parts:
    """ "Percentage of discount on sales": what is given or comes back of all that is sold."""
    rates = {"discount": "discount_rate", "returns": "return_rate", "profit": "margin"}
    yield "measure", next(rates[key] for key in of_role(spans, "measure") if key in rates)


def cover(spans: Spans) -> Parts:
    """ "How long will the rice last"."""
    yield "measure", "cover_days"
    yield from (("thing", Thing(span)) for span in spans if span.role == "name")
    yield from (("cut", dim) for dim in of_role(spans, "dim"))
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))


def owed_for(spans: Spans) -> Parts:
    """ "How long has he owed us": since the oldest open invoice."""
    yield "measure", "oldest_invoice"
    yield from (("thing", Thing(span)) for span in spans if span.role == "name")
    yield from (("mention", dim) for dim in of_role(spans, "dim"))
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))


def priced(spans: Spans) -> Parts:
    """ "Products above 1,000 cedis" are those with such a price; above a bare number, with so many."""
    money = any(span.role == "unit" for span in spans)
    for _, (about, sign, number, unit) in list(threshold(spans[1:])):
        yield "threshold", ("retail_price" if money else about, sign, number, unit)
    yield "cut", "product"


def pointed(spans: Spans) -> Parts:
    """ "The second one": a row that was shown."""
    yield "pointed", int(of_role(spans, "ordinal")[0])
    yield from (("of_kind", dim) for dim in of_role(spans, "dim"))


def bare(spans: Spans) -> Parts:
    """ "Make it ten": a number alone, which only a turn before can explain."""
    thousands = 1000 if "thousand" in of_role(spans, "unit") else 1
    yield from (("bare", number * thousands) for number in of_role(spans, "number"))


def some_days(spans: Spans) -> Parts:
    yield "some_days", int(of_role(spans, "number")[0])


def first(spans: Spans) -> Parts:
    """ "Lowest first" is an order."""
    yield "rank", spans[0].value
    yield "sorted", True


def ranked(spans: Spans) -> Parts:
    yield "limit", of_role(spans, "number")[0]
    yield from (("rank", rank) for rank in of_role(spans, "rank"))


def both_ends(spans: Spans) -> Parts:
    """ "Top two and bottom two"."""
    first, last = of_role(spans, "number")
    yield "ends" if first == last else "dangling", True
    yield "limit", first


def ranked_goods(spans: Spans) -> Parts:
    """ "The three phones that move slowest", "top 3 perfumes": so many of the goods named."""
    yield from ranked(spans)
    yield from things([span for span in spans if span.role in ("name", "value")])
    yield from (("verb", verb) for verb in of_role(spans, "verb"))


def threshold(spans: Spans) -> Parts:
    signs = of_role(spans, "sign", "after") or [">="]
    numbers, units = of_role(spans, "number"), of_role(spans, "unit")
    if "thousand" in units:
        numbers, units = [each * 1000 for each in numbers], [each for each in units if each != "thousand"]
    if any(span.role in ("between", "from", "to") for span in spans):
        signs = [">=", "<="]
    about = next(iter(of_role(spans, "measure", "verb")), "")
    if signs == [">age"]:
        about, signs = "oldest_invoice", [">"]
    if signs[0].endswith("worth"):
        signs, units = [signs[0].removesuffix("worth")], ["money"]
    dims = of_role(spans, "dim")
    unit = "".join(dict.fromkeys(units)) or (f"dim:{dims[0]}" if dims else "")
    for sign, number in zip(signs, numbers, strict=False):
        yield "threshold", (about, sign, number, unit)
    yield from (("measure", measure) for measure in of_role(spans, "measure"))
    yield from (("verb", verb) for verb in of_role(spans, "verb"))


def threshold_after(spans: Spans) -> Parts:
    """ "More than 5 orders", "over 30 days overdue": the number is of what follows it."""
    about = next(span for span in spans if span.role in ("measure", "verb"))
    found = list(threshold([span for span in spans if span is not about]))
    for _, (_, sign, number, unit) in found[:1]:
        yield "threshold", (about.value, sign, number, unit or ("times" if about.role == "verb" else ""))
    if about.role == "verb" or any(span.role == "unit" for span in spans) or about.value in ("overdue", "outstanding"):
        yield about.role, about.value


def packed(spans: Spans) -> Parts:
    """ "Bags of rice" are the units it is recorded in; "one bag of rice" is one of them."""
    yield from things(spans)
    if not any(span.role == "number" and span.value != 1 for span in spans):
        yield "packed", next(span.value for span in spans if span.role == "unit")
    else:
        yield "unit", "number"


def so_many(spans: Spans) -> Parts:
    """ "The ten things that sold least"."""
    yield from ranked(spans)
    yield from (("ranked", dim) for dim in of_role(spans, "dim"))
    yield from (("ask", ask) for ask in of_role(spans, "ask"))


def finishing_first(_spans: Spans) -> Parts:
    """ "Which will finish first"."""
    yield from (("measure", "cover_days"), ("rank", "low"))


def per_sale(_spans: Spans) -> Parts:
    """ "Spend per invoice"."""
    yield "per_sale", True


def for_each(_spans: Spans) -> Parts:
    """ "Gain per bottle": on one of them."""
    yield "unit", "each"


def nth_of(spans: Spans) -> Parts:
    """ "The runner-up among phones"."""
    yield from nth(spans)
    yield "which_of", True
    yield "verb", "sell"


def so_many_goods(spans: Spans) -> Parts:
    """ "Sold at least 30 chargers"."""
    for kind, value in list(threshold(spans)):
        yield kind, (*value[:3], "units") if kind == "threshold" else value
    yield from things([span for span in spans if span.role in ("name", "value")])


def so_many_days(_spans: Spans) -> Parts:
    """ "On how many Saturdays": a number that no figure gives."""
    yield "dangling", "count"
