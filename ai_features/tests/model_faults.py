"""Every way in which a model's server was seen to answer otherwise than OpenAI's, and how a request ends with it."""

from dataclasses import dataclass
from typing import Any

from ai_features.tests.stubs.openai import Step

WORDS = {"answer": "You are owed {total}. {customer_1} owes {owes_1}. Write to them today.", "mood": "bad"}
PAGE = Step(body="<html>Log in</html>", content_type="text/html")


@dataclass(frozen=True)
class Fault:
    """How a server's next calls go. `answered`: the request is answered all the same, and charged."""

    name: str
    steps: tuple[Step, ...]
    answered: bool = True


def _usage(**changes: Any) -> Any:
    """The usage with changes; None leaves one out."""

    def change(body: dict[str, Any]) -> dict[str, Any]:
        if not body.get("usage"):
            return body
        told = {name: value for name, value in (body["usage"] | changes).items() if value is not None}
        return body | {"usage": told}

    return change


def _thought(body: dict[str, Any]) -> dict[str, Any]:
    """900 tokens of reasoning, told in the total alone."""
    return body | {"usage": body["usage"] | {"total_tokens": body["usage"]["total_tokens"] + 900}}


def _message(content: Any) -> Any:
    def change(body: dict[str, Any]) -> dict[str, Any]:
        [choice] = body["choices"]
        text = choice["message"]["content"]
        made = content(text) if callable(content) else content
        return body | {"choices": [choice | {"message": choice["message"] | {"content": made}}]}

    return change


def _choices(value: Any) -> Any:
    return lambda body: body | {"choices": value}


def _in_parts(text: str) -> list[dict[str, str]]:
    return [{"type": "text", "text": text[:9]}, {"type": "text", "text": text[9:]}]


def _last_delta(value: Any) -> Any:
    """The chunk that ends a stream with another `delta`; "none" leaves it out."""

    def change(chunk: dict[str, Any]) -> dict[str, Any]:
        if not chunk["choices"] or not chunk["choices"][0]["finish_reason"]:
            return chunk
        choice = {k: v for k, v in chunk["choices"][0].items() if k != "delta"}
        return chunk | {"choices": [choice if value == "none" else choice | {"delta": value}]}

    return change


def _usage_chunk(value: Any) -> Any:
    """The chunk of usage with other `choices`; "none" leaves them out."""

    def change(chunk: dict[str, Any]) -> dict[str, Any]:
        if "usage" not in chunk:
            return chunk
        rest = {k: v for k, v in chunk.items() if k != "choices"}
        return rest if value == "none" else rest | {"choices": value}

    return change


def _unfinished(chunk: dict[str, Any]) -> dict[str, Any]:
    return chunk | {"choices": [choice | {"finish_reason": None} for choice in chunk["choices"]]}


def _null_at_the_end(chunk: dict[str, Any]) -> Any:
    return None if "usage" in chunk else chunk


def _counted(chunk: dict[str, Any]) -> dict[str, Any]:
    """Usage in each chunk, as far as it is."""
    return chunk | {"usage": {"prompt_tokens": 900, "completion_tokens": 1, "total_tokens": 901}}


ZERO = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0, "prompt_tokens_details": {"cached_tokens": 0}}
BOTH = [
    Fault("answers as it should", (Step(words=WORDS),)),
    Fault("usage of 0, 0, 0", (Step(words=WORDS, used=ZERO),)),
    Fault("usage without completion_tokens", (Step(words=WORDS, change=_usage(completion_tokens=None)),)),
    Fault("a completion of 0 with text", (Step(words=WORDS, used={"completion_tokens": 0}),)),
    Fault("usage that is a text", (Step(words=WORDS, change=_usage(prompt_tokens="few", completion_tokens="none")),)),
    Fault("dropped after the request was read, once", (Step(words=WORDS, dropped=True), Step(words=WORDS))),
    Fault("dropped after the request was read, twice", (Step(words=WORDS, dropped=True),) * 2, answered=False),
    Fault("504, once", (Step(words=WORDS, status=504), Step(words=WORDS))),
    Fault("504, twice", (Step(words=WORDS, status=504),) * 2, answered=False),
    Fault("500, twice", (Step(words=WORDS, status=500),) * 2, answered=False),
    Fault("503, twice", (Step(status=503),) * 2, answered=False),
    Fault("429, come back in a minute", (Step(status=429, headers={"Retry-After": "60"}),), answered=False),
    Fault(
        "429, come back at a date",
        (Step(status=429, headers={"Retry-After": "Wed, 21 Oct 2099 07:28:00 GMT"}),),
        answered=False,
    ),
    Fault("429, come back in ² seconds", (Step(status=429, headers={"Retry-After": "²"}), Step(words=WORDS))),
    Fault("401", (Step(status=401),), answered=False),
    Fault("the page of a proxy", (PAGE,), answered=False),
    Fault("an error with status 200", (Step(body='{"error": {"message": "overloaded"}}'),), answered=False),
    Fault("never answers", (Step(words=WORDS, seconds=3),), answered=False),
    Fault("keeps the line warm without end", (Step(words=WORDS, warm_seconds=12),), answered=False),
    Fault("keeps the line warm for a moment", (Step(words=WORDS, warm_seconds=0.4),)),
    Fault("a NUL in the text", (Step(words=WORDS | {"answer": "You are\x00 owed {total}. Write\x00 today. Now."}),)),
    Fault(
        "half a surrogate pair in the text",
        (Step(text='{"answer": "You are owed {total}.\\ud83d Good.", "mood": "bad"}'),),
    ),
]
PLAIN = [
    *BOTH,
    Fault("reasoning told in the total alone", (Step(words=WORDS, change=_thought),)),
    Fault("content as a list of parts", (Step(words=WORDS, change=_message(_in_parts)),)),
    Fault("no content, then an answer", (Step(words=WORDS, change=_message(None)), Step(words=WORDS))),
    Fault("choices null, then an answer", (Step(words=WORDS, change=_choices(None)), Step(words=WORDS))),
    Fault(
        "a message that is null, then an answer",
        (Step(words=WORDS, change=_choices([{"message": None}])), Step(words=WORDS)),
    ),
    Fault("half an answer, once", (Step(words=WORDS, half=True), Step(words=WORDS))),
    Fault("half an answer, twice", (Step(words=WORDS, half=True),) * 2, answered=False),
    Fault("a fence around the JSON", (Step(text='```json\n{"answer": "You are owed {total}.", "mood": "bad"}\n```'),)),
]
STREAMED = [
    *BOTH,
    Fault("a last chunk with delta null", (Step(words=WORDS, change=_last_delta(None)),)),
    Fault("a last chunk without delta", (Step(words=WORDS, change=_last_delta("none")),)),
    Fault("a usage chunk with choices null", (Step(words=WORDS, change=_usage_chunk(None)),)),
    Fault("a usage chunk without choices", (Step(words=WORDS, change=_usage_chunk("none")),)),
    Fault("data: null in place of usage", (Step(words=WORDS, change=_null_at_the_end),)),
    Fault("no finish_reason before [DONE]", (Step(words=WORDS, change=_unfinished),)),
    Fault("no [DONE] after finish_reason", (Step(words=WORDS, done=False),)),
    Fault("neither finish_reason nor [DONE]", (Step(words=WORDS, change=_unfinished, done=False),), answered=False),
    Fault("breaks off in the middle", (Step(words=WORDS, half=True),), answered=False),
    Fault("usage in each chunk, and breaks off", (Step(words=WORDS, change=_counted, half=True),), answered=False),
    Fault("usage in each chunk", (Step(words=WORDS, change=_counted),)),
]
