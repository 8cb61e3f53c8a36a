"""The documents: what they link to is there, and what they tell to run exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#\s]+)", document.read_text())
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_make_target_the_documents_name_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {name for path in DOCUMENTS for name in re.findall(r"`?make ([a-z-]+)`", path.read_text())}
    assert named
    assert named <= targets


def test_every_management_command_the_documents_name_exists() -> None:
    from django.core.management import get_commands

    named = {name for path in DOCUMENTS for name in re.findall(r"manage\.py ([a-z_]+)", path.read_text())}
    assert {"import_sales", "run_due_jobs"} <= named
    assert named <= set(get_commands())


def test_the_page_of_addresses_is_current() -> None:
    from app.management.commands.describe_api import page

    assert (ROOT / "docs/api.md").read_text() == page()


def test_every_test_that_the_page_on_security_names_exists() -> None:
    named = set(re.findall(r"`(test_\w+)`", (ROOT / "docs/security.md").read_text()))
    folders = ("app", "accounts", "common", "inventory", "sales", "reports", "ai_features")
    tests = [path.read_text() for folder in folders for path in (ROOT / folder).rglob("test_*.py")]
    there = {name for text in tests for name in re.findall(r"^def (test_\w+)", text, re.MULTILINE)}
    assert len(named) > 30
    assert named - there == set()
