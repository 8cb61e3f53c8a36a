"""`manage.py postman > FILE`: the API as a Postman collection."""

import json
from typing import Any

from django.core.management.base import BaseCommand
from drf_spectacular.generators import SchemaGenerator

from app.openapi.postman import collection


class Command(BaseCommand):
    help = "Print a Postman collection of the API."

    def handle(self, *args: Any, **options: Any) -> None:
        page = json.loads(json.dumps(SchemaGenerator().get_schema(public=True), default=str))  # type: ignore[no-untyped-call]
        self.stdout.write(json.dumps(collection(page), indent=1, ensure_ascii=False))
