"""What is made from many rows is made again only when they have changed."""

from common.versioned_cache import Remembered


def test_a_value_stands_as_long_as_its_state() -> None:
    kept: Remembered[str] = Remembered(most=2)
    assert kept.get("a", 1, lambda: "first") == "first"
    assert kept.get("a", 1, lambda: "never made") == "first"
    assert kept.get("a", 2, lambda: "second") == "second"
    assert kept.get("a", 1, lambda: "first again") == "first again"


def test_the_least_used_goes_first() -> None:
    kept: Remembered[str] = Remembered(most=2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, 1, lambda key=key: f"{key}1")  # type: ignore[misc]
    assert kept.get("a", 1, lambda: "made again") == "a1"
    assert kept.get("b", 1, lambda: "made again") == "made again"
