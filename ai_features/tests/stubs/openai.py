"""A local server that speaks OpenAI's chat completions and does as the test tells it.

By hand: `python -m ai_features.tests.stubs.openai --seconds 2`.
"""

import argparse
import itertools
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler
from typing import Any

import jsonschema_rs

from ai_features.tests.stubs import vendor_schema
from ai_features.tests.stubs.server import LocalServer, Quiet

FILE = "openai-chat.json"
WORKED_ON = (500, 502, 504)
"""What a gateway answers when the model may have worked: the owner of the model charges for it all the same."""
Payload = dict[str, Any]
Schema = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """How the next call goes. Nothing set: the model answers as it always does."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0
    dropped: bool = False
    text: str | None = None
    words: Any = None
    """An answer as JSON, or a function of (payload, schema) that makes one."""
    finish: str = "stop"
    refusal: str | None = None
    half: bool = False
    """A stream, or an answer, that breaks off in the middle."""
    piece_seconds: float = 0
    usage: bool = True
    used: dict[str, Any] = field(default_factory=dict)
    """What it says of its use instead of the truth."""
    body: str | None = None
    """A body as it is, in place of a completion: what a proxy or another server answers."""
    content_type: str = "application/json"
    change: Callable[[dict[str, Any]], Any] | None = None
    """What another server makes of a completion, or of each chunk; None of it is sent as null."""
    done: bool = True
    """Whether a stream ends with [DONE]."""
    warm_seconds: float = 0
    """For how long the line is kept warm before the answer, with blank lines or, in a stream, comments."""


@dataclass(frozen=True)
class Call:
    """One request as it came in."""

    body: dict[str, Any]
    authorization: str
    headers: dict[str, str]

    @property
    def prompt(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def payload(self) -> Payload:
        """What the first user message holds."""
        return json.loads(self.body["messages"][1]["content"])  # type: ignore[no-any-return]

    @property
    def text(self) -> str:
        """Everything that was sent, as one text."""
        return json.dumps(self.body, ensure_ascii=False)


class OpenAIStub(LocalServer):
    """`with OpenAIStub() as stub:` serves at `stub.url`, which is an OPENAI_BASE_URL.

    Without steps it is a model that keeps every rule. `stub.then(Step(status=500), Step())` says how the next calls
    go; `stub.always(Step(...))` how all others do. What departs from the vendor's schema is in `violations`; the tokens
    (read, written) of each call that a provider would charge for are in `charged`.
    """

    def __init__(self, *, port: int = 0, key: str = "", always: Step | None = None) -> None:
        self.key = key
        self.calls: list[Call] = []
        self.charged: list[tuple[int, int]] = []
        self.violations: list[str] = []
        self.connections = 0
        self._always = always or Step()
        self._steps: deque[Step] = deque()
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._prefixes: set[str] = set()
        self.refuses: dict[str, tuple[int, str]] = {}
        super().__init__(_handler(self), port=port)
        self.url = f"http://127.0.0.1:{self.port}/v1"

    def then(self, *steps: Step) -> None:
        self._steps.extend(steps)

    def always(self, step: Step) -> None:
        self._always = step

    def says(self, words: Any) -> None:
        """What the model answers from now on: JSON, or a function of (payload, schema)."""
        self._always = Step(words=words)

    @property
    def sent(self) -> str:
        """Everything that ever left, as one text."""
        return "\n".join(call.text for call in self.calls)

    # --- OpenAI's side ---

    def refusal(self, call: Call) -> tuple[int, str] | None:
        """Status and message for a request with something that `refuses` names: a field or a kind of format."""
        sent = {*call.body, (call.body.get("response_format") or {}).get("type")}
        return next((self.refuses[name] for name in self.refuses if name in sent), None)

    def take(self, call: Call) -> Step:
        """The call noted and checked, and how it is to go."""
        with self._lock:
            self.calls.append(call)
            self.violations += vendor_schema.problems(_request_check(), call.body)
            step = self._steps.popleft() if self._steps else self._always
            if not self.refusal(call) and (not step.status or step.status in WORKED_ON):
                self.charged.append((_tokens_in(call), len(self.content(call, step)) // 4 + 1))
            return step

    def completion(self, call: Call, step: Step) -> dict[str, Any]:
        content = self.content(call, step)
        message = {"role": "assistant", "content": None if step.refusal else content, "refusal": step.refusal}
        body = {
            "id": f"chatcmpl-{next(self._ids)}",
            "object": "chat.completion",
            "created": 1_795_000_000,
            "model": call.body["model"],
            "usage": self._usage(call, content) | step.used,
            "choices": [{"index": 0, "message": message, "finish_reason": step.finish, "logprobs": None}],
        }
        if not step.usage:
            del body["usage"]
        check = vendor_schema.response_check(FILE, "/chat/completions", "post")
        self.violations += vendor_schema.problems(check, body)
        return step.change(body) if step.change else body

    def chunks(self, call: Call, step: Step) -> Iterator[dict[str, Any]]:
        """The answer in pieces, then its usage when it was asked for."""
        content = self.content(call, step)
        usage = self._usage(call, content) | step.used
        frame: dict[str, Any] = {
            "id": f"chatcmpl-{next(self._ids)}",
            "object": "chat.completion.chunk",
            "created": 1_795_000_000,
            "model": call.body["model"],
        }
        yield frame | {"choices": [_choice({"role": "assistant", "content": ""})]}
        for start in range(0, len(content), 12):
            yield frame | {"choices": [_choice({"content": content[start : start + 12]})]}
        yield frame | {"choices": [_choice({}, step.finish)]}
        if (call.body.get("stream_options") or {}).get("include_usage"):
            yield frame | {"choices": [], "usage": usage}

    def content(self, call: Call, step: Step) -> str:
        if step.text is not None:
            return step.text
        schema = _schema_of(call.body)
        words = step.words if step.words is not None else obedient
        return json.dumps(words(call.payload, schema) if callable(words) else words, ensure_ascii=False)

    def _usage(self, call: Call, content: str) -> dict[str, Any]:
        """About four letters a token; a prompt seen before comes from the cache."""
        tokens_in = _tokens_in(call)
        with self._lock:
            cached = len(call.prompt) // 4 if call.prompt in self._prefixes else 0
            self._prefixes.add(call.prompt)
        tokens_out = len(content) // 4 + 1
        return {
            "prompt_tokens": tokens_in,
            "completion_tokens": tokens_out,
            "total_tokens": tokens_in + tokens_out,
            "prompt_tokens_details": {"cached_tokens": cached},
        }


def _tokens_in(call: Call) -> int:
    return sum(len(str(message["content"])) for message in call.body["messages"]) // 4 + 1


def obedient(payload: Payload, schema: Schema) -> Any:
    """An answer in the schema that says the first slot and nothing else."""
    return _value(schema, schema.get("$defs", {}), slot_ids(payload))


def slot_ids(payload: Payload) -> list[str]:
    return list(payload.get("slots", {}))


def texts(sentence: str) -> Callable[[Payload, Schema], Any]:
    """An answer in the schema with `sentence` in every text; where all is a choice, in place of the choices."""

    def answer(payload: Payload, schema: Schema) -> Any:
        if _only_choices(schema):
            return dict.fromkeys(schema["properties"], sentence)
        return _value(schema, schema.get("$defs", {}), slot_ids(payload), sentence)

    return answer


def _only_choices(schema: Schema) -> bool:
    """Whether the schema leaves a model no words of its own."""
    parts = schema.get("properties", {}).values()
    return bool(parts) and all("enum" in part for part in parts)


def _value(schema: Schema, defs: dict[str, Schema], slots: list[str], sentence: str = "") -> Any:  # noqa: PLR0911
    if "$ref" in schema:
        return _value(defs[schema["$ref"].rsplit("/", 1)[1]], defs, slots, sentence)
    if "anyOf" in schema:
        return _value(schema["anyOf"][0], defs, slots, sentence)
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("description") == "the id of a slot":
        return slots[0] if slots else ""
    kind = schema.get("type", "string")
    if kind == "object":
        found = schema.get("properties", {})
        return {name: _value(part, defs, slots, sentence) for name, part in found.items()}
    if kind == "array":
        return [_value(schema["items"], defs, slots, sentence)]
    plain: dict[str, Any] = {"integer": 0, "number": 0, "boolean": False, "null": None}
    if kind in plain:
        return plain[kind]
    return sentence or (f"Look at {{{slots[0]}}}." if slots else "All is well.")


def _choice(delta: dict[str, Any], finish: str | None = None) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}


def _schema_of(body: dict[str, Any]) -> Schema:
    """The schema beside the messages, or at the end of the prompt."""
    described: Schema = (body.get("response_format") or {}).get("json_schema", {}).get("schema")
    _, marked, told = str(body["messages"][0]["content"]).rpartition("fits this JSON schema:\n")
    return described or (json.loads(told) if marked else {"type": "string"})


@cache
def _request_check() -> jsonschema_rs.Validator:
    """The vendor's request schema, with no field it does not know."""
    return jsonschema_rs.validator_for(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "components": json.loads((vendor_schema.DATA / FILE).read_text())["components"],
            "$ref": "#/components/schemas/CreateChatCompletionRequest",
            "unevaluatedProperties": False,
        }
    )


