"""Getting in and out, and a user's own data."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts import queries, services
from accounts.models import User
from accounts.serializers import (
    AcceptSerializer,
    LoginSerializer,
    MeSerializer,
    OfferedSerializer,
    PasswordChangeSerializer,
    RegisterSerializer,
    SecretSerializer,
    SessionSerializer,
    UserSerializer,
)
from accounts.throttles import (
    LOGIN,
    Limit,
    LinkByAddress,
    LoginByAddress,
    PasswordByUser,
    RegisterByAddress,
    address_of,
    know,
)


def read(serializer: type[BaseSerializer[Any]], request: Request) -> dict[str, Any]:
    """What was sent, checked."""
    body = serializer(data=request.data)
    body.is_valid(raise_exception=True)
    return dict(body.validated_data)


def device_of(request: Request) -> services.Device:
    """Where a request comes from, as far as it can be told."""
    name = "".join(filter(str.isprintable, request.headers.get("User-Agent", "")))
    return services.Device(address=address_of(request), name=name[:250])


class PublicView(APIView):
    """For people who have no token yet; an old one they still send does not matter."""

    authentication_classes = []
    permission_classes = [AllowAny]
    serializer: type[BaseSerializer[Any]]

    def read(self, request: Request) -> dict[str, Any]:
        return read(self.serializer, request)


@extend_schema(tags=["accounts"])
class Register(PublicView):
    throttle_classes = [RegisterByAddress]
    serializer = RegisterSerializer

    @extend_schema(summary="Open a business", request=RegisterSerializer, responses={201: SessionSerializer})
    def post(self, request: Request) -> Response:
        session = services.register(**self.read(request), device=device_of(request))
        return Response(SessionSerializer(session).data, status=201)


@extend_schema(tags=["accounts"])
class Login(PublicView):
    refuses = ("wrong_credentials", "second_factor_required")
    throttle_classes = LOGIN
    serializer = LoginSerializer

    @extend_schema(summary="Log in on one more device", request=LoginSerializer, responses=SessionSerializer)
    def post(self, request: Request) -> Response:
        session = services.log_in(**self.read(request), device=device_of(request))
        know(session.user.email, request)
        return Response(SessionSerializer(session).data)


@extend_schema(tags=["accounts"])
class LookAtInvitation(PublicView):
    refuses = ("not_found",)
    throttle_classes = [LinkByAddress]
    serializer = SecretSerializer

    @extend_schema(summary="Whose invitation it is", request=SecretSerializer, responses=OfferedSerializer)
    def post(self, request: Request) -> Response:
        invitation = services.offered(self.read(request)["secret"])
        invitation.has_account = services.has_account(invitation)  # type: ignore[attr-defined]
        return Response(OfferedSerializer(invitation).data)


@extend_schema(tags=["accounts"])
class AcceptInvitation(PublicView):
    refuses = ("wrong_credentials", "second_factor_required", "not_found")
    throttle_classes = [LoginByAddress]
    serializer = AcceptSerializer

    @extend_schema(summary="Join a business and log in", request=AcceptSerializer, responses={201: SessionSerializer})
    def post(self, request: Request) -> Response:
        session = services.accept_invitation(**self.read(request), device=device_of(request))
        return Response(SessionSerializer(session).data, status=201)


class PersonalView(APIView):
    """For a user, whatever the business."""

    permission_classes = [IsAuthenticated]
    throttles_for: dict[str, list[type[Limit]]] = {}

    def get_throttles(self) -> list[BaseThrottle]:
        chosen = self.throttles_for.get(self.request.method or "", self.throttle_classes)
        return [throttle() for throttle in chosen]

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
    throttle_classes = [LoginByAddress, PasswordByUser]

    @extend_schema(
        summary="Change my password; every other device is logged out",
        request=PasswordChangeSerializer,
        responses=SessionSerializer,
    )
    def post(self, request: Request) -> Response:
        body = read(PasswordChangeSerializer, request)
        session = services.change_password(
            self.me, current=body["current_password"], new=body["new_password"], device=device_of(request)
        )
        return Response(SessionSerializer(session).data)
