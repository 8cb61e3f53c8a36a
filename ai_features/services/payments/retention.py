"""What is kept of payments for a time only."""

import datetime as dt

from django.conf import settings

from ai_features.models import PaymentEvent
from common import clock


def forget_event_bodies() -> int:
    """Empty the bodies of old payment events, which hold names and addresses; the figures stay elsewhere."""
    before = clock.now() - dt.timedelta(days=settings.AI_TEXT_RETENTION_DAYS)
    return PaymentEvent.objects.filter(received_at__lt=before).exclude(body="").update(body="")
