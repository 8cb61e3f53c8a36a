"""What is added to the page as a whole, after every operation has been described."""

import json
import re
from typing import Any

from app.openapi import refusals, sources, tags
from app.openapi.schema import HEADERS, PARAMETERS

TIME_OF_DAY = r"^\d\d:\d\d(:\d\d(\.\d+)?)?$"
_REFERENCE = re.compile(r"#/components/schemas/(\w+)")


def finish(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """drf-spectacular's POSTPROCESSING_HOOKS: shared parts, tags, and 3.1 in what it writes as 3.0."""
    components = result["components"]
    components["headers"], components["parameters"] = HEADERS, PARAMETERS
    for kind, parts in refusals.components().items():
        components.setdefault(kind, {}).update(parts)
    result["tags"] = [{"name": name, "description": about} for name, about in tags.ABOUT.items()]
    result["security"] = [{"token": []}]
    sources.add_links(result)
    _tidy(components)
    _drop_unused(result)
    return result


def _drop_unused(result: dict[str, Any]) -> None:
    """Take out the schemas that nothing refers to, until none is left: inputs of what is only read."""
    schemas = result["components"]["schemas"]
    while unused := schemas.keys() - {*_REFERENCE.findall(json.dumps(result, default=str))}:
        for name in unused:
            del schemas[name]


def _tidy(part: Any) -> None:
    """3.1 in what drf-spectacular writes as 3.0, and times of day as Django writes them."""
    if isinstance(part, list):
        for each in part:
            _tidy(each)
    elif isinstance(part, dict):
        if part.get("nullable") is True and isinstance(part.get("type"), str | list):
            del part["nullable"]
            kinds = [part["type"]] if isinstance(part["type"], str) else part["type"]
            part["type"] = [*dict.fromkeys([*kinds, "null"])]
        if part.get("format") == "error-code":
            part.clear()
            part["$ref"] = "#/components/schemas/ErrorCode"
        if part.get("format") == "time":
            del part["format"]
            part["pattern"] = TIME_OF_DAY
        for each in part.values():
            _tidy(each)
