"""The till's side of the API: selling, lists, details, refunds and disputes."""

from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from common import bulk, clock
from conftest import Shop
from inventory.models import Pack, Product
from inventory.tests.builders import make_product, stock_of
from sales.models import Payment, Sale
from sales.queries import documents
from sales.services import record_payment
from sales.tests.builders import make_customer, make_invoice, make_return, make_sale

URL = "/sales/api/sales/"


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=100, storefront=shop.storefront, retail_price=20)


def basket(shop: Shop, product: Product, quantity: Any = 2, **fields: Any) -> dict[str, Any]:
    return {
        "storefront_id": str(shop.storefront.pk),
        "lines": [{"product_id": str(product.pk), "quantity": quantity}],
        "payments": [{"method": "cash", "amount": "50"}],
        **fields,
    }


def test_a_cashier_sells_and_is_told_the_change(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    answer = cashier_client.post(URL, basket(shop, rice))
    assert answer.status_code == 201
    sale = answer.json()
    assert (sale["number"], sale["status"], sale["total"], sale["change"]) == ("INV-000001", "paid", "40.00", "10.00")
    assert sale["lines"][0]["product_name"] == "Rice"
    assert (sale["lines"][0]["quantity"], sale["lines"][0]["total"]) == ("2.000", "40.00")
    assert (sale["payments"][0]["amount"], sale["payments"][0]["tendered"]) == ("40.00", "50.00")
    assert sale["settlements"][0]["amount"] == "40.00"
    assert "cost" not in str(sale)


@pytest.mark.parametrize("body", ["null", "[]", "7", '"rice"'])
def test_what_is_no_object_is_no_sale(shop: Shop, cashier_client: APIClient, body: str) -> None:
    answer = cashier_client.post(URL, body, content_type="application/json")
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["non_field_errors"])


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {
            "payments": [
                {"method": "cash", "amount": "7.5"},
                {"method": "mobile_money", "amount": "40", "network": "mtn"},
            ]
        },
        {"discount": "0.33", "payments": [{"method": "card", "amount": "47.17", "reference": "R 1"}]},
        {"payments": [{"method": "customer_credit", "amount": "30"}, {"method": "cash", "amount": "17.5"}]},
        {"payments": [{"method": "cash", "amount": "5.01"}], "due_date": None, "note": "For the school"},
        {"payments": [], "credit_approval_reason": "Pays on Friday"},
        {"client_id": "till-7", "price_tier": "wholesale"},
    ],
)
def test_what_a_till_is_told_of_a_new_sale_is_what_is_read_of_it_later(
    shop: Shop, owner_client: APIClient, rice: Product, asked: dict[str, Any]
) -> None:
    ama = make_customer(shop.business, "Ama", credit_limit=30)
    for amount in ("10.00", "25.00"):
        record_payment(shop.caller, customer_id=ama.pk, amount=Decimal(amount), method="cash")
    Product.objects.filter(pk=rice.pk).update(wholesale_price="19.50")
    milk = make_product(shop.business, "Milk", stock=10, storefront=shop.storefront, retail_price="5.00")
    pair = Pack.objects.create(business=shop.business, product=milk, name="Pair", units=2, retail_price="7.50")
    lines = [
        {"product_id": str(rice.pk), "quantity": "1.5"},
        {"product_id": str(milk.pk), "quantity": 2, "pack_id": str(pair.pk)},
        {"product_id": str(milk.pk), "quantity": 1, "unit_price": "2.50", "discount": "0.00"},
    ]
    body = basket(shop, rice, customer_id=str(ama.pk)) | {"lines": lines} | asked
    told = owner_client.post(URL, body)
    assert told.status_code == 201, told.json()
    assert told.json() == owner_client.get(f"{URL}{told.json()['id']}/").json()


