"""The weekly look for patterns that may cost money: at most two new alerts a week, and what owners make of them."""

import datetime as dt
import uuid
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db import transaction

from accounts.models import Business, Membership
from accounts.queries import days_of_shop
from ai_features import queries
from ai_features.models import JobRun, LossAlert, LossScan
from ai_features.services.notices import messages
from common import isolated_work
from common import shop_clock as clock
from common.money import cedis
from common.tenancy import Caller, Role
from reports.losses.choosing import SILENT_WEEKS, Told, choose
from reports.losses.judging import Judged
from reports.losses.reading import Pattern, patterns
from reports.losses.weeks import Weeks
from sales.models import Sale

JOB = "loss_alerts"
HIGH, MEDIUM, ONE_EVENT = 0.02, 0.005, 0.10
"""Parts of a week's sales from which a loss is high or medium; one event of a tenth makes it high as well."""
VERDICTS_THAT_WEIGH = 20
AGREEMENT = 2
"""Verdicts by which a signal's share of real ones is drawn towards that of all signals."""
LEAST_WEIGHT, MOST_WEIGHT = 0.25, 4.0
SILENT_AFTER_VERDICT = 12
"""Weeks for which a pattern is not told again once the owner knows a good reason for it."""
_WEIGHS = {LossAlert.Verdict.REAL: 1.0, LossAlert.Verdict.EXPLAINED: 0.0, LossAlert.Verdict.MISTAKE: 0.0}


def scan_all() -> Iterator[str]:
    """Once a day, scan each business whose last week was not looked at yet; yields the id of each new alert."""
    if JobRun.objects.filter(name=JOB, succeeded_at__gte=clock.start_of(clock.today())).exists():
        return
    weeks = Weeks.before(clock.today())
    selling = Sale.objects.filter(sold_at__gte=weeks.end - dt.timedelta(weeks=1), sold_at__lt=weeks.end)
    done = LossScan.objects.filter(week=weeks.last).values("business_id")
    due = Business.objects.filter(pk__in=selling.order_by().values("business_id")).exclude(pk__in=done)
    ids = list(due.order_by("pk").values_list("pk", flat=True))
    for made in isolated_work.each(ids, _scan, name=JOB):
        yield from (str(alert.pk) for alert in made)


def _scan(business_id: uuid.UUID) -> list[LossAlert]:
    with days_of_shop(business_id):
        return scan(business_id)


def scan(business_id: uuid.UUID) -> list[LossAlert]:
    """Look at the last whole week of a business, once; the new alerts, two at most."""
    today = clock.today()
    week = Weeks.before(today).last
    if LossScan.objects.of(business_id).filter(week=week).exists():
        return []
    found = patterns(business_id, today, weights(business_id))
    by_judged = {id(each.judged): each for each in found}
    chosen = choose([each.judged for each in found], _told(business_id, week))
    with transaction.atomic():
        _, is_new = LossScan.objects.get_or_create(business_id=business_id, week=week)
        if not is_new:
            return []
        made = LossAlert.objects.bulk_create(_alert(business_id, week, by_judged[id(each)]) for each in chosen)
        _tell(business_id, made)
    return made


def weights(business_id: uuid.UUID) -> dict[str, float]:
    """How much each signal has been worth to this business; empty until it gave twenty verdicts.

    A signal's share of real ones, drawn towards the share of all, over that share; between a quarter and four.
    """
    given = LossAlert.objects.of(business_id).exclude(verdict="").order_by().values_list("signal", "verdict")
    said = list(given)
    if len(said) < VERDICTS_THAT_WEIGH:
        return {}
    real = Counter(signal for signal, verdict in said if _WEIGHS[LossAlert.Verdict(verdict)])
    of_all = (sum(real.values()) + 1) / (len(said) + AGREEMENT)
    counts = Counter(signal for signal, _ in said)
    shares = {signal: (real[signal] + AGREEMENT * of_all) / (n + AGREEMENT) for signal, n in counts.items()}
    return {signal: min(MOST_WEIGHT, max(LEAST_WEIGHT, share / of_all)) for signal, share in shares.items()}


