"""Chat completions of OpenAI or a compatible server: plain, in a schema, or piece by piece."""

import json
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings
from pydantic import BaseModel

from ai_features.feature import Tier
from ai_features.services import prometheus
from ai_features.services.model import circuit, support, usage
from ai_features.services.model import client as model_client
from ai_features.services.model import schema as model_schema
from ai_features.services.model.completion_body import Piece, Usage
from ai_features.services.model.prices import Tokens
from ai_features.services.model.reply import BadReply, Reply, whole
from ai_features.services.model.request import Asked
from ai_features.services.model.stream import Stream
from common.storable import storable

if TYPE_CHECKING:
    import httpx2

S = TypeVar("S", bound=BaseModel)


class OpenAIService:
    """Chat completions of OpenAI or any compatible endpoint (OPENAI_BASE_URL), by tier or by a model's name.

    One client per process keeps its connections alive. A call is tried again once where that can help, so the
    longest takes `longest_call(tier)` seconds. Nothing is stored at the provider.
    """

    @classmethod
    def chat_completion(
        cls,
        messages: Sequence[dict[str, str]],
        *,
        tier: Tier = "cheap",
        model: str = "",
        max_tokens: int = 700,
        schema: type[BaseModel] | None = None,
    ) -> Reply:
        """One completion. Raises `ModelUnavailable`."""
        asked = Asked(messages, model or settings.AI_MODELS[tier], max_tokens, schema)
        started = time.monotonic()
        piece, lost = model_client.ask(
            tier, asked, lambda client, seconds, body: Piece.of_completion(_json(_post(client, seconds, body)))
        )
        circuit.answered(asked.model)
        seconds = time.monotonic() - started
        prometheus.model_seconds.labels(asked.model).observe(seconds)
        return _reply(asked, piece, lost, round(seconds * 1000))

    @classmethod
    def generate_text(cls, prompt: str, text: str, **options: Any) -> Reply:
        """A text. Raises `ModelUnavailable`, `BadReply`."""
        reply = cls.chat_completion(conversation(prompt, text), **options)
        return whole(reply)

    @classmethod
    def generate_json(
        cls, prompt: str, text: str, *, schema: type[S], earlier: Sequence[dict[str, str]] = (), **options: Any
    ) -> tuple[S, Reply]:
        """An answer in `schema`, as strictly as the server can be held to it. `earlier`: what was said since.

        Raises `ModelUnavailable`, `BadReply`.
        """
        messages = [*conversation(prompt, text), *earlier]
        reply = whole(cls.chat_completion(messages, schema=schema, **options))
        return parsed(reply, schema), reply

    @classmethod
    def stream_json(
        cls, prompt: str, text: str, *, schema: type[BaseModel], tier: Tier, model: str, max_tokens: int
    ) -> Stream:
        """As `generate_json`, piece by piece. Iterating raises `ModelUnavailable` when the stream breaks off."""
        asked = Asked(conversation(prompt, text), model, max_tokens, schema, stream=True)
        started = time.monotonic()
        response, lost = model_client.ask(tier, asked, _open)
        return Stream(response, asked, lost, started)


def conversation(prompt: str, text: str) -> list[dict[str, str]]:
    """The constant prompt, which providers keep in their cache, then what changes."""
    return [{"role": "system", "content": prompt}, {"role": "user", "content": text}]


def parsed(reply: Reply, schema: type[S]) -> S:
    """The reply read as `schema`. Raises `BadReply`."""
    support.note_schema(reply.model, kept="{" in reply.text)
    try:
        return model_schema.parsed(reply.text, schema)
    except model_schema.NotInSchema as wrong:
        raise BadReply(f"the answer is not in the schema: {wrong}", reply) from wrong


def _reply(asked: Asked, piece: Piece, lost: Tokens, milliseconds: int) -> Reply:
    told = piece.usage or Usage()
    return Reply(
        text=piece.text,
        model=asked.model,
        tokens=lost + usage.used(told, most=asked.most, sent=asked.letters, text=piece.text),
        milliseconds=milliseconds,
        finish=piece.finish or "stop",
        refusal=piece.refusal,
    )


def _post(client: Any, timeout: Any, body: dict[str, Any]) -> "httpx2.Response":
    """The whole answer. The body is posted as it is: `completions.create` would first walk through all of it."""
    import httpx2

    answer: httpx2.Response = client.post(
        "/chat/completions", body=body, cast_to=httpx2.Response, options={"timeout": timeout}
    )
    return answer


def _open(client: Any, timeout: Any, body: dict[str, Any]) -> "httpx2.Response":
    """The answer as soon as it begins."""
    import openai
    from openai.types.chat import ChatCompletionChunk

    stream = client.post(
        "/chat/completions",
        body=body,
        cast_to=ChatCompletionChunk,
        stream=True,
        stream_cls=openai.Stream[ChatCompletionChunk],
        options={"timeout": timeout},
    )
    response: httpx2.Response = stream.response
    return response


def _json(response: "httpx2.Response") -> Any:
    """Raises `ValueError` for a body that is no JSON."""
    try:
        return storable(json.loads(response.content))
    except RecursionError as nested:
        raise ValueError("nested beyond reading") from nested
