"""Checking the books: what is stored against a rebuild from the ledger, the holds and the log of requests."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from ai_features.models import (
    AIFeedback,
    AITransaction,
    BusinessAICredits,
    CreditHold,
    CreditLot,
    HoldPart,
    LedgerEntry,
)
from common import money

Kind = LedgerEntry.Kind


def discrepancies(business_id: uuid.UUID) -> list[str]:
    """What does not add up in one account, a sentence each; empty when the books are right. Nine queries."""
    account = BusinessAICredits.objects.of(business_id).first()
    if account is None:
        return []
    lots = list(CreditLot.objects.of(business_id))
    entries = LedgerEntry.objects.of(business_id)
    open_holds = CreditHold.objects.of(business_id).filter(status=CreditHold.Status.OPEN)
    by_kind = _sums(entries, "kind", "credits")
    left_by_lot = _sums(entries, "lot", "credits")
    held_by_lot = _sums(HoldPart.objects.filter(hold__in=open_holds), "lot", "amount")
    charged = AITransaction.objects.of(business_id).aggregate(total=Sum("credits_used", default=Decimal(0)))["total"]
    returned = AIFeedback.objects.of(business_id).aggregate(total=Sum("credits_returned", default=Decimal(0)))["total"]
    compared = [
        ("balance and ledger", account.balance, sum(by_kind.values())),
        ("balance and lots", account.balance, sum(lot.remaining for lot in lots)),
        ("held and lots", account.held, sum(lot.held + lot.locked for lot in lots)),
        ("held by lots and open holds", sum(lot.held for lot in lots), sum(hold.amount for hold in open_holds)),
        ("granted", account.total_granted, by_kind[Kind.GRANT]),
        ("used and ledger", account.total_used, -by_kind[Kind.SPEND] - by_kind[Kind.RETURN]),
        ("used and requests", account.total_used, money.cedis(charged - returned)),
        ("expired", account.total_expired, -by_kind[Kind.EXPIRE]),
        ("refunded", account.total_refunded, -by_kind[Kind.REFUND] - by_kind[Kind.VOID] - by_kind[Kind.DEBT]),
        ("conservation", account.total_granted, _accounted_for(account)),
        ("reserved today", account.day_reserved, sum(h.cost_reserved for h in open_holds if h.day == account.day)),
        ("reserved this month", account.month_reserved, _reserved(open_holds, account)),
        *((f"lot {lot.pk}", lot.remaining, left_by_lot[lot.pk]) for lot in lots),
        *((f"lot {lot.pk} held", lot.held, held_by_lot[lot.pk]) for lot in lots),
    ]
    return [
        f"{what}: {stored} is stored, {rebuilt} is right" for what, stored, rebuilt in compared if stored != rebuilt
    ]


def _accounted_for(account: BusinessAICredits) -> Decimal:
    """Granted = available + held + spent + expired + refunded."""
    return account.available + account.held + account.total_used + account.total_expired + account.total_refunded


def _reserved(holds: Iterable[CreditHold], account: BusinessAICredits) -> Decimal:
    return sum((hold.cost_reserved for hold in holds if hold.day.replace(day=1) == account.month), start=Decimal(0))


def _sums(rows: Any, by: str, what: str) -> defaultdict[Any, Decimal]:
    found = rows.order_by().values_list(by).annotate(total=Sum(what))
    return defaultdict(Decimal, ((key, money.cedis(total)) for key, total in found))  # SQLite adds up in floats