def test_a_sale_sent_twice_with_one_key_happens_once(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    answers = [cashier_client.post(URL, basket(shop, rice), HTTP_IDEMPOTENCY_KEY="till-1") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert Sale.objects.count() == 1
    assert stock_of(rice, shop.storefront) == 98
    other = cashier_client.post(URL, basket(shop, rice, 3), HTTP_IDEMPOTENCY_KEY="till-1")
    assert (other.status_code, other.json()["error"]) == (409, "idempotency_conflict")


def test_what_is_out_of_stock_says_how_much_is_left(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    answer = cashier_client.post(URL, basket(shop, rice, 101, payments=[{"method": "card", "amount": "2020"}]))
    assert (answer.status_code, answer.json()["error"]) == (409, "out_of_stock")
    assert answer.json()["message"] == "Only 100 left of Rice."
    assert not Sale.objects.exists()


def test_a_sale_beyond_the_limit_says_what_is_left_of_it(shop: Shop, cashier_client: APIClient, rice: Product) -> None:
    ama = make_customer(shop.business, "Ama", credit_limit=30)
    answer = cashier_client.post(URL, basket(shop, rice, payments=[], customer_id=str(ama.pk)))
    assert (answer.status_code, answer.json()["error"]) == (409, "credit_limit_exceeded")
    assert answer.json()["headroom"] == "30.00"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"lines": []}, "lines"),
        ({"lines": [{"product_id": "nonsense", "quantity": 1}]}, "lines"),
        ({"lines": "rice"}, "lines"),
        ({"storefront_id": None}, "storefront_id"),
        ({"storefront_id": "00000000-0000-0000-0000-000000000000"}, "storefront_id"),
        ({"payments": [{"method": "barter", "amount": 1}]}, "payments"),
        ({"payments": [{"method": "cash", "amount": "NaN"}]}, "payments"),
        ({"payments": [{"method": "cash", "amount": "-1"}]}, "payments"),
        ({"discount": "41"}, "discount"),
        ({"sold_at": "yesterday"}, "sold_at"),
        ({"due_date": "2026-13-01"}, "due_date"),
        ({"price_tier": "friends"}, "price_tier"),
        ({"note": "x" * 251}, "note"),
        ({"note": "a\x00b"}, "note"),
    ],
)
def test_a_wrong_sale_is_refused_by_field_and_nothing_is_written(
    shop: Shop, owner_client: APIClient, rice: Product, change: dict[str, Any], field: str
) -> None:
    answer = owner_client.post(URL, {**basket(shop, rice), **change})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, [field])
    assert (Sale.objects.count(), Payment.objects.count()) == (0, 0)
    assert stock_of(rice, shop.storefront) == 100


def test_an_invoice_is_not_due_in_a_year_that_can_only_be_a_slip(
    shop: Shop, owner_client: APIClient, rice: Product
) -> None:
    ama = make_customer(shop.business, "Ama", credit_limit=500)
    on_account = basket(shop, rice, payments=[], customer_id=str(ama.pk))
    answer = owner_client.post(URL, on_account | {"due_date": "9999-12-31"})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["due_date"])
    assert not Sale.objects.exists()
    assert owner_client.post(URL, on_account | {"due_date": "2199-12-31"}).status_code == 201


@pytest.mark.parametrize("quantity", [0, -1, "1.2345", "1e30", "abc", None, "Infinity"])
def test_a_wrong_quantity_is_named_within_its_line(
    shop: Shop, owner_client: APIClient, rice: Product, quantity: Any
) -> None:
    answer = owner_client.post(URL, basket(shop, rice, quantity))
    assert answer.status_code == 400
    assert list(answer.json()["fields"]["lines"]["0"]) == ["quantity"]


