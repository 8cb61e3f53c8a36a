"""WhatsApp through Meta's Cloud API: templates out, reports and answers in.

A shop may only begin a conversation with a template that Meta has approved; docs/proposals.md has their texts.
"""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import requests
from django.conf import settings

from common import http_deadline


class WhatsAppNotSent(Exception):
    """Meta did not take the message."""


class WhatsAppUncertain(WhatsAppNotSent):
    """Meta was reached and gave no answer: whether it took the message is not known."""


def is_configured() -> bool:
    """Whether messages can be sent; without it WhatsApp is a link that a person opens."""
    return bool(settings.WHATSAPP_TOKEN and settings.WHATSAPP_PHONE_ID)


def send_template(phone: str, *, name: str, language: str, values: Mapping[str, str]) -> str:
    """Send the template `name` to an E.164 number with its named parameters; Meta's id of the message.

    Raises `WhatsAppNotSent`, and `WhatsAppUncertain` where it may have been taken.
    """
    parameters = [{"type": "text", "parameter_name": key, "text": _one_line(text)} for key, text in values.items()]
    template = {
        "name": name,
        "language": {"code": language},
        "components": [{"type": "body", "parameters": parameters}],
    }
    body = {"messaging_product": "whatsapp", "to": phone.lstrip("+"), "type": "template", "template": template}
    url = f"{settings.WHATSAPP_BASE_URL}/{settings.WHATSAPP_PHONE_ID}/messages"
    headers = {"Authorization": f"Bearer {settings.WHATSAPP_TOKEN}"}
    try:
        response = http_deadline.post(url, body, headers=headers, seconds=settings.WHATSAPP_SECONDS)
        answer = response.json()
    except requests.RequestException as problem:
        failure = WhatsAppNotSent if http_deadline.never_left(problem) else WhatsAppUncertain
        raise failure(type(problem).__name__) from problem
    if response.status_code >= 300 or not isinstance(answer, dict):
        failure = WhatsAppUncertain if response.status_code >= 500 else WhatsAppNotSent
        raise failure(f"WhatsApp answered {response.status_code}: {_reason(answer)}")
    return _id(answer)


def signature_is_valid(body: bytes, signature: str) -> bool:
    """Whether `X-Hub-Signature-256` is Meta's over the raw body, by our app's secret."""
    expected = hmac.new(settings.WHATSAPP_APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
    return bool(settings.WHATSAPP_APP_SECRET) and hmac.compare_digest(f"sha256={expected}".encode(), signature.encode())


def _one_line(text: str) -> str:
    """Parameters hold no line breaks, tabs or runs of blanks."""
    return " ".join(text.split())


def _id(answer: dict[str, Any]) -> str:
    messages = answer.get("messages")
    first = messages[0] if isinstance(messages, list) and messages else {}
    return str(first.get("id", ""))[:200] if isinstance(first, dict) else ""


def _reason(answer: Any) -> str:
    error = answer.get("error") if isinstance(answer, dict) else None
    return str(error.get("message", ""))[:150] if isinstance(error, dict) else ""
