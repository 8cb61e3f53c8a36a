"""What the lines of a sale cost: prices by tier, discounts, the tax contained, and the cost at the time."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from common import errors
from common.money import ZERO, cedis
from common.tenancy import MANAGEMENT, Caller
from inventory.models import Product
from sales.models import PriceTier
from sales.tax import contained

CASHIER_DISCOUNT = Decimal("0.10")
LARGEST_AMOUNT = Decimal("999999999.99")


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line as the till sends it. Without `unit_price` the product's price of the tier holds."""

    product_id: uuid.UUID
    quantity: Decimal
    unit_price: Decimal | None = None
    discount: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with all its amounts, in GHS."""

    product: Product
    quantity: Decimal
    unit_price: Decimal
    list_price: Decimal
    gross: Decimal
    discount: Decimal
    tax: Decimal

    @property
    def net(self) -> Decimal:
        """What the customer pays for it, tax included."""
        return self.gross - self.discount

    @property
    def unit_cost(self) -> Decimal | None:
        """The product's cost now; None where a stocked product has none recorded."""
        return None if self.product.tracks_stock and not self.product.cost else self.product.cost

    @property
    def cost(self) -> Decimal | None:
        return None if self.unit_cost is None else cedis(self.quantity * self.unit_cost)


def priced(
    caller: Caller, lines: Sequence[NewLine], *, tier: PriceTier, discount: Decimal, tax_rate: Decimal
) -> list[PricedLine]:
    """The lines with their amounts. A `discount` on the whole sale is spread over the lines by value.

    Prices contain the tax. Raises `InvalidInput` naming the line, `NotAllowed` where a cashier sets a price or
    gives more than a tenth off. One query.
    """
    if not lines:
        raise errors.InvalidInput.field("lines", "A sale needs at least one line.")
    products = Product.objects.of(caller.business_id).in_bulk({line.product_id for line in lines})
    amounts = [_amounts(caller, n, line, products.get(line.product_id), tier) for n, line in enumerate(lines)]
    nets = [gross - line.discount for line, (*_, gross) in zip(lines, amounts, strict=True)]
    shares = spread(discount, nets)
    _check_discount(caller, sum(gross for *_, gross in amounts), discount + sum(line.discount for line in lines))
    return [
        PricedLine(product, line.quantity, price, listed, gross, line.discount + part, contained(net - part, tax_rate))
        for line, (product, price, listed, gross), net, part in zip(lines, amounts, nets, shares, strict=True)
    ]


def spread(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`amount` in pesewa-exact parts proportional to `weights`; no part is larger than its weight.

    Raises `InvalidInput` for an amount above the weights' sum, which is what a discount may be at most.
    """
    whole = sum(weights, ZERO)
    if amount < 0 or amount > whole:
        raise errors.InvalidInput.field("discount", "The discount must lie between zero and the value of the sale.")
    parts, given, seen = [], ZERO, ZERO
    for weight in weights:
        seen += weight
        upto = cedis(amount * seen / whole) if whole else ZERO
        parts.append(upto - given)
        given = upto
    return parts


def problem_in_line(number: int, field: str, problem: str) -> errors.InvalidInput:
    """The error of one line, in the shape that forms know: `{"lines": {"1": {"quantity": [...]}}}`, from 0."""
    return errors.InvalidInput(f"Line {number + 1}: {problem}", fields={"lines": {str(number): {field: [problem]}}})


def _amounts(
    caller: Caller, number: int, line: NewLine, product: Product | None, tier: PriceTier
) -> tuple[Product, Decimal, Decimal, Decimal]:
    """The product, its unit price, the listed one, and quantity × unit price."""
    if product is None:
        raise problem_in_line(number, "product_id", "There is no such product.")
    if not product.is_active:
        raise problem_in_line(number, "product_id", f"{product.name} is no longer sold.")
    if line.quantity <= 0:
        raise problem_in_line(number, "quantity", "The quantity must be above zero.")
    listed = _list_price(product, tier)
    price = _unit_price(caller, number, line, listed)
    gross = cedis(line.quantity * price)
    if gross > LARGEST_AMOUNT:
        raise problem_in_line(number, "quantity", "This amount is too large for one line.")
    if not 0 <= line.discount <= gross:
        raise problem_in_line(number, "discount", "The discount must lie between zero and the line's value.")
    return product, price, listed, gross


def _list_price(product: Product, tier: PriceTier) -> Decimal:
    if tier == PriceTier.WHOLESALE and product.wholesale_price is not None:
        return product.wholesale_price
    return product.retail_price


def _unit_price(caller: Caller, number: int, line: NewLine, listed: Decimal) -> Decimal:
    if line.unit_price is None or line.unit_price == listed:
        return listed
    if line.unit_price < 0:
        raise problem_in_line(number, "unit_price", "The price cannot be below zero.")
    if caller.role not in MANAGEMENT:
        raise errors.NotAllowed("Only an owner or manager may sell at another price than the listed one.")
    return cedis(line.unit_price)


def _check_discount(caller: Caller, gross: Decimal | int, discount: Decimal) -> None:
    if caller.role not in MANAGEMENT and discount > gross * CASHIER_DISCOUNT:
        raise errors.NotAllowed("A discount of more than a tenth needs an owner or manager.")