def _handler(stub: OpenAIStub) -> type[BaseHTTPRequestHandler]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            call = Call(json.loads(raw), self.headers.get("Authorization", ""), dict(self.headers))
            if stub.key and call.authorization != f"Bearer {stub.key}":
                return self._send(401, _error("Incorrect API key provided", "invalid_request_error"))
            step = stub.take(call)
            if refused := stub.refusal(call):
                return self._send(refused[0], _error(refused[1], "invalid_request_error"))
            time.sleep(step.seconds)
            return self._answer(call, step)

        def _answer(self, call: Call, step: Step) -> None:
            if step.dropped:
                self.close_connection = True
            elif step.status:
                self._send(step.status, _error("Told to fail", "server_error"), step.headers)
            elif step.body is not None:
                self._plain(step)
            elif call.body.get("stream"):
                self._stream(call, step)
            elif step.warm_seconds:
                self._warm(stub.completion(call, step), step)
            else:
                self._send(200, stub.completion(call, step), half=step.half)

        def _send(
            self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None, half: bool = False
        ) -> None:
            raw = json.dumps(body).encode()
            self.send_response(status)
            for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw[: len(raw) // 2] if half else raw)
            self.close_connection = self.close_connection or half

        def _warm(self, body: dict[str, Any], step: Step) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            self._keep_warm(step, b"\n")
            self.wfile.write(json.dumps(body).encode())

        def _keep_warm(self, step: Step, line: bytes) -> None:
            until = time.monotonic() + step.warm_seconds
            while time.monotonic() < until:
                self.wfile.write(line)
                self.wfile.flush()
                time.sleep(0.05)

        def _plain(self, step: Step) -> None:
            raw = (step.body or "").encode()
            self.send_response(200)
            self.send_header("Content-Type", step.content_type)
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def _stream(self, call: Call, step: Step) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            pieces = [step.change(piece) if step.change else piece for piece in stub.chunks(call, step)]
            self._keep_warm(step, b": keep-alive\n\n")
            for piece in pieces[: len(pieces) // 2] if step.half else pieces:
                time.sleep(step.piece_seconds)
                self.wfile.write(f"data: {json.dumps(piece)}\n\n".encode())
                self.wfile.flush()
            if step.done and not step.half:
                self.wfile.write(b"data: [DONE]\n\n")

        def handle(self) -> None:
            stub.connections += 1
            try:
                super().handle()
            except (ConnectionError, TimeoutError):
                self.close_connection = True

    return Handler


def _error(message: str, kind: str) -> dict[str, Any]:
    return {"error": {"message": message, "type": kind, "param": None, "code": None}}


def main() -> None:
    """Serve until interrupted, for trying things by hand and for benchmarks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8098)
    parser.add_argument("--seconds", type=float, default=0)
    chosen = parser.parse_args()
    with OpenAIStub(port=chosen.port, always=Step(seconds=chosen.seconds)) as stub:
        print(f"OPENAI_BASE_URL={stub.url} OPENAI_API_KEY=sk-local AI_PROVIDER=openai", flush=True)  # noqa: T201
        threading.Event().wait()


if __name__ == "__main__":
    main()
