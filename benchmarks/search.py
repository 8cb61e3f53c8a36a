"""Search at the till against PostgreSQL's trigrams and SQLite's full text: `python -m benchmarks.search`.

Quality over the goods of the demo shops, by queries whose writer had not seen the words that the search knows; then
speed over 10,000 products, each search beside the same one by trigrams and by full text. It runs on a PostgreSQL
database of its own, beside that of DATABASE_URL.
"""

import json
import os
import random
import re
import sqlite3
import statistics
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from django.db import connection  # noqa: E402

from accounts.models import Business, Storefront  # noqa: E402
from app.demo.profile import goods_of  # noqa: E402
from benchmarks import own_database  # noqa: E402
from benchmarks.timing import say  # noqa: E402
from inventory.models import Category, Product, Stock  # noqa: E402
from inventory.search import find, priced  # noqa: E402
from inventory.search.choosing import choose  # noqa: E402
from inventory.search.finding import LIMIT, hit, ordered  # noqa: E402
from inventory.search.index import Catalogue, Good  # noqa: E402
from inventory.search.lexicon import common  # noqa: E402
from inventory.search.request import read  # noqa: E402

SUITES = [Path(__file__).parent / f"suites/till_{number}.json" for number in (1, 2, 3)]
PRODUCTS, ROUNDS, TRIGRAM = 10_000, 300, 0.3
HERE, ELSEWHERE = 0.8, 0.1
"""The part of the goods that is in stock where the search is made, and at another storefront alone."""
Search = Callable[[str], list[str]]


@dataclass
class Score:
    """Shares of the queries: the first product right, the set (F1), and refused of what is not sold."""

    first: float
    f1: float
    refused: float
    wrong: list[str]


def catalogue(goods: Sequence[Good]) -> Catalogue:
    return Catalogue(list(goods), common())


def demo(shop: str) -> list[Good]:
    """The goods of a demo shop."""
    return [
        Good(uuid.uuid4(), g.sku, "", g.name, g.brand, g.category, g.unit, Decimal(g.retail), Decimal(g.wholesale))
        for g in goods_of(shop)
    ]


def ours(goods: Sequence[Good]) -> Search:
    """Everything counts as in stock."""
    shelf = catalogue(goods)

    def search(text: str) -> list[str]:
        choice = choose(shelf, read(text))
        places = list(choice.found)
        hits = [hit(shelf.goods[place], {}, None, shelf.goods[place].price(choice.request.tier)) for place in places]
        return [each.good.sku for each in ordered(hits, choice, places, shelf)[:LIMIT]]

    return search


def full_text(goods: Sequence[Good]) -> Search:
    """SQLite's FTS5 with its stemmer: all words, or else any."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE goods USING fts5(sku UNINDEXED, name, brand, category, tokenize='porter')")
    rows = [(good.sku, good.name, good.brand, good.category) for good in goods]
    database.executemany("INSERT INTO goods VALUES (?, ?, ?, ?)", rows)
    found = "SELECT sku FROM goods WHERE goods MATCH ? ORDER BY bm25(goods, 0, 3, 1, 1) LIMIT ?"

    def search(text: str) -> list[str]:
        words = [f'"{word}"' for word in re.findall(r"\w+", text)]
        for joined in (" ".join(words), " OR ".join(words)):
            if words and (rows := database.execute(found, (joined, LIMIT)).fetchall()):
                return [sku for (sku,) in rows]
        return []

    return search


def trigrams(goods: Sequence[Good]) -> Search:
    """PostgreSQL's word similarity over an index of trigrams."""
    cursor: Any = connection.cursor()
    cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    cursor.execute("DROP TABLE IF EXISTS benchmark_goods")
    cursor.execute("CREATE TEMPORARY TABLE benchmark_goods (sku text, said text)")
    rows = [(good.sku, f"{good.name} {good.brand} {good.category}") for good in goods]
    cursor.executemany("INSERT INTO benchmark_goods VALUES (%s, %s)", rows)
    cursor.execute("CREATE INDEX ON benchmark_goods USING gin (said gin_trgm_ops)")
    cursor.execute("ANALYZE benchmark_goods")
    cursor.execute(f"SET pg_trgm.word_similarity_threshold = {TRIGRAM}")
    found = "SELECT sku FROM benchmark_goods WHERE %s <%% said ORDER BY word_similarity(%s, said) DESC LIMIT %s"

    def search(text: str) -> list[str]:
        cursor.execute(found, (text, text, LIMIT))
        return [sku for (sku,) in cursor.fetchall()]

    return search


WAYS: dict[str, Callable[[Sequence[Good]], Search]] = {
    "this search": ours,
    "PostgreSQL trigrams": trigrams,
    "SQLite FTS5": full_text,
}


def quality(way: Callable[[Sequence[Good]], Search], file: Path) -> Score:
    """How a way of searching does on a suite."""
    suite = json.loads(file.read_text(encoding="utf-8"))
    firsts, f1s, refused, wrong = [], [], [], []
    for shop in ("accra", "kumasi"):
        search = way(demo(shop))
        for each in suite["queries"]:
            if each["shop"] == shop:
                found, want = search(each["q"]), set(each["want"])
                both = len(want & set(found))
                firsts.append(bool(found) and found[0] in want)
                f1s.append(2 * both / (len(found) + len(want)))
                if not firsts[-1] or f1s[-1] < 0.6:
                    wrong.append(f"{shop}: {each['q']!r} found {found[:5]}, wanted {sorted(want)}")
        for each in suite["unsold"]:
            if each["shop"] == shop:
                refused.append(not (found := search(each["q"])))
                wrong += [f"{shop}: {each['q']!r} is not sold, found {found[:3]}"] if found else []
    return Score(statistics.fmean(firsts), statistics.fmean(f1s), statistics.fmean(refused), wrong)


