"""What people say of answers."""

import uuid

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from ai_features.models import AITransaction
from ai_features.serializers.feedback import FeedbackGivenSerializer, FeedbackSerializer
from ai_features.services import feedback
from common import money
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


class FeedbackView(CallerMixin, APIView):
    """Say whether an answer was helpful, or that the question was misunderstood: then its credits come back, once."""

    roles = MANAGEMENT
    queryset = AITransaction.objects.none()

    @extend_schema(request=FeedbackSerializer, responses=FeedbackGivenSerializer)
    def post(self, request: Request, transaction_id: uuid.UUID) -> Response:
        said = FeedbackSerializer(data=request.data)
        said.is_valid(raise_exception=True)
        given = feedback.give(self.caller, transaction_id, **said.validated_data)
        body = {
            "credits_returned": money.number(given.credits_returned),
            "balance": money.number(given.balance),
            "message": given.message,
        }
        return Response(FeedbackGivenSerializer(body).data)
