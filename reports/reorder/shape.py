"""The plan as the API gives it."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from common import money
from common import shop_clock as clock
from reports.reorder.line import Action, Line
from reports.reorder.plan import Order, Plan
from reports.reorder.transfers import Move
from reports.report import quantity

MOST_LINES_OF_AN_ORDER = 200


def shape(plan: Plan, *, limit: int, action: str = "") -> dict[str, Any]:
    """`{as_of, summary, results, count, transfers, orders, budget}`; `results` has `limit` lines at most."""
    wanted = [line for line in plan.lines if not action or line.action == action]
    return {
        "as_of": clock.today(),
        "summary": _summary(plan),
        "count": len(wanted),
        "results": [_line(line, plan) for line in wanted[:limit]],
        "transfers": [_move(move, plan) for move in plan.moves[:limit]],
        "orders": [order(each, plan) for each in plan.orders],
        "budget": _budget(plan),
    }


def _summary(plan: Plan) -> dict[str, Any]:
    lines = plan.lines
    return {
        "products": len({line.product.pk for line in lines}),
        "to_order": sum(1 for line in lines if line.action == Action.ORDER and line.suggested),
        "out_of_stock": sum(1 for line in lines if line.on_hand <= 0 and line.daily > 0),
        "transfers": len(plan.moves),
        "order_value": money.plain(sum((each.total for each in plan.orders), Decimal(0))),
        "overstock_value": money.plain(_value(lines, Action.OVERSTOCK)),
        "dead_stock_value": money.plain(_value(lines, Action.DEAD)),
        "margin_at_risk": money.plain(sum(map(at_risk, _with(lines, Action.ORDER)), Decimal(0))),
    }


def _value(lines: Iterable[Line], action: Action) -> Decimal:
    return sum(map(lying, _with(lines, action)), Decimal(0))


def _with(lines: Iterable[Line], action: Action) -> Iterable[Line]:
    return (line for line in lines if line.action == action)


def lying(line: Line) -> Decimal:
    """GHS at cost of what is dead, or beyond what will sell in time."""
    units = line.on_hand if line.action == Action.DEAD else max(line.excess, 0.0)
    return money.cedis((line.unit_cost or Decimal(0)) * _units(units))


def at_risk(line: Line) -> Decimal:
    """GHS of margin that will be missed if nothing comes."""
    return money.cedis(max(line.unit_margin, Decimal(0)) * Decimal(line.shortage))


def _line(line: Line, plan: Plan) -> dict[str, Any]:
    product = line.product
    return {
        "product_id": product.pk,
        "product": product.name,
        "sku": product.sku,
        "unit": product.unit,
        "supplier_id": product.supplier_id,
        "supplier": product.supplier.name if product.supplier else "",
        "storefront_id": line.storefront_id,
        "storefront": plan.storefronts[line.storefront_id],
        "action": line.action,
        "urgency": line.urgency,
        "reason": line.why,
        "suggested_quantity": quantity(_units(line.suggested)),
        "from_other_storefronts": quantity(_units(line.moved)),
        "unit_cost": _cost(line),
        "order_value": _order_value(line),
        "margin_at_risk": money.plain(at_risk(line)),
        "on_hand": quantity(_units(line.on_hand)),
        "on_order": quantity(_units(line.on_order)),
        "position": quantity(_units(line.position)),
        "daily_demand": round(line.daily, 2),
        "days_of_cover": line.cover_days,
        "runs_out_on": line.runs_out_on,
        "lead_time_days": round(line.lead_days, 1),
        "lead_time_receipts": line.lead_receipts,
        "safety_stock": round(line.safety, 1),
        "reorder_point": round(line.reorder_point, 1),
        "order_up_to": round(line.order_up_to, 1),
        "pack_units": quantity(_units(line.pack)),
        "minimum_order_quantity": quantity(line.product.minimum_order_quantity),
        "order_days": round(line.order_days, 1),
        "abc": line.abc,
        "xyz": line.xyz,
        "service_level": line.service,
        "excess_units": quantity(_units(_excess(line))),
        "excess_value": money.plain(_excess_value(line)),
    }


def _excess(line: Line) -> float:
    return line.on_hand if line.action == Action.DEAD else line.excess if line.action == Action.OVERSTOCK else 0.0


def _excess_value(line: Line) -> Decimal:
    return lying(line) if line.action in (Action.DEAD, Action.OVERSTOCK) else Decimal(0)


def _move(move: Move, plan: Plan) -> dict[str, Any]:
    line = move.line
    return {
        "product_id": line.product.pk,
        "product": line.product.name,
        "unit": line.product.unit,
        "from_storefront_id": move.from_storefront_id,
        "from_storefront": plan.storefronts[move.from_storefront_id],
        "to_storefront_id": line.storefront_id,
        "to_storefront": plan.storefronts[line.storefront_id],
        "quantity": quantity(_units(move.units)),
        "saves": money.plain(move.saves),
        "reason": line.why,
    }


def order(each: Order, plan: Plan) -> dict[str, Any]:
    """One order of the plan, with its first 200 lines."""
    return {
        "supplier_id": each.supplier.pk if each.supplier else None,
        "supplier": each.supplier.name if each.supplier else "",
        "storefront_id": each.storefront_id,
        "storefront": plan.storefronts[each.storefront_id],
        "expected_on": each.expected_on,
        "total": money.plain(each.total),
        "missing_to_minimum": money.plain(each.missing),
        "line_count": len(each.lines),
        "lines_without_cost": sum(1 for line in each.lines if line.unit_cost is None),
        "lines": [_order_line(line) for line in each.lines[:MOST_LINES_OF_AN_ORDER]],
    }


def _order_line(line: Line) -> dict[str, Any]:
    return {
        "product_id": line.product.pk,
        "product": line.product.name,
        "unit": line.product.unit,
        "quantity": quantity(_units(line.suggested)),
        "unit_cost": _cost(line),
        "value": _order_value(line),
        "reason": line.why,
    }


def _budget(plan: Plan) -> dict[str, Any] | None:
    if plan.spent is None:
        return None
    spent = plan.spent
    return {
        "given": money.plain(spent.given),
        "spent": money.plain(spent.spent),
        "left": money.plain(spent.given - spent.spent),
        "lines_cut": spent.cut,
        "lines_left_out": spent.left_out,
        "lines_without_cost": spent.without_cost,
    }


def _cost(line: Line) -> str | None:
    return None if line.unit_cost is None else money.plain(line.unit_cost)


def _order_value(line: Line) -> str | None:
    return None if line.unit_cost is None else money.plain(line.unit_cost * _units(line.suggested))


def _units(units: float) -> Decimal:
    return money.rounded(Decimal(str(units)), 3)
