"""Database expressions that bring many rows over as few: whole numbers, joined to one text a group.

Two hundred thousand invoices as rows of UUIDs, dates and decimals take seconds to become Python objects; as ten
thousand texts of whole numbers, which numpy reads, a fraction of one.
"""

from typing import Any

from django.db.models import Aggregate, BigIntegerField, Func, TextField
from django.db.models.functions import Cast, Round


class DayNumber(Func):
    """A date as days since 1970-01-01."""

    template = "(%(expressions)s - DATE '1970-01-01')"
    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(
            compiler, connection, template="CAST(julianday(%(expressions)s) - 2440587.5 AS INTEGER)", **context
        )


class Pesewas(Cast):
    """An amount in GHS as whole pesewas."""

    def __init__(self, amount: Any, **extra: Any) -> None:
        super().__init__(Round(amount * 100), BigIntegerField(), **extra)


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
