"""The catalogue of one shop, laid out for searching: BM25 over name, brand, category and attributes."""

import math
import re
import uuid
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from inventory.search.lexicon import Lexicon, Phrase
from inventory.search.words import Size, clean, sizes, sound, tokens

K1, B = 1.2, 0.75
NAME, OTHER = 3, 1
BESIDE = 0.4
"""What a product is worth that has the word only beside its name: a TV bracket for "TV"."""
SHORTEST_REPAIRED, NEAR = 4, 80
_JOINING = frozenset({"and", "the", "of", "for"})
_ALIKE = frozenset("cks")
_LATER = re.compile(r"[,(/:;]|\.\s|\s-\s|\bwith\b|\bfor\b")


@dataclass(frozen=True, slots=True)
class Good:
    """A product as it is searched for. Never its cost."""

    id: uuid.UUID
    sku: str
    barcode: str
    name: str
    brand: str
    category: str
    unit: str
    retail_price: Decimal
    wholesale_price: Decimal | None
    attributes: tuple[str, ...] = ()
    tracks_stock: bool = True
    pack_codes: tuple[str, ...] = ()

    def price(self, tier: str) -> Decimal:
        """The price of one unit for a customer of this tier."""
        return self.wholesale_price if tier == "wholesale" and self.wholesale_price is not None else self.retail_price


