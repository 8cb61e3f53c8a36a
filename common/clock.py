"""The only source of the present moment. Days are days in Accra; ranges are half-open."""

import datetime as dt
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from django.utils import timezone

ACCRA = ZoneInfo("Africa/Accra")


def now() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return timezone.now()


def today() -> dt.date:
    """Today's date in Accra."""
    return local_date(now())


def local_date(moment: dt.datetime) -> dt.date:
    """The date in Accra at `moment`."""
    return moment.astimezone(ACCRA).date()


def trading_day(moment: dt.datetime, ends_at: dt.time | None) -> dt.date:
    """The day that `moment` belongs to for a shop whose day ends at `ends_at`, a time of the next morning."""
    local = moment.astimezone(ACCRA)
    return local.date() - dt.timedelta(days=1) if ends_at and local.time() < ends_at else local.date()


def start_of(day: dt.date) -> dt.datetime:
    """Midnight in Accra at which `day` begins."""
    return dt.datetime.combine(day, dt.time.min, tzinfo=ACCRA)


def months_after(moment: dt.datetime, months: int) -> dt.datetime:
    """The same time of day `months` calendar months on: 31 August + 6 is the last of February."""
    return moment + relativedelta(months=months)
