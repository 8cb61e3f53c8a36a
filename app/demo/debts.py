"""What was said and agreed about the debts of a demo shop: notes, promises, a plan, a dispute, a credit hold."""

import datetime as dt
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from app.demo.profile import Buyer, Year
from app.demo.trade import Trade
from common.clock import ACCRA
from common.money import ZERO, cedis
from sales.models import CollectionNote, Customer, Instalment, PaymentPlan, PromiseToPay, Sale

Channel, Outcome = CollectionNote.Channel, CollectionNote.Outcome


@dataclass
class Debts:
    """Rows made from the finished book of a trade. Changes the sales and customers it concerns, saves nothing."""

    trade: Trade
    year: Year
    rng: random.Random
    new_id: Callable[[], uuid.UUID]
    notes: list[CollectionNote] = field(default_factory=list)
    promises: list[PromiseToPay] = field(default_factory=list)
    plans: list[PaymentPlan] = field(default_factory=list)
    instalments: list[Instalment] = field(default_factory=list)

    def settle_up(self) -> None:
        invoices = [sale for sale in self.trade.sales if sale.due_date]
        for buyer, customer in self.trade.crew.customers:
            if buyer.pays in ("slow", "late", "stopped"):
                self._chase(customer, [sale for sale in invoices if sale.customer == customer])
            if buyer.pays == "stopped":
                self._stop(buyer, customer)

    def _chase(self, customer: Customer, invoices: list[Sale]) -> None:
        """A reminder a few days after the due date, a call a week later; not for every invoice."""
        last = self.year.start
        for sale in invoices:
            assert sale.due_date
            paid_on = sale.settled_at.date() if sale.settled_at else self.year.end
            day = sale.due_date + dt.timedelta(days=5)
            if day >= paid_on or (day - last).days < 30:
                continue
            self._note(customer, day, Channel.SMS, Outcome.REACHED, "first_reminder")
            last = day + dt.timedelta(days=8)
            if last < paid_on:
                self._call(customer, sale, last)

    def _call(self, customer: Customer, sale: Sale, day: dt.date) -> None:
        outcome = self.rng.choices(
            (Outcome.PROMISED, Outcome.NOT_REACHED, Outcome.REACHED, Outcome.REFUSED), (55, 25, 17, 3)
        )[0]
        note = self._note(customer, day, Channel.CALL, outcome, "")
        if outcome != Outcome.PROMISED:
            return
        note.next_action_on = day + dt.timedelta(days=8)
        self.promises.append(
            PromiseToPay(
                id=self.new_id(),
                business_id=customer.business_id,
                customer=customer,
                amount=sale.total,
                promised_on=day,
                due_on=day + dt.timedelta(days=7),
                note=f"For {sale.number}",
                by=self.trade.crew.manager,
            )
        )

    def _note(
        self,
        customer: Customer,
        day: dt.date,
        channel: CollectionNote.Channel,
        outcome: CollectionNote.Outcome,
        message_type: str,
    ) -> CollectionNote:
        note = CollectionNote(
            id=self.new_id(),
            business_id=customer.business_id,
            customer=customer,
            channel=channel,
            outcome=outcome,
            message_type=message_type,
            text={
                Outcome.PROMISED: "Will pay within the week.",
                Outcome.NOT_REACHED: "Phone off, try again.",
                Outcome.REFUSED: "Says the goods were short.",
            }.get(outcome, ""),
            by=self.trade.crew.manager,
            at=dt.datetime.combine(day, dt.time(10, self.rng.randint(0, 59)), tzinfo=ACCRA),
        )
        self.notes.append(note)
        return note

    def _stop(self, buyer: Buyer, customer: Customer) -> None:
        """Who stopped paying is on hold; one invoice is disputed, and a wholesale customer has a plan."""
        customer.credit_hold, customer.credit_hold_reason = True, "Nothing paid for months"
        unpaid = [sale for sale in self.trade.book.open[customer.pk] if sale.paid < sale.total]
        if not unpaid:
            return
        agreed = self.year.end - dt.timedelta(days=40)
        if not buyer.wholesale:
            unpaid[-1].disputed_at = dt.datetime.combine(agreed, dt.time(11), tzinfo=ACCRA)
            unpaid[-1].dispute_reason = "Says two of the items were never delivered"
            return
        self._agree(customer, sum((sale.total - sale.paid for sale in unpaid), ZERO), agreed)

    def _agree(self, customer: Customer, total: Decimal, agreed: dt.date) -> None:
        """Four monthly instalments."""
        plan = PaymentPlan(
            id=self.new_id(),
            business_id=customer.business_id,
            customer=customer,
            total=total,
            agreed_on=agreed,
            by=self.trade.crew.owner,
        )
        part = cedis(total / 4)
        self.plans.append(plan)
        self.instalments += [
            Instalment(
                id=self.new_id(),
                business_id=customer.business_id,
                plan=plan,
                due_on=agreed + dt.timedelta(days=30 * number),
                amount=part if number < 4 else total - 3 * part,
            )
            for number in range(1, 5)
        ]
