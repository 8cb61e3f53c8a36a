"""Every response of every test is held against the page of the API: known operation, known status, right shape."""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import jsonschema_rs
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from app.tests.plain_texts import WORDS, is_code, plain_texts

_REFERENCE = re.compile(r"#/components/schemas/(\w+)")
_PARAMETER = re.compile(r"<(?:\w+:)?\w+>")
EVENTS = "text/event-stream"
HELP = "docs/api_contract.md says how operations are described."


class ContractMiddleware:
    """The outermost middleware of the tests. Raises `AssertionError`, which the test client passes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_described(request, response):
            check(request, response)
        return response


def _is_described(request: HttpRequest, response: HttpResponse) -> bool:
    match = request.resolver_match
    if match is None or settings.ROOT_URLCONF != "app.urls" or "/api/" not in request.path[1:]:
        return False
    hidden = getattr(match.func, "initkwargs", {}).get("schema", "shown") is None
    return not hidden and response.status_code not in (405, 500)


def check(request: HttpRequest, response: Any) -> None:
    """Raises `AssertionError` with the name of the operation and what the page does not say of it."""
    assert request.resolver_match
    shape = "/" + _PARAMETER.sub("{}", request.resolver_match.route)
    method = "GET" if request.method == "HEAD" else str(request.method)
    if method == "OPTIONS":
        return
    operation = described().get((shape, method))
    if operation is None and response.status_code in (401, 403):
        return  # the view refuses the person before it refuses the method
    assert operation, f"{method} {shape} is not described. {HELP}"
    name, status = operation["operationId"], str(response.status_code)
    assert status in operation["responses"], f"{name} answers {status}, not described: {_body(response)} {HELP}"
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    is_known = kind in kinds_of(shape, method, status) or not (response.streaming or response.content)
    assert is_known, f"{name} answers {status} as {kind}, not described. {HELP}"
    if response.streaming and response.headers.get("Content-Type", "").startswith(EVENTS):
        response.streaming_content = CheckedEvents(response.streaming_content, (shape, method, status), name)
    if response.streaming or "json" not in response.headers.get("Content-Type", ""):
        return
    if "Content-Encoding" in response.headers:
        return  # the same body is checked without it
    found = json.loads(response.content)
    if response.get("Idempotent-Replayed") and set(found) == {"message"}:
        return  # of somebody whose data was erased since
    if validator := validators(shape, method, status):
        _hold(validator, found, f"{name} answers {status}")
        _hold_texts(shape, method, status, found, name)


def _hold(validator: Any, found: Any, what: str) -> None:
    problems = [
        f"{'.'.join(map(str, each.instance_path))}: {each.message[:300]}" for each in validator.iter_errors(found)
    ]
    assert not problems, f"{what} in another shape than described: {problems[:5]} {HELP}"


def _hold_texts(shape: str, method: str, status: str, found: Any, name: str) -> None:
    schema = schema_of(shape, method, status)
    codes = [where for where, text in plain_texts(schema, found, name) if is_code(text) and where not in WORDS]
    assert not codes, f"{name} answers codes where the page says text, {sorted({*codes})}: make it an enum. {HELP}"


class CheckedEvents:
    """The lines of an event stream; each event is held against the page as it passes."""

    def __init__(self, lines: Any, where: tuple[str, str, str], name: str) -> None:
        self._lines, self._name = lines, name
        self._validator = validators(*where, kind=EVENTS)

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            event, _, data = line.decode().strip().partition("\n")
            if data:
                found = {"event": event.removeprefix("event: "), "data": json.loads(data.removeprefix("data: "))}
                _hold(self._validator, found, f"{self._name} sends {found['event']}")
            yield line


def _body(response: HttpResponse) -> str:
    return "" if response.streaming else response.content[:200].decode(errors="replace")


def components() -> dict[str, Any]:
    """What operations share."""
    from app.tests import routes

    return routes.components()


@cache
def described() -> dict[tuple[str, str], dict[str, Any]]:
    """The operations of the page by shape of the address and method."""
    from app.tests.routes import operations

    return operations()


@cache
def validators(shape: str, method: str, status: str, kind: str = "application/json") -> Any:
    """The compiled schema of one response of this kind; None where there is none."""
    schema = schema_of(shape, method, status, kind)
    return None if schema is None else _compiled(json.dumps(schema))


def schema_of(shape: str, method: str, status: str, kind: str = "application/json") -> Any:
    """The schema of one response of this kind; None where there is none."""
    return kinds_of(shape, method, status).get(kind, {}).get("schema")


@cache
def kinds_of(shape: str, method: str, status: str) -> dict[str, Any]:
    """The content types of one response."""
    response = described()[shape, method]["responses"][status]
    if "$ref" in response:
        response = components()["responses"][response["$ref"].rsplit("/", 1)[1]]
    found: dict[str, Any] = response.get("content", {})
    return found


@cache
def _compiled(schema: str) -> Any:
    """Compiled once, with no more than the parts it refers to: the whole page in each would take gigabytes."""
    parts = {"schemas": {name: components()["schemas"][name] for name in _parts(schema, set())}}
    return jsonschema_rs.Draft202012Validator({**json.loads(schema), "components": parts}, validate_formats=True)


def _parts(text: str, found: set[str]) -> set[str]:
    for name in set(_REFERENCE.findall(text)) - found:
        found.add(name)
        _parts(json.dumps(components()["schemas"][name]), found)
    return found
