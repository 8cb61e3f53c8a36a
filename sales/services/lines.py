"""What the lines of a sale cost: the price that applies, discounts, the tax contained, and the cost at the time."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from common import errors, statements
from common.money import ZERO, cedis, rounded, written_quantity
from common.tenancy import MANAGEMENT, Caller
from inventory import queries as inventory
from inventory.models import Pack, PriceListEntry, Product
from inventory.services.counted_units import is_divided
from sales.models import PriceTier
from sales.tax import contained

CASHIER_DISCOUNT = Decimal("0.10")
LARGEST_AMOUNT = Decimal("999999999.99")
MOST_UNITS = Decimal(10) ** 9  # on one line


class DiscountRefused(errors.NotAllowed):
    """A cashier asked for `amount` GHS off, which is for owners and managers."""

    def __init__(self, message: str, amount: Decimal) -> None:
        super().__init__(message)
        self.amount = amount


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line as the till sends it. Without `unit_price` the listed price holds.

    With `pack_id`, `quantity` counts packs and `unit_price` is for one pack.
    """

    product_id: uuid.UUID
    quantity: Decimal
    unit_price: Decimal | None = None
    discount: Decimal = ZERO
    pack_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with all its amounts, in GHS. `quantity`, `unit_price` and `list_price` are of units of the product."""

    product: Product
    quantity: Decimal
    unit_price: Decimal
    list_price: Decimal
    gross: Decimal
    discount: Decimal
    tax: Decimal
    pack: Pack | None = None
    pack_quantity: Decimal | None = None
    pack_price: Decimal | None = None

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


@dataclass(frozen=True, slots=True)
class _Goods:
    """What a line sells: a product, or packs of it."""

    line: NewLine
    product: Product
    pack: Pack | None
    listed: Decimal = ZERO
    price: Decimal = ZERO

    @property
    def key(self) -> uuid.UUID:
        """The id of what has the price."""
        return self.pack.pk if self.pack else self.product.pk

    @property
    def units(self) -> Decimal:
        return rounded(self.line.quantity * self.pack.units, 3) if self.pack else self.line.quantity

    @property
    def gross(self) -> Decimal:
        return cedis(self.line.quantity * self.price)

    @property
    def net(self) -> Decimal:
        return self.gross - self.line.discount


class Catalogue:
    """The products and packs that lines name, and what price lists say of them."""

    def __init__(
        self, business_id: uuid.UUID, lines: Iterable[NewLine], answers: Sequence[Sequence[Any]] | None = None
    ) -> None:
        """One message, none where the `answers` to what is `asked` are known."""
        self._business_id = business_id
        products, listed, packs = answers or statements.ask(*self.asked(business_id, lines))
        self.products: dict[uuid.UUID, Product] = {row.pk: row for (row,) in products}
        self.packs: dict[uuid.UUID, Pack] = {row.pk: row for (row,) in packs}
        self._named = [pk for (pk,) in listed]
        self._entries: dict[tuple[uuid.UUID | None, dt.date], dict[uuid.UUID, list[PriceListEntry]]] = {}

    @staticmethod
    def asked(business_id: uuid.UUID, lines: Iterable[NewLine]) -> tuple[statements.Question, ...]:
        """What it needs to know."""
        lines = list(lines)
        packs = {line.pack_id for line in lines if line.pack_id}
        return inventory.goods_for_sale(business_id, {line.product_id for line in lines}, packs)

    def entries(self, own_list: uuid.UUID | None, day: dt.date) -> dict[uuid.UUID, list[PriceListEntry]]:
        """As `inventory.queries.entries_in_force`. One query a list and day, none where no list names a product."""
        if (own_list, day) not in self._entries:
            found = inventory.entries_in_force(self._business_id, self._named, own_list=own_list, day=day)
            self._entries[own_list, day] = found
        return self._entries[own_list, day]


def priced(
    caller: Caller,
    lines: Sequence[NewLine],
    *,
    tier: PriceTier,
    discount: Decimal,
    tax_rate: Decimal,
    price_list_id: uuid.UUID | None = None,
    day: dt.date,
    catalogue: Catalogue | None = None,
) -> list[PricedLine]:
    """The lines with their amounts. A `discount` on the whole sale is spread over the lines by value.

    Prices contain the tax. Raises `InvalidInput` naming the line, `NotAllowed` where a cashier sets a price or
    gives more than a tenth off. Without a `catalogue` that knows the goods, the queries of one.
    """
    if not lines:
        raise errors.InvalidInput.field("lines", "A sale needs at least one line.")
    catalogue = catalogue or Catalogue(caller.business_id, lines)
    goods = [
        _checked(number, line, catalogue.products.get(line.product_id), _pack(catalogue, line))
        for number, line in enumerate(lines)
    ]
    listed = _list_prices(goods, tier=tier, own_list=price_list_id, entries=catalogue.entries(price_list_id, day))
    sold = [
        _with_price(caller, number, each, price) for number, (each, price) in enumerate(zip(goods, listed, strict=True))
    ]
    shares = spread(discount, [each.net for each in sold])
    _check_discount(caller, sum(each.gross for each in sold), discount + sum(line.discount for line in lines))
    return [_priced_line(each, share, tax_rate) for each, share in zip(sold, shares, strict=True)]


def spread(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`amount` in pesewa-exact parts proportional to `weights`; no part is larger than its weight.

    Raises `InvalidInput` for an amount above the weights' sum, which is what a discount may be at most.
    """
    whole = sum(weights, ZERO)
    if amount < 0 or amount > whole:
        raise errors.InvalidInput.field("discount", "The discount must be between zero and the value of the sale.")
    parts, given, seen = [], ZERO, ZERO
    for weight in weights:
        seen += weight
        upto = cedis(amount * seen / whole) if whole else ZERO
        parts.append(upto - given)
        given = upto
    return parts


