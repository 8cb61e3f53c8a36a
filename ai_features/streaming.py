"""An answer let out sentence by sentence: plan and data at once, then words as their slots are filled, then `done`."""

import re
from collections.abc import Callable, Generator, Iterator
from typing import Any, Self

import structlog
from pydantic_core import from_json

from ai_features import engine
from ai_features.errors import AIServiceError
from ai_features.feature import Facts, Feature, Inputs, annotated_shape
from ai_features.model_work import Unusable
from ai_features.request import Request
from ai_features.services.model.client import ModelUnavailable
from ai_features.services.model.schema import begin
from ai_features.services.sharing import answer_cache, dropped_streams
from ai_features.services.slots import SlotError
from common.errors import DomainError
from common.storable import storable
from common.tenancy import Caller

log = structlog.get_logger("ai_features.engine")
Event = tuple[str, dict[str, Any]]
_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")


def stream(
    feature: Feature,
    caller: Caller,
    inputs: Inputs,
    *,
    when_over: Callable[[dict[str, Any] | None], None],
    key: str = "",
) -> "Events":
    """The events of one answer. What can be refused is refused here, before the first event, as `engine.run` does.

    `when_over` gets the whole answer, or None when there was none: after an error, or when the caller went away.
    """
    request = engine.begin(feature, caller, inputs, key)
    try:
        facts = engine.gathered(request)
        early = engine.unworded(request, facts) or _from_cache(request, facts)
        if early is None:
            request.take_hold()
    except DomainError as refused:
        engine.end_refused(request, refused)
        raise
    except BaseException as broken:
        engine.end_broken(request, broken)
        raise
    return Events(request, facts, early, when_over)


class Events:
    """An iterator of (event, data). Closed before its end, it gives the hold back and charges nothing."""

    def __init__(
        self,
        request: Request,
        facts: Facts,
        early: dict[str, Any] | None,
        when_over: Callable[[dict[str, Any] | None], None],
    ) -> None:
        self._request = request
        self._when_over = when_over
        self._answer: dict[str, Any] | None = None
        self._over = False
        self._has_shown = False
        self._events = self._all(facts, early)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        try:
            event = next(self._events)
            self._has_shown = True
            return event
        except StopIteration:
            self._end()
            raise
        except DomainError as refused:
            engine.end_refused(self._request, refused)
            return "error", {"error": refused.code, "message": refused.message, **refused.extra}
        except Exception as broken:
            log.exception("stream_failed", feature=self._request.feature.id)
            engine.end_broken(self._request, broken)
            return "error", {"error": AIServiceError.code, "message": AIServiceError.message}
        except BaseException as broken:
            engine.end_broken(self._request, broken)
            self._end()
            raise

    def close(self) -> None:
        """The caller went away, or all is said."""
        try:
            self._events.close()
        finally:
            if not self._over:
                saw_for_nothing = self._has_shown and not self._request.closed
                engine.end_broken(self._request, GeneratorExit())
                self._end()
                if saw_for_nothing:
                    dropped_streams.note(self._request.caller.business_id)

    def _end(self) -> None:
        if not self._over:
            self._over = True
            self._when_over(self._answer)

    def _all(self, facts: Facts, early: dict[str, Any] | None) -> Generator[Event, None, None]:
        """The events as they come; all at the end, and charged, for a business that has often read for nothing."""
        events = self._as_they_come(facts, early)
        if not dropped_streams.too_many(self._request.caller.business_id):
            yield from events
            return
        whole = list(events)
        words_failed = any(name == "replace" for name, _ in whole)
        yield from [event for event in whole if not (words_failed and event[0] == "sentence")]

    def _as_they_come(self, facts: Facts, early: dict[str, Any] | None) -> Generator[Event, None, None]:
        feature = self._request.feature
        if feature.preview:
            yield from engine.as_json(feature.preview(facts)).items()
        if early is None and (self._request.using is None or facts.templated):
            early = engine.offline(self._request, facts)
        if early is None:
            yield from self._worded(facts)
        else:
            self._answer = early
            yield from _sentences(early.get(feature.streamed, ""))
            yield "done", early

    def _worded(self, facts: Facts) -> Iterator[Event]:
        """The model's sentences, each one behind; the charge before the last; or the offline words instead, free."""
        request, said = self._request, ""
        assert request.using
        try:
            sent = request.using.stream(facts)
            try:
                for said_now in _spoken(sent, facts, request.feature.streamed):
                    yield "sentence", {"text": said_now[len(said) :].strip()}
                    said = said_now
            finally:
                sent.close()
                request.using.count_streamed(sent)
            words, filled = request.using.received(sent, facts)
            rest = _rest(getattr(filled, request.feature.streamed), said)
        except (ModelUnavailable, Unusable, SlotError) as failure:
            self._answer = engine.degraded(request, facts, engine.reason_of(failure))
            if said and not isinstance(failure, ModelUnavailable):
                dropped_streams.note(request.caller.business_id)
            yield "replace", {"text": self._answer.get(request.feature.streamed, "")}
            yield "done", self._answer
            return
        self._answer = engine.settled(request, facts, words, filled)
        if request.cache_seconds and request.to_keep:
            answer_cache.keep(engine.cache_key(request, facts), request.to_keep, request.cache_seconds)
        yield from _sentences(rest)
        yield "done", self._answer


def replayed(feature: Feature, answer: dict[str, Any]) -> Iterator[Event]:
    """The events of an answer that was streamed before, from the answer alone."""
    if feature.preview:
        for name, field in annotated_shape(feature.preview).model_fields.items():
            parts = getattr(field.annotation, "model_fields", {})
            if parts and parts.keys() <= answer.keys():
                yield name, {part: answer[part] for part in parts}
    yield from _sentences(answer.get(feature.streamed, ""))
    yield "done", answer


def _rest(text: str, said: str) -> str:
    """What is still to be said. Raises `Unusable` when the whole reads otherwise than its beginning did."""
    if not text.startswith(said):
        raise Unusable
    return text[len(said) :]


def _spoken(sent: Any, facts: Facts, name: str) -> Iterator[str]:
    """The text so far, filled, each time one more sentence is known to be not the last. Raises `SlotError`."""
    buffer, known = "", 0
    for piece in sent:
        buffer += piece
        text = _partial(buffer).get(name, "")
        ends = [end for end in _ENDS.finditer(text) if end.end() < len(text)] if isinstance(text, str) else []
        if len(ends) > known:
            known = len(ends)
            yield facts.slots.fill(text[: ends[-1].start()], said=facts.said)


def _partial(buffer: str) -> dict[str, Any]:
    try:
        found = storable(from_json(buffer[begin(buffer) :], allow_partial="trailing-strings"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _sentences(text: str) -> Iterator[Event]:
    for sentence in _ENDS.split(text.strip()):
        if sentence:
            yield "sentence", {"text": sentence}


def _from_cache(request: Request, facts: Facts) -> dict[str, Any] | None:
    if not request.cache_seconds:
        return None
    return engine.from_cache(request, facts, answer_cache.find(engine.cache_key(request, facts)))
