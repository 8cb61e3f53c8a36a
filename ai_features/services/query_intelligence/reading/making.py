"""What rules make of the spans they match: the parts of a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ai_features.services.query_intelligence.reading.tokens import Span

Spans = Sequence[Span]
Parts = Iterator[tuple[str, Any]]
FRAMES: dict[str, tuple[tuple[str, str], ...]] = {
    "best_seller": (("rank", "high"), ("verb", "sell"), ("ranked", "product")),
    "worst_seller": (("rank", "low"), ("verb", "sell"), ("ranked", "product")),
    "dearest": (("rank", "high"), ("measure", "retail_price"), ("ranked", "product")),
    "cheapest": (("rank", "low"), ("measure", "retail_price"), ("ranked", "product")),
    "loss": (("measure", "profit"), ("loss", "profit")),
    "regular": (("rank", "high"), ("measure", "sales_count"), ("ranked", "customer")),
    "supplying": (("ask", "who"), ("verb", "deliver")),
    "discounter": (("ask", "who"), ("measure", "discount")),
    "debtor": (("measure", "outstanding"), ("mention", "customer")),
}
"""Words that say several things at once."""
COUNTED = {"customer": "buyers", "sale": "sales_count", "product": "products_sold", "payment": "payments"}
"""What the number of them is that others are ordered by."""


def of_role(spans: Spans, *roles: str) -> list[Any]:
    return [span.value for span in spans if span.role in roles]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something named or valued: its span's value, how it is led up to, and whether it is left out."""

    span: Span
    lead: str = ""
    dim: str = ""
    exclude: bool = False
    only: bool = False


def things(spans: Spans, *, exclude: bool = False) -> Parts:
    lead = next((span.role for span in spans if span.role in ("to", "from", "with", "by", "of", "in")), "")
    dims = of_role(spans, "dim")
    only = any(span.role == "only" for span in spans)
    for span in spans:
        if span.role in ("name", "value"):
            yield "thing", Thing(span, lead, dims[0] if len(dims) == 1 else "", exclude, only)
    yield from ((span.role, True) for span in spans if span.role in ("both", "compare"))
    if sum(span.role in ("name", "value") for span in spans) > 1:
        yield "joined", next((span.role for span in spans if span.role in ("and", "or", "versus")), "and")


def left_out(spans: Spans) -> Parts:
    return things(spans, exclude=True)


def cut(spans: Spans) -> Parts:
    kind = "cut" if any(span.role in ("ask", "by", "per", "break") for span in spans) else "ranked"
    yield from ((kind, dim) for dim in of_role(spans, "dim", "grain"))
    yield from (("rank", rank) for rank in of_role(spans, "rank"))
    yield from (("limit", number) for number in of_role(spans, "number"))
    yield from (("verb", verb) for verb in of_role(spans, "verb"))
    yield from (("measure", measure) for measure in of_role(spans, "measure"))
    yield from (("ask", "list" if ask == "list" else "which") for ask in of_role(spans, "ask"))
    yield from (("thing", Thing(span)) for span in spans if span.role in ("name", "value"))
    yield from (("segment", segment) for segment in of_role(spans, "segment"))
    yield from (("filter", window) for window in of_role(spans, "filter"))


def which_of(spans: Spans) -> Parts:
    yield "which_of", True
    yield from cut(spans)


def by(spans: Spans) -> Parts:
    """ "Branch by branch", "invoices by customer"."""
    first, *_, last = of_role(spans, "dim")
    yield "cut", last
    if first != last:
        yield "mention", first


def what_is(spans: Spans) -> Parts:
    """ "What products" asks for them; in "what does a customer spend" words stand between, and it asks for no list."""
    yield ("cut" if spans[0].stop == spans[1].start else "mention"), spans[1].value
    yield "ask", "which" if spans[0].stop == spans[1].start else "what"


def over_limit(spans: Spans) -> Parts:
    """ "Who has passed his credit limit"."""
    yield "segment", "customer:over_limit"
    yield from (("mention", dim) for dim in of_role(spans, "dim"))


def time_to_pay(spans: Spans) -> Parts:
    """ "How long do customers take to pay"."""
    yield "measure", "days_to_pay"
    yield from (("mention", dim) for dim in of_role(spans, "dim"))
    yield from things(spans)


