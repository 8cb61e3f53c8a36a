"""The lease of an answer: what happens when whoever works on it takes longer than it lasts."""

import time
from uuid import uuid4

import pytest

from ai_features.services.sharing import answer_cache
from ai_features.services.sharing.answer_cache import Lease

KEPT = {"words": {"answer": "Well."}, "model": "m"}


@pytest.fixture
def key() -> str:
    return answer_cache.key(uuid4(), {})


def _ours(key: str, seconds: float) -> Lease:
    lease = Lease(key, seconds)
    assert lease.wait(lambda: None) is None
    return lease


@pytest.mark.parametrize("failed", [True, False], ids=["failed", "raised"])
def test_who_fails_after_the_lease_was_over_does_not_undo_what_another_has_kept(key: str, failed: bool) -> None:
    slow = _ours(key, 0.1)
    time.sleep(0.15)
    _ours(key, 60).end(KEPT, 60, failed=False)
    slow.end(None, 0, failed=failed)
    assert answer_cache.find(key) == KEPT


@pytest.mark.parametrize("failed", [True, False], ids=["failed", "raised"])
def test_who_fails_after_the_lease_was_over_leaves_the_next_one_at_work(key: str, failed: bool) -> None:
    slow = _ours(key, 0.1)
    time.sleep(0.15)
    _ours(key, 60)
    slow.end(None, 0, failed=failed)
    third = Lease(key, 0.2)
    started = time.monotonic()
    assert third.wait(lambda: None) is None
    assert time.monotonic() - started >= 0.2
    assert not third.failed_elsewhere
