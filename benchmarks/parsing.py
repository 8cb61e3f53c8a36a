"""How long the rules take to read a question: `python -m benchmarks.parsing`, 10,000 products and 5,000 customers."""

import os
import random
import statistics
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
django.setup()

from ai_features.services.query_intelligence.names import Entry, Index, split  # noqa: E402
from ai_features.services.query_intelligence.reading.reader import read  # noqa: E402
from ai_features.tests.questions import verdicts  # noqa: E402
from benchmarks.timing import say  # noqa: E402
from common import clock  # noqa: E402

PRODUCTS, CUSTOMERS = 10_000, 5_000
_SYLLABLES = ("ka", "ko", "fi", "ma", "me", "nsa", "boa", "ten", "gya", "si", "do", "ye", "ab", "kwa", "ad", "jei")
_GOODS = (
    "rice",
    "oil",
    "soap",
    "tv",
    "phone",
    "fan",
    "water",
    "sugar",
    "cloth",
    "shoe",
    "bag",
    "paint",
    "tea",
    "bread",
)


def names() -> Index:
    """Names as a large shop has them, the same each time."""
    random_ = random.Random(1)  # noqa: S311

    def word() -> str:
        return "".join(random_.choice(_SYLLABLES) for _ in range(3)).capitalize()

    goods = [f"{word()} {random_.choice(_GOODS)} {random_.randint(1, 90)} kg" for _ in range(PRODUCTS)]
    people = [f"{word()} {word()}" for _ in range(CUSTOMERS)]
    named = [("product", name) for name in goods] + [("customer", name) for name in people]
    return Index(
        [
            Entry(kind, name, tuple(word for word, _, _ in split(name)), (str(place),))
            for place, (kind, name) in enumerate(named)
        ]
    )


def run() -> None:
    """Print the milliseconds of the median question, of the 95th in a hundred and of the slowest."""
    index, today, took = names(), clock.today(), []
    questions = [line[1] for suite in verdicts.QUESTIONS for line in verdicts.lines_of(suite)]
    read(questions[0], today=today, index=index)
    for question in questions:
        started = time.perf_counter()
        read(question, today=today, index=index)
        took.append((time.perf_counter() - started) * 1000)
    took.sort()
    middle, most = statistics.median(took), took[len(took) * 95 // 100]
    say(f"{len(took)} questions: median {middle:.1f} ms, 95 % under {most:.1f} ms, slowest {took[-1]:.1f} ms")


if __name__ == "__main__":
    run()
