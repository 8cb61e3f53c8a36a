"""One view for each AI feature that has an endpoint, made from its declaration."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, reduce
from operator import or_
from typing import Any, Literal

from django.conf import settings
from django.http import StreamingHttpResponse
from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema
from pydantic import BaseModel, Field, RootModel, create_model
from rest_framework.negotiation import BaseContentNegotiation, DefaultContentNegotiation
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import REPLAYED, answer_of, claim, fingerprint, idempotent, key_of, mark_of, release, store
from accounts.models import IdempotentRequest
from ai_features import engine
from ai_features.errors import AIDisabled
from ai_features.feature import Feature, Inputs, annotated_shape
from ai_features.shapes import Charge, Refused, Sentence
from ai_features.streaming import Event, Events, replayed, stream
from common import languages
from common.api import CallerMixin, refuse_unknown
from common.tenancy import Role
from reports.shapes import shape

REFUSALS = ("consent_required", "insufficient_credits", "not_found", "rate_limited", "ai_service_error")
"""What every AI feature may answer instead, for the page of the API."""


def not_disabled() -> None:
    """Raises `AIDisabled` when AI is off for everyone; asked before anything reads the database."""
    if not settings.AI_FEATURES_ENABLED:
        raise AIDisabled


class FeatureView(CallerMixin, APIView):
    """Validates a feature's inputs from path, query string and body, and hands them to the engine."""

    feature: Feature
    roles: tuple[Role, ...]
    refuses = REFUSALS
    alias = ""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        not_disabled()
        super().initial(request, *args, **kwargs)

    def answer(self, request: Request, **in_path: Any) -> Response:
        return Response(engine.run(self.feature, self.caller, self.inputs(request, in_path), key=mark_of(request)))

    def inputs(self, request: Request, in_path: Mapping[str, Any]) -> Inputs:
        given: Any = request.query_params.dict() if request.method == "GET" else request.data
        if request.method == "GET":
            refuse_unknown(request.query_params, self.feature.inputs().get_fields())
        if isinstance(given, Mapping):
            given = {**given, **in_path}
        asked = self.feature.inputs(data=given, context={"request": request})
        asked.is_valid(raise_exception=True)
        found: Inputs = asked.validated_data
        return found


class AnyAccept(BaseContentNegotiation):
    """A stream is asked for as `text/event-stream`; its refusals are JSON like all others."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return DefaultContentNegotiation().select_parser(request, parsers)

    def select_renderer(self, request: Request, renderers: Any, format_suffix: str | None = None) -> Any:
        return renderers[0], renderers[0].media_type


class StreamView(FeatureView):
    """The same answer as server-sent events."""

    content_negotiation_class = AnyAccept

    def streamed(self, request: Request, **in_path: Any) -> StreamingHttpResponse:
        key, held = key_of(request), None
        if key:
            seconds = settings.AI_HOLD_SECONDS + 30
            held = claim(self.caller, key=key, fingerprint=fingerprint(request), seconds=seconds)
            if held.status is not None and held.response is not None:
                return _event_stream(replayed(self.feature, answer_of(held)), replay=True)
        try:
            inputs = self.inputs(request, in_path)
            events = stream(self.feature, self.caller, inputs, key=mark_of(request), when_over=_remember(held))
        except BaseException:
            _remember(held)(None)
            raise
        return _event_stream(events)


def _remember(held: IdempotentRequest | None) -> Callable[[dict[str, Any] | None], None]:
    """Keeps a streamed answer for a repeat with the same key, or forgets the key when there was none."""

    def over(body: dict[str, Any] | None) -> None:
        if held is not None and (body is None or not store(held, 200, body)):
            release(held)

    return over


class _Lines:
    """Events as the lines of `text/event-stream`; closing it closes what it reads from."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events

    def __iter__(self) -> Iterator[bytes]:
        for name, data in self._events:
            body = JSONRenderer().render(data).decode()
            yield f"event: {name}\ndata: {body}\n\n".encode()

    def close(self) -> None:
        if isinstance(self._events, Events):
            self._events.close()


