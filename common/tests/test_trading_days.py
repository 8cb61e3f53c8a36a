"""The day that a moment belongs to, in shops that close after midnight."""

import datetime as dt

from common.clock import ACCRA, trading_day

MONDAY, TUESDAY = dt.date(2026, 3, 2), dt.date(2026, 3, 3)


def test_what_is_sold_after_midnight_is_of_the_day_before_until_the_day_ends() -> None:
    late = dt.datetime(2026, 3, 3, 1, 30, tzinfo=ACCRA)
    assert [trading_day(late, ends_at) for ends_at in (None, dt.time(1, 30), dt.time(3))] == [TUESDAY, TUESDAY, MONDAY]
    assert trading_day(dt.datetime(2026, 3, 3, 9, tzinfo=ACCRA), dt.time(3)) == TUESDAY
