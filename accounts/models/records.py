"""What happened in a business that its owners must be able to look up, and the copies they asked for."""

from django.db import models

from accounts.models.tenants import Membership
from common.tenancy import AppendOnlyModel, TenantModel


def audit_actions() -> list[tuple[str, str]]:
    """What can be written down; by name, so that a new action needs no migration."""
    return AuditEntry.Action.choices


class AuditEntry(AppendOnlyModel):
    """Who changed what and when. Written in the transaction of the change, never changed afterwards.

    `by` is empty where our own staff, or nobody in particular, acted. Of a customer only the id is kept, so an
    erased one is not named here.
    """

    class Action(models.TextChoices):
        ROLE_CHANGED = "role_changed", "Role changed"
        MEMBER_LEFT = "member_left", "Person let go"
        MEMBER_RETURNED = "member_returned", "Person taken back"
        MEMBER_JOINED = "member_joined", "Person joined"
        INVITED = "invited", "Invitation sent"
        INVITATION_ENDED = "invitation_ended", "Invitation ended"
        BUSINESS_CHANGED = "business_changed", "Business changed"
        CREDIT_TERMS_CHANGED = "credit_terms_changed", "Customer's credit changed"
        CREDIT_OVERRIDDEN = "credit_overridden", "Credit limit overridden"
        PRICE_CHANGED = "price_changed", "Price changed"
        CUSTOMER_ERASED = "customer_erased", "Customer erased"
        CUSTOMERS_MERGED = "customers_merged", "Customers merged"
        CUSTOMERS_PARTED = "customers_parted", "Merged customers parted again"
        EXPENSE_CANCELLED = "expense_cancelled", "Expense taken back"
        SALE_REFUNDED = "sale_refunded", "Goods taken back"
        SALE_VOIDED = "sale_voided", "Sale voided"
        SALE_EXCHANGED = "sale_exchanged", "Goods exchanged"
        RETURNED_WITHOUT_RECEIPT = "returned_without_receipt", "Goods taken back without a receipt"
        PAYMENT_REFUNDED = "payment_refunded", "Payment paid back"
        OPENING_BALANCE_SET = "opening_balance_set", "Opening balance set"
        TILL_CLOSED = "till_closed", "Till closed"
        TILL_APPROVED = "till_approved", "Till approved"
        CREDITS_GRANTED = "credits_granted", "AI credits granted"
        AI_SUSPENDED = "ai_suspended", "AI suspended"
        AI_RESUMED = "ai_resumed", "AI resumed"
        CREDITS_REFUNDED = "credits_refunded", "AI credits refunded"
        AI_SETTINGS_CHANGED = "ai_settings_changed", "AI settings changed"
        AUTOMATION_CHANGED = "automation_changed", "Standing approval changed"
        RENEWAL_BY_CARD_ON = "renewal_by_card_on", "Renewal by card agreed to"
        RENEWAL_BY_CARD_OFF = "renewal_by_card_off", "Renewal by card ended"
        SECOND_FACTOR_ON = "second_factor_on", "Second factor switched on"
        SECOND_FACTOR_OFF = "second_factor_off", "Second factor switched off"
        EXPORTED = "exported", "Data exported"
        ORDER_SENT = "order_sent", "Order sent to a supplier"
        GOODS_RECEIVED = "goods_received", "Goods received"
        GOODS_SENT_BACK = "goods_sent_back", "Goods sent back"
        SUPPLIER_PAID = "supplier_paid", "Supplier paid"
        SUPPLIER_ENTRY_CANCELLED = "supplier_entry_cancelled", "Supplier's bill or payment cancelled"
        STOCK_COUNTED = "stock_counted", "Stock count completed"

    action = models.CharField(max_length=30, choices=audit_actions)
    by = models.ForeignKey(Membership, null=True, on_delete=models.PROTECT, related_name="+")
    by_staff = models.BooleanField(default=False, help_text="Our own staff acted, in the admin.")
    subject = models.CharField(max_length=200, blank=True, help_text="What it was done to, in words.")
    subject_id = models.UUIDField(null=True, blank=True, help_text="The id of the row it was done to.")
    details = models.JSONField(default=dict, help_text="Before and after: {field: [old, new]}, and reasons.")

    class Meta:
        verbose_name_plural = "audit entries"
        ordering = ["-created_at", "-id"]
        indexes = [models.Index(fields=["business", "-created_at"], name="audit_in_time")]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"


class Export(TenantModel):
    """A copy of a business's data, or of one customer's, made in the background and kept for some days."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    by = models.ForeignKey(Membership, null=True, on_delete=models.PROTECT, related_name="+")
    customer_id = models.UUIDField(
        null=True, blank=True, help_text="The one customer who is exported; empty: the whole business."
    )
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    file = models.FileField(upload_to="exports/", blank=True)
    rows = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True, help_text="When the file is deleted.")

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business"], condition=models.Q(status__in=["waiting", "running"]), name="one_export_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.business_id} {self.status}"
