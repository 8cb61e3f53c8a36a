"""The way to a model's server: one client a process, one deadline a call, one repeat where that can help."""

import functools
import re
import threading
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeVar

import structlog
from django.conf import settings

from ai_features.services import prometheus
from ai_features.services.model import circuit, support
from ai_features.services.model.prices import Tokens
from ai_features.services.model.request import Asked
from common import clock

if TYPE_CHECKING:
    import openai

log = structlog.get_logger("ai_features.model")
T = TypeVar("T")
CONNECT_SECONDS = 3
RETRY_AFTER_SECONDS = 5
"""The longest wait before the one retry; a provider that asks for more is taken as down."""
NOT_A_COMPLETION = "not_a_completion"
NOT_WORKED_ON = frozenset({503})
"""Of the answers from 500 on, the one that says that the request was not taken up."""


class ModelUnavailable(Exception):
    """No answer came: the provider is down, slow, refuses us, or is not configured. `reason` is for logs.

    `tokens` is the most that calls may have used which the provider may have worked on and will charge for.
    """

    def __init__(self, reason: str, tokens: Tokens | None = None) -> None:
        self.reason = reason
        self.tokens = tokens or Tokens()
        super().__init__(reason)


def longest_call(tier: str) -> float:
    """Seconds one call may take, its retry included."""
    seconds: float = 2 * longest_attempt(tier) + RETRY_AFTER_SECONDS
    return seconds


def longest_attempt(tier: str) -> float:
    """Seconds from the first byte sent to the last one read, held by the clock."""
    seconds: float = settings.AI_TIMEOUTS[tier] + CONNECT_SECONDS
    return seconds


def ask(tier: str, asked: Asked, call: Callable[["openai.OpenAI", Any, dict[str, Any]], T]) -> tuple[T, Tokens]:
    """What `call(client, timeout, body)` brings, and what attempts before it may have used.

    Tried once more after a passing failure, and again without what the server says it does not take; not at all
    while the provider is down. Raises `ModelUnavailable`.
    """
    import openai

    if not circuit.admits(asked.model):
        raise ModelUnavailable(circuit.OPEN)
    timeout = openai.Timeout(settings.AI_TIMEOUTS[tier], connect=CONNECT_SECONDS)
    ends, lost, is_repeat = time.monotonic() + longest_call(tier), Tokens(), False
    while True:
        body = asked.body()
        try:
            return call(client(), timeout, body), lost
        except openai.APIError as failure:
            has_time = time.monotonic() + longest_attempt(tier) <= ends
            if has_time and _has_taught(asked.model, body, failure):
                continue
            lost += asked.most if may_be_charged(failure) else Tokens()
            wait, reason = _pause(failure), reason_of(failure)
            prometheus.model_failures.labels(reason).inc()
            if is_repeat or wait is None or time.monotonic() + wait + longest_attempt(tier) > ends:
                _report(failure)
                circuit.failed(asked.model, reason)
                raise ModelUnavailable(reason, lost) from failure
            time.sleep(wait)
            is_repeat = True
        except ValueError as failure:
            prometheus.model_failures.labels(NOT_A_COMPLETION).inc()
            log.error("model_unavailable", reason=NOT_A_COMPLETION)
            circuit.failed(asked.model, NOT_A_COMPLETION)
            raise ModelUnavailable(NOT_A_COMPLETION, lost + asked.most) from failure


_client_lock = threading.Lock()


@functools.lru_cache(maxsize=4)
def _client_for(key: str, base_url: str, organization: str) -> "openai.OpenAI":
    import openai

    from ai_features.services.model import deadline

    http = deadline.hold(openai.DefaultHttpxClient())
    return openai.OpenAI(
        api_key=key, base_url=base_url, organization=organization or None, max_retries=0, http_client=http
    )


def client() -> "openai.OpenAI":
    """One per process and configuration, made at the first call so that starting up never needs the SDK."""
    with _client_lock:
        key = settings.OPENAI_API_KEY or "none-needed"
        return _client_for(key, settings.OPENAI_BASE_URL, settings.OPENAI_ORGANIZATION)


def _has_taught(model: str, body: dict[str, Any], failure: Any) -> bool:
    """Whether a refusal named a field that this server does not take, and which is left out from now on."""
    status = getattr(failure, "status_code", 0)
    said = f"{getattr(failure, 'param', '')} {getattr(failure, 'body', '')} {failure}"
    return support.learn(model, body, status, said)


def may_be_charged(failure: Any) -> bool:
    """Whether the provider may have worked on the request: it was sent, and was neither refused nor put off."""
    import httpx2
    import openai

    if isinstance(failure, openai.APIConnectionError):
        return not isinstance(failure.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout)
    status = getattr(failure, "status_code", 0)
    return status == 408 or (status >= 500 and status not in NOT_WORKED_ON)


def _pause(failure: Any) -> float | None:
    """Seconds to wait before trying again; None when it would not help."""
    import openai

    if isinstance(failure, openai.APITimeoutError):
        return None
    if isinstance(failure, openai.APIConnectionError):
        return 0.2
    status = getattr(failure, "status_code", 0)
    if status != 429 and status < 500:
        return None
    wait = _asked_to_wait(failure.response.headers.get("retry-after", ""))
    return wait if wait <= RETRY_AFTER_SECONDS else None


def _asked_to_wait(header: str) -> float:
    """Seconds of a Retry-After, which may be a number or a date; half a second for anything else."""
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", header.strip()):
        return float(header)
    try:
        until = parsedate_to_datetime(header)
        return max((until - clock.now()).total_seconds(), 0.0)
    except (ValueError, TypeError, OverflowError):  # no date, or one without its zone
        return 0.5


def reason_of(failure: Any) -> str:
    """A short word for logs and metrics; never the provider's text, which may repeat the prompt."""
    import openai

    if isinstance(failure, openai.APITimeoutError):
        return "timeout"
    if isinstance(failure, openai.APIConnectionError):
        return "connection"
    return f"status_{getattr(failure, 'status_code', 'unknown')}"


def _report(failure: Any) -> None:
    """A refusal of our key or request needs a person; the rest passes."""
    status = getattr(failure, "status_code", 0)
    write = log.error if status in (400, 401, 403, 404, 422) else log.warning
    write("model_unavailable", reason=reason_of(failure), provider_request=getattr(failure, "request_id", None))
