"""The second step of a log-in: a code from an app that changes with time, or a recovery code, each good once."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth import authenticate
from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import User
from accounts.services import audit
from accounts.services.mail import mail_notice
from common import errors

RECOVERY_CODES = 10
WRONG_CODE = "This code is not right, or was used before."


class SecondFactorRequired(errors.DomainError):
    """The password is right; the code is still to come."""

    code = "second_factor_required"
    message = "Enter the code that your authenticator app shows, or one of your recovery codes."


@dataclass(frozen=True)
class Enrolment:
    """What an authenticator app must be told, once: `secret` to type, `url` to draw as a QR code."""

    secret: str
    url: str


@dataclass(frozen=True)
class Standing:
    """Whether a user's log-in has a second step, and how many recovery codes are left."""

    enabled: bool
    recovery_codes_left: int


def standing(user: User) -> Standing:
    """Two queries."""
    left = StaticToken.objects.filter(device__user=user).count()
    return Standing(enabled=_device(user) is not None, recovery_codes_left=left)


def check(user: User, code: str) -> None:
    """The second step, for who has one. Raises `SecondFactorRequired`, and `WrongCredentials` for a wrong code.

    Call it after the password was right, outside a transaction: a wrong try must be counted.
    """
    if _device(user) is None:
        return
    if not code:
        raise SecondFactorRequired
    if not _is_right(user, code):
        raise errors.WrongCredentials(WRONG_CODE)


@transaction.atomic
def begin(user: User, *, password: str | None) -> Enrolment:
    """A fresh secret, which counts once a code made with it was shown. Raises `Conflict` when one is in use.

    `password` None: whoever sits at the server is believed without.
    """
    if password is not None:
        _check_password(user, password)
    if _device(user) is not None:
        raise errors.Conflict("Your second factor is switched on already; switch it off first to use another app.")
    TOTPDevice.objects.filter(user=user).delete()
    device = TOTPDevice.objects.create(user=user, name="Authenticator app", confirmed=False)
    url = device.config_url
    return Enrolment(secret=url.split("secret=")[1].split("&")[0], url=url)


def confirm(user: User, *, code: str) -> list[str]:
    """Switch the second factor on; the recovery codes, told this once. Raises `InvalidInput`, `NotFound`."""
    device = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    if device is None:
        raise errors.NotFound("Begin by asking for a secret for your authenticator app.")
    with transaction.atomic():
        locked = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        right = _verify(locked, code)
        if right:
            TOTPDevice.objects.filter(pk=device.pk).update(confirmed=True)
            codes = _new_recovery_codes(user)
            audit.record_personal(user, audit.Action.SECOND_FACTOR_ON)
    if not right:
        raise errors.InvalidInput.field("code", WRONG_CODE)
    mail_notice.enqueue("second_factor", user.email)
    return codes


def renew_recovery_codes(user: User, *, password: str, code: str) -> list[str]:
    """Ten new recovery codes in place of the old. Raises `InvalidInput` naming the field."""
    _check_both(user, password, code)
    with transaction.atomic():
        codes = _new_recovery_codes(user)
    mail_notice.enqueue("second_factor", user.email)
    return codes


def switch_off(user: User, *, password: str, code: str) -> None:
    """From now on the password alone opens. Raises `InvalidInput` naming the field."""
    _check_both(user, password, code)
    remove(user)


def remove(user: User, *, by_staff: bool = False) -> None:
    """Forget app and recovery codes, and tell their user: asked by them, or by staff for who has lost both."""
    with transaction.atomic():
        TOTPDevice.objects.filter(user=user).delete()
        StaticDevice.objects.filter(user=user).delete()
        audit.record_personal(user, audit.Action.SECOND_FACTOR_OFF, by_staff=by_staff)
    mail_notice.enqueue("second_factor", user.email)


def _device(user: User) -> TOTPDevice | None:
    found: TOTPDevice | None = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    return found


def _is_right(user: User, code: str) -> bool:
    """Six digits are the app's, anything else a recovery code. The row is locked: no code opens twice at once."""
    plain = code.replace(" ", "").replace("-", "").lower()
    model = TOTPDevice if plain.isdigit() else StaticDevice
    with transaction.atomic():
        device = model.objects.select_for_update().filter(user=user, confirmed=True).first()
        return device is not None and _verify(device, plain)


def _verify(device: TOTPDevice | StaticDevice, code: str) -> bool:
    verify: Callable[[str], bool] = device.verify_token
    return 0 < len(code) <= 16 and verify(code)


def _check_password(user: User, password: str) -> None:
    if authenticate(email=user.email, password=password) != user:
        raise errors.InvalidInput.field("current_password", "This is not your current password.")


def _check_both(user: User, password: str, code: str) -> None:
    _check_password(user, password)
    if _device(user) is None:
        raise errors.Conflict("Your second factor is not switched on.")
    if not _is_right(user, code):
        raise errors.InvalidInput.field("code", WRONG_CODE)


def _new_recovery_codes(user: User) -> list[str]:
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="Recovery codes")
    codes = [StaticToken.random_token() + StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create([StaticToken(device=device, token=code) for code in codes])
    return [f"{code[:4]}-{code[4:8]}-{code[8:12]}-{code[12:]}" for code in codes]
