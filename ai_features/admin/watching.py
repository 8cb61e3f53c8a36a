"""What shops were warned of and what they agreed to: kinds, states and times.

Who an alert is about, its receipts, and what was written to customers stay with the shop.
"""

from django.contrib import admin
from unfold.decorators import display

from ai_features.models import Automation, CreditAlert, CustomerMessage, LossAlert, Proposal, ProposalStep, StockAlert
from common.admin import ReadOnlyAdmin, ReadOnlyInline
from reports.losses.signals import SIGNALS

STATES: dict[str, str] = {
    Proposal.State.PROPOSED: "info",
    Proposal.State.APPROVED: "info",
    Proposal.State.EXECUTED: "success",
    Proposal.State.WITHDRAWN: "warning",
    Proposal.State.EXPIRED: "warning",
}
STATUSES: dict[str, str] = {
    CustomerMessage.Status.SENDING: "info",
    CustomerMessage.Status.SENT: "success",
    CustomerMessage.Status.DELIVERED: "success",
    CustomerMessage.Status.FAILED: "danger",
    CustomerMessage.Status.UNCERTAIN: "warning",
}
SEVERITIES = {"HIGH": "danger", "MEDIUM": "warning", "LOW": "info"}


class StepInline(ReadOnlyInline):
    model = ProposalStep
    fields = ["at", "state", "by", "note"]
    show_change_link = False


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """Each proposal with its log; customers are not named."""

    list_display = ["created_at", "business", "kind", "shown_state", "amount", "by_automation", "acts_at", "outcome"]
    list_filter = ["state", "kind", "by_automation", "created_at"]
    list_select_related = ["business"]
    search_fields = ["business__name", "outcome"]
    date_hierarchy = "created_at"
    fields = [
        "business",
        "kind",
        "state",
        "summary",
        "amount",
        "by_automation",
        "fingerprint",
        "expires_at",
        "acts_at",
        "executed_at",
        "outcome",
    ]
    inlines = [StepInline]

    @display(description="State", label=STATES, ordering="state")
    def shown_state(self, row: Proposal) -> tuple[str, str]:
        return row.state, row.get_state_display()


@admin.register(CustomerMessage)
class CustomerMessageAdmin(ReadOnlyAdmin):
    """What went to customers and how it fared, without its words."""

    list_display = ["started_at", "business", "channel", "level", "shown_status", "delivered_at", "problem"]
    list_filter = ["status", "channel", "level", "started_at"]
    list_select_related = ["business"]
    search_fields = ["business__name", "provider_id", "problem"]
    date_hierarchy = "started_at"
    fields = [
        "business",
        "proposal",
        "channel",
        "level",
        "status",
        "provider_id",
        "started_at",
        "sent_at",
        "delivered_at",
        "problem",
    ]

    @display(description="Status", label=STATUSES, ordering="status")
    def shown_status(self, row: CustomerMessage) -> tuple[str, str]:
        return row.status, row.get_status_display()


@admin.register(Automation)
class AutomationAdmin(ReadOnlyAdmin):
    """Standing approvals, with their bounds."""

    list_display = ["business", "kind", "enabled", "max_level", "max_amount", "channel", "from_hour", "until_hour"]
    list_filter = ["enabled", "kind", "channel"]
    list_select_related = ["business"]
    search_fields = ["business__name"]


@admin.register(LossAlert)
class LossAlertAdmin(ReadOnlyAdmin):
    """What the weekly scan found and what owners made of it; never about whom."""

    list_display = ["week", "business", "pattern", "shown_severity", "loss", "events", "expected", "verdict"]
    list_filter = ["verdict", "severity", "signal", "week"]
    list_select_related = ["business"]
    search_fields = ["business__name"]
    date_hierarchy = "week"
    fields = [
        "business",
        "week",
        "weeks",
        "signal",
        "severity",
        "loss",
        "events",
        "chances",
        "expected",
        "detected_at",
        "verdict",
        "verdict_at",
    ]

    @display(description="Pattern", ordering="signal")
    def pattern(self, row: LossAlert) -> str:
        return SIGNALS[row.signal].title

    @display(description="Severity", label=SEVERITIES, ordering="severity")
    def shown_severity(self, row: LossAlert) -> tuple[str, str]:
        return row.severity, row.get_severity_display()


@admin.register(CreditAlert)
class CreditAlertAdmin(ReadOnlyAdmin):
    """Signs that customers pay worse; customers are not named."""

    list_display = ["detected_at", "business", "severity", "outstanding_balance", "acknowledged_at", "cleared_at"]
    list_filter = ["severity", "detected_at"]
    list_select_related = ["business"]
    search_fields = ["business__name"]
    fields = ["business", "severity", "signs", "outstanding_balance", "detected_at", "acknowledged_at", "cleared_at"]


@admin.register(StockAlert)
class StockAlertAdmin(ReadOnlyAdmin):
    """Goods that run out, expire or lie too long."""

    list_display = [
        "detected_at",
        "business",
        "kind",
        "product",
        "storefront",
        "units",
        "value",
        "day",
        "acknowledged_at",
        "cleared_at",
    ]
    list_filter = ["kind", "detected_at", "cleared_at"]
    list_select_related = ["business", "product", "storefront"]
    search_fields = ["business__name", "product__name"]
