"""Every report of the house, one line each."""

from reports.catalogue import (
    ageing,
    change,
    customers,
    expenses,
    expiring,
    finance,
    products,
    sales,
    segmentation,
    staff,
    stock,
    tills,
)
from reports.report import Report

REPORTS: tuple[Report, ...] = (
    sales.SUMMARY,
    change.SALES_CHANGE,
    finance.REVENUE_PROFIT,
    expenses.PROFIT,
    tills.TILLS,
    ageing.AR_AGING,
    segmentation.SEGMENTATION,
    customers.TOP,
    products.PERFORMANCE,
    stock.ON_HAND,
    stock.MOVEMENT,
    expiring.EXPIRING,
    staff.PERFORMANCE,
)
