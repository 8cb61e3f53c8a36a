"""The shape of an answer: how it is asked for, with bounds on every text and list, and how an answer is read."""

import functools
import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from common.storable import storable

S = TypeVar("S", bound=BaseModel)
Schema = dict[str, Any]
LONGEST_TEXT, LONGEST_ITEM, LONGEST_ID = 600, 200, 80
MOST_ITEMS, MOST_OBJECTS = 6, 40


class NotInSchema(ValueError):
    """The text is no answer in the schema; the sentence can be told to the model."""


@functools.cache
def described(schema: type[BaseModel], *, without: frozenset[str] = frozenset()) -> Schema:
    """The strict JSON schema of an answer, `without` the keywords that a server refuses: "maxLength", "maxItems".

    A field may state a bound of its own: `within` and `at_most`.
    """
    import openai

    function: Any = openai.pydantic_function_tool(schema)["function"]
    found: Schema = _bounded(json.loads(json.dumps(function["parameters"])), LONGEST_TEXT)
    return _less(found, without) if without else found


@functools.cache
def in_words(schema: type[BaseModel]) -> str:
    """The schema as a sentence of the prompt, for servers that cannot be given it otherwise."""
    text = json.dumps(described(schema), separators=(",", ":"))
    return f"Answer with one JSON object and nothing else. It fits this JSON schema:\n{text}"


def parsed(text: str, schema: type[S]) -> S:
    """The JSON object in `text` as `schema`, without what no database can keep. Raises `NotInSchema`."""
    try:
        clean = storable(json.loads(text[begin(text) : text.rfind("}") + 1], parse_constant=_no_number))
        if problem := _too_long(clean, described(schema), described(schema).get("$defs", {})):
            raise NotInSchema(problem)
        return schema.model_validate_json(json.dumps(clean))
    except ValidationError as wrong:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong.errors()[:5])
        raise NotInSchema(problems) from wrong
    except (json.JSONDecodeError, RecursionError) as wrong:
        raise NotInSchema("it is not one JSON object") from wrong


def begin(text: str) -> int:
    """Where the JSON object of an answer begins: some models put a fence or a word before it."""
    return max(text.find("{"), 0)


def _no_number(name: str) -> Any:
    """NaN and infinities, which Python reads and no database keeps."""
    raise json.JSONDecodeError(name, name, 0)


def _bounded(node: Any, longest: int) -> Any:
    """The schema with a bound on each text and list that has none."""
    if isinstance(node, list):
        return [_bounded(each, longest) for each in node]
    if not isinstance(node, dict):
        return node
    if node.get("type") == "array":
        is_text = node.get("items", {}).get("type") == "string"
        node.setdefault("maxItems", MOST_ITEMS if is_text else MOST_OBJECTS)
        longest = LONGEST_ITEM
    if node.get("type") == "string" and not {"enum", "const"} & node.keys():
        is_id = node.get("description") == "the id of a slot"
        node.setdefault("maxLength", LONGEST_ID if is_id else longest)
    return {name: _bounded(part, LONGEST_TEXT if name == "$defs" else longest) for name, part in node.items()}


def _less(node: Any, without: frozenset[str]) -> Any:
    if isinstance(node, list):
        return [_less(each, without) for each in node]
    if not isinstance(node, dict):
        return node
    return {name: _less(part, without) for name, part in node.items() if name not in without}


def _too_long(value: Any, node: Schema, defs: Schema) -> str:
    """The first text or list beyond its bound; "" when there is none."""
    node = defs.get(node["$ref"].rsplit("/", 1)[1], {}) if "$ref" in node else node
    if isinstance(value, str) and len(value) > node.get("maxLength", len(value)):
        return f"a text is longer than {node['maxLength']} letters"
    if isinstance(value, list):
        if len(value) > node.get("maxItems", len(value)):
            return f"a list has more than {node['maxItems']} items"
        return next(filter(None, (_too_long(each, node.get("items", {}), defs) for each in value)), "")
    if isinstance(value, dict):
        parts = node.get("properties", {})
        return next(filter(None, (_too_long(each, parts.get(name, {}), defs) for name, each in value.items())), "")
    return ""
