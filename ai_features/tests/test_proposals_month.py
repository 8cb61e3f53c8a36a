"""Thirty days of a shop at random, with crashes and a clock that jumps: what may never happen does not.

The story keeps its own book of who has paid, promised, disputed and opted out, and a message that reaches the network
is held against that book at once. `MONTHS=20` tells more stories than the test.
"""

import datetime as dt
import os
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings

from ai_features.models import Automation, CustomerMessage, Proposal
from ai_features.proposals import automations, deciding, delivery, digest, executing, hearing, limits
from ai_features.proposals.kinds import reminder
from ai_features.tests.stubs.arkesel import ArkeselStub
from common import clock, errors, sms
from conftest import Shop
from inventory.tests.builders import make_product
from reports import workdays
from sales.models import CollectionNote, Customer
from sales.services import dispute_sale, record_payment, record_promise, resolve_dispute, update_customer
from sales.tests.builders import make_customer, make_invoice

pytestmark = pytest.mark.django_db
START = dt.datetime(2026, 6, 15, 6, tzinfo=dt.UTC)  # with Republic Day on 1 July, and four Sundays
DAYS, CUSTOMERS = 30, 18
SEEDS = range(int(os.environ.get("MONTHS", "2")))


@dataclass
class Invoice:
    """As the story knows it."""

    amount: int
    due: dt.date
    open: bool = True
    disputed: bool = False


@dataclass
class Book:
    """What the story knows of a customer, apart from the database."""

    invoices: dict[Any, Invoice] = field(default_factory=dict)
    promised_until: dt.date | None = None
    opted_out: bool = False

    def to_ask_for(self, day: dt.date) -> int:
        """GHS that are overdue on `day`, open and undisputed."""
        return sum(each.amount for each in self.invoices.values() if each.open and each.due < day and not each.disputed)


