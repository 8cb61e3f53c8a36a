"""Database expressions that bring many rows over as few: whole numbers, joined to one text a group.

Two hundred thousand invoices as rows of UUIDs, dates and decimals take seconds to become Python objects; as ten
thousand texts of whole numbers, which numpy reads, a fraction of one.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from django.db.models import Aggregate, BigIntegerField, Func, TextField
from django.db.models.functions import Cast, Round
from numpy.typing import NDArray

from common import shop_clock


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


class Joined(Aggregate):
    """The texts of a group, joined by commas."""

    function = "STRING_AGG"
    template = "%(function)s(%(expressions)s, ',')"
    output_field = TextField()
    name = "Joined"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)


def numbers(joined: Iterable[str], width: int) -> NDArray[np.int64]:
    """The whole numbers of all texts in their order, a row of `width` for each row of the database."""
    return np.fromstring(",".join(joined), dtype=np.int64, sep=",").reshape(-1, width)
