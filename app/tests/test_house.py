"""Rules of the house that neither a linter nor the import contracts hold."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("common", "accounts", "inventory", "sales", "reports", "ai_features", "app")
CODE = sorted(
    path for app in APPS for path in (ROOT / app).rglob("*.py") if not {"tests", "migrations"} & {*path.parts}
)
VIEWS = [path for path in CODE if "views" in path.parts or path.stem in ("views", "audience_view")]
READS = re.compile(r"\.objects\.(?!none\(\))\w+")
ROUNDS = re.compile(r"\.quantize\(|\bROUND_\w+")


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("view", VIEWS, ids=named)
def test_views_read_no_tables(view: Path) -> None:
    assert READS.findall(view.read_text()) == []


def test_decimals_are_rounded_in_one_module_alone() -> None:
    assert [named(path) for path in CODE if ROUNDS.search(path.read_text())] == ["common/money.py"]
