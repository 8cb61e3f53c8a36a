"""Expenses: written down, taken back, and those that come again every week or month."""

import datetime as dt
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from dateutil.relativedelta import relativedelta
from django.core.files.base import ContentFile
from django.db import transaction

from accounts.models import Storefront
from accounts.services import audit
from common import errors, isolated_work
from common import shop_clock as clock
from common.client_ids import known_row, once
from common.slips import confirm_amounts
from common.tenancy import MANAGEMENT, Caller, TenantModel
from inventory.models import Supplier
from sales.models import Expense, Payment, RecurringExpense
from sales.services.drawer import session_of
from sales.services.tender import METHODS

EARLIEST = dt.date(2000, 1, 1)
PHOTO_AT_MOST = 5 * 1024 * 1024
PHOTOS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n": "png", b"%PDF-": "pdf"}
"""The files taken as photos, by how they begin."""


def _same(found: Expense, args: tuple[Any, ...], fields: dict[str, Any]) -> bool:
    return (found.category, found.amount) == (fields["category"], fields["amount"])


def _write_expense(
    caller: Caller,
    *,
    category: str,
    amount: Decimal,
    method: str,
    spent_on: dt.date | None = None,
    confirmed: bool = False,
    till_id: uuid.UUID | None = None,
    **fields: Any,
) -> Expense:
    caller.require(*MANAGEMENT)
    _check(caller, amount=amount, method=method, confirmed=confirmed, **fields)
    day = spent_on or clock.today()
    if not EARLIEST <= day <= clock.today():
        raise errors.InvalidInput.field("spent_on", "The day of an expense must be between the year 2000 and today.")
    session = None
    if till_id or (method == Payment.Method.CASH and day == clock.today()):
        session = session_of(caller, fields.get("storefront_id"), till_id=till_id)
    return Expense.objects.create(
        business_id=caller.business_id,
        category=category,
        amount=amount,
        method=method,
        spent_on=day,
        till_session_id=session,
        by_id=caller.membership_id,
        **fields,
    )


@transaction.atomic
def record_expense(caller: Caller, **fields: Any) -> Expense:
    """Write down `amount` GHS spent on a day, today unless `spent_on` says otherwise. Owners and managers only.

    Cash of today comes out of the till named by `till_id`, else out of the caller's own. A `client_id` used before
    gives that expense back. Raises `NotAllowed`, `InvalidInput`, `Conflict`, or `ConfirmationRequired` for a slip.
    """
    return once(_write_expense, known_row(Expense, _same, "expense"))(caller, **fields)


@transaction.atomic
def cancel_expense(caller: Caller, expense_id: uuid.UUID) -> Expense:
    """Take back an expense that was a mistake. Raises `NotFound`, or `Conflict` where it was taken back before."""
    caller.require(*MANAGEMENT)
    found = Expense.objects.select_for_update(no_key=True).get_or_404(caller.business_id, expense_id)
    if found.cancelled_at:
        raise errors.Conflict("This expense has already been taken back.")
    found.cancelled_at = clock.now()
    found.save(update_fields=["cancelled_at"])
    audit.record(
        caller,
        audit.Action.EXPENSE_CANCELLED,
        subject=found.get_category_display(),
        subject_id=found.pk,
        amount=found.amount,
    )
    return found


def keep_photo(caller: Caller, expense_id: uuid.UUID, *, content: bytes) -> Expense:
    """Keep the photo of the receipt: JPEG, PNG or PDF of at most 5 MB. Raises `NotFound`, `InvalidInput`."""
    caller.require(*MANAGEMENT)
    found = Expense.objects.get_or_404(caller.business_id, expense_id)
    ending = next((ending for start, ending in PHOTOS.items() if content.startswith(start)), None)
    if ending is None or len(content) > PHOTO_AT_MOST:
        raise errors.InvalidInput.field("photo", "Send a JPEG, PNG or PDF of at most 5 MB.")
    before = found.photo.name
    found.photo.save(f"{uuid.uuid4()}.{ending}", ContentFile(content), save=False)
    found.save(update_fields=["photo"])
    if before:
        found.photo.storage.delete(before)
    return found


