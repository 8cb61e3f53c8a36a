"""The text of a question as it is read: what is understood is taken out, and what was found is noted."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from ai_features.services.query_intelligence.names import Entry
from ai_features.services.query_intelligence.periods import Period
from ai_features.services.query_intelligence.plan import Filter

NAME, DAYS = "~", "@"
"""Stand-ins left in the text where a name or a period was taken out."""


@lru_cache(maxsize=2048)
def _words(pattern: str) -> re.Pattern[str]:
    """A pattern of whole words. Kept here: there are nearly as many as `re` remembers for the whole process."""
    return re.compile(rf"(?<!\S){pattern}(?!\S)")


@dataclass
class Draft:
    """`text` still to be read, and what has been found so far."""

    text: str
    metrics: list[str] = field(default_factory=list)
    dimensions: list[str] = field(default_factory=list)
    mentioned: list[str] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    named: list[tuple[list[Entry], tuple[str, ...]]] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    unsure_of_days: bool = False
    compare: str = ""
    order: str = ""
    limit: int | None = None
    threshold: tuple[str, Decimal, str] | None = None
    share: bool = False
    per: str = ""
    overdue_days: int | None = None
    trend: bool = False
    done_by: str = ""
    weak: bool = False
    beyond: str = ""
    sold_what: bool = False
    sides: bool = False
    assumptions: list[str] = field(default_factory=list)
    doubts: float = 0.0

    def take(self, pattern: str | re.Pattern[str], leave: str = " ") -> re.Match[str] | None:
        """Find whole words in what is left, take them out, and give the match."""
        compiled = _words(pattern) if isinstance(pattern, str) else pattern
        match = compiled.search(self.text)
        if match:
            self.text = re.sub(r"\s+", " ", f"{self.text[: match.start()]} {leave} {self.text[match.end() :]}").strip()
        return match

    def sees(self, pattern: str) -> bool:
        return bool(_words(f"(?:{pattern})").search(self.text))

    def assume(self, sentence: str, doubt: float = 0.05) -> None:
        if sentence not in self.assumptions:
            self.assumptions.append(sentence)
            self.doubts += doubt
