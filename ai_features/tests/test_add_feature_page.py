"""The feature that docs/add_ai_feature.md builds, taken from the page: declared, priced and answered as it says."""

import re
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from ai_features import engine, pricing
from ai_features.services import consent
from ai_features.tests.builders import make_lot
from common.tenancy import Caller
from conftest import Shop
from sales.models import Customer
from sales.tests.builders import make_customer, make_sale

PAGE = (Path(__file__).resolve().parents[2] / "docs/add_ai_feature.md").read_text()
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The page's module, with the line that the page adds to the price list."""
    [code] = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "thank_you_of_the_page.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    made = import_module("thank_you_of_the_page")
    monkeypatch.delitem(sys.modules, made.__name__)
    [(key, credits, name, description)] = re.findall(r'add `\("(.*?)", "(.*?)", "(.*?)", "(.*?)"\)`', PAGE)
    price = pricing.FeaturePrice(key, Decimal(credits), name, description, "basic", popular=False)
    monkeypatch.setitem(pricing.FEATURE_PRICES, key, price)
    return made


def ask(module: ModuleType, caller: Caller, customer: Customer) -> Any:
    return engine.run(module.FEATURE, caller, {"customer_id": customer})


def test_the_feature_of_the_page_answers_from_the_books(shop: Shop, module: ModuleType) -> None:
    customer = make_customer(shop.business)
    consent.give_consent(shop.caller)
    make_lot(shop.id, "1.00")
    assert ask(module, shop.caller, customer)["credits_used"] == 0
    make_sale(shop.business, unit_price=120, customer=customer)
    answer = ask(module, shop.caller, customer)
    assert answer["message"] == f"Thank you, {customer.name}! You bought goods worth GHS 120.00 from us."
    assert float(answer["credits_used"]) == 0.1


def test_the_page_names_what_the_price_list_is_made_of() -> None:
    assert "_BASIC" in PAGE
    assert hasattr(pricing, "_BASIC")
