"""One line of a shop's history: checked, and turned from text into values."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from decimal import Decimal

from common import clock, shop_clock
from common.csv_files import Columns, Row
from common.errors import InvalidInput
from common.identifiers import damage, is_blank
from common.money import cedis, rounded
from common.notation import PLAIN, Notation
from common.phones import e164
from sales.models import Payment
from sales.nobody import is_nobody

REQUIRED = ("invoice_no", "sold_at", "product", "quantity", "unit_price")
COLUMNS = (
    "invoice_no",
    "sold_at",
    "sku",
    "product",
    "category",
    "quantity",
    "unit_price",
    "list_price",
    "unit_cost",
    "customer",
    "customer_phone",
    "storefront",
    "payment_method",
    "staff",
    "due_date",
    "paid_at",
)
TABLE = Columns(
    REQUIRED,
    COLUMNS,
    numbers=("quantity", "unit_price", "list_price", "unit_cost"),
    dates=("sold_at", "due_date", "paid_at"),
)
LONGEST = {
    "invoice_no": 40,
    "sku": 64,
    "product": 200,
    "category": 100,
    "customer": 150,
    "storefront": 100,
    "staff": 150,
}
IDENTIFIERS = frozenset({"invoice_no", "sku"})
MAY_BE_BLANK = frozenset(LONGEST) - {"invoice_no", "product"}
LARGEST = Decimal(100_000_000)  # units, or GHS on one line

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
    list_price: Decimal | None
    unit_cost: Decimal | None
    revenue: Decimal
    customer: str
    phone: str
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

    @property
    def time_known(self) -> bool:
        """Off for a day without a time, which reads as its first moment."""
        return self.sold_at != shop_clock.start_of(clock.local_date(self.sold_at))

    def understood(self) -> dict[str, str]:
        """The values as texts, by column, without the empty ones."""
        said = {
            "line": self.row.line,
            "invoice_no": self.invoice,
            "sold_at": self.sold_at.isoformat() if self.time_known else clock.local_date(self.sold_at),
            "sku": self.sku,
            "product": self.product,
            "quantity": self.quantity,
            "unit_price": self.unit_price,
            "list_price": self.list_price,
            "unit_cost": self.unit_cost,
            "customer": self.customer,
            "storefront": self.storefront,
            "payment_method": self.network or self.method,
            "due_date": self.due_date,
            "paid_at": self.paid_at and self.paid_at.isoformat(),
        }
        return {name: str(value) for name, value in said.items() if value not in ("", None)}


def checked(row: Row, today: dt.date, notation: Notation = PLAIN) -> Line:
    """The values of `row`; raises `BadLine` for the first thing wrong with it.

    What happened after `today` is not known yet: a payment in the future leaves the invoice open.
    """
    if row.problem:
        raise BadLine(row.problem)
    texts = {name: _text(row, name) for name in LONGEST}
    quantity, price = _quantity(row, notation), _amount(row, "unit_price", notation)
    sold_at, due_on, paid_at = _moments(row, today, notation)
    method, network = _METHODS.get(_key(row.values.get("payment_method")), (Method.UNKNOWN, ""))
    customer = "" if is_nobody(texts["customer"]) else texts["customer"]
    return Line(
        row=row,
        invoice=_needed(texts, "invoice_no"),
        sold_at=sold_at,
        sku=texts["sku"],
        product=_needed(texts, "product"),
        category=texts["category"],
        quantity=quantity,
        unit_price=cedis(price),
        list_price=_known_amount(row, "list_price", notation),
        unit_cost=_known_amount(row, "unit_cost", notation),
        revenue=_revenue(quantity, price),
        customer=customer,
        phone=_phone(row) if customer else "",
        storefront=texts["storefront"],
        staff=texts["staff"],
        method=method,
        network=network,
        due_date=due_on,
        paid_at=paid_at,
    )


def _moments(row: Row, today: dt.date, notation: Notation) -> tuple[dt.datetime, dt.date | None, dt.datetime | None]:
    """When it was sold, is due, and was paid."""
    sold_at, paid_at = _sold_at(row, today, notation), _moment(row, "paid_at", notation)
    due_date = _moment(row, "due_date", notation)
    due_on = clock.local_date(due_date) if due_date else None
    if paid_at and clock.local_date(paid_at) > today:
        paid_at, due_on = None, due_on or clock.local_date(sold_at)
    if paid_at and clock.local_date(paid_at) == clock.local_date(sold_at):
        paid_at = max(paid_at, sold_at)
    return sold_at, due_on, paid_at


def _text(row: Row, name: str) -> str:
    text = row.values.get(name, "")
    if not text:
        return ""
    text = " ".join(text.split())
    if name in MAY_BE_BLANK and is_blank(text):
        return ""
    if len(text) > LONGEST[name]:
        raise BadLine(f"{name} is longer than {LONGEST[name]} characters")
    if name in IDENTIFIERS and (broken := damage(text)):
        raise BadLine(f"{name} {broken}")
    return text


def _needed(texts: dict[str, str], name: str) -> str:
    if not texts[name]:
        raise BadLine(f"{name} is empty")
    return texts[name]


def _phone(row: Row) -> str:
    try:
        return e164(row.values.get("customer_phone", ""), field="customer_phone")
    except InvalidInput as wrong:
        raise BadLine(f"customer_phone: {wrong.message}") from wrong


def _number(row: Row, name: str, notation: Notation) -> Decimal:
    text = row.values.get(name, "").strip()
    if not text:
        raise BadLine(f"{name} is empty")
    number = notation.number(text)
    if number is None:
        raise BadLine(f"{name} is not a number: {text[:40]!r}")
    return number


def _quantity(row: Row, notation: Notation) -> Decimal:
    quantity = rounded(_number(row, "quantity", notation), 3)
    if not quantity:
        raise BadLine("quantity is zero")
    if abs(quantity) > LARGEST:
        raise BadLine("quantity is too large")
    return quantity


def _amount(row: Row, name: str, notation: Notation) -> Decimal:
    amount = _number(row, name, notation)
    if amount < 0:
        raise BadLine(f"{name} is below zero")
    if amount > LARGEST:
        raise BadLine(f"{name} is too large")
    return amount


def _known_amount(row: Row, name: str, notation: Notation) -> Decimal | None:
    return cedis(_amount(row, name, notation)) if row.values.get(name, "").strip() else None


def _revenue(quantity: Decimal, price: Decimal) -> Decimal:
    revenue = cedis(quantity * price)
    if abs(revenue) > LARGEST:
        raise BadLine("quantity × unit_price is too large")
    return revenue


def _sold_at(row: Row, today: dt.date, notation: Notation) -> dt.datetime:
    sold_at = _moment(row, "sold_at", notation)
    if sold_at is None:
        raise BadLine("sold_at is empty")
    if clock.local_date(sold_at) > today:
        raise BadLine("sold_at is in the future")
    return sold_at


def _moment(row: Row, name: str, notation: Notation) -> dt.datetime | None:
    text = row.values.get(name, "").strip()
    if not text:
        return None
    moment = notation.moment(text)
    if moment is None:
        raise BadLine(f"{name} is not a date like 2025-03-31 or 31/03/2025: {text[:40]!r}")
    day = clock.local_date(moment)
    return shop_clock.start_of(day) if moment == clock.start_of(day) else moment


def _key(text: str | None) -> str:
    return " ".join((text or "").replace("_", " ").lower().split())
