"""The page of the API is whole: every answer has a type, every operation a short name, and validators accept it."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from openapi_spec_validator import validate

from ai_features.feature import annotated_shape
from app.tests.routes import components, operations, schema

Where = tuple[str, ...]


def free_forms(part: dict[str, Any], where: Where = (), seen: Where = ()) -> Iterator[str]:
    """The places in a schema at which anything may stand."""
    if "$ref" in part:
        name = part["$ref"].rsplit("/", 1)[1]
        if name not in seen and name != "Json":
            yield from free_forms(components()["schemas"][name], where, (*seen, name))
        return
    inner = part.get("additionalProperties")
    if part == {} or (part.get("type") == "object" and not part.get("properties") and inner in (None, True, {})):
        yield ".".join(where) or "the whole answer"
    for name, field in part.get("properties", {}).items():
        yield from free_forms(field, (*where, name), seen)
    choices = [each for kind in ("allOf", "anyOf", "oneOf") for each in part.get(kind, ())]
    rest = [each for each in (part.get("items"), inner, *choices) if isinstance(each, dict)]
    for each in rest:
        yield from free_forms(each, where, seen)


def test_every_answer_has_a_type() -> None:
    untyped = {
        operation["operationId"]: sorted({*free_forms(content["schema"])})
        for operation in operations().values()
        for status, response in operation["responses"].items()
        if status.startswith("2")
        for content in response.get("content", {}).values()
        if any(free_forms(content["schema"]))
    }
    assert untyped == {}, "docs/api_contract.md says how an answer is described"


def test_every_operation_has_a_short_name_a_summary_and_errors() -> None:
    names = [operation["operationId"] for operation in operations().values()]
    assert len({*names}) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z][A-Za-z]{2,40}", name)] == []
    assert [each["operationId"] for each in operations().values() if not each.get("summary")] == []
    refused = [each for each in operations().values() if not {"503"} <= {*each["responses"]}]
    assert [each["operationId"] for each in refused] == []


def test_every_chapter_of_the_page_has_a_sentence() -> None:
    told = {each["name"] for each in schema()["tags"] if each["description"]}
    assert {tag for operation in operations().values() for tag in operation["tags"]} == told


def test_nothing_is_asked_for_twice() -> None:
    for operation in operations().values():
        asked = [each["name"] for each in operation.get("parameters", ()) if "name" in each]
        assert len({*asked}) == len(asked), operation["operationId"]


def test_the_page_is_valid_openapi() -> None:
    validate(schema())


def test_null_is_a_type_and_no_mark_of_older_versions() -> None:
    line = components()["schemas"]["StockCountLine"]["properties"]
    assert [line[name]["type"] for name in ("difference", "value")] == [["string", "null"]] * 2
    assert '"nullable":' not in json.dumps(schema())


def test_what_nothing_refers_to_is_left_out() -> None:
    used = {*re.findall(r"#/components/schemas/(\w+)", json.dumps(schema(), default=str))}
    assert components()["schemas"].keys() == used


def test_a_feature_must_name_the_model_of_its_answer() -> None:
    def answer(facts: Any, words: Any) -> dict[str, Any]:
        return {}

    with pytest.raises(TypeError, match="answer must name the model"):
        annotated_shape(answer)


def test_no_name_stands_for_two_shapes() -> None:
    schema()
    assert [text for text in GENERATOR_STATS._warn_cache if "identical names" in text] == []
