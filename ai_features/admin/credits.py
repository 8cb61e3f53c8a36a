"""Staff's view of credits: accounts with their lots, holds and ledger to read; grants, suspension, prices to change."""

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from unfold.decorators import display
from unfold.forms import BaseDialogForm

from ai_features import pricing, queries
from ai_features.admin.account_forms import GrantForm, OpenForm, SuspendForm, grant
from ai_features.admin.base import StaffAdmin, back_to, button, staff_id
from ai_features.admin.bulk import BulkAccounts
from ai_features.models import (
    AICreditPurchase,
    AITransaction,
    AIUsageAlert,
    BusinessAICredits,
    CreditDebt,
    CreditHold,
    CreditLot,
    LedgerEntry,
)
from ai_features.services import AIBillingService
from common import money
from common.admin import ReadOnlyAdmin, ReadOnlyInline
from common.errors import DomainError

COLOURS = {
    "open": "info",
    "settled": "success",
    "released": "",
    "expired": "warning",
    "answered": "success",
    "cached": "success",
    "failed": "danger",
    "timed_out": "danger",
    "invalid": "danger",
    "late": "warning",
    "refused": "warning",
}
OUTCOMES = {
    "answered": "Answered",
    "cached": "Answered again, free",
    "degraded": "Answered without the model, free",
    "nothing_to_report": "Nothing to tell, free",
    "question_back": "Asked what was meant, free",
    "refused": "Refused before any work",
    "failed": "Failed, nothing charged",
    "timed_out": "Took too long, nothing charged",
    "invalid": "Failed our checks, nothing charged",
    "abandoned": "The caller went away",
    "late": "Came too late, nothing charged",
}
LATEST = 15


@admin.register(BusinessAICredits)
class AccountAdmin(BulkAccounts):
    """One account: its figures, and the latest of everything that belongs to it."""

    list_display = ["business", "balance", "held", "total_purchased", "total_used", "expires_at", "is_active"]
    list_filter = ["is_active", "expires_at"]
    list_select_related = ["business"]
    search_fields = ["business__name", "=business__id"]
    readonly_fields = ["available", "lots", "holds", "ledger", "purchases", "requests", "alerts"]
    actions_list: Any = ("open_account",)
    actions_detail: Any = ("grant_credits", "suspend", "resume")
    fieldsets = [
        (None, {"fields": ["business", "is_active", "suspended_reason", "low_balance_threshold"]}),
        ("Credits", {"fields": ["balance", "held", "available", "expires_at"]}),
        (
            "Ever",
            {"fields": ["total_granted", "total_purchased", "total_used", "total_expired", "total_refunded"]},
        ),
        (
            "Cost of models, GHS",
            {"fields": ["day", "day_cost", "day_reserved", "month", "month_cost", "month_reserved"]},
        ),
        ("Lots", {"fields": ["lots"]}),
        ("Open holds", {"fields": ["holds"]}),
        ("Ledger", {"fields": ["ledger"]}),
        ("Purchases", {"fields": ["purchases"]}),
        ("Requests", {"fields": ["requests"]}),
        ("Alerts", {"fields": ["alerts"]}),
    ]

    @display(description="Available")
    def available(self, account: BusinessAICredits) -> str:
        return money.plain(account.available)

    @display(description="With credits left")
    def lots(self, account: BusinessAICredits) -> SafeString:
        found = queries.credits.live_lots(account.business_id)
        return _rows(account, CreditLot, found, ["source", "granted", "remaining", "held", "locked", "expires_at"])

    @display(description="Under way")
    def holds(self, account: BusinessAICredits) -> SafeString:
        found = CreditHold.objects.of(account.business_id).filter(status=CreditHold.Status.OPEN)[:LATEST]
        return _rows(account, CreditHold, found, ["feature", "amount", "cost_reserved", "created_at", "deadline"])

    @display(description="Latest entries")
    def ledger(self, account: BusinessAICredits) -> SafeString:
        found = LedgerEntry.objects.of(account.business_id).select_related("by", "lot")[:LATEST]
        return _rows(account, LedgerEntry, found, ["created_at", "kind", "credits", "lot", "by", "reason"])

    @display(description="Latest")
    def purchases(self, account: BusinessAICredits) -> SafeString:
        found = AICreditPurchase.objects.of(account.business_id)[:LATEST]
        fields = ["created_at", "payment_reference", "package", "amount_paid", "payment_status"]
        return _rows(account, AICreditPurchase, found, fields)

    @display(description="Latest")
    def requests(self, account: BusinessAICredits) -> SafeString:
        found = queries.credits.transactions(account.business_id)[:LATEST]
        return _rows(account, AITransaction, found, ["timestamp", "feature", "outcome", "credits_used", "cost_to_us"])

    @display(description="Latest")
    def alerts(self, account: BusinessAICredits) -> SafeString:
        found = queries.credits.alerts(account.business_id)[:LATEST]
        return _rows(account, AIUsageAlert, found, ["created_at", "alert_type", "current_balance", "threshold"])

    @button("Open an account", "For a business that has not used AI yet, to grant it credits.", form=OpenForm)
    def open_account(self, request: HttpRequest, form: OpenForm) -> HttpResponse:
        return back_to(AIBillingService.open_account(form.cleaned_data["business"].pk))

    @button("Grant credits", "Adds a lot of credits, recorded under your name.", icon="add", form=GrantForm)
    def grant_credits(self, request: HttpRequest, form: GrantForm, object_id: str) -> HttpResponse:
        account = get_object_or_404(BusinessAICredits, pk=object_id)
        lot = grant(account, form.cleaned_data, by=staff_id(request))
        if lot.is_new:
            self.log_change(request, account, f"Granted {lot.granted} credits: {lot.reason}")
            messages.success(request, f"{lot.granted} credits granted to {account.business}.")
        else:
            said = f"{lot.granted} credits were granted to {account.business} by the first click; nothing was added."
            messages.info(request, said)
        return back_to(account)

    @button("Suspend AI", "No AI feature answers this business until it is resumed.", icon="block", form=SuspendForm)
    def suspend(self, request: HttpRequest, form: SuspendForm, object_id: str) -> HttpResponse:
        account = get_object_or_404(BusinessAICredits, pk=object_id)
        AIBillingService.suspend(account.business_id, reason=form.cleaned_data["reason"])
        self.log_change(request, account, f"Suspended: {form.cleaned_data['reason']}")
        messages.success(request, f"AI is suspended for {account.business}.")
        return back_to(account)

    @button("Resume AI", "AI features answer this business again.", icon="play_arrow")
    def resume(self, request: HttpRequest, form: BaseDialogForm, object_id: str) -> HttpResponse:
        account = get_object_or_404(BusinessAICredits, pk=object_id)
        AIBillingService.resume(account.business_id)
        self.log_change(request, account, "Resumed")
        messages.success(request, f"AI answers {account.business} again.")
        return back_to(account)


