"""Metrics of buying: what suppliers are owed and were paid, what expires soon, what counts found missing."""

from reports.metrics.metric import Metric, Unit, cedis, lost, number, recorded, said

BUYING = (
    Metric(
        "owed_to_suppliers",
        "Owed to suppliers",
        Unit.MONEY,
        "what is open on suppliers' bills; none where no bills are entered",
        ("owed_to_suppliers", "supplier_bills"),
        recorded("owed_to_suppliers", "supplier_bills"),
        "worse",
        said(
            "owed to suppliers, owed to supplier, we owe suppliers, we owe our suppliers, do we owe suppliers,"
            "do we owe our suppliers, i owe suppliers, i owe my suppliers, do i owe suppliers, do i owe my suppliers,"
            "accounts payable, payables, debt to suppliers, supplier debt, supplier balance, creditors"
        ),
        as_of_now=True,
    ),
    Metric(
        "overdue_to_suppliers",
        "Overdue to suppliers",
        Unit.MONEY,
        "what is open on suppliers' bills past their due day; none where no bills are entered",
        ("overdue_to_suppliers", "supplier_bills"),
        recorded("overdue_to_suppliers", "supplier_bills"),
        "worse",
        said(
            "overdue to suppliers, overdue to supplier, overdue payables, overdue supplier bills,"
            "late supplier bills, supplier bills past due"
        ),
        beside=("owed_to_suppliers",),
        as_of_now=True,
    ),
    Metric(
        "paid_to_suppliers",
        "Paid to suppliers",
        Unit.MONEY,
        "money paid to suppliers and credit notes of theirs",
        ("paid_to_suppliers",),
        cedis("paid_to_suppliers"),
        said=said(
            "paid to suppliers, paid to supplier, payments to suppliers, supplier payments,money paid to suppliers"
        ),
        skips_zero=True,
    ),
    Metric(
        "sent_back_to_suppliers",
        "Sent back to suppliers",
        Unit.MONEY,
        "goods that went back to suppliers, at what they had cost",
        ("sent_back",),
        lost("sent_back"),
        said=said(
            "sent back to suppliers, sent back to supplier, send back to suppliers, goods sent back to suppliers,"
            "returned to suppliers, returned to supplier, goods returned to suppliers, returns to suppliers,"
            "supplier returns, value of goods sent back, value sent back to suppliers"
        ),
        skips_zero=True,
    ),
    Metric(
        "expiring_units",
        "Units that expire soon",
        Unit.UNITS,
        "units of batches that expire within 30 days, or are past their date",
        ("expiring_units",),
        number("expiring_units"),
        "worse",
        said(
            "units that expire soon, units expiring soon, expire soon, expiring soon, soon expire, about to expire,"
            "going to expire, near expiry, close to expiry, stock about to expire"
        ),
        as_of_now=True,
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "expiring_value",
        "Value that expires soon",
        Unit.MONEY,
        "batches that expire within 30 days, or are past their date, at cost",
        ("expiring_value",),
        cedis("expiring_value"),
        "worse",
        said("value that expires soon, value expiring soon, value of stock about to expire, value of expiring stock"),
        beside=("expiring_units",),
        as_of_now=True,
        skips_zero=True,
    ),
    Metric(
        "missing_at_counts",
        "Value missing at counts",
        Unit.MONEY,
        "units that were not there when stock was counted, at cost",
        ("missing_at_counts",),
        lost("missing_at_counts"),
        "worse",
        said(
            "value missing at counts, value missing at stock count, value of missing stock, value of missing goods,"
            "cost of missing stock, shrinkage at counts"
        ),
        beside=("counted_difference",),
        skips_zero=True,
    ),
)
