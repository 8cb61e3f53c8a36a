"""Alerts reach the business by the channels it chose: once, and again until they are sent."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.db import IntegrityError, connection
from pytest_django.fixtures import Settings

from ai_features.jobs import JOBS, run
from ai_features.models import AIUsageAlert, BusinessAICredits, Message, NotificationChannels
from ai_features.services.billing import AIBillingService
from ai_features.services.notices import alerts, messages
from ai_features.tests.builders import answered, make_hold, make_lot
from ai_features.tests.stubs.arkesel import ArkeselStub
from app.tests.test_settings import start_with
from common import clock, sms
from conftest import Shop

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _by_day() -> Iterator[None]:
    """These tests run at ten in the morning, when text messages may ring."""
    with time_machine.travel(clock.start_of(clock.today()) + dt.timedelta(hours=10)):
        yield


@pytest.fixture
def arkesel(settings: Settings) -> Iterator[ArkeselStub]:
    with ArkeselStub() as stub:
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY, settings.ARKESEL_BASE_URL = "arkesel", stub.key, stub.url
        yield stub


def _tell() -> None:
    """What the periodic command does about alerts."""
    for job in JOBS:
        if job.name in ("expiry_warnings", "cost_alerts", "alerts", "messages"):
            assert not run(job).problem


def _spend(shop: Shop, credits: str) -> None:
    AIBillingService.settle(make_hold(shop.business.pk, credits).pk, record=answered())


def test_a_low_balance_is_told_once_for_each_crossing(shop: Shop, mailoutbox: list[EmailMessage]) -> None:
    make_lot(shop.business.pk, "12")
    _spend(shop, "3")
    _spend(shop, "1")
    _tell()
    _tell()
    assert [mail.subject for mail in mailoutbox] == ["Your AI credits are running low"]
    assert mailoutbox[0].to == [shop.owner.user.email if shop.owner.user else ""]
    make_lot(shop.business.pk, "12")
    _spend(shop, "15")
    _tell()
    assert len(mailoutbox) == 2


def test_a_balance_that_is_used_up_is_told(shop: Shop, mailoutbox: list[EmailMessage]) -> None:
    make_lot(shop.business.pk, "1")
    _spend(shop, "1")
    _tell()
    assert "Your AI credits are used up" in [mail.subject for mail in mailoutbox]


def test_a_lot_is_warned_of_30_and_7_days_ahead_once_each(shop: Shop, mailoutbox: list[EmailMessage]) -> None:
    lot = make_lot(shop.business.pk, "40")
    assert lot.expires_at
    for days, warned in ((31, 0), (30, 1), (20, 1), (7, 2), (1, 2)):
        with time_machine.travel(lot.expires_at - dt.timedelta(days=days), tick=False):
            _tell()
            _tell()
        assert len(mailoutbox) == warned
    assert "40.00 AI credits expire on" in mailoutbox[0].body


def test_a_spent_lot_is_not_warned_of(shop: Shop) -> None:
    lot = make_lot(shop.business.pk, "5")
    _spend(shop, "5")
    assert lot.expires_at
    with time_machine.travel(lot.expires_at - dt.timedelta(days=6), tick=False):
        assert list(alerts.warn_of_expiry()) == []


def test_a_month_of_the_addon_is_warned_of_7_days_ahead_alone(shop: Shop) -> None:
    lot = make_lot(shop.business.pk, "100", source="addon", days=31)
    assert lot.expires_at
    with time_machine.travel(lot.expires_at - dt.timedelta(days=29), tick=False):
        assert list(alerts.warn_of_expiry()) == []
    with time_machine.travel(lot.expires_at - dt.timedelta(days=7), tick=False):
        assert list(alerts.warn_of_expiry()) == [(str(lot.pk), "7")]


def test_model_costs_are_told_to_our_staff_once_a_month_and_not_to_the_shop(
    shop: Shop, mailoutbox: list[EmailMessage], settings: Settings
) -> None:
    settings.STAFF_EMAIL = "staff@example.com"
    BusinessAICredits.objects.create(
        business=shop.business, month=clock.today().replace(day=1), month_cost=Decimal("100.00")
    )
    _tell()
    _tell()
    assert [(mail.to, "GHS 100.00" in mail.body) for mail in mailoutbox] == [(["staff@example.com"], True)]


def test_a_mail_server_that_is_away_keeps_the_alert_for_the_next_run(
    shop: Shop, mailoutbox: list[EmailMessage], settings: Settings
) -> None:
    settings.STAFF_EMAIL = "staff@example.com"
    BusinessAICredits.objects.create(
        business=shop.business, month=clock.today().replace(day=1), month_cost=Decimal(500)
    )
    kept, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    _tell()
    settings.EMAIL_BACKEND = kept
    _tell()
    assert len(mailoutbox) == 1


def test_each_business_chooses_its_channels(shop: Shop, mailoutbox: list[EmailMessage], arkesel: ArkeselStub) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True, phone="+233241234567")
    make_lot(shop.business.pk, "12")
    _spend(shop, "3")
    _tell()
    assert not mailoutbox
    [sent] = arkesel.sent
    assert (sent["recipients"], sent["sender"]) == (["233241234567"], "POSGhana")
    assert len(sent["message"]) <= 160
    assert sent["message"].isascii()


def test_with_no_channel_nothing_is_written_and_the_alert_is_done(shop: Shop) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=False)
    make_lot(shop.business.pk, "12")
    _spend(shop, "3")
    _tell()
    assert not Message.objects.exists()
    assert AIUsageAlert.objects.get().sent_at


def test_a_failed_send_is_tried_again_and_the_other_channel_is_not_repeated(
    shop: Shop, mailoutbox: list[EmailMessage], arkesel: ArkeselStub
) -> None:
    NotificationChannels.objects.create(business=shop.business, email=True, sms=True, phone="+233241234567")
    arkesel.refusing = True
    make_lot(shop.business.pk, "12")
    _spend(shop, "3")
    _tell()
    message = Message.objects.get(channel="sms")
    assert (message.status, message.problem) == ("waiting", "SmsNotSent: Arkesel answered 402: Insufficient balance")
    arkesel.refusing = False
    assert list(messages.send_waiting()) == []
    with time_machine.travel(clock.now() + dt.timedelta(minutes=5, seconds=1), tick=False):
        assert list(messages.send_waiting()) == [("sms", "sent")]
    assert (len(mailoutbox), len(arkesel.sent)) == (1, 1)


def test_a_channel_that_is_down_is_left_alone_until_the_next_run(shop: Shop, arkesel: ArkeselStub) -> None:
    arkesel.refusing = True
    NotificationChannels.objects.create(business=shop.business, email=True, sms=True, phone="+233241234567")
    for number in range(8):
        messages.queue(shop.business.pk, key=str(number), subject="s", text="t")
    done = Counter(messages.send_waiting())
    assert done == {("email", "sent"): 8, ("sms", "waiting"): messages.DOWN_AFTER}


def test_a_message_that_never_gets_through_is_given_up(shop: Shop, arkesel: ArkeselStub) -> None:
    arkesel.refusing = True
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True, phone="+233241234567")
    messages.queue(shop.business.pk, key="k", subject="s", text="t")
    start = clock.now()
    for days in range(8):
        with time_machine.travel(start + dt.timedelta(days=2 * days), tick=False):
            list(messages.send_waiting())
    found = Message.objects.get()
    assert (found.status, found.attempts) == ("given_up", 6)


def test_a_business_without_a_phone_is_named_in_the_admin_not_lost(shop: Shop) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True)
    messages.queue(shop.business.pk, key="k", subject="s", text="t")
    assert list(messages.send_waiting()) == [("sms", "waiting")]
    assert Message.objects.get().problem == "The business has no phone number."


def test_a_wrong_key_and_a_silent_gateway_are_failures_without_the_number(
    shop: Shop, arkesel: ArkeselStub, settings: Settings
) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True, phone="+233241234567")
    messages.queue(shop.business.pk, key="k", subject="s", text="t")
    settings.ARKESEL_BASE_URL = "http://127.0.0.1:1"
    list(messages.send_waiting())
    assert Message.objects.get().problem == "SmsNotSent: ConnectionError"


def test_the_console_gateway_is_the_default_and_arkesel_needs_its_key(shop: Shop) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True, phone="+233241234567")
    messages.queue(shop.business.pk, key="k", subject="s", text="t")
    assert list(messages.send_waiting()) == [("sms", "sent")]
    assert "ARKESEL_API_KEY" in start_with(SMS_GATEWAY="arkesel").stderr


def at(hour: int, minute: int = 0, *, days: int = 0) -> dt.datetime:
    return clock.start_of(clock.today() + dt.timedelta(days=days)) + dt.timedelta(hours=hour, minutes=minute)


def test_a_text_message_of_the_night_waits_for_eight_and_an_email_does_not(
    shop: Shop, mailoutbox: list[EmailMessage], arkesel: ArkeselStub
) -> None:
    NotificationChannels.objects.create(business=shop.business, email=True, sms=True, phone="+233241234567")
    night, last, first = at(19), at(7, 59, days=1), at(8, days=1)
    with time_machine.travel(night, tick=False):
        make_lot(shop.id, "12")
        _spend(shop, "3")
        _tell()
        assert (len(mailoutbox), len(arkesel.sent)) == (1, 0)
    with time_machine.travel(last, tick=False):
        assert list(messages.send_waiting()) == []
    with time_machine.travel(first, tick=False):
        assert list(messages.send_waiting()) == [("sms", "sent")]
    assert (len(mailoutbox), len(arkesel.sent)) == (1, 1)


def test_a_text_message_that_failed_in_the_evening_is_not_tried_again_by_night(
    shop: Shop, arkesel: ArkeselStub
) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True, phone="+233241234567")
    arkesel.refusing = True
    with time_machine.travel(at(18, 59), tick=False):
        messages.queue(shop.id, key="k", subject="s", text="t")
        assert list(messages.send_waiting()) == [("sms", "waiting")]
    arkesel.refusing = False
    with time_machine.travel(at(23), tick=False):
        assert list(messages.send_waiting()) == []


def test_a_low_balance_topped_up_by_night_is_not_told_in_the_morning(shop: Shop, arkesel: ArkeselStub) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True, phone="+233241234567")
    with time_machine.travel(at(22), tick=False):
        make_lot(shop.id, "12")
        _spend(shop, "12")
        _tell()
        make_lot(shop.id, "50")
    with time_machine.travel(at(8, days=1), tick=False):
        assert Counter(messages.send_waiting()) == {("sms", "given_up"): 2}
    assert arkesel.sent == []


@pytest.mark.postgres
def test_the_messages_of_an_alert_are_written_for_all_channels_or_for_none(shop: Shop) -> None:
    """What breaks after the first channel leaves none, so that the next run writes them all."""
    NotificationChannels.objects.create(business=shop.business, email=True, sms=True, phone="+233241234567")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ai_features_message ADD CONSTRAINT no_sms CHECK (channel <> 'sms')")
    try:
        with pytest.raises(IntegrityError):
            messages.queue(shop.id, key="k", subject="s", text="t")
        assert not Message.objects.exists()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE ai_features_message DROP CONSTRAINT no_sms")


def test_messages_that_are_over_do_not_pass_for_a_channel_that_is_down(shop: Shop, arkesel: ArkeselStub) -> None:
    NotificationChannels.objects.create(business=shop.business, email=False, sms=True, phone="+233241234567")
    make_lot(shop.id, "50")
    for number in range(messages.DOWN_AFTER):
        alert = AIUsageAlert.objects.create(
            business=shop.business, alert_type="low_balance", current_balance=1, threshold=10, key=str(number)
        )
        messages.queue(shop.id, key=str(number), subject="s", text="t", alert=alert)
    messages.queue(shop.id, key="news", subject="s", text="t")
    assert Counter(messages.send_waiting()) == {("sms", "given_up"): messages.DOWN_AFTER, ("sms", "sent"): 1}


def test_a_gateway_whose_answer_trickles_in_is_given_up_at_the_deadline(
    arkesel: ArkeselStub, settings: Settings
) -> None:
    settings.SMS_SECONDS, arkesel.trickling = 0.4, True
    with pytest.raises(sms.SmsNotSent):
        sms.gateway().send("+233241234567", "Your AI credits are running low")
