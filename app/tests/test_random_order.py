"""`make flaky` shuffles the tests of a file, and the files, by a seed."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.tests.random_order import pytest_collection_modifyitems as shuffle

TESTS = [(file, number) for file in "abcdef" for number in range(6)]


def order(monkeypatch: pytest.MonkeyPatch, seed: str) -> list[tuple[str, int]]:
    monkeypatch.setenv("RANDOM_ORDER", seed)
    items: list[Any] = [SimpleNamespace(path=Path(file), number=number) for file, number in TESTS]
    shuffle(items)
    return [(each.path.name, each.number) for each in items]


def test_a_seed_gives_one_order_and_another_seed_another(monkeypatch: pytest.MonkeyPatch) -> None:
    first = order(monkeypatch, "1")
    assert first == order(monkeypatch, "1") != order(monkeypatch, "2")
    assert sorted(first) == TESTS


def test_the_tests_of_one_file_stay_together_in_an_order_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [file for file, _ in order(monkeypatch, "1")]
    runs = [file for place, file in enumerate(files) if place == 0 or files[place - 1] != file]
    assert sorted(runs) == list("abcdef") != runs
