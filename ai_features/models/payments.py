"""Money that buys credits: purchases, Paystack's events, invoices, refunds and the monthly add-on."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from ai_features.models.credits import ACTOR, CREDITS
from common.tenancy import TenantModel

AMOUNT: dict[str, Any] = {"max_digits": 12, "decimal_places": 2}
REASON: dict[str, Any] = {"max_length": 250, "blank": True}


class AICreditPurchase(TenantModel):
    """A pack, a custom amount, or a month of the add-on, a plan or the storefronts: from the click to the money."""

    class Package(models.TextChoices):
        STARTER = "starter", "Starter"
        VALUE = "value", "Value"
        PREMIUM = "premium", "Premium"
        CUSTOM = "custom", "Custom amount"
        ADDON = "addon", "Monthly add-on"
        AI_POWERED = "ai_powered", "AI-Powered plan"
        ENTERPRISE = "enterprise", "Enterprise plan"
        STOREFRONT = "storefront", "Storefront plan"

    class Method(models.TextChoices):
        MOBILE_MONEY = "mobile_money", "Mobile money"
        CARD = "card", "Card"

    class Status(models.TextChoices):
        PENDING = "pending", "Pending"
        COMPLETED = "completed", "Completed"
        FAILED = "failed", "Failed"
        REFUNDED = "refunded", "Refunded"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    package = models.CharField(max_length=10, choices=Package.choices)
    base_amount = models.DecimalField(**AMOUNT, default=0, help_text="The price in GHS before taxes.")
    taxes = models.JSONField(default=list, blank=True, help_text="[{name, rate, amount}], decimal strings.")
    terms = models.JSONField(
        null=True,
        blank=True,
        help_text="Of a plan: {rollover, starter_bonus, fair_use}; of storefronts: {months, keep_card, by_card}.",
    )
    amount_paid = models.DecimalField(**AMOUNT, help_text="The total in GHS, taxes included.")
    credits_purchased = models.DecimalField(**CREDITS)
    bonus_credits = models.DecimalField(**CREDITS, default=0)
    payment_reference = models.CharField(max_length=100, unique=True)
    payment_method = models.CharField(max_length=20, choices=Method.choices)
    payment_status = models.CharField(max_length=10, choices=Status.choices, default=Status.PENDING)
    purchased_at = models.DateTimeField(null=True, blank=True, help_text="When the payment was confirmed.")
    email = models.EmailField(blank=True, help_text="The address given to the payment provider.")
    domain = models.CharField(
        max_length=10, blank=True, help_text="live or test: the kind of our key when the payment began."
    )
    authorization_url = models.URLField(max_length=500, blank=True, help_text="Where the customer pays.")
    access_code = models.CharField(max_length=100, blank=True)
    reason = models.CharField(**REASON, help_text="Why it failed, or what is wrong with it.")
    needs_attention = models.BooleanField(default=False, help_text="Staff must look at this.")
    checked_at = models.DateTimeField(null=True, blank=True, help_text="When the payment provider was last asked.")
    next_check_at = models.DateTimeField(null=True, blank=True, help_text="When to ask again; never when empty.")
    addon = models.ForeignKey(
        "ai_features.AIMonthlyAddon", null=True, blank=True, on_delete=models.PROTECT, related_name="purchases"
    )
    period_start = models.DateField(null=True, blank=True, help_text="The month of the add-on that this pays.")

    class Meta:
        db_table = "ai_credit_purchases"
        ordering = ["-created_at", "-id"]
        verbose_name = "credit purchase"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_paid__gte=0, credits_purchased__gte=0, bonus_credits__gte=0),
                name="purchase_amounts_not_negative",
            ),
            models.UniqueConstraint(
                fields=["addon", "period_start", "package"],
                condition=Q(payment_status="completed"),
                name="one_payment_per_addon_month",
            ),
        ]
        indexes = [
            models.Index(fields=["business", "-created_at"]),
            models.Index(fields=["payment_status", "created_at"]),
            models.Index(fields=["payment_status", "next_check_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.payment_reference} {self.payment_status}"

    @property
    def credits(self) -> Decimal:
        """What the customer gets in all."""
        return self.credits_purchased + self.bonus_credits


class PaymentEvent(models.Model):
    """The inbox of webhooks: written before anything is done, kept with what was done and why."""

    class Outcome(models.TextChoices):
        RECEIVED = "received", "Received, not worked on yet"
        DONE = "done", "Done"
        NOTHING = "nothing", "Nothing to do"
        FLAGGED = "flagged", "Staff must look at this"
        REFUSED = "refused", "Refused"

    key = models.CharField(max_length=300, unique=True, help_text="An event with the same key is stored once.")
    event = models.CharField(max_length=100)
    reference = models.CharField(max_length=200, blank=True, db_index=True)
    purchase = models.ForeignKey(
        AICreditPurchase, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    body = models.TextField(blank=True)
    deliveries = models.PositiveIntegerField(default=1, help_text="How often it was delivered.")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.RECEIVED)
    reason = models.CharField(**REASON)
    received_at = models.DateTimeField()
    last_at = models.DateTimeField()
    processed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-received_at", "-id"]
        indexes = [models.Index(fields=["outcome", "received_at"])]

    def __str__(self) -> str:
        return f"{self.event} {self.reference} {self.outcome}"


class InvoiceCounter(models.Model):
    """The last number given. Locked while one is given, so that numbers have no gaps."""

    series = models.CharField(max_length=20, primary_key=True)
    last = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.series} {self.last}"


class CreditInvoice(TenantModel):
    """An invoice for a completed purchase, or a credit note for a refund of it, as it was when it was made."""

    class Kind(models.TextChoices):
        INVOICE = "invoice", "Invoice"
        CREDIT_NOTE = "credit_note", "Credit note"

    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.INVOICE)
    number = models.PositiveBigIntegerField()
    purchase = models.ForeignKey(AICreditPurchase, on_delete=models.PROTECT, related_name="invoices")
    refund = models.OneToOneField(
        "ai_features.CreditRefund", null=True, blank=True, on_delete=models.PROTECT, related_name="credit_note"
    )
    issued_at = models.DateTimeField()
    base_amount = models.DecimalField(**AMOUNT)
    taxes = models.JSONField(help_text="[{name, rate, amount}], decimal strings.")
    total_amount = models.DecimalField(**AMOUNT)
    seller = models.JSONField(help_text="{name, address, tin}")
    buyer = models.JSONField(help_text="{name, address, tin}")

    class Meta:
        ordering = ["-issued_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="one_invoice_per_number"),
            models.UniqueConstraint(fields=["purchase"], condition=Q(kind="invoice"), name="one_invoice_per_purchase"),
        ]

    def __str__(self) -> str:
        return self.written_number

    @property
    def written_number(self) -> str:
        prefix = "CN" if self.kind == self.Kind.CREDIT_NOTE else "INV"
        return f"AI-{prefix}-{self.number:06d}"

    @property
    def total_tax(self) -> Decimal:
        return self.total_amount - self.base_amount


class CreditRefund(TenantModel):
    """Money given back for the unspent paid credits of a purchase. Its lot stays locked until the end is known."""

    class Status(models.TextChoices):
        SENT = "sent", "Sent, answer not known"
        PENDING = "pending", "Under way at the provider"
        DONE = "done", "Money given back"
        FAILED = "failed", "Failed, credits unlocked"

    class Kind(models.TextChoices):
        OURS = "ours", "By us"
        PROVIDER = "provider", "At the provider"
        CHARGE_BACK = "charge_back", "Charge-back"

    purchase = models.ForeignKey(AICreditPurchase, on_delete=models.PROTECT, related_name="refunds")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.OURS)
    credits = models.DecimalField(**CREDITS, help_text="Paid credits given up.")
    bonus_voided = models.DecimalField(**CREDITS, default=0)
    amount = models.DecimalField(**AMOUNT, help_text="GHS given back, taxes included.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SENT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    reason = models.CharField(**REASON)
    provider_id = models.CharField(max_length=100, blank=True, help_text="The refund or dispute at the provider.")
    news_id = models.CharField(max_length=100, blank=True, help_text="The event that reported it; each is booked once.")
    problem = models.CharField(**REASON)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gte=0, credits__gte=0), name="refund_not_negative"),
            models.UniqueConstraint(
                fields=["purchase"],
                condition=Q(status__in=["sent", "pending"]),
                name="one_open_refund_per_purchase",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} of {self.purchase_id}, {self.status}"


class StorefrontCard(TenantModel):
    """A card that an owner lets us charge for the storefronts each month, until they say no. One a business."""

    authorization_code = models.CharField(max_length=100)
    email = models.EmailField(help_text="The address that the card is charged under.")
    brand = models.CharField(max_length=30, blank=True)
    last4 = models.CharField(max_length=4, blank=True)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    agreed_at = models.DateTimeField()
    due = models.DateField(null=True, blank=True, help_text="The month that the attempts are for.")
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "storefront_cards"
        constraints = [models.UniqueConstraint(fields=["business"], name="one_storefront_card")]

    def __str__(self) -> str:
        return f"{self.brand} ending {self.last4}".strip()


class AIMonthlyAddon(TenantModel):
    """The monthly add-on or plan of a business: what it costs, the month that is paid, and how the next one will be."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting for the first payment"
        ACTIVE = "active", "Active"
        LAPSED = "lapsed", "Lapsed"
        CANCELLED = "cancelled", "Cancelled"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    package = models.CharField(
        max_length=10,
        choices=AICreditPurchase.Package.choices,
        default=AICreditPurchase.Package.ADDON,
        db_default="addon",
    )
    next_package = models.CharField(
        max_length=10,
        choices=AICreditPurchase.Package.choices,
        blank=True,
        default="",
        db_default="",
        help_text="What it changes to when the paid month ends; empty: it stays as it is.",
    )
    monthly_price = models.DecimalField(**AMOUNT)
    monthly_credits = models.DecimalField(**CREDITS)
    rollover = models.DecimalField(
        **CREDITS, default=50, db_default=50, help_text="Unused credits that are carried into a paid month, at most."
    )
    starter_bonus = models.DecimalField(**CREDITS, default=0, db_default=0, help_text="On top of a starter pack.")
    fair_use = models.DecimalField(
        **CREDITS, null=True, blank=True, help_text="Answers are free up to this many credits a month, at list price."
    )
    payment_method = models.CharField(max_length=20, choices=AICreditPurchase.Method.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    start_date = models.DateField(null=True, blank=True)
    period_start = models.DateField(null=True, blank=True, help_text="The first day of the month that is paid.")
    next_renewal_date = models.DateField(null=True, blank=True, help_text="The day after the month that is paid.")
    end_date = models.DateField(null=True, blank=True)
    auto_renew = models.BooleanField(default=True)
    cancel_at_period_end = models.BooleanField(default=False)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    email = models.EmailField(blank=True, help_text="The address that the saved card is charged under.")
    authorization_code = models.CharField(max_length=100, blank=True, help_text="A saved card, when it is reusable.")
    attempts = models.PositiveSmallIntegerField(default=0, help_text="Failed renewals of the coming month.")
    next_attempt_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "ai_monthly_addons"
        ordering = ["-created_at", "-id"]
        verbose_name = "monthly add-on"
        constraints = [
            models.UniqueConstraint(
                fields=["business"], condition=Q(status__in=["waiting", "active"]), name="one_addon_per_business"
            )
        ]
        indexes = [models.Index(fields=["status", "next_renewal_date"])]

    def __str__(self) -> str:
        return f"{self.status} until {self.next_renewal_date}"
