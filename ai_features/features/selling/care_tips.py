"""Care tips for what was bought, from a reviewed table: a model writes none."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from inventory.search.lexicon import Phrase, phrase_of

_TABLE = Path(__file__).with_suffix(".txt")


@cache
def _tips() -> tuple[tuple[Phrase, str], ...]:
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    split = ((line.split(">")[0].split(","), line.split(">")[1].strip()) for line in lines)
    return tuple((phrase_of(each), tip) for words, tip in split for each in words)


def tip_for(names: Iterable[str]) -> str:
    """The tip for the first of these products that has one, after its name; "" where none has."""
    for name in names:
        words = set(phrase_of(name))
        if tip := next((tip for phrase, tip in _tips() if set(phrase) <= words), ""):
            return f"{name}: {tip[0].lower()}{tip[1:]}"
    return ""
