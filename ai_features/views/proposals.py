"""Proposals: suggested, agreed to or not, and taken back."""

import uuid
from typing import Any

from django_filters.filters import UUIDFilter
from django_filters.rest_framework.filterset import FilterSet
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.idempotency import idempotent
from ai_features.models import Proposal
from ai_features.proposals import deciding, executing
from ai_features.proposals.from_card import propose_card
from ai_features.queries.proposals import proposal, proposals
from ai_features.serializers.proposals import NewProposalSerializer, ProposalSerializer, ProposedSerializer
from ai_features.views.features import REFUSALS
from common.api import CallerMixin
from common.tenancy import MANAGEMENT


class ProposalFilter(FilterSet):
    customer_id = UUIDFilter("customer_id")

    class Meta:
        model = Proposal
        fields = ["state", "kind", "by_automation"]


class ProposalsView(CallerMixin, ListAPIView[Proposal]):
    """What is suggested, agreed to, done or over; the latest first."""

    roles = MANAGEMENT
    refuses = REFUSALS
    serializer_class = ProposalSerializer
    filterset_class = ProposalFilter
    ordering_fields = ["created_at", "expires_at", "amount"]
    queryset = Proposal.objects.none()

    def get_queryset(self) -> Any:
        return proposals(self.caller.business_id)

    @extend_schema(
        summary="Propose something",
        request=NewProposalSerializer,
        responses={201: ProposedSerializer},
        tags=["AI features"],
    )
    @idempotent(seconds=330)
    def post(self, request: Request) -> Response:
        """A reminder by its customer is worded at the price of `collections/message/`; all else is free.

        What is proposed already and still waits is given again.
        """
        asked = NewProposalSerializer(data=request.data, context={"request": request})
        asked.is_valid(raise_exception=True)
        inputs = asked.validated_data
        notices: list[str] = []
        if card := inputs.get("card_id"):
            made, notices = propose_card(self.caller, card)
        else:
            made = [deciding.propose(self.caller, Proposal.Kind(inputs["kind"]), inputs)]
        found = proposals(self.caller.business_id).filter(pk__in=[each.pk for each in made])
        shown = found.order_by("created_at", "pk")
        return Response(ProposedSerializer({"proposals": shown, "notices": notices}).data, status=201)


class OneView(CallerMixin, APIView):
    """One proposal. Taking a step again changes nothing."""

    roles = MANAGEMENT
    queryset = Proposal.objects.none()

    def shown(self, pk: uuid.UUID) -> Response:
        return Response(ProposalSerializer(proposal(self.caller.business_id, pk)).data)


class ProposalView(OneView):
    @extend_schema(summary="One proposal", responses=ProposalSerializer, tags=["AI features"])
    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return self.shown(pk)


class ApproveView(OneView):
    @extend_schema(summary="Agree to a proposal", request=None, responses=ProposalSerializer, tags=["AI features"])
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        """It is done ten minutes later; a WhatsApp link is given at once.

        409 where what it rests on has moved since: then it is withdrawn, and the message says why.
        """
        executing.approve(self.caller, pk)
        return self.shown(pk)


class DismissProposalView(OneView):
    @extend_schema(summary="Say no to a proposal", request=None, responses=ProposalSerializer, tags=["AI features"])
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        deciding.dismiss(self.caller, pk)
        return self.shown(pk)


class UndoView(OneView):
    @extend_schema(summary="Take a yes back", request=None, responses=ProposalSerializer, tags=["AI features"])
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        """As long as it is not done; for ten minutes, where it was done at once."""
        deciding.undo(self.caller, pk)
        return self.shown(pk)
