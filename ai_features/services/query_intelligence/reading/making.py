"""What rules make of the spans they match: the parts of a question."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ai_features.services.query_intelligence.days import Period
from ai_features.services.query_intelligence.plan import GOODS
from ai_features.services.query_intelligence.reading.meaning import LIGHT
from ai_features.services.query_intelligence.tokens import Span

Spans = Sequence[Span]
Parts = Iterator[tuple[str, Any]]
FRAMES: dict[str, tuple[tuple[str, Any], ...]] = {
    "best_seller": (("rank", "high"), ("verb", "sell"), ("ranked", "product")),
    "worst_seller": (("rank", "low"), ("verb", "sell"), ("ranked", "product")),
    "dearest": (("rank", "high"), ("measure", "retail_price"), ("ranked", "product"), ("priced", True)),
    "cheapest": (("rank", "low"), ("measure", "retail_price"), ("ranked", "product"), ("priced", True)),
    "loss": (("measure", "profit"), ("loss", "profit")),
    "regular": (("rank", "high"), ("measure", "sales_count"), ("ranked", "customer")),
    "slow_payer": (("rank", "high"), ("measure", "days_to_pay"), ("ranked", "customer")),
    "fast_payer": (("rank", "low"), ("measure", "days_to_pay"), ("ranked", "customer")),
    "supplying": (("ask", "who"), ("verb", "deliver")),
    "biggest_expense": (("rank", "high"), ("measure", "expenses"), ("ranked", "expense_category")),
    "discounter": (("ask", "who"), ("measure", "discount")),
    "shop_has": (("ask", "which"), ("cut", "storefront"), ("rank", "high"), ("has", True)),
    "paying_faster": (("measure", "days_to_pay"), ("change", "fall")),
    "paying_slower": (("measure", "days_to_pay"), ("change", "rise")),
    "best_day": (("rank", "high"), ("measure", "revenue"), ("cut", "day")),
    "till_balance": (("measure", "cash_in_tills"), ("balanced", True)),
    "have_them": (("measure", "stock"), ("pointer", "those"), ("points", True)),
    "have_it": (("measure", "stock"), ("pointer", "it"), ("points", True)),
    "on_account": (("measure", "outstanding"), ("pointer", "person"), ("points", True)),
    "oldest": (("measure", "oldest_invoice"), ("rank", "high"), ("points", True)),
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
    if "customer" in of_role(spans, "dim") and any(str(v).startswith("price_tier=") for v in of_role(spans, "value")):
        yield "of_tier", True


def made_so(spans: Spans) -> Parts:
    """ "What made sales drop"."""
    yield "ask", "why"
    yield from ((span.role, span.value) for span in spans[2:] if span.role != "we")


def relative(spans: Spans) -> Parts:
    """ "Products whose sales", "customers who": what follows is said of them."""
    dim = spans[0].value
    yield ("mention" if dim in ("customer", "staff") else "cut"), dim
    yield "ask", "who" if dim in ("customer", "staff") else "which"


def liked(spans: Spans) -> Parts:
    """ "Which of the lotions people like most": the goods are asked for, not the people; elsewhere these are."""
    goods = any(set(span.value.kinds) & GOODS for span in spans if span.role == "name")
    yield from which_of([span for span in spans if span.role != "dim"]) if goods else cut(spans)
    if goods:
        yield "verb", "sell"


def share_of_these(spans: Spans) -> Parts:
    """ "What percentage of Tema's sales": these are the whole, of which a part is named elsewhere."""
    yield "share", of_role(spans, "share")[0] or True
    for kind, value in things([span for span in spans if span.role in ("name", "value", "dim")]):
        yield kind, value
        yield from [("share_whole", value)] if kind == "thing" else []
    yield from (("measure", measure) for measure in of_role(spans, "measure"))
    yield from (("mention", dim) for dim in of_role(spans, "dim"))


def share_of_people(_spans: Spans) -> Parts:
    """ "What share of customers": of their number, not of what they pay."""
    yield "share", True
    yield "count_of", "customer"


def most_discounted(spans: Spans) -> Parts:
    """ "Discounted the most"."""
    yield "measure", "discount"
    yield from (("rank", rank) for rank in of_role(spans, "rank"))


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


def goods_of(spans: Spans) -> Parts:
    """ "What do people buy most" asks for the goods."""
    yield "ask", "what"
    yield "verb", "return" if spans[-1].value == "return" else "buy"


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
    does = [span.value for span in spans if span.role in ("verb", "measure") and span is not spans[0]]
    done = next((each for each in does if each not in LIGHT), "")
    if done in ("pay", "receive", "received", "last_payment") and last:
        yield "measure", "last_payment"
    elif done in ("deliver", "delivered", "deliveries", "last_delivery") and last:
        yield "measure", "last_delivery"
    elif done in ("sell", "buy", "come", "revenue", "serve", "last_sale", "take"):
        yield "measure", "last_sale" if last else "first_sale"
    else:
        yield "dangling", done
    yield from things([span for span in spans if span.role in ("name", "value")])
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))


def latest_buyer(_spans: Spans) -> Parts:
    """ "Who was the last person to buy it"."""
    yield from (("measure", "last_sale"), ("rank", "high"), ("cut", "customer"), ("limit", 1))


def last_bought(spans: Spans) -> Parts:
    """ "What did Linda buy the last time": the goods on her last sale."""
    yield from (("measure", "units"), ("measure", "revenue"), ("and", True), ("cut", "product"), ("ask", "what"))
    yield "segment", "sale:latest"
    yield from things([span for span in spans if span.role == "name"])
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))
    yield from (("points", True) for _ in of_role(spans, "pointer"))
    yield from (("mention", dim) for dim in of_role(spans, "dim"))


def latest_payment(spans: Spans) -> Parts:
    """ "Last payment from Kojo, how much": the payment itself, not only its date."""
    yield "measure", "received"
    yield "latest", "payment"
    yield from things([span for span in spans if span.role not in ("measure", "dim")])


def latest_few(spans: Spans) -> Parts:
    """ "The last 10 sales", "last three payments": one by one, the latest first."""
    paid = spans[-1].value in ("received", "payment")
    yield "measure", "received" if paid else "revenue"
    yield from (("latest", "payment" if paid else "sale"), ("limit", of_role(spans, "number")[0]))


def each_sale(spans: Spans) -> Parts:
    yield "measure", "revenue"
    yield "each_sale", True
    yield "ask", "list"
    yield from (("days", days) for days in of_role(spans, "days"))


def order_by_count(spans: Spans) -> Parts:
    """ "By number of customers"."""
    yield "order_by", COUNTED[of_role(spans, "dim")[0]]


def order_by_average(_spans: Spans) -> Parts:
    """ "Top branches by average sale"."""
    yield "order_by", "average_sale"


def which_packs(_spans: Spans) -> Parts:
    """ "Which tins": goods that are called so, and no number of them."""
    yield "dangling", "units"


def at_the_till(spans: Spans) -> Parts:
    """ "Who gives most discount at the till", "cash that should be in Kojo's till"."""
    yield "at_till", True
    yield from things([span for span in spans if span.role == "name"])


def to_whom(_spans: Spans) -> Parts:
    """ "What was given, and to whom": the shop gives, so that customers are asked for."""
    yield from (("ask", "who"), ("ours", "give"))


def both_shops(_spans: Spans) -> Parts:
    """ "Takings of both shops": of all there is, unless they are set side by side."""
    yield "both_shops", True


def by_whom(_spans: Spans) -> Parts:
    """ "How often was it done, and by whom"."""
    yield "ask", "who"


def order_by(spans: Spans) -> Parts:
    yield "order_by", of_role(spans, "measure")[0]


def due(spans: Spans) -> Parts:
    """ "How much should Kojo pay": what falls due."""
    yield "verb", "fall_due"
    yield from (("thing", Thing(span)) for span in spans if span.role in ("name", "value"))
    yield from (("mention", dim) for dim in of_role(spans, "dim"))
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))
    yield from (("ask", ask) for ask in of_role(spans, "ask"))


def came_in(spans: Spans) -> Parts:
    """ "Which goods came in": what was delivered."""
    yield "cut" if of_role(spans, "ask") else "mention", "product"
    yield "verb", "deliver"
    yield from (("ask", ask) for ask in of_role(spans, "ask"))


def only_days(spans: Spans) -> Parts:
    yield from (("days", days) for days in of_role(spans, "days"))


def only_these(spans: Spans) -> Parts:
    """ "Only the overdue ones"."""
    kinds = {"measure": "measure", "segment": "segment", "filter": "window"}
    yield "only_these", True
    yield from ((kinds[span.role], span.value) for span in spans if span.role in kinds)


def room(spans: Spans) -> Parts:
    """ "How much more can he take"."""
    yield "measure", "credit_room"
    yield from (("thing", Thing(span)) for span in spans if span.role == "name")
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))


def corrected(spans: Spans) -> Parts:
    """ "This week, not last week"."""
    days = of_role(spans, "days")
    yield "days", days[1] if spans[0].role == "not" else days[0]


def corrected_order(spans: Spans) -> Parts:
    yield "order_by", of_role(spans, "measure")[0]


def added(spans: Spans) -> Parts:
    yield "added", True
    yield from things(spans)


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
    if "customer" in of_role(spans, "dim") and any(str(v).startswith("price_tier=") for v in of_role(spans, "value")):
        yield "of_tier", True
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


def compared(spans: Spans) -> Parts:
    yield "versus", "days"
    yield from (("either_days", True) for span in spans if span.role == "or")
    yield from (("days", days) for days in of_role(spans, "days"))
    yield from (("relative", relative) for relative in of_role(spans, "relative"))


def together(spans: Spans) -> Parts:
    """ "Yesterday and today combined": one stretch, where they follow on one another."""
    first, second = sorted(of_role(spans, "days"), key=lambda each: each.start)
    whole = first.end == second.start
    yield ("days", Period.of(first.start, second.end)) if whole else ("dangling", "and")
    yield "total", True


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


def twice(spans: Spans) -> Parts:
    """ "Rice last month against rice this month" is one thing on other days, "Osu today and Tema today" two on one."""
    said = [span for span in spans if span.role in ("measure", "dim", "name", "value")]
    days = of_role(spans, "days")
    if said[0].value == said[1].value:
        yield from compared(spans)
        yield from things(said[:1]) if said[0].role in ("name", "value") else [_of_itself(said[0])]
    elif days[0] == days[1] and {span.role for span in said} <= {"name", "value"}:
        yield from things([said[0], *(span for span in spans if span.role == "versus"), said[1]])
        yield "days", days[0]
    else:
        yield "dangling", "versus"


def _of_itself(span: Span) -> tuple[str, Any]:
    return ("mention" if span.role == "dim" else "measure"), span.value


def of_tier(spans: Spans) -> Parts:
    """ "Wholesale customers", "retail customers on hold"."""
    yield from things([span for span in spans if span.role not in ("dim", "segment")])
    yield "of_tier", True
    yield from (("segment", segment) for segment in of_role(spans, "segment"))
    yield from (("ask", ask) for ask in of_role(spans, "ask"))


def only_where(spans: Spans) -> Parts:
    """ "Only buy at Tema", "only Osu sold": there and nowhere else."""
    yield from things([span for span in spans if span.role != "verb"])
    yield from (("verb", verb) for verb in of_role(spans, "verb"))


def less(spans: Spans) -> Parts:
    """ "Sales without the returns", "less expenses": one figure taken off another."""
    off = spans[-1]
    yield from (("measure", span.value) for span in spans[:-1] if span.role == "measure")
    yield "less", "returns" if off.role == "verb" else off.value


def left_out(spans: Spans) -> Parts:
    """ "Without it": all but what was shown."""
    yield "left_out", True
    yield from (("pointer", pointer) for pointer in of_role(spans, "pointer"))
