"""A model's answer as it arrives, a piece at a time, in whatever shape of a stream its server speaks."""

import json
import time
from collections.abc import Generator, Iterable, Iterator
from typing import Any

import httpx2
import structlog

from ai_features.services import prometheus
from ai_features.services.model import circuit, usage
from ai_features.services.model.client import ModelUnavailable
from ai_features.services.model.completion_body import Piece, Told
from ai_features.services.model.prices import Tokens
from ai_features.services.model.reply import Reply
from ai_features.services.model.request import Asked
from common.storable import storable

log = structlog.get_logger("ai_features.model")
DONE = "[DONE]"


class Stream:
    """The pieces of one answer; `reply` is whole when the iteration is over, and says what was used however it ends.

    Iterating raises `ModelUnavailable` when the stream breaks off. Close it in the end.
    """

    def __init__(self, response: httpx2.Response, asked: Asked, lost: Tokens, started: float) -> None:
        self._response, self._asked, self._lost, self._started = response, asked, lost, started
        self._told = Told()
        self._pieces = self._listen()
        self.reply = self._so_far(is_whole=False)

    def __iter__(self) -> Iterator[str]:
        return self._pieces

    def close(self) -> None:
        """Stop listening; what came until then is in `reply`."""
        self._pieces.close()
        self._response.close()

    def _listen(self) -> Generator[str, None, None]:
        is_whole = False
        try:
            for event in events(self._response.iter_lines()):
                if event == DONE:
                    is_whole = bool(self._told.text or self._told.refusal)
                    break
                piece = _piece(event)
                self._told.add(piece)
                if piece.text:
                    yield piece.text
        except (httpx2.HTTPError, OSError, ValueError, RecursionError) as failure:
            log.warning("model_unavailable", reason="stream_broken", failure=type(failure).__name__)
        else:
            is_whole = is_whole or bool(self._told.finish)
        finally:
            self._response.close()
            self.reply = self._so_far(is_whole=is_whole)
            prometheus.model_seconds.labels(self._asked.model).observe(time.monotonic() - self._started)
        if not is_whole:
            prometheus.model_failures.labels("stream_broken").inc()
            circuit.failed(self._asked.model, "stream_broken")
            raise ModelUnavailable("stream_broken")
        circuit.answered(self._asked.model)

    def _so_far(self, *, is_whole: bool) -> Reply:
        told = self._told
        count = usage.used if is_whole else usage.used_at_least
        return Reply(
            text=told.text,
            model=self._asked.model,
            tokens=self._lost + count(told.usage, most=self._asked.most, sent=self._asked.letters, text=told.text),
            milliseconds=round((time.monotonic() - self._started) * 1000),
            finish=(told.finish or "stop") if is_whole else "broken",
            refusal=told.refusal,
        )


def events(lines: Iterable[str]) -> Iterator[str]:
    """The data of server-sent events; comments and other fields are passed over. A body of JSON is one event."""
    data: list[str] = []
    for line in lines:
        name, _, value = line.partition(":")
        if name == "data":
            data.append(value.removeprefix(" "))
        elif line.startswith(("{", "[", "<")) and not data:
            yield "".join((line, *lines))
            return
        elif not line and data:
            yield "\n".join(data).strip()
            data = []
    if data:
        yield "\n".join(data).strip()


def _piece(event: str) -> Piece:
    """Raises `ValueError` for what is no piece of an answer."""
    found: Any = storable(json.loads(event)) if event else None
    is_whole_answer = isinstance(found, dict) and found.get("object") == "chat.completion"
    return Piece.of_completion(found) if is_whole_answer else Piece.of_chunk(found)
