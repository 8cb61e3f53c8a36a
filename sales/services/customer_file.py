"""Customers from a file, with their phones, and what they owed before the shop kept its books here."""

import uuid
from collections import defaultdict
from collections.abc import Container, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.db.models.functions import Lower
from django_tasks import task

from accounts.models import Business, Storefront
from accounts.queries import days_of_shop
from common import file_values, imports
from common.csv_files import Columns, Row, Table
from common.file_lines import Became, Person, person, refuse_long, take_people
from common.file_values import BadLine
from common.notation import Notation, notation
from common.tenancy import Caller
from sales.models import Customer, CustomerImport, PriceTier
from sales.services.customers import check_name, create_customers
from sales.services.opening_balances import Owed, enter_opening_balances, with_opening_balance

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


def start_customer_import(caller: Caller, *, file: UploadedFile[bytes], **options: Any) -> CustomerImport:
    """Keep a file of customers and queue its import; `options` are `check_only`, `decimal` and `dates`.

    Raises `FileRefused` when it holds no line that could be read, or one that can be read in two ways.
    """
    job = imports.upload(CustomerImport, caller, file, COLUMNS, **options)
    import_customers.enqueue(str(job.pk))
    return job


@task()
def import_customers(import_id: str) -> None:
    """Bring in the file of a waiting `CustomerImport`; whatever stops it, its row says so."""
    imports.work_through(CustomerImport, import_id, COLUMNS, _bring_in)


def take_up_abandoned() -> int:
    """Queue again the imports whose worker has died; how many."""
    return imports.take_up_abandoned(CustomerImport, import_customers.enqueue)


def _bring_in(job: CustomerImport, table: Table) -> None:
    """The same file again adds nothing: who is there stays as they are, and an opening balance goes in once."""
    refuse_long(job, MOST_LINES, "customers")
    with days_of_shop(job.business_id):
        file = _File(Caller.of(job.by), notation(table, job.told))
        take_people(job, table, file.read, file.write)


class _File:
    """One file on its way in."""

    def __init__(self, caller: Caller, written: Notation) -> None:
        self.caller, self.written = caller, written
        places = Storefront.objects.of(caller.business_id).order_by("created_at", "pk").values_list("name", "pk")
        self.oldest = next((pk for _, pk in places), None)
        self.places = {name.lower(): pk for name, pk in places}

    def read(self, row: Row) -> Person:
        """The line, checked by itself. Raises `BadLine` or `InvalidInput`."""
        who = person(row, self.written, self._fields(row), self._place(row))
        check_name(who.name)
        if who.owed and who.storefront_id is None:
            raise BadLine("there is no storefront yet that an opening balance could be of")
        return who

    def write(self, people: Sequence[Person]) -> list[Became]:
        """Add those who are not there, and what was owed where none is entered. Nine queries at most."""
        Business.objects.select_for_update(no_key=True).get(pk=self.caller.business_id)  # two files take turns
        known = _Known(self.caller.business_id, people)
        lines = [(who, known.customer_of(who)) for who in people]
        create_customers(self.caller, list(known.new.values()))
        entered = self._enter(lines)
        return [_became(who, customer, known.new, entered) for who, customer in lines]

    def _enter(self, lines: Sequence[tuple[Person, Customer | None]]) -> dict[int, Owed]:
        """Enter what was owed, once for each customer; by the line that said so."""
        owing = [customer for who, customer in lines if customer and who.owed]
        there = with_opening_balance(self.caller.business_id, owing)
        entered: dict[int, Owed] = {}
        for who, customer in lines:
            if customer and who.owed and who.storefront_id and customer.pk not in there:
                there.add(customer.pk)
                entered[who.row.line] = Owed(customer, who.owed, who.due_on, who.storefront_id)
        enter_opening_balances(self.caller, list(entered.values()))
        return entered

    def _fields(self, row: Row) -> dict[str, Any]:
        """The columns that the line fills, as fields of a customer."""
        tier = file_values.text(row, "price_tier").lower()
        if tier and tier not in PriceTier.values:
            raise BadLine(f"price_tier is not one of {', '.join(PriceTier.values)}: {tier[:40]!r}")
        return {
            "email": file_values.email(row),
            "address": file_values.text(row, "address")[:250],
            "price_tier": tier,
            "credit_limit": file_values.amount(row, "credit_limit", self.written),
            "terms_days": file_values.days(row, "terms_days", self.written),
        }

    def _place(self, row: Row) -> uuid.UUID | None:
        name = file_values.text(row, "storefront").lower()
        if name and name not in self.places:
            raise BadLine(f"there is no storefront called {name[:40]!r}")
        return self.places[name] if name else self.oldest


class _Known:
    """Who of the people in a batch is there, locked; and the customers whom lines of it add."""

    def __init__(self, business_id: uuid.UUID, people: Sequence[Person]) -> None:
        self.business_id = business_id
        self.new: dict[int, Customer] = {}
        self._by_phone: dict[str, list[Customer]] = defaultdict(list)
        self._by_name: dict[str, list[Customer]] = defaultdict(list)
        names = {who.name.lower() for who in people if not who.phone}
        those = Q(phone__in={who.phone for who in people if who.phone}) | Q(lower_name__in=names)
        rows = Customer.objects.of(business_id).filter(erased_at=None).alias(lower_name=Lower("name")).filter(those)
        for customer in rows.order_by("pk").select_for_update(no_key=True, of=("self",)):
            self._learn(customer)

    def customer_of(self, who: Person) -> Customer | None:
        """Known by phone, or without one by name, else new; None where several have the name."""
        same = self._by_phone[who.phone] if who.phone else self._by_name[who.name.lower()]
        if len(same) > 1:
            return None
        return same[0] if same else self._add(who)

    def _add(self, who: Person) -> Customer:
        made = Customer(business_id=self.business_id, name=who.name, phone=who.phone, **who.fields)
        self.new[who.row.line] = made
        self._learn(made)
        return made

    def _learn(self, customer: Customer) -> None:
        self._by_phone[customer.phone].append(customer)
        self._by_name[customer.name.lower()].append(customer)


def _became(who: Person, customer: Customer | None, new: Container[int], entered: Container[int]) -> Became:
    if customer is None:
        return Became(refused=f"several customers are called {who.name}: give the phone")
    return Became(is_new=who.row.line in new, owes=who.row.line in entered)
