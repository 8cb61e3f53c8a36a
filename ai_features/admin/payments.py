"""Staff's view of payments: purchases, Paystack's events, invoices, refunds, add-ons and messages."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from unfold.decorators import display
from unfold.forms import BaseDialogForm
from unfold.widgets import UnfoldAdminTextareaWidget

from ai_features.admin.base import StaffAdmin, back_to, button, staff_id
from ai_features.admin.dashboard import DashboardView
from ai_features.models import (
    AICreditPurchase,
    AIMonthlyAddon,
    CreditInvoice,
    CreditLot,
    CreditRefund,
    Message,
    PaymentEvent,
    StorefrontCard,
)
from ai_features.services import payments
from ai_features.services.payments import documents, inbox, purchases, refund_requests
from common import clock, money
from common.admin import ReadOnlyInline
from common.errors import DomainError

COLOURS = {
    "completed": "success",
    "done": "success",
    "sent": "success",
    "active": "success",
    "pending": "info",
    "waiting": "info",
    "received": "info",
    "failed": "danger",
    "flagged": "danger",
    "refused": "danger",
    "given_up": "danger",
    "lapsed": "danger",
    "refunded": "warning",
    "cancelled": "warning",
    "nothing": "",
}

REFUND_TEXT = (
    "The unspent paid credits are locked, their share of the total goes back through Paystack, and the bonus is voided."
)


class RefundForm(BaseDialogForm):
    reason = forms.CharField(max_length=250, widget=UnfoldAdminTextareaWidget, help_text="The customer reads this.")


class EventInline(ReadOnlyInline):
    model = PaymentEvent
    fields = ["event", "outcome", "reason", "deliveries", "received_at"]


class RefundInline(ReadOnlyInline):
    model = CreditRefund
    fields = ["kind", "status", "credits", "amount", "by", "reason", "problem"]


class LotInline(ReadOnlyInline):
    model = CreditLot
    fields = ["source", "granted", "remaining", "held", "locked", "expires_at"]


@admin.register(AICreditPurchase)
class PurchaseAdmin(StaffAdmin):
    """Purchases: to read, to verify again at Paystack, and to refund."""

    list_display = ["payment_reference", "business", "package", "total", "method", "state", "attention", "created_at"]
    list_filter = ["payment_status", "needs_attention", "package", "payment_method", "created_at"]
    list_select_related = ["business"]
    search_fields = ["payment_reference", "business__name", "reason"]
    date_hierarchy = "created_at"
    inlines = [LotInline, RefundInline, EventInline]
    actions_detail = (
        "verify_again",
        "refund",
        "resolve",
    )

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(DashboardView.as_view(model_admin=self))
        return [path("dashboard/", page, name="ai_features_dashboard"), *super().get_urls()]

    @display(description="Total", ordering="amount_paid")
    def total(self, purchase: AICreditPurchase) -> str:
        return money.written(purchase.amount_paid)

    @display(description="Paid by", ordering="payment_method")
    def method(self, purchase: AICreditPurchase) -> str:
        return purchase.get_payment_method_display()

    @display(description="Status", label=COLOURS, ordering="payment_status")
    def state(self, purchase: AICreditPurchase) -> tuple[str, str]:
        return purchase.payment_status, purchase.get_payment_status_display()

    @display(description="Needs attention", ordering="needs_attention")
    def attention(self, purchase: AICreditPurchase) -> str:
        return purchase.reason if purchase.needs_attention else ""

    @button("Verify again", "Ask Paystack what became of this payment.", icon="sync")
    def verify_again(self, request: HttpRequest, form: BaseDialogForm, object_id: str) -> HttpResponse:
        purchase = get_object_or_404(AICreditPurchase, pk=object_id)
        try:
            verdict = purchases.check(purchase)
        except DomainError as refusal:
            messages.error(request, refusal.message)
        else:
            messages.info(request, f"{verdict.purchase.get_payment_status_display()}. {verdict.reason}")
        return back_to(purchase)

    @button("Refund", REFUND_TEXT, icon="undo", form=RefundForm)
    def refund(self, request: HttpRequest, form: RefundForm, object_id: str) -> HttpResponse:
        purchase = get_object_or_404(AICreditPurchase, pk=object_id)
        try:
            done = refund_requests.by_staff(purchase.pk, by=staff_id(request), reason=form.cleaned_data["reason"])
        except payments.PaymentRefused as refusal:
            messages.error(request, f"Paystack refused: {refusal.reason}. The credits are unlocked.")
        except DomainError as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, f"{money.written(done.amount)} for {done.credits} credits: {done.status}.")
        return back_to(purchase)

    @button("Mark as looked at", "Takes the purchase off the list that needs attention.", icon="check")
    def resolve(self, request: HttpRequest, form: BaseDialogForm, object_id: str) -> HttpResponse:
        purchase = get_object_or_404(AICreditPurchase, pk=object_id)
        payments.mark_looked_at(purchase.pk, by=staff_id(request))
        messages.success(request, "Marked as looked at.")
        return back_to(purchase)


@admin.register(PaymentEvent)
class EventAdmin(StaffAdmin):
    """The inbox of webhooks, with what each did and why."""

    list_display = ["event", "reference", "state", "reason", "deliveries", "received_at"]
    list_filter = ["outcome", "event", "received_at"]
    search_fields = ["reference", "reason"]
    actions_detail = ("work_again",)

    @display(description="Outcome", label=COLOURS, ordering="outcome")
    def state(self, event: PaymentEvent) -> tuple[str, str]:
        return event.outcome, event.get_outcome_display()

    @button("Work on it again", "An event that is done stays as it is.", icon="sync")
    def work_again(self, request: HttpRequest, form: BaseDialogForm, object_id: str) -> HttpResponse:
        event = get_object_or_404(PaymentEvent.objects.exclude(outcome=PaymentEvent.Outcome.REFUSED), pk=object_id)
        done = inbox.work(event)
        messages.info(request, f"{done.get_outcome_display()}. {done.reason}")
        return back_to(event)


@admin.register(CreditInvoice)
class InvoiceAdmin(StaffAdmin):
    """Invoices and credit notes, as they were made."""

    list_display = ["written_number", "kind", "business", "total", "issued_at", "document"]
    list_filter = ["kind", "issued_at"]
    list_select_related = ["business", "purchase"]
    search_fields = ["number", "purchase__payment_reference", "business__name"]
    readonly_fields = ["tax_table", "from_whom", "to_whom"]
    fields = [
        "kind",
        "number",
        "issued_at",
        "purchase",
        "refund",
        "base_amount",
        "tax_table",
        "total_amount",
        "from_whom",
        "to_whom",
    ]

    @display(description="Taxes")
    def tax_table(self, invoice: CreditInvoice) -> SafeString:
        return _taxes(invoice.taxes)

    @display(description="Seller")
    def from_whom(self, invoice: CreditInvoice) -> str:
        return _party(invoice.seller)

    @display(description="Buyer")
    def to_whom(self, invoice: CreditInvoice) -> str:
        return _party(invoice.buyer)

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(self.pdf)
        return [path("<uuid:pk>/pdf/", page, name="ai_features_invoice_pdf"), *super().get_urls()]

    def pdf(self, request: HttpRequest, pk: Any) -> HttpResponse:
        invoice = get_object_or_404(self.get_queryset(request).select_related("purchase"), pk=pk)
        return documents.as_http(invoice, "pdf")

    @display(description="Total", ordering="total_amount")
    def total(self, invoice: CreditInvoice) -> str:
        return money.written(invoice.total_amount)

    @display(description="PDF")
    def document(self, invoice: CreditInvoice) -> str:
        return format_html('<a href="{}/pdf/">PDF</a>', invoice.pk)


@admin.register(CreditRefund)
class RefundAdmin(StaffAdmin):
    """Refunds and charge-backs, with the person who asked and what became of them."""

    list_display = ["purchase", "kind", "state", "amount", "credits", "bonus_voided", "by", "reason", "created_at"]
    list_filter = ["status", "kind", "created_at"]
    list_select_related = ["purchase", "by"]
    search_fields = ["purchase__payment_reference", "reason", "problem"]

    @display(description="Status", label=COLOURS, ordering="status")
    def state(self, refund: CreditRefund) -> tuple[str, str]:
        return refund.status, refund.get_status_display()


@admin.register(AIMonthlyAddon)
class AddonAdmin(StaffAdmin):
    """Monthly add-ons and plans, and when each renews."""

    list_display = ["business", "package", "state", "payment_method", "period_start", "next_renewal_date", "attempts"]
    list_filter = ["package", "status", "payment_method", "next_renewal_date"]
    list_select_related = ["business"]
    search_fields = ["business__name"]

    @display(description="Status", label=COLOURS, ordering="status")
    def state(self, addon: AIMonthlyAddon) -> tuple[str, str]:
        return addon.status, addon.get_status_display()


@admin.register(StorefrontCard)
class StorefrontCardAdmin(StaffAdmin):
    """Cards that owners let us charge for the storefronts; what charges them is not shown."""

    list_display = ["business", "brand", "last4", "agreed_by", "agreed_at", "due", "attempts"]
    list_filter = ["agreed_at"]
    list_select_related = ["business", "agreed_by"]
    search_fields = ["business__name"]
    exclude = ["authorization_code"]


@admin.register(Message)
class MessageAdmin(StaffAdmin):
    """Messages to businesses; those given up can be tried again."""

    list_display = ["business", "channel", "subject", "state", "attempts", "problem", "created_at"]
    list_filter = ["status", "channel", "created_at"]
    list_select_related = ["business"]
    search_fields = ["business__name", "subject"]
    actions = ("send_again",)

    @display(description="Status", label=COLOURS, ordering="status")
    def state(self, message: Message) -> tuple[str, str]:
        return message.status, message.get_status_display()

    @admin.action(description="Try again those that were given up", permissions=["act"])
    def send_again(self, request: HttpRequest, chosen: QuerySet[Message]) -> None:
        again = chosen.filter(status=Message.Status.GIVEN_UP)
        count = again.update(status=Message.Status.WAITING, attempts=0, next_attempt_at=clock.now())
        messages.success(request, f"{count} messages will be sent with the next run.")


def _taxes(taxes: list[dict[str, str]]) -> SafeString:
    """Each tax with its rate in percent and its amount in GHS."""
    rows = [[tax["name"], money.written_percent(Decimal(tax["rate"])), tax["amount"]] for tax in taxes]
    if not rows:
        return format_html("{}", "No tax")
    return render_to_string(
        "unfold/components/table.html", {"table": {"headers": ["Tax", "Rate", "GHS"], "rows": rows}}
    )


def _party(who: dict[str, str]) -> str:
    """Name, address and tax number in one line."""
    return ", ".join(part for part in (who.get("name"), who.get("address"), who.get("tin")) if part)
