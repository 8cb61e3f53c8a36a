"""Checks bodies against the OpenAPI descriptions that vendors publish, kept in `tests/data/`."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

DATA = Path(__file__).parent.parent / "data"


@cache
def request_check(file: str, path: str, method: str = "post") -> jsonschema_rs.Validator:
    """Whether a request body is one the vendor describes, and names no field it does not."""
    body = _document(file)["paths"][path][method]["requestBody"]["content"]["application/json"]["schema"]
    target = _document(file)["components"]["schemas"][body["$ref"].rsplit("/", 1)[1]]
    return _validator(file, target | {"additionalProperties": False})


@cache
def response_check(file: str, path: str, method: str, status: int = 200) -> jsonschema_rs.Validator:
    """Whether a response body is one the vendor describes for that status."""
    responses = _document(file)["paths"][path][method]["responses"]
    found = responses[str(status)]
    if "$ref" in found:
        found = _document(file)["components"]["responses"][found["$ref"].rsplit("/", 1)[1]]
    return _validator(file, found["content"]["application/json"]["schema"])


def problems(check: jsonschema_rs.Validator, body: Any) -> list[str]:
    """What is wrong with `body`, a line each."""
    return [f"{'/'.join(map(str, fault.instance_path))}: {fault.message}" for fault in check.iter_errors(body)]


@cache
def _document(file: str) -> dict[str, Any]:
    return _null_as_type(json.loads((DATA / file).read_text()))  # type: ignore[no-any-return]


def _validator(file: str, schema: dict[str, Any]) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(
        {"$schema": "http://json-schema.org/draft-07/schema#", "components": _document(file)["components"]}
        | ({"allOf": [schema]} if "$ref" in schema else schema)
    )


def _null_as_type(node: Any) -> Any:
    """OpenAPI 3.0 writes `nullable: true` where JSON Schema has a type "null"."""
    if isinstance(node, list):
        return [_null_as_type(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _null_as_type(value) for key, value in node.items() if key != "example"}
    if plain.pop("nullable", None) is True and "type" in plain:
        plain["type"] = [plain["type"], "null"]
    return plain
