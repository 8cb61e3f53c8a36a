"""Metrics of buying: what suppliers are owed and were paid, what expires soon, what counts found missing."""

from reports.metrics.metric import Metric, Unit, cedis, known, lost, number, recorded, said

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
            "accounts payable, payables, debt to suppliers, supplier debt, supplier balance, creditors,"
            "ap, ap balance, accounts payable balance, trade creditors, trade payables"
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
        "due_to_suppliers",
        "Falling due to suppliers",
        Unit.MONEY,
        "what is open on suppliers' bills that fall due in these days",
        ("due_to_suppliers",),
        cedis("due_to_suppliers"),
        "worse",
        said(
            "due to suppliers, due to supplier, falling due to suppliers, supplier bills due, supplier bill due,"
            "bills due to suppliers, payable to suppliers, have to pay suppliers, need to pay suppliers,"
            "must pay suppliers, supplier bills must pay, supplier bills to pay, supplier payments due,"
            "supplier bills we pay, supplier invoices due, supplier invoice due, bills of suppliers due,"
            "payables due, payable due, creditors due, payables falling due, creditors falling due,"
            "due to creditors"
        ),
        skips_zero=True,
    ),
    Metric(
        "billed_by_suppliers",
        "Billed by suppliers",
        Unit.MONEY,
        "suppliers' invoices of these days, paid or not",
        ("billed",),
        cedis("billed"),
        said=said(
            "billed by suppliers, supplier invoice, supplier invoices booked, invoice from supplier,"
            "invoices from suppliers, invoices of suppliers, bills from suppliers, bill from supplier,"
            "supplier bills received, supplier invoices received, supplier invoices entered, purchase invoice,"
            "suppliers bill us, suppliers billed us, suppliers charge us, suppliers invoiced us, billed us,"
            "invoiced us, value of supplier invoices, value of supplier bills, amount of supplier invoices"
        ),
        skips_zero=True,
    ),
    Metric(
        "open_bills",
        "Unpaid bills of suppliers",
        Unit.COUNT,
        "suppliers' bills with something left to pay",
        ("open_bills",),
        number("open_bills"),
        "worse",
        said(
            "unpaid supplier bill, unpaid bills of suppliers, unpaid bill of supplier, open supplier bill,"
            "supplier bill unpaid, supplier bill not paid, number of supplier bills, outstanding supplier bill,"
            "supplier bill outstanding, supplier bill"
        ),
        beside=("owed_to_suppliers",),
        as_of_now=True,
        counts="bill",
        skips_zero=True,
    ),
    Metric(
        "paid_to_suppliers",
        "Paid to suppliers",
        Unit.MONEY,
        "money paid to suppliers and credit notes of theirs",
        ("paid_to_suppliers",),
        cedis("paid_to_suppliers"),
        said=said(
            "paid to suppliers, paid to supplier, payments to suppliers, supplier payments, money paid to suppliers,"
            "paid suppliers, paid our suppliers, paid my suppliers, paid the suppliers, payment to supplier,"
            "payment made to supplier, payments made to suppliers, settled with suppliers, given to suppliers"
        ),
        skips_zero=True,
    ),
    Metric(
        "last_paid_to_supplier",
        "Last payment to a supplier",
        Unit.DATE,
        "the day on which a supplier was last paid",
        ("last_paid_to_supplier",),
        known("last_paid_to_supplier"),
        said=said("last payment to supplier, last paid supplier, supplier last paid, last time we paid supplier"),
        adds_up=False,
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
        "Units that expire",
        Unit.UNITS,
        "units still there of batches that expire in these days; without any named, up to 30 days from today",
        ("expiring_units",),
        number("expiring_units"),
        "worse",
        said(
            "units that expire soon, units expiring soon, expire soon, expiring soon, soon expire, about to expire,"
            "going to expire, near expiry, close to expiry, stock about to expire, short dated, go bad soon,"
            "will expire, expiry list, expiring, expire, expire before, reach expiry, reach expiry date, best before,"
            "going bad, go bad"
        ),
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "expiring_value",
        "Value that expires",
        Unit.MONEY,
        "batches that expire in these days, at cost; without any named, up to 30 days from today",
        ("expiring_value",),
        cedis("expiring_value"),
        "worse",
        said(
            "value that expires soon, value expiring soon, value of stock about to expire, value of expiring stock,"
            "value of goods expiring, worth of goods expiring, value of goods about to expire,"
            "worth of expiring stock"
        ),
        beside=("expiring_units",),
        skips_zero=True,
    ),
    Metric(
        "past_expiry_units",
        "Units past their date",
        Unit.UNITS,
        "units still there of batches whose last good day is over",
        ("past_expiry_units",),
        number("past_expiry_units"),
        "worse",
        said(
            "past their date, past its date, past expiry, past their expiry, past expiry date, already expired,"
            "expired and still, expired but still, expired still on the shelf, expired still on shelf,"
            "expired on the shelf, expired on shelf, expired sitting on the shelf, expired lying on the shelf,"
            "expired still sitting on the shelf, expired still in the shop, expired in stock, expired still in stock,"
            "expired goods still, expired goods on the shelf, expired things still, out of date,"
            "expired things sitting on the shelf, expired goods sitting on the shelf, expired batch, expired lot"
        ),
        beside=("past_expiry_value",),
        as_of_now=True,
        counts="unit",
        skips_zero=True,
    ),
    Metric(
        "past_expiry_value",
        "Value past its date",
        Unit.MONEY,
        "batches whose last good day is over and of which something is still there, at cost",
        ("past_expiry_value",),
        cedis("past_expiry_value"),
        "worse",
        said(
            "value past its date, value past expiry, value of expired stock, worth of expired stock,"
            "cost of expired stock, value of expired goods on the shelf, worth of expired goods on the shelf,"
            "value of expired goods still on the shelf, cost of expired goods on the shelf"
        ),
        beside=("past_expiry_units",),
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
