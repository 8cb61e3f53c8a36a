"""Reads of plans: what is offered, what a business has, and how much of its fair use is used."""

import uuid
from decimal import Decimal

from django.db.models import Sum

from ai_features import packs
from ai_features.models import AIMonthlyAddon, AIPlan, AITransaction
from common import clock, money

LISTED = {fields["key"]: fields for fields in packs.PLANS}


def every() -> list[AIPlan]:
    """All plans as they are offered today, the cheapest first. One query."""
    rows = {row.key: row for row in AIPlan.objects.all()}
    plans = [rows.get(key) or AIPlan(**fields) for key, fields in LISTED.items()]
    return sorted(plans, key=lambda plan: plan.price)


def one(key: str) -> AIPlan:
    """The plan of this key as it is offered today. Raises KeyError for a key that no plan has."""
    return AIPlan.objects.filter(pk=key).first() or AIPlan(**LISTED[key])


def running(business_id: uuid.UUID) -> AIMonthlyAddon | None:
    """The add-on or plan whose paid month has not ended."""
    active = AIMonthlyAddon.objects.of(business_id).filter(status=AIMonthlyAddon.Status.ACTIVE)
    return active.filter(next_renewal_date__gt=clock.today()).first()


def makes_free(business_id: uuid.UUID) -> bool:
    """Whether a plan is running under which answers cost no credits."""
    plan = running(business_id)
    return plan is not None and plan.fair_use is not None


def used_of_fair_use(addon: AIMonthlyAddon) -> Decimal:
    """The list price of what a plan has given free since its paid month began, in credits."""
    assert addon.period_start
    since = AITransaction.objects.of(addon.business_id).filter(timestamp__gte=clock.start_of(addon.period_start))
    return money.cedis(since.aggregate(used=Sum("list_price", default=money.ZERO))["used"])