def _pack(catalogue: Catalogue, line: NewLine) -> Pack | None:
    return catalogue.packs.get(line.pack_id) if line.pack_id else None


def _checked(number: int, line: NewLine, product: Product | None, pack: Pack | None) -> _Goods:
    """What the line sells, if it may be sold. Raises `InvalidInput` naming the line."""
    if product is None:
        raise errors.InvalidInput.line(number, "product_id", "There is no such product.")
    if not product.is_active:
        raise errors.InvalidInput.line(number, "product_id", f"{product.name} is no longer sold.")
    if line.pack_id and (pack is None or pack.product_id != product.pk):
        raise errors.InvalidInput.line(number, "pack_id", f"{product.name} has no such pack.")
    if pack and not pack.is_active:
        raise errors.InvalidInput.line(number, "pack_id", f"{product.name}, {pack.name}, is no longer sold.")
    if line.quantity <= 0:
        raise errors.InvalidInput.line(number, "quantity", "The quantity must be above zero.")
    if product.whole_units_only and is_divided(line.quantity):
        told = written_quantity(line.quantity)
        raise errors.InvalidInput.line(number, "quantity", f"{product.name} is sold in whole numbers, not {told}.")
    goods = _Goods(line, product, pack)
    if not 0 < goods.units <= MOST_UNITS:
        raise errors.InvalidInput.line(number, "quantity", "No line can hold so few, or so many.")
    return goods


def _list_prices(
    goods: Sequence[_Goods],
    *,
    tier: PriceTier,
    own_list: uuid.UUID | None,
    entries: Mapping[uuid.UUID, Sequence[PriceListEntry]],
) -> list[Decimal]:
    """The price of each by the rules of `inventory.queries.list_price`; breaks count what all lines together sell."""
    bought: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for each in goods:
        bought[each.key] += each.line.quantity
    return [
        inventory.list_price(
            each.pack or each.product,
            bought[each.key],
            wholesale=tier == PriceTier.WHOLESALE,
            own_list=own_list,
            entries=entries.get(each.key, ()),
        )
        for each in goods
    ]


def _with_price(caller: Caller, number: int, goods: _Goods, listed: Decimal) -> _Goods:
    """The goods at the listed price, or at the one that was asked for by someone who may."""
    line, price = goods.line, _price(caller, number, goods.line, listed)
    sold = _Goods(line, goods.product, goods.pack, listed, price)
    if sold.gross > LARGEST_AMOUNT:
        raise errors.InvalidInput.line(number, "quantity", "This amount is too large for one line.")
    if not 0 <= line.discount <= sold.gross:
        raise errors.InvalidInput.line(number, "discount", "The discount must be between zero and the line's value.")
    return sold


def _price(caller: Caller, number: int, line: NewLine, listed: Decimal) -> Decimal:
    if line.unit_price is None or line.unit_price == listed:
        return listed
    if line.unit_price < 0:
        raise errors.InvalidInput.line(number, "unit_price", "The price cannot be below zero.")
    if caller.role not in MANAGEMENT:
        off = cedis((listed - line.unit_price) * line.quantity)
        raise DiscountRefused("Only an owner or manager may sell at a price other than the listed one.", off)
    return cedis(line.unit_price)


def _priced_line(sold: _Goods, share: Decimal, tax_rate: Decimal) -> PricedLine:
    pack = sold.pack
    return PricedLine(
        product=sold.product,
        quantity=sold.units,
        unit_price=cedis(sold.price / pack.units) if pack else sold.price,
        list_price=cedis(sold.listed / pack.units) if pack else sold.listed,
        gross=sold.gross,
        discount=sold.line.discount + share,
        tax=contained(sold.net - share, tax_rate),
        pack=pack,
        pack_quantity=sold.line.quantity if pack else None,
        pack_price=sold.price if pack else None,
    )


def _check_discount(caller: Caller, gross: Decimal | int, discount: Decimal) -> None:
    if caller.role not in MANAGEMENT and discount > gross * CASHIER_DISCOUNT:
        raise DiscountRefused("A discount of more than a tenth needs an owner or manager.", discount)
