"""A loss alert as the scan would raise it, for tests of what is shown of one."""

import datetime as dt
from typing import Any

from accounts.models import Business, Membership, Storefront
from accounts.tests.builders import make_member, make_storefront
from ai_features.models import LossAlert
from common import clock
from common.tenancy import Role


def make_loss_alert(business: Business, **fields: Any) -> LossAlert:
    """Voids of a cashier; another signal, person or storefront where it is given."""
    values: dict[str, Any] = {
        "week": dt.date(2026, 1, 5),
        "weeks": 1,
        "signal": "voids",
        "severity": "LOW",
        "loss": 10,
        "events": 5,
        "chances": 50,
        "expected": 1.0,
        "peers_low": 0.01,
        "peers_high": 0.03,
        "own_rate": 0.02,
        "detected_at": clock.now(),
    }
    if "member" not in fields:
        cashiers = Membership.objects.of(business.pk).filter(role=Role.CASHIER)
        fields["member"] = cashiers.first() or make_member(business, Role.CASHIER, name="Abena Gyan")
    if "storefront" not in fields:
        fields["storefront"] = Storefront.objects.of(business.pk).first() or make_storefront(business)
    return LossAlert.objects.create(business=business, **values | fields)