@dataclass
class Catalogue:
    """The goods of a shop, and where each word is found among them."""

    goods: list[Good]
    lexicon: Lexicon
    heads: list[str] = field(default_factory=list)
    sizes: list[tuple[Size, ...]] = field(default_factory=list)
    numbers: list[frozenset[Decimal]] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)
    weights: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    """For each word the products it is found in, and how heavily."""
    in_category: dict[Phrase, list[int]] = field(default_factory=lambda: defaultdict(list))
    of_category: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """For each category, by its name, what is in it; what is in none is left out."""
    places: dict[uuid.UUID, int] = field(default_factory=dict)
    _lengths: list[int] = field(default_factory=list)
    _repaired: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for place, good in enumerate(self.goods):
            self._add(place, good)
        self.brands = {word for good in self.goods for word in tokens(clean(good.brand))}
        average = sum(self._lengths) / len(self._lengths) if self._lengths else 1
        self._norms = [K1 * (1 - B + B * length / average) for length in self._lengths]
        self._sorted = sorted(self.weights)

    def _add(self, place: int, good: Good) -> None:
        plain, found = sizes(clean(good.name))
        words = tokens(plain)
        self.sizes.append(tuple(found))
        self.numbers.append(
            frozenset([size.plain for size in found] + [Decimal(w.replace(",", "")) for w in words if _is_number(w)])
        )
        self.heads.append(_head(plain))
        self.places[good.id] = place
        if good.category:
            self.of_category[good.category].append(place)
        category = tokens(clean(good.category))
        self.in_category[tuple(word for word in category if word not in _JOINING)].append(place)
        others = [*tokens(clean(good.brand)), *category, *tokens(clean(" ".join(good.attributes)))]
        for weight, field_words in ((NAME, words), (OTHER, others)):
            for word in field_words:
                if word not in _JOINING:
                    self.weights[word][place] = self.weights[word].get(place, 0) + weight
        self._lengths.append(NAME * len(words) + len(others))
        for code in filter(None, (good.sku, good.barcode, good.barcode.lstrip("0"), *good.pack_codes)):
            self.codes.setdefault(code.casefold(), place)

    def places_of(self, products: Iterable[uuid.UUID | str]) -> list[int]:
        """Where the products are, in the order of their names; those that are gone are left out."""
        found = (self.places.get(uuid.UUID(str(each))) for each in products)
        return sorted(place for place in found if place is not None)

    @cached_property
    def vocabulary(self) -> list[str]:
        """What a misspelt word may be meant for."""
        own = {word for phrase in self.lexicon.meanings for word in phrase} | set(self.weights)
        return sorted(word for word in own - self.lexicon.ordinary if len(word) >= SHORTEST_REPAIRED)

    def knows(self, word: str) -> bool:
        """Whether it is a word of the shop, of the lexicon or of everyday talk."""
        return word in self.weights or word in self.lexicon.words or word in self.lexicon.ordinary

    def beginning(self, start: str) -> list[str]:
        """The words of the shop that begin so."""
        first = bisect_left(self._sorted, start)
        return self._sorted[first : bisect_left(self._sorted, start + "\uffff", first)]

    def repair(self, word: str) -> str | None:
        """The word that a misspelt one must be; None when none is near."""
        if len(word) < SHORTEST_REPAIRED or not word.isalpha():
            return None
        if word not in self._repaired:
            if len(self._repaired) > 2000:
                self._repaired.clear()
            self._repaired[word] = self._nearest(word)
        return self._repaired[word]

    def _nearest(self, word: str) -> str | None:
        like = [each for each in self.vocabulary if _begin_alike(each, word)]
        found = process.extract(word, like, scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
        near = [(OSA.distance(word, each), -score, each) for each, score, _ in found]
        if not near:
            swapped = process.extract(word, like, scorer=OSA.distance, score_cutoff=1, limit=5)
            near = [(1, 0.0, each) for each, _, _ in swapped if len(word) > SHORTEST_REPAIRED or each[-1] == word[-1]]
        return min(near)[2] if near else self._sounds.get(sound(word)) or self._everyday(word)

    def _everyday(self, word: str) -> str | None:
        """The word of everyday talk that lacks a letter, has one too many or two swapped."""
        like = [each for each in self.lexicon.ordinary if len(each) > SHORTEST_REPAIRED and each[0] == word[0]]
        found = process.extractOne(word, sorted(like), scorer=OSA.distance, score_cutoff=1)
        return found[0] if found else None

    @cached_property
    def _sounds(self) -> dict[str, str]:
        """The words of the vocabulary by their sound, the first in the alphabet where several sound the same."""
        return {sound(word): word for word in reversed(self.vocabulary)}

    def scores(self, phrase: Phrase) -> dict[int, float]:
        """BM25 of the products that have every word of a phrase, less where another is what the phrase names."""
        found = self._bm25(phrase)
        if phrase and any(self.heads[place] == phrase[-1] for place in found):
            found = {p: score * (1 if self.heads[p] == phrase[-1] else BESIDE) for p, score in found.items()}
        best = max(found.values(), default=1.0)
        for place in self.in_category.get(phrase, ()):
            found[place] = max(
                found.get(place, 0), best * (BESIDE if self.heads[place] in self.lexicon.accessories else 1)
            )
        return found

    def _having(self, phrase: Phrase) -> Sequence[int]:
        lists = [self.weights.get(word) or {} for word in phrase if word not in _JOINING]
        if not lists or not all(lists):
            return ()
        first, *rest = sorted(lists, key=len)
        return [place for place in first if all(place in each for each in rest)]

    def _bm25(self, phrase: Phrase) -> dict[int, float]:
        """The scores of the products that have every word of a phrase."""
        places = self._having(phrase)
        found = dict.fromkeys(places, 0.0)
        for weights in filter(None, (self.weights.get(word) for word in phrase)):
            rarity = self.rarity(len(weights)) * (K1 + 1)
            for place in places:
                weight = weights[place]
                found[place] += rarity * weight / (weight + self._norms[place])
        return found

    def rarity(self, having: int) -> float:
        """The inverse document frequency of what so many products have."""
        return math.log(1 + (len(self.goods) - having + 0.5) / (having + 0.5))


def _begin_alike(word: str, other: str) -> bool:
    """Few people get the first letter wrong, but for c, k and s, which sound alike."""
    return word[0] == other[0] or (word[0] in _ALIKE and other[0] in _ALIKE)


def _head(plain: str) -> str:
    """What a product is: the last word of its name before what is said of it further."""
    words = [word for word in tokens(_LATER.split(plain)[0]) if len(word) > 1 and not any(map(str.isdigit, word))]
    return words[-1] if words else ""


def _is_number(word: str) -> bool:
    return word.replace(",", "").replace(".", "").isdigit()
