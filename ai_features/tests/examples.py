"""One request for each AI feature that has an address, for a shop with a little of everything."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Business
from ai_features.feature import Feature
from ai_features.models import CreditAlert, LossAlert
from ai_features.tests.builders import agree, make_lot
from ai_features.tests.losses import make_loss_alert
from common import clock
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_category, make_product
from sales.models import Customer, Sale
from sales.tests.builders import make_invoice, make_sale


@dataclass(frozen=True)
class Trading:
    """What the examples ask about."""

    business: Business
    product: Product
    customer: Customer


def make_trading(shop: Shop) -> Trading:
    """Half a year of trade: goods, a debtor who pays late, one who has not paid, and credits to ask with."""
    agree(shop.caller)
    make_lot(shop.business.pk, "100.00")
    shelf = make_category(shop.business, "Provisions")
    rice, oil = (
        make_product(shop.business, name=name, category=shelf, retail_price=price, cost=10, sku=name)
        for name, price in (("Royal Aroma Rice", 20), ("Frytol Oil", 30))
    )
    customer = Customer.objects.create(
        business=shop.business,
        name="Akosua Darkwah",
        phone="+233244987654",
        email="akosua.darkwah@example.com",
        credit_limit=Decimal(500),
    )
    for weeks in range(1, 27):
        sold_at = clock.now() - dt.timedelta(weeks=weeks)
        make_sale(shop.business, lines=[(rice, 3, 20), (oil, 1, 30)], sold_at=sold_at)
        if weeks > 2 and weeks % 2 == 0:
            due = clock.local_date(sold_at) + dt.timedelta(days=7)
            paid_at = clock.start_of(due) + dt.timedelta(days=3)
            make_invoice(customer, 60, sold_at=sold_at, due=due, paid_at=paid_at)
    for days in (-2, 4):
        make_invoice(customer, 90, due=clock.today() + dt.timedelta(days=days))
    return Trading(shop.business, rice, customer)


def _repriced(trading: Trading) -> str:
    """A product that costs two fifths more since five weeks, and sells as before."""
    milk = Product.objects.of(trading.business.pk).filter(sku="milk").first()
    if milk is None:
        milk = make_product(trading.business, "Peak Milk", sku="milk", cost=20, retail_price=28)
        monday = clock.today() - dt.timedelta(days=clock.today().weekday())
        for week in range(1, 11):
            moment = clock.start_of(monday - dt.timedelta(weeks=week)) + dt.timedelta(days=1)
            make_sale(trading.business, lines=[(milk, 30, 28 if week <= 5 else 20)], sold_at=moment)
    return str(milk.pk)


Example = Callable[[Trading], dict[str, Any]]
EXAMPLES: dict[str, Example] = {
    "product_description": lambda t: {"product_id": str(t.product.pk)},
    "product_descriptions": lambda t: {"product_ids": [str(t.product.pk)]},
    "credit_assessment": lambda t: {"customer_id": str(t.customer.pk), "requested_credit_limit": "800.00"},
    "collection_priority": lambda t: {},
    "collection_message": lambda t: {"customer_id": str(t.customer.pk)},
    "payment_prediction": lambda t: {"customer_id": str(t.customer.pk)},
    "natural_language_query": lambda t: {"query": "total sales this year"},
    "portfolio_dashboard": lambda t: {},
    "inventory_forecast": lambda t: {"product_id": str(t.product.pk), "forecast_days": 14},
    "pricing_optimizer": lambda t: {"product_id": _repriced(t)},
    "pricing_what_if": lambda t: {"product_id": _repriced(t), "change_percent": "5"},
    "sales_assistant": lambda t: {"message": "rice under 50"},
    "support_chat": lambda t: {"message": "how do I buy credits?"},
}


def request_of(feature: Feature, trading: Trading) -> tuple[str, dict[str, Any]]:
    """The address and the body, or query string, of the feature's example."""
    given = EXAMPLES[feature.id](trading)
    path = feature.path
    for name in list(given):
        for kind in ("uuid", "str"):
            placeholder = f"<{kind}:{name}>"
            if placeholder in path:
                path = path.replace(placeholder, given.pop(name))
    return f"/ai/api/{path}", given


def url_of(feature: Feature, trading: Trading) -> tuple[str, dict[str, Any]]:
    """The URL and body of the example, also of a feature that is reached from another view."""
    if feature.path:
        return request_of(feature, trading)
    return {
        "credit_alert_explanation": (f"/ai/api/credit/alerts/{_alert(trading)}/", {"explain": "1"}),
        "loss_alert_explanation": (f"/ai/api/fraud-alerts/{_loss_alert(trading)}/", {"explain": "1"}),
        "smart_receipt": (f"/sales/api/sales/{_sale(trading)}/receipt/", {"ai": "1"}),
        "report_narrative": ("/reports/api/sales/summary/", {"narrative": "1"}),
        "reorder_narrative": ("/reports/api/inventory/reorder/", {"narrative": "1"}),
        "segment_recommendations": ("/reports/api/customer/segmentation/", {"recommendations": "1"}),
    }[feature.id]


def _sale(trading: Trading) -> str:
    return str(Sale.objects.filter(business=trading.business, customer=trading.customer).earliest("sold_at").pk)


def _loss_alert(trading: Trading) -> str:
    found = LossAlert.objects.of(trading.business.pk).first()
    return str((found or make_loss_alert(trading.business)).pk)


def _alert(trading: Trading) -> str:
    made, _ = CreditAlert.objects.get_or_create(
        business=trading.business,
        customer=trading.customer,
        severity="HIGH",
        signs={"utilisation_jump": [20, 90]},
        defaults={"outstanding_balance": Decimal(400), "credit_limit": Decimal(500), "detected_at": clock.now()},
    )
    return str(made.pk)
