"""Who may read the API's documentation and description."""

from django.conf import settings
from django.http import Http404
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView


class AdminSession(SessionAuthentication):
    """Our own staff, by their log-in to the admin."""


class MayRead(BasePermission):
    """Anyone while `API_DOCS_OPEN`, else our own staff; to all others there is no such page."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if settings.API_DOCS_OPEN or getattr(request.user, "is_staff", False):
            return True
        raise Http404
