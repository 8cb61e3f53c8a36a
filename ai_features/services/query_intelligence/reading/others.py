"""What the shop owes and pays: recorded of suppliers and of expenses, and of nobody else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ai_features.services.query_intelligence.reading.said import Said
from ai_features.services.query_intelligence.reading.things import kind_of
from ai_features.services.query_intelligence.tokens import Span

_OF_SUPPLIERS = {"owe_others": "owed_to_suppliers", "paid_others": "paid_to_suppliers"}
_OF_EXPENSES = frozenset({"expenses", "paid_others"})
_LIGHT = frozenset({"spend", "pay", "make", "give", "take"})


def told(spans: Sequence[Span], *, of_suppliers: bool = False) -> Iterator[Span]:
    """The spans, those that speak of what the shop owes or pays as figures where these are recorded.

    `of_suppliers`: suppliers were spoken of before. "Who do we owe" asks for them too.
    """
    who = any((span.role, span.value) == ("ask", "who") for span in spans)
    expense = any(str(span.value).startswith("expense_category=") for span in spans if span.role == "value")
    named = of_suppliers or any(_is_supplier(span) for span in spans)
    supplier = named or who
    overdue = named and any((span.role, span.value) == ("measure", "overdue") for span in spans)
    for span in spans:
        if span.role == "refuse" and expense and span.value in _OF_EXPENSES:
            continue
        if span.role == "refuse" and span.value in _OF_SUPPLIERS:
            role, value = ("measure", _OF_SUPPLIERS[span.value]) if supplier else ("refuse", "payables")
            yield replace(span, role=role, value=value)
        elif overdue and (span.role, span.value) == ("dim", "sale"):
            continue
        elif overdue and (span.role, span.value) == ("measure", "overdue"):
            yield replace(span, value="overdue_to_suppliers")
        else:
            yield span


def _is_supplier(span: Span) -> bool:
    if span.role == "name":
        return "supplier" in span.value.kinds and "customer" not in span.value.kinds
    return (span.role, span.value) == ("dim", "supplier")


def settle_expenses(said: Said) -> None:
    """ "How much did we spend on fuel": what is spent of one kind of expense, not what customers spend."""
    if any(kind_of(thing, said) == "expense_category" for thing in said["thing"]) and set(said["verb"]) <= _LIGHT:
        said.parts |= {"verb": [], "ours": [], "measure": said["measure"] or ["expenses"]}
