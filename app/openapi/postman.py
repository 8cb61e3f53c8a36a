"""The API as a Postman collection (2.1.0): a folder for each chapter, a request for each operation."""

import json
from typing import Any

FORMAT = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
VARIABLES = {"base": "http://127.0.0.1:8000", "token": "", "business": ""}


def collection(page: dict[str, Any]) -> dict[str, Any]:
    """The collection of an OpenAPI page; `base`, `token` and `business` are its variables."""
    folders: dict[str, list[dict[str, Any]]] = {tag["name"]: [] for tag in page["tags"]}
    for path, entry in page["paths"].items():
        for method, operation in entry.items():
            folders.setdefault(operation["tags"][0], []).append(_request(path, method.upper(), operation))
    return {
        "info": {"name": page["info"]["title"], "description": page["info"]["description"], "schema": FORMAT},
        "auth": {"type": "apikey", "apikey": _pairs(key="Authorization", value="Token {{token}}", **{"in": "header"})},
        "variable": _pairs(**VARIABLES),
        "item": [{"name": name, "item": items} for name, items in folders.items() if items],
    }


def _pairs(**values: str) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in values.items()]


def _request(path: str, method: str, operation: dict[str, Any]) -> dict[str, Any]:
    taken = operation.get("parameters", [])
    request: dict[str, Any] = {
        "method": method,
        "description": operation.get("description", ""),
        "header": [{"key": "X-Business-Id", "value": "{{business}}"}] if _takes(taken, "BusinessId") else [],
        "url": _url(path, taken),
    }
    if _takes(taken, "IdempotencyKey") and method != "GET":
        request["header"].append({"key": "Idempotency-Key", "value": "{{$guid}}"})
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        text = json.dumps(content["application/json"].get("example", {}), indent=2, ensure_ascii=False)
        request["body"] = {"mode": "raw", "raw": text, "options": {"raw": {"language": "json"}}}
    elif "multipart/form-data" in content:
        request["body"] = {"mode": "formdata", "formdata": [{"key": "file", "type": "file", "src": []}]}
    return {"name": operation.get("summary") or operation["operationId"], "request": request}


def _takes(taken: list[dict[str, Any]], name: str) -> bool:
    return any(each.get("$ref", "").endswith(f"/{name}") for each in taken)


def _url(path: str, taken: list[dict[str, Any]]) -> dict[str, Any]:
    parts = [f":{part[1:-1]}" if part.startswith("{") else part for part in path.strip("/").split("/")]
    query = [
        {"key": each["name"], "value": "", "description": each.get("description", ""), "disabled": True}
        for each in taken
        if each.get("in") == "query"
    ]
    in_path = {each["name"]: str(each.get("example", "")) for each in taken if each.get("in") == "path"}
    return {
        "raw": f"{{{{base}}}}/{'/'.join(parts)}/",
        "host": ["{{base}}"],
        "path": [*parts, ""],
        "query": query,
        "variable": _pairs(**in_path),
    }