def first_or_last(spans: Spans) -> Parts:
    """ "The first time Michael bought", "last time he paid"."""
    last = spans[0].value == "last"
    done = next((span.value for span in spans if span.role in ("verb", "measure")), "")
    if done in ("pay", "receive", "received") and last:
        yield "measure", "last_payment"
    elif done in ("deliver", "delivered") and last:
        yield "measure", "last_delivery"
    elif done in ("sell", "buy", "come", "revenue", "serve"):
        yield "measure", "last_sale" if last else "first_sale"
    else:
        yield "dangling", done
    yield from things([span for span in spans if span.role in ("name", "value")])
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))


def latest_payment(spans: Spans) -> Parts:
    """ "Last payment from Kojo, how much": the payment itself, not only its date."""
    yield "measure", "received"
    yield "latest", "payment"
    yield from things([span for span in spans if span.role not in ("measure", "dim")])


def none_of(spans: Spans) -> Parts:
    """ "Sold no televisions", "without a sale of rice": that there were none."""
    yield "none", True
    yield "verb", "sell"
    yield from things([span for span in spans if span.role in ("name", "value")])


def each_sale(spans: Spans) -> Parts:
    yield "measure", "revenue"
    yield "each_sale", True
    yield "ask", "list"
    yield from (("days", days) for days in of_role(spans, "days"))


def segment_days(spans: Spans) -> Parts:
    yield "segment", of_role(spans, "segment")[0]
    yield "segment_days", (int(of_role(spans, "number")[0]), next(iter(of_role(spans, "grain")), "day"))


def per(spans: Spans) -> Parts:
    """ "Average per customer"; the average sale per day is what a day brings, by customer what a sale does."""
    of_sale = of_role(spans, "average") == ["sale"]
    grains = set(of_role(spans, "grain"))
    is_per = any(span.role == "per" for span in spans)
    by_day = bool(grains) and (grains <= {"day", "week"} or is_per)
    if of_sale and is_per and of_role(spans, "dim") == ["customer"]:
        yield "measure", "revenue_per_customer"
        return
    if of_sale:
        yield "measure", "revenue" if by_day else "average_sale"
    yield from (("per" if by_day or not of_sale else "cut", dim) for dim in of_role(spans, "dim", "grain"))


def order_by_count(spans: Spans) -> Parts:
    """ "By number of customers"."""
    yield "order_by", COUNTED[of_role(spans, "dim")[0]]


def order_by_average(_spans: Spans) -> Parts:
    """ "Top branches by average sale"."""
    yield "order_by", "average_sale"


def order_by(spans: Spans) -> Parts:
    yield "order_by", of_role(spans, "measure")[0]


def nth(spans: Spans) -> Parts:
    yield "nth", int(of_role(spans, "ordinal")[0])
    yield "rank", (of_role(spans, "rank") or ["high"])[0]
    yield from cut([span for span in spans if span.role in ("dim", "name", "value", "verb", "measure")])


def due(spans: Spans) -> Parts:
    """ "How much should Kojo pay": what falls due."""
    yield "verb", "fall_due"
    yield from (("thing", Thing(span)) for span in spans if span.role in ("name", "value"))
    yield from (("mention", dim) for dim in of_role(spans, "dim"))
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))
    yield from (("ask", ask) for ask in of_role(spans, "ask"))


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


def came_in(spans: Spans) -> Parts:
    """ "Which goods came in": what was delivered."""
    yield "cut" if of_role(spans, "ask") else "mention", "product"
    yield "verb", "deliver"
    yield from (("ask", ask) for ask in of_role(spans, "ask"))


def cover(spans: Spans) -> Parts:
    """ "How long will the rice last"."""
    yield "measure", "cover_days"
    yield from (("thing", Thing(span)) for span in spans if span.role == "name")
    yield from (("cut", dim) for dim in of_role(spans, "dim"))
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
    yield from (("bare", number) for number in of_role(spans, "number"))


def only_days(spans: Spans) -> Parts:
    yield from (("days", days) for days in of_role(spans, "days"))


def only_these(spans: Spans) -> Parts:
    """ "Only the overdue ones"."""
    kinds = {"measure": "measure", "segment": "segment", "filter": "window"}
    yield from ((kinds[span.role], span.value) for span in spans if span.role in kinds)