def many() -> list[Good]:
    """Goods of a large shop, the same each time."""
    rng = random.Random(1)  # noqa: S311
    kinds = [good for shop in ("accra", "kumasi") for good in demo(shop)]
    syllables = ("ka", "ko", "fi", "ma", "me", "nsa", "boa", "ten", "gya", "si", "do", "ye", "ab", "kwa", "ad", "jei")
    brands = ["".join(rng.choices(syllables, k=3)).capitalize() for _ in range(400)]
    goods = []
    for number in range(PRODUCTS):
        like, brand = rng.choice(kinds), rng.choice(brands)
        price = like.retail_price * rng.randint(50, 200) / 100
        name = f"{brand} {like.name}"
        goods.append(Good(uuid.uuid4(), f"S{number}", "", name, brand, like.category, like.unit, price, None))
    return goods


@contextmanager
def stored(goods: Sequence[Good]) -> Iterator[Search]:
    """The whole search of the till over rows of the database: catalogue as it is now, stock, price lists and packs."""
    business = Business.objects.create(name="Benchmark of the search")
    here, other = (Storefront.objects.create(business=business, name=name) for name in ("Here", "Elsewhere"))
    named = {good.category for good in goods}
    of = {name: Category.objects.create(business=business, name=name) for name in named}
    rows = [
        Product(
            pk=g.id,
            business=business,
            sku=g.sku,
            name=g.name,
            brand=g.brand,
            category=of[g.category],
            retail_price=g.retail_price,
        )
        for g in goods
    ]
    try:
        Product.objects.bulk_create(rows, batch_size=1000)
        Stock.objects.bulk_create(_shelves(goods, here, other), batch_size=1000)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE inventory_product, inventory_stock, inventory_change")
        yield lambda text: [
            each.hit.good.sku for each in priced(business.pk, find(business.pk, text, storefront_id=here.pk))[0]
        ]
    finally:
        Stock.objects.of(business.pk).delete()
        Storefront.objects.of(business.pk).delete()
        Product.objects.of(business.pk).delete()
        Category.objects.of(business.pk).delete()
        business.delete()


def _shelves(goods: Sequence[Good], here: Storefront, other: Storefront) -> Iterator[Stock]:
    """Stock of most goods, the same each time."""
    rng = random.Random(2)  # noqa: S311
    for good in goods:
        drawn = rng.random()
        if drawn < HERE + ELSEWHERE:
            shop = here if drawn < HERE else other
            yield Stock(business=shop.business, storefront=shop, product_id=good.id, quantity=rng.randint(1, 60))


def speed() -> None:
    """Milliseconds of each way, taken in turn: on the clock, and of this process alone."""
    texts = [each["q"] for file in SUITES for each in json.loads(file.read_text(encoding="utf-8"))["queries"]]
    goods = many()
    with stored(goods) as whole:
        took = _times({name: way(goods) for name, way in WAYS.items()} | {"the same with its queries": whole}, texts)
        Stock.objects.filter(product_id__in=[good.id for good in goods]).delete()
        took |= _times({"the same, nothing in stock": whole}, texts)
    say(f"\n{PRODUCTS:,} products, {ROUNDS} searches each, in turn: milliseconds, and of the processor in this process")
    for name, times in took.items():
        said = [f"{_at(each, 50):>6.1f}{_at(each, 95):>8.1f}" for each in zip(*times, strict=True)]
        say(f"  {name:<26} median, 95 % under {said[0]}   processor {said[1]}")


def _times(searches: dict[str, Search], texts: Sequence[str]) -> dict[str, list[tuple[float, float]]]:
    """What each search took for each text, on the clock and of the processor, in seconds."""
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in searches}
    for search in searches.values():
        search(texts[0])
    for text in random.Random(3).sample(list(texts), ROUNDS):  # noqa: S311
        for name, search in searches.items():
            clock, used = time.perf_counter(), time.process_time()
            search(text)
            took[name].append((time.perf_counter() - clock, time.process_time() - used))
    return took


def _at(seconds: Sequence[float], percent: int) -> float:
    """A percentile in milliseconds."""
    return sorted(seconds)[len(seconds) * percent // 100] * 1000


def run() -> int:
    """Print quality, with the faults when asked for, and speed."""
    for file, (name, way) in product(SUITES, WAYS.items()):
        if way is ours:
            say(f"  {file.stem:<22} {'first right':>12} {'set (F1)':>9} {'refused':>8}")
        score = quality(way, file)
        say(f"  {name:<22} {score.first:>12.3f} {score.f1:>9.3f} {score.refused:>8.3f}")
        if "--faults" in sys.argv and way is ours:
            say("\n".join(score.wrong))
    speed()
    return 0


if __name__ == "__main__":
    sys.exit(own_database.within(run))
