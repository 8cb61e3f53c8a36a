"""The addresses of accounts."""

from django.urls import path
from rest_framework.routers import SimpleRouter

from accounts.views.business import BusinessView, StorefrontViewSet, SubscriptionView
from accounts.views.session import AcceptInvitation, Login, Logout, LogoutAll, Me, Password, Register
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
    path("me/", Me.as_view(), name="me"),
    path("me/password/", Password.as_view(), name="password"),
    path("business/", BusinessView.as_view(), name="business"),
    path("subscription/", SubscriptionView.as_view(), name="subscription"),
    path("invitations/accept/", AcceptInvitation.as_view(), name="accept-invitation"),
    *router.urls,
]
