"""The URLs of accounts."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from accounts.views.audit import AuditLog
from accounts.views.business import BusinessView, StorefrontViewSet, SubscriptionView
from accounts.views.log_ins import (
    ConfirmSecondFactor,
    ForgotPassword,
    MyEmail,
    MyLogIn,
    MyLogIns,
    MySecondFactor,
    RecoveryCodes,
    ResetPassword,
    VerifyEmail,
)
from accounts.views.session import (
    AcceptInvitation,
    Login,
    Logout,
    LogoutAll,
    LookAtInvitation,
    Me,
    Password,
    Register,
)
from accounts.views.staff import InvitationViewSet, StaffViewSet

router = SimpleRouter(use_regex_path=False)
router.register("storefronts", StorefrontViewSet, basename="storefront")
router.register("staff/invitations", InvitationViewSet, basename="invitation")
router.register("staff", StaffViewSet, basename="staff")

urlpatterns = [
    path("register/", Register.as_view(), name="register"),
    path("login/", Login.as_view(), name="login"),
    path("logout/", Logout.as_view(), name="logout"),
    path("logout-all/", LogoutAll.as_view(), name="logout-all"),
    path("password/forgot/", ForgotPassword.as_view(), name="forgot-password"),
    path("password/reset/", ResetPassword.as_view(), name="reset-password"),
    path("email/verify/", VerifyEmail.as_view(), name="verify-email"),
    path("me/email/", MyEmail.as_view(), name="my-email"),
    path("me/sessions/", MyLogIns.as_view(), name="my-log-ins"),
    path("me/sessions/<uuid:session_id>/", MyLogIn.as_view(), name="my-log-in"),
    path("me/two-factor/", MySecondFactor.as_view(), name="my-second-factor"),
    path("me/two-factor/confirm/", ConfirmSecondFactor.as_view(), name="confirm-second-factor"),
    path("me/two-factor/recovery-codes/", RecoveryCodes.as_view(), name="recovery-codes"),
    path("audit/", AuditLog.as_view(), name="audit"),
    path("me/", Me.as_view(), name="me"),
    path("me/password/", Password.as_view(), name="password"),
    path("business/", BusinessView.as_view(), name="business"),
    path("subscription/", SubscriptionView.as_view(), name="subscription"),
    path("invitations/look/", LookAtInvitation.as_view(), name="look-at-invitation"),
    path("invitations/accept/", AcceptInvitation.as_view(), name="accept-invitation"),
    *router.urls,
]
