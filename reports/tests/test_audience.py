"""The audience of a segment: consent, a message for each, and a tenth held out."""

from typing import Any

from rest_framework.test import APIClient

from conftest import Shop
from reports.audience import is_held_out
from sales.models import Customer
from sales.tests.builders import make_customer, make_sale

AUDIENCE = "/reports/api/customer/audience/"


def buyers(shop: Shop, number: int, **fields: Any) -> list[Customer]:
    made = [make_customer(shop.business, f"Buyer {n}", phone=f"+2332440001{n:02}", **fields) for n in range(number)]
    for customer in made:
        make_sale(shop.business, customer=customer, unit_price=20)
    return made


def test_only_who_agreed_is_told_and_one_in_ten_is_held_out(
    shop: Shop, owner_client: APIClient, cashier_client: APIClient
) -> None:
    made = buyers(shop, 40, marketing_allowed=True)
    Customer.objects.filter(pk=made[0].pk).update(marketing_allowed=False)
    Customer.objects.filter(pk=made[1].pk).update(phone="")
    answer = owner_client.get(AUDIENCE, {"segment": "new", "page_size": "100"})
    assert answer.status_code == 200, answer.content
    rows = answer.json()["results"]
    assert (answer.status_code, answer.json()["count"]) == (200, 38)
    assert {row["customer_id"] for row in rows}.isdisjoint({str(made[0].pk), str(made[1].pk)})
    assert {row["customer_id"] for row in rows if row["held_out"]} == {str(c.pk) for c in made[2:] if is_held_out(c)}
    assert all(bool(row["message"]) is not row["held_out"] for row in rows)
    told = next(row for row in rows if row["message"])
    assert told["message"].startswith(f"Hello {told['customer_name']}, welcome to Makola Stores.")
    assert cashier_client.get(AUDIENCE, {"segment": "new"}).status_code == 403
    assert owner_client.get(AUDIENCE, {"segment": "rich"}).status_code == 400


def test_about_a_tenth_is_held_out_whoever_they_are(shop: Shop) -> None:
    unsaved = [Customer(business=shop.business) for _ in range(2000)]
    assert 120 < sum(map(is_held_out, unsaved)) < 280
