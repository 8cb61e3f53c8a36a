"""Asking questions through the API."""

from typing import Any

from rest_framework.test import APIClient

from ai_features.models import BusinessAICredits
from conftest import Shop

PATH = "/ai/api/query/"


def ask(client: APIClient, query: str, **more: Any) -> Any:
    return client.post(PATH, {"query": query} | more)


def balance(shop: Shop) -> str:
    return str(BusinessAICredits.objects.get(business=shop.business).balance)
