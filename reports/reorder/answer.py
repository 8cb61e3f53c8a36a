"""How the plan looks in JSON, for the page of the API."""

import datetime as dt
from typing import Literal

from pydantic import Field

from reports.reorder.line import Action, Urgency
from reports.shapes import Id, Money, Quantity, Shape


class PlanSummary(Shape):
    """The plan in a few figures."""

    products: int
    to_order: int = Field(description="Products to order, one for each storefront.")
    out_of_stock: int
    transfers: int
    order_value: Money
    overstock_value: Money
    dead_stock_value: Money
    margin_at_risk: Money = Field(description="Margin that will be missed if nothing is ordered.")


class PlanLine(Shape):
    """A product at a storefront."""

    product_id: Id
    product: str
    sku: str
    unit: str
    supplier_id: Id | None
    supplier: str
    storefront_id: Id
    storefront: str
    action: Action
    urgency: Urgency
    reason: str
    suggested_quantity: Quantity
    from_other_storefronts: Quantity
    unit_cost: Money | None = Field(description="Null: not known.")
    order_value: Money | None
    margin_at_risk: Money
    on_hand: Quantity
    on_order: Quantity
    position: Quantity = Field(description="On hand and on order.")
    daily_demand: float
    days_of_cover: float | None = Field(description="Null where nothing sells.")
    runs_out_on: dt.date | None
    lead_time_days: float
    lead_time_receipts: int = Field(description="From how many receipts it was measured.")
    safety_stock: float
    reorder_point: float
    order_up_to: float
    pack_units: Quantity
    minimum_order_quantity: Quantity = Field(description="Units below which the supplier sells none.")
    order_days: float = Field(description="For how many days of sales an order is.")
    abc: Literal["A", "B", "C"]
    xyz: Literal["X", "Y", "Z"]
    service_level: float
    excess_units: Quantity
    excess_value: Money


class PlanTransfer(Shape):
    """Units to move before anything is bought."""

    product_id: Id
    product: str
    unit: str
    from_storefront_id: Id
    from_storefront: str
    to_storefront_id: Id
    to_storefront: str
    quantity: Quantity
    saves: Money
    reason: str


class PlanOrderLine(Shape):
    product_id: Id
    product: str
    unit: str
    quantity: Quantity
    unit_cost: Money | None
    value: Money | None
    reason: str


class PlanOrder(Shape):
    """What to buy from one supplier for one storefront; its first 200 lines."""

    supplier_id: Id | None = Field(description="Null: the shop has not said from whom.")
    supplier: str
    storefront_id: Id
    storefront: str
    expected_on: dt.date
    total: Money
    missing_to_minimum: Money = Field(description="GHS by which it is below the supplier's minimum.")
    line_count: int
    lines_without_cost: int
    lines: list[PlanOrderLine]


class PlanBudget(Shape):
    given: Money
    spent: Money
    left: Money
    lines_cut: int
    lines_left_out: int
    lines_without_cost: int


class ReorderPlan(Shape):
    """The most pressing first."""

    as_of: dt.date
    summary: PlanSummary
    count: int = Field(description="How many results there are, beyond `limit` too.")
    results: list[PlanLine]
    transfers: list[PlanTransfer]
    orders: list[PlanOrder]
    budget: PlanBudget | None
