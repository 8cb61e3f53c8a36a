"""The only importer of openai: calls to a model, their timeouts, their failures by name, what they used."""

import functools
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import structlog
from django.conf import settings
from pydantic import BaseModel, ValidationError

from ai_features.feature import Tier
from ai_features.services import metrics, model_health, tokens
from ai_features.services.completions import Chunk, Completion
from ai_features.services.model_prices import Tokens

if TYPE_CHECKING:
    import openai

log = structlog.get_logger("ai_features.model")
S = TypeVar("S", bound=BaseModel)

NOT_A_COMPLETION = "not_a_completion"
CONNECT_SECONDS = 3
RETRY_AFTER_SECONDS = 5
"""The longest wait before the one retry; a provider that asks for more is taken as down."""
REASONING_TOKENS = 1000
"""What a reasoning model may think beyond its answer."""


class ModelUnavailable(Exception):
    """No answer came: the provider is down, slow, refuses us, or is not configured. `reason` is for logs."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class BadReply(Exception):
    """An answer came that cannot be used: cut off, malformed, refused, empty. `problem` can be told to the model."""

    def __init__(self, problem: str, reply: "Reply") -> None:
        self.problem = problem
        self.reply = reply
        super().__init__(problem)


@dataclass(frozen=True)
class Reply:
    """A model's answer and what it used."""

    text: str
    model: str
    tokens: Tokens
    milliseconds: int = 0
    finish: str = "stop"
    refusal: str = ""


class Stream:
    """A model's answer as it arrives, a piece at a time; `reply` is whole when the iteration is over."""

    def __init__(self, listen: Callable[["Stream"], Generator[str, None, None]]) -> None:
        self.reply = Reply("", "", Tokens())
        self._pieces = listen(self)

    def __iter__(self) -> Iterator[str]:
        return self._pieces

    def close(self) -> None:
        """Stop listening; what came until then is in `reply`."""
        self._pieces.close()


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
        """One completion. Raises `ModelUnavailable`.

        The body is posted as it is: `completions.create` would first walk through it, schema and all, which takes
        longer than the rest of the call.
        """
        from openai.types.chat import ChatCompletion

        request = _request(messages, model or settings.AI_MODELS[tier], max_tokens, schema)
        started = time.monotonic()
        completion = _tried(
            tier,
            request["model"],
            lambda client, seconds: Completion.read(
                client.post("/chat/completions", body=request, cast_to=ChatCompletion, options={"timeout": seconds})
            ),
        )
        model_health.answered(request["model"])
        seconds = time.monotonic() - started
        metrics.model_seconds.labels(request["model"]).observe(seconds)
        return _reply(completion, round(seconds * 1000), request)

    @classmethod
    def generate_text(cls, prompt: str, text: str, **options: Any) -> Reply:
        """A text. Raises `ModelUnavailable`, `BadReply`."""
        reply = cls.chat_completion(conversation(prompt, text), **options)
        return whole(reply)

    @classmethod
    def generate_json(
        cls, prompt: str, text: str, *, schema: type[S], earlier: Sequence[dict[str, str]] = (), **options: Any
    ) -> tuple[S, Reply]:
        """An answer in `schema`, through strict structured outputs. `earlier`: what was said since, for a retry.

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
        request = _request(conversation(prompt, text), model, max_tokens, schema)
        request |= {"stream": True, "stream_options": {"include_usage": True}}
        started = time.monotonic()
        chunks = _tried(
            tier,
            request["model"],
            lambda client, seconds: client.chat.completions.create(**request, timeout=seconds),
        )
        ends = started + longest_call(tier)
        return Stream(lambda stream: _pieces(chunks, stream, request["model"], started, ends))


def conversation(prompt: str, text: str) -> list[dict[str, str]]:
    """The constant prompt, which providers keep in their cache, then what changes."""
    return [{"role": "system", "content": prompt}, {"role": "user", "content": text}]


def longest_call(tier: str) -> float:
    """Seconds one call may take, its retry included."""
    seconds: float = 2 * (settings.AI_TIMEOUTS[tier] + CONNECT_SECONDS) + RETRY_AFTER_SECONDS
    return seconds


def parsed(reply: Reply, schema: type[S]) -> S:
    """The reply read as `schema`. Raises `BadReply`."""
    try:
        return schema.model_validate_json(reply.text)
    except ValidationError as wrong:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong.errors()[:5])
        raise BadReply(f"the answer is not in the schema: {problems}", reply) from wrong


def output_tokens(model: str, max_tokens: int) -> int:
    """The most a call may write, reasoning included."""
    return max_tokens + (REASONING_TOKENS if _reasons(model) else 0)


def _reasons(model: str) -> bool:
    return model.rsplit("/", 1)[-1].startswith(("gpt-5", "gpt-6", "o1", "o3", "o4"))


def _request(
    messages: Sequence[dict[str, str]], model: str, max_tokens: int, schema: type[BaseModel] | None
) -> dict[str, Any]:
    request: dict[str, Any] = {
        "model": model,
        "messages": list(messages),
        "max_completion_tokens": output_tokens(model, max_tokens),
        "store": False,
    }
    if _reasons(model):
        request["reasoning_effort"] = "low"
    if schema is not None:
        request["response_format"] = _response_format(schema)
    return request


@functools.cache
def _response_format(schema: type[BaseModel]) -> dict[str, Any]:
    import openai

    function: Any = openai.pydantic_function_tool(schema)["function"]
    described = {"name": schema.__name__, "schema": function["parameters"], "strict": True}
    return {"type": "json_schema", "json_schema": described}


_client_lock = threading.Lock()


@functools.lru_cache(maxsize=4)
def _client_for(key: str, base_url: str, organization: str) -> "openai.OpenAI":
    import openai

    return openai.OpenAI(api_key=key, base_url=base_url, organization=organization or None, max_retries=0)


def _client() -> "openai.OpenAI":
    """One per process and configuration, made at the first call so that starting up never needs the SDK."""
    with _client_lock:
        key = settings.OPENAI_API_KEY or "none-needed"
        return _client_for(key, settings.OPENAI_BASE_URL, settings.OPENAI_ORGANIZATION)


def _tried(tier: Tier, model: str, call: Callable[["openai.OpenAI", "openai.Timeout"], Any]) -> Any:
    """The call, once more after a passing failure; none while the provider is down.

    Raises `ModelUnavailable` with the reason.
    """
    import openai

    if not model_health.admits(model):
        raise ModelUnavailable(model_health.OPEN)
    client = _client()
    timeout = openai.Timeout(settings.AI_TIMEOUTS[tier], connect=CONNECT_SECONDS)
    for last in (False, True):
        try:
            return call(client, timeout)
        except openai.APIError as failure:
            wait, reason = _pause(failure), _reason(failure)
            metrics.model_failures.labels(reason).inc()
            if last or wait is None:
                _report(failure)
                model_health.failed(model, reason)
                raise ModelUnavailable(reason) from failure
            time.sleep(wait)
        except ValueError as failure:
            metrics.model_failures.labels(NOT_A_COMPLETION).inc()
            log.error("model_unavailable", reason=NOT_A_COMPLETION)
            model_health.failed(model, NOT_A_COMPLETION)
            raise ModelUnavailable(NOT_A_COMPLETION) from failure
    raise AssertionError("a call is either answered or fails")


def _pause(failure: Any) -> float | None:
    """Seconds to wait before trying again; None when it would not help."""
    import openai

    if isinstance(failure, openai.APITimeoutError):
        return None
    if isinstance(failure, openai.APIConnectionError):
        return 0.2
    status = getattr(failure, "status_code", 0)
    if status != 429 and status < 500:
        return None
    asked = failure.response.headers.get("retry-after", "")
    wait = float(asked) if asked.replace(".", "", 1).isdigit() else 0.5
    return wait if wait <= RETRY_AFTER_SECONDS else None


def _reason(failure: Any) -> str:
    """A short word for logs and metrics; never the provider's text, which may repeat the prompt."""
    import openai

    if isinstance(failure, openai.APITimeoutError):
        return "timeout"
    if isinstance(failure, openai.APIConnectionError):
        return "connection"
    return f"status_{getattr(failure, 'status_code', 'unknown')}"


