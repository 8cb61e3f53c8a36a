"""The API's description as plain facts, a line each, so that a change of the contract is a diff that can be read."""

from collections.abc import Iterator
from typing import Any

Facts = dict[str, str]
"""Facts by what they are about: `createSale ?storefront_id`, `createSale 201`, `Sale.total`."""

METHODS = ("get", "post", "put", "patch", "delete")
BOUNDS = ("enum", "minimum", "maximum", "maxLength", "maxItems")


def facts(page: dict[str, Any]) -> Facts:
    """Every operation with its parameters, body and answers, and every schema with its fields."""
    found: Facts = {}
    for path, entry in page["paths"].items():
        for method in METHODS:
            if method in entry:
                found |= _of_operation(f"{method.upper()} {path}", entry[method])
    for name, schema in page["components"]["schemas"].items():
        found |= dict(_of_schema(name, schema))
    return found


def _of_operation(address: str, operation: dict[str, Any]) -> Facts:
    name = operation["operationId"]
    found = {name: f"{address}{' (deprecated)' if operation.get('deprecated') else ''}"}
    for each in operation.get("parameters", ()):
        if "$ref" in each:
            found[f"{name} ?{_last(each['$ref'])}"] = "header"
        else:
            needed = ", required" if each.get("required") else ""
            found[f"{name} ?{each['name']}"] = f"{each['in']}, {_type(each['schema'])}{needed}"
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        found[f"{name} body {kind}"] = _type(content.get("schema", {}))
    for status, response in operation["responses"].items():
        kinds = [f"{kind} {_type(of.get('schema', {}))}" for kind, of in response.get("content", {}).items()]
        found[f"{name} {status}"] = "; ".join(kinds) or _last(response.get("$ref", "nothing"))
    return found


def _of_schema(name: str, schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    required = schema.get("required", ())
    yield name, _type({part: of for part, of in schema.items() if part != "enum"})
    for value in schema.get("enum", ()):
        yield f"{name} value {value}", "known"
    for field, of in schema.get("properties", {}).items():
        yield f"{name}.{field}", f"{_type(of)}{', required' if field in required else ''}"


def _type(schema: dict[str, Any]) -> str:
    """A schema in a few words; what it refers to by its name."""
    if "$ref" in schema:
        return _last(schema["$ref"])
    for kind, word in (("allOf", " and "), ("oneOf", " or "), ("anyOf", " or ")):
        if kind in schema:
            return word.join(map(_type, schema[kind]))
    kinds = schema.get("type", "anything")
    said = " or ".join([kinds] if isinstance(kinds, str) else kinds)
    if "array" in said:
        said += f" of {_type(schema.get('items', {}))}"
    if isinstance(inner := schema.get("additionalProperties"), dict):
        said += f" of {_type(inner)}"
    said += f" ({schema['format']})" if "format" in schema else ""
    return said + "".join(f", {bound} {schema[bound]}" for bound in BOUNDS if bound in schema)


def _last(reference: str) -> str:
    return reference.rsplit("/", 1)[-1]


def written(found: Facts) -> str:
    """The facts as the lines of `docs/contract.txt`."""
    return "".join(f"{about}: {fact}\n" for about, fact in sorted(found.items()))


def read(text: str) -> Facts:
    """The facts of such lines."""
    return dict(line.split(": ", 1) for line in text.splitlines())
