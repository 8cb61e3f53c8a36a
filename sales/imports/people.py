"""The customers that an import names: known by phone, else by a name that only one of them has; or made."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable

from common.import_journal import Journal
from sales.imports.lines import BadLine, Line
from sales.models import Customer

Notice = Callable[[int, str], None]


class Customers:
    """The customers of one business while a file is read. Two people of one name are told apart by phone alone."""

    def __init__(self, business_id: uuid.UUID, notice: Notice) -> None:
        self.business_id = business_id
        self.notice = notice
        self.made: list[Customer] = []
        self.by_name_alone: set[str] = set()
        self._by_phone: dict[str, Customer] = {}
        self._by_name: dict[str, list[Customer]] = defaultdict(list)

    @property
    def created(self) -> int:
        return len(self.made)

    def ensure(self, lines: Iterable[Line], journal: Journal) -> None:
        """Every customer named is there afterwards; a customer without phone gets the one that the file knows.

        Looks into the database once more for unknown ones, as another import may have made them meanwhile.
        """
        named = [line for line in lines if line.customer]
        if all(self._known(line) for line in named):
            return
        self._refresh()
        new: dict[uuid.UUID, Customer] = {}
        for line in named:
            if not self._known(line) and not self._adopted(line, journal):
                customer = self._built(line)
                self._learn(customer)
                new[customer.pk] = customer
            elif (mine := self._by_phone.get(line.phone) or self._by_name[line.customer.lower()][0]).pk in new:
                _take_terms(mine, line)
        Customer.objects.bulk_create(new.values())
        self.made += new.values()

    def get(self, line: Line) -> uuid.UUID | None:
        """The customer of a line, None for nobody. Raises `BadLine` where several have the name."""
        if not line.customer:
            return None
        if line.phone:
            return self._of_phone(line)
        namesakes = self._by_name[line.customer.lower()]
        if len(namesakes) > 1:
            raise BadLine(f"{len(namesakes)} customers are called {line.customer}: say which by customer_phone")
        self.by_name_alone.add(line.customer.lower())
        return namesakes[0].pk

    def _of_phone(self, line: Line) -> uuid.UUID:
        customer = self._by_phone[line.phone]
        if customer.name.lower() != line.customer.lower():
            self.notice(
                line.row.line, f"{line.phone} is the phone of {customer.name}, so {line.customer} was taken for them"
            )
        return customer.pk

    def _known(self, line: Line) -> bool:
        return line.phone in self._by_phone if line.phone else bool(self._by_name.get(line.customer.lower()))

    def _refresh(self) -> None:
        self._by_phone.clear()
        self._by_name.clear()
        for customer in Customer.objects.of(self.business_id).only("business_id", "name", "phone").order_by("pk"):
            self._learn(customer)

    def _learn(self, customer: Customer) -> None:
        self._by_name[customer.name.lower()].append(customer)
        if customer.phone:
            self._by_phone[customer.phone] = customer

    def _adopted(self, line: Line, journal: Journal) -> bool:
        """Whether the one customer of that name had no phone, and has this one now."""
        namesakes = self._by_name[line.customer.lower()]
        if len(namesakes) != 1 or namesakes[0].phone or namesakes[0]._state.adding:
            return False
        customer = namesakes[0]
        journal.watch([customer], ["phone"])
        customer.phone = line.phone
        customer.save(update_fields=["phone"])
        self._by_phone[line.phone] = customer
        self.notice(line.row.line, f"{customer.name} had no phone and was taken for the one with {line.phone}")
        return True

    def _built(self, line: Line) -> Customer:
        customer = Customer(business_id=self.business_id, name=line.customer, phone=line.phone)
        _take_terms(customer, line)
        return customer


def _take_terms(customer: Customer, line: Line) -> None:
    """A new customer's terms are the days between sale and due date of an invoice of theirs."""
    if line.due_date and 0 <= (days := (line.due_date - line.sold_at.date()).days) <= 365:
        customer.terms_days = days
