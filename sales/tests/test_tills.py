"""Till sessions: opened with a float, counted blind, closed, approved, and told on paper."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.models import AuditEntry, Membership
from accounts.tests.builders import caller_of, make_member
from common import clock, errors
from common.tenancy import Role
from conftest import Shop
from inventory.models import Product
from inventory.tests.builders import make_product
from sales import queries
from sales.models import Payment, Sale, TillMovement, TillSession
from sales.services import open_till
from sales.tests.builders import make_customer, make_invoice

D = Decimal
TILLS = "/sales/api/tills/"


@pytest.fixture
def cashier(shop: Shop) -> Membership:
    return make_member(shop.business, Role.CASHIER, name="Esi")


@pytest.fixture
def esi(cashier: Membership, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(cashier)


@pytest.fixture
def boss(manager: Membership, client_of: Callable[[Membership], APIClient]) -> APIClient:
    return client_of(manager)


@pytest.fixture
def rice(shop: Shop) -> Product:
    return make_product(shop.business, "Rice", stock=50, storefront=shop.storefront, retail_price=10)


def opened(client: APIClient, shop: Shop, till: str = "Till 1", **more: Any) -> str:
    body = {"storefront_id": str(shop.storefront.pk), "till": till, "opening_float": "100.00", **more}
    answer = client.post(TILLS, body, format="json")
    assert answer.status_code == 201, answer.data
    return str(answer.data["id"])


def sold(client: APIClient, shop: Shop, product: Product, payments: list[dict[str, str]], **more: Any) -> Any:
    body = {
        "storefront_id": str(shop.storefront.pk),
        "payments": payments,
        "lines": [{"product_id": str(product.pk), "quantity": "2"}],
        **more,
    }
    answer = client.post("/sales/api/sales/", body, format="json")
    assert answer.status_code == 201, answer.data
    return answer.data


def ways(answer: Any) -> dict[str, Any]:
    return {f"{part['method']} {part['network']}".strip(): part for part in answer.data["money"]}


def test_a_day_at_a_till_is_counted_blind_and_approved(
    shop: Shop, esi: APIClient, boss: APIClient, rice: Product
) -> None:
    till = opened(esi, shop)
    sale = sold(esi, shop, rice, [{"method": "cash", "amount": "50.00"}])
    sold(esi, shop, rice, [{"method": "mobile_money", "network": "mtn", "amount": "20.00"}])
    esi.post(f"{TILLS}{till}/movements/", {"kind": "pay_out", "amount": "60.00", "reason": "To the bank"})
    esi.post(f"{TILLS}{till}/movements/", {"kind": "pay_in", "amount": "5.50", "reason": "Change"})
    boss.post(f"/sales/api/sales/{sale['id']}/refund/", {"till_id": till, "method": "cash"})
    assert esi.get(f"{TILLS}{till}/").data["money"] is None
    assert esi.get(f"{TILLS}{till}/report/").data["money"] is None
    told = ways(boss.get(f"{TILLS}{till}/"))
    assert (told["cash"]["expected"], told["mobile_money mtn"]["expected"]) == ("45.50", "20.00")
    closed = esi.post(f"{TILLS}{till}/close/", {"counted": [{"method": "cash", "amount": "44.00"}]}, format="json")
    assert (closed.data["status"], closed.data["difference"]) == ("closed", "-1.50")
    assert ways(closed)["mobile_money mtn"]["difference"] is None
    assert esi.post(f"{TILLS}{till}/approve/", {"reason": "x"}).status_code == 403
    assert boss.post(f"{TILLS}{till}/approve/").json()["fields"]["reason"] == ["Say why the count is GHS -1.50 off."]
    assert esi.post(f"{TILLS}{till}/explain/", {"reason": "Gave too much change"}).status_code == 200
    assert boss.post(f"{TILLS}{till}/approve/").data["status"] == "approved"
    told_twice = [
        esi.post(f"{TILLS}{till}/close/", {"counted": [{"method": "cash", "amount": "1"}]}, format="json"),
        boss.post(f"{TILLS}{till}/approve/"),
        esi.post(f"{TILLS}{till}/explain/", {"reason": "x"}),
        esi.post(f"{TILLS}{till}/movements/", {"kind": "pay_in", "amount": "1", "reason": "x"}),
    ]
    assert {answer.status_code for answer in told_twice} == {409}
    assert list(AuditEntry.objects.values_list("action", flat=True).order_by("created_at"))[-2:] == [
        "till_closed",
        "till_approved",
    ]
    assert AuditEntry.objects.get(action="till_closed").details["difference"] == "-1.50"


def test_a_manager_does_not_approve_the_own_till(shop: Shop, boss: APIClient, owner_client: APIClient) -> None:
    till = opened(boss, shop)
    assert boss.post(f"{TILLS}{till}/approve/").status_code == 409
    boss.post(f"{TILLS}{till}/close/", {"counted": [{"method": "cash", "amount": "100"}]}, format="json")
    assert boss.post(f"{TILLS}{till}/approve/").status_code == 403
    assert owner_client.post(f"{TILLS}{till}/approve/").status_code == 200


def test_one_session_is_open_at_a_till_and_for_a_person(shop: Shop, esi: APIClient, boss: APIClient) -> None:
    till = opened(esi, shop)
    body = {"storefront_id": str(shop.storefront.pk), "till": "till 1"}
    clash = boss.post(TILLS, body)
    assert (clash.status_code, clash.data["till_id"], clash.data["message"]) == (409, till, "Esi has Till 1 open.")
    assert esi.post(TILLS, {**body, "till": "Till 2"}).data["message"] == "Esi has Till 1 open."
    esi.post(f"{TILLS}{till}/close/", {"counted": [{"method": "cash", "amount": "100"}]}, format="json")
    again = esi.post(TILLS, body)
    assert (again.status_code, again.data["number"]) == (201, 2)


def test_money_belongs_to_the_own_till_or_the_one_named(
    shop: Shop, esi: APIClient, boss: APIClient, rice: Product
) -> None:
    cash = [{"method": "cash", "amount": "20.00"}]
    assert sold(esi, shop, rice, cash)["till_id"] is None
    till = opened(esi, shop)
    assert str(sold(esi, shop, rice, cash)["till_id"]) == till
    assert sold(boss, shop, rice, cash)["till_id"] is None
    assert str(sold(boss, shop, rice, cash, till_id=till)["till_id"]) == till
    ama = make_customer(shop.business)
    make_invoice(ama, 30)
    paid = esi.post("/sales/api/payments/", {"customer_id": str(ama.pk), "amount": "30", "method": "cash"})
    assert str(paid.data["till_id"]) == till
    back = boss.post(f"/sales/api/payments/{paid.data['id']}/refund/", {"reason": "Mistake", "till_id": till})
    assert (back.status_code, str(back.data["till_id"])) == (201, till)
    assert ways(boss.get(f"{TILLS}{till}/"))["cash"]["expected"] == "140.00"
    esi.post(f"{TILLS}{till}/close/", {"counted": [{"method": "cash", "amount": "140"}]}, format="json")
    refused = boss.post(
        "/sales/api/payments/", {"customer_id": str(ama.pk), "amount": "1", "method": "cash", "till_id": till}
    )
    assert (refused.status_code, list(refused.data["fields"])) == (400, ["till_id"])
    assert esi.get(f"/sales/api/payments/?till_id={till}").data["count"] == 4
    assert esi.get(f"/sales/api/sales/?till_id={till}").data["count"] == 2


def test_what_cannot_be_said_of_a_till_is_refused(shop: Shop, other_shop: Shop, esi: APIClient) -> None:
    place = str(shop.storefront.pk)
    for body in (
        {"storefront_id": str(other_shop.storefront.pk), "till": "1"},
        {"storefront_id": place, "till": " "},
        {"storefront_id": place, "till": "1", "opening_float": "-1"},
    ):
        assert esi.post(TILLS, body).status_code == 400, body
    assert esi.post(TILLS, {"storefront_id": place, "till": "1", "opening_float": "2000000"}).status_code == 409
    assert esi.post(TILLS, {"storefront_id": place, "till": "1", "cashier_id": str(shop.owner.pk)}).status_code == 403
    till = opened(esi, shop)
    for counted in (
        [],
        [{"method": "card", "amount": "1"}],
        [{"method": "cash", "amount": "1"}] * 2,
        [{"method": "cash", "amount": "1", "network": "mtn"}],
    ):
        assert esi.post(f"{TILLS}{till}/close/", {"counted": counted}, format="json").status_code == 400, counted


def test_a_cashier_sees_only_the_own_sessions(
    shop: Shop, other_shop: Shop, esi: APIClient, boss: APIClient, owner_client: APIClient
) -> None:
    mine, other = opened(esi, shop), opened(boss, shop, "Till 2")
    theirs = open_till(other_shop.caller, storefront_id=other_shop.storefront.pk, till="1").pk
    assert [row["id"] for row in esi.get(TILLS).data["results"]] == [mine]
    assert {row["id"] for row in owner_client.get(f"{TILLS}?status=open").data["results"]} == {mine, other}
    for pk in (other, theirs):
        assert esi.get(f"{TILLS}{pk}/").status_code == 404
        assert (
            esi.post(f"{TILLS}{pk}/close/", {"counted": [{"method": "cash", "amount": "1"}]}, format="json").status_code
            == 404
        )
    assert owner_client.get(f"{TILLS}{theirs}/report/").status_code == 404
    assert APIClient().get(TILLS).status_code == 401


def test_a_manager_opens_a_till_for_a_cashier(shop: Shop, boss: APIClient, cashier: Membership, esi: APIClient) -> None:
    till = opened(boss, shop, cashier_id=str(cashier.pk))
    told = esi.get(f"{TILLS}{till}/").data
    assert (told["cashier_name"], told["status"], told["money"]) == ("Esi", "open", None)


def test_the_z_report_tells_the_session_on_paper(shop: Shop, esi: APIClient, boss: APIClient, rice: Product) -> None:
    till = opened(esi, shop)
    sold(esi, shop, rice, [{"method": "cash", "amount": "18.00"}], discount="2.00")
    ama = make_customer(shop.business, credit_limit=100)
    sold(esi, shop, rice, [{"method": "cash", "amount": "5.00"}], customer_id=str(ama.pk))
    esi.post(f"{TILLS}{till}/movements/", {"kind": "pay_out", "amount": "60.00", "reason": "To the bank"})
    assert boss.get(f"{TILLS}{till}/report/").data["title"] == "X report"
    assert "Count the till" in esi.get(f"{TILLS}{till}/report/?format=text").content.decode()
    esi.post(f"{TILLS}{till}/close/", {"counted": [{"method": "cash", "amount": "63.00"}]}, format="json")
    z = esi.get(f"{TILLS}{till}/report/").data
    assert (z["title"], z["number"], z["sales"], z["sold"], z["discounts"]) == ("Z report", 1, 2, "38.00", "2.00")
    assert z["day"] == str(clock.today())
    assert (z["not_paid"], z["difference"], z["movements"][0]["amount"]) == ("15.00", "0.00", "-60.00")
    for width in (32, 42):
        text = esi.get(f"{TILLS}{till}/report/?format=text&width={width}").content.decode()
        assert max(map(len, text.splitlines())) <= width
        assert "Sales (2)" in text
        assert "To the bank" in text
    assert "<title>Z report Till 1 1</title>" in esi.get(f"{TILLS}{till}/report/?format=html").content.decode()
    for query in ("format=pdf", "format=text&width=80"):
        assert esi.get(f"{TILLS}{till}/report/?{query}").status_code == 400


def test_any_number_of_sessions_is_listed_with_as_many_queries(
    shop: Shop, owner_client: APIClient, rice: Product
) -> None:
    def listed() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert owner_client.get(TILLS).status_code == 200
        return len(captured)

    opened(owner_client, shop, cashier_id=str(make_member(shop.business, Role.CASHIER).pk))
    few = listed()
    for number in range(3):
        person = make_member(shop.business, Role.CASHIER)
        session = opened(owner_client, shop, f"Till {number + 5}", cashier_id=str(person.pk))
        sold(owner_client, shop, rice, [{"method": "cash", "amount": "20"}], till_id=session)
    assert listed() == few
    assert sum(session.money[0].expected for session in queries.cash_in_tills(shop.id)) == D(460)


def test_a_till_session_costs_a_sale_no_query(shop: Shop, owner_client: APIClient, rice: Product) -> None:
    def selling() -> int:
        with CaptureQueriesContext(connection) as captured:
            sold(owner_client, shop, rice, [{"method": "cash", "amount": "20"}])
        return len(captured)

    selling()
    without = selling()
    opened(owner_client, shop)
    assert selling() == without


def test_rows_of_a_till_are_only_added(shop: Shop, manager: Membership) -> None:
    session = open_till(caller_of(manager), storefront_id=shop.storefront.pk, till="1")
    row = TillMovement.objects.create(
        business=shop.business, session=session, kind="pay_in", amount=1, reason="x", by=manager, at=session.opened_at
    )
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(errors.Conflict):
        open_till(caller_of(manager), storefront_id=shop.storefront.pk, till="2")
    assert TillSession.objects.count() == 1
    assert not Sale.objects.exists()
    assert not Payment.objects.exists()
