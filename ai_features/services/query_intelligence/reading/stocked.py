"""Goods that one shop has and another has not, "finished at Osu but Tema still has some", and kinds of goods."""

from collections.abc import Sequence

from ai_features.services.query_intelligence.plan import Segment
from ai_features.services.query_intelligence.reading.making import Thing
from ai_features.services.query_intelligence.reading.said import Said
from ai_features.services.query_intelligence.reading.things import as_filter, kind_of
from ai_features.services.query_intelligence.tokens import Span
from inventory.search.lexicon import common

_GONE = frozenset({"segment:product:out_of_stock", "segment:product:finishing", "verb:last"})
_THERE = frozenset({"segment:product:in_stock", "we:have", "verb:take", "measure:stock", "now:"})
_NOT = frozenset({"not", "except", "zero"})
_BESIDE = frozenset({"dim:product", "ask:which", "ask:what", "ask:list"})
_ROLES = frozenset({"in", "of", "name", "total", "dim", *_NOT})


def apart(spans: Sequence[Span]) -> tuple[list[Span], tuple[tuple[str, Span], ...]]:
    """The spans that are left without the two shops, and each shop with what the goods are there."""
    at = next((place for place, span in enumerate(spans) if span.role == "but"), 0)
    sides = spans[:at], spans[at + 1 :]
    if not at or not any(_symbol(span) in _BESIDE for span in spans) or not all(_of_a_shop(side) for side in sides):
        return list(spans), ()
    stands = [(_how(side), next(span for span in side if span.role == "name")) for side in sides]
    if not any(_symbol(span) in _GONE | _THERE for span in spans) or len({how for how, _ in stands}) < 2:
        return list(spans), ()
    return [span for span in spans if _symbol(span) in _BESIDE], tuple(stands)


def segments(said: Said) -> list[Segment]:
    """Goods in stock at one of the shops and out of stock at the other."""
    shops = ((how, as_filter(Thing(span, dim="storefront"), said)) for how, span in said.first("stocked", ()))
    return [Segment(entity="product", key=how, filters=(shop,)) for how, shop in shops]


def settle_kinds(said: Said) -> None:
    """ "The cheapest phone" is no charger: who names a category in the singular means the things it is called after."""
    chosen = "product" in said.dimensions and said.has("rank", "which_of")
    kinds = [thing for thing in said["thing"] if kind_of(thing, said) == "category" and not thing.exclude]
    if not chosen or len(kinds) != 1 or kinds[0].span.note == "plural" or not kinds[0].span.value.whole:
        return
    words = common()
    if any(words.knows((*kinds[0].span.value.words, each)) for each in words.accessories):  # "phone charger"
        said.fields["segments"] += [Segment(entity="product", key="accessory", exclude=True)]


def _symbol(span: Span) -> str:
    return f"{span.role}:{span.value or ''}"


def _of_a_shop(side: Sequence[Span]) -> bool:
    """Whether a side names one shop, and says nothing but that things are there or not."""
    names = [span for span in side if span.role == "name"]
    known = all(span.role in _ROLES or _symbol(span) in _GONE | _THERE | _BESIDE for span in side)
    return known and len(names) == 1 and "storefront" in names[0].value.kinds


def _how(side: Sequence[Span]) -> str:
    gone = any(span.role in _NOT or _symbol(span) in _GONE for span in side)
    return "out_of_stock" if gone else "in_stock"
