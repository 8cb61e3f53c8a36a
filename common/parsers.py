"""Reads request bodies."""

import json
import re
from collections.abc import Mapping
from typing import IO, Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


class StrictJSONParser(JSONParser):
    """JSON that can be stored and said back: no text that UTF-8 cannot write, no nesting without end."""

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        raw = stream.read()
        try:
            data = json.loads(raw.decode(), parse_constant=_refuse_constant)
            if _SURROGATE.search(raw):
                json.dumps(data, ensure_ascii=False).encode()
        except (ValueError, RecursionError) as problem:
            raise ParseError(_sentence(problem)) from problem
        return data


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _sentence(problem: Exception) -> str:
    if isinstance(problem, json.JSONDecodeError):
        return f"JSON parse error - {problem}"
    if isinstance(problem, RecursionError):
        return "The JSON is nested too deeply."
    return "This is not JSON text in UTF-8."
