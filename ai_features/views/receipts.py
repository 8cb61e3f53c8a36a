"""Sales, whose receipts AI can add a thank-you to."""

from dataclasses import asdict
from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.idempotency import idempotent
from ai_features import engine
from ai_features.features.selling import smart_receipt
from ai_features.serializers.fields import ErrorCodeField
from common import languages
from common.errors import DomainError
from sales.models import Customer
from sales.queries.receipts import Receipt
from sales.serializers.receipts import ReceiptSerializer
from sales.views.sales import FORMAT, SaleViewSet, printed
from sales.views.tills import COLUMNS, columns

AI = OpenApiParameter("ai", OpenApiTypes.BOOL, description="1: with `ai_enhancements`, for credits.")


class EnhancementsSerializer(serializers.Serializer[Any]):
    personalized_message = serializers.CharField()
    product_tips = serializers.ListField(child=serializers.CharField())
    recommendations = serializers.ListField(child=serializers.CharField())
    language = serializers.ChoiceField(Customer.Language.choices)
    reviewed = serializers.BooleanField(help_text="Off for phrases that no native speaker has read yet.")


class ReceiptRefusedSerializer(serializers.Serializer[Any]):
    error = ErrorCodeField()
    message = serializers.CharField()


class SmartReceiptSerializer(ReceiptSerializer):
    """A receipt; with `?ai=1` what AI adds, or null and `ai_error` when that was refused."""

    ai_enhancements = EnhancementsSerializer(required=False, allow_null=True)
    ai_error = ReceiptRefusedSerializer(required=False)
    credits_used = serializers.FloatField(required=False)
    balance = serializers.FloatField(required=False)
    cached = serializers.BooleanField(required=False)
    degraded = serializers.BooleanField(required=False)
    model = serializers.CharField(required=False)
    processing_time_ms = serializers.IntegerField(required=False)
    transaction_id = serializers.UUIDField(required=False, allow_null=True)


@extend_schema_view(
    receipt=extend_schema(
        parameters=[FORMAT, COLUMNS, AI, languages.HEADER],
        responses={
            (200, "application/json"): SmartReceiptSerializer,
            (200, "text/html"): OpenApiTypes.STR,
            (200, "text/plain"): OpenApiTypes.STR,
        },
    )
)
class SmartSaleViewSet(SaleViewSet):
    """Sales; a receipt with `?ai=1` is whole also when the AI part is refused."""

    def shown_receipt(self, request: Request, receipt: Receipt) -> HttpResponseBase:
        if request.query_params.get("ai") not in ("1", "true"):
            return super().shown_receipt(request, receipt)
        columns(request)
        if request.query_params.get("format", "json") == "json":
            return self._smart(request, receipt)
        if request.query_params["format"] not in ("html", "text"):
            return printed(request, receipt)
        return printed(request, receipt, lines_of(self._added(receipt)))

    @idempotent(seconds=330)
    def _smart(self, request: Request, receipt: Receipt) -> Response:
        return Response({**ReceiptSerializer(asdict(receipt)).data, **self._added(receipt)})

    def _added(self, receipt: Receipt) -> dict[str, Any]:
        try:
            language = languages.preferred(self.request.headers.get("Accept-Language", ""))
            return engine.run(smart_receipt.FEATURE, self.caller, {"receipt": receipt, "language": language})
        except DomainError as refused:
            return {"ai_enhancements": None, "ai_error": {"error": refused.code, "message": refused.message}}


def lines_of(added: dict[str, Any]) -> list[str]:
    """What is printed of it, in order; nothing when it was refused. On paper a suggestion is said in few letters."""
    told = added["ai_enhancements"]
    if not told:
        return []
    suggested = [text.replace(smart_receipt.TOGETHER, "Others also took: ") for text in told["recommendations"]]
    return [told["personalized_message"], *told["product_tips"], *suggested]
