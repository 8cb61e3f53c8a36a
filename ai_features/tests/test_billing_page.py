"""docs/billing.md names a test for each rule: those tests exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_test_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs/billing.md").read_text()))
    files = "\n".join(path.read_text() for path in (ROOT / "ai_features/tests").glob("test_*.py"))
    assert named - set(re.findall(r"def (test_\w+)", files)) == set()
    assert len(named) >= 10
