"""What speaks for and against a customer's credit, and conditions to go with a decision: sentences with slots."""

from decimal import Decimal

from common import shop_clock as clock
from reports.credit_file import CreditFile

LONG_MONTHS_DAYS = 365
STEEP_DAYS = 7
HIGH_USE, EASY_USE = 85, 60


def reasons(file: CreditFile, requested: Decimal) -> tuple[list[str], list[str]]:
    """Strengths and weaknesses, the weightiest first."""
    strengths = [text for holds, text in _strengths(file) if holds]
    weaknesses = [text for holds, text in _weaknesses(file, requested) if holds]
    return strengths, weaknesses


def _strengths(file: CreditFile) -> list[tuple[bool, str]]:
    paying = file.paying
    delay, use, trend = paying.days_late, file.utilisation.value, file.lateness_trend
    return [
        (paying.settled >= 3 and paying.paid_late == 0, "Every one of {settled} was paid on time."),
        (0 < paying.paid_late * 4 <= paying.settled, "Of {settled}, only {paid_late} came late."),
        (delay is not None and delay < 0, "Pays {usual_delay} before the due date on average."),
        (not file.overdue and file.outstanding > 0, "Nothing of the {outstanding} open is overdue."),
        (not file.outstanding and paying.settled > 0, "Owes nothing at the moment."),
        (trend is not None and trend <= -STEEP_DAYS, "Pays {trend} sooner than in the months before."),
        (use is not None and use <= EASY_USE, "Uses {utilisation} of the present limit, so there is room."),
        (file.purchases.frequency == "INCREASING", "Buys more often than in the months before."),
        (_is_old(file), "Has been a customer for more than a year."),
    ]


def _weaknesses(file: CreditFile, requested: Decimal) -> list[tuple[bool, str]]:
    paying = file.paying
    delay, use, trend = paying.days_late, file.utilisation.value, file.lateness_trend
    return [
        ("hold" in file.knock_outs, "The account is on hold."),
        ("very_late" in file.knock_outs, "An invoice is {days_overdue} overdue."),
        ("broken_promise" in file.knock_outs, "A promise to pay was broken and is still unpaid."),
        (
            file.overdue > 0 and "very_late" not in file.knock_outs,
            "{overdue} is overdue, the oldest by {days_overdue}.",
        ),
        (0 < file.limit_borne < requested, "Buys {monthly} on account in a month, too little for {requested}."),
        (paying.settled < 3, "There is too little history for a score: {settled}."),
        (paying.paid_late * 2 > paying.settled, "Of {settled}, {paid_late} came late."),
        (delay is not None and delay > 0, "Pays {usual_delay} after the due date on average."),
        (trend is not None and trend >= STEEP_DAYS, "Pays {trend} later than in the months before."),
        (use is not None and use >= HIGH_USE, "Already uses {utilisation} of the present limit."),
        (file.purchases.frequency == "DECLINING", "Buys less often than in the months before."),
        (file.monthly_purchases == 0 and paying.settled > 0, "Has bought nothing on account in the last months."),
        (_is_new(file), "Has been a customer for less than a year."),
    ]


def _is_old(file: CreditFile) -> bool:
    first, last = file.purchases.first_on, file.purchases.last_on
    return first is not None and last is not None and (last - first).days >= LONG_MONTHS_DAYS


def _is_new(file: CreditFile) -> bool:
    first = file.purchases.first_on
    return first is not None and (clock.today() - first).days < LONG_MONTHS_DAYS


def conditions(file: CreditFile, action: str, limit: Decimal) -> list[str]:
    """What goes with the decision."""
    wanted = {
        "APPROVE_FULL": [
            "Set the limit at {suggested} with {terms} to pay.",
            "Look at the account again each quarter.",
        ],
        "APPROVE_PARTIAL": [
            "Set the limit at {suggested} with {terms} to pay.",
            "Consider more after a few months of payments on time.",
        ],
        "DENY": ["Keep the limit at {suggested}." if limit else "Sell for cash until this is put right."],
        "REQUIRE_MORE_INFO": [
            "Begin with cash, or with one small invoice at a time.",
            "Ask again once a few invoices have been settled.",
            "Ask for a reference from another supplier.",
        ],
    }[action]
    if file.overdue > 0:
        wanted.append("Ask for the overdue {overdue} before any new sale on account.")
    if "broken_promise" in file.knock_outs:
        wanted.append("Agree on a payment plan in writing.")
    if file.risk_level in ("MEDIUM", "HIGH") and action.startswith("APPROVE"):
        wanted.append("Send a statement every month and a reminder before each due date.")
    return wanted
