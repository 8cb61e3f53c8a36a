"""What was said and agreed about debts."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership
from common.tenancy import TenantModel
from inventory.models import MONEY
from sales.models.customers import Customer

REMINDER_TYPES = ("first_reminder", "second_reminder", "final_notice", "payment_plan_offer")


class CollectionNote(TenantModel):
    """A contact with a customer about a debt: how, what came of it, what next."""

    class Channel(models.TextChoices):
        CALL = "call", "Call"
        SMS = "sms", "SMS"
        WHATSAPP = "whatsapp", "WhatsApp"
        EMAIL = "email", "Email"
        VISIT = "visit", "Visit"

    class Outcome(models.TextChoices):
        REACHED = "reached", "Reached"
        NOT_REACHED = "not_reached", "Not reached"
        PROMISED = "promised", "Promised to pay"
        DISPUTED = "disputed", "Disputed"
        REFUSED = "refused", "Refused"
        SENT = "sent", "Message sent"
        DELIVERED = "delivered", "Message delivered"
        FAILED = "failed", "Message did not get there"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="collection_notes")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    message_type = models.CharField(max_length=20, blank=True, help_text="first_reminder … when a reminder was sent.")
    text = models.TextField(blank=True)
    next_action_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["business", "customer", "-at"])]

    def __str__(self) -> str:
        return f"{self.channel} {self.outcome}"


class PromiseToPay(TenantModel):
    """What a customer promised. Kept, open or broken is computed from the allocations, never stored."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="promises")
    amount = models.DecimalField(**MONEY)
    promised_on = models.DateField()
    due_on = models.DateField()
    note = models.CharField(max_length=250, blank=True)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "promises to pay"
        ordering = ["-due_on", "-id"]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="promise_above_zero")]
        indexes = [models.Index(fields=["business", "customer", "due_on"])]

    def __str__(self) -> str:
        return f"{self.amount} by {self.due_on}"


class PaymentPlan(TenantModel):
    """Instalments agreed for a customer's open balance."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="payment_plans")
    total = models.DecimalField(**MONEY)
    agreed_on = models.DateField()
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-agreed_on", "-id"]
        constraints = [models.CheckConstraint(condition=Q(total__gt=0), name="plan_above_zero")]

    def __str__(self) -> str:
        return f"{self.total} from {self.agreed_on}"


class Instalment(TenantModel):
    """One part of a payment plan."""

    plan = models.ForeignKey(PaymentPlan, on_delete=models.CASCADE, related_name="instalments")
    due_on = models.DateField()
    amount = models.DecimalField(**MONEY)

    class Meta:
        ordering = ["due_on"]
        constraints = [models.CheckConstraint(condition=Q(amount__gt=0), name="instalment_above_zero")]

    def __str__(self) -> str:
        return f"{self.amount} on {self.due_on}"
