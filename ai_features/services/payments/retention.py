"""What is kept of payments for a time only."""

import datetime as dt

from django.conf import settings

from ai_features.models import PaymentEvent
from common import clock


def forget_event_bodies() -> int:
    """Empty the bodies of old payment events, which hold names and addresses; the figures stay elsewhere.

    An event that could not be worked on yet keeps its body: it is all that is known of it.
    """
    before = clock.now() - dt.timedelta(days=settings.AI_TEXT_RETENTION_DAYS)
    old = PaymentEvent.objects.filter(received_at__lt=before).exclude(outcome=PaymentEvent.Outcome.RECEIVED)
    return old.exclude(body="").update(body="")
