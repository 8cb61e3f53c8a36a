"""One view for each AI feature that has an address, made from its declaration."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.urls import URLPattern, path
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from ai_features import engine
from ai_features.errors import AIDisabled
from ai_features.feature import Feature, Inputs
from common.api import CallerMixin
from common.tenancy import Role


def not_disabled() -> None:
    """Raises `AIDisabled` when AI is off for everyone; asked before anything reads the database."""
    if not settings.AI_FEATURES_ENABLED:
        raise AIDisabled


class FeatureView(CallerMixin, APIView):
    """Validates a feature's inputs from path, query string and body, and hands them to the engine."""

    feature: Feature
    roles: tuple[Role, ...]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        not_disabled()
        super().initial(request, *args, **kwargs)

    def answer(self, request: Request, **in_path: Any) -> Response:
        return Response(engine.run(self.feature, self.caller, self.inputs(request, in_path)))

    def inputs(self, request: Request, in_path: Mapping[str, Any]) -> Inputs:
        given: Any = request.query_params.dict() if request.method == "GET" else request.data
        if isinstance(given, Mapping):
            given = {**given, **in_path}
        asked = self.feature.inputs(data=given, context={"request": request})
        asked.is_valid(raise_exception=True)
        found: Inputs = asked.validated_data
        return found


def view_of(feature: Feature) -> type[FeatureView]:
    """The view class of a feature, with its methods, roles and description."""
    members: dict[str, Any] = {"feature": feature, "roles": feature.roles, "__doc__": feature.title}
    for method in feature.methods:
        members[method.lower()] = _handler(feature, method)
    return type(f"{_camel(feature.id)}View", (FeatureView,), members)


def urls_of(features: tuple[Feature, ...]) -> list[URLPattern]:
    """The addresses of all features that have one, aliases included."""
    found = []
    for feature in features:
        view = view_of(feature).as_view()
        places = [place for place in (feature.path, *feature.aliases) if place]
        for number, place in enumerate(places):
            found.append(path(place, view, name=f"ai-{feature.id}" + (f"-alias-{number}" if number else "")))
    return found


def _handler(feature: Feature, method: str) -> Any:
    @idempotent(seconds=settings.AI_HOLD_SECONDS + 30)
    def handle(self: FeatureView, request: Request, **in_path: Any) -> Response:
        return self.answer(request, **in_path)

    handle.__name__ = method.lower()
    described: dict[str, Any] = {
        "operation_id": f"ai_{feature.id}_{method.lower()}",
        "summary": feature.title,
        "responses": _response_of(feature),
        "tags": ["AI features"],
    }
    described |= {"parameters": [feature.inputs]} if method == "GET" else {"request": feature.inputs}
    return extend_schema(**described)(handle)


def _response_of(feature: Feature) -> Any:
    """The answer's own fields are in docs/api.md; these every answer has."""
    return inline_serializer(
        f"{_camel(feature.id)}Answer",
        {
            "credits_used": serializers.FloatField(),
            "balance": serializers.FloatField(),
            "cached": serializers.BooleanField(),
            "degraded": serializers.BooleanField(),
            "model": serializers.CharField(),
            "processing_time_ms": serializers.IntegerField(),
            "transaction_id": serializers.UUIDField(allow_null=True),
        },
    )


def _camel(name: str) -> str:
    return "".join(part.title() for part in name.split("_"))
