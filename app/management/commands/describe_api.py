"""`manage.py describe_api > docs/api.md`: every endpoint on one page, from the OpenAPI description."""

from typing import Any

from django.core.management.base import BaseCommand
from drf_spectacular.generators import SchemaGenerator

HEAD = """# Every endpoint

Made by `python manage.py describe_api > docs/api.md` from the OpenAPI description, which has the fields: `/api/docs/`.
What all endpoints share (log-in, errors, pages, `Idempotency-Key`) is in [frontend.md](frontend.md).
"""
PARTS = {
    "/accounts/api/": "People, businesses and the plan",
    "/inventory/api/": "Products and stock",
    "/sales/api/": "Customers, sales and payments",
    "/reports/api/": "Reports",
    "/ai/api/": "Credits and AI features",
}


class Command(BaseCommand):
    help = "Print docs/api.md."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(page(), ending="")


def page() -> str:
    """The page as Markdown: a table for each app, a row for each method."""
    paths: dict[str, Any] = SchemaGenerator().get_schema(public=True)["paths"]  # type: ignore[no-untyped-call]
    return HEAD + "".join(_part(title, start, paths) for start, title in PARTS.items())


def _part(title: str, start: str, paths: dict[str, Any]) -> str:
    rows = [
        f"| {method.upper()} | `{path.removeprefix(start)}` | {_summary(operation)} |\n"
        for path, operations in paths.items()
        if path.startswith(start)
        for method, operation in operations.items()
    ]
    return f"\n## {title}: `{start}`\n\n| | | |\n| --- | --- | --- |\n{''.join(rows)}"


def _summary(operation: dict[str, Any]) -> str:
    text = operation.get("summary") or operation.get("description", "")
    return " ".join(text.split("\n\n")[0].split())
