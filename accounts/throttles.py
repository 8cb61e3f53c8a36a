"""How often somebody may try to get in, invite, or have emails sent: by network address, by user, by account."""

import unicodedata
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from common import rates

if TYPE_CHECKING:
    from rest_framework.views import APIView

KNOWN_FOR = 90 * 86_400


class Limit(BaseThrottle):
    """At most so many tries in a while: `settings.ACCOUNT_RATES[scope]`.

    A child says who tries: `who`, "" for nobody that is limited.
    """

    scope: str

    def who(self, request: Any) -> str:
        return network_of(request)

    def allow_request(self, request: Request | HttpRequest, view: "APIView | None" = None) -> bool:
        self.most, self.seconds = rates.parsed(settings.ACCOUNT_RATES[self.scope])
        who = self.who(request)
        self.key = rates.key(self.scope, who)
        return not who or self.place(request) <= self.most

    def place(self, request: Any) -> int:
        """The number of this try among those of its while."""
        return rates.counted(self.key, self.seconds)

    def wait(self) -> float:
        return rates.seconds_left(self.key)


def address_of(request: Any) -> str:
    """The network address that a request came from; NUM_PROXIES says whom to believe."""
    return str(BaseThrottle().get_ident(request) or "")


def network_of(request: Any) -> str:
    """What counts as one address: of IPv6 the first 64 bits, as who has one of those addresses has them all."""
    try:
        address = ip_address(address_of(request))
    except ValueError:
        return address_of(request)
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Network((address, 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)


def _email(request: Any) -> str:
    body = getattr(request, "data", None) or getattr(request, "POST", {})
    if not hasattr(body, "get"):
        return ""
    named = str(body.get("email") or body.get("username") or "")
    return unicodedata.normalize("NFKC", named).strip().lower()  # as the admin's form reads it


def _user(request: Any) -> str:
    return str(request.user.pk)


class LoginByAddress(Limit):
    """Attempts from one address, on whatever accounts."""

    scope = "login"


class LoginByPair(Limit):
    """Attempts on one account from one address."""

    scope = "login_pair"

    def who(self, request: Any) -> str:
        return f"{_email(request)} {network_of(request)}" if _email(request) else ""


class LoginByStrangers(Limit):
    """Addresses that try one account, each counted once.

    An address that the account was logged in from is never stopped here, so guessing from many addresses ends soon,
    and shuts the owner out of none that they use.
    """

    scope = "login_strangers"

    def who(self, request: Any) -> str:
        email = _email(request)
        return "" if not email or cache.get(_known_key(email, network_of(request))) else email

    def place(self, request: Any) -> int:
        mark = rates.key(self.key, network_of(request))
        if cache.add(mark, 0, self.seconds):
            cache.set(mark, rates.counted(self.key, self.seconds), self.seconds)
        return int(cache.get(mark) or 0)


LOGIN = (LoginByAddress, LoginByPair, LoginByStrangers)


def know(email: str, request: Any) -> None:
    """Remember that the account was logged in from where this request comes from."""
    cache.set(_known_key(email.lower(), network_of(request)), 1, KNOWN_FOR)


def _known_key(email: str, network: str) -> str:
    return rates.key("known", f"{email} {network}")


class RegisterByAddress(Limit):
    """New accounts from one address."""

    scope = "register"


class InviteByUser(Limit):
    """Invitations by one owner."""

    scope = "invite"

    def who(self, request: Any) -> str:
        return _user(request)


class InviteByAddress(Limit):
    """Invitations from one address."""

    scope = "invite_address"


class InviteByBusiness(Limit):
    """Invitations of one business, by whichever owner."""

    scope = "invite_business"

    def who(self, request: Any) -> str:
        return str(request.caller.business_id)


class InviteByRecipient(Limit):
    """Invitations to one person, from however many businesses."""

    scope = "invited"

    def who(self, request: Any) -> str:
        return _email(request)


INVITE = (InviteByUser, InviteByAddress, InviteByBusiness, InviteByRecipient)


class ForgotByAddress(Limit):
    """Reset links asked for from one address. The service limits those to one email, without a word."""

    scope = "forgot"


class LinkByAddress(Limit):
    """Links tried from one address."""

    scope = "link"


class PasswordByUser(Limit):
    """Tries at the present password by somebody who holds a token."""

    scope = "password"

    def who(self, request: Any) -> str:
        return _user(request)


class CodeByUser(PasswordByUser):
    """Tries at a code of the second factor."""

    scope = "code"


class VerifyByUser(PasswordByUser):
    """Links to verify an email, asked for by one user."""

    scope = "verify"


class UploadByUser(Limit):
    """Files to import, whatever is in them."""

    scope = "upload"

    def who(self, request: Any) -> str:
        return _user(request)

    def allow_request(self, request: Request | HttpRequest, view: "APIView | None" = None) -> bool:
        return request.method != "POST" or super().allow_request(request, view)


class UploadByAddress(UploadByUser):
    scope = "upload_address"

    def who(self, request: Any) -> str:
        return address_of(request)


class PhotoByUser(UploadByUser):
    """Photos of receipts, of which a bookkeeper may send a month's at once."""

    scope = "photo"


class PhotoByAddress(UploadByAddress):
    scope = "photo_address"


UPLOAD = (UploadByUser, UploadByAddress)
PHOTO = (PhotoByUser, PhotoByAddress)


class ReportByUser(Limit):
    """Reports, each of which sums over all that a shop has sold."""

    scope = "report"

    def who(self, request: Any) -> str:
        return _user(request)


class ReportByAddress(Limit):
    scope = "report_address"


REPORT = (ReportByUser, ReportByAddress)
