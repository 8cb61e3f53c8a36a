"""Metrics of orders to suppliers: what is on its way, what is late, what is expected, what was ordered."""

from reports.metrics.metric import Metric, Unit, cedis, number, said

ORDERING = (
    Metric(
        "open_orders",
        "Open purchase orders",
        Unit.COUNT,
        "orders sent to suppliers that have not come whole",
        ("open_orders",),
        number("open_orders"),
        said=said(
            "open purchase order, purchase order, open order, pending order, outstanding order, undelivered order,"
            "order outstanding, order not delivered, order not arrived, order not come, order not received,"
            "order pending, purchase order open, order open, supplier order, order to supplier,"
            "order with supplier, order from supplier, order on the way, order in transit, order with our supplier,"
            "order never come, order no come, number of purchase orders, order still to come"
        ),
        beside=("late_orders", "on_order_value"),
        adds_up=False,
        as_of_now=True,
        counts="purchase order",
        skips_zero=True,
    ),
    Metric(
        "late_orders",
        "Late purchase orders",
        Unit.COUNT,
        "open purchase orders of which something should have come before today",
        ("late_orders",),
        number("late_orders"),
        "worse",
        said(
            "late purchase order, late order, order late, purchase order late, overdue purchase order, overdue order,"
            "order overdue, delayed order, order delayed, late delivery, delivery late, delayed delivery,"
            "delivery delayed, late supplier, supplier late, late in delivering, late with delivery,"
            "order past its date, order that should have come, order should have come, order should have arrived"
        ),
        beside=("open_orders",),
        adds_up=False,
        as_of_now=True,
        counts="purchase order",
        skips_zero=True,
    ),
    Metric(
        "late_orders_value",
        "Value of late purchase orders",
        Unit.MONEY,
        "what is still to come on open purchase orders of which something should have come before today, at cost",
        ("late_orders_value",),
        cedis("late_orders_value"),
        "worse",
        said(
            "value of late orders, value of late purchase orders, worth of late orders, value of overdue orders,"
            "value of late deliveries, value of delayed orders"
        ),
        beside=("late_orders",),
        as_of_now=True,
        skips_zero=True,
    ),
    Metric(
        "on_order",
        "Units on order",
        Unit.UNITS,
        "units of open purchase orders that have not come",
        ("on_order",),
        number("on_order"),
        said=said(
            "on order, units on order, stock on order, goods on order, on the way, in transit, not yet delivered,"
            "yet to be delivered, not yet arrived, yet to arrive, still to arrive, not arrived, still to come,"
            "yet to come in, still coming, waiting for, waiting on, still waiting for, still waiting, backorder,"
            "ordered and not come, ordered but not come, ordered and not received, ordered but not received,"
            "goods not come, goods never come, not yet received from suppliers, not brought, not yet brought,"
            "not supplied, yet to bring, yet to supply, yet to deliver"
        ),
        as_of_now=True,
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "on_order_value",
        "Value on order",
        Unit.MONEY,
        "what is still to come on open purchase orders, at the agreed cost, else at today's",
        ("on_order_value",),
        cedis("on_order_value"),
        said=said(
            "value on order, value of goods on order, value of open orders, value of open purchase orders,"
            "worth of open orders, worth of goods on order, money in open orders, money tied up in orders,"
            "value of purchase orders, value of goods on the way, worth of goods on the way, value in transit,"
            "worth of purchase orders, purchase order value, value of open purchase order,"
            "value of outstanding orders"
        ),
        beside=("open_orders",),
        as_of_now=True,
        skips_zero=True,
    ),
    Metric(
        "expected_orders",
        "Deliveries expected",
        Unit.COUNT,
        "open purchase orders of which something is expected in these days",
        ("expected_orders",),
        number("expected_orders"),
        said=said(
            "expected delivery, delivery expected, delivery due, order expected, order due, expected order,"
            "purchase order expected, purchase order due, expected from suppliers, expecting from suppliers,"
            "expect delivery, expect from suppliers, supposed to be delivered, due to be delivered,"
            "expected purchase order, delivery coming, order coming, expecting purchase order, expecting delivery,"
            "expecting order, purchase order expecting, order expecting, delivery expecting, arriving, due to arrive,"
            "supposed to come, expected to come, expected to arrive"
        ),
        beside=("expected_value",),
        adds_up=False,
        counts="purchase order",
        skips_zero=True,
    ),
    Metric(
        "expected_value",
        "Value of deliveries expected",
        Unit.MONEY,
        "what is still to come on open purchase orders and expected in these days, at cost",
        ("expected_value",),
        cedis("expected_value"),
        said=said("value of deliveries expected, value of expected deliveries, worth of expected deliveries"),
        skips_zero=True,
    ),
    Metric(
        "orders_placed",
        "Purchase orders placed",
        Unit.COUNT,
        "orders sent to suppliers, but for those that were cancelled",
        ("orders_placed",),
        number("orders_placed"),
        said=said(
            "orders sent, order sent, orders we sent, sent to suppliers, purchase order placed,"
            "order placed with supplier, order placed, place order, purchase order sent, order sent to supplier,"
            "purchase order made, send purchase order, make purchase order, purchase order place, order place,"
            "purchase order raised, purchase order issued, place purchase order, raise purchase order"
        ),
        adds_up=False,
        counts="purchase order",
        skips_zero=True,
    ),
    Metric(
        "ordered_value",
        "Value ordered from suppliers",
        Unit.MONEY,
        "what was ordered from suppliers at the agreed cost, else at today's, but for orders that were cancelled",
        ("ordered_value",),
        cedis("ordered_value"),
        said=said(
            "value of orders placed, value ordered from suppliers, value of purchase orders placed,"
            "worth of goods ordered, value of goods ordered, ordered from suppliers, order from our suppliers"
        ),
        skips_zero=True,
    ),
)
