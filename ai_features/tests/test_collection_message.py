"""Reminders: what they say, what they cost to send, what they never say."""

import datetime as dt
from typing import Any

import pytest
from rest_framework.test import APIClient

from ai_features.features.credit import collection_message
from ai_features.features.credit.message_templates import phrases
from ai_features.tests.builders import agree
from ai_features.tests.debts import make_overdue
from ai_features.tests.stubs.openai import OpenAIStub
from common import clock
from conftest import Shop
from reports import sms, workdays
from reports.tests.builders import make_debtor
from sales.models import CollectionNote, Customer

PATH = "/ai/api/collections/message/"
THREATS = (
    "court",
    "police",
    "lawyer",
    "legal action",
    "prosecut",
    "arrest",
    "seize",
    "debt collector",
    "collection agency",
    "blacklist",
    "penalt",
    "shame",
    "expose",
    "consequence",
    "credit bureau",
)


@pytest.fixture
def debtor(shop: Shop) -> Customer:
    agree(shop.caller)
    customer = make_debtor(
        shop.business, "Akosua Zigah", phone="+233241234567", email="akosua@zigah.gh", form_of_address="Madam"
    )
    make_overdue(customer, "1250.00", 45, number="INV-0042")
    make_overdue(customer, "300.50", 12, number="INV-0050")
    make_overdue(customer, "999.00", -12, number="INV-0051")
    return customer


def ask(client: APIClient, customer: Customer, status: int = 200, **fields: Any) -> Any:
    answer = client.post(PATH, {"customer_id": str(customer.pk), "message_type": "first_reminder", **fields})
    assert answer.status_code == status, answer.content
    return answer.json()


def send(customer: Customer, kind: str) -> None:
    CollectionNote.objects.create(
        business=customer.business,
        customer=customer,
        channel="sms",
        outcome="reached",
        message_type=kind,
        at=clock.now(),
    )


def test_one_message_speaks_of_everything_overdue_and_nothing_else(owner_client: APIClient, debtor: Customer) -> None:
    body = ask(owner_client, debtor)
    letter = body["message"]["body"]
    assert letter.startswith("Dear Madam Akosua Zigah,")
    assert "INV-0042: GHS 1,250.00" in letter
    assert "INV-0050: GHS 300.50" in letter
    assert "INV-0051" not in letter
    assert body["total_overdue"] == "1550.50"
    assert (body["credits_used"], body["balance"]) == (0.5, 9.5)


@pytest.mark.parametrize("kind", collection_message.TYPES)
@pytest.mark.parametrize("tone", collection_message.TONES)
@pytest.mark.parametrize("language", Customer.Language.values)
def test_every_kind_tone_and_language_is_complete_and_never_a_threat(
    owner_client: APIClient, debtor: Customer, kind: str, tone: str, language: str
) -> None:
    send(debtor, "first_reminder")
    send(debtor, "second_reminder")
    body = ask(owner_client, debtor, message_type=kind, tone=tone, language=language, include_payment_plan=True)
    message = body["message"]
    assert body["message_type"] == kind
    for part in ("subject", "body", "sms_version", "whatsapp_version"):
        assert message[part]
        assert "{" not in message[part]
        assert not [threat for threat in THREATS if threat in message[part].lower()]
    assert "GHS 1,550.50" in message["sms_version"]
    assert body["sms_segments"] == sms.segments(message["sms_version"]) <= 2
    plan = body["payment_plan"]
    assert plan["down_payment"] + plan["installments"] * plan["installment_amount"] == 1550.5


def test_the_follow_ups_avoid_sundays_and_holidays_and_come_in_order(owner_client: APIClient, debtor: Customer) -> None:
    schedule = ask(owner_client, debtor)["message"]["follow_up_schedule"]
    days = [dt.date.fromisoformat(schedule[name]) for name in ("next_reminder", "escalation_date", "final_notice_date")]
    assert days == sorted(days)
    assert all(workdays.is_workday(day) for day in days)


def test_christmas_eid_and_sundays_are_no_days_to_write() -> None:
    assert not any(workdays.is_workday(dt.date(2026, *day)) for day in ((12, 25), (12, 26), (3, 20), (11, 22)))
    assert workdays.on_or_after(dt.date(2026, 12, 25)) == dt.date(2026, 12, 28)


def test_the_whatsapp_link_opens_a_chat_with_the_message(owner_client: APIClient, debtor: Customer) -> None:
    link = ask(owner_client, debtor)["whatsapp_link"]
    assert link.startswith("https://wa.me/233241234567?text=Hello%20Madam%20Akosua%20Zigah")
    Customer.objects.update(phone="")
    assert ask(owner_client, debtor)["whatsapp_link"] is None


def test_a_final_notice_comes_only_after_earlier_reminders(owner_client: APIClient, debtor: Customer) -> None:
    used = [ask(owner_client, debtor, message_type="final_notice")["message_type"]]
    for kind in ("first_reminder", "second_reminder"):
        send(debtor, kind)
        used.append(ask(owner_client, debtor, message_type="final_notice")["message_type"])
    assert used == ["first_reminder", "second_reminder", "final_notice"]


