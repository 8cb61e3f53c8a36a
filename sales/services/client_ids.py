"""What a till may send again, by whoever stands there, on whatever day: the same `client_id`, the same row."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, ParamSpec

from common.client_ids import known_row, once
from common.errors import Conflict
from common.tenancy import Caller
from sales.models import Payment, Sale
from sales.services.lines import NewLine

P = ParamSpec("P")


def once_per_client_id(service: Callable[P, Sale]) -> Callable[P, Sale]:
    """Give back the sale that the business has under the `client_id` of the call; else run the service."""
    return once(service, _known_sale)


def one_payment_per_client_id(service: Callable[P, Payment]) -> Callable[P, Payment]:
    """Give back the payment that the business has under the `client_id` of the call; else run the service."""
    return once(service, known_row(Payment, lambda payment, _, fields: _pays(payment, **fields), "payment"))


def _known_sale(client_id: str, args: tuple[Any, ...], fields: dict[str, Any]) -> Sale | None:
    """The sale of that id; `args` are the caller and, for a return, the sale it is of."""
    caller: Caller = args[0]
    sale = Sale.objects.of(caller.business_id).filter(client_id=client_id).first()
    if sale is not None and args[1:] and not _is_return_of(sale, args[1]):
        raise _another(sale)
    return sale if sale is None or args[1:] else same_sale(sale, fields["lines"])


def same_sale(sale: Sale, lines: Iterable[NewLine]) -> Sale:
    """The sale made before, if it sells the `lines`. Raises `Conflict`. One query, or its prefetched lines."""
    if not _sells(sale, lines):
        raise _another(sale)
    return sale


def _another(sale: Sale) -> Conflict:
    return Conflict(f"This client_id belongs to {sale.number}, which is something else: use a new one.")


def _is_return_of(sale: Sale, original_id: Any) -> bool:
    return sale.kind != Sale.Kind.SALE and str(sale.original_id) == str(original_id)


def _sells(sale: Sale, lines: Iterable[NewLine]) -> bool:
    sold = [(str(line.product_id), abs(line.pack_quantity or line.quantity)) for line in sale.lines.all()]
    return sorted(sold) == sorted((str(line.product_id), Decimal(line.quantity)) for line in lines)


def _pays(payment: Payment, *, customer_id: Any, amount: Any, method: str, **_: Any) -> bool:
    return (str(payment.customer_id), payment.amount, payment.method) == (str(customer_id), Decimal(amount), method)
