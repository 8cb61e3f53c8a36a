"""What holds for every form of a plan: queries, words, tenants, and fields that cannot be worked out."""

from collections import defaultdict
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pydantic import ValidationError

from ai_features.services.query_intelligence.plan import Filter, Plan
from ai_features.tests.plans import (
    answer,
    days,
    every_form,
    limit,
    segment,
    worded,
)
from ai_features.tests.questions.reckoning import DAY
from ai_features.tests.questions.shops import Trade, build_pair
from common import clock
from inventory.models import Product
from sales.models import Customer, Payment, Sale, SaleLine

MONTH, BEFORE = days(30), days(60, 30)
OWED = ("outstanding", "overdue")
RICE = Filter(dimension="product", values=("1",), name="rice")
COMPARED: dict[str, Any] = {"period": MONTH, "compare": "period", "compare_to": BEFORE}

pytestmark = pytest.mark.django_db


def test_every_form_takes_the_same_number_of_queries_however_much_there_is(trade: Trade) -> None:
    counts: dict[str, list[int]] = defaultdict(list)
    for _ in range(2):
        for form, fields in every_form(trade).items():
            with CaptureQueriesContext(connection) as asked:
                answer(trade, **fields)
            counts[form].append(len(asked))
        old = Sale.objects.filter(business=trade.business, sold_at__lt=clock.start_of(clock.today() - DAY * 90))
        for rows in (SaleLine.objects, Payment.objects):
            rows.filter(sale__in=old).delete()
        old.delete()
    assert {form: found for form, found in counts.items() if max(found) > 7 or len(set(found)) > 1} == {}


def test_every_form_is_put_in_words_and_no_name_reaches_a_model(trade: Trade) -> None:
    people = set(Customer.objects.filter(business=trade.business).values_list("name", flat=True))
    for form, fields in every_form(trade).items():
        made = worded(answer(trade, **fields))
        assert made["told"].rstrip().endswith("."), form
        assert "{" not in made["told"], form
        assert not [name for name in people if name in made["for the model"]], form


def test_no_form_shows_the_rows_of_another_shop(db: None) -> None:
    one, other = build_pair()
    names = {
        str(pk)
        for model in (Product, Customer)
        for pk in model.objects.filter(business=other.business).values_list("pk", flat=True)
    }
    for form, fields in every_form(one).items():
        shown = {id for _, ids in answer(one, **fields).shown for id in ids}
        assert not shown & names, form
    for form, fields in every_form(other).items():
        if fields.get("filters"):
            stranger = answer(one, **fields)
            assert not any(value for row in stranger.rows for value in row.values.values()), form


@pytest.mark.parametrize(
    "fields",
    [
        {"metrics": ("units",), "dimensions": ("method",)},
        {"metrics": ("stock",), "period": MONTH},
        {"metrics": ("stock",), "period": MONTH, "compare_to": BEFORE},
        {"thresholds": (limit("revenue", ">", 5),)},
        {"dimensions": ("product",), "by_change": "fall"},
        {"dimensions": ("product",), "top_each": 3},
        {"dimensions": ("product",), "rank": 2, "ends": True},
        {"dimensions": ("product",), "trend": True},
        {"metrics": ("bought_with",), "dimensions": ("product",)},
        {"metrics": ("bought_with",), "dimensions": ("customer",), "filters": (RICE,)},
        {"metrics": ("retail_price",), "dimensions": ("category",)},
        {"metrics": ("stock",), "segments": (segment("customer:new"),)},
        {"segments": (segment("customer:over_limit", period=MONTH),)},
        {"segments": (segment("customer:new", number=5),)},
        {"segments": (segment("customer:nothing"),)},
        {"why": True},
    ],
    ids=str,
)
def test_what_cannot_be_worked_out_is_refused_and_no_field_is_passed_over(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Plan(**{"metrics": ("revenue",), **fields})
