"""What the shop owes and pays: recorded of suppliers and of expenses, and of nobody else."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ai_features.services.query_intelligence.reading.outcome import Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.tokens import Span

_OWED = {"owe_others": "owed_to_suppliers", "paid_others": "paid_to_suppliers", "payables": "due_to_suppliers"}
_OF_EXPENSES = frozenset({"expenses", "paid_others", "payables"})
_LIGHT = frozenset({"spend", "pay", "make", "give", "take"})
_OUTWARD = {
    ("measure", "received"): "paid_to_suppliers",
    ("measure", "payments"): "paid_to_suppliers",
    ("measure", "last_payment"): "last_paid_to_supplier",
    ("verb", "pay"): "paid_to_suppliers",
    ("verb", "fall_due"): "due_to_suppliers",
    ("measure", "overdue"): "overdue_to_suppliers",
    ("measure", "outstanding"): "owed_to_suppliers",
    ("measure", "due"): "due_to_suppliers",
}
_SENT_BACK = dict.fromkeys([("measure", "returns"), ("verb", "return")], "sent_back_to_suppliers")
"""What speaks of suppliers where one is named, and of customers elsewhere."""
_LATE = {("measure", "overdue"): "late_orders", ("measure", "due"): "expected_orders"}
"""The same beside orders."""


def told(spans: Sequence[Span], *, of_suppliers: bool = False, of_orders: bool = False) -> Iterator[Span]:
    """The spans, those that speak of what the shop owes, pays or waits for as figures where these are recorded.

    `of_suppliers`, `of_orders`: these were spoken of before. "Who do we owe" asks for suppliers too.
    """
    kinds = {(span.role, span.value) for span in spans if isinstance(span.value, str)}
    expense = any(str(span.value).startswith("expense_category=") for span in spans if span.role == "value")
    named = of_suppliers or any(_is_supplier(span) for span in spans)
    supplier = named or ("ask", "who") in kinds
    waiting = {("measure", "on_order"), ("count", ""), ("dim", "order")} <= kinds
    orders = of_orders or waiting or (("dim", "order") in kinds and (named or bool(_LATE.keys() & kinds)))
    to_them = any(one.role == "to" and _is_supplier(other) for one, other in pairwise(spans))
    outward = _LATE if orders and _LATE.keys() & kinds else _outward(kinds, spans, to_them=to_them) if named else {}
    brings = "deliver" if named else "make"
    for span in spans:
        key = (span.role, span.value) if isinstance(span.value, str) else ("", "")
        paid = span.role == "refuse" and expense and span.value in _OF_EXPENSES
        if paid or (waiting and key == ("measure", "on_order")):
            continue
        if span.role == "refuse" and span.value in _OWED:
            yield _measure(span, _OWED[span.value]) if supplier else replace(span, value="payables")
        elif key == ("verb", "bring"):
            yield replace(span, value=brings)
        elif key in outward:
            yield _measure(span, outward[key])
        elif key == ("dim", "order"):
            yield from _order(span, kinds, waiting=waiting) if orders else [replace(span, value="sale")]
        elif outward and key == ("dim", "sale"):
            yield from _bill(span, kinds)
        else:
            yield span


def _measure(span: Span, key: str) -> Span:
    return replace(span, role="measure", value=key)


def _order(span: Span, kinds: Collection[tuple[str, str]], *, waiting: bool) -> Iterator[Span]:
    """Orders to suppliers: the figure where no other is named, and of those that are waited for their number."""
    if waiting or not any(role == "measure" for role, _ in kinds):
        yield _measure(span, "open_orders")


def _bill(span: Span, kinds: Collection[tuple[str, str]]) -> Iterator[Span]:
    """ "Bills from Harbour Foods": what it billed, where no other figure is named."""
    if not any(role in ("measure", "verb", "segment") for role, _ in kinds):
        yield _measure(span, "billed_by_suppliers")


def _outward(
    kinds: Collection[tuple[str, str]], spans: Sequence[Span], *, to_them: bool
) -> Mapping[tuple[str, str], str]:
    """What speaks of suppliers; where customers are asked about beside them, nothing does."""
    return {} if _of_people(kinds, spans) else _OUTWARD | (_SENT_BACK if to_them else {})


def _of_people(kinds: Collection[tuple[str, str]], spans: Sequence[Span]) -> bool:
    """Whether customers are asked about beside the supplier: what they pay or bring back of its goods."""
    named = any(span.role == "name" and "customer" in span.value.kinds and not _is_supplier(span) for span in spans)
    return named or ("dim", "customer") in kinds or ("dim", "product") in kinds


def _is_supplier(span: Span) -> bool:
    if span.role == "name":
        return "supplier" in span.value.kinds and "customer" not in span.value.kinds
    return (span.role, span.value) == ("dim", "supplier")


def settle_expenses(said: Said) -> None:
    """ "How much did we spend on fuel": what is spent of one kind of expense, not what customers spend."""
    kinds = [thing for thing in said["thing"] if kind_of(thing, said) == "expense_category"]
    named = bool(kinds)
    of_sales = "sale" in {*said["mention"], *(thing.dim for thing in kinds)}
    if named and said.has("share") and of_sales:  # what part of sales goes to wages
        raise Stop(Unsure((), refused("no_plan")))
    if named and set(said["verb"]) <= _LIGHT:
        said.parts |= {"verb": [], "ours": [], "measure": said["measure"] or ["expenses"]}
