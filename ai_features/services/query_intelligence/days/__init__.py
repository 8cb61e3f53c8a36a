"""Phrases of days as spans over tokens: `day_spans(tokenise("sales last 3 weeks"), today, known=...)`.

One rule for "last N": the N complete days, weeks, months, quarters or years before the present one, which counts only
in "today", "this …", "since …" and "… to date". Weeks begin on Monday. A date without a year is the latest past one.
"""

from ai_features.services.query_intelligence.days import bounds, dates, filters, pairs, parts, ranges, table
from ai_features.services.query_intelligence.days.cover import ASIDE, day_spans
from ai_features.services.query_intelligence.days.phrases import find_period, find_periods, impossible_date
from ai_features.services.query_intelligence.days.relative import Period, Relative

__all__ = [
    "ASIDE",
    "Period",
    "Relative",
    "bounds",
    "dates",
    "day_spans",
    "filters",
    "find_period",
    "find_periods",
    "impossible_date",
    "pairs",
    "parts",
    "ranges",
    "table",
]
