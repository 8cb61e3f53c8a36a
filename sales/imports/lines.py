"""One line of a shop's history: checked, and turned from text into values."""

import datetime as dt
import re
import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from common import clock
from common.csv_files import Row
from common.money import cedis
from sales.models import Payment

REQUIRED = ("invoice_no", "sold_at", "product", "quantity", "unit_price")
COLUMNS = (
    "invoice_no", "sold_at", "sku", "product", "category", "quantity", "unit_price", "unit_cost",
    "customer", "storefront", "payment_method", "staff", "due_date", "paid_at",
)  # fmt: skip
LONGEST = {
    "invoice_no": 40, "sku": 64, "product": 200, "category": 100, "customer": 150, "storefront": 100, "staff": 150
}  # fmt: skip
LARGEST = Decimal(100_000_000)  # units, or GHS on one line
YEARS = range(1970, 2200)
_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d{1,15})(\.\d{1,9})?", re.ASCII)
_THOUSANDTH = Decimal("0.001")

Method = Payment.Method
Network = Payment.Network
_METHODS: dict[str, tuple[Method, str]] = {
    "cash": (Method.CASH, ""),
    "momo": (Method.MOBILE_MONEY, ""),
    "mobile money": (Method.MOBILE_MONEY, ""),
    "mtn": (Method.MOBILE_MONEY, Network.MTN),
    "mtn momo": (Method.MOBILE_MONEY, Network.MTN),
    "telecel": (Method.MOBILE_MONEY, Network.TELECEL),
    "telecel cash": (Method.MOBILE_MONEY, Network.TELECEL),
    "vodafone cash": (Method.MOBILE_MONEY, Network.TELECEL),
    "at money": (Method.MOBILE_MONEY, Network.AT),
    "airteltigo money": (Method.MOBILE_MONEY, Network.AT),
    "card": (Method.CARD, ""),
    "visa": (Method.CARD, ""),
    "mastercard": (Method.CARD, ""),
    "pos": (Method.CARD, ""),
    "bank": (Method.BANK, ""),
    "bank transfer": (Method.BANK, ""),
    "transfer": (Method.BANK, ""),
    "cheque": (Method.BANK, ""),
}


class BadLine(Exception):
    """This line cannot go in; the text says why, for the shop to read."""


@dataclass(slots=True)
class Line:
    """A checked line. Money in GHS; names as written, spaces tidied; empty text where the file says nothing."""

    row: Row
    invoice: str
    sold_at: dt.datetime
    sku: str
    product: str
    category: str
    quantity: Decimal
    unit_price: Decimal
    unit_cost: Decimal | None
    revenue: Decimal
    customer: str
    storefront: str
    staff: str
    method: Method
    network: str
    due_date: dt.date | None
    paid_at: dt.datetime | None
    product_id: uuid.UUID = field(init=False)

    @property
    def is_return(self) -> bool:
        return self.quantity < 0


def checked(row: Row, today: dt.date) -> Line:
    """The values of `row`; raises `BadLine` for the first thing wrong with it.

    What happened after `today` is not known yet: a payment in the future leaves the invoice open.
    """
    if row.problem:
        raise BadLine(row.problem)
    texts = {name: _text(row, name) for name in LONGEST}
    quantity, price = _quantity(row), _amount(row, "unit_price")
    sold_at, paid_at, due_date = _sold_at(row, today), _moment(row, "paid_at"), _moment(row, "due_date")
    due_on = clock.local_date(due_date) if due_date else None
    if paid_at and clock.local_date(paid_at) > today:
        paid_at, due_on = None, due_on or clock.local_date(sold_at)
    if paid_at and clock.local_date(paid_at) == clock.local_date(sold_at):
        paid_at = max(paid_at, sold_at)
    method, network = _METHODS.get(_key(row.values.get("payment_method")), (Method.UNKNOWN, ""))
    return Line(
        row=row,
        invoice=_needed(texts, "invoice_no"),
        sold_at=sold_at,
        sku=texts["sku"],
        product=_needed(texts, "product"),
        category=texts["category"],
        quantity=quantity,
        unit_price=cedis(price),
        unit_cost=cedis(_amount(row, "unit_cost")) if row.values.get("unit_cost", "").strip() else None,
        revenue=_revenue(quantity, price),
        customer=texts["customer"],
        storefront=texts["storefront"],
        staff=texts["staff"],
        method=method,
        network=network,
        due_date=due_on,
        paid_at=paid_at,
    )


def _text(row: Row, name: str) -> str:
    text = row.values.get(name, "")
    if not text:
        return ""
    text = " ".join(text.split())
    if len(text) > LONGEST[name]:
        raise BadLine(f"{name} is longer than {LONGEST[name]} characters")
    return text


def _needed(texts: dict[str, str], name: str) -> str:
    if not texts[name]:
        raise BadLine(f"{name} is empty")
    return texts[name]


def _number(row: Row, name: str) -> Decimal:
    text = row.values.get(name, "").strip()
    if not text:
        raise BadLine(f"{name} is empty")
    if not _NUMBER.fullmatch(text):
        raise BadLine(f"{name} is not a number: {text[:40]!r}")
    return Decimal(text.replace(",", ""))


def _quantity(row: Row) -> Decimal:
    quantity = _number(row, "quantity").quantize(_THOUSANDTH)
    if not quantity:
        raise BadLine("quantity is zero")
    if abs(quantity) > LARGEST:
        raise BadLine("quantity is too large")
    return quantity


def _amount(row: Row, name: str) -> Decimal:
    amount = _number(row, name)
    if amount < 0:
        raise BadLine(f"{name} is below zero")
    if amount > LARGEST:
        raise BadLine(f"{name} is too large")
    return amount


def _revenue(quantity: Decimal, price: Decimal) -> Decimal:
    revenue = cedis(quantity * price)
    if abs(revenue) > LARGEST:
        raise BadLine("quantity × unit_price is too large")
    return revenue


def _sold_at(row: Row, today: dt.date) -> dt.datetime:
    sold_at = _moment(row, "sold_at")
    if sold_at is None:
        raise BadLine("sold_at is empty")
    if clock.local_date(sold_at) > today:
        raise BadLine("sold_at is in the future")
    return sold_at


def _moment(row: Row, name: str) -> dt.datetime | None:
    text = row.values.get(name, "").strip()
    if not text:
        return None
    moment = _parsed(text)
    if moment is None:
        raise BadLine(f"{name} is not a date like 2025-03-31 or 2025-03-31T14:05:00: {text[:40]!r}")
    return moment


@lru_cache(maxsize=4096)
def _parsed(text: str) -> dt.datetime | None:
    """An ISO date or time; without an offset it is Accra's."""
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.ACCRA)


def _key(text: str | None) -> str:
    return " ".join((text or "").replace("_", " ").lower().split())