class EntryInline(ReadOnlyInline):
    model = LedgerEntry
    fields = ["created_at", "kind", "credits", "by", "reason"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("by")


@admin.register(CreditLot)
class LotAdmin(ReadOnlyAdmin):
    list_display = ["business", "source", "granted", "remaining", "held", "locked", "expires_at", "by", "created_at"]
    list_filter = ["source", "expires_at", "created_at"]
    list_select_related = ["business", "by"]
    search_fields = ["business__name", "reason"]
    raw_id_fields = ["purchase"]


@admin.register(LedgerEntry)
class LedgerAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "business", "kind", "credits", "lot", "by", "reason"]
    list_filter = ["kind", "created_at"]
    list_select_related = ["business", "lot", "by"]
    search_fields = ["business__name", "reason"]
    date_hierarchy = "created_at"


@admin.register(CreditHold)
class HoldAdmin(StaffAdmin):
    """Holds; one that is stuck can be given back before its deadline."""

    list_display = ["created_at", "business", "asked", "amount", "state", "deadline", "closed_at", "user"]
    list_filter = ["status", "feature", "created_at"]
    list_select_related = ["business", "user"]
    search_fields = ["business__name", "feature"]
    actions_detail = ("give_back",)

    @display(description="Status", label=COLOURS, ordering="status")
    def state(self, hold: CreditHold) -> tuple[str, str]:
        return hold.status, hold.get_status_display()

    @display(description="Feature", ordering="feature")
    def asked(self, hold: CreditHold) -> str:
        return pricing.display_name(hold.feature)

    @button("Release", "The credits go back to their lots. If the answer still comes, it is free.", icon="undo")
    def give_back(self, request: HttpRequest, form: BaseDialogForm, object_id: str) -> HttpResponse:
        hold = get_object_or_404(CreditHold, pk=object_id)
        try:
            released = AIBillingService.release_stuck(hold.pk)
        except DomainError as refusal:
            messages.error(request, refusal.message)
        else:
            said = f"{hold.amount} credits went back." if released else "This hold was closed already."
            if released:
                self.log_change(request, hold, said)
            messages.info(request, said)
        return back_to(hold)


@admin.register(CreditDebt)
class DebtAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "business", "amount", "paid", "reason"]
    list_filter = ["created_at"]
    list_select_related = ["business"]
    search_fields = ["business__name", "reason"]


@admin.register(AITransaction)
class RequestAdmin(ReadOnlyAdmin):
    """Every request, with what it cost us. What was asked and answered is not shown."""

    list_display = ["timestamp", "business", "asked", "result", "credits_used", "cost_to_us", "model", "milliseconds"]
    list_filter = ["outcome", "feature", "degraded", "timestamp"]
    list_select_related = ["business"]
    search_fields = ["business__name", "feature", "error_message"]
    date_hierarchy = "timestamp"
    inlines = [EntryInline]

    @display(description="Outcome", label=COLOURS, ordering="outcome")
    def result(self, row: AITransaction) -> tuple[str, str]:
        return row.outcome, OUTCOMES[row.outcome]

    @display(description="Feature", ordering="feature")
    def asked(self, row: AITransaction) -> str:
        return pricing.display_name(row.feature)

    @display(description="ms", ordering="processing_time_ms")
    def milliseconds(self, row: AITransaction) -> int:
        return row.processing_time_ms


@admin.register(AIUsageAlert)
class AlertAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "business", "alert_type", "current_balance", "threshold", "sent_at"]
    list_filter = ["alert_type", "created_at"]
    list_select_related = ["business"]
    search_fields = ["business__name"]


def _rows(account: BusinessAICredits, model: type[Model], found: Iterable[Any], fields: list[str]) -> SafeString:
    """A table of a few rows, and a link to the page with all of them."""
    heads = [str(model._meta.get_field(name).verbose_name) for name in fields]  # type: ignore[union-attr]
    rows = [[admin.utils.display_for_value(_value(row, name), "-") for name in fields] for row in found]
    table = render_to_string("unfold/components/table.html", {"table": {"headers": heads, "rows": rows}})
    if not admin.site.is_registered(model):
        return table
    everything = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    link = f"{everything}?business__id__exact={account.business_id}"
    return format_html('{}<p><a class="text-primary-600" href="{}">See all</a></p>', table, link)


def _value(row: Any, name: str) -> Any:
    shown = getattr(row, f"get_{name}_display", None)
    return shown() if shown else getattr(row, name)
