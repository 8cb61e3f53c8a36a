"""The doors of one's own account: forgotten passwords, emails, devices, the second factor."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import queries, services
from accounts import serializers as shapes
from accounts.models import LogIn
from accounts.services import second_factor
from accounts.throttles import CodeByUser, ForgotByAddress, LinkByAddress, PasswordByUser, VerifyByUser
from accounts.views.session import PersonalView, PublicView, read


@extend_schema(tags=["accounts"])
class ForgotPassword(PublicView):
    throttle_classes = [ForgotByAddress]
    serializer = shapes.ForgotSerializer

    @extend_schema(
        summary="Send a link to choose a new password, if there is such an account",
        request=shapes.ForgotSerializer,
        responses={202: None},
    )
    def post(self, request: Request) -> Response:
        services.forgot_password(self.read(request)["email"])
        return Response(status=202)


@extend_schema(tags=["accounts"])
class ResetPassword(PublicView):
    refuses = ("not_found",)
    throttle_classes = [LinkByAddress]
    serializer = shapes.ResetSerializer

    @extend_schema(
        summary="Choose a new password by the link; every device is logged out",
        request=shapes.ResetSerializer,
        responses={204: None},
    )
    def post(self, request: Request) -> Response:
        body = self.read(request)
        services.reset_password(token=body["token"], new=body["new_password"])
        return Response(status=204)


@extend_schema(tags=["accounts"])
class VerifyEmail(PublicView):
    refuses = ("not_found",)
    throttle_classes = [LinkByAddress]
    serializer = shapes.LinkSerializer

    @extend_schema(
        summary="Confirm an email by its link", request=shapes.LinkSerializer, responses=shapes.EmailSerializer
    )
    def post(self, request: Request) -> Response:
        return Response(shapes.EmailSerializer(services.verify_email(self.read(request)["token"])).data)


@extend_schema(tags=["accounts"])
class MyEmail(PersonalView):
    throttles_for = {"POST": [VerifyByUser, PasswordByUser]}

    @extend_schema(summary="My email, and whether it is confirmed", responses=shapes.EmailSerializer)
    def get(self, request: Request) -> Response:
        return Response(shapes.EmailSerializer(self.me).data)

    @extend_schema(
        summary="Change my email: it counts once its link was followed",
        request=shapes.EmailChangeSerializer,
        responses={202: shapes.EmailSerializer},
    )
    def post(self, request: Request) -> Response:
        body = read(shapes.EmailChangeSerializer, request)
        user = services.ask_for_email(self.me, email=body["email"], password=body["current_password"])
        return Response(shapes.EmailSerializer(user).data, status=202)


@extend_schema(tags=["accounts"], summary="Where I am logged in")
class MyLogIns(ListAPIView[LogIn]):
    permission_classes = [IsAuthenticated]
    serializer_class = shapes.LogInSerializer
    queryset = LogIn.objects.none()
    filter_backends = []

    def get_queryset(self) -> Any:
        return queries.log_ins(self.request.user) if self.request.user.is_authenticated else self.queryset


@extend_schema(tags=["accounts"])
class MyLogIn(PersonalView):
    queryset = LogIn.objects.none()

    @extend_schema(summary="Log one device out", request=None, responses={204: None})
    def delete(self, request: Request, session_id: Any) -> Response:
        services.end_log_in(self.me, session_id)
        return Response(status=204)


@extend_schema(tags=["accounts"])
class MySecondFactor(PersonalView):
    refuses = ("conflict", "not_found")
    throttles_for = {"POST": [PasswordByUser], "DELETE": [PasswordByUser, CodeByUser]}

    @extend_schema(summary="Whether my log-in has a second step", responses=shapes.StandingSerializer)
    def get(self, request: Request) -> Response:
        return Response(shapes.StandingSerializer(second_factor.standing(self.me)).data)

    @extend_schema(
        summary="A secret for my authenticator app; `confirm/` switches it on",
        request=shapes.CurrentPasswordSerializer,
        responses={201: shapes.EnrolmentSerializer},
    )
    def post(self, request: Request) -> Response:
        body = read(shapes.CurrentPasswordSerializer, request)
        begun = second_factor.begin(self.me, password=body["current_password"])
        return Response(shapes.EnrolmentSerializer(begun).data, status=201)

    @extend_schema(summary="Switch the second step off", request=shapes.BothSerializer, responses={204: None})
    def delete(self, request: Request) -> Response:
        body = read(shapes.BothSerializer, request)
        second_factor.switch_off(self.me, password=body["current_password"], code=body["code"])
        return Response(status=204)


@extend_schema(tags=["accounts"])
class ConfirmSecondFactor(PersonalView):
    refuses = ("not_found",)
    throttle_classes = [CodeByUser]

    @extend_schema(
        summary="Switch the second step on by a first code",
        request=shapes.CodeSerializer,
        responses=shapes.RecoveryCodesSerializer,
    )
    def post(self, request: Request) -> Response:
        body = read(shapes.CodeSerializer, request)
        codes = second_factor.confirm(self.me, code=body["code"])
        return Response({"recovery_codes": codes})


@extend_schema(tags=["accounts"])
class RecoveryCodes(PersonalView):
    throttle_classes = [CodeByUser]

    @extend_schema(
        summary="Ten new recovery codes in place of the old ones",
        request=shapes.BothSerializer,
        responses=shapes.RecoveryCodesSerializer,
    )
    def post(self, request: Request) -> Response:
        body = read(shapes.BothSerializer, request)
        codes = second_factor.renew_recovery_codes(self.me, password=body["current_password"], code=body["code"])
        return Response({"recovery_codes": codes})
