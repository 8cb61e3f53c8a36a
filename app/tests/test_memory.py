"""What a worker keeps between requests: nothing that grows with their number."""

import gc
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.tests.builders import agree, make_lot
from benchmarks.debts import INVOICES_EACH, fill_accounts
from conftest import Shop
from sales.models import Sale

CUSTOMERS, WARM, ROUNDS = 100, 4, 40
PATHS = (
    "/ai/api/portfolio/dashboard/",
    "/ai/api/credit/collection-priority/",
    "/reports/api/financial/ar-aging/",
    "/reports/api/customer/segmentation/",
    "/sales/api/sales/?page=20",
)


def megabytes() -> float:
    """Resident memory of this process."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


def ask_all(client: APIClient) -> None:
    for path in PATHS:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.content)


@pytest.mark.postgres
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs /proc")
def test_two_hundred_calls_leave_a_process_as_large_as_it_was(
    shop: Shop, owner_client: APIClient, settings: Settings
) -> None:
    settings.AI_RATE_LIMITS = dict.fromkeys(settings.AI_RATE_LIMITS, 10_000)
    agree(shop.caller)
    make_lot(shop.business.pk, "1000.00")
    fill_accounts(shop.id, shop.storefront.pk, CUSTOMERS)
    assert Sale.objects.of(shop.id).count() == CUSTOMERS * INVOICES_EACH
    for _ in range(WARM):
        ask_all(owner_client)
    before = megabytes()
    for _ in range(ROUNDS):
        ask_all(owner_client)
    assert megabytes() < before * 1.1
