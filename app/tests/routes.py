"""Every endpoint of the API with its methods, and request bodies as the OpenAPI page describes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver
from drf_spectacular.generators import SchemaGenerator

from accounts.models import Business, Membership, Storefront
from ai_features.models import (
    AICreditPurchase,
    AITransaction,
    BriefCard,
    Conversation,
    CreditAlert,
    CustomerMessage,
    OfferedQuestion,
)
from app.tests.world import World
from inventory.models import (
    Category,
    GoodsReceipt,
    Pack,
    PriceList,
    Product,
    PurchaseOrder,
    StockMovement,
    Supplier,
    SupplierBill,
)
from sales.models import Customer, Payment, Sale, SaleLine, TillSession

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
MODEL_OF_NAME: dict[str, type[models.Model]] = {
    "alert_id": CreditAlert,
    "bill_ids": SupplierBill,
    "business_id": Business,
    "card_id": BriefCard,
    "cashier_id": Membership,
    "category_id": Category,
    "choice": OfferedQuestion,
    "conversation_id": Conversation,
    "customer_id": Customer,
    "customer_ids": Customer,
    "keep_id": Customer,
    "merge_id": Customer,
    "document_id": Sale,
    "from_storefront_id": Storefront,
    "invoice_id": Sale,
    "line_id": SaleLine,
    "membership_id": Membership,
    "order_id": PurchaseOrder,
    "pack_id": Pack,
    "parent_id": Category,
    "payment_id": Payment,
    "price_list_id": PriceList,
    "product_id": Product,
    "product_ids": Product,
    "receipt_id": GoodsReceipt,
    "sale_id": Sale,
    "sold_by_id": Membership,
    "secret": CustomerMessage,  # any guess
    "staff_id": Membership,
    "storefront_id": Storefront,
    "subject_id": Customer,
    "supplier_id": Supplier,
    "till_id": TillSession,
    "to_storefront_id": Storefront,
    "transaction_id": AITransaction,
    "movement_id": StockMovement,
}
_PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Route:
    """One address as its pattern, and the view behind it."""

    pattern: str
    view: Any

    @property
    def parameters(self) -> list[str]:
        return [match["name"] for match in _PARAMETER.finditer(self.pattern)]

    @property
    def shape(self) -> str:
        """The address with `{}` for each parameter, as it is found in the OpenAPI page."""
        return "/" + _PARAMETER.sub("{}", self.pattern)

    def address(self, world: World) -> str:
        """The address with ids of rows of `world`."""
        return "/" + _PARAMETER.sub(lambda match: self._value(match["name"], world), self.pattern)

    def ids(self, world: World) -> list[str]:
        """What `address` puts in, in its order."""
        return [self._value(name, world) for name in self.parameters]

    def _value(self, name: str, world: World) -> str:
        if name == "reference":
            return str(getattr(world.rows[AICreditPurchase], "payment_reference"))  # noqa: B009
        rows = getattr(self.view, "queryset", None)
        if rows is not None:
            return world.id_of(rows.model)
        return world.id_of(model_of(name, f"the parameter <{name}> of {self.pattern}"))


def model_of(name: str, where: str) -> type[models.Model]:
    if name not in MODEL_OF_NAME:
        pytest.fail(
            f"Nobody knows whose id {where} is. Give the view a `queryset`, or add {name!r} to MODEL_OF_NAME in "
            "app/tests/routes.py, so that the tenant test can try another business's id there."
        )
    return MODEL_OF_NAME[name]


def routes() -> list[Route]:
    """Every endpoint outside the admin; the console's places are one page, which is "" here."""
    found = list(_walk(get_resolver(), ""))
    return [Route(pattern, view) for pattern, view in found if not pattern.startswith(("admin/", "^"))]


def _walk(level: URLResolver, before: str) -> Iterator[tuple[str, Any]]:
    for entry in level.url_patterns:
        pattern = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            view = entry.callback
            yield pattern, getattr(view, "cls", getattr(view, "view_class", view))
        else:
            yield from _walk(entry, pattern)


@cache
def operations() -> dict[tuple[str, str], dict[str, Any]]:
    """The OpenAPI operations by (shape of the address, method)."""
    paths: dict[str, Any] = schema()["paths"]
    return {
        (re.sub(r"\{\w+\}", "{}", path), method.upper()): operation
        for path, entry in paths.items()
        for method, operation in entry.items()
        if method.upper() in METHODS
    }


def components() -> dict[str, Any]:
    """What operations share: schemas, responses, parameters."""
    found: dict[str, Any] = schema()["components"]
    return found


@cache
def schema() -> dict[str, Any]:
    return dict(SchemaGenerator().get_schema(request=None, public=True))  # type: ignore[no-untyped-call]


def body(route: Route, method: str, world: World) -> tuple[Any, list[str]]:
    """A request body that is right but for its ids, which are rows of `world`; and those ids."""
    content = operations().get((route.shape, method), {}).get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return None, []
    ids: list[str] = []
    return _example("", content["application/json"]["schema"], (world, ids, f"{method} {route.pattern}")), ids


def query(route: Route, world: World) -> tuple[dict[str, str], list[str]]:
    """A query string that names a row of `world` wherever GET takes an id; and those ids."""
    taken = operations().get((route.shape, "GET"), {}).get("parameters", [])
    named = {
        p["name"]: world.id_of(model_of(p["name"], f"?{p['name']}= of {route.pattern}"))
        for p in taken
        if p.get("in") == "query" and p["schema"].get("format") == "uuid"
    }
    return named, list(named.values())


Context = tuple[World, list[str], str]


def _example(name: str, schema: dict[str, Any], context: Context) -> Any:
    if "$ref" in schema:
        schema = components()["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    for choice in ("allOf", "oneOf", "anyOf"):
        if choice in schema:
            return _example(name, schema[choice][0], context)
    kind = schema.get("type", "object")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        parts = schema.get("properties", {}).items()
        return {part: _example(part, of, context) for part, of in parts if not of.get("readOnly")}
    if kind == "array":
        return [_example(name, schema["items"], context)]
    return _plain(name, kind, schema, context)


def _plain(name: str, kind: str, schema: dict[str, Any], context: Context) -> Any:
    world, ids, where = context
    if schema.get("format") == "uuid":
        ids.append(world.id_of(model_of(name, f"the field {name!r} of {where}")))
        return ids[-1]
    if "enum" in schema:
        return next(value for value in schema["enum"] if value)
    if kind == "boolean":
        return True
    if kind in ("integer", "number"):
        return max(1, schema.get("minimum", 1))
    formats = {
        "date": "2026-01-31",
        "date-time": "2026-01-31T10:00:00Z",
        "email": "new@example.com",
        "decimal": "1",
        "time": "08:00",
        "uri": "http://localhost:5173/done",
    }
    return formats.get(schema.get("format", ""), "1")
