"""Which sale a line belongs to, and whether that sale has the line already."""

import datetime as dt
import uuid
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from common import clock
from common.import_journal import Journal
from common.imports import ImportMode
from common.money import ZERO
from sales.imports.corrections import SALE_FIELDS, Content, check_correction, take_out
from sales.imports.lines import LONGEST, BadLine, Line
from sales.models import Customer, Sale, SaleLine

MOST_LINES = 30_000


@dataclass
class Document:
    """A sale or return that this batch touches: new, or stored by an earlier batch or run."""

    sale: Sale
    stored: bool
    has: Counter[Content] = field(default_factory=Counter)
    replaced: Counter[Content] = field(default_factory=Counter)  # stored lines that a corrected file has otherwise
    new: list[Line] = field(default_factory=list)
    known: list[Line] = field(default_factory=list)  # lines of this batch that are there already

    @property
    def position(self) -> int:
        return self.has.total() + self.replaced.total()

    @property
    def is_return(self) -> bool:
        return self.sale.kind == Sale.Kind.RETURN


class Documents:
    """The documents of one batch by number. `seen` counts equal lines over the whole file, by hash.

    A line is there already when the stored sale holds as many lines of the same product, quantity and price as
    the file has shown up to here. So a repeated run, a resumed one and a longer file each add what is missing. Where
    it holds the product otherwise than the file does, the line is a correction: it takes the place of what is stored
    in the mode `update`, and is refused in `add`.
    """

    def __init__(self, business_id: uuid.UUID, seen: dict[int, int], *, mode: str = ImportMode.ADD) -> None:
        self.business_id = business_id
        self.seen = seen
        self.mode = mode
        self.by_number: dict[str, Document] = {}

    def load(self, lines: list[Line]) -> None:
        """Read every stored sale that `lines` could belong to, with its lines. Two queries."""
        numbers = {number for line in lines for number in _numbers(line)}
        sales = Sale.objects.of(self.business_id).filter(number__in=numbers)
        self.by_number = {sale.number: Document(sale, stored=True) for sale in sales}
        by_id = {document.sale.pk: document for document in self.by_number.values()}
        stored = SaleLine.objects.of(self.business_id).filter(sale__in=by_id)
        columns = ("sale", "product", "quantity", "unit_price")
        for sale_id, product_id, quantity, price in stored.values_list(*columns).iterator():
            by_id[sale_id].has[product_id, quantity, price] += 1

    def knows(self, line: Line) -> bool:
        """Whether a stored sale has the line already. Raises `BadLine` for a line that fits no sale."""
        _, document = self._place(line)
        if document is None or not document.stored:
            return False
        key = _key(document.sale.number, _content(line))
        if self.seen.get(key, 0) >= document.has[_content(line)]:
            return False
        self.seen[key] = self.seen.get(key, 0) + 1
        document.known.append(line)
        return True

    def add(self, line: Line, storefront_id: uuid.UUID, customer_id: uuid.UUID | None) -> None:
        """Put a line that no stored sale has on its document. Raises `BadLine` when it cannot be."""
        number, document = self._place(line)
        if document is None:
            document = self.by_number[number] = self._opened(number, line)
            document.sale.storefront_id = storefront_id
        sale = document.sale
        if sale.storefront_id != storefront_id:
            raise BadLine(f"invoice {number} is of another storefront on an earlier line")
        if customer_id and sale.customer_id not in (None, customer_id):
            raise BadLine(f"invoice {number} is of another customer on an earlier line")
        self._replace(document, line)
        if not document.stored:
            sale.customer_id = sale.customer_id or customer_id
        if document.position + len(document.new) >= MOST_LINES:
            raise BadLine(f"invoice {number} has more than {MOST_LINES:,} lines")
        key = _key(document.sale.number, _content(line))
        self.seen[key] = self.seen.get(key, 0) + 1
        document.new.append(line)

    def _replace(self, document: Document, line: Line) -> None:
        """Take out what the sale holds of the line's product and the file does not. Raises `BadLine`."""
        if not document.stored or "reason" in line.row.values:  # refused before, and put right: an addition
            return
        other = self._unseen(document, line)
        if not other:
            return
        if self.mode != ImportMode.UPDATE:
            raise BadLine(
                f"invoice {document.sale.number} has {line.product} already, at another quantity or price: to correct "
                "it, import with mode=update; to add to it, give all lines of the invoice"
            )
        check_correction(document.sale, document.replaced + other)
        document.replaced += other
        document.has -= other

    def _unseen(self, document: Document, line: Line) -> Counter[Content]:
        stored = ((content, count) for content, count in document.has.items() if content[0] == line.product_id)
        number = document.sale.number
        left = {content: count - self.seen.get(_key(number, content), 0) for content, count in stored}
        return +Counter(left)

    def touched(self) -> list[Document]:
        """The documents that got lines in this batch."""
        return [document for document in self.by_number.values() if document.new]

    def lock(self, journal: Journal) -> None:
        """Lock the stored sales that will change, their customers first, read them anew, and note how they were.

        A till may have taken a payment for one of them meanwhile.
        """
        changing = [document for document in self.touched() if document.stored]
        by_id = {document.sale.pk: document for document in [*changing, *(paid for paid, _ in self.newly_paid())]}
        if not by_id:
            return
        customers = {each.sale.customer_id for each in by_id.values() if each.sale.customer_id}
        list(
            Customer.objects.of(self.business_id).filter(pk__in=customers).order_by("pk").select_for_update(no_key=True)
        )
        sales = Sale.objects.of(self.business_id).filter(pk__in=by_id).order_by("pk").select_for_update(no_key=True)
        for sale in sales:
            by_id[sale.pk].sale = sale
        journal.watch((each.sale for each in by_id.values()), SALE_FIELDS)

    def take_out(self, journal: Journal) -> int:
        """Delete the lines that the file corrects; how many."""
        return sum(take_out(each.sale, each.replaced, journal) for each in self.touched() if each.replaced)

    def newly_paid(self) -> list[tuple[Document, Decimal]]:
        """Stored invoices of which the file now knows more paid than we do, with how much more, in GHS."""
        stored = [each for each in self.by_number.values() if each.known and not each.new and not each.is_return]
        paid = [(each, sum(line.revenue for line in each.known if line.paid_at)) for each in stored]
        return [
            (each, min(amount, each.sale.total) - each.sale.paid) for each, amount in paid if amount > each.sale.paid
        ]

    def _place(self, line: Line) -> tuple[str, Document | None]:
        """The number the line goes under, and what is there. A number that is a sale's holds no return."""
        for number in _numbers(line):
            document = self.by_number.get(number)
            if document is None:
                return number, None
            if not document.sale.imported:
                raise BadLine(f"invoice {number} is a sale that was made in this system")
            if document.is_return == line.is_return:
                day = clock.local_date(document.sale.sold_at)
                if abs(line.sold_at - document.sale.sold_at) < dt.timedelta(days=1):
                    return number, document
                if not line.is_return:
                    raise BadLine(f"invoice {number} was already used on {day}: each sale needs a number of its own")
        raise BadLine(f"invoice {line.invoice} is used for too many different things")

    def _opened(self, number: str, line: Line) -> Document:
        if len(number) > LONGEST["invoice_no"]:
            raise BadLine(f"invoice_no is too long to make {number} of it")
        original = self.by_number.get(line.invoice) if line.is_return else None
        sale = Sale(
            business_id=self.business_id,
            kind=Sale.Kind.RETURN if line.is_return else Sale.Kind.SALE,
            number=number,
            sold_at=line.sold_at,
            time_known=line.time_known,
            original=original.sale if original and not original.is_return else None,
            subtotal=ZERO,
            total=ZERO,
            paid=ZERO,
            imported=True,
        )
        return Document(sale, stored=False)


def _content(line: Line) -> Content:
    return line.product_id, line.quantity, line.unit_price


def _key(number: str, content: Content) -> int:
    """Number and content as one integer. Without the sign, which the number tells: -1 hashes as -2 does."""
    product_id, quantity, price = content
    return hash((number, product_id, abs(quantity), price))


def _numbers(line: Line) -> tuple[str, ...]:
    """The numbers to try, in order: its own, then one that tells a return from the sale of the same number."""
    if not line.is_return:
        return line.invoice, f"{line.invoice}-S"
    return line.invoice, f"{line.invoice}-R", f"{line.invoice}-R-{line.sold_at:%Y%m%d}"
