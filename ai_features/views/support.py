"""Help."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from ai_features.help.replying import reply
from ai_features.serializers.support import HelpAnswerSerializer, HelpQuestionSerializer, HelpReplySerializer
from ai_features.services import AIBillingService
from ai_features.views.features import not_disabled
from common import money
from common.api import CallerMixin
from common.tenancy import EVERYONE


class SupportChatView(CallerMixin, APIView):
    """Answers how something is done and what the state of your account is, or passes it to a person. Free."""

    roles = EVERYONE
    refuses = ("rate_limited", "not_found", "ai_disabled")

    @extend_schema(summary="Help", request=HelpQuestionSerializer, responses=HelpAnswerSerializer, tags=["AI features"])
    @idempotent()
    def post(self, request: Request) -> Response:
        not_disabled()
        asked = HelpQuestionSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        said, row = reply(self.caller, **asked.validated_data)
        cost = {
            "credits_used": 0.0,
            "balance": money.number(AIBillingService.get_credit_balance(self.caller.business_id)),
            "cached": False,
            "degraded": False,
            "model": "offline",
            "processing_time_ms": row.processing_time_ms,
            "transaction_id": str(row.pk),
        }
        return Response({**HelpReplySerializer(said).data, **cost})
