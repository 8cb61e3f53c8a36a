"""Sweeps: a broken row stops no other, and is counted."""

import pytest

from common.isolated_work import SomeFailed, each


@pytest.mark.django_db
def test_the_rows_after_a_broken_one_are_done_and_the_failures_counted_at_the_end() -> None:
    done: list[float] = []
    with pytest.raises(SomeFailed, match="2 failed, the first with ZeroDivisionError") as some:
        done.extend(each([1, 0, 2, 0], lambda row: 1 / row, name="thirds"))
    assert (done, some.value.failed) == ([1.0, 0.5], 2)


def test_a_row_with_nothing_to_do_is_left_out() -> None:
    assert list(each([1, 2, 3], lambda row: row if row != 2 else None, name="odd")) == [1, 3]
