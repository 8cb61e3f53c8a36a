"""Customers from a file, with their phones, and what they owed before the shop kept its books here."""

from typing import IO, Any

from accounts.models import Storefront
from common import file_values
from common.csv_files import Columns, Row, Table
from common.file_lines import Taken, bounded, take_lines
from common.file_values import BadLine
from common.notation import Notation, Told, notation
from common.phones import e164
from common.tenancy import MANAGEMENT, Caller
from sales.models import Customer, PriceTier
from sales.services.customers import create_customer
from sales.services.opening_balances import opening_balance, set_opening_balance

COLUMNS = Columns(
    required=("name",),
    known=(
        "name",
        "phone",
        "email",
        "address",
        "price_tier",
        "credit_limit",
        "terms_days",
        "opening_balance",
        "due_on",
        "storefront",
    ),
    numbers=("credit_limit", "terms_days", "opening_balance"),
    dates=("due_on",),
)
MOST_LINES = 5_000


def take_customers(caller: Caller, file: IO[bytes], *, told: Told) -> Taken:
    """Bring in a file of customers; the same file again adds nothing. A bad line is named and the rest goes in.

    A customer is known by phone, or without one by a name that one customer has. Raises `FileRefused` for a file that
    cannot be read, or that can be read in two ways.
    """
    caller.require(*MANAGEMENT)
    table = bounded(Table(file, COLUMNS), MOST_LINES, "customers")
    return take_lines(table, _Taking(caller, notation(table, told)).take)


class _Taking:
    """One file on its way in."""

    def __init__(self, caller: Caller, written: Notation) -> None:
        self.caller, self.written = caller, written
        places = Storefront.objects.of(caller.business_id).values_list("name", "pk")
        self.places = {name.lower(): pk for name, pk in places}

    def take(self, row: Row) -> tuple[bool, bool]:
        """Whether the customer is new, and whether what they owed was entered."""
        name, phone = file_values.name_of(row), _phone(row)
        fields = self._fields(row)
        owed = file_values.amount(row, "opening_balance", self.written)
        due_on, place = file_values.day(row, "due_on", self.written), self._place(row)
        there = self._known(name, phone)
        customer = there or create_customer(self.caller, name=name, phone=phone, confirmed=True, **fields)
        if not owed or opening_balance(customer):
            return there is None, False
        set_opening_balance(self.caller, customer.pk, amount=owed, due_on=due_on, storefront_id=place)
        return there is None, True

    def _known(self, name: str, phone: str) -> Customer | None:
        customers = Customer.objects.of(self.caller.business_id).filter(erased_at=None)
        if phone:
            return customers.filter(phone=phone).first()
        same = list(customers.filter(name__iexact=name)[:2])
        if len(same) > 1:
            raise BadLine(f"several customers are called {name}: give the phone")
        return same[0] if same else None

    def _fields(self, row: Row) -> dict[str, Any]:
        """The columns that the line fills, as fields of a customer."""
        tier = file_values.text(row, "price_tier").lower()
        if tier and tier not in PriceTier.values:
            raise BadLine(f"price_tier is not one of {', '.join(PriceTier.values)}: {tier[:40]!r}")
        found = {
            "email": file_values.email(row),
            "address": file_values.text(row, "address")[:250],
            "price_tier": tier,
            "credit_limit": file_values.amount(row, "credit_limit", self.written),
            "terms_days": file_values.days(row, "terms_days", self.written),
        }
        return {name: value for name, value in found.items() if value not in ("", None)}

    def _place(self, row: Row) -> Any:
        name = file_values.text(row, "storefront")
        if name and name.lower() not in self.places:
            raise BadLine(f"there is no storefront called {name[:40]!r}")
        return self.places.get(name.lower())


def _phone(row: Row) -> str:
    return e164(file_values.text(row, "phone"))
