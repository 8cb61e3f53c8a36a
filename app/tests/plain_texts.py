"""What stands where the page of the API says no more than text: words for people, and never one of a set of codes."""

import re
from collections.abc import Iterator
from typing import Any

_SPELLED = re.compile(r"[a-z]+(_[a-z]+)+|[A-Z]+(_[A-Z]+)+")
WORDS = {
    "ChangeDriver.name": "a word for the effect",
    "Column.key": "the name of a field of the rows",
    "OfferedCard.id": "an id",
    "Opened.public_key": "a key",
    "QuestionDriver.name": "a word for the effect",
    "SalesChangeRow.name": "a word for the effect",
    "Step.label": "a word for the effect",
}
"""Texts that may look like a code, and what they are."""


def is_code(text: str) -> bool:
    """Whether a text is spelled like a code; single words may be somebody's own."""
    return bool(_SPELLED.fullmatch(text))


def plain_texts(schema: dict[str, Any], value: Any, where: str) -> Iterator[tuple[str, str]]:
    """Each text in an answer whose schema is neither an enum nor a format, with its place: `Sale.note`, `can[]`."""
    if "$ref" in schema:
        yield from _of_component(schema["$ref"].rsplit("/", 1)[1], value)
    for choice in [each for kind in ("allOf", "anyOf", "oneOf") for each in schema.get(kind, ())]:
        yield from plain_texts(choice, value, where)
    if isinstance(value, str) and _is_plain(schema):
        yield where, value
    elif isinstance(value, list) and "items" in schema:
        for each in value:
            yield from plain_texts(schema["items"], each, f"{where}[]")
    elif isinstance(value, dict):
        for name in schema.get("properties", {}).keys() & value.keys():
            yield from plain_texts(schema["properties"][name], value[name], f"{where}.{name}")


def _of_component(name: str, value: Any) -> Iterator[tuple[str, str]]:
    from app.tests import routes

    if name not in ("Json", "Error"):
        yield from plain_texts(routes.components()["schemas"][name], value, name)


def _is_plain(schema: dict[str, Any]) -> bool:
    return "string" in schema.get("type", ()) and not {"enum", "const", "format"} & schema.keys()
