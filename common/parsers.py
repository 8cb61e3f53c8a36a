"""Reads request bodies."""

import json
import re
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

DEEPEST = 32
"""Levels of lists and objects within each other. Whatever walks through a body later never runs out of stack."""
_TOO_DEEP = "The JSON is nested too deeply."
_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class StrictJSONParser(JSONParser):
    """JSON that can be stored and said back: no text that UTF-8 cannot write, no nesting without end."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        raw = stream.read()
        try:
            data = json.loads(raw.decode(), parse_constant=_refuse_constant)
            if _is_deep(data):
                raise ParseError(_TOO_DEEP)
            if _SURROGATE.search(raw):
                json.dumps(data, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as problem:
            raise ParseError(_sentence(problem)) from problem
        return data


def _is_deep(data: Any) -> bool:
    """Whether the value has more than `DEEPEST` levels; looked at level by level, without recursion."""
    level = [data]
    for _ in range(DEEPEST):
        level = [part for part in level if isinstance(part, dict | list)]
        level = [inner for part in level for inner in (part.values() if isinstance(part, dict) else part)]
    return any(isinstance(part, dict | list) for part in level)


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _sentence(problem: Exception) -> str:
    if isinstance(problem, json.JSONDecodeError):
        return f"JSON parse error - {problem}"
    if isinstance(problem, RecursionError):
        return _TOO_DEEP
    return "This is not JSON text in UTF-8."