def test_sales_are_filtered_searched_and_ordered(shop: Shop, owner_client: APIClient) -> None:
    ama = make_customer(shop.business, "Ama Mensah")
    paid = make_sale(shop.business, sold_by=shop.owner, number="P-1", unit_price=9)
    owed = make_invoice(ama, 50, due=clock.today(), number="O-1")
    late = make_invoice(ama, 70, due=clock.today().replace(year=2025), number="L-1")
    back = make_return(paid)

    def found(query: str) -> list[str]:
        return [row["id"] for row in owner_client.get(f"{URL}?{query}").json()["results"]]

    assert found("status=overdue") == [str(late.pk)]
    assert set(found("status=open")) == {str(owed.pk), str(late.pk)}
    assert set(found("status=paid")) == {str(paid.pk), str(back.pk)}
    assert found("kind=return") == [str(back.pk)]
    assert found(f"customer_id={ama.pk}&ordering=total") == [str(owed.pk), str(late.pk)]
    assert set(found(f"staff_id={shop.owner.pk}")) == {str(paid.pk), str(back.pk)}
    assert found("search=mensah&ordering=-total") == [str(late.pk), str(owed.pk)]
    assert found(f"from={clock.today()}&to={clock.today()}&kind=sale&search=P-1") == [str(paid.pk)]
    assert found(f"to={late.sold_at.date()}") == [str(late.pk)]
    assert owner_client.get(f"{URL}?from=soon").json()["fields"].keys() == {"from"}


def test_a_search_counts_and_shows_up_to_a_thousand(shop: Shop, owner_client: APIClient) -> None:
    paid = {"sold_at": clock.now(), "subtotal": 1, "total": 1, "paid": 1}
    sales = [
        Sale(business=shop.business, storefront=shop.storefront, number=f"K-{number}", note="Kenkey", **paid)
        for number in range(1_003)
    ]
    bulk.insert(sales)
    found = owner_client.get(f"{URL}?search=kenkey&page_size=100&page=10").json()
    assert (found["count"], len(found["results"]), found["next"]) == (1_000, 100, None)
    assert owner_client.get(URL, {"search": "K-77"}).json()["count"] == 11
    assert owner_client.get(URL, {"search": " "}).json()["count"] == owner_client.get(URL).json()["count"] == 1_003


