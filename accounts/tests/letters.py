"""Reading the links that emails bring, and the codes that an authenticator app shows."""

import re
import time
from base64 import b32decode
from typing import Any

from django.core import mail
from django_otp.oath import TOTP
from rest_framework.test import APIClient

PASSWORD = "a-long-pass-phrase"


def link_to(email: str) -> str:
    """The token of the last link sent to this email."""
    text = next(
        str(letter.body) for letter in reversed(mail.outbox) if letter.to == [email] and "token=" in letter.body
    )
    found = re.search(r"token=([\w:%-]+)", text)
    assert found
    return found[1].replace("%3A", ":")


def code_of(secret: str, *, ahead: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    app = TOTP(b32decode(secret))
    app.time = time.time() + 30 * ahead
    return f"{app.token():06d}"


def switch_on(client: APIClient) -> tuple[str, list[str]]:
    """A second factor for the user of this client: its secret and recovery codes."""
    begun = client.post("/accounts/api/me/two-factor/", {"current_password": PASSWORD})
    assert begun.status_code == 201, begun.data
    secret: str = begun.data["secret"]
    done = client.post("/accounts/api/me/two-factor/confirm/", {"code": code_of(secret)})
    assert done.status_code == 200, done.data
    return secret, done.data["recovery_codes"]


def log_in(email: str, password: str = PASSWORD, **more: Any) -> Any:
    address = {"REMOTE_ADDR": more.pop("address")} if "address" in more else {}
    return APIClient().post("/accounts/api/login/", {"email": email, "password": password, **more}, **address)
