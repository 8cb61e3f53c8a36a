"""A request to a model, as its server takes it."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ai_features.services.model import schema as model_schema
from ai_features.services.model import support, tokens
from ai_features.services.model.prices import Tokens
from ai_features.services.model.support import Support

REASONING_TOKENS = 1000
"""What a reasoning model may think beyond its answer."""
TOKENS_A_MESSAGE = 8
"""What roles and marks around a message may add."""


@dataclass(frozen=True)
class Asked:
    """What is asked of a model. Its body is made anew for each attempt: the server may have taught us what it takes."""

    messages: Sequence[dict[str, str]]
    model: str
    max_tokens: int
    schema: type[BaseModel] | None = None
    stream: bool = False

    def body(self) -> dict[str, Any]:
        """The JSON of the request. What the provider would keep is asked not to be kept wherever that can be said."""
        takes = support.of(self.model)
        body: dict[str, Any] = {
            "model": self.model,
            "messages": _with_schema(self.messages, self.schema, takes),
            takes.limit: output_tokens(self.model, self.max_tokens),
        }
        if takes.store:
            body["store"] = False
        if takes.effort:
            body["reasoning_effort"] = "low"
        if self.schema is not None and takes.shape != "none":
            body["response_format"] = _response_format(self.schema, takes)
        if self.stream:
            body["stream"] = True
        if self.stream and takes.stream_usage:
            body["stream_options"] = {"include_usage": True}
        return body

    @property
    def letters(self) -> int:
        """How much is sent."""
        return sum(len(message["content"]) for message in self.messages)

    @functools.cached_property
    def most(self) -> Tokens:
        """The most a call may use: every message and the schema read, the limit written."""
        sent = sum(tokens.count(message["content"]) + TOKENS_A_MESSAGE for message in self.messages)
        return Tokens(sent + schema_tokens(self.schema), 0, output_tokens(self.model, self.max_tokens))


def output_tokens(model: str, max_tokens: int) -> int:
    """The most a call may write, reasoning included."""
    return max_tokens + (REASONING_TOKENS if support.reasons(model) else 0)


@functools.cache
def schema_tokens(schema: type[BaseModel] | None) -> int:
    """What the schema of an answer adds to what is read."""
    return tokens.count(model_schema.in_words(schema)) if schema else 0


def _with_schema(
    messages: Sequence[dict[str, str]], schema: type[BaseModel] | None, takes: Support
) -> list[dict[str, str]]:
    """The messages, the schema at the end of the first where it cannot be sent beside them."""
    if schema is None or takes.shape == "schema":
        return list(messages)
    first, *others = messages
    return [{**first, "content": f"{first['content']}\n\n{model_schema.in_words(schema)}"}, *others]


def _response_format(schema: type[BaseModel], takes: Support) -> dict[str, Any]:
    if takes.shape == "object":
        return {"type": "json_object"}
    described = {
        "name": schema.__name__,
        "schema": model_schema.described(schema, without=takes.refused_bounds),
        "strict": True,
    }
    return {"type": "json_schema", "json_schema": described}
