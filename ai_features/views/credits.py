"""Balance, prices, usage, history, availability and alerts."""

from typing import Any

from django_filters.filters import ChoiceFilter, DateFilter
from django_filters.rest_framework.filters import BooleanFilter
from django_filters.rest_framework.filterset import FilterSet
from drf_spectacular.utils import PolymorphicProxySerializer, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features import queries
from ai_features.features import denied_to
from ai_features.models import AITransaction, AIUsageAlert, LedgerEntry
from ai_features.pricing import FEATURE_PRICES, feature_key
from ai_features.serializers import credits as shapes
from ai_features.serializers.fields import ASKED_FEATURES
from ai_features.services import AIBillingService
from common.api import CallerMixin
from common.filters import Days
from common.tenancy import MANAGEMENT


class BalanceView(CallerMixin, APIView):
    """The credits of the business, lot by lot, the next to be spent first."""

    @extend_schema(responses=shapes.BalanceSerializer)
    def get(self, request: Request) -> Response:
        account = AIBillingService.get_account(self.caller.business_id)
        return Response(shapes.BalanceSerializer(queries.credits.balance(account)).data)


class PricingView(APIView):
    """Packs, prices of features and the monthly add-on, as they are now."""

    @extend_schema(parameters=[shapes.PricingQuerySerializer], responses=shapes.PricingSerializer)
    def get(self, request: Request) -> Response:
        asked = shapes.PricingQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        found = queries.features.price_list(asked.validated_data.get("custom_amount"))
        return Response(shapes.PricingSerializer(found).data)


class UsageView(CallerMixin, APIView):
    """Requests and credits over the last days: totals, by feature and by day."""

    roles = MANAGEMENT

    @extend_schema(parameters=[shapes.UsageQuerySerializer], responses=shapes.UsageSerializer)
    def get(self, request: Request) -> Response:
        asked = shapes.UsageQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        stats = AIBillingService.get_usage_stats(self.caller.business_id, asked.validated_data["days"])
        return Response(shapes.UsageSerializer(stats).data)


class UsageAliasView(UsageView):
    """The same under the URL that the first front end asked for."""

    alias = "usage/stats/"


class TransactionFilter(FilterSet):
    """`?feature=` takes older names too; `from` and `to` are dates in Accra, both included."""

    feature = ChoiceFilter(choices=[(key, key) for key in ASKED_FEATURES], method="of_feature")
    success = BooleanFilter()
    to = DateFilter(field_name="timestamp", lookup_expr="date__lte")
    locals()["from"] = DateFilter(field_name="timestamp", lookup_expr="date__gte")  # a keyword of Python

    class Meta:
        model = AITransaction
        fields = ["feature", "success", "outcome", "cached", "degraded"]

    def of_feature(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(feature=feature_key(value) or value)


class TransactionsView(CallerMixin, ListAPIView[AITransaction]):
    """Every request to an AI feature, charged or not."""

    roles = MANAGEMENT
    filterset_class = TransactionFilter
    search_fields = ["feature", "error_message"]
    ordering_fields = ["timestamp", "credits_used", "processing_time_ms"]
    queryset = AITransaction.objects.none()

    def get_serializer_class(self) -> type[shapes.TransactionSerializer]:
        staff = getattr(self.request.user, "is_staff", False)
        return shapes.StaffTransactionSerializer if staff else shapes.TransactionSerializer

    def get_queryset(self) -> Any:
        return queries.credits.transactions(self.caller.business_id)


class LedgerFilter(Days):
    moment = "created_at"

    class Meta:
        model = LedgerEntry
        fields = ["kind"]


class LedgerView(CallerMixin, ListAPIView[LedgerEntry]):
    """Every change of the balance, the latest first: their sum is the balance."""

    roles = MANAGEMENT
    serializer_class = shapes.LedgerEntrySerializer
    filterset_class = LedgerFilter
    ordering_fields = ["created_at", "credits"]
    queryset = LedgerEntry.objects.none()

    def get_queryset(self) -> Any:
        return queries.credits.ledger(self.caller.business_id)


class AvailabilityView(CallerMixin, APIView):
    """Whether you can ask a feature now and, if not, why; all features without `?feature=`."""

    @extend_schema(
        parameters=[shapes.AvailabilityQuerySerializer],
        responses=PolymorphicProxySerializer(
            "AvailabilityAnswer",
            [shapes.AvailabilitySerializer, shapes.AvailabilityListSerializer],
            resource_type_field_name=None,
        ),
    )
    def get(self, request: Request) -> Response:
        asked = shapes.AvailabilityQuerySerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        one = asked.validated_data.get("feature")
        features, denied = [one] if one else list(FEATURE_PRICES), denied_to(self.caller.role)
        found = AIBillingService.availability(self.caller.business_id, features, denied=denied)
        if one:
            return Response(shapes.AvailabilitySerializer(found[0]).data)
        return Response(shapes.AvailabilityListSerializer({"features": found}).data)


class AlertsView(CallerMixin, ListAPIView[AIUsageAlert]):
    """What the owner was told about the credits, the latest first."""

    roles = MANAGEMENT
    serializer_class = shapes.AlertSerializer
    filterset_fields = ["alert_type"]
    search_fields = ["alert_type"]
    ordering_fields = ["created_at"]
    queryset = AIUsageAlert.objects.none()

    def get_queryset(self) -> Any:
        return queries.credits.alerts(self.caller.business_id)