def _event_stream(events: Iterator[Event], *, replay: bool = False) -> StreamingHttpResponse:
    headers = {REPLAYED: "true"} if replay else {}
    response = StreamingHttpResponse(_Lines(events), content_type="text/event-stream", headers=headers)
    response["Cache-Control"] = "no-cache"
    response["X-Accel-Buffering"] = "no"
    return response


def stream_view_of(feature: Feature) -> type[StreamView]:
    """The view class that streams a feature's answer."""

    def post(self: StreamView, request: Request, **in_path: Any) -> Any:
        return self.streamed(request, **in_path)

    post.takes_key = True  # type: ignore[attr-defined]
    described = extend_schema(
        summary=f"{feature.title}, as server-sent events",
        request=feature.inputs,
        responses={(200, "text/event-stream"): events_of(feature)},
        tags=["AI features"],
    )
    members = {"feature": feature, "roles": feature.roles, "post": described(post)}
    return type(f"{_camel(feature.id)}StreamView", (StreamView,), members)


def view_of(feature: Feature, alias: str = "") -> type[FeatureView]:
    """The view class of a feature, with its methods, roles and description; `alias` tells its endpoints apart there."""
    members: dict[str, Any] = {"feature": feature, "roles": feature.roles, "__doc__": feature.title, "alias": alias}
    for method in feature.methods:
        members[method.lower()] = _handler(feature, method, alias)
    return type(f"{_camel(feature.id)}View", (FeatureView,), members)


def urls_of(features: tuple[Feature, ...]) -> list[URLPattern]:
    """The URLs of all features that have one, aliases included."""
    found = []
    for feature in features:
        places = [place for place in (feature.path, *feature.aliases) if place]
        for number, place in enumerate(places):
            alias = f"_alias_{number}" if number else ""
            found.append(path(place, view_of(feature, alias).as_view(), name=f"ai-{feature.id}{alias}"))
        if feature.streamed:
            streamed = stream_view_of(feature).as_view()
            found.append(path(f"{feature.path}stream/", streamed, name=f"ai-{feature.id}-stream"))
    return found


def _handler(feature: Feature, method: str, alias: str) -> Any:
    @idempotent(seconds=settings.AI_HOLD_SECONDS + 30)
    def handle(self: FeatureView, request: Request, **in_path: Any) -> Response:
        return self.answer(request, **in_path)

    handle.__name__ = method.lower()
    described: dict[str, Any] = {
        "summary": feature.title,
        "responses": shape_of(feature),
        "tags": ["AI features"],
    }
    described |= {"parameters": [feature.inputs]} if method == "GET" else {"request": feature.inputs}
    if any(isinstance(field.default, languages.ReadersLanguage) for field in feature.inputs().fields.values()):
        described["parameters"] = [*described.get("parameters", ()), languages.HEADER]
    return extend_schema(**described)(handle)


@cache
def shape_of(feature: Feature) -> type[BaseModel]:
    """The whole answer of a feature, its charge included."""
    return create_model(f"{_camel(feature.id)}Answer", __base__=(feature.shape, Charge), __doc__=feature.title)


@cache
def events_of(feature: Feature) -> type[BaseModel]:
    """One event of a stream; `event` tells which."""
    early = annotated_shape(feature.preview).model_fields if feature.preview else {}
    kinds: dict[str, Any] = {name: field.annotation for name, field in early.items()}
    kinds |= {"sentence": Sentence, "replace": Sentence, "done": shape_of(feature), "error": Refused}
    name = _camel(feature.id)
    events: list[Any] = [
        shape(f"{name}{_camel(kind)}Event", event=Literal.__getitem__(kind), data=data) for kind, data in kinds.items()
    ]
    any_of = reduce(or_, events)
    return create_model(f"{name}Event", __base__=RootModel, root=(any_of, Field(discriminator="event")))


def _camel(name: str) -> str:
    return "".join(part.title() for part in name.split("_"))