def _report(failure: Any) -> None:
    """A refusal of our key or request needs a person; the rest passes."""
    status = getattr(failure, "status_code", 0)
    write = log.error if status in (400, 401, 403, 404, 422) else log.warning
    write("model_unavailable", reason=_reason(failure), provider_request=getattr(failure, "request_id", None))


def _reply(completion: Completion, milliseconds: int, request: dict[str, Any]) -> Reply:
    choice = completion.choices[0] if completion.choices else None
    text = (choice.message.content or "") if choice else ""
    used = completion.usage.tokens if completion.usage else None
    return Reply(
        text=text,
        model=request["model"],
        tokens=used or _estimated(request, text),
        milliseconds=milliseconds,
        finish=(choice.finish_reason or "stop") if choice else "empty",
        refusal=(choice.message.refusal or "") if choice else "",
    )


def _estimated(request: dict[str, Any], text: str) -> Tokens:
    """From above, for a server that does not truly say what it used: an unknown cost is not zero."""
    sent = sum(tokens.count(message["content"]) for message in request["messages"])
    return Tokens(sent, 0, tokens.count(text))


def whole(reply: Reply) -> Reply:
    """The reply when it is complete. Raises `BadReply`."""
    if reply.refusal or reply.finish == "content_filter":
        raise BadReply("the answer was refused", reply)
    if reply.finish == "length":
        raise BadReply("the answer was cut off: write less", reply)
    if not reply.text.strip():
        raise BadReply("the answer was empty", reply)
    return reply


def _pieces(chunks: Any, stream: Stream, model: str, started: float, ends: float) -> Generator[str, None, None]:
    import openai

    text, used, finish = "", Tokens(), ""
    try:
        for chunk in map(Chunk.read, chunks):
            used = (chunk.usage and chunk.usage.tokens) or used
            for choice in chunk.choices:
                finish = choice.finish_reason or finish
                if choice.delta.content:
                    text += choice.delta.content
                    yield choice.delta.content
            if time.monotonic() > ends:
                break
    except (openai.APIError, OSError, ValueError, _transport_error()) as failure:
        finish = ""
        log.warning("model_unavailable", reason="stream_broken", failure=type(failure).__name__)
    finally:
        chunks.close()
        seconds = time.monotonic() - started
        metrics.model_seconds.labels(model).observe(seconds)
        stream.reply = Reply(text, model, used, round(seconds * 1000), finish or "broken")
    if not finish:
        metrics.model_failures.labels("stream_broken").inc()
        model_health.failed(model, "stream_broken")
        raise ModelUnavailable("stream_broken")
    model_health.answered(model)


def _transport_error() -> type[Exception]:
    """What the SDK's HTTP client raises when a stream breaks: the SDK does not wrap it."""
    import httpx2

    return httpx2.TransportError