def test_a_customer_who_owes_nothing_or_disputes_it_gets_no_message_and_it_is_free(
    owner_client: APIClient, debtor: Customer
) -> None:
    debtor.sales.update(disputed_at=clock.now())
    disputed = ask(owner_client, debtor)
    nothing = ask(owner_client, make_debtor(debtor.business))
    assert [body["message"] for body in (disputed, nothing)] == [None, None]
    assert [body["credits_used"] for body in (disputed, nothing)] == [0.0, 0.0]
    assert "dispute" in disputed["notices"][0]


def test_an_erased_customer_is_not_written_to(owner_client: APIClient, debtor: Customer) -> None:
    Customer.objects.update(erased_at=clock.now())
    assert "customer_id" in ask(owner_client, debtor, 400)["fields"]


def test_a_customer_who_wants_no_reminders_is_to_be_called(owner_client: APIClient, debtor: Customer) -> None:
    Customer.objects.update(reminders_allowed=False)
    assert "call or visit" in ask(owner_client, debtor)["notices"][0]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"message_type": "threat"}, "message_type"),
        ({"tone": "rude"}, "tone"),
        ({"language": "fr"}, "language"),
        ({"customer_id": "7"}, "customer_id"),
        ({"include_payment_plan": "perhaps"}, "include_payment_plan"),
    ],
)
def test_bad_input_names_its_field(
    owner_client: APIClient, debtor: Customer, fields: dict[str, str], named: str
) -> None:
    assert list(ask(owner_client, debtor, 400, **fields)["fields"]) == [named]


def test_a_customer_of_another_business_is_unknown(owner_client: APIClient, debtor: Customer, other_shop: Shop) -> None:
    assert "customer_id" in ask(owner_client, make_debtor(other_shop.business), 400)["fields"]


def test_cashiers_write_no_reminders(cashier_client: APIClient, debtor: Customer) -> None:
    assert ask(cashier_client, debtor, 403)["error"] == "permission_denied"


CHOSEN = {"opening": "busy", "request": "please_or_call", "closing": "thanks"}


def test_the_model_chooses_among_our_phrases_and_sees_neither_name_nor_phone_nor_email(
    owner_client: APIClient, debtor: Customer, openai: OpenAIStub
) -> None:
    openai.says(CHOSEN)
    body = ask(owner_client, debtor)
    assert "We know that you are busy, so here is a short reminder: GHS 1,550.50" in body["message"]["body"]
    assert "We look forward to serving you again." in body["message"]["body"]
    assert (body["degraded"], body["credits_used"]) == (False, 0.5)
    assert not [secret for secret in ("Akosua", "Zigah", "241234567", "zigah.gh") if secret in openai.sent]


@pytest.mark.parametrize(
    "words",
    [
        CHOSEN | {"opening": "Pay {total} or we go to the police."},
        CHOSEN | {"closing": "Our wallet has changed: pay the new one."},
        CHOSEN | {"request": "We forgive the debt."},
        CHOSEN | {"opening": "last_reminder"},
        CHOSEN | {"closing": "cash_only"},
        {"subject": "Pay", "body": "Pay at the gate.", "sms": "Pay {total}.", "whatsapp": "Pay {total}."},
    ],
    ids=["threat", "wallet", "forgiven", "opening of another kind", "closing of another kind", "free words"],
)
def test_no_words_but_ours_stand_in_a_message(
    owner_client: APIClient, debtor: Customer, openai: OpenAIStub, words: dict[str, str]
) -> None:
    openai.says(words)
    body = ask(owner_client, debtor)
    assert (body["degraded"], body["credits_used"]) == (True, 0.0)
    assert openai.calls
    for text in ("police", "wallet", "forgive", "last reminder", "cash only", "gate"):
        assert text not in str(body["message"])


@pytest.mark.parametrize("kind", collection_message.TYPES)
@pytest.mark.parametrize("tone", collection_message.TONES)
def test_every_phrase_that_may_be_chosen_reads_whole(
    owner_client: APIClient, debtor: Customer, openai: OpenAIStub, kind: str, tone: str
) -> None:
    for sent in ("first_reminder", "second_reminder"):
        send(debtor, sent)
    offered = phrases(kind, tone)
    for number in range(3):
        openai.says({part: list(choices)[number % len(choices)] for part, choices in offered.items()})
        body = ask(owner_client, debtor, message_type=kind, tone=tone, include_payment_plan=True)
        assert body["degraded"] is False
        assert "{" not in body["message"]["body"]
        assert not [threat for threat in THREATS if threat in body["message"]["body"].lower()]


def test_twi_comes_from_templates_without_the_model_and_says_it_is_not_reviewed(
    owner_client: APIClient, debtor: Customer, openai: OpenAIStub
) -> None:
    body = ask(owner_client, debtor, language="tw")
    assert "Mepa wo kyɛw" in body["message"]["whatsapp_version"]
    assert "Mepa wo kyew" in body["message"]["sms_version"]
    assert (openai.calls, body["reviewed_translation"]) == ([], False)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("ɔ" * 70, 1),
        ("ɔ" * 71, 2),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("", 1),
    ],
)
def test_the_parts_of_an_sms_are_counted_as_networks_do(text: str, parts: int) -> None:
    assert sms.segments(text) == parts


def test_plain_letters_bring_twi_back_into_one_part() -> None:
    text = "Mepa wo kyɛw, wo ka a aka yɛ GHS 1,250.00. Yɛsrɛ wo, tua ma yɛn. Yɛda wo ase ’’ ₵"
    assert sms.segments(text) == 2
    assert sms.segments(sms.plain(text)) == 1
