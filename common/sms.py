"""Text messages: one small interface, a gateway of Ghana behind it, and the console for development."""

from typing import Any, Protocol

import requests
import structlog
from django.conf import settings

from common import http_deadline

log = structlog.get_logger("ai_features.messages")


class SmsNotSent(Exception):
    """The gateway did not take the message."""


class SmsUncertain(SmsNotSent):
    """The gateway was reached and gave no answer: whether it took the message is not known."""


class SmsGateway(Protocol):
    """Sends one text. `phone` is E.164, +233…; answers the gateway's id of it, "" where it gives none.

    Raises `SmsNotSent`, and `SmsUncertain` where it may have been taken.
    """

    def send(self, phone: str, text: str) -> str: ...


class Console:
    """Writes the text to the log: for development, where nothing is sent."""

    def send(self, phone: str, text: str) -> str:
        log.info("sms", text=text, phone=f"…{phone[-3:]}")
        return ""


class Arkesel:
    """Arkesel, API v2: `POST /api/v2/sms/send` with the header `api-key`; numbers without the plus.

    Delivery reports come to `SMS_REPORTS_URL` where it is set.
    """

    def send(self, phone: str, text: str) -> str:
        body = {"sender": settings.SMS_SENDER, "message": text, "recipients": [phone.lstrip("+")]}
        if settings.SMS_REPORTS_URL:
            body["callback_url"] = settings.SMS_REPORTS_URL
        url, key = f"{settings.ARKESEL_BASE_URL}/api/v2/sms/send", {"api-key": settings.ARKESEL_API_KEY}
        try:
            response = http_deadline.post(url, body, headers=key, seconds=settings.SMS_SECONDS)
            answer = response.json()
        except requests.RequestException as problem:
            failure = SmsNotSent if http_deadline.never_left(problem) else SmsUncertain
            raise failure(type(problem).__name__) from problem
        if response.status_code >= 300 or not isinstance(answer, dict) or answer.get("status") != "success":
            said = answer.get("message", "") if isinstance(answer, dict) else ""
            failure = SmsUncertain if response.status_code >= 500 else SmsNotSent
            raise failure(f"Arkesel answered {response.status_code}: {said}")
        return _id(answer.get("data"))


def _id(data: Any) -> str:
    """The gateway's id of a message to one number."""
    rows = data if isinstance(data, list) else [data]
    return str(rows[0].get("id", ""))[:200] if rows and isinstance(rows[0], dict) else ""


def gateway() -> SmsGateway:
    """The gateway named by `SMS_GATEWAY`."""
    return Arkesel() if settings.SMS_GATEWAY == "arkesel" else Console()