def judge(caller: Caller, alert_id: uuid.UUID, *, verdict: str, note: str = "") -> LossAlert:
    """Keep what the owner found out; an empty verdict takes it back. Raises `NotFound`, `NotAllowed`."""
    caller.require(Role.OWNER)
    alert = queries.alerts.loss_alert(caller.business_id, alert_id, reader=caller.membership_id)
    alert.verdict, alert.verdict_note = verdict, note
    alert.verdict_at = clock.now() if verdict else None
    alert.verdict_by_id = caller.membership_id if verdict else None
    alert.save(update_fields=["verdict", "verdict_note", "verdict_at", "verdict_by"])
    return alert


def _told(business_id: uuid.UUID, week: dt.date) -> list[Told]:
    since = week - dt.timedelta(weeks=SILENT_AFTER_VERDICT)
    rows = LossAlert.objects.of(business_id).filter(week__gte=since)
    known = (LossAlert.Verdict.EXPLAINED, LossAlert.Verdict.MISTAKE)
    return [
        Told(
            row.signal,
            row.member_id,
            row.storefront_id,
            (week - row.week).days // 7,
            row.events / row.chances,
            SILENT_AFTER_VERDICT if row.verdict in known else SILENT_WEEKS,
        )
        for row in rows
    ]


def _alert(business_id: uuid.UUID, week: dt.date, pattern: Pattern) -> LossAlert:
    judged = pattern.judged
    low, high = judged.peers or (None, None)
    return LossAlert(
        business_id=business_id,
        week=week,
        weeks=judged.weeks,
        signal=judged.signal,
        member_id=judged.person,
        storefront_id=judged.place,
        severity=severity(judged, pattern.weekly_sales, _largest(pattern)),
        loss=cedis(Decimal(str(round(max(judged.loss, 0.0), 2)))),
        events=judged.events,
        chances=judged.chances,
        expected=round(judged.expected, 2),
        peers_low=low,
        peers_high=high,
        own_rate=judged.own_rate,
        evidence=[_record(each) for each in pattern.evidence],
        detected_at=clock.now(),
    )


def severity(judged: Judged, weekly_sales: float, largest: float) -> str:
    """By the loss of four weeks, or one event, as a part of a usual week's sales."""
    if judged.loss >= HIGH * weekly_sales or largest > ONE_EVENT * weekly_sales:
        return LossAlert.Severity.HIGH
    return LossAlert.Severity.MEDIUM if judged.loss >= MEDIUM * weekly_sales else LossAlert.Severity.LOW


def _largest(pattern: Pattern) -> float:
    return max((each.value for each in pattern.evidence), default=0.0)


def _record(event: Any) -> dict[str, str]:
    amount = str(cedis(Decimal(str(round(event.value, 2)))))
    return {"kind": event.kind, "id": str(event.document), "at": event.at.isoformat(), "amount": amount}


def _tell(business_id: uuid.UUID, made: list[LossAlert]) -> None:
    """One message for the new alerts of a week, to the business's own address; who it is about stays in the app.

    About an owner nothing is sent, since nobody knows which of them reads it.
    """
    owners = set(Membership.objects.of(business_id).filter(role=Role.OWNER).values_list("pk", flat=True))
    told = [alert for alert in made if alert.member_id not in owners]
    if not told:
        return
    what = (
        "One pattern in last week's records is"
        if len(told) == 1
        else f"{len(told)} patterns in last week's records are"
    )
    messages.queue(
        business_id,
        key=f"loss-alert:{told[0].pk}",
        subject="Unusual, please check",
        text=f"{what} unusual. There may be a good reason. Please log in and look at the alerts.",
    )