class WatchedGateway(ArkeselStub):
    """Tells each message as it comes."""

    on_sent: Any = None

    def answer(self, key: str | None, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        status, told = super().answer(key, path, body)
        if status == 200 and self.on_sent:
            self.on_sent(body)
        return status, told


@dataclass
class Month:
    """One shop, its customers and what happens to them."""

    shop: Shop
    gateway: WatchedGateway
    at: time_machine.Traveller
    random: random.Random
    books: dict[Any, Book] = field(default_factory=dict)
    by_phone: dict[str, Any] = field(default_factory=dict)
    seen: list[tuple[dt.datetime, Any, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    goods: Any = None
    happened: Counter[str] = field(default_factory=Counter)

    def open(self) -> None:
        self.goods = make_product(self.shop.business, "Rice")
        for number in range(CUSTOMERS):
            customer = make_customer(self.shop.business)
            self.books[customer.pk] = Book()
            self.by_phone[customer.phone.lstrip("+")] = customer.pk
            self.invoice(customer.pk, 100 + number * 20, START.date() + dt.timedelta(days=self.random.randint(-40, 15)))
        self.gateway.on_sent = self.check

    def invoice(self, key: Any, amount: int, due: dt.date) -> None:
        sold = clock.start_of(due) - dt.timedelta(days=30)
        customer = Customer.objects.get(pk=key)
        made = make_invoice(
            customer, amount, due=due, sold_at=sold, product=self.goods, storefront=self.shop.storefront
        )
        self.books[key].invoices[made.pk] = Invoice(amount, due)

    def check(self, body: dict[str, Any]) -> None:
        """A message has reached the network: was that right, by the story's own book?"""
        (phone,) = body["recipients"]
        key, now = self.by_phone[phone], clock.now()
        book, day = self.books[key], clock.local_date(now)
        earlier = [moment for moment, other, _ in self.seen if other == key]
        asked = book.to_ask_for(day)
        wrong = {
            "paid or disputed": not asked,
            "another amount": f"GHS {asked:,.2f}" not in body["message"],
            "promised": book.promised_until is not None and day <= book.promised_until,
            "opted out": book.opted_out,
            "outside hours": not 8 <= now.hour < 19 or not workdays.is_workday(day),
            "twice": any(abs(now - moment) < dt.timedelta(days=7) for moment in earlier),
            "more than 4 a month": sum(now - moment < dt.timedelta(days=30) for moment in earlier) >= 4,
            "more than 20 a day": sum(clock.local_date(moment) == day for moment, *_ in self.seen) >= 20,
        }
        self.faults += [f"{now:%d %H:%M} {name}" for name, is_so in wrong.items() if is_so]
        self.seen.append((now, key, body["message"]))

    def live(self) -> None:
        while clock.now() < START + dt.timedelta(days=DAYS):
            for _ in range(self.random.choice((0, 0, 1, 1, 2))):
                self.something()
            self.jobs()
            self.at.shift(dt.timedelta(minutes=40 if 7 <= clock.now().hour < 20 else 150))

    def jobs(self) -> None:
        """What cron does; now and then the process dies in the middle of a message."""
        self.gateway.refusing = self.random.random() < 0.05
        list(automations.run_due())
        for proposal_id in Proposal.objects.filter(state="approved", acts_at__lte=clock.now()).values_list("pk"):
            if self.random.random() < 0.1:
                self.dies(*proposal_id)
        for job in (executing.execute_due, executing.expire_due, delivery.settle_left, digest.send_due):
            list(job())

    def dies(self, proposal_id: Any) -> None:
        """`kill -9` once all is written down: before the message leaves, or after it left and before that is noted."""
        if executing.decide(proposal_id) != Proposal.State.EXECUTED:
            return
        message = CustomerMessage.objects.get(proposal=proposal_id)
        left = self.random.random() < 0.5 and not self.gateway.refusing and limits.may_write(clock.now())
        if left:
            sms.gateway().send(message.customer.phone, message.text)
        self.happened["killed after it left" if left else "killed before it left"] += 1

    def something(self) -> None:
        """One thing that happens; what the shop refuses is no fault."""
        doing = self.random.choices(
            (
                self.pays,
                self.promises,
                self.disputes,
                self.settles,
                self.stops,
                self.proposes,
                self.agrees,
                self.undoes,
                self.says_no,
                self.switches,
                self.leaps,
                self.buys,
            ),
            (2, 3, 2, 2, 0.4, 25, 25, 4, 2, 1, 0.7, 3),
        )[0]
        try:
            doing()
        except errors.DomainError:
            self.happened["refused"] += 1
        else:
            self.happened[doing.__name__] += 1

    def someone(self) -> Any:
        return self.random.choice(list(self.books))

    def pays(self) -> None:
        """All that they owe."""
        key = self.someone()
        total = sum(each.amount for each in self.books[key].invoices.values() if each.open)
        if total:
            record_payment(self.shop.caller, customer_id=key, amount=Decimal(total), method="cash")
        for each in self.books[key].invoices.values():
            each.open = False

    def buys(self) -> None:
        """On account again, and late already when nobody looked."""
        self.invoice(self.someone(), 150, clock.today() - dt.timedelta(days=15))

    def promises(self) -> None:
        key, due = self.someone(), clock.today() + dt.timedelta(days=self.random.randint(0, 6))
        record_promise(self.shop.caller, customer_id=key, amount=Decimal(100_000), due_on=due)
        self.books[key].promised_until = due

    def disputes(self) -> None:
        """One of their open invoices."""
        found = [pk for pk, each in self.books[self.someone()].invoices.items() if each.open and not each.disputed]
        for sale_id in found[:1]:
            dispute_sale(self.shop.caller, sale_id, reason="short")
            self.at_invoice(sale_id).disputed = True

    def settles(self) -> None:
        """Every dispute of a customer."""
        for sale_id, each in self.books[self.someone()].invoices.items():
            if each.disputed and each.open:
                resolve_dispute(self.shop.caller, sale_id)
                each.disputed = False

    def at_invoice(self, sale_id: Any) -> Invoice:
        return next(book.invoices[sale_id] for book in self.books.values() if sale_id in book.invoices)

    def stops(self) -> None:
        key = self.someone()
        if self.random.random() < 0.5:
            update_customer(self.shop.caller, key, reminders_allowed=False)
            self.books[key].opted_out = True
        else:
            customer = Customer.objects.get(pk=key)
            hearing.hear(customer.phone, "STOP", channel="sms")
            customer.refresh_from_db()
            self.books[key].opted_out = not customer.reminders_allowed

    def proposes(self) -> None:
        key = self.someone()
        level = reminder.next_level(self.shop.id, key)
        wanted = reminder.own_words(self.shop.caller, Customer.objects.get(pk=key), channel="sms", level=level)
        deciding.keep(wanted, business_id=self.shop.id, by_id=None)

    def agrees(self) -> None:
        executing.approve(self.shop.caller, self.some(Proposal.State.PROPOSED))

    def undoes(self) -> None:
        deciding.undo(self.shop.caller, self.some(Proposal.State.APPROVED))

    def says_no(self) -> None:
        deciding.dismiss(self.shop.caller, self.some(Proposal.State.PROPOSED))

    def some(self, state: Proposal.State) -> Any:
        found = list(Proposal.objects.filter(state=state).order_by("pk").values_list("pk", flat=True))
        if not found:
            raise errors.NotFound
        return self.random.choice(found)

    def switches(self) -> None:
        if self.random.random() < 0.3:
            automations.stop_all(self.shop.caller)
        else:
            first, last = sorted(self.random.sample(range(8, 20), 2))
            level = self.random.choice(Automation.Level.values)
            changes = {"enabled": True, "from_hour": first, "until_hour": last, "max_level": level, "max_amount": 300}
            automations.change(self.shop.caller, "reminder", changes)

    def leaps(self) -> None:
        """The clock jumps ahead or back by up to two days, less than the jobs would refuse."""
        self.at.shift(dt.timedelta(minutes=self.random.randint(-47 * 60, 47 * 60)))


@pytest.fixture
def gateway(settings: Settings) -> Iterator[WatchedGateway]:
    with WatchedGateway() as stub:
        settings.SMS_GATEWAY, settings.ARKESEL_API_KEY, settings.ARKESEL_BASE_URL = "arkesel", stub.key, stub.url
        yield stub


@pytest.mark.parametrize("seed", SEEDS)
def test_a_month_sends_nothing_that_it_must_not(shop: Shop, gateway: WatchedGateway, seed: int) -> None:
    with time_machine.travel(START, tick=False) as at:
        month = Month(shop, gateway, at, random.Random(seed))
        month.open()
        month.live()
        at.shift(dt.timedelta(days=3))
        month.jobs()
    states = Counter(Proposal.objects.values_list("state", flat=True))
    print(f"{seed}: {len(month.seen)} sent, {dict(states)}, {dict(month.happened)}")  # noqa: T201
    assert month.faults == []
    _everything_is_in_the_log(month)
    assert month.seen
    assert month.happened["leaps"]


def _everything_is_in_the_log(month: Month) -> None:
    """Each message that left has its line with its text, and each line that says so a message."""
    logged: dict[Any, list[str]] = defaultdict(list)
    rows = CollectionNote.objects.exclude(message_type="").exclude(outcome="failed")
    for key, text in rows.values_list("customer_id", "text"):
        logged[key].append(text)
    for _, key, text in month.seen:
        assert text in logged[key]
    assert CustomerMessage.objects.exclude(status="failed").count() == sum(map(len, logged.values()))
    assert not CustomerMessage.objects.filter(status="sending").exists()
    done = Proposal.objects.filter(state="executed", kind="reminder")
    assert done.count() == CustomerMessage.objects.count()
