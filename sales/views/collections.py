"""Contacts, promises and payment plans: for owners and managers."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from sales import queries, services
from sales.filters import NoteFilter, PlanFilter, PromiseFilter
from sales.models import CollectionNote, PaymentPlan, PromiseToPay
from sales.serializers.collections import (
    CollectionNoteSerializer,
    NewPlanSerializer,
    PlanSerializer,
    PromiseSerializer,
)


@extend_schema(tags=["collections"])
@extend_schema_view(
    list=extend_schema(summary="Contacts with customers about debts"),
    retrieve=extend_schema(summary="One contact"),
)
class NoteViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = CollectionNote.objects.none()
    serializer_class = CollectionNoteSerializer
    roles = MANAGEMENT
    filterset_class = NoteFilter
    search_fields = ["text", "customer__name"]
    ordering_fields = ["at", "next_action_on"]

    def rows(self) -> QuerySet[Any]:
        return queries.collection_notes(self.caller.business_id)

    @extend_schema(summary="Write down a contact", responses={201: CollectionNoteSerializer})
    def create(self, request: Request) -> Response:
        body = CollectionNoteSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = services.record_note(self.caller, **body.validated_data)
        return Response(CollectionNoteSerializer(self.rows().get(pk=made.pk)).data, status=201)


@extend_schema(tags=["collections"])
@extend_schema_view(
    list=extend_schema(summary="Promises to pay: open, kept or broken"),
    retrieve=extend_schema(summary="One promise"),
)
class PromiseViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = PromiseToPay.objects.none()
    serializer_class = PromiseSerializer
    roles = MANAGEMENT
    filterset_class = PromiseFilter
    search_fields = ["note", "customer__name"]
    ordering_fields = ["due_on", "promised_on", "amount"]

    def rows(self) -> QuerySet[Any]:
        return queries.promises(self.caller.business_id)

    @extend_schema(summary="Write down a promise to pay", responses={201: PromiseSerializer})
    def create(self, request: Request) -> Response:
        body = PromiseSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = services.record_promise(self.caller, **body.validated_data)
        return Response(PromiseSerializer(self.rows().get(pk=made.pk)).data, status=201)

    @extend_schema(summary="Take back a promise entered by mistake", request=None, responses=PromiseSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any) -> Response:
        services.cancel_promise(self.caller, pk)
        return Response(PromiseSerializer(self.rows().get(pk=pk)).data)


@extend_schema(tags=["collections"])
@extend_schema_view(
    list=extend_schema(summary="Payment plans and how they are kept"),
    retrieve=extend_schema(summary="One payment plan"),
)
class PlanViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = PaymentPlan.objects.none()
    serializer_class = PlanSerializer
    roles = MANAGEMENT
    filterset_class = PlanFilter
    search_fields = ["customer__name"]
    ordering_fields = ["agreed_on", "total"]

    def rows(self) -> QuerySet[Any]:
        return queries.payment_plans(self.caller.business_id)

    @extend_schema(summary="Agree on a payment plan", request=NewPlanSerializer, responses={201: PlanSerializer})
    def create(self, request: Request) -> Response:
        body = NewPlanSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        parts = [services.NewInstalment(**part) for part in body.validated_data["instalments"]]
        made = services.agree_plan(self.caller, **{**body.validated_data, "instalments": parts})
        return Response(PlanSerializer(self.rows().get(pk=made.pk)).data, status=201)

    @extend_schema(summary="End a payment plan", request=None, responses=PlanSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any) -> Response:
        services.cancel_plan(self.caller, pk)
        return Response(PlanSerializer(self.rows().get(pk=pk)).data)
