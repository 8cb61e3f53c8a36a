"""Staff's pages of payments: to read, with buttons that refund and verify, and the page of margins."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from accounts.tests.builders import make_user
from ai_features.models import AICreditPurchase, CreditRefund, Message, PaymentEvent
from ai_features.queries import platform
from ai_features.services.billing import AIBillingService
from ai_features.services.notices import messages
from ai_features.tests.builders import answered, make_hold, make_purchase
from ai_features.tests.payment_builders import deliver, open_purchase, pay
from ai_features.tests.stubs.paystack import PaystackStub
from common import clock
from conftest import Shop

pytestmark = pytest.mark.django_db(transaction=True)
PAGES = ["aicreditpurchase", "paymentevent", "creditinvoice", "creditrefund", "aimonthlyaddon", "message"]
DASHBOARD = "/admin/ai_features/aicreditpurchase/dashboard/"


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(make_user(is_staff=True, is_superuser=True))
    return client


def _press(staff: Client, purchase: AICreditPurchase, button: str, **fields: str) -> int:
    url = f"/admin/ai_features/aicreditpurchase/{purchase.pk}/{button}/"
    return staff.post(url, {"_form_submitted": "True"} | fields).status_code


def test_every_page_lists_and_shows_its_rows_and_lets_none_be_changed(
    shop: Shop, staff: Client, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    messages.queue(shop.business.pk, key="k", subject="s", text="t")
    for page in PAGES:
        assert staff.get(f"/admin/ai_features/{page}/?q=a").status_code == 200
        assert staff.get(f"/admin/ai_features/{page}/add/").status_code == 403
    shown = staff.get(f"/admin/ai_features/aicreditpurchase/{purchase.pk}/change/")
    assert "AI-INV-000001" in staff.get("/admin/ai_features/creditinvoice/").content.decode()
    assert "100.00 credits were added." in shown.content.decode()
    assert staff.post(f"/admin/ai_features/aicreditpurchase/{purchase.pk}/delete/").status_code == 403


def test_a_list_takes_as_many_queries_for_many_rows_as_for_one(shop: Shop, staff: Client) -> None:
    counts = []
    for more in (1, 20):
        for _ in range(more):
            make_purchase(shop.business.pk)
        with CaptureQueriesContext(connection) as queries:
            staff.get("/admin/ai_features/aicreditpurchase/")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_refund_button_asks_for_a_reason_and_opening_it_refunds_nothing(
    staff: Client, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    dialog = staff.get(f"/admin/ai_features/aicreditpurchase/{purchase.pk}/refund/")
    assert "reason" in dialog.content.decode()
    assert _press(staff, purchase, "refund") == 200
    assert not CreditRefund.objects.exists()
    _press(staff, purchase, "refund", reason="Asked by phone")
    refund = CreditRefund.objects.get()
    assert (refund.amount, refund.reason, refund.by is not None) == (Decimal("94.00"), "Asked by phone", True)


def test_a_double_click_on_refund_gives_back_once(
    staff: Client, owner_client: APIClient, paystack: PaystackStub
) -> None:
    purchase = pay(owner_client, paystack)
    for _ in range(2):
        _press(staff, purchase, "refund", reason="Asked by phone")
    assert len(paystack.refunds) == 1


def test_a_purchase_is_verified_again_and_marked_as_looked_at(
    staff: Client, owner_client: APIClient, paystack: PaystackStub
) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference, amount=1)
    deliver(paystack.event(reference))
    purchase = AICreditPurchase.objects.get(needs_attention=True)
    _press(staff, purchase, "resolve")
    assert AICreditPurchase.objects.filter(needs_attention=False).exists()
    paystack.pay(reference, amount=9400)
    _press(staff, purchase, "verify_again")
    purchase.refresh_from_db()
    assert purchase.payment_status == "completed"


def test_an_event_can_be_worked_on_again(staff: Client, owner_client: APIClient, paystack: PaystackStub) -> None:
    reference = open_purchase(owner_client)
    paystack.pay(reference)
    deliver(paystack.event(reference))
    event = PaymentEvent.objects.get()
    PaymentEvent.objects.update(outcome="flagged")
    staff.post(f"/admin/ai_features/paymentevent/{event.pk}/work_again/", {"_form_submitted": "True"})
    event.refresh_from_db()
    assert (event.outcome, event.reason) == ("done", "This payment was credited before.")


def test_messages_given_up_are_tried_again(shop: Shop, staff: Client) -> None:
    messages.queue(shop.business.pk, key="k", subject="s", text="t")
    Message.objects.update(status="given_up", attempts=6)
    chosen = {"action": "send_again", "_selected_action": [str(Message.objects.get().pk)]}
    staff.post("/admin/ai_features/message/", chosen)
    assert Message.objects.get().status == "waiting"


def test_an_invoice_opens_as_pdf(staff: Client, owner_client: APIClient, paystack: PaystackStub) -> None:
    invoice = pay(owner_client, paystack).invoices.get()
    assert staff.get(f"/admin/ai_features/creditinvoice/{invoice.pk}/pdf/").content.startswith(b"%PDF-")


@pytest.mark.parametrize("permission", ["", "view_aicreditpurchase"])
def test_staff_without_the_permission_cannot_refund_and_shops_see_no_admin(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub, permission: str
) -> None:
    purchase = pay(owner_client, paystack)
    reader = make_user(is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename=permission))
    client = Client()
    client.force_login(reader)
    assert _press(client, purchase, "refund", reason="x") == 403
    assert client.get(DASHBOARD).status_code == (200 if permission else 403)
    assert shop.owner.user
    client.force_login(shop.owner.user)
    assert client.get(DASHBOARD).status_code == 302
    assert not CreditRefund.objects.exists()


def test_margins_count_what_was_paid_for_the_credits_that_were_spent(
    shop: Shop, owner_client: APIClient, paystack: PaystackStub
) -> None:
    pay(owner_client, paystack)
    hold = make_hold(shop.business.pk, "50.00", cost="2")
    AIBillingService.settle(hold.pk, record=answered("1.50"))
    [feature] = platform.margin_by_feature(30)
    assert (feature.name, feature.requests, feature.earned) == ("Credit assessments", 1, Decimal("40.00"))
    assert (feature.cost, feature.percent) == (Decimal("1.50"), Decimal("96.3"))
    [business] = platform.margin_by_business(30)
    assert (business.name, business.margin) == ("Makola Stores", Decimal("38.50"))
    today = platform.daily(7)[-1]
    assert (today["day"], today["sold"], today["used"]) == (clock.today(), Decimal(100), Decimal(50))
    assert (today["revenue"], today["cost"]) == (Decimal(80), Decimal("1.5"))


def test_free_credits_earn_nothing(shop: Shop) -> None:
    AIBillingService.grant(business_id=shop.business.pk, credits=Decimal(10), source="grant")
    AIBillingService.settle(make_hold(shop.business.pk, "5.00").pk, record=answered("0.50"))
    [feature] = platform.margin_by_feature(30)
    assert (feature.earned, feature.margin, feature.percent) == (Decimal(0), Decimal("-0.50"), None)


def test_the_dashboard_shows_figures_in_a_fixed_number_of_queries(
    shop: Shop, staff: Client, owner_client: APIClient, paystack: PaystackStub
) -> None:
    counts = []
    for more in (1, 2):
        for _ in range(more):
            pay(owner_client, paystack)
            AIBillingService.settle(make_hold(shop.business.pk, "5.00").pk, record=answered())
        with CaptureQueriesContext(connection) as queries:
            page = staff.get(f"{DASHBOARD}?days=7").content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert "GHS 240.00" in page
    assert "Credit assessments" in page
    assert "last 7 days" in page
