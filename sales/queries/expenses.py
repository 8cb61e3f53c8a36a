"""Expenses as they are listed and added up."""

import datetime as dt
import uuid
from decimal import Decimal

from django.db.models import Sum

from common.tenancy import TenantQuerySet
from sales.models import Expense, RecurringExpense


def expenses(business_id: uuid.UUID) -> TenantQuerySet[Expense]:
    """Expenses with the names they show, the latest first; cancelled ones too."""
    return Expense.objects.of(business_id).select_related("storefront", "supplier", "by", "till_session")


def expense(business_id: uuid.UUID, expense_id: uuid.UUID) -> Expense:
    """One expense. Raises `NotFound`."""
    return expenses(business_id).get_or_404(business_id, expense_id)


def recurring_expenses(business_id: uuid.UUID) -> TenantQuerySet[RecurringExpense]:
    """Those that come again, stopped ones too."""
    return RecurringExpense.objects.of(business_id).select_related("storefront", "supplier", "by")


def expenses_by_category(
    business_id: uuid.UUID, *, start: dt.date, end: dt.date, storefront_id: uuid.UUID | None = None
) -> dict[str, Decimal]:
    """What was spent from `start` up to, not including, `end`, in GHS by category. One query."""
    spent = Expense.objects.of(business_id).filter(spent_on__gte=start, spent_on__lt=end, cancelled_at=None)
    if storefront_id:
        spent = spent.filter(storefront_id=storefront_id)
    return dict(spent.order_by().values_list("category").annotate(sum=Sum("amount")).order_by("-sum", "category"))


def keeps_expenses(business_id: uuid.UUID) -> bool:
    """Whether the shop writes down expenses at all."""
    return Expense.objects.of(business_id).filter(cancelled_at=None).exists()
