"""The same goods in another size: "the 25kg", after perfumed rice of 5 kg."""

from collections.abc import Iterator, Sequence

from ai_features.services.query_intelligence.names import Entry, Index
from ai_features.services.query_intelligence.reading.names import SIZES, WRITTEN, Named
from ai_features.services.query_intelligence.reading.pointing import Turn
from ai_features.services.query_intelligence.tokens import Span, Token

_NEARER = -1.0
"""How much cheaper the size of goods spoken of is than a number of units."""
_MOST = 3
"""Words of a size: "1.5 l pack"."""


def other_sizes(tokens: Sequence[Token], index: Index, turn: Turn) -> Iterator[Span]:
    """Sizes alone, as the goods spoken of in that size, where there is one such."""
    family = _family(index, turn)
    words = [WRITTEN.get(word, word) for word in (index.stem(token.word) for token in tokens)]
    for start, word in enumerate(words):
        if not family or not word[:1].isdigit() or (start and words[start - 1] in _named(family)):
            continue
        for stop in range(min(start + _MOST, len(words)), start, -1):
            found = [each for each in family if _size(each)[: stop - start] == tuple(words[start:stop])]
            if len(found) == 1 and all(_of_size(each) for each in words[start:stop]):
                yield Span(start, stop, "name", Named(found[0].words, {"product": (found[0],)}, whole=True), _NEARER)
                break


def _family(index: Index, turn: Turn) -> list[Entry]:
    """The goods that bear the name of the one spoken of, in all sizes."""
    spoken = {value for each in turn.plan.filters if each.dimension == "product" for value in each.values}
    named = [each for each in index.entries if each.kind == "product" and spoken & set(each.values)]
    kinds = {_named([each]) for each in named}
    return [each for each in index.entries if each.kind == "product" and _named([each]) in kinds]


def _named(entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(word for word in entries[0].words if not _of_size(word))


def _size(entry: Entry) -> tuple[str, ...]:
    return tuple(word for word in entry.words if _of_size(word))


def _of_size(word: str) -> bool:
    return word[0].isdigit() or word in SIZES
