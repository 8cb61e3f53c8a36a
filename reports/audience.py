"""Whom to write to in a segment of customers: who agreed to offers, less a tenth that is held out to measure by."""

import datetime as dt
import hashlib
import uuid
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from accounts.queries import business
from common import shop_clock as clock
from reports import names, rfm
from reports.period import Period
from sales.models import Customer

DAYS = 365
HELD_OUT_IN: Final = 10
_MESSAGES: Final[dict[str, str]] = {
    "champions": "Hello {customer}, thank you for buying from {shop} so often. Tell us what to keep for you.",
    "loyal": "Hello {customer}, thank you for coming back to {shop}. Is there anything you miss on our shelves?",
    "potential_loyalist": "Hello {customer}, it was good to see you at {shop}. Shall we keep your usual goods aside?",
    "new": "Hello {customer}, welcome to {shop}. Come and see what else we have.",
    "promising": "Hello {customer}, thank you for your visit to {shop}. We would be glad to see you again soon.",
    "needs_attention": "Hello {customer}, we have seen less of you at {shop}. Is there anything we can do better?",
    "about_to_sleep": "Hello {customer}, new goods have come to {shop} since your last visit. You are welcome.",
    "at_risk": "Hello {customer}, we miss you at {shop}. Tell us what you need, and we will keep it for you.",
    "cant_lose": "Hello {customer}, you are one of our best customers at {shop}, and we miss you. May we call you?",
    "hibernating": "Hello {customer}, {shop} is still here for you. Come and see what is new.",
    "lost": "Hello {customer}, it has been a while. {shop} would be glad to see you again.",
}
"""One for each segment; nothing is promised in them."""


@dataclass(frozen=True)
class Member:
    """A customer of the audience. `message` is empty for one who is held out."""

    customer_id: uuid.UUID
    customer_name: str
    phone: str
    held_out: bool
    message: str
    revenue: Decimal
    days_since_purchase: int


def audience(business_id: uuid.UUID, segment: str) -> list[Member]:
    """The customers of a segment over the last year who agreed to offers and have a phone, most revenue first.

    The same customers are held out every time, so that those who were written to can be compared with them later.
    """
    today = clock.today()
    period = Period(today - dt.timedelta(days=DAYS - 1), today + dt.timedelta(days=1))
    scored = [each for each in rfm.customers(business_id, period) if each.segment == segment]
    known = names.customers(business_id, [each.customer_id for each in scored])
    shop = business(business_id).name
    told = [each for each in scored if _may_be_told(known[each.customer_id])]
    found = [_member(each, known[each.customer_id], segment, shop) for each in told]
    return sorted(found, key=lambda member: (-member.revenue, str(member.customer_id)))


def is_held_out(customer: Customer) -> bool:
    """One customer in ten, by a hash of the id: the same one on every day and in every segment."""
    hashed = hashlib.sha256(f"{customer.business_id}{customer.pk}".encode()).digest()
    return int.from_bytes(hashed[:8], "big") % HELD_OUT_IN == 0


def _may_be_told(customer: Customer) -> bool:
    return bool(customer.marketing_allowed and customer.phone and not customer.erased_at)


def _member(each: rfm.Scored, customer: Customer, segment: str, shop: str) -> Member:
    held_out = is_held_out(customer)
    called = customer.form_of_address or customer.name
    message = "" if held_out else _MESSAGES[segment].format(customer=called, shop=shop)
    return Member(customer.pk, customer.name, customer.phone, held_out, message, each.revenue, each.days_since)
