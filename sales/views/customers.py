"""Customers: the list, their accounts, and forgetting them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework.backends import DjangoFilterBackend
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from accounts.throttles import UPLOAD
from common import errors
from common import shop_clock as clock
from common.api import Ordering
from common.import_api import CHECK, ReadingImports, uploaded
from common.tenancy import MANAGEMENT, Role
from common.viewsets import TenantViewSet
from sales import queries, services
from sales.filters import CustomerFilter, PhoneSearch
from sales.models import Customer, CustomerImport, CustomerMerge
from sales.serializers.customers import (
    CreditAppliedSerializer,
    CustomerFileSerializer,
    CustomerImportRowSerializer,
    CustomerImportSerializer,
    CustomerInputSerializer,
    CustomerSerializer,
    MergedSerializer,
    MergeSerializer,
    OpeningBalanceSerializer,
    StatementPeriodSerializer,
    StatementSerializer,
)
from sales.serializers.sending import SendStatementSerializer, SentSerializer

STATEMENT_DAYS = 90


@extend_schema(tags=["customers"])
@extend_schema_view(
    list=extend_schema(summary="Customers, each with what they owe"),
    retrieve=extend_schema(summary="One customer"),
)
class CustomerViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = Customer.objects.none()
    serializer_class = CustomerSerializer
    roles_for = {"PATCH": MANAGEMENT}
    filter_backends = [DjangoFilterBackend, PhoneSearch, Ordering]
    filterset_class = CustomerFilter
    search_fields = ["name", "phone", "email"]
    ordering_fields = ["name", "created_at", "balance", "outstanding", "overdue", "oldest_due", "credit_limit"]

    def rows(self) -> QuerySet[Any]:
        return queries.customer_balances(self.caller.business_id)

    @extend_schema(summary="Add a customer", request=CustomerInputSerializer, responses={201: CustomerSerializer})
    @idempotent(atomic=True)
    def create(self, request: Request) -> Response:
        body = CustomerInputSerializer(data=request.data, context=self.get_serializer_context())
        body.is_valid(raise_exception=True)
        made = services.create_customer(self.caller, **body.validated_data)
        return Response(self._shown(made.pk), status=201)

    @extend_schema(
        summary="Change a customer, their credit limit, terms or hold",
        request=CustomerInputSerializer(partial=True),
        responses=CustomerSerializer,
    )
    def partial_update(self, request: Request, pk: Any) -> Response:
        body = CustomerInputSerializer(data=request.data, partial=True, context=self.get_serializer_context())
        body.is_valid(raise_exception=True)
        services.update_customer(self.caller, pk, **body.validated_data)
        return Response(self._shown(pk))

    @extend_schema(
        summary="The customer's account between two days",
        parameters=[StatementPeriodSerializer],
        responses=StatementSerializer,
        filters=False,
    )
    @action(detail=True, pagination_class=None)
    def statement(self, request: Request, pk: Any) -> Response:
        customer = queries.customer(self.caller.business_id, pk)
        asked = StatementPeriodSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        first, last = _days(asked.validated_data)
        found = queries.statement(self.caller.business_id, customer.pk, start=first, end=last + dt.timedelta(days=1))
        shown = {"customer_id": customer.pk, "customer_name": customer.name, "from": first, "to": last}
        return Response(StatementSerializer({**shown, **asdict(found)}).data)

    @extend_schema(
        summary="Send the customer their account, once they agreed",
        request=SendStatementSerializer,
        responses=SentSerializer,
    )
    @action(detail=True, methods=["post"], url_path="send-statement")
    @idempotent()
    def send_statement(self, request: Request, pk: Any) -> Response:
        body = SendStatementSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        wanted, (first, last) = body.validated_data, _days(body.validated_data)
        sent = services.send_statement(
            self.caller, pk, channel=wanted["channel"], agreed=wanted["agreed"], first=first, last=last
        )
        return Response(SentSerializer(sent).data)

    @extend_schema(summary="Remove a customer's personal data for good", request=None, responses=CustomerSerializer)
    @action(detail=True, methods=["post"], roles=(Role.OWNER,))
    def erase(self, request: Request, pk: Any) -> Response:
        services.erase_customer(self.caller, pk)
        return Response(self._shown(pk))

    @extend_schema(
        summary="Settle open invoices with the customer's unused credit",
        request=None,
        responses=CreditAppliedSerializer,
    )
    @action(detail=True, methods=["post"], url_path="apply-credit")
    def apply_credit(self, request: Request, pk: Any) -> Response:
        customer = queries.customer(self.caller.business_id, pk)
        applied = services.apply_credit(self.caller, customer_id=customer.pk)
        return Response(CreditAppliedSerializer({"applied": applied, "customer": self.rows().get(pk=pk)}).data)

    @extend_schema(
        summary="Say what the customer owed before the shop kept its books here",
        request=OpeningBalanceSerializer,
        responses=CustomerSerializer,
    )
    @action(detail=True, methods=["post"], url_path="opening-balance", roles=MANAGEMENT)
    def opening_balance(self, request: Request, pk: Any) -> Response:
        body = OpeningBalanceSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        customer = queries.customer(self.caller.business_id, pk)
        services.set_opening_balance(self.caller, customer.pk, **body.validated_data)
        return Response(self._shown(pk))

    @extend_schema(
        summary="Bring in customers and opening balances from a file, in the background",
        parameters=[CHECK],
        request={"multipart/form-data": CustomerFileSerializer},
        responses={202: CustomerImportSerializer},
        filters=False,
    )
    @action(
        detail=False,
        methods=["post"],
        url_path="import",
        roles=MANAGEMENT,
        parser_classes=[MultiPartParser],
        throttle_classes=UPLOAD,
        pagination_class=None,
        filter_backends=[],
    )
    def import_file(self, request: Request) -> Response:
        body = CustomerFileSerializer(data=uploaded(request))
        body.is_valid(raise_exception=True)
        job = services.start_customer_import(self.caller, **body.validated_data)
        shown = queries.customer_imports(self.caller.business_id).get(pk=job.pk)
        return Response(CustomerImportSerializer(shown).data, status=202)

    @extend_schema(summary="Make two customers one", request=MergeSerializer, responses={201: MergedSerializer})
    @action(detail=False, methods=["post"], roles=MANAGEMENT)
    @idempotent(atomic=True)
    def merge(self, request: Request) -> Response:
        body = MergeSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        return Response(MergedSerializer(services.merge_customers(self.caller, **body.validated_data)).data, status=201)

    def _shown(self, pk: Any) -> Any:
        return CustomerSerializer(self.rows().get(pk=pk)).data


@extend_schema(tags=["customers"])
@extend_schema_view(list=extend_schema(summary="Merges of customers"), retrieve=extend_schema(summary="One merge"))
class MergeViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = CustomerMerge.objects.none()
    serializer_class = MergedSerializer
    roles = MANAGEMENT
    ordering_fields = ["at"]

    def rows(self) -> QuerySet[Any]:
        return queries.merges(self.caller.business_id)

    @extend_schema(summary="Part the two again, within a day", request=None, responses=MergedSerializer)
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: Any) -> Response:
        return Response(MergedSerializer(services.part_customers(self.caller, pk)).data)


@extend_schema(tags=["customers"])
@extend_schema_view(
    list=extend_schema(summary="Imports of customers, newest first"),
    retrieve=extend_schema(summary="The progress of an import of customers and its bad lines"),
)
class CustomerImportViewSet(ReadingImports):
    queryset = CustomerImport.objects.none()
    serializer_class = CustomerImportSerializer
    row_serializer = CustomerImportRowSerializer

    def rows(self) -> QuerySet[CustomerImport]:
        return queries.customer_imports(self.caller.business_id)


def _days(asked: Mapping[str, Any]) -> tuple[dt.date, dt.date]:
    last: dt.date = asked.get("to") or clock.today()
    if not 1970 <= last.year <= 2200:
        raise errors.InvalidInput.field("to", "Please check the year.")
    first: dt.date = asked.get("from") or last - dt.timedelta(days=STATEMENT_DAYS)
    if first > last:
        raise errors.InvalidInput.field("from", "The first day is after the last.")
    return first, last