@transaction.atomic
def repeat_expense(
    caller: Caller,
    *,
    starts_on: dt.date,
    every: str,
    amount: Decimal,
    method: str,
    ends_on: dt.date | None = None,
    confirmed: bool = False,
    **fields: Any,
) -> RecurringExpense:
    """Write down an expense that comes again every week or month from `starts_on` on, at most a year back."""
    caller.require(*MANAGEMENT)
    _check(caller, amount=amount, method=method, confirmed=confirmed, **fields)
    if abs((clock.today() - starts_on).days) > 366:
        raise errors.InvalidInput.field("starts_on", "This is more than a year away; please check it.")
    if ends_on and ends_on < starts_on:
        raise errors.InvalidInput.field("ends_on", "The last day is before the first.")
    made = RecurringExpense.objects.create(
        business_id=caller.business_id,
        starts_on=starts_on,
        ends_on=ends_on,
        every=every,
        amount=amount,
        method=method,
        by_id=caller.membership_id,
        **fields,
    )
    _write_due(made)
    return made


def stop_repeating(caller: Caller, recurring_id: uuid.UUID) -> RecurringExpense:
    """No further ones; those that were written stay."""
    caller.require(*MANAGEMENT)
    found = RecurringExpense.objects.get_or_404(caller.business_id, recurring_id)
    found.stopped_at = found.stopped_at or clock.now()
    found.save(update_fields=["stopped_at"])
    return found


def write_due() -> Iterator[int]:
    """Write the recurring expenses that have fallen due, of every business. For the periodic job."""
    going_on = RecurringExpense.objects.filter(stopped_at=None, starts_on__lte=clock.today()).order_by("pk")
    return isolated_work.each(going_on.iterator(), lambda row: _write_due(row) or None, name="recurring expenses")


@transaction.atomic
def _write_due(known: RecurringExpense) -> int:
    """How many were written. The row's lock and the constraint keep each to one."""
    row = RecurringExpense.objects.select_for_update(no_key=True).get(pk=known.pk)
    last = min(clock.today(), row.ends_on) if row.ends_on else clock.today()
    made = []
    while (day := _day(row, row.written)) <= last:
        made.append(_copy(row, day))
        row.written += 1
    Expense.objects.bulk_create(made)
    row.save(update_fields=["written"])
    return len(made)


def _day(row: RecurringExpense, number: int) -> dt.date:
    """The day of one of them, counted from the first: the 31st of a short month is its last day."""
    span = relativedelta(weeks=number) if row.every == RecurringExpense.Every.WEEK else relativedelta(months=number)
    return row.starts_on + span


def _copy(row: RecurringExpense, day: dt.date) -> Expense:
    return Expense(
        business_id=row.business_id,
        category=row.category,
        amount=row.amount,
        method=row.method,
        network=row.network,
        storefront_id=row.storefront_id,
        supplier_id=row.supplier_id,
        note=row.note,
        by_id=row.by_id,
        recurring=row,
        spent_on=day,
    )


def _check(
    caller: Caller,
    *,
    amount: Decimal,
    method: str,
    confirmed: bool,
    network: str = "",
    storefront_id: uuid.UUID | None = None,
    supplier_id: uuid.UUID | None = None,
    **_: Any,
) -> None:
    if amount <= 0:
        raise errors.InvalidInput.field("amount", "The amount must be above zero.")
    if method not in METHODS or (network and method != Payment.Method.MOBILE_MONEY):
        raise errors.InvalidInput.field("method", "An expense cannot be paid this way.")
    confirm_amounts([amount], confirmed=confirmed)
    named: tuple[tuple[str, type[TenantModel], uuid.UUID | None], ...] = (
        ("storefront_id", Storefront, storefront_id),
        ("supplier_id", Supplier, supplier_id),
    )
    for field, model, pk in named:
        if pk and not model.objects.of(caller.business_id).filter(pk=pk).exists():
            raise errors.InvalidInput.field(field, "There is nothing with this id.")
