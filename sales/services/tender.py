"""How a sale is paid: money of several kinds, the customer's own credit, the rest on account, and the change."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from common import errors
from common.money import ZERO, written
from sales.models import Payment

ON_ACCOUNT = "on_account"
CUSTOMER_CREDIT = "customer_credit"
METHODS = (
    Payment.Method.CASH,
    Payment.Method.MOBILE_MONEY,
    Payment.Method.CARD,
    Payment.Method.BANK,
)


@dataclass(frozen=True, slots=True)
class NewPayment:
    """An amount as the till sends it; `method` is one of `METHODS`, `on_account` or `customer_credit`."""

    method: str
    amount: Decimal
    network: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """Money that stays in the shop. `tendered` is the cash handed over, when there was change."""

    entry: NewPayment
    amount: Decimal
    tendered: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Tender:
    """`received` + `credit` + `on_account` is the sale's total."""

    received: tuple[Received, ...]
    credit: Decimal
    on_account: Decimal

    @property
    def change(self) -> Decimal:
        """Cash to give back, in GHS."""
        return sum((part.tendered - part.amount for part in self.received if part.tendered), ZERO)


def tender(total: Decimal, payments: Sequence[NewPayment]) -> Tender:
    """Split the payments of a sale of `total` GHS.

    Cash may be more than is due: what is kept is recorded with what was tendered, the difference is the change.
    What nothing covers goes on account; an explicit `on_account` amount must be exactly that. Raises
    `InvalidInput` naming `payments`.
    """
    for number, entry in enumerate(payments):
        _check(number, entry)
    money = [entry for entry in payments if entry.method in METHODS]
    credit = _sum(payments, CUSTOMER_CREDIT)
    rest = total - credit - sum((entry.amount for entry in money), ZERO)
    account = max(rest, ZERO)
    if (stated := _sum(payments, ON_ACCOUNT)) and stated != account:
        raise errors.InvalidInput.field(
            "payments", f"The amount on account must be what is left to pay: {written(account)}."
        )
    return Tender(tuple(_received(money, change=max(-rest, ZERO))), credit, account)


def _received(money: list[NewPayment], *, change: Decimal) -> list[Received]:
    if not change:
        return [Received(entry, entry.amount) for entry in money]
    last_cash = next((entry for entry in reversed(money) if entry.method == Payment.Method.CASH), None)
    if last_cash is None or last_cash.amount <= change:
        raise errors.InvalidInput.field(
            "payments", f"The payments are {written(change)} above the total; only cash gives change."
        )
    return [
        Received(entry, entry.amount - change, tendered=entry.amount)
        if entry is last_cash
        else Received(entry, entry.amount)
        for entry in money
    ]


def _check(number: int, entry: NewPayment) -> None:
    where = f"Payment {number + 1}"
    if entry.method not in (*METHODS, ON_ACCOUNT, CUSTOMER_CREDIT):
        raise errors.InvalidInput.field("payments", f"{where}: {entry.method!r} is not a way to pay.")
    if entry.amount <= 0:
        raise errors.InvalidInput.field("payments", f"{where}: the amount must be above zero.")
    if entry.network and entry.method != Payment.Method.MOBILE_MONEY:
        raise errors.InvalidInput.field("payments", f"{where}: only mobile money has a network.")


def _sum(payments: Sequence[NewPayment], method: str) -> Decimal:
    return sum((entry.amount for entry in payments if entry.method == method), ZERO)
