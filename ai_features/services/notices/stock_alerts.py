"""The daily look at stock: raises an alert once for each change, clears it when the trouble is over."""

import uuid
from collections import Counter
from collections.abc import Iterator

from django.db import transaction

from accounts.models import Business
from accounts.queries import days_of_shop
from ai_features.models import JobRun, StockAlert
from ai_features.queries import alerts
from ai_features.services.notices import messages
from common import isolated_work
from common import shop_clock as clock
from common.tenancy import MANAGEMENT, Caller
from inventory.models import Stock
from reports.reorder.troubles import Trouble, troubles

JOB = "stock_alerts"
Key = tuple[uuid.UUID, uuid.UUID, str]


def scan_all() -> Iterator[str]:
    """Once a day, scan every business that keeps stock; yields the id of each new alert."""
    if JobRun.objects.filter(name=JOB, succeeded_at__gte=clock.start_of(clock.today())).exists():
        return
    keeping = Business.objects.filter(pk__in=Stock.objects.order_by().values("business_id")).order_by("pk")
    for made in isolated_work.each(list(keeping.values_list("pk", flat=True)), _scan, name=JOB):
        yield from (str(alert.pk) for alert in made)


def _scan(business_id: uuid.UUID) -> list[StockAlert]:
    with days_of_shop(business_id):
        return scan(business_id)


def scan(business_id: uuid.UUID) -> list[StockAlert]:
    """Bring the standing alerts of a business in line with its stock of today; the new ones.

    One that stands keeps its day; its figures are those of when it was raised.
    """
    found = {(each.product_id, each.storefront_id, each.kind): each for each in troubles(business_id)}
    with transaction.atomic():
        Business.objects.select_for_update(no_key=True).get(pk=business_id)
        standing = StockAlert.objects.of(business_id).filter(cleared_at=None)
        known = {(alert.product_id, alert.storefront_id, alert.kind): alert.pk for alert in standing}
        over = [pk for key, pk in known.items() if key not in found]
        standing.filter(pk__in=over).update(cleared_at=clock.now())
        raised = [_alert(business_id, each) for key, each in found.items() if key not in known]
        made = StockAlert.objects.bulk_create(raised)
        _tell(business_id, made)
    return made


def _alert(business_id: uuid.UUID, each: Trouble) -> StockAlert:
    return StockAlert(
        business_id=business_id,
        product_id=each.product_id,
        storefront_id=each.storefront_id,
        kind=each.kind,
        units=each.units,
        value=each.value,
        day=each.day,
        detected_at=clock.now(),
    )


_WORDS = {
    StockAlert.Kind.RUNS_OUT: ("runs out before a delivery can come", "run out before a delivery can come"),
    StockAlert.Kind.EXPIRING: ("expires before it sells", "expire before they sell"),
    StockAlert.Kind.DEAD: ("has not sold in 90 days", "have not sold in 90 days"),
    StockAlert.Kind.OVERSTOCK: ("is more than will sell in good time", "are more than will sell in good time"),
}


def _tell(business_id: uuid.UUID, made: list[StockAlert]) -> None:
    """One message for all new alerts of a day, on the channels the business chose."""
    if not made:
        return
    counts = Counter(StockAlert.Kind(alert.kind) for alert in made)
    said = [f"{counts[kind]} {words[counts[kind] > 1]}" for kind, words in _WORDS.items() if counts[kind]]
    messages.queue(
        business_id,
        key=f"stock-alert:{made[0].pk}",
        subject="Goods that need a look",
        text=f"New in your stock: {'; '.join(said)}. Please open the reorder plan.",
    )


def acknowledge(caller: Caller, alert_id: uuid.UUID, *, acknowledged: bool) -> StockAlert:
    """Mark an alert as seen by this person, or as not seen. Raises `NotFound`, `NotAllowed`."""
    caller.require(*MANAGEMENT)
    alert = alerts.stock_alert(caller.business_id, alert_id)
    if acknowledged != (alert.acknowledged_at is not None):
        alert.acknowledged_at = clock.now() if acknowledged else None
        alert.acknowledged_by_id = caller.membership_id if acknowledged else None
        alert.save(update_fields=["acknowledged_at", "acknowledged_by"])
    return alert
