"""Paper slips as rows: text for printers of 32 or 42 columns, and a page for a roll of 80 mm."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from django.template.loader import render_to_string

WIDTH = 42
WIDTHS = (32, WIDTH)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as printed: text at the left margin, and mostly an amount at the right. `look` is a CSS class."""

    left: str
    right: str = ""
    look: str = ""


Rows = Iterator[Row]
Sections = Sequence[Sequence[Row]]


def as_page(title: str, sections: Sections) -> str:
    """A page with its styles inside, which prints on 80 mm paper as it is."""
    return render_to_string("sales/slip.html", {"title": title, "sections": sections})


def as_lines(sections: Sections, *, width: int = WIDTH) -> str:
    """Plain text, no line longer than `width` characters."""
    printed = ["\n".join(line for row in rows for line in _lines(row, width)) for rows in sections]
    return f"\n{'-' * width}\n".join(printed) + "\n"


def amount(amount: Decimal) -> str:
    """Money as it stands at the right: 1,250.00."""
    return f"{amount:,.2f}"


def _lines(row: Row, width: int) -> Iterator[str]:
    """The row in at most `width` columns: wrapped, centred, or cut before the amount."""
    if row.look in ("title", "centred"):
        yield from (line.center(width).rstrip() for line in wrap(row.left, width))
    elif row.right:
        room = width - len(row.right) - 1
        yield f"{row.left[:room]:<{room}} {row.right}"
    else:
        yield from wrap(row.left, width)
