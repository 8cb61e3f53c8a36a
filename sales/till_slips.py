"""The report of a till session on paper."""

from collections.abc import Callable

from common import clock
from common.money import ZERO
from sales.models import Payment, TillEvent
from sales.printing import Row, Rows, amount, as_lines, as_page
from sales.queries.till_report import TillReport
from sales.queries.tills import Money


def as_html(report: TillReport) -> str:
    """A page that prints on 80 mm paper as it is."""
    return as_page(f"{report.title} {report.till} {report.number}", _sections(report))


def as_text(report: TillReport, *, width: int) -> str:
    """Plain text, no line longer than `width` characters."""
    return as_lines(_sections(report), width=width)


def _sections(report: TillReport) -> list[list[Row]]:
    parts: tuple[Callable[[TillReport], Rows], ...] = (_head, _trade, _cash, _money, _events, _foot)
    return [rows for part in parts if (rows := list(part(report)))]


def _head(report: TillReport) -> Rows:
    yield Row(report.business, look="title")
    if report.storefront != report.business:
        yield Row(report.storefront, look="centred")
    yield Row(f"{report.title} {report.number}", look="centred")
    yield Row("Day", f"{report.day:%d/%m/%Y}")
    yield Row(f"Till: {report.till}")
    yield Row(f"Cashier: {report.cashier}")
    for label, moment in (("Opened", report.opened_at), ("Closed", report.closed_at)):
        if moment:
            yield Row(label, f"{moment.astimezone(clock.ACCRA):%d/%m/%Y %H:%M}")


def _trade(report: TillReport) -> Rows:
    yield Row(f"Sales ({report.sales})", amount(report.sold), "strong")
    yield Row("  Discounts in them", amount(report.discounts), "small")
    yield Row(f"Returns ({report.returns})", amount(-report.returned))
    yield Row(f"Voided ({report.voids})", amount(report.voided))
    yield Row("Not paid at the till", amount(report.not_paid))
    yield Row("Debts collected", amount(report.collected))
    yield Row("Tax contained", amount(report.tax), "small")


def _cash(report: TillReport) -> Rows:
    yield Row("Opening float", amount(report.opening_float))
    if report.expenses:
        yield Row("Expenses", amount(-report.expenses))
    for moved in report.movements:
        yield Row(moved.reason, amount(moved.amount))


def _money(report: TillReport) -> Rows:
    if report.money is None:
        yield Row("Count the till before you see what should be in it.")
        return
    for part in report.money:
        yield Row(name(part), look="name")
        yield Row("  Expected", amount(part.expected))
        if part.counted is not None:
            yield Row("  Counted", amount(part.counted))
            yield Row("  Difference", amount(part.difference or ZERO))


def _events(report: TillReport) -> Rows:
    for kind, count in report.events.items():
        yield Row(str(TillEvent.Kind(kind).label), str(count))


def _foot(report: TillReport) -> Rows:
    if report.difference is not None:
        yield Row("DIFFERENCE", amount(report.difference), "total")
    if report.reason:
        yield Row(f"Reason: {report.reason}")
    if report.late:
        yield Row("Came in after approval", amount(report.late))
    for label, person in (("Closed by", report.closed_by), ("Approved by", report.approved_by)):
        if person:
            yield Row(f"{label}: {person}")


def name(part: Money) -> str:
    """The way to pay in words: "Cash", "MTN MoMo"."""
    kind = Payment.Network(part.network) if part.network else Payment.Method(part.method)
    return str(kind.label)
