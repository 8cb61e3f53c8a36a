"""A pytest plugin: files in random order, and the tests of each file too, by the seed in `RANDOM_ORDER`.

Tests of one file stay together, as some share a demo that is loaded once.
"""

import os
import random
from itertools import groupby

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    dice = random.Random(os.environ["RANDOM_ORDER"])
    files = [list(tests) for _, tests in groupby(items, key=lambda item: item.path)]
    dice.shuffle(files)
    for tests in files:
        dice.shuffle(tests)
    items[:] = [test for tests in files for test in tests]
