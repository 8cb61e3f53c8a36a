"""The people of a business and the offers made to others."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle

from accounts import queries, services
from accounts.filters import StaffFilter
from accounts.models import Invitation, Membership
from accounts.serializers import InvitationSerializer, InviteSerializer, SentInvitationSerializer, StaffSerializer
from accounts.throttles import INVITE
from accounts.views.business import OWNERS_WRITE
from common.tenancy import MANAGEMENT, Role
from common.viewsets import TenantViewSet


@extend_schema(tags=["accounts"])
@extend_schema_view(
    list=extend_schema(summary="Who works here"),
    retrieve=extend_schema(summary="One person"),
    destroy=extend_schema(summary="Let a person go; their history stays"),
)
class StaffViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, mixins.DestroyModelMixin, TenantViewSet):
    queryset = Membership.objects.none()
    serializer_class = StaffSerializer
    roles = MANAGEMENT
    roles_for = OWNERS_WRITE
    filterset_class = StaffFilter
    search_fields = ["name", "user__email"]
    ordering_fields = ["name", "role", "created_at"]

    def get_throttles(self) -> list[BaseThrottle]:
        return [throttle() for throttle in INVITE] if self.action == "create" else []

    def rows(self) -> QuerySet[Membership]:
        return queries.staff(self.caller.business_id)

    @extend_schema(
        summary="Invite somebody by email", request=InviteSerializer, responses={201: SentInvitationSerializer}
    )
    def create(self, request: Request) -> Response:
        body = InviteSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        offer = services.invite_member(
            self.caller, email=body.validated_data["email"], role=Role(body.validated_data["role"])
        )
        told = InvitationSerializer(offer.invitation).data | {"email_sent": services.send_invitation(offer)}
        return Response(told, status=201)

    @extend_schema(summary="Change role, name or storefront, or let a person go or come back")
    def partial_update(self, request: Request, pk: Any) -> Response:
        body = self.get_serializer(data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        services.change_member(self.caller, pk, changes=body.validated_data)
        return Response(self.get_serializer(self.rows().get(pk=pk)).data)

    def perform_destroy(self, instance: Membership) -> None:
        services.change_member(self.caller, instance.pk, changes={"is_active": False})


@extend_schema(tags=["accounts"])
@extend_schema_view(
    list=extend_schema(summary="Offers not yet accepted"),
    destroy=extend_schema(summary="Take an offer back"),
)
class InvitationViewSet(mixins.ListModelMixin, mixins.DestroyModelMixin, TenantViewSet):
    queryset = Invitation.objects.none()
    serializer_class = InvitationSerializer
    roles = (Role.OWNER,)
    filterset_fields = ["role"]
    search_fields = ["email"]
    ordering_fields = ["created_at", "expires_at", "email"]

    def rows(self) -> QuerySet[Invitation]:
        return queries.open_invitations(self.caller.business_id)

    def perform_destroy(self, instance: Invitation) -> None:
        services.revoke_invitation(self.caller, instance.pk)
