"""What a receipt prints of shop, goods and taxes: kept on the sale when it is issued, so that it never changes."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from common import shop_clock as clock
from common.money import ZERO
from sales import tax
from sales.models import Sale, SaleLine

Facts = dict[str, Any]
_TITLES: dict[str, str] = {
    Sale.Kind.RETURN: "Credit note",
    Sale.Kind.EXCHANGE: "Exchange",
    Sale.Kind.VOID: "Void",
    Sale.Kind.OPENING: "Opening balance",
}


def facts(sale: Sale, lines: Iterable[SaleLine]) -> Facts:
    """Names, addresses, tax number, seller, taxes and goods as they are now, as JSON holds them; goods by position.

    The customer's name is not among them: it is personal, and kept in `issued_to`, where it can be erased.
    """
    shop, business = sale.storefront, sale.storefront.business
    return {
        "title": _title(sale),
        "business": {"name": business.name, "address": business.address, "phone": business.phone},
        "storefront": {"name": shop.name, "address": shop.address, "phone": shop.phone},
        "tin": business.tin,
        "vat_registered": business.vat_registered,
        "served_by": sale.sold_by.name if sale.sold_by else None,
        "taxes": {name: str(amount) for name, amount in _taxes(sale).items()},
        "items": {
            str(line.position): {"name": _name(line), "sku": line.product.sku, "unit": _unit(line)} for line in lines
        },
    }


def issue(sale: Sale, lines: Iterable[SaleLine]) -> None:
    """Keep on a new sale or return what its receipt prints. The caller saves it."""
    sale.issued = facts(sale, lines)
    sale.issued_to = sale.customer.name if sale.customer else ""


def _name(line: SaleLine) -> str:
    return f"{line.product.name}, {line.pack.name}" if line.pack else line.product.name


def _unit(line: SaleLine) -> str:
    return line.pack.name if line.pack else line.product.unit


def _title(sale: Sale) -> str:
    if sale.kind == Sale.Kind.SALE:
        return "Invoice" if sale.due_date else "Receipt"
    return _TITLES[sale.kind]


def _taxes(sale: Sale) -> dict[str, Any]:
    """The tax by its names, at the rates of the day of supply: for a return, its share of the tax of its sale."""
    supplied = (sale.kind != Sale.Kind.EXCHANGE and sale.original) or sale
    day = clock.local_date(supplied.sold_at)
    if not sale.tax or supplied is sale:
        return tax.split(sale.tax, day)
    return tax.split_part(sale.tax, day, of=supplied.tax, after=_tax_returned_before(sale))


def _tax_returned_before(sale: Sale) -> Decimal:
    """The tax of the earlier returns of the same sale, which their numbers put in order; zero or less."""
    returns = Sale.objects.of(sale.business_id).filter(kind=Sale.Kind.RETURN, original_id=sale.original_id)
    before = [part for number, part in returns.values_list("number", "tax") if _place(number) < _place(sale.number)]
    return sum(before, ZERO)


def _place(number: str) -> tuple[int, str]:
    return len(number), number
