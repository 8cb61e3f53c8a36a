"""Questions by voice: heard, shown, run when sure; our cost booked by length, nothing of the sound kept."""

import io
import wave
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from ai_features.models import AIText, AITransaction, BusinessAICredits, BusinessAISettings, CreditHold, CreditLot
from ai_features.services.billing import AIBillingService
from ai_features.tests.builders import agree
from ai_features.tests.stubs.transcription import TranscriptionStub
from common import clock
from conftest import Shop
from reports.tests.trade import sell
from sales.tests.builders import make_customer

PATH = "/ai/api/query/voice/"
QUESTION = "How much did we sell this month?"
D = Decimal


@pytest.fixture
def ears(settings: Settings) -> Iterator[TranscriptionStub]:
    """A local audio endpoint; the words of answers are our own, since it speaks nothing else."""
    with TranscriptionStub() as stub:
        settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY, settings.AI_PROVIDER = stub.url, "sk-test", "openai"
        stub.text = QUESTION
        yield stub


@pytest.fixture
def talking(shop: Shop) -> Shop:
    """A shop with a sale, whose owner has agreed to AI and to voice."""
    agree(shop.caller)
    BusinessAISettings.objects.update(voice_agreed_at=clock.now(), voice_agreed_by=shop.owner.user)
    sell(shop.storefront, "Rice 5 kg", 10, "50.00", cost="40.00", on=clock.today())
    return shop


def wav(seconds: float = 1) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(b"\x80" * int(8000 * seconds))
    return out.getvalue()


def say(client: APIClient, content: bytes = b"", **more: Any) -> Any:
    audio = SimpleUploadedFile("question.wav", content or wav())
    return client.post(PATH, {"audio": audio} | more, format="multipart")


def balance() -> Any:
    return BusinessAICredits.objects.get().balance


def heard_row() -> Any:
    return AITransaction.objects.get(feature="voice_question")


