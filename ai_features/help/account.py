"""What a card tells of this person's own account, a sentence or two, read from the database as it is now."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from accounts import queries as accounts
from accounts.models import Membership
from ai_features import pricing
from ai_features.models import AICreditPurchase, AITransaction, Message, Outcome
from ai_features.queries import credits, payments
from ai_features.services import AIBillingService
from ai_features.services.slots import written
from common import clock, money
from common.errors import NotFound
from common.tenancy import Caller, Role
from inventory.models import ProductImport, SupplierImport
from sales.models import CustomerImport, SalesImport

Status = AICreditPurchase.Status
_PURCHASE: Final = {
    Status.PENDING: "Paystack has not seen the money yet: pay with the link, or approve the prompt on your phone.",
    Status.COMPLETED: "It is paid, and its credits were added.",
    Status.FAILED: "It failed, or nobody paid in time. If money left you all the same, we go on asking Paystack.",
    Status.REFUNDED: "Its unspent credits were paid back.",
}
_FREE: Final = {
    Outcome.CACHED: "the same answer was given before",
    Outcome.DEGRADED: "the model failed, and you got our own wording",
    Outcome.NOTHING_TO_REPORT: "there was nothing to report",
    Outcome.QUESTION_BACK: "it only asked you back",
    Outcome.REFUSED: "it was refused",
    Outcome.FAILED: "it failed",
    Outcome.ABANDONED: "it was broken off",
}


def balance(caller: Caller) -> str:
    """Credits to spend, held and expiring."""
    account = AIBillingService.get_account(caller.business_id)
    held = f", and {_credits(account.held)} are held for answers under way" if account.held else ""
    return f"You have {_credits(account.available)} to spend{held}."


def lots(caller: Caller) -> str:
    """What expires when, the next lot first."""
    found = credits.live_lots(caller.business_id)
    if not found:
        return "You have no credits now."
    told = [f"{_credits(lot.remaining)} until {_day(lot.expires_at)}" for lot in found[:5]]
    return f"You have {written.listed(told)}. The first is spent first."


def last_purchase(caller: Caller) -> str:
    """The last purchase, and where its money is."""
    row = AICreditPurchase.objects.of(caller.business_id).order_by("-created_at").first()
    if row is None:
        return "No credits have been bought yet."
    bought = (
        f"The last purchase, {row.payment_reference} of {_day(row.created_at)}, is {money.written(row.amount_paid)}"
    )
    return (
        f"{bought} for {_credits(row.credits_purchased + row.bonus_credits)}. {_PURCHASE[Status(row.payment_status)]}"
    )


def last_charge(caller: Caller) -> str:
    """What this person's last answer cost, and why."""
    rows = AITransaction.objects.of(caller.business_id).filter(user_id=caller.user_id).exclude(feature="support_chat")
    row = rows.order_by("-timestamp", "-id").first()
    if row is None:
        return "You have not asked the AI for anything yet."
    name = pricing.display_name(row.feature)
    if row.credits_used:
        return f"Your last answer ({name}) cost {_credits(row.credits_used)}, the price of that feature."
    return f"Your last answer ({name}) was free: {_FREE.get(Outcome(row.outcome), 'it costs nothing')}."


def spending(caller: Caller) -> str:
    """Credits used in the last thirty days, by feature."""
    used = credits.usage(caller.business_id, 30)
    if not used["total_credits_used"]:
        return "No credits were used in the last 30 days."
    top = [f"{row['name']} {_credits(row['credits'])}" for row in used["feature_breakdown"] if row["credits"]]
    return f"In the last 30 days you used {_credits(used['total_credits_used'])}: {written.listed(top[:4])}."


