"""Metrics of money: payments, credit given, what is owed and overdue, how customers pay, their limits."""

from decimal import Decimal

from common import money
from common import shop_clock as clock
from reports.metrics.metric import Metric, Parts, Unit, cedis, known, number, percent, ratio, said


def _received(parts: Parts) -> Decimal:
    return money.cedis(parts["received"] - parts["paid_back"])


def _age(parts: Parts) -> Decimal | None:
    return Decimal(clock.today().toordinal()) - parts["oldest_open"] if parts["oldest_open"] else None


PAYING = (
    Metric(
        "received", "Payments received", Unit.MONEY,
        "money received in the period, at the till or for older invoices, less money paid back",
        ("received", "paid_back"), _received, "better",
        said("payment, payment received, payments received, money received, amount received, money in, money came in,"
             "money that came in, cash in flow, cash inflow, collection, collections,"
             "money collected, amount collected, collected, amount paid, money paid, paid to us, paid us, paid me,"
             "receipts of money, money entered, came in, inflow, tendered, paid in"),
    ),
    Metric(
        "payments", "Number of payments", Unit.COUNT,
        "payments received in the period", ("payments",), number("payments"),
        said=said("number of payments, payments count, payment count, count of payments, how many payments,"
                  "payment transaction, number of payment transactions, times paid, how many times paid"),
        counts="payment",
    ),
    Metric(
        "average_payment", "Average payment", Unit.MONEY,
        "money received divided by the number of payments", ("received", "payments"), ratio("received", "payments"),
        said=said("average payment, average payment value, average payment amount, average amount paid, mean payment,"
                  "typical payment, avg payment, payment size, average receipt of money"),
        adds_up=False,
    ),
    Metric(
        "paid_back", "Money paid back", Unit.MONEY,
        "money given back to customers", ("paid_back",), cedis("paid_back"), "worse",
        said("money paid back, paid back, refund, refunded, amount refunded, money refunded, refund amount,"
             "value of refunds, refund value, cash refund, money returned, money given back, given back to customers,"
             "cash paid back"),
        skips_zero=True,
    ),
    Metric(
        "refunds", "Number of refunds", Unit.COUNT,
        "times that money was given back", ("refunds",), number("refunds"), "worse",
        said("number of refunds, refund count, count of refunds, how many refunds, times refunded,"
             "times we gave money back, how many times refunded"),
        counts="refund",
        skips_zero=True,
    ),
    Metric(
        "last_payment", "Last payment", Unit.DATE, "the day of the latest payment", ("last_payment",),
        known("last_payment"),
        said=said("last payment, latest payment, most recent payment, last paid, last time paid, last date paid,"
                  "last payment date, date of last payment, when last paid"),
        adds_up=False,
    ),
    Metric(
        "debt_collected", "Collected from debtors", Unit.MONEY,
        "money received for sales of an earlier day", ("collected",), cedis("collected"), "better",
        said("debt collected, debts collected, collected from debtors, money collected from debtors,"
             "collected from people owing, recovered debt, debt recovered, debts recovered, debt recovery,"
             "money recovered, old debts paid, debts paid, debt paid, credit collected, credit recovered,"
             "collection of debts, collections on credit, paid on old invoices, repayments, repaid, credit paid back,"
             "debtors paid, debts cleared, money from debtors"),
    ),
    Metric(
        "credit_given", "Sold on credit", Unit.MONEY,
        "the total, tax included, of sales with a due date", ("on_account",), cedis("on_account"),
        said=said("sold on credit, sales on credit, sale on credit, credit sales, credit sale value, credit given,"
                  "given on credit, credit granted, credit extended, credit we gave, on credit, goods on credit,"
                  "goods given on credit, sold on account, sales on account, on account, sold on book, on the book,"
                  "bought on credit, taken on credit, took on credit, buy on credit, goods taken on credit,"
                  "value of credit sales, new credit, new debt, sold on trust, goods on trust"),
    ),
    Metric(
        "credit_sales", "Number of sales on credit", Unit.COUNT,
        "sales with a due date", ("credit_sales",), number("credit_sales"),
        said=said("number of sales on credit, number of credit sales, credit sales count, how many credit sales,"
                  "how many sales on credit, count of credit sales, times sold on credit, invoices on account issued"),
        counts="credit sale",
    ),
    Metric(
        "outstanding", "Owed to you", Unit.MONEY,
        "what is still open today on invoices, less what the customer has paid ahead",
        ("open", "open_invoices"), cedis("open"), "worse",
        said("owed, owing, owe, owes, amount owed, money owed, outstanding, outstanding balance, outstanding amount,"
             "outstanding debt, outstanding credit, outstanding payment, debt, total debt, debt owed, receivable,"
             "receivables, accounts receivable, ar, ar balance, balance, balance owed, unpaid, unpaid balance,"
             "unpaid amount, unpaid invoice, unpaid bill, unpaid credit, not paid, not yet paid, yet to pay,"
             "money outside, our money outside, money in the market, money with customers, money with people,"
             "credit balance, credit outstanding, on the books, exposure, credit used, indebted, debit balance,"
             "they owe us, owe us, owe me, owing us, owing me"),
        as_of_now=True,
    ),
    Metric(
        "open_invoices", "Open invoices", Unit.COUNT,
        "invoices not yet paid in full today", ("open_invoices",), number("open_invoices"), "worse",
        said("number of open invoices, number of unpaid invoices, how many unpaid invoices, how many open invoices,"
             "how many invoices are unpaid, open invoice count, unpaid invoice count, count of unpaid invoices,"
             "number of invoices unpaid, number of unpaid bills"),
        as_of_now=True, counts="open invoice",
    ),
    Metric(
        "part_paid", "Paid so far on open invoices", Unit.MONEY,
        "what has been paid already on invoices that are still open", ("paid_in_part",), cedis("paid_in_part"),
        said=said("paid so far, paid already, part payment, part paid, partly paid, paid in part, amount part paid,"
                  "deposit paid, paid on open invoices, paid on account, half paid, partial payment"),
        as_of_now=True,
        skips_zero=True,
    ),
    Metric(
        "debtors", "Customers who owe", Unit.COUNT,
        "customers with at least one open invoice today", ("debtors",), number("debtors"), "worse",
        said("number of debtors, number of customers owing, number of people owing, how many debtors,"
             "how many people owe, how many customers owe, how many owe, how many are owing, debtor count,"
             "count of debtors, number of customers who owe, number of customers in debt"),
        as_of_now=True, counts="customer",
    ),
    Metric(
        "overdue", "Overdue", Unit.MONEY,
        "what is open today on invoices whose due date has passed, less customers' unused credit",
        ("overdue", "overdue_invoices"),
        cedis("overdue"), "worse",
        said("overdue, overdue amount, overdue balance, overdue debt, overdue money, amount overdue, money overdue,"
             "past due, past due amount, late, late payment, late invoice, late debt, overdue invoice, overdue bill,"
             "past the due date, past their due date, arrears, in arrears, delayed payment, delinquent, long overdue,"
             "passed their date, behind on payment, behind with payment"),
        as_of_now=True,
    ),
    Metric(
        "overdue_invoices", "Overdue invoices", Unit.COUNT,
        "open invoices whose due date has passed", ("overdue_invoices",), number("overdue_invoices"), "worse",
        said("number of overdue invoices, how many overdue invoices, how many invoices are overdue,"
             "overdue invoice count, count of overdue invoices, number of late invoices, number of invoices overdue,"
             "how many late invoices, how many overdue bills"),
        as_of_now=True, counts="overdue invoice",
    ),
    Metric(
        "due", "Falling due", Unit.MONEY,
        "what is open today on invoices whose due date falls in the period, less unused credit",
        ("due", "due_invoices"), cedis("due"),
        said=said("due, falling due, fall due, coming due, becoming due, due for payment, due to be paid, due soon,"
                  "amount due, money due, payment due, payments due, invoice due, invoices due, bill due,"
                  "expected to pay, supposed to pay, has to pay, have to pay, must pay, expected payment,"
                  "expected collections, money expected, money to come, maturing"),
    ),
    Metric(
        "due_invoices", "Invoices falling due", Unit.COUNT,
        "open invoices whose due date falls in the period", ("due_invoices",), number("due_invoices"),
        said=said("number of invoices due, how many invoices are due, how many invoices fall due, invoices due count,"
                  "number of invoices falling due, number of bills due, how many bills are due"),
        counts="invoice",
    ),
    Metric(
        "oldest_invoice", "Age of the oldest open invoice", Unit.DAYS,
        "days since the oldest sale that is not yet paid in full", ("oldest_open",), _age, "worse",
        said("oldest invoice, oldest open invoice, oldest unpaid invoice, oldest debt, age of oldest debt,"
             "age of debt, oldest balance, earliest unpaid invoice, earliest debt, longest owing, longest debt,"
             "longest standing debt, how long they have owed, how long owing, days owing, age of the oldest invoice,"
             "age of the oldest open invoice"),
        as_of_now=True, adds_up=False,
    ),
    Metric(
        "days_to_pay", "Days to pay", Unit.DAYS,
        "average days from sale to full payment, of sales on credit paid off in the period",
        ("pay_days", "settled"), ratio("pay_days", "settled", places=1), "worse",
        said("days to pay, average days to pay, days taken to pay, average time to pay, time to pay, time taken to pay,"
             "how long to pay, how long they take to pay, how long before paying, average collection period,"
             "collection period, payment time, average payment time, pay speed, speed of payment, days until paid,"
             "debtor days, payment delay"),
        adds_up=False,
    ),
    Metric(
        "days_late", "Days late", Unit.DAYS,
        "average days from due date to full payment, of sales on credit paid off in the period; below zero is early",
        ("late_days", "settled"), ratio("late_days", "settled", places=1), "worse",
        said("days late, average days late, days paid late, average lateness, lateness, days beyond terms, dbt,"
             "days after due date, days past due when paid, how late they pay, how late do they pay,"
             "days past the due date"),
        adds_up=False,
    ),
    Metric(
        "on_time_rate", "Paid on time", Unit.PERCENT,
        "of the sales on credit paid off in the period, the share paid by the due date", ("on_time", "settled"),
        percent("on_time", ("settled",)), "better",
        said("on time rate, paid on time rate, share paid on time, percent paid on time, percentage paid on time,"
             "on-time payment, on time payment, punctuality, payment punctuality, pays on time, pay on time,"
             "paid on time, keeps to terms, prompt payment, promptness"),
        adds_up=False,
    ),
    Metric(
        "advance", "Customers' credit", Unit.MONEY,
        "what customers have paid or brought back beyond what they owed", ("advance",), cedis("advance"),
        said=said("advance, advance payment, paid in advance, prepaid, prepayment, deposit, customer deposit,"
                  "customer credit, credit of the customer, store credit, unused credit, unallocated payment,"
                  "overpayment, overpaid, money we hold for customers, money held for customers, credit with us,"
                  "balance with us, we owe customers, we owe the customer"),
        as_of_now=True,
        skips_zero=True,
    ),
    Metric(
        "credit_limit", "Credit limit", Unit.MONEY,
        "how much a customer may owe at most", ("credit_limit", "limited"),
        lambda parts: money.cedis(parts["credit_limit"]) if parts["limited"] else None,
        said=said("credit limit, limit, debt limit, credit ceiling, credit line, maximum credit, allowed credit,"
                  "credit allowed, approved limit, approved credit, owing limit, how much credit"),
        of="customer", beside=("outstanding", "credit_room"), as_of_now=True,
    ),
    Metric(
        "credit_room", "Room left under the limit", Unit.MONEY,
        "credit limit less what the customer owes; nothing on hold", ("credit_room", "limited"),
        lambda parts: money.cedis(parts["credit_room"]) if parts["limited"] else None,
        said=said("credit room, room left, room left under the limit, room under the limit, headroom, available credit,"
                  "credit available, credit left, remaining credit, left on their limit, space left on the limit,"
                  "how much more credit, how much more on credit, more can take on credit, unused limit"),
        of="customer", beside=("credit_limit", "outstanding"), as_of_now=True,
    ),
    Metric(
        "over_by", "Over the limit by", Unit.MONEY,
        "what a customer owes beyond the credit limit", ("over_by",), cedis("over_by"), "worse",
        said("over the limit by, over limit by, amount over limit, amount over the limit, excess over limit,"
             "limit breach, beyond the limit by, above the limit by, how far over the limit, excess debt"),
        of="customer", beside=("outstanding", "credit_limit"), as_of_now=True,
        skips_zero=True,
    ),
)  # fmt: skip
