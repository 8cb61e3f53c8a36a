"""Customers, sales and their lines, payments and how they are allocated, and what was agreed about debts."""

from sales.models.carts import Cart
from sales.models.customers import Customer, CustomerMerge, PriceTier
from sales.models.day_totals import ClosedDay, DayTotal, StaleDay
from sales.models.debts import REMINDER_TYPES, CollectionNote, Instalment, PaymentPlan, PromiseToPay
from sales.models.documents import OWED, SOLD, InvoiceCounter, Payment, PaymentAllocation, Sale, SaleLine
from sales.models.expenses import Expense, ExpenseCategory, RecurringExpense
from sales.models.imports import CustomerImport, SalesImport, SalesImportStep
from sales.models.till_events import TillEvent
from sales.models.tills import TillCount, TillMovement, TillSession

__all__ = [
    "OWED",
    "REMINDER_TYPES",
    "SOLD",
    "Cart",
    "ClosedDay",
    "CollectionNote",
    "Customer",
    "CustomerImport",
    "CustomerMerge",
    "DayTotal",
    "Expense",
    "ExpenseCategory",
    "Instalment",
    "InvoiceCounter",
    "Payment",
    "PaymentAllocation",
    "PaymentPlan",
    "PriceTier",
    "PromiseToPay",
    "RecurringExpense",
    "Sale",
    "SaleLine",
    "SalesImport",
    "SalesImportStep",
    "StaleDay",
    "TillCount",
    "TillEvent",
    "TillMovement",
    "TillSession",
]
