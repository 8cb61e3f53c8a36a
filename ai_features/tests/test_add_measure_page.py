"""The measure that docs/add_a_measure.md adds, taken from the page: counted, asked for in words, and told."""

import datetime as dt
import re
import sys
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from ai_features.services.query_intelligence import answering
from ai_features.services.query_intelligence.names import Index
from ai_features.services.query_intelligence.plan import Days, Plan
from ai_features.services.query_intelligence.reading.lexicon import lexicon
from ai_features.services.query_intelligence.reading.reader import Understood, read
from ai_features.tests.plans import told
from common import clock
from conftest import Shop
from reports.metrics import METRICS, Metric
from reports.tests.trade import sell

PAGE = (Path(__file__).resolve().parents[2] / "docs/add_a_measure.md").read_text()
KEY = "revenue_per_trading_day"
WEEK = Days(start=dt.date(2026, 6, 1), end=dt.date(2026, 6, 8), label="1 to 7 June 2026")
HEAD = """
from decimal import Decimal
import datetime as dt
from reports import metric_queries
from reports.metric_queries import Cut
from reports.metrics.metric import Metric, Unit, ratio, said
from reports.tests.trade import sell
MONDAY, THURSDAY = dt.date(2026, 6, 1), dt.date(2026, 6, 4)
"""


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModuleType]:
    """The page's row among the metrics and its phrases in the lexicon, and the page's test."""
    row, test = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "measure_of_the_page.py").write_text(f"{HEAD}\nROW = {row}\n{test}")
    monkeypatch.syspath_prepend(tmp_path)
    made = import_module("measure_of_the_page")
    monkeypatch.delitem(sys.modules, made.__name__)
    monkeypatch.setitem(METRICS, KEY, made.ROW)
    lexicon.cache_clear()
    yield made
    lexicon.cache_clear()


def test_the_test_of_the_page_passes(shop: Shop, page: ModuleType) -> None:
    page.test_sales_per_trading_day(shop)


def test_the_measure_of_the_page_is_asked_for_and_told(shop: Shop, page: ModuleType) -> None:
    sell(shop.storefront, "Rice", 3, "10.00", on=WEEK.start)
    sell(shop.storefront, "Rice", 5, "10.00", on=WEEK.end - dt.timedelta(days=1))
    found = read("sales per trading day this year", today=clock.today(), index=Index([]))
    assert isinstance(found, Understood)
    assert found.plan.metrics == (KEY,)
    result = answering.run(shop.business.pk, Plan(metrics=(KEY,), period=WEEK), today=clock.today())
    assert told(result) == "Sales per trading day from 1 to 7 June 2026: GHS 40.00."


def test_the_page_names_fields_that_a_row_has() -> None:
    named = {"said", "of", "beside", "as_of_now", "counts", "share_of", "skips_zero"}
    assert named <= set(re.findall(r"`(\w+)`", PAGE)) & {each.name for each in fields(Metric)}
