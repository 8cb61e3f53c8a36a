"""What changed between two descriptions of the API, and what of it breaks an app that works today."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from app.openapi.facts import Facts

_TEXT = re.compile(r"(array of )?string(?! \(|, enum)")
_ENUM = re.compile(r"\w+Enum\b|, enum \[|^ErrorCode\b")
_REFUSAL = re.compile(r" [45]\d\d$")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `breaks`: an app written against the old description may fail."""

    breaks: bool
    text: str


def changes(old: Facts, new: Facts) -> list[Change]:
    """Every difference, what breaks first. What belongs to something new or gone is not told again."""
    renamed = dict(_renamed(old, new))
    found = [Change(True, f"`{before}` is called `{after}` now") for before, after in renamed.items()]
    old = {about: fact for about, fact in old.items() if about not in renamed}
    new = {about: fact for about, fact in new.items() if about not in renamed.values()}
    found += [*_gone(old, new), *_changed(old, new), *_added(old, new)]
    return sorted(found, key=lambda each: (not each.breaks, each.text))


def _renamed(old: Facts, new: Facts) -> Iterator[tuple[str, str]]:
    """Operations that have another name at the same address."""
    names = {fact: about for about, fact in new.items() if _is_operation(about, new)}
    for about, fact in old.items():
        if _is_operation(about, old) and about not in new and fact in names:
            yield about, names[fact]


def _gone(old: Facts, new: Facts) -> Iterator[Change]:
    for about in old.keys() - new.keys():
        if _owner(about) in new or _is_operation(about, old):
            yield Change(True, f"`{about}` is gone (was: {old[about]})")


def _changed(old: Facts, new: Facts) -> Iterator[Change]:
    for about in old.keys() & new.keys():
        before, after = old[about], new[about]
        if before == after:
            continue
        if after == f"{before} (deprecated)":
            yield Change(False, f"`{about}` is deprecated")
        elif _is_input(about) and after == before.removesuffix(", required"):
            yield Change(False, f"`{about}` may be left out")
        elif not _is_input(about) and after == f"{before}, required":
            yield Change(False, f"`{about}` is always there")
        elif not _is_input(about) and _TEXT.match(before) and _ENUM.search(after):
            yield Change(False, f"`{about}` has only values that are named: {after.removesuffix(', required')}")
        else:
            yield Change(True, f"`{about}` was: {before}; is: {after}")


def _added(old: Facts, new: Facts) -> Iterator[Change]:
    refusals: Counter[tuple[str, str]] = Counter()
    for about in new.keys() - old.keys():
        if _REFUSAL.search(about) and _owner(about) in old:
            refusals[about.rsplit(" ", 1)[1], new[about]] += 1
        elif _owner(about) in old:
            must = _is_input(about) and new[about].endswith(", required")
            yield Change(must, f"`{about}` is new: {new[about]}")
        elif _is_operation(about, new):
            yield Change(False, f"`{about}` is new: {new[about]}")
    for (status, name), count in refusals.items():
        yield Change(False, f"status {status} is new on {count} operations: {name}")


def _owner(about: str) -> str:
    """The operation or schema that a parameter, answer or field belongs to; "" for one of those themselves."""
    for separator in (" ", "."):
        if separator in about:
            return about.split(separator, 1)[0]
    return ""


def _is_operation(about: str, facts: Facts) -> bool:
    return " " not in about and facts[about].split(" ", 1)[0] in ("GET", "POST", "PUT", "PATCH", "DELETE")


def _is_input(about: str) -> bool:
    return " ?" in about or _owner(about).endswith("Request")
