"""Receipts with a thank-you, a care tip and at most one suggestion."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.tests.builders import agree, make_lot
from ai_features.tests.stubs.openai import OpenAIStub
from common import clock
from conftest import Shop
from inventory.models import ProductPair
from inventory.tests.builders import make_product
from sales.models import Customer, Sale
from sales.tests.builders import make_customer, make_return, make_sale


@pytest.fixture
def sale(shop: Shop) -> Sale:
    """A kettle on account to a customer who likes to be called Madam and wants no offers; a blender goes with it."""
    make_lot(shop.business.pk, "10.00")
    agree(shop.caller)
    customer = make_customer(shop.business, "Esi Quansah", form_of_address="Madam")
    kettle = make_product(shop.business, "Electric kettle 1.7 L", cost=99)
    blender = make_product(shop.business, "Blender 1.5 L", stock=3, storefront=shop.storefront, retail_price=345)
    ProductPair.objects.create(
        business=shop.business, product=kettle, other=blender, together=9, popularity=12, score=0.4
    )
    fields: dict[str, Any] = {"product": kettle, "unit_price": 210, "customer": customer}
    return make_sale(shop.business, storefront=shop.storefront, paid=0, due=clock.today(), **fields)


def receipt(client: APIClient, sale: Sale, **asked: str) -> Any:
    return client.get(f"/sales/api/sales/{sale.pk}/receipt/", {"ai": "1", **asked})


def test_it_thanks_in_the_customers_form_of_address_with_a_tip_and_no_offer(
    sale: Sale, cashier_client: APIClient
) -> None:
    body = receipt(cashier_client, sale).json()
    assert body["ai_enhancements"] == {
        "personalized_message": "Thank you, Madam! See you again.",
        "product_tips": ["Electric kettle 1.7 L: empty it after use, and rinse out the scale with lemon."],
        "recommendations": [],
        "language": "en",
        "reviewed": True,
    }
    assert (body["credits_used"], body["total"]) == (0.1, "210.00")
    assert receipt(cashier_client, sale).json()["credits_used"] == 0


def test_one_thing_in_stock_is_suggested_to_who_agreed_to_offers(sale: Sale, cashier_client: APIClient) -> None:
    Customer.objects.update(marketing_allowed=True)
    told = receipt(cashier_client, sale).json()["ai_enhancements"]
    assert told["recommendations"] == ["Customers who bought this also purchased: Blender 1.5 L - GHS 345.00"]
    ProductPair.objects.update(together=4)
    assert receipt(cashier_client, sale).json()["ai_enhancements"]["recommendations"] == []


@pytest.mark.parametrize("width", [32, 42])
def test_it_fits_the_paper(sale: Sale, cashier_client: APIClient, width: int) -> None:
    Customer.objects.update(marketing_allowed=True)
    plain = cashier_client.get(f"/sales/api/sales/{sale.pk}/receipt/", {"format": "text", "width": str(width)})
    text = receipt(cashier_client, sale, format="text", width=str(width)).content.decode()
    assert max(len(line) for line in text.splitlines()) <= width
    foot = text.split("-" * width)[-1]
    assert 3 <= len(foot.strip().splitlines()) <= 6
    assert "Thank you, Madam!" in " ".join(foot.split())
    head = "-" * width
    assert text.rsplit(head, 1)[0] == plain.content.decode().rsplit(head, 1)[0]


def test_in_twi_our_phrases_are_used_and_marked_unreviewed(
    sale: Sale, cashier_client: APIClient, openai: OpenAIStub
) -> None:
    Customer.objects.update(language="tw", form_of_address="Maame", marketing_allowed=True)
    told = receipt(cashier_client, sale).json()["ai_enhancements"]
    assert told["personalized_message"].startswith("Yɛda wo ase, Maame!")
    assert told["recommendations"] == ["Afoforɔ nso tɔɔ: Blender 1.5 L - GHS 345.00"]
    assert (told["language"], told["reviewed"], openai.calls) == ("tw", False, [])


def test_a_walk_in_is_thanked_without_a_name_and_a_credit_note_says_nothing(
    sale: Sale, shop: Shop, cashier_client: APIClient
) -> None:
    walk_in = make_sale(shop.business, product=sale.lines.get().product, storefront=shop.storefront)
    told = receipt(cashier_client, walk_in).json()["ai_enhancements"]
    assert told["personalized_message"] == "Thank you for shopping with us."
    body = receipt(cashier_client, make_return(walk_in)).json()
    assert (body["ai_enhancements"], body["credits_used"]) == (None, 0)


def test_a_walk_in_is_thanked_in_the_language_of_the_request_and_a_customer_in_their_own(
    sale: Sale, shop: Shop, cashier_client: APIClient
) -> None:
    walk_in = make_sale(shop.business, product=sale.lines.get().product, storefront=shop.storefront)

    def languages(accepted: str) -> list[str]:
        url, headers = "/sales/api/sales/{}/receipt/?ai=1", {"Accept-Language": accepted}
        answers = [cashier_client.get(url.format(each.pk), headers=headers).json() for each in (walk_in, sale)]
        return [each["ai_enhancements"]["language"] for each in answers]

    assert languages("ak-GH,en;q=0.5") == ["tw", "en"]
    assert languages("en-GB,tw;q=0.5") == ["en", "en"]


def test_the_receipt_is_whole_when_the_ai_part_is_refused(sale: Sale, cashier_client: APIClient, settings: Any) -> None:
    settings.AI_FEATURES_ENABLED = False
    body = receipt(cashier_client, sale).json()
    assert (body["total"], body["ai_enhancements"], body["ai_error"]["error"]) == ("210.00", None, "ai_disabled")
    text = receipt(cashier_client, sale, format="text")
    assert (text.status_code, "Thank you!" in text.content.decode()) == (200, True)


def test_what_breaks_a_rule_is_replaced_free(sale: Sale, cashier_client: APIClient, openai: OpenAIStub) -> None:
    openai.says({"message": "Thank you Esi Quansah, you owe 210 still."})
    body = receipt(cashier_client, sale).json()
    assert (body["degraded"], body["credits_used"]) == (True, 0)
    assert body["ai_enhancements"]["personalized_message"] == "Thank you, Madam! See you again."
    assert "Quansah" not in openai.calls[0].text


def test_bad_forms_are_refused_and_nothing_is_charged(sale: Sale, cashier_client: APIClient) -> None:
    assert receipt(cashier_client, sale, format="pdf").status_code == 400
    assert receipt(cashier_client, sale, format="text", width="80").status_code == 400
