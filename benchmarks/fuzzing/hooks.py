"""For schemathesis: what it cannot know of a request that is to get far."""

import uuid
from typing import Any

import schemathesis

from app.openapi import examples

KEY = "Idempotency-Key"
OWN = {
    "category_id": examples.DRINKS,
    "customer_id": examples.CUSTOMER,
    "product_id": examples.MALT,
    "product_ids": examples.MALT,
    "storefront_id": examples.OSU,
    "supplier_id": examples.BEVERAGES,
}
"""Rows of the demo, for half of the ids that name nothing."""
SWITCHES = ("ai_enabled", "consent")
"""What would switch AI off for all requests to come."""


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """A key of its own for each request, since the same one with another body is refused; ids that are there; AI on."""
    if case.headers and KEY in case.headers and case.headers[KEY]:
        case.headers[KEY] = str(uuid.uuid4())
    case.query, case.body = _known(case.query), _known(case.body)
    if case.path_parameters and context.operation.path in examples.PATHS:
        name = next(iter(case.path_parameters))
        case.path_parameters = {name: _row(case.path_parameters[name], examples.PATHS[context.operation.path])}


def _known(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _known(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_known(each, name) for each in value]
    if value is False and name in SWITCHES:
        return True
    return _row(value, OWN[name]) if name in OWN else value


def _row(value: Any, known: str) -> Any:
    """The known row in place of every other id; what is no id stays."""
    try:
        return known if uuid.UUID(value).int % 2 else value
    except (ValueError, TypeError, AttributeError):
        return value
