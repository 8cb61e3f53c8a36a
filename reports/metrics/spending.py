"""Metrics of expenses and tills: what running the shop costs, what is left, what tills hold and what was missing."""

from decimal import Decimal

from common import money
from reports.metrics.metric import Metric, Parts, Unit, cedis, number, recorded, said


def _after_expenses(parts: Parts) -> Decimal | None:
    """None where no expenses are written down, as gross profit would look like all that is left."""
    left = parts["costed_revenue"] - parts["cost"] - parts["expenses"]
    return money.cedis(left) if parts["expense_rows"] else None


def _net_margin(parts: Parts) -> Decimal | None:
    left = _after_expenses(parts)
    return None if left is None else money.share(left, parts["costed_revenue"])


def _missing(parts: Parts) -> Decimal | None:
    return money.cedis(-parts["cash_missing"]) + 0 if parts["till_counts"] else None


def _over(parts: Parts) -> Decimal | None:
    return money.cedis(parts["cash_over"]) + 0 if parts["till_counts"] else None


def _difference(parts: Parts) -> Decimal | None:
    return money.cedis(parts["cash_over"] + parts["cash_missing"]) + 0 if parts["till_counts"] else None


SPENDING = (
    Metric(
        "expenses",
        "Expenses",
        Unit.MONEY,
        "what running the shop cost, besides the goods; none where no expenses are written down",
        ("expenses", "expense_rows"),
        recorded("expenses", "expense_rows"),
        "worse",
        said(
            "expense, expenditure, shop expense, business expense, total expense, overhead, opex, running cost,"
            "operating cost, operating expense, cost of running the shop, costs of running the shop,"
            "spent on expenses, spend on expenses, money spent on expenses, spent on running the shop,"
            "spend on running the shop, spend to run the shop, spent to run the shop"
        ),
    ),
    Metric(
        "profit_after_expenses",
        "Profit after expenses",
        Unit.MONEY,
        "gross profit less expenses, where the cost of goods is known; none where no expenses are written down",
        ("costed_revenue", "cost", "uncosted_revenue", "expenses", "expense_rows"),
        _after_expenses,
        "better",
        said(
            "profit after expenses, profit after all expenses, profit after expense, profit net of expenses,"
            "profit less expenses, profit minus expenses, gain after expenses, left after expenses,"
            "left after all expenses, remain after expenses, operating profit"
        ),
        beside=("profit", "expenses"),
        adds_up=False,
    ),
    Metric(
        "net_margin",
        "Net margin",
        Unit.PERCENT,
        "profit after expenses as a share of the sales whose cost is known; none where no expenses are written down",
        ("costed_revenue", "cost", "uncosted_revenue", "expenses", "expense_rows"),
        _net_margin,
        "better",
        said("net margin, net profit margin, net profit percentage, net profit percent, margin after expenses"),
        beside=("profit_after_expenses",),
        adds_up=False,
    ),
    Metric(
        "expense_share",
        "Expenses as a share of sales",
        Unit.PERCENT,
        "expenses divided by sales",
        ("expenses", "revenue"),
        lambda parts: money.share(parts["expenses"], parts["revenue"]),
        "worse",
        said(
            "expenses as a share of sales, expenses as a percentage of sales, expense ratio, expenses to sales,"
            "expense to sales ratio, expenses as percent of sales, cost to income ratio"
        ),
        beside=("expenses",),
        adds_up=False,
    ),
    Metric(
        "cash_in_tills",
        "Cash that should be in the tills",
        Unit.MONEY,
        "the opening float and what came in and went out since, of tills that are open; none where no till is open",
        ("cash_in_tills", "open_tills"),
        recorded("cash_in_tills", "open_tills"),
        said=said(
            "cash that should be in the tills, in the till, in the tills, in the drawer, cash in the tills,"
            "cash in the till, cash in tills, cash in open tills, cash in the open tills,"
            "cash should be in the tills, cash should be in the till, cash should be in the open tills,"
            "money in the tills, money in the till, money should be in the till, money should be in the tills,"
            "cash in the drawer, money in the drawer, cash should be in the drawer, expected cash in the tills,"
            "expected cash in the till, cash at hand in the tills, cash on hand in the tills,"
            "cash at hand in the till, inside the till, inside the tills, inside the drawer, money inside the till,"
            "cash inside the till, cash inside the tills"
        ),
        as_of_now=True,
    ),
    Metric(
        "cash_missing",
        "Cash missing at closing",
        Unit.MONEY,
        "how much less cash was counted than expected when tills were closed; none where no till was closed",
        ("cash_missing", "till_counts"),
        _missing,
        "worse",
        said(
            "cash missing at closing, cash missing, missing cash, cash missing from the till,"
            "cash missing from the tills, cash missing in the till, money missing from the till,"
            "money missing at closing, cash short, short of cash, cash short at closing, cash shortage,"
            "cash shortage at closing, till shortage, till short, shortage in the till, shortage in my till,"
            "shortage in the tills, shortage of cash, shortage, till shortages, money short, drawer short,"
            "short in the drawer"
        ),
        skips_zero=True,
    ),
    Metric(
        "cash_shortages",
        "Times cash was missing at closing",
        Unit.COUNT,
        "how often less cash was counted than expected when a till was closed",
        ("cash_shortages",),
        number("cash_shortages"),
        "worse",
        said(
            "number of cash shortages, number of shortages, times cash was missing, times the till was short,"
            "how many times cash was missing, how many times the till was short, how often the till was short,"
            "how often cash was missing, how many shortages, number of till shortages"
        ),
        beside=("cash_missing",),
        counts="time",
        skips_zero=True,
    ),
    Metric(
        "cash_over",
        "Cash too much at closing",
        Unit.MONEY,
        "how much more cash was counted than expected when tills were closed; none where no till was closed",
        ("cash_over", "till_counts"),
        _over,
        said=said("cash too much at closing, cash over, over at closing, too much cash, excess cash, till over"),
        skips_zero=True,
    ),
    Metric(
        "cash_difference",
        "Cash difference at closing",
        Unit.MONEY,
        "cash counted less cash expected when tills were closed: below zero where some was missing",
        ("cash_over", "cash_missing", "till_counts"),
        _difference,
        "better",
        said(
            "cash difference at closing, cash difference, difference in cash, till difference,"
            "difference in the till, difference in the tills, over and short, difference at closing, over or short,"
            "till variance, cash variance, closing difference, till over or short,"
            "difference between cash counted and expected, difference between counted and expected,"
            "cash counted against expected, counted against expected, till short or over, till over and short"
        ),
        beside=("cash_missing", "cash_over"),
        skips_zero=True,
    ),
    Metric(
        "cash_taken_out",
        "Cash taken out of the tills",
        Unit.MONEY,
        "cash that was taken out of open tills and was no refund: brought to the bank, paid for something",
        ("cash_taken_out",),
        cedis("cash_taken_out"),
        said=said(
            "cash taken out of the tills, taken out of the till, taken from the till, cash taken from the till,"
            "money taken out of the till, money taken from the till, cash paid out of the till, paid out of the till,"
            "paid out of the tills, cash out of the till, till payout, pay out from the till, removed from the till,"
            "take out of the till, take from the till, cash removed from the till, taken out of the drawer"
        ),
        skips_zero=True,
    ),
    Metric(
        "cash_banked",
        "Cash brought to the bank",
        Unit.MONEY,
        "cash that was taken out of open tills for the bank, as its reason says",
        ("cash_banked",),
        cedis("cash_banked"),
        said=said(
            "cash banked, sent to bank, cash sent to bank, money sent to bank, taken to bank,"
            "cash banked from the till, cash banked from the tills, cash brought to the bank,"
            "cash taken to the bank, cash sent to the bank, cash deposited, cash deposit, money banked,"
            "money taken to the bank, money sent to the bank, money brought to the bank, takings banked,"
            "take to the bank, send to the bank, bring to the bank, deposit at the bank, deposit in the bank,"
            "banking, bankings, banked, cash lodged, cash lodgement, bank the cash, banking of cash, cash we bank,"
            "carry to the bank, brought to the bank"
        ),
        skips_zero=True,
    ),
)
