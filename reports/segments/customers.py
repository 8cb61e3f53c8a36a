"""Segments of customers: by when they bought, how they pay, what they owe and may owe."""

import datetime as dt
import uuid
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, Min, Q

from common import shop_clock as clock
from reports import rfm
from reports.metrics.metric import Source, said
from reports.segments.segment import Segment, Window
from reports.sources import Cut, rows_of
from sales.models import SOLD, Customer, PriceTier, Sale
from sales.queries import customer_balances

AT_RISK = ("at_risk", "cant_lose")
NEAR_PERCENT = 80
LEAST_SETTLED = 3
_SHOPS = frozenset({"storefront", "staff"})


def _bought(business_id: uuid.UUID, window: Window) -> Any:
    """A row for each customer who ever bought: `first`, `last`, sales `inside` the days and `before` them."""
    cut = window.cut
    sales = rows_of(business_id, Source.SALES, cut=Cut(filters=cut.filters, excluding=cut.excluding, within=cut.within))
    start = clock.start_of(cut.start or dt.date(2000, 1, 1))
    end = clock.start_of(cut.end or window.today + dt.timedelta(days=1))
    return (
        sales.filter(SOLD, customer__isnull=False)
        .values("customer_id")
        .annotate(
            first=Min("sold_at"),
            last=Max("sold_at"),
            inside=Count("id", filter=Q(sold_at__gte=start, sold_at__lt=end)),
            before=Count("id", filter=Q(sold_at__lt=start)),
        )
    )


def _new(business_id: uuid.UUID, window: Window) -> Any:
    return _bought(business_id, window).filter(inside__gt=0, before=0).values("customer_id")


def _returning(business_id: uuid.UUID, window: Window) -> Any:
    again = Q(before__gt=0) | Q(inside__gt=1)
    return _bought(business_id, window).filter(again, inside__gt=0).values("customer_id")


def _lapsed(business_id: uuid.UUID, window: Window) -> Any:
    return _bought(business_id, window).filter(inside=0, before__gt=0).values("customer_id")


def _one_time(business_id: uuid.UUID, window: Window) -> Any:
    return _bought(business_id, window).filter(inside=1).values("customer_id")


def _never_bought(business_id: uuid.UUID, window: Window) -> Any:
    bought = Sale.objects.of(business_id).filter(SOLD, customer__isnull=False).order_by().values("customer_id")
    return Customer.objects.of(business_id).filter(erased_at=None).exclude(pk__in=bought).order_by().values("pk")


def _at_risk(business_id: uuid.UUID, window: Window) -> Any:
    storefront = next(iter(window.cut.filters.get("storefront", ())), None)
    period = rfm.window(window.today, uuid.UUID(str(storefront)) if storefront else None)
    return [each.customer_id for each in rfm.customers(business_id, period) if each.segment in AT_RISK]


def _whose(condition: Q) -> Any:
    """Customers of whom this holds today, with what they owe and may owe."""

    def members(business_id: uuid.UUID, window: Window) -> Any:
        return customer_balances(business_id, on=window.today).filter(condition).order_by().values("pk")

    return members


def _near_limit(business_id: uuid.UUID, window: Window) -> Any:
    share = Decimal(window.number or NEAR_PERCENT) / 100
    near = Q(balance__gte=F("credit_limit") * share, balance__lte=F("credit_limit"), credit_limit__gt=0)
    return customer_balances(business_id, on=window.today).filter(near).order_by().values("pk")


def _payers(business_id: uuid.UUID, window: Window) -> Any:
    """A row for each customer with sales on credit paid off in the days: how many, and how many of them late."""
    late = Q(settled_day__gt=F("due_date"))
    paid_off = rows_of(business_id, Source.SETTLED, cut=window.cut).filter(customer__isnull=False)
    paid_off = paid_off.annotate(settled_day=clock.Day("settled_at"))
    return paid_off.values("customer_id").annotate(settled=Count("id"), late=Count("id", filter=late))


