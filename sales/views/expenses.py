"""Expenses: for owners and managers."""

import mimetypes
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from accounts.throttles import PHOTO
from common import errors
from common.tenancy import MANAGEMENT
from common.viewsets import TenantViewSet
from sales import queries, services
from sales.filters import ExpenseFilter
from sales.models import Expense, RecurringExpense
from sales.serializers.expenses import (
    ExpenseSerializer,
    NewExpenseSerializer,
    NewRecurringSerializer,
    PhotoSerializer,
    RecurringSerializer,
)


@extend_schema(tags=["expenses"])
@extend_schema_view(
    list=extend_schema(summary="Expenses, the latest first"), retrieve=extend_schema(summary="One expense")
)
class ExpenseViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Expense.objects.none()
    serializer_class = ExpenseSerializer
    roles = MANAGEMENT
    filterset_class = ExpenseFilter
    search_fields = ["note", "reference", "supplier__name"]
    ordering_fields = ["spent_on", "amount"]

    def rows(self) -> QuerySet[Any]:
        return queries.expenses(self.caller.business_id)

    @extend_schema(summary="Write down an expense", request=NewExpenseSerializer, responses={201: ExpenseSerializer})
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = NewExpenseSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = services.record_expense(self.caller, **body.validated_data)
        return Response(self._shown(made.pk), status=201)

    @extend_schema(summary="Take back an expense that was a mistake", request=None, responses=ExpenseSerializer)
    @action(detail=True, methods=["post"])
    def cancel(self, request: Request, pk: Any) -> Response:
        services.cancel_expense(self.caller, pk)
        return Response(self._shown(pk))

    @extend_schema(
        summary="Keep a photo of the receipt",
        request={"multipart/form-data": PhotoSerializer},
        responses=ExpenseSerializer,
    )
    @action(detail=True, methods=["post"], parser_classes=[MultiPartParser], throttle_classes=PHOTO)
    def photo(self, request: Request, pk: Any) -> Response:
        body = PhotoSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        upload = body.validated_data["photo"]
        services.keep_photo(self.caller, pk, content=upload.read(services.PHOTO_AT_MOST + 1))
        return Response(self._shown(pk))

    @extend_schema(
        summary="The photo of the receipt",
        responses={(200, kind): OpenApiTypes.BINARY for kind in ("image/jpeg", "image/png", "application/pdf")},
        filters=False,
    )
    @photo.mapping.get
    def show_photo(self, request: Request, pk: Any) -> Any:
        found = queries.expense(self.caller.business_id, pk)
        if not found.photo or not found.photo.storage.exists(str(found.photo.name)):
            raise errors.NotFound("This expense has no photo.")
        kind = mimetypes.guess_type(str(found.photo.name))[0]
        return FileResponse(found.photo.open(), content_type=kind, as_attachment=True)

    def _shown(self, pk: Any) -> Any:
        return ExpenseSerializer(self.rows().get(pk=pk)).data


@extend_schema(tags=["expenses"])
@extend_schema_view(
    list=extend_schema(summary="Expenses that come again"), retrieve=extend_schema(summary="One of them")
)
class RecurringExpenseViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = RecurringExpense.objects.none()
    serializer_class = RecurringSerializer
    roles = MANAGEMENT
    filterset_fields = ["category", "every"]
    search_fields = ["note"]
    ordering_fields = ["starts_on", "amount"]

    def rows(self) -> QuerySet[Any]:
        return queries.recurring_expenses(self.caller.business_id)

    @extend_schema(
        summary="An expense for every week or month",
        request=NewRecurringSerializer,
        responses={201: RecurringSerializer},
    )
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = NewRecurringSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        made = services.repeat_expense(self.caller, **body.validated_data)
        return Response(RecurringSerializer(self.rows().get(pk=made.pk)).data, status=201)

    @extend_schema(summary="No further ones", request=None, responses=RecurringSerializer)
    @action(detail=True, methods=["post"])
    def stop(self, request: Request, pk: Any) -> Response:
        services.stop_repeating(self.caller, pk)
        return Response(RecurringSerializer(self.rows().get(pk=pk)).data)
