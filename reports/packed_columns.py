"""Database expressions that bring many rows over as few: whole numbers, joined to one text a group.

Two hundred thousand invoices as rows of UUIDs, dates and decimals take seconds to become Python objects; as ten
thousand texts of whole numbers, which numpy reads, a fraction of one.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from django.db.models import Aggregate, BigIntegerField, Func, TextField
from django.db.models.functions import Cast, Coalesce, Round
from numpy.typing import NDArray

from common import shop_clock

NO_DAY = -1


class DayNumber(Func):
    """A date as days since 1970-01-01."""

    template = "(%(expressions)s - DATE '1970-01-01')"
    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(
            compiler, connection, template="CAST(julianday(%(expressions)s) - 2440587.5 AS INTEGER)", **context
        )


class ShopDayNumber(Func):
    """The shop's day of a moment as days since 1970-01-01; on PostgreSQL by seconds, not by a slow zone."""

    output_field = BigIntegerField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        behind = shop_clock.seconds_into_next()
        template = f"floor((date_part('epoch', %(expressions)s) - {behind}) / 86400)::bigint"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        (moment,) = self.source_expressions
        return compiler.compile(DayNumber(shop_clock.Day(moment)))


class Pesewas(Cast):
    """An amount in GHS as whole pesewas. PostgreSQL's cast rounds by itself."""

    def __init__(self, amount: Any, **extra: Any) -> None:
        super().__init__(Round(amount * 100), BigIntegerField(), **extra)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        (rounded,) = self.source_expressions
        copy = self.copy()
        copy.set_source_expressions(rounded.get_source_expressions()[:1])
        return super(Pesewas, copy).as_postgresql(compiler, connection, **context)


class Packed(Func):
    """Whole numbers of a row as one text, `1,2,3`. None of them may be NULL."""

    template = "(%(expressions)s)"
    arg_joiner = " || ',' || "
    output_field = TextField()


class InvoiceNumbers(Func):
    """An invoice as one text: sold at, due, settled at, total, open, disputed at; `NO_DAY` where there is none.

    Moments are seconds since 1970, the due date days, amounts pesewas. PostgreSQL takes it from the index
    `invoices_as_numbers`, made of the same words, and works nothing out; elsewhere moments begin the shop's day.
    """

    template = (
        "(floor(date_part('epoch', %(sold)s AT TIME ZONE 'UTC'))::bigint::text || ',' ||"
        " COALESCE(%(due)s - DATE '1970-01-01', -1)::text || ',' ||"
        " COALESCE(floor(date_part('epoch', %(settled)s AT TIME ZONE 'UTC'))::bigint, -1)::text || ',' ||"
        " (%(total)s * 100)::bigint::text || ',' || ((%(total)s - %(paid)s) * 100)::bigint::text || ',' ||"
        " COALESCE(floor(date_part('epoch', %(disputed)s AT TIME ZONE 'UTC'))::bigint, -1)::text)"
    )
    output_field = TextField()

    def __init__(self, *columns: Any) -> None:
        super().__init__(*(columns or ("sold_at", "due_date", "settled_at", "total", "paid", "disputed_at")))

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        names = ("sold", "due", "settled", "total", "paid", "disputed")
        columns = (compiler.compile(each)[0] for each in self.source_expressions)
        return self.template % dict(zip(names, columns, strict=True)), []

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        sold, due, settled, total, paid, disputed = self.source_expressions
        parts = (
            _day_begins(sold),
            Coalesce(DayNumber(due), NO_DAY),
            Coalesce(_day_begins(settled), NO_DAY),
            Pesewas(total),
            Pesewas(total - paid),
            Coalesce(_day_begins(disputed), NO_DAY),
        )
        return compiler.compile(Packed(*parts).resolve_expression(compiler.query))


def _day_begins(moment: Any) -> Any:
    return ShopDayNumber(moment) * 86400 + shop_clock.seconds_into_next()


class Joined(Aggregate):
    """The texts of a group, joined by commas."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, ',')"
    output_field = TextField()
    name = "Joined"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)


def shop_days(seconds: NDArray[np.int64], none: int) -> NDArray[np.int64]:
    """The shop's days of moments in seconds, as days since 1970-01-01; `none` where there is no moment."""
    return np.where(seconds == NO_DAY, none, (seconds - shop_clock.seconds_into_next()) // 86400)


def numbers(joined: Iterable[str], width: int) -> NDArray[np.int64]:
    """The whole numbers of all texts in their order, a row of `width` for each row of the database."""
    return np.fromstring(",".join(joined), dtype=np.int64, sep=",").reshape(-1, width)
