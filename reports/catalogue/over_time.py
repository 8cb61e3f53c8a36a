"""Rows of a report by day, week or month."""

import uuid
from typing import Any

from reports import metric_queries
from reports.period import Period
from reports.report import figures

INTERVALS = ("day", "week", "month")
LONGEST_BY_DAY, LONGEST_BY_WEEK = 62, 370


def interval(period: Period, asked: str) -> str:
    """What was asked for, or days for up to two months, weeks for up to a year, else months."""
    if asked:
        return asked
    if period.days <= LONGEST_BY_DAY:
        return "day"
    return "week" if period.days <= LONGEST_BY_WEEK else "month"


def rows(business_id: uuid.UUID, period: Period, span: str, metrics: tuple[str, ...]) -> list[dict[str, Any]]:
    """A row for each interval in which anything happened, oldest first: `period` is its first day."""
    found = metric_queries.by(business_id, metrics, dimensions=[span], cut=period.cut)
    return [{"period": row.key[0], **figures(row, *metrics)} for row in sorted(found, key=lambda row: row.key)]
