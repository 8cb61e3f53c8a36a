"""Small files that are brought in line by line: people that the shop knows, and what was owed before."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import transaction

from common import errors
from common.csv_files import Row, Table
from common.file_values import BadLine


@dataclass(slots=True)
class Taken:
    """What became of a file; each problem has its `line` and `reason`."""

    created: int = 0
    known: int = 0
    opening_balances: int = 0
    problems: list[dict[str, object]] = field(default_factory=list)


def take_lines(table: Table, take: Callable[[Row], tuple[bool, bool]]) -> Taken:
    """Take each line whole or not at all; a bad one is named and the rest goes in.

    `take` answers whether the line was new, and whether what was owed was entered.
    """
    taken = Taken()
    for row in table.rows():
        try:
            with transaction.atomic():
                is_new, owes = take(row)
        except (BadLine, errors.DomainError) as bad:
            taken.problems.append({"line": row.line, "reason": str(bad)})
            continue
        taken.created += is_new
        taken.known += not is_new
        taken.opening_balances += owes
    return taken


def bounded(table: Table, most: int, of: str) -> Table:
    """The table, with no more lines than are taken at once. Raises `FileRefused`."""
    if table.count_lines() > most:
        raise errors.FileRefused(f"A file of {of} may have at most {most:,} lines: split it.")
    return table
