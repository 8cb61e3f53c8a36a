"""Our own wording for the customers on the call list, and the rule that each keeps to their own figures."""

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel

from ai_features.feature import at_most, within
from ai_features.services.slots import SlotError, SlotId, Slots
from reports.collecting import Debtor
from reports.payment_plans import Proposal
from reports.profiles import NO_PURCHASES, Paying, Purchases

_REFERENCE = re.compile(r"\{\s*([a-z][a-z0-9_]*)\s*\}")
Likelihood = Literal["HIGH", "MEDIUM", "LOW"]
Approach = Literal["FRIENDLY", "FIRM_BUT_PROFESSIONAL", "ESCALATE_TO_FORMAL"]


class Case(BaseModel):
    """One customer at the top of the list; `slot` is the id of the customer's slot."""

    slot: str
    id: str
    name: str
    debtor: Debtor
    credit_limit: Decimal | None
    likelihood: Likelihood
    approach: Approach
    contact_today: bool
    plan: Proposal | None
    invoice: str = ""
    purchases: Purchases = NO_PURCHASES
    paying: Paying = Paying(0, None, None, 0)


Line = Annotated[str, within(120)]


class CaseWords(BaseModel):
    """What is written about one customer."""

    customer: SlotId
    reasoning: Annotated[str, within(300)]
    talking_points: Annotated[list[Line], at_most(4)]
    next_steps: Annotated[list[Line], at_most(3)]


_THREAT = re.compile(
    r"\b(?:courts?|police|lawyers?|legal action|prosecut\w*|arrest\w*|seiz\w*|debt collectors?|collection agenc\w*|"
    r"blacklist\w*|penalt\w*|sham(?:e|ing)\w*|expose\w*|credit bureaus?|threat\w*)\b",
    re.IGNORECASE,
)


def without_threats(item: CaseWords) -> None:
    """Raises `SlotError` for what would be a threat when the owner says it to the customer."""
    found = {said.lower() for text in _texts(item) for said in _THREAT.findall(text)}
    if found:
        raise SlotError([f"{said!r} reads as a threat" for said in sorted(found)])


def only_own(item: CaseWords, slot: str) -> None:
    """Raises `SlotError` when the item speaks of another customer's figures."""
    used = {name for text in _texts(item) for name in _REFERENCE.findall(text)}
    foreign = sorted(name for name in used if name != slot and not name.startswith(f"{slot}_"))
    if foreign:
        raise SlotError([f"{{{name}}} does not belong to {{{slot}}}" for name in foreign])


def _texts(item: CaseWords) -> list[str]:
    return [item.reasoning, *item.talking_points, *item.next_steps]


def case_words(slots: Slots, case: Case) -> dict[str, Any]:
    """The item of one customer: reasoning, talking points and next steps, from the same slots."""
    return {
        "customer": case.slot,
        "reasoning": " ".join(_reasoning(slots, case)),
        "talking_points": _talking_points(slots, case),
        "next_steps": _next_steps(slots, case),
    }


def _reasoning(slots: Slots, case: Case) -> list[str]:
    me, debtor = case.slot, case.debtor
    if debtor.days_overdue > 0:
        said = [f"{{{me}}} owes {{{me}_owes}}, and the oldest invoice is {{{me}_late}} overdue."]
    else:
        said = [f"{{{me}}} owes {{{me}_owes}}, which is not yet due."]
    if case.paying.settled < 3:
        said.append("There is little history to judge by.")
    elif case.paying.paid_late * 2 <= case.paying.settled:
        said.append("Most earlier invoices were paid on time, so this delay is unusual.")
    else:
        said.append("Earlier invoices were mostly paid late too.")
    if debtor.broken_promise:
        said.append("A promise to pay was not kept.")
    if case.purchases.frequency == "DECLINING":
        said.append("This customer is also buying less often than before.")
    said.append(_CHANCE[case.likelihood])
    return said


_CHANCE = {
    "HIGH": "By past payments, the money is likely to come within a month.",
    "MEDIUM": "It may come within a month, and a call makes that more likely.",
    "LOW": "It is not likely to come within a month by itself.",
}


def _talking_points(slots: Slots, case: Case) -> list[str]:
    me = case.slot
    points = ["Thank them for their custom, and ask how business is."]
    if case.paying.settled >= 3 and case.paying.paid_late * 2 <= case.paying.settled:
        points.append("Mention that they have always paid well, and ask whether something has happened.")
    if f"{me}_invoice" in slots:
        points.append(f"Name the oldest invoice, {{{me}_invoice}}, and the amount, {{{me}_owes}}.")
    if case.debtor.broken_promise:
        points.append("Ask kindly what came in the way of the last promise, and agree on a new day in writing.")
    if case.plan:
        points.append(f"Offer to take {{{me}_plan_now}} now and the rest in {{{me}_plan_parts}} of {{{me}_plan_part}}.")
    return points


def _next_steps(slots: Slots, case: Case) -> list[str]:
    me = case.slot
    invoice = f" about invoice {{{me}_invoice}}" if f"{me}_invoice" in slots else ""
    steps = {
        "FRIENDLY": [f"Send a friendly reminder{invoice}."],
        "FIRM_BUT_PROFESSIONAL": [f"Call{' today' if case.contact_today else ''}{invoice}."],
        "ESCALATE_TO_FORMAL": [f"Send a formal reminder in writing{invoice}, and call the same day."],
    }[case.approach]
    if case.plan:
        steps.append("If money is short, propose the payment plan.")
    steps.append("Write down what was said, and the day on which they will pay.")
    return steps
