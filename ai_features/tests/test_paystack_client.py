"""The Paystack client against a server that speaks the vendor's published protocol."""

import datetime as dt
from decimal import Decimal

import pytest
from pytest_django.fixtures import Settings

from ai_features.services.payments import paystack as client
from ai_features.tests.stubs.paystack import Fault, PaystackStub

REFERENCE = "AI-CREDIT-1730995200000-a1b2c3d4"


def _initialize(reference: str = REFERENCE, channel: str = "mobile_money") -> client.Checkout:
    return client.initialize(
        email="owner@example.com",
        amount=Decimal("94.00"),
        reference=reference,
        channel=channel,
        callback_url="http://localhost:5173/payment/callback",
        metadata={"business": "1"},
    )


def test_initialize_sends_pesewas_and_returns_where_to_pay(paystack: PaystackStub) -> None:
    checkout = _initialize()
    assert checkout.reference == REFERENCE
    assert checkout.authorization_url.startswith(paystack.url)
    [body] = paystack.sent("/transaction/initialize")
    assert (body["amount"], body["currency"], body["channels"]) == (9400, "GHS", ["mobile_money"])


@pytest.mark.parametrize("fault", [Fault(status=500), Fault(answer_lost=True)])
def test_initialize_is_never_sent_twice(paystack: PaystackStub, fault: Fault) -> None:
    paystack.fail_next("/transaction/initialize", fault)
    with pytest.raises(client.PaymentProviderError) as problem:
        _initialize()
    assert not isinstance(problem.value, client.PaymentRefused)
    assert len(paystack.sent("/transaction/initialize")) == 1


def test_a_reference_paystack_has_seen_is_refused_with_its_reason(paystack: PaystackStub) -> None:
    _initialize()
    with pytest.raises(client.PaymentRefused) as problem:
        _initialize()
    assert problem.value.reason == "Duplicate Transaction Reference"


def test_verify_tells_the_status_of_the_payment_itself(paystack: PaystackStub) -> None:
    _initialize()
    assert client.verify(REFERENCE).status == "abandoned"
    paystack.pay(REFERENCE)
    charge = client.verify(REFERENCE)
    assert (charge.status, charge.amount, charge.currency, charge.domain) == ("success", Decimal(94), "GHS", "test")


def test_verify_is_repeated_when_the_server_stumbles(paystack: PaystackStub) -> None:
    _initialize()
    paystack.fail_next("/transaction/verify/{reference}", Fault(status=502), Fault(answer_lost=True))
    assert client.verify(REFERENCE).reference == REFERENCE


def test_verify_names_a_reference_paystack_does_not_know(paystack: PaystackStub) -> None:
    with pytest.raises(client.UnknownReference):
        client.verify("AI-CREDIT-0-00000000")


def test_a_saved_card_is_charged_without_the_customer(paystack: PaystackStub) -> None:
    charge = client.charge_authorization(
        email="owner@example.com", amount=Decimal("58.75"), reference="R-1", authorization_code="AUTH_1"
    )
    assert (charge.status, charge.amount, charge.authorization["reusable"]) == ("success", Decimal("58.75"), True)


def test_a_refund_is_sent_once_even_when_its_answer_is_lost(paystack: PaystackStub) -> None:
    _initialize()
    paystack.pay(REFERENCE)
    paystack.fail_next("/refund", Fault(answer_lost=True))
    with pytest.raises(client.PaymentProviderError):
        client.refund(REFERENCE, Decimal("10.00"), note="Not used", own_id="7")
    [found] = client.refunds_since(dt.date(2026, 11, 20))
    assert (found.reference, found.amount) == (REFERENCE, Decimal("10.00"))


def test_a_wrong_key_is_a_refusal_and_never_shown_to_the_shop(paystack: PaystackStub, settings: Settings) -> None:
    settings.PAYSTACK_SECRET_KEY = "sk_test_another"
    with pytest.raises(client.PaymentRefused) as problem:
        _initialize()
    assert problem.value.reason == "Invalid key"
    assert "sk_test" not in problem.value.message


def test_a_server_that_is_not_there_is_a_payment_provider_error(settings: Settings) -> None:
    settings.PAYSTACK_BASE_URL, settings.PAYSTACK_SECRET_KEY = "http://127.0.0.1:1", "sk_test_local"
    with pytest.raises(client.PaymentProviderError) as problem:
        client.verify(REFERENCE)
    assert problem.value.code == "payment_provider_error"


@pytest.mark.parametrize("text", ["{}", '{"shop":"Ɛdziban ₵ fie"}'])
def test_a_signature_is_checked_over_the_raw_bytes(paystack: PaystackStub, text: str) -> None:
    body, signature = paystack.sign({"event": "charge.success", "data": {"note": text}})
    assert client.signature_is_valid(body, signature)
    assert not client.signature_is_valid(body.replace(b"charge", b"Charge"), signature)
    assert not client.signature_is_valid(body, "0" * 128)
    assert not client.signature_is_valid(body, "é")


def test_without_a_key_no_signature_is_valid(settings: Settings, paystack: PaystackStub) -> None:
    body, signature = paystack.sign({"event": "charge.success", "data": {}})
    settings.PAYSTACK_SECRET_KEY = ""
    assert not client.signature_is_valid(body, signature)


@pytest.mark.parametrize("part", ["headers", "body"])
def test_an_answer_that_trickles_in_is_given_up_at_the_deadline(
    paystack: PaystackStub, settings: Settings, part: str
) -> None:
    settings.PAYSTACK_SECONDS = 0.4
    paystack.fail_next("/transaction/initialize", Fault(trickles=part))
    with pytest.raises(client.PaymentProviderError):
        _initialize()


def test_repeats_of_a_read_share_its_deadline(paystack: PaystackStub, settings: Settings) -> None:
    _initialize()
    settings.PAYSTACK_SECONDS = 0.4
    paystack.fail_next("/transaction/verify/{reference}", *[Fault(trickles="headers")] * 2)
    with pytest.raises(client.PaymentProviderError):
        client.verify(REFERENCE)
