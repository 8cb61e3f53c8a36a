"""What may wait on a morning: one function a kind, each giving the one card that is worth most, or nothing."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import mean, stdev
from typing import Any, Final

from ai_features.models import AICreditPurchase, BriefCard, CreditAlert, LossAlert
from ai_features.queries import credits
from ai_features.services.slots import listed
from ai_features.services.slots.written import counted
from common import clock, money
from common.tenancy import Role
from reports import collecting, metric_queries, names
from reports.catalogue.expiring import build_expiring
from reports.losses.signals import SIGNALS
from reports.metric_queries import Cut
from reports.period import Period
from reports.reorder import Action, Line, Wish, plan
from reports.report import Asked
from sales import queries as sales

Kind = BriefCard.Kind
DAYS_OF_HISTORY, LEAST_DAYS = 8, 6
"""Same weekdays that a day is compared with, and how few will do."""
UNUSUAL = 2.5
"""Standard deviations from the same weekdays' mean."""
EXPIRING_DAYS = 7
STUCK_HOURS, STUCK_DAYS = 1, 3
ALERT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Found:
    """A card to be. `stake` in GHS; `helps` is the chance that acting today changes it; `days_left` until too late.

    Stakes of money owed are weighed by how likely asking brings it in; the other chances are set by hand.
    """

    kind: str
    title: str
    figure: str
    why_now: str
    stake: Decimal
    helps: float
    days_left: int
    action: dict[str, Any]
    about: tuple[str, ...] = ()
    """Ids of the customers or products that it names."""

    @property
    def weight(self) -> float:
        return float(self.stake) * self.helps / max(1, self.days_left)


