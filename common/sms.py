"""Text messages: one small interface, a gateway of Ghana behind it, and the console for development."""

from typing import Any, Protocol

import requests
import structlog
from django.conf import settings

from common.http_deadline import DeadlineAdapter, deadline

log = structlog.get_logger("ai_features.messages")
CONNECT_SECONDS = 5


class SmsNotSent(Exception):
    """The gateway did not take the message."""


class SmsGateway(Protocol):
    """Sends one text. `phone` is E.164, +233…; raises `SmsNotSent`."""

    def send(self, phone: str, text: str) -> None: ...


class Console:
    """Writes the text to the log: for development, where nothing is sent."""

    def send(self, phone: str, text: str) -> None:
        log.info("sms", text=text, phone=f"…{phone[-3:]}")


class Arkesel:
    """Arkesel, API v2: `POST /api/v2/sms/send` with the header `api-key`; numbers without the plus."""

    def send(self, phone: str, text: str) -> None:
        body = {"sender": settings.SMS_SENDER, "message": text, "recipients": [phone.lstrip("+")]}
        try:
            response = _post(f"{settings.ARKESEL_BASE_URL}/api/v2/sms/send", body)
            answer = response.json()
        except requests.RequestException as problem:
            raise SmsNotSent(type(problem).__name__) from problem
        if response.status_code >= 300 or not isinstance(answer, dict) or answer.get("status") != "success":
            said = answer.get("message", "") if isinstance(answer, dict) else ""
            raise SmsNotSent(f"Arkesel answered {response.status_code}: {said}")


def _post(url: str, body: dict[str, Any]) -> requests.Response:
    limits = (CONNECT_SECONDS, settings.SMS_SECONDS)
    with requests.Session() as session, deadline(settings.SMS_SECONDS):
        session.mount("https://", DeadlineAdapter())
        session.mount("http://", DeadlineAdapter())
        return session.post(url, json=body, headers={"api-key": settings.ARKESEL_API_KEY}, timeout=limits)


def gateway() -> SmsGateway:
    """The gateway named by `SMS_GATEWAY`."""
    return Arkesel() if settings.SMS_GATEWAY == "arkesel" else Console()
