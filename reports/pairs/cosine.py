"""What is bought together: the cosine of two products over the baskets of a year."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

SMALLEST, LARGEST = 2, 30
LEAST_SUPPORT = 5
LEAST_TOGETHER = 3
KEPT = 10

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Together:
    """Pairs of products: `score` is together/√(baskets of one · baskets of other); ten at most of each `product`."""

    product: Ints
    other: Ints
    baskets: Ints
    popularity: Ints
    score: Floats


def pairs(basket: Ints, product: Ints) -> Together:
    """From lines of baskets, each with the number of its basket and of its product. Lines may repeat."""
    size = int(product.max(initial=0)) + 1
    lines = np.unique(basket * size + product)
    basket, product = lines // size, lines % size
    basket, product = _of_fair_size(basket, product)
    support = np.bincount(product, minlength=size)
    often = support[product] >= LEAST_SUPPORT
    code, count = _counts(basket[often], product[often], size)
    one, two = code // size, code % size
    score = count / np.sqrt(support[one] * support[two])
    both = Together(
        np.concatenate([one, two]),
        np.concatenate([two, one]),
        np.tile(count, 2),
        support[np.concatenate([two, one])],
        np.tile(score, 2),
    )
    return _best(both)


def _of_fair_size(basket: Ints, product: Ints) -> tuple[Ints, Ints]:
    """A single thing goes with nothing; a lorry load says nothing of what goes with what."""
    _, place, count = np.unique(basket, return_inverse=True, return_counts=True)
    fair = (count[place] >= SMALLEST) & (count[place] <= LARGEST)
    return basket[fair], product[fair]


def _counts(basket: Ints, product: Ints, size: int) -> tuple[Ints, Ints]:
    """Of each pair seen often enough, its code and in how many baskets. Lines are sorted by basket and product."""
    codes = [np.empty(0, dtype=np.int64)]
    for apart in range(1, LARGEST):
        same = basket[apart:] == basket[:-apart]
        codes.append((product[:-apart] * size + product[apart:])[same])
    code, count = np.unique(np.concatenate(codes), return_counts=True)
    enough = count >= LEAST_TOGETHER
    return code[enough], count[enough]


def _best(both: Together) -> Together:
    """The ten of each product with the highest score, the more popular first where equal."""
    order = np.lexsort((both.other, -both.popularity, -both.score, both.product))
    first = np.searchsorted(both.product[order], both.product[order])
    kept = order[np.arange(len(order)) - first < KEPT]
    return Together(both.product[kept], both.other[kept], both.baskets[kept], both.popularity[kept], both.score[kept])


def ranked(rows: Iterable[tuple[Key, float, int]]) -> dict[Key, float]:
    """What goes with a basket, the best first, with its score: the sum of its cosines with what is in the basket.

    From (other, score, popularity) of each pair with something in the basket. Where equal, the more popular first.
    """
    scores: dict[Key, float] = {}
    popularity: dict[Key, int] = {}
    for other, score, popular in rows:
        scores[other] = scores.get(other, 0.0) + score
        popularity[other] = popular
    return dict(sorted(scores.items(), key=lambda item: (-item[1], -popularity[item[0]], str(item[0]))))
