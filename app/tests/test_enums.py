"""A field whose values are one of a set of ours is an enum on the page of the API, and never mere text."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from rest_framework.serializers import CharField, ModelSerializer

from app.tests.plain_texts import is_code, plain_texts
from app.tests.routes import schema
from app.tests.world import OURS


def serializers(of: Any = ModelSerializer) -> Iterator[type[ModelSerializer[Any]]]:
    for each in of.__subclasses__():
        yield from serializers(each)
        if each.__module__.partition(".")[0] in OURS:
            yield each


def column(model: type[models.Model] | None, source: str) -> Any:
    """The column that a field of a serializer shows; None where it is no column."""
    found = None
    for part in source.split("."):
        try:
            found = model._meta.get_field(part) if model else None
        except FieldDoesNotExist:
            return None
        model = getattr(found, "related_model", None)
    return found


def test_choices_of_a_model_are_choices_of_the_api() -> None:
    schema()  # which imports every view
    as_text = [
        f"{each.__name__}.{name}"
        for each in serializers()
        for name, field in each().fields.items()
        if isinstance(field, CharField) and getattr(column(each.Meta.model, str(field.source)), "choices", None)
    ]
    assert as_text == []


def test_a_code_in_a_text_is_found_and_words_are_not() -> None:
    sale = {"properties": {"note": {"type": "string"}, "at": {"type": "string", "format": "date"}}}
    listed = {"anyOf": [{"type": "array", "items": sale}, {"type": "null"}]}
    found = [*plain_texts(listed, [{"note": "mobile_money", "at": "2026-01-31"}], "Sales")]
    assert found == [("Sales[].note", "mobile_money")]
    assert [text for text in ("mobile_money", "Paid in cash", "NO_ACTION", "Kofi", "") if is_code(text)] == [
        "mobile_money",
        "NO_ACTION",
    ]