def room(spans: Spans) -> Parts:
    """ "How much more can he take"."""
    yield "measure", "credit_room"
    yield from (("thing", Thing(span)) for span in spans if span.role == "name")
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))


def some_days(spans: Spans) -> Parts:
    yield "some_days", int(of_role(spans, "number")[0])


def corrected(spans: Spans) -> Parts:
    """ "This week, not last week"."""
    days = of_role(spans, "days")
    yield "days", days[1] if spans[0].role == "not" else days[0]


def corrected_order(spans: Spans) -> Parts:
    yield "order_by", of_role(spans, "measure")[0]


def added(spans: Spans) -> Parts:
    yield "added", True
    yield from things(spans)


def first(spans: Spans) -> Parts:
    """ "Lowest first" is an order."""
    yield "rank", spans[0].value
    yield "sorted", True


def ranked(spans: Spans) -> Parts:
    yield "limit", of_role(spans, "number")[0]
    yield from (("rank", rank) for rank in of_role(spans, "rank"))


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
    if any(span.role in ("between", "from") for span in spans):
        signs = [">=", "<="]
    about = next(iter(of_role(spans, "measure", "verb")), "")
    if signs == [">age"]:
        about, signs = "oldest_invoice", [">"]
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


def things_of(spans: Spans) -> Parts:
    yield from things([span for span in spans if span.role != "measure"])
    yield from (("measure", measure) for measure in of_role(spans, "measure"))


def each(spans: Spans) -> Parts:
    """ "Every payment", "list of card payments": one by one."""
    measure = of_role(spans, "measure")[0]
    yield "measure", measure
    yield "cut", "payment" if measure == "received" else "sale"
    yield "ask", "list"
    yield from things([span for span in spans if span.role in ("name", "value")])


def compared_with(spans: Spans) -> Parts:
    """ "Compare sales with last month"."""
    yield from compared(spans)
    yield from (("measure", measure) for measure in of_role(spans, "measure"))
    yield from (("thing", Thing(span)) for span in spans if span.role in ("name", "value"))


def counted(spans: Spans) -> Parts:
    yield "count_of", of_role(spans, "dim", "grain")[0]
    yield from (("thing", Thing(span)) for span in spans if span.role in ("name", "value"))
    yield from (("segment", segment) for segment in of_role(spans, "segment"))


def frame_of(spans: Spans) -> Parts:
    """ "Top 5 debtors", "best-selling brand": another thing beside it takes the place of the goods."""
    frame, dims = of_role(spans, "frame")[0], of_role(spans, "dim")
    yield from ((kind, value) for kind, value in FRAMES[frame] if not (dims and kind == "ranked"))
    yield from cut([span for span in spans if span.role in ("number", "rank", "dim") or span.value == "which"])
    yield from (("nth", int(ordinal)) for ordinal in of_role(spans, "ordinal"))
    yield from (("ask", ask) for ask in of_role(spans, "ask") if ask == "who")
    if any(span.role == "count" for span in spans):
        yield "count_of", next((value for kind, value in FRAMES[frame] if kind in ("mention", "ranked")), "product")


def lacking(spans: Spans) -> Parts:
    yield "lacking", (spans[0].value, Thing(next(s for s in spans if s.role in ("name", "value")), exclude=True))
    yield from (("measure", measure) for measure in of_role(spans, "measure"))


def compared(spans: Spans) -> Parts:
    yield "versus", "days"
    yield from (("days", days) for days in of_role(spans, "days"))
    yield from (("relative", relative) for relative in of_role(spans, "relative"))


def never(spans: Spans) -> Parts:
    yield "never", tuple(span for span in spans if span.role in ("name", "value"))


def subject(spans: Spans) -> Parts:
    """ "did Efua sell", "sold by Efua": who does it."""
    verb = of_role(spans, "verb")[0]
    yield "verb", verb
    yield from (("thing", Thing(span, f"{verb}s")) for span in spans if span.role in ("name", "value"))
    yield from (("passive", True) for span in spans if span.role == "name" and "product" in span.value.kinds)


def ours(spans: Spans) -> Parts:
    """ "we sold", "gave us": the shop is on one side, so that others are on the other. What it buys is delivered."""
    verb = of_role(spans, "verb")[0]
    if verb == "buy" and spans[0].role == "we":
        verb = "deliver"
    yield "verb", verb
    yield "ours", verb if spans[0].role == "we" else f"{verb} us"
