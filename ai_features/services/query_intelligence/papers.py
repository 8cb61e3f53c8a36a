"""Sales named by the number on their paper: "INV-000123", "receipt 123"."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from ai_features.services.query_intelligence.names import Entry
from sales.models import Sale

MOST = 3
_PAPER = r"\b(?:invoice|receipt|bill|sale|order|ticket)s?\s+(?:no\.?\s+|number\s+)?#?"
_NUMBER = re.compile(
    rf"(?:{_PAPER})?\b(?P<whole>[a-z]{{1,10}}-?\d{{3,}}(?:-[a-z]\d+)?)\b|{_PAPER}(?P<bare>\d{{3,9}})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Paper:
    """Where in a text, `[start, stop)` in characters, a sale is named, and which."""

    start: int
    stop: int
    entry: Entry


def papers_in(business_id: uuid.UUID, text: str) -> tuple[Paper, ...]:
    """The sales of a business that a text names by their numbers. One query, and none where there is no number."""
    written = {found: list(_ways(found)) for found, _ in zip(_NUMBER.finditer(text), range(MOST), strict=False)}
    if not written:
        return ()
    wanted = [number for ways in written.values() for number in ways]
    sales = Sale.objects.of(business_id).filter(number__in=wanted).order_by()
    known = {number: str(pk) for pk, number in sales.values_list("pk", "number")}
    return tuple(
        Paper(*found.span(), Entry("sale", number, (number.casefold(),), (known[number],)))
        for found, ways in written.items()
        for number in ways[:1] + [way for way in ways[1:] if ways[0] not in known]
        if number in known
    )


def _ways(found: re.Match[str]) -> Iterator[str]:
    """How a number may stand on record: as written, or with the letters and zeros of ours."""
    if bare := found["bare"]:
        yield from (f"INV-{int(bare):06d}", bare)
        return
    whole = found["whole"].upper()
    letters, digits = re.match(r"([A-Z]+)-?(\d+)(.*)", whole).groups()[:2]  # type: ignore[union-attr]
    yield from dict.fromkeys((whole, f"{letters}-{int(digits):06d}"))