def subscription(caller: Caller) -> str:
    """The storefront plan, its price, and when it is due."""
    try:
        plan = accounts.plan(caller.business_id)
    except NotFound:
        return "Your business has no storefront plan yet."
    count = plan["storefronts"]
    shops = "1 storefront" if count == 1 else f"{count} storefronts"
    costs = f"Your plan has {shops} and costs {money.written(plan['monthly_price'])} a month"
    if plan["is_overdue"]:
        return f"{costs}. It has been unpaid since {_date(plan['renews_on'])}."
    return f"{costs}. It is {plan['status']}, and due on {_date(plan['renews_on'])}."


def addon(caller: Caller) -> str:
    """The monthly add-on: running, ending, or none."""
    row = payments.addon(caller.business_id)
    if row is None:
        return "You have no monthly add-on."
    if row.status != row.Status.ACTIVE:
        return f"Your monthly add-on is {row.get_status_display().lower()}."
    if row.cancel_at_period_end:
        return f"Your monthly add-on ends on {_date(row.next_renewal_date)}, as it was cancelled."
    return f"Your monthly add-on runs and renews on {_date(row.next_renewal_date)}."


def my_role(caller: Caller) -> str:
    """What the person who asks may do."""
    return f"You are {_A[caller.role]}. {_MAY[caller.role]}"


def who(caller: Caller) -> str:
    """Who works here in which role."""
    rows = Membership.objects.of(caller.business_id).filter(is_active=True, user__isnull=False)
    names: dict[str, list[str]] = {}
    for name, role in rows.order_by("name").values_list("name", "role"):
        names.setdefault(role, []).append(name)
    told = [f"{Role(role).value}: {', '.join(people[:8])}" for role, people in sorted(names.items())]
    return f"People who can log in: {'; '.join(told)}."


def failed_messages(caller: Caller) -> str:
    """Alerts to the business that could not be sent."""
    since = clock.now() - dt.timedelta(days=30)
    rows = Message.objects.of(caller.business_id).filter(created_at__gte=since, status=Message.Status.GIVEN_UP)
    count = rows.count()
    if not count:
        return "Every alert of the last 30 days was sent."
    last = rows.order_by("-created_at")[0]
    told = "1 alert" if count == 1 else f"{count} alerts"
    return f"{told} of the last 30 days could not be sent, the last by {last.get_channel_display()}: {last.problem}"


def last_import(caller: Caller) -> str:
    """How the last import went."""
    found = [
        row
        for model in (SalesImport, ProductImport, CustomerImport, SupplierImport)
        if (row := model.objects.of(caller.business_id).order_by("-created_at").first())
    ]
    if not found:
        return "Nothing has been imported yet."
    row = max(found, key=lambda each: each.created_at)
    said = f"The import of {row.original_name} is {row.get_status_display().lower()}"
    counts = f"{row.lines_imported} of {row.lines_total} lines came in, {row.lines_refused} were refused"
    return f"{said}: {counts}." + (f" {row.error}" if row.error else "")


LIVE: Final[Mapping[str, Callable[[Caller], str]]] = {
    "balance": balance,
    "lots": lots,
    "last_purchase": last_purchase,
    "last_charge": last_charge,
    "spending": spending,
    "subscription": subscription,
    "addon": addon,
    "my_role": my_role,
    "who": who,
    "failed_messages": failed_messages,
    "last_import": last_import,
}
_A: Final = {Role.OWNER: "an owner", Role.MANAGER: "a manager", Role.CASHIER: "a cashier"}
_MAY: Final = {
    Role.OWNER: "You may do everything, also agree to AI, refund purchases of credits, and change staff.",
    Role.MANAGER: "You may do all but agree to AI, change staff and refund purchases of credits.",
    Role.CASHIER: "You may sell, take payments, print receipts and describe products; you see no costs and no reports.",
}


def _credits(amount: Decimal) -> str:
    return written.counted(amount, "credit")


def _day(moment: dt.datetime | None) -> str:
    return _date(clock.local_date(moment)) if moment else "no end"


def _date(day: dt.date | None) -> str:
    return written.date(day) if day else "no day"
