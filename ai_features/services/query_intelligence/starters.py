"""Questions to begin with: those that this shop's own data can answer today."""

import uuid
from typing import Final

from django.core.cache import cache

from ai_features.services.query_intelligence import answering
from ai_features.services.query_intelligence.reading.outcome import Understood
from ai_features.services.query_intelligence.service import QueryIntelligenceService
from common import shop_clock as clock

MOST = 6
KEPT_SECONDS = 3600
_IN_ORDER: Final = (
    "How much did I sell today?",
    "Which products sold most this month?",
    "Who owes me money?",
    "Which products need restocking?",
    "Are my sales growing?",
    "What was my gross profit last month?",
    "Which invoices are overdue?",
    "Payments by payment method this month",
    "Which products are not selling?",
    "Sales by staff this month",
    "Sales by storefront this month",
    "Who are my top 10 customers this year?",
    "Which day of the week is best for sales?",
    "What is my stock worth?",
    "How many products do I have?",
    "How many customers do I have?",
    "How many staff do I have?",
    "What were my total sales this year?",
)


def starters(business_id: uuid.UUID) -> list[str]:
    """At most six questions that have an answer in this shop; found anew every hour."""
    key = f"ai:starters:{business_id}"
    kept: list[str] | None = cache.get(key)
    if kept is None:
        kept = _answerable(QueryIntelligenceService(business_id))
        cache.set(key, kept, KEPT_SECONDS)
    return kept


def _answerable(service: QueryIntelligenceService) -> list[str]:
    found: list[str] = []
    today = clock.today()
    for question in _IN_ORDER:
        reading = service.read(question)
        if isinstance(reading, Understood) and not answering.run(service.business_id, reading.plan, today=today).empty:
            found.append(question)
        if len(found) == MOST:
            break
    return found