@dataclass
class Morning:
    """A business on one morning; what several cards rest on is worked out once."""

    business_id: uuid.UUID
    today: dt.date

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the reorder plan."""
        return plan(self.business_id, Wish()).lines


def collect(morning: Morning) -> Found | None:
    """The three customers to ask first for what is overdue."""
    found = collecting.call_list(morning.business_id)
    first = found.debtors[:3]
    if not first:
        return None
    people = names.customers(morning.business_id, [each.customer_id for each in first])
    stake = sum((each.collectable for each in first), money.ZERO)
    return Found(
        Kind.COLLECT,
        f"Ask {listed([people[each.customer_id].name for each in first])}",
        money.written(stake),
        f"{counted(len(found.debtors), 'customer')} can be asked today; these come first.",
        stake,
        float(sum((each.expected_in_30_days for each in first), money.ZERO) / stake) if stake else 0.0,
        3,
        _propose("Prepare the reminders"),
        tuple(str(each.customer_id) for each in first),
    )


def promise_due(morning: Morning) -> Found | None:
    """Promises whose day is today, or was yesterday and brought too little."""
    due = sales.promises(morning.business_id).filter(
        due_on__range=(morning.today - dt.timedelta(days=1), morning.today)
    )
    open_now = [row for row in due if row.status in ("open", "broken")]
    if not open_now:
        return None
    stake = sum((row.amount - row.received for row in open_now), money.ZERO)
    people = listed([row.customer.name for row in open_now[:3]])
    why = "Promised for today, or for yesterday and not kept."
    action, about = _get("See the promises", "/sales/api/promises/"), _customers(open_now)
    return Found(Kind.PROMISE_DUE, f"Promised by {people}", money.written(stake), why, stake, 0.5, 1, action, about)


def runs_out(morning: Morning) -> Found | None:
    """Goods that will be gone before what is ordered today could come."""
    lines = [line for line in morning.lines if line.action in (Action.ORDER, Action.TRANSFER)]
    short = [line for line in lines if line.shortage > 0 and line.runs_out_on]
    if not short:
        return None
    short.sort(key=lambda line: -line.shortage * line.earned)
    stake = sum((money.cedis(Decimal(str(line.shortage * line.earned))) for line in short), money.ZERO)
    goods = _goods(short)
    first = min(line.runs_out_on for line in short if line.runs_out_on)
    return Found(
        Kind.RUNS_OUT,
        f"Order {listed(goods[:3])}",
        counted(len(goods), "product"),
        f"They run out before a delivery ordered today could come, the first {_when(first, morning.today)}.",
        stake,
        0.8,
        max(1, (first - morning.today).days),
        _propose("Prepare the orders"),
    )


def expiring(morning: Morning) -> Found | None:
    """Batches that will not sell before their date."""
    rows = build_expiring(
        morning.business_id, Asked(Period(morning.today - dt.timedelta(days=28), morning.today), limit=50)
    ).results
    at_risk = [row for row in rows if Decimal(row["value_at_risk"]) and row["days_left"] >= 0]
    if not at_risk:
        return None
    stake = sum((Decimal(row["value_at_risk"]) for row in at_risk), money.ZERO)
    goods = listed(list(dict.fromkeys(row["product"] for row in at_risk))[:3])
    why = "At the present pace this will not sell before its date."
    left = min(row["days_left"] for row in at_risk)
    action = _get("See what expires", "/reports/api/inventory/expiring/")
    return Found(Kind.EXPIRING, f"Sell {goods} first", money.written(stake), why, stake, 0.4, max(1, left), action)


def dead_stock(morning: Morning) -> Found | None:
    """Goods that lie and do not sell, those that hold most money first."""
    dead = sorted((line for line in morning.lines if line.action == Action.DEAD), key=_lying, reverse=True)
    stake = sum(map(_lying, dead), money.ZERO)
    if not stake:
        return None
    goods = {line.product.pk: line.product.name for line in dead}
    first = dict(list(goods.items())[:3])
    title = f"Clear {listed(list(first.values()))}"
    why = f"{counted(len(goods), 'product')} did not sell in 90 days; the money lies in the shelf."
    action, about = _propose("Prepare lower prices"), tuple(map(str, first))
    return Found(Kind.DEAD_STOCK, title, money.written(stake), why, stake, 0.2, 30, action, about)


def credit_alert(morning: Morning) -> Found | None:
    """Customers who began to pay worse in the last days."""
    since = clock.start_of(morning.today - dt.timedelta(days=ALERT_DAYS))
    standing = CreditAlert.objects.of(morning.business_id).filter(
        cleared_at=None, acknowledged_at=None, detected_at__gte=since
    )
    rows = list(standing.select_related("customer").order_by("-outstanding_balance"))
    if not rows:
        return None
    stake = sum((row.outstanding_balance for row in rows), money.ZERO)
    title = f"Look at {listed([row.customer.name for row in rows[:3]])}"
    why = "Signs that their credit is getting worse are new this week."
    action = _propose("Prepare credit holds")
    return Found(Kind.CREDIT_ALERT, title, money.written(stake), why, stake, 0.2, 7, action, _customers(rows))


def loss_alert(morning: Morning) -> Found | None:
    """What the weekly scan found unusual and no owner has looked at; none of it about an owner."""
    since = clock.start_of(morning.today - dt.timedelta(days=ALERT_DAYS))
    new = LossAlert.objects.of(morning.business_id).filter(verdict="", detected_at__gte=since)
    rows = list(new.exclude(member__role=Role.OWNER).order_by("-loss"))
    if not rows:
        return None
    stake = sum((row.loss for row in rows), money.ZERO)
    title = f"Please check: {SIGNALS[rows[0].signal].title.lower()}"
    why = "Last week's records are unusual here. There may be a good reason."
    action = _get("See the receipts", "/ai/api/fraud-alerts/")
    return Found(Kind.LOSS_ALERT, title, money.written(stake), why, stake, 0.3, 7, action)


def payment_stuck(morning: Morning) -> Found | None:
    """A payment for credits that is neither seen nor failed."""
    now = clock.now()
    waiting = AICreditPurchase.objects.of(morning.business_id).filter(
        payment_status=AICreditPurchase.Status.PENDING,
        created_at__range=(now - dt.timedelta(days=STUCK_DAYS), now - dt.timedelta(hours=STUCK_HOURS)),
    )
    row = waiting.order_by("-created_at").first()
    if row is None:
        return None
    action = {
        "label": "Check the payment",
        "method": "POST",
        "path": "/ai/api/credits/verify/",
        "body": {"reference": row.payment_reference},
    }
    why = "Begun and not paid yet, as far as Paystack says."
    return Found(
        Kind.PAYMENT_STUCK, "Finish your payment", money.written(row.amount_paid), why, row.amount_paid, 0.5, 1, action
    )


def credits_expiring(morning: Morning) -> Found | None:
    """Credits that end within the week."""
    end = clock.start_of(morning.today + dt.timedelta(days=EXPIRING_DAYS))
    lots = [lot for lot in credits.live_lots(morning.business_id) if lot.expires_at and lot.expires_at < end]
    if not lots:
        return None
    amount = sum((lot.remaining for lot in lots), money.ZERO)
    first = min(clock.local_date(lot.expires_at) for lot in lots if lot.expires_at)
    why = f"They end {_when(first, morning.today)}; a question to the shop costs half a credit or so."
    action = _get("See your credits", "/ai/api/credits/balance/")
    figure = f"{money.written_quantity(amount)} credits"
    return Found(
        Kind.CREDITS_EXPIRING,
        "Use your credits",
        figure,
        why,
        amount,
        0.5,
        max(1, (first - morning.today).days),
        action,
    )


def unusual_day(morning: Morning) -> Found | None:
    """Yesterday's sales, when they are far from the same weekday's."""
    yesterday = morning.today - dt.timedelta(days=1)
    days = [yesterday - dt.timedelta(weeks=back) for back in range(DAYS_OF_HISTORY + 1)]
    sold, *before = _sales(morning.business_id, days)
    before = [each for each in before if each]
    if len(before) < LEAST_DAYS or not sold:
        return None
    usual, spread = mean(map(float, before)), stdev(map(float, before))
    if not spread or abs(float(sold) - usual) < UNUSUAL * spread:
        return None
    apart = money.cedis(sold - Decimal(str(usual)))
    more = "more" if apart > 0 else "less"
    day = f"from={yesterday}&to={yesterday}"
    why = f"{money.written(abs(apart))} {more} than a usual {yesterday:%A}, {money.written(sold - apart)}."
    action = _get("See what moved", f"/reports/api/sales/change/?{day}")
    return Found(Kind.UNUSUAL_DAY, "Yesterday was unusual", money.written(sold), why, abs(apart), 0.2, 2, action)


KINDS: Final[tuple[Callable[[Morning], Found | None], ...]] = (
    collect,
    promise_due,
    runs_out,
    expiring,
    dead_stock,
    credit_alert,
    loss_alert,
    payment_stuck,
    credits_expiring,
    unusual_day,
)


def _lying(line: Line) -> Decimal:
    """What a line's goods on hand have cost, GHS."""
    return money.cedis(line.product.cost * Decimal(str(line.on_hand)))


def _goods(lines: list[Line]) -> list[str]:
    """The goods of the lines in their order, each once: a line is a product at one storefront."""
    return list(dict.fromkeys(line.product.name for line in lines))


def _sales(business_id: uuid.UUID, days: list[dt.date]) -> list[Decimal]:
    """Of these days, the latest first."""
    cut = Cut(start=days[-1], end=days[0] + dt.timedelta(days=1))
    rows = metric_queries.by(business_id, ["revenue"], dimensions=["day"], cut=cut)
    by_day = {row.key[0]: row["revenue"] for row in rows}
    return [by_day.get(day) or money.ZERO for day in days]


def _get(label: str, path: str) -> dict[str, Any]:
    return {"label": label, "method": "GET", "path": path, "body": None}


def _propose(label: str) -> dict[str, Any]:
    """Proposals of what the card says; the card puts its own id into the body."""
    return {"label": label, "method": "POST", "path": "/ai/api/proposals/", "body": {"card_id": None}}


def _customers(rows: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(row.customer_id) for row in list(rows)[:3])


def _when(day: dt.date, today: dt.date) -> str:
    near = {today: "today", today + dt.timedelta(days=1): "tomorrow"}
    return near.get(day, f"on {day.day} {day:%B}")