def _slow_payers(business_id: uuid.UUID, window: Window) -> Any:
    mostly = _payers(business_id, window).filter(late__gt=F("settled") - F("late"), settled__gte=LEAST_SETTLED)
    return mostly.values("customer_id")


def _on_time(business_id: uuid.UUID, window: Window) -> Any:
    return _payers(business_id, window).filter(late=0).values("customer_id")


CUSTOMERS = (
    Segment(
        "customer", "new", "New customers", "known customers whose first sale falls in the period", _new,
        said("new customer, new client, new buyer, first time customer, first-time customer, first timer,"
             "first time buyer, newly acquired customer, customer gained, customer acquired, new face,"
             "bought for the first time, buying for the first time, came for the first time, first purchase"),
        ("revenue", "sales_count"), _SHOPS, uses_period=True,
        says="bought for the first time{when}",
    ),
    Segment(
        "customer", "returning", "Returning customers",
        "known customers who bought in the period and had bought before it, or bought more than once in it", _returning,
        said("returning customer, repeat customer, repeat buyer, returning client, returning buyer, came back,"
             "bought again, regular customer, loyal customer, retained customer, old customer, existing customer,"
             "repeat, came again, who come back"),
        ("revenue", "sales_count"), _SHOPS, uses_period=True,
        says="came back{when}",
    ),
    Segment(
        "customer", "lapsed", "Lapsed customers",
        "known customers who bought before but not in the last 90 days, or not in the period named", _lapsed,
        said("lapsed customer, lost customer, inactive customer, dormant customer, sleeping customer,"
             "customer who stopped coming, customer who stopped buying, stopped buying, stopped coming, not come back,"
             "not been back, have not bought, has not bought, did not buy, not bought, no longer buy, no longer come,"
             "not seen, not come, missing customer, churned customer, gone quiet, quiet customer"),
        ("revenue", "last_sale"), _SHOPS, uses_period=True, ends_period=True, default_days=90, number="days",
        says="have bought before, but not{when}",
    ),
    Segment(
        "customer", "one_time", "Customers who bought once",
        "known customers with exactly one sale, ever or in the period named", _one_time,
        said("one time customer, one-time customer, one time buyer, bought once, bought only once, bought just once,"
             "came once, came only once, bought one time, only one purchase, single purchase, never came back"),
        ("revenue", "last_sale"), _SHOPS, uses_period=True,
        says="bought exactly once{when}",
    ),
    Segment(
        "customer", "at_risk", "Customers at risk",
        "customers who used to buy often in the last 12 months and have not been back for long: At risk and Can't lose",
        _at_risk,
        said("at risk customer, customer at risk, at risk, churn risk, at risk of churning, at risk of leaving,"
             "likely to leave, about to leave, going to leave, likely to stop buying, customer we are losing,"
             "losing, slipping away, cooling off, churning"),
        ("revenue", "sales_count", "last_sale"), frozenset({"storefront"}),
        says="are at risk of being lost",
    ),
    Segment(
        "customer", "never_bought", "Customers who never bought", "customers in your books without any sale",
        _never_bought,
        said("customer who never bought, never bought, never bought anything, registered but never bought,"
             "no purchase, without a purchase, without any purchase, not bought anything ever"),
        (),
        says="have never bought",
    ),
    Segment(
        "customer", "over_limit", "Customers over their credit limit",
        "customers who owe more, less what they have paid in advance, than their credit limit",
        _whose(Q(balance__gt=F("credit_limit"))),
        said("over limit, over the limit, over their limit, over their credit limit, above their limit,"
             "above their credit limit, past their limit, beyond their limit, beyond the credit limit,"
             "exceeded their limit, exceeded the limit, passed their limit, crossed their limit, limit breach,"
             "in breach of limit, bought beyond the credit given"),
        ("over_by", "outstanding", "credit_limit"),
        says="are over their credit limit",
    ),
    Segment(
        "customer", "near_limit", "Customers close to their credit limit",
        "customers who owe at least 80% of their credit limit, and not more than it", _near_limit,
        said("near limit, near the limit, near their limit, close to the limit, close to their limit, almost at limit,"
             "almost at their limit, nearly at their limit, approaching their limit, approaching limit, about to reach"
             " their limit, close to credit limit, near their credit limit"),
        ("credit_room", "outstanding", "credit_limit"), number="percent", low_first=True,
        says="are close to their credit limit",
    ),
    Segment(
        "customer", "on_hold", "Customers on hold", "customers to whom no more is sold on account",
        _whose(Q(credit_hold=True, erased_at=None)),
        said("on hold, on credit hold, credit hold, blocked, blocked customer, credit stopped, suspended,"
             "stopped from credit, held customer, blacklisted"),
        ("outstanding", "overdue"),
        says="are on hold",
    ),
    Segment(
        "customer", "has_limit", "Customers with a credit limit", "customers for whom a credit limit is set",
        _whose(Q(credit_limit__isnull=False, erased_at=None)),
        said("with a credit limit, with a limit, have a credit limit, has a credit limit, have a limit, has a limit,"
             "credit customer, customer with credit facility, limit set"),
        ("credit_limit", "outstanding", "credit_room"),
        says="have a credit limit",
    ),
    Segment(
        "customer", "no_limit", "Customers without a credit limit", "customers for whom no credit limit is set",
        _whose(Q(credit_limit__isnull=True, erased_at=None)),
        said("without a credit limit, without a limit, no credit limit, no limit, no limit set, have no limit,"
             "without limit, limit not set"),
        ("outstanding",),
        says="have no credit limit",
    ),
    Segment(
        "customer", "owes", "Customers who owe",
        "customers whose open invoices come to more than what they have paid in advance",
        _whose(Q(balance__gt=0)),
        said("who owes, who owe, owing customer, debtor, customer who owes, customer with a balance, in debt,"
             "customer with debt, indebted customer, with outstanding balance, still owing, who is owing"),
        ("outstanding",),
        says="owe you money",
    ),
    Segment(
        "customer", "overdue", "Customers who are overdue",
        "customers with an open invoice whose due date has passed, beyond their unused credit",
        _whose(Q(overdue__gt=0)),
        said("overdue customer, customer who is overdue, late customer, with overdue invoice, with an overdue invoice,"
             "with overdue, customer in arrears, defaulter, defaulting customer, bad debtor, behind on payment"),
        ("overdue", "oldest_invoice"),
        says="are overdue",
    ),
    Segment(
        "customer", "slow_payer", "Slow payers",
        "customers who paid most of at least three sales on credit after their due date", _slow_payers,
        said("slow payer, late payer, bad payer, customer who pays late, pays late, pay late, always late, often late,"
             "slow to pay, difficult to pay, poor payer, paid late"),
        ("days_late", "days_to_pay"), frozenset({"storefront"}), uses_period=True,
        says="have paid mostly late",
    ),
    Segment(
        "customer", "on_time", "Customers who pay on time",
        "customers who paid every sale on credit by its due date", _on_time,
        said("on time payer, pays on time, pay on time, good payer, prompt payer, pays early, never late,"
             "always pay on time, always pays on time, best payer, reliable payer, keeps terms, fast payer"),
        ("days_to_pay", "on_time_rate"), frozenset({"storefront"}), uses_period=True, low_first=True,
        says="pay on time",
    ),
    Segment(
        "customer", "wholesale", "Wholesale customers", "customers who buy at wholesale prices",
        _whose(Q(price_tier=PriceTier.WHOLESALE, erased_at=None)),
        said("wholesale customer, wholesale client, wholesale buyer, wholesaler, trade customer, bulk buyer, reseller"),
        ("revenue", "sales_count"),
        says="buy at wholesale prices",
    ),
    Segment(
        "customer", "retail", "Retail customers", "customers who buy at retail prices",
        _whose(Q(price_tier=PriceTier.RETAIL, erased_at=None)),
        said("retail customer, retail client, retail buyer, retailer, ordinary customer, walk-up customer"),
        ("revenue", "sales_count"),
        says="buy at retail prices",
    ),
)  # fmt: skip
