"""How one operation is described: its name, its headers, and every way it can end."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.openapi import AutoSchema
from rest_framework.serializers import ModelSerializer

from accounts.permissions import roles_of
from app.openapi import examples, names, refusals

HEADERS = {
    "RequestId": {
        "description": "The id of this request in our logs; name it when asking for help.",
        "schema": {"type": "string"},
    },
    "RetryAfter": {"description": "Seconds to wait before trying again.", "schema": {"type": "integer"}},
    "Replayed": {
        "description": "`true` when this is the stored answer to an earlier request with the same `Idempotency-Key`.",
        "schema": {"type": "string", "enum": ["true"]},
    },
}
PARAMETERS = {
    "BusinessId": {
        "name": "X-Business-Id",
        "in": "header",
        "description": "The business to act for; needed by people of several businesses.",
        "schema": {"type": "string", "format": "uuid"},
    },
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "description": "The same key with the same request does the work once, for 24 hours.",
        "schema": {"type": "string", "maxLength": 200},
    },
}


class ApiSchema(AutoSchema):
    """drf-spectacular's description, with what the house adds to every operation."""

    def get_operation_id(self) -> str:
        return names.operation_id(self.method, self.path, is_list=self._is_list_view())

    def get_summary(self) -> str:
        described: str | None = super().get_summary()
        return described or str(self.get_description()).split("\n")[0].split(". ")[0].rstrip(".")

    def get_tags(self) -> list[str]:
        return ["credits" if tag == "ai" else str(tag) for tag in super().get_tags()]

    def is_deprecated(self) -> bool:
        return bool(getattr(self.view, "alias", "")) or bool(super().is_deprecated())

    def get_operation(self, *args: Any, **kwargs: Any) -> Any:
        found = super().get_operation(*args, **kwargs)
        if found is not None:
            _ask_once(found)
            self._add_headers(found)
            self._add_examples(found)
            if refusals.is_for_members(self.view):
                found["x-roles"] = [str(role) for role in roles_of(self.view, self.method)]
            has_query = any(each.get("in") == "query" for each in found.get("parameters", ()))
            in_path = "{" in self.path
            codes = refusals.codes_of(
                self.view, self.method, has_body="requestBody" in found, has_query=has_query, in_path=in_path
            )
            found["responses"] |= {
                status: response
                for status, response in refusals.responses_of(codes, has_parameters=has_query or in_path).items()
                if status not in found["responses"]
            }
        return found

    def _add_examples(self, operation: dict[str, Any]) -> None:
        """What the demo takes: a body, the row that an address names, and what must be asked."""
        name = operation["operationId"]
        bodies = {"application/json": examples.body_of(name), "multipart/form-data": examples.FORMS.get(name)}
        for kind, content in operation.get("requestBody", {}).get("content", {}).items():
            if (body := bodies.get(kind)) is not None:
                content["example"] = body
        asked = examples.QUERIES.get(name, {})
        for each in operation.get("parameters", ()):
            if each.get("in") == "path" and self.path in examples.PATHS:
                each["example"] = examples.PATHS[self.path]
            elif each.get("in") == "query" and each["name"] in asked:
                each["example"] = asked[each["name"]]

    def _add_headers(self, operation: dict[str, Any]) -> None:
        wanted = ["BusinessId"] if refusals.is_for_members(self.view) else []
        keyed = refusals.takes_key(self.view, self.method)
        wanted += ["IdempotencyKey"] if keyed else []
        if wanted:
            references = [{"$ref": f"#/components/parameters/{name}"} for name in wanted]
            operation["parameters"] = [*operation.get("parameters", []), *references]
        for response in operation["responses"].values():
            headers = response.setdefault("headers", {})
            headers["X-Request-Id"] = {"$ref": "#/components/headers/RequestId"}
            if keyed:
                headers["Idempotent-Replayed"] = {"$ref": "#/components/headers/Replayed"}

    def _map_basic_serializer(self, serializer: Any, direction: str) -> Any:
        """An answer holds every field of a model's serializer, whether or not a request must."""
        if direction == "response" and isinstance(serializer, ModelSerializer):
            _remember_blanks(serializer)
        described: Callable[[Any, str], dict[str, Any]] = super()._map_basic_serializer
        found = described(serializer, direction)
        if direction == "response" and isinstance(serializer, ModelSerializer) and found.get("properties"):
            found["required"] = sorted(name for name, of in found["properties"].items() if not of.get("writeOnly"))
        return found

    def _map_serializer_field(self, field: Any, direction: str, bypass_extensions: bool = False) -> Any:
        """In answers, a text that may be empty has no format, and what some roles do not see may be null."""
        described: Callable[[Any, str, bool], dict[str, Any] | None] = super()._map_serializer_field
        found = described(field, direction, bypass_extensions)
        if found and found.get("default") == "" and found.get("minLength"):
            del found["default"]
        if found and direction == "response":
            if getattr(field, "allow_blank", False) and found.get("format") in ("email", "uri"):
                del found["format"]
            if field.field_name in getattr(field.parent, "null_for_some", ()):
                found["nullable"] = True
        return found

    def _get_request_body(self, direction: str = "request") -> Any:
        """Also of a DELETE that asks for a password."""
        described: Callable[[str], Any] = super()._get_request_body
        if self.method != "DELETE" or hasattr(self.view, "get_serializer") or not self.get_request_serializer():
            return described(direction)
        self.method = "POST"
        try:
            return described(direction)
        finally:
            self.method = "DELETE"


def _ask_once(operation: dict[str, Any]) -> None:
    """What the address names is not asked for again: inputs hold both."""
    taken = operation.get("parameters", [])
    in_path = {each["name"] for each in taken if each["in"] == "path"}
    if in_path:
        operation["parameters"] = [each for each in taken if each["in"] == "path" or each["name"] not in in_path]


def _remember_blanks(serializer: Any) -> None:
    """A read-only field forgets that its column may be empty, and with it one of its values."""
    blank = {each.name for each in serializer.Meta.model._meta.concrete_fields if each.blank}
    for field in serializer.fields.values():
        if field.read_only and field.source in blank and hasattr(field, "allow_blank"):
            field.allow_blank = True
