"""Sales asked about by the number on their paper."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ai_features.services.query_intelligence import QueryIntelligenceService
from ai_features.services.query_intelligence.papers import papers_in
from common import clock
from conftest import Shop
from reports.tests.builders import make_debtor, make_invoice
from reports.tests.trade import sell
from sales.models import Sale


@pytest.fixture
def service(shop: Shop) -> QueryIntelligenceService:
    sold = sell(shop.storefront, "Milo 400 g", 3, "20.00", on=clock.today())
    Sale.objects.filter(pk=sold.pk).update(number="INV-000516")
    make_invoice(make_debtor(shop.business, "Ama"), "90", "2026-01-05", "2026-02-05", number="INV-000881")
    return QueryIntelligenceService(shop.business.pk)


@pytest.mark.parametrize(
    ("question", "metric", "told"),
    [
        ("what is on receipt INV-000516", "sales_with_tax", Decimal(60)),
        ("show me invoice 516", "sales_with_tax", Decimal(60)),
        ("inv-516 units", "units", Decimal(3)),
        ("INV-000881 how much left to pay", "outstanding", Decimal(90)),
        ("how much is owed on invoice no. 881", "outstanding", Decimal(90)),
    ],
)
def test_a_sale_is_known_by_its_number(
    service: QueryIntelligenceService, question: str, metric: str, told: Decimal
) -> None:
    data = service.process_query(question)["data"]
    assert data, question
    assert Decimal(str(data["total"][metric])) == told


def test_the_number_of_a_sale_of_another_shop_is_not_known(service: QueryIntelligenceService, other_shop: Shop) -> None:
    assert not papers_in(other_shop.business.pk, "receipt INV-000516")
    assert service.process_query("what is on receipt INV-000999")["data"] is None


def test_a_question_without_a_number_of_a_sale_looks_none_up(shop: Shop, db: None) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert not papers_in(shop.business.pk, f"sales of {dt.date(2026, 3, 5)} above 500, 43 inch")
    assert len(queries) == 0
