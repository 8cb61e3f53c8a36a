"""`python -m benchmarks.help [FILE]`: does help find the right card, and does it know when it has none?

Without a file a tenth of the ways of asking is held out in turn and must find its card by the others, and a tenth of
the other matters must find none: the weights and gates of `ai_features.help` were set on that, and on messages that
have nothing to do with the shop (`suites/help_off_topic.txt`). FILE is JSON, [{"q": "...", "cards": ["id", ...]}],
none where no card answers. Baselines in the same run: words alone (BM25) and letters alone (cosine).
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
os.environ.setdefault("DEBUG", "True")
import django

django.setup()

from ai_features.help.cards import OTHER, Card, cards, other_matters  # noqa: E402
from ai_features.help.finding import OFFERED, Index, Match, is_sure, worth_offering  # noqa: E402
from benchmarks.timing import say  # noqa: E402

FOLDS = 10
OFF_TOPIC = Path(__file__).with_name("suites") / "help_off_topic.txt"
Asked = tuple[str, tuple[str, ...], Index]
WAYS: dict[str, Callable[[Match], float]] = {
    "words alone": lambda match: match.words,
    "letters alone": lambda match: match.letters,
    "both": lambda match: match.score,
}


def main() -> int:
    asked = list(_of_file(Path(sys.argv[1])) if len(sys.argv) > 1 else _held_out())
    known = [each for each in asked if each[1]]
    say(f"{len(known)} questions with a card, {len(asked) - len(known)} without")
    for name, way in WAYS.items():
        ranks = [_rank(question, way) for question in known]
        say(f"{name:14} first {_share(ranks, 1)}   among three {_share(ranks, OFFERED)}")
    _print_gates(asked)
    return 0


def _held_out() -> Iterable[Asked]:
    everything = cards()
    for fold in range(FOLDS):
        index = Index([_without(card, fold) for card in (*everything, *other_matters())])
        for card in (*everything, *other_matters()):
            wanted = () if card.topic == OTHER else (card.id,)
            yield from ((line, wanted, index) for line in (*card.asked, *card.voices)[fold::FOLDS])
    whole = Index([*everything, *other_matters()])
    yield from ((line, (), whole) for line in OFF_TOPIC.read_text().splitlines())


def _without(card: Card, fold: int) -> Card:
    """A card without every tenth way of asking."""
    left = [line for number, line in enumerate((*card.asked, *card.voices)) if number % FOLDS != fold]
    return replace(card, asked=tuple(left), voices=())


def _of_file(path: Path) -> Iterable[Asked]:
    index = Index([*cards(), *other_matters()])
    for row in json.loads(path.read_text()):
        yield row["q"], tuple(row["cards"]), index


def _rank(question: Asked, way: Callable[[Match], float]) -> int:
    text, wanted, index = question
    found = sorted(index.find(text, 1000), key=way, reverse=True)
    return next((number for number, match in enumerate(found, 1) if match.card.id in wanted), 1000)


def _share(ranks: list[int], within: int) -> str:
    return f"{100 * sum(rank <= within for rank in ranks) / max(1, len(ranks)):5.1f} %"


def _print_gates(asked: list[Asked]) -> None:
    begun = time.perf_counter()
    found = [(wanted, index.find(text)) for text, wanted, index in asked]
    milliseconds = 1000 * (time.perf_counter() - begun) / max(1, len(asked))
    sure = [(wanted, each[0].card.id) for wanted, each in found if is_sure(each)]
    right = sum(got in wanted for wanted, got in sure)
    offered = [(wanted, worth_offering(each)) for wanted, each in found if not is_sure(each)]
    shown = sum(any(match.card.id in wanted for match in each) for wanted, each in offered)
    strays = [each for wanted, each in found if not wanted]
    answered = sum(is_sure(each) for each in strays)
    say(f"answered at once {len(sure)}: {right} right, {len(sure) - right} wrong; {milliseconds:.2f} ms each")
    say(f"asked back {len(offered)}: {shown} with the right card among them")
    say(f"off-topic answered {answered} of {len(strays)}")


if __name__ == "__main__":
    sys.exit(main())
