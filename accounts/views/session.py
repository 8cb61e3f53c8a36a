"""Getting in and out, and a user's own data."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.views import APIView

from accounts import queries, services
from accounts.models import User
from accounts.serializers import (
    AcceptSerializer,
    LoginSerializer,
    MeSerializer,
    PasswordChangeSerializer,
    RegisterSerializer,
    SessionSerializer,
    UserSerializer,
)
from accounts.throttles import LoginByAddress, LoginByEmail, RegisterByAddress


class PublicView(APIView):
    """For people who have no token yet; an old one they still send does not matter."""

    authentication_classes = []
    permission_classes = [AllowAny]
    serializer: type[BaseSerializer[Any]]

    def read(self, request: Request) -> dict[str, Any]:
        body = self.serializer(data=request.data)
        body.is_valid(raise_exception=True)
        return dict(body.validated_data)


@extend_schema(tags=["accounts"])
class Register(PublicView):
    throttle_classes = [RegisterByAddress]
    serializer = RegisterSerializer

    @extend_schema(summary="Open a business", request=RegisterSerializer, responses={201: SessionSerializer})
    def post(self, request: Request) -> Response:
        session = services.register(**self.read(request))
        return Response(SessionSerializer(session).data, status=201)


@extend_schema(tags=["accounts"])
class Login(PublicView):
    throttle_classes = [LoginByAddress, LoginByEmail]
    serializer = LoginSerializer

    @extend_schema(summary="Log in on one more device", request=LoginSerializer, responses=SessionSerializer)
    def post(self, request: Request) -> Response:
        return Response(SessionSerializer(services.log_in(**self.read(request))).data)


@extend_schema(tags=["accounts"])
class AcceptInvitation(PublicView):
    throttle_classes = [LoginByAddress]
    serializer = AcceptSerializer

    @extend_schema(summary="Join a business and log in", request=AcceptSerializer, responses={201: SessionSerializer})
    def post(self, request: Request) -> Response:
        session = services.accept_invitation(**self.read(request))
        return Response(SessionSerializer(session).data, status=201)


class PersonalView(APIView):
    """For a user, whatever the business."""

    permission_classes = [IsAuthenticated]

    @property
    def me(self) -> User:
        assert isinstance(self.request.user, User)
        return self.request.user


@extend_schema(tags=["accounts"])
class Logout(PersonalView):
    @extend_schema(summary="Log out on this device", request=None, responses={204: None})
    def post(self, request: Request) -> Response:
        services.log_out(self.me, request.auth)
        return Response(status=204)


@extend_schema(tags=["accounts"])
class LogoutAll(PersonalView):
    @extend_schema(summary="Log out on every device", request=None, responses={204: None})
    def post(self, request: Request) -> Response:
        services.log_out_everywhere(self.me)
        return Response(status=204)


@extend_schema(tags=["accounts"])
class Me(PersonalView):
    @extend_schema(summary="Who I am and where I work", responses=MeSerializer)
    def get(self, request: Request) -> Response:
        found = {"user": self.me, "memberships": queries.memberships(self.me)}
        return Response(MeSerializer(found).data)

    @extend_schema(summary="Change my name or phone", request=UserSerializer, responses=MeSerializer)
    def patch(self, request: Request) -> Response:
        body = UserSerializer(self.me, data=request.data, partial=True)
        body.is_valid(raise_exception=True)
        services.update_user(self.me, changes=body.validated_data)
        return self.get(request)


@extend_schema(tags=["accounts"])
class Password(PersonalView):
    throttle_classes = [LoginByAddress]

    @extend_schema(
        summary="Change my password; every other device is logged out",
        request=PasswordChangeSerializer,
        responses=SessionSerializer,
    )
    def post(self, request: Request) -> Response:
        body = PasswordChangeSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        current, new = body.validated_data["current_password"], body.validated_data["new_password"]
        return Response(SessionSerializer(services.change_password(self.me, current=current, new=new)).data)