def test_lists_and_details_take_the_same_queries_for_few_and_for_many(shop: Shop, owner_client: APIClient) -> None:
    def queries(url: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert owner_client.get(url).status_code == 200
        return len(seen)

    ama = make_customer(shop.business)
    items = [(make_product(shop.business), 1, 10) for _ in range(12)]
    small, large = make_invoice(ama, 10, paid=5), make_sale(shop.business, lines=items, customer=ama)
    few = queries(URL)
    for _ in range(15):
        make_invoice(ama, 10, paid=5)
    assert queries(URL) == few <= 5
    assert queries(f"{URL}{small.pk}/") == queries(f"{URL}{large.pk}/") <= 9
    assert queries(f"{URL}{small.pk}/receipt/") == queries(f"{URL}{large.pk}/receipt/") <= 9


def test_the_api_checkout_takes_the_same_queries_whatever_is_in_the_basket(
    shop: Shop, cashier_client: APIClient, rice: Product
) -> None:
    others = [make_product(shop.business, stock=9, storefront=shop.storefront) for _ in range(20)]
    cashier_client.post(URL, basket(shop, rice))

    def queries(products: list[Product]) -> int:
        body = basket(shop, rice, payments=[{"method": "cash", "amount": "5000"}], confirmed=True)
        body["lines"] = [{"product_id": str(product.pk), "quantity": 1} for product in products]
        with CaptureQueriesContext(connection) as seen:
            assert cashier_client.post(URL, body).status_code == 201
        return len(seen)

    assert queries([rice]) == queries([rice, *others]) <= (7 if connection.vendor == "postgresql" else 25)


def test_a_refund_through_the_api_pays_back_and_shows_on_the_sale(
    shop: Shop, owner_client: APIClient, rice: Product
) -> None:
    sale = owner_client.post(URL, basket(shop, rice)).json()
    body = {"lines": [{"line_id": sale["lines"][0]["id"], "quantity": 1}], "method": "mobile_money", "network": "at"}
    back = owner_client.post(f"{URL}{sale['id']}/refund/", body)
    assert back.status_code == 201
    assert (back.json()["total"], back.json()["original_number"]) == ("-20.00", "INV-000001")
    assert back.json()["payments"][0]["network"] == "at"
    assert back.json()["settles"] == []
    shown = owner_client.get(f"{URL}{sale['id']}/").json()
    assert shown["lines"][0]["returned"] == "1.000"
    assert [row["number"] for row in shown["returns"]] == ["INV-000001-R1"]


def test_a_return_shows_the_invoice_that_it_settled(shop: Shop, owner_client: APIClient, rice: Product) -> None:
    ama = make_customer(shop.business, credit_limit=500)
    sale = owner_client.post(URL, basket(shop, rice, payments=[], customer_id=str(ama.pk))).json()
    back = owner_client.post(f"{URL}{sale['id']}/refund/", {}).json()
    assert [(row["invoice_number"], row["amount"]) for row in back["settles"]] == [("INV-000001", "40.00")]
    shown = owner_client.get(f"{URL}{sale['id']}/").json()
    assert [(row["method"], row["amount"]) for row in shown["settlements"]] == [("credit_note", "40.00")]


def test_a_refund_of_too_much_names_the_line(shop: Shop, owner_client: APIClient, rice: Product) -> None:
    sale = owner_client.post(URL, basket(shop, rice)).json()
    body = {"lines": [{"line_id": sale["lines"][0]["id"], "quantity": 3}]}
    answer = owner_client.post(f"{URL}{sale['id']}/refund/", body)
    assert answer.status_code == 400
    assert answer.json()["fields"] == {"lines": {"0": {"quantity": ["Only 2 can still be returned."]}}}


def test_a_dispute_is_marked_and_lifted(shop: Shop, owner_client: APIClient) -> None:
    url = f"{URL}{make_invoice(make_customer(shop.business), 50).pk}/"
    marked = owner_client.post(f"{url}dispute/", {"reason": "Two bags were torn"}).json()
    assert (marked["disputed_at"] is not None, marked["dispute_reason"]) == (True, "Two bags were torn")
    assert owner_client.get(f"{URL}?disputed=true").json()["count"] == 1
    assert owner_client.post(f"{url}resolve-dispute/").json()["disputed_at"] is None
    assert owner_client.post(f"{url}resolve-dispute/").status_code == 409
    assert owner_client.post(f"{url}dispute/", {}).json()["fields"].keys() == {"reason"}


def test_only_an_open_invoice_is_disputed(shop: Shop, owner_client: APIClient) -> None:
    paid = make_sale(shop.business)
    assert owner_client.post(f"{URL}{paid.pk}/dispute/", {"reason": "x"}).status_code == 409


def test_a_sale_is_neither_changed_nor_deleted(shop: Shop, owner_client: APIClient) -> None:
    url = f"{URL}{make_sale(shop.business).pk}/"
    for method in ("put", "patch", "delete"):
        assert getattr(owner_client, method)(url, {}).status_code == 405


def test_a_search_looks_into_numbers_notes_and_names_of_this_shop_alone(
    shop: Shop, other_shop: Shop, owner_client: APIClient
) -> None:
    ama, theirs = make_customer(shop.business, "Ama Asante"), make_customer(other_shop.business, "Ama Asante")
    by_name = make_invoice(ama, 10, number="P-100")
    by_note = make_invoice(make_customer(shop.business, "Kofi"), 10, number="P-200")
    Sale.objects.filter(pk=by_note.pk).update(note="for Asante's shop")
    make_invoice(theirs, 10, number="P-100")

    def found(search: str) -> set[str]:
        answer = owner_client.get(URL, {"search": search}).json()
        assert answer["count"] == len(answer["results"])
        return {row["id"] for row in answer["results"]}

    assert found("asante") == {str(by_name.pk), str(by_note.pk)}
    assert found("asante p-2") == {str(by_note.pk)}
    assert found("P-100") == {str(by_name.pk)}
    assert found("100% nobody") == set()


def test_a_search_that_names_very_many_customers_finds_the_sales_of_all(
    shop: Shop, owner_client: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST_NAMED", 1)
    for name in ("Ama Mensah", "Esi Mensah", "Kofi"):
        make_invoice(make_customer(shop.business, name), 10)
    assert owner_client.get(URL, {"search": "mensah"}).json()["count"] == 2