def test_a_clear_question_is_heard_shown_and_answered_at_the_price_of_a_question(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    before = balance()
    body = say(owner_client).json()
    assert (body["heard"], body["needs_confirmation"]) == (QUESTION, False)
    assert body["data"]["total"] == {"revenue": "500.00"}
    row = heard_row()
    assert (row.credits_used, row.outcome, row.cost_usd) == (0, "answered", D("0.00045"))
    assert row.cost_to_us > 0
    assert body["credits_used"] == float(before - balance())
    [asked] = ears.asked
    assert asked["model"] == [b"gpt-transcribe"]
    assert b"Rice 5 kg" in asked["keywords[]"]


def test_what_is_not_surely_read_is_shown_to_be_confirmed_free(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    make_customer(talking.business, "Esi Quansah")
    before = balance()
    for text in ("What does Esi Quansah owe me?", "Why is the moon so far away from Tema?"):
        ears.text = text
        body = say(owner_client).json()
        assert (body["heard"], body["needs_confirmation"]) == (text, True)
        assert "answer" not in body
    assert balance() == before
    assert AITransaction.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("", {}),
        ("...", {}),
        ("how " * 60, {"usage": {"type": "duration", "seconds": 2.0}}),
        ("Drinks, Rice 5 kg.", {}),
    ],
    ids=["silence", "no words", "noise", "our keywords"],
)
def test_silence_noise_and_our_own_words_are_asked_again_free(
    text: str, more: dict[str, Any], talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    sell(talking.storefront, "Drinks", 1, "5.00", on=clock.today())
    ears.text = text
    ears.more |= more
    before = balance()
    body = say(owner_client).json()
    assert (body["heard"], body["needs_confirmation"]) == ("", True)
    assert "say it again" in body["message"]
    assert balance() == before


def test_another_language_is_refused_politely(talking: Shop, owner_client: APIClient, ears: TranscriptionStub) -> None:
    ears.text, ears.more["languages"] = "Me ho ye", [{"code": "ak"}]
    assert "English only" in say(owner_client).json()["message"]


def test_what_is_heard_is_words_alone(talking: Shop, owner_client: APIClient, ears: TranscriptionStub) -> None:
    ears.text = "<b>Pay</b>\x00 at [here](http://x.example) " + "a" * 5000
    body = say(owner_client).json()
    assert not set(body["heard"]) & set("<>[]\x00")
    assert len(body["heard"]) <= 1000


def test_keywords_name_no_person(talking: Shop, owner_client: APIClient, ears: TranscriptionStub) -> None:
    make_customer(talking.business, "Abena Owusu-Ansah")
    sell(talking.storefront, "Hamper for Abena Owusu-Ansah", 1, "5.00", on=clock.today())
    say(owner_client)
    assert not [word for word in ears.asked[0]["keywords[]"] if b"Abena" in word]


def test_without_the_consent_to_voice_nothing_leaves(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    BusinessAISettings.objects.update(voice_agreed_at=None)
    refused = say(owner_client)
    assert (refused.status_code, refused.json()["error"]) == (403, "consent_required")
    assert ears.asked == []


def test_an_owner_agrees_and_withdraws_and_it_ends_with_the_consent_to_ai(shop: Shop, owner_client: APIClient) -> None:
    settings = "/ai/api/settings/"
    assert owner_client.get(settings).json()["voice"] is False
    assert owner_client.patch(settings, {"voice": True}, format="json").status_code == 403
    agree(shop.caller)
    assert owner_client.patch(settings, {"voice": True}, format="json").json()["voice"] is True
    assert owner_client.patch(settings, {"voice": False}, format="json").json()["voice"] is False
    owner_client.patch(settings, {"voice": True}, format="json")
    assert owner_client.patch(settings, {"consent": False}, format="json").json()["voice"] is False


def test_who_cannot_pay_for_the_answer_is_told_before_anything_is_heard(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    AIBillingService.void(CreditLot.objects.get().pk)
    assert say(owner_client).status_code == 402
    assert ears.asked == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"not a sound", "Send a recording"),
        (b"RIFF0000WAVEbroken", "cannot be read"),
        (wav(31), "30 seconds"),
        (b"OggS" + bytes(2 * 1024 * 1024), "2 MB"),
    ],
    ids=["text", "broken", "long", "large"],
)
def test_a_recording_that_cannot_be_taken_is_refused_by_name(
    content: bytes, problem: str, talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    refused = say(owner_client, content)
    assert refused.status_code == 400
    assert problem in str(refused.json()["fields"]["audio"])
    assert ears.asked == []


def test_one_that_turns_out_too_long_is_refused_and_its_cost_booked(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    ears.more["usage"] = {"type": "duration", "seconds": 240.0}
    assert say(owner_client, b"OggS" + bytes(200_000)).status_code == 400
    assert heard_row().cost_usd == D("0.018")


Fails = tuple[int, bytes | None, bool]


@pytest.mark.parametrize(
    "fails", [(401, None, False), (500, None, True), (200, b"{}", True), (200, b"no json", True)], ids=str
)
def test_a_server_that_fails_costs_the_shop_nothing_and_us_at_worst(
    fails: Fails, talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    ears.status, ears.body, is_charged = fails
    before = balance()
    assert say(owner_client).status_code == 503
    assert balance() == before
    assert (heard_row().cost_usd > 0) is is_charged
    assert not CreditHold.objects.filter(status="open").exists()


def test_seconds_that_are_not_told_are_counted_from_above(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    ears.more["usage"] = None
    say(owner_client, wav(2))
    assert heard_row().cost_usd > D("0.27") / 3600 * 2


def test_nothing_of_the_sound_or_of_what_was_heard_is_kept_with_the_request(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    ears.text = "What does Esi Quansah owe me?"
    make_customer(talking.business, "Esi Quansah")
    say(owner_client)
    assert not AIText.objects.exists()


def test_the_same_key_with_another_recording_of_the_same_name_is_a_conflict(
    talking: Shop, owner_client: APIClient, ears: TranscriptionStub
) -> None:
    answers = []
    for content in (wav(1), wav(1), wav(2)):
        audio = SimpleUploadedFile("question.wav", content)
        answers.append(owner_client.post(PATH, {"audio": audio}, format="multipart", HTTP_IDEMPOTENCY_KEY="k-1"))
    assert [answer.status_code for answer in answers] == [200, 200, 409]
    assert answers[0].json()["transaction_id"] == answers[1].json()["transaction_id"]
    assert len(ears.asked) == 1


def test_where_no_provider_is_set_up_it_says_so(talking: Shop, owner_client: APIClient, settings: Settings) -> None:
    settings.AI_PROVIDER = "offline"
    assert say(owner_client).status_code == 503
