"""What the sales assistant answers. No cost, no margin, no debt."""

import datetime as dt
from typing import Annotated

from pydantic import Field

from reports.shapes import Id, Money, OneOf, Quantity, Shape
from sales.models import PriceTier


class OfferedElsewhere(Shape):
    name: str
    units: Quantity | None = Field(description="Null for a cashier who is bound to a storefront.")


class OfferedGood(Shape):
    """A product to offer, at the customer's price."""

    id: Id
    name: str
    price: Money
    unit: str
    in_stock: bool
    units: Quantity
    elsewhere: list[OfferedElsewhere]
    why: list[str]


class LastTime(Shape):
    on: dt.date
    usual_quantity: Quantity


class Buyer(Shape):
    """The customer as a cashier may know them; `on_account` is whether this may be owed, never how much is."""

    id: Id
    price_tier: Annotated[str, OneOf(PriceTier.choices)]
    on_account: bool | None
    last: LastTime | None


class Counter(Shape):
    """Everything but the words."""

    products: list[OfferedGood]
    alternatives: list[OfferedGood]
    upsell: list[OfferedGood]
    missing: list[str]
    customer: Buyer | None


class Assistance(Counter):
    reply: str
    conversation_id: Id
