"""What happens at tills: sent by everyone who sells, read by owners and managers."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.request import Request
from rest_framework.response import Response

from common.tenancy import EVERYONE, MANAGEMENT
from common.viewsets import TenantViewSet
from sales import queries, services
from sales.filters import TillEventFilter
from sales.models import TillEvent
from sales.serializers.till_events import KeptEventsSerializer, NewEventsSerializer, TillEventSerializer


@extend_schema(tags=["tills"])
@extend_schema_view(
    list=extend_schema(summary="What happened at tills, the latest first"), retrieve=extend_schema(summary="One event")
)
class TillEventViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = TillEvent.objects.none()
    serializer_class = TillEventSerializer
    roles = MANAGEMENT
    roles_for = {"POST": EVERYONE}
    filterset_class = TillEventFilter
    search_fields = ["note", "sale__number", "by__name"]
    ordering_fields = ["at", "amount"]

    def rows(self) -> QuerySet[Any]:
        return queries.till_events(self.caller.business_id)

    @extend_schema(
        summary="Send events of a till, each once for ever",
        request=NewEventsSerializer,
        responses={201: KeptEventsSerializer},
    )
    def create(self, request: Request) -> Response:
        body = NewEventsSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        events = [services.NewEvent(**event) for event in body.validated_data["events"]]
        made = services.record_events(self.caller, events)
        rows = queries.till_events(self.caller.business_id).in_bulk([row.pk for row in made])
        return Response(KeptEventsSerializer({"events": [rows[row.pk] for row in made]}).data, status=201)
