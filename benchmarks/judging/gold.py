"""Suites of questions with what is right, as readings in SQL over the demo shop, and those readings worked out."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import connection

MACRO = re.compile(r"\[\[(\w+)\]\]")
NAMES = {
    "product": "SELECT product FROM p",
    "category": "SELECT DISTINCT category FROM p",
    "brand": "SELECT DISTINCT brand FROM p",
    "supplier": "SELECT DISTINCT supplier FROM p",
    "reason": "SELECT DISTINCT supplier FROM p",
    "store": "SELECT DISTINCT store FROM sk",
    "staff": "SELECT staff FROM mem",
    "customer": "SELECT customer FROM cust",
}


@dataclass(frozen=True)
class Gold:
    """One right reading. `kind` is num, vals, set, list, first, hour, hours, say or refuse; `known` all such names."""

    kind: str
    of: str = ""
    rows: tuple[tuple[Any, ...], ...] = ()
    sql: str = ""
    tolerance: float = 0.011
    known: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        return [str(row[0]) for row in self.rows if row[0] is not None]


@dataclass(frozen=True)
class Question:
    """What is asked, with its readings as they are written; `refuse_ok` where asking back is right as well."""

    id: str
    kind: str
    text: str
    gold: list[dict[str, Any]]
    refuse_ok: bool = False
    must: str = ""


@dataclass(frozen=True)
class Suite:
    """Questions that stand alone and conversations of several turns, over the same views."""

    name: str
    views: str
    macros: dict[str, list[str]]
    conversations: list[list[Question]] = field(default_factory=list)

    def prepare(self) -> None:
        """Make the temporary views and tables anew on this connection."""
        with connection.cursor() as cursor:
            cursor.execute("DISCARD TEMP")
            cursor.execute(self.views)

    def readings(self, question: Question) -> Iterator[Gold]:
        """Every reading of a question with its rows, one for each choice among its macros."""
        for written in question.gold:
            for sql in self._expanded(written.get("sql", "")):
                yield self._worked_out(written, sql)

    def _expanded(self, sql: str) -> Iterator[str]:
        names = sorted(set(MACRO.findall(sql)))
        for chosen in itertools.product(*(self.macros[name] for name in names)):
            put = dict(zip(names, chosen, strict=True))
            yield MACRO.sub(lambda found, put=put: put[found[1]], sql)  # type: ignore[misc]

    def _worked_out(self, written: dict[str, Any], sql: str) -> Gold:
        of = written.get("of", "")
        return Gold(
            kind=written["t"],
            of=of,
            rows=_rows(sql),
            sql=sql,
            tolerance=float(written.get("tol", 0.011)),
            known=tuple(row[0] for row in _rows(NAMES.get(of, "")) if row[0]),
        )


def load_suite(path: Path) -> Suite:
    """A file of questions, of conversations, or of both."""
    held = json.loads(path.read_text(encoding="utf-8"))
    alone = [[_question(each, each["id"], each["kind"])] for each in held.get("questions", [])]
    talks = [
        [_question(turn, f"{talk['id']}.{number}", talk["kind"]) for number, turn in enumerate(talk["turns"], 1)]
        for talk in held.get("conversations", [])
    ]
    return Suite(str(path), held["views"], held["macros"], alone + talks)


def _question(written: dict[str, Any], key: str, kind: str) -> Question:
    return Question(
        id=key,
        kind=kind,
        text=written["q"],
        gold=written["gold"],
        refuse_ok=bool(written.get("refuse_ok")),
        must=written.get("must", ""),
    )


def _rows(sql: str) -> tuple[tuple[Any, ...], ...]:
    if not sql:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return tuple(cursor.fetchall())
