"""What was suggested, who agreed, what was done, and the messages that went to customers."""

from django.db import models
from django.db.models import Q

from accounts.models import Membership
from ai_features.models.brief import BriefCard
from common.tenancy import AppendOnlyModel, TenantModel
from inventory.models import MONEY
from sales.models import CollectionNote, Customer

MOST_A_DAY = 20
"""Messages to customers that a shop may send on one day."""


class Proposal(TenantModel):
    """Something to be done once somebody has agreed, as it was agreed or not at all.

    `facts` are what it rests on, `fingerprint` their hash; they are read again before it is done.
    """

    class Kind(models.TextChoices):
        REMINDER = "reminder", "Reminder to a customer"
        PURCHASE_ORDER = "purchase_order", "Order to a supplier"
        TRANSFER = "transfer", "Goods to another storefront"
        PRICE_CHANGE = "price_change", "New price"
        CREDIT_LIMIT = "credit_limit", "New credit limit"
        CREDIT_HOLD = "credit_hold", "No further sale on account"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Waits for a yes"
        APPROVED = "approved", "Agreed, to be done"
        EXECUTED = "executed", "Done"
        WITHDRAWN = "withdrawn", "Withdrawn, as the facts moved"
        EXPIRED = "expired", "Too old"
        DISMISSED = "dismissed", "Not wanted"
        UNDONE = "undone", "Taken back"

    OPEN = (State.PROPOSED, State.APPROVED)

    kind = models.CharField(max_length=20, choices=Kind.choices)
    key = models.CharField(max_length=120, help_text="What it is about; one open proposal for each key.")
    summary = models.CharField(max_length=300, help_text="{customer} stands for the customer's name.")
    payload = models.JSONField(help_text="What will be done.")
    facts = models.JSONField()
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the facts.")
    amount = models.DecimalField(**MONEY, null=True, blank=True, help_text="The amount at stake, in GHS.")
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    card = models.ForeignKey(BriefCard, null=True, blank=True, on_delete=models.SET_NULL, related_name="proposals")
    state = models.CharField(max_length=10, choices=State.choices, default=State.PROPOSED)
    by_automation = models.BooleanField(default=False, help_text="Approved by a rule that an owner set up.")
    proposed_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    acts_at = models.DateTimeField(
        null=True, blank=True, help_text="When it is carried out; until then it can be undone."
    )
    executed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "key"],
                condition=Q(state__in=["proposed", "approved"]),
                name="one_open_proposal_of_a_key",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "executed"]) | Q(approved_by__isnull=False, acts_at__isnull=False),
                name="done_only_when_approved",
            ),
        ]
        indexes = [
            models.Index(fields=["business", "state", "-created_at"], name="proposals_by_state"),
            models.Index(fields=["acts_at"], condition=Q(state="approved"), name="proposals_to_do"),
            models.Index(
                fields=["expires_at"], condition=Q(state__in=["proposed", "approved"]), name="proposals_to_expire"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class ProposalStep(AppendOnlyModel):
    """A line of a proposal's log: who brought it into which state, when and why. `by` is empty for a periodic job."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=Proposal.State.choices)
    by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "created_at"]
        indexes = [models.Index(fields=["proposal", "at"], name="steps_of_proposal")]

    def __str__(self) -> str:
        return self.state


class CustomerMessage(TenantModel):
    """One message to a customer, written down before it leaves, so that none leaves twice and none unseen."""

    class Status(models.TextChoices):
        SENDING = "sending", "On its way out"
        HANDED_OVER = "handed_over", "Given to a person as a link"
        SENT = "sent", "Taken by the network"
        DELIVERED = "delivered", "Delivered"
        FAILED = "failed", "Did not get there"
        UNCERTAIN = "uncertain", "Not known whether it left; never tried again"

    proposal = models.OneToOneField(Proposal, on_delete=models.PROTECT, related_name="message")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    note = models.OneToOneField(CollectionNote, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=CollectionNote.Channel.choices)
    level = models.CharField(max_length=20, help_text="first_reminder …")
    day = models.DateField()
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    values = models.JSONField(default=dict, help_text="The parameters of a WhatsApp template.")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.SENDING)
    provider_id = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField(help_text="When the facts were last read.")
    sent_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["-started_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["business", "customer", "day"],
                condition=~Q(status="failed"),
                name="one_message_a_customer_and_day",
            ),
        ]
        indexes = [
            models.Index(fields=["business", "-started_at"], name="messages_in_time"),
            models.Index(fields=["provider_id"], condition=~Q(provider_id=""), name="messages_by_provider_id"),
            models.Index(fields=["started_at"], condition=Q(status="sending"), name="messages_on_their_way"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.status}"


class SendingDay(TenantModel):
    """How many messages to customers a shop has sent on a day: no more than the database allows."""

    day = models.DateField()
    sent = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.UniqueConstraint(fields=["business", "day"], name="one_count_a_day"),
            models.CheckConstraint(condition=Q(sent__lte=MOST_A_DAY), name="messages_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.sent} on {self.day}"


AUTOMATED = [(kind.value, kind.label) for kind in (Proposal.Kind.REMINDER, Proposal.Kind.PURCHASE_ORDER)]
"""What a standing yes can cover."""


class Automation(TenantModel):
    """A standing yes to proposals of one kind, within bounds. Without a row: off."""

    class Level(models.TextChoices):
        FIRST = "first_reminder", "First reminders alone"
        SECOND = "second_reminder", "First and second reminders"

    KINDS = (Proposal.Kind.REMINDER, Proposal.Kind.PURCHASE_ORDER)

    kind = models.CharField(max_length=20, choices=AUTOMATED)
    enabled = models.BooleanField(default=False)
    max_level = models.CharField(max_length=20, choices=Level.choices, default=Level.FIRST)
    max_amount = models.DecimalField(**MONEY, default=500, help_text="The largest debt or order, in GHS.")
    channel = models.CharField(
        max_length=10,
        choices=[(c.value, c.label) for c in (CollectionNote.Channel.SMS, CollectionNote.Channel.WHATSAPP,
                                               CollectionNote.Channel.EMAIL)],
        default=CollectionNote.Channel.SMS,
    )  # fmt: skip
    from_hour = models.PositiveSmallIntegerField(default=9, help_text="From this hour in Accra …")
    until_hour = models.PositiveSmallIntegerField(default=17, help_text="… until, not at, this one.")
    changed_by = models.ForeignKey(Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind"]
        constraints = [
            models.UniqueConstraint(fields=["business", "kind"], name="one_automation_of_a_kind"),
            models.CheckConstraint(
                condition=Q(from_hour__gte=8, until_hour__lte=19, from_hour__lt=models.F("until_hour")),
                name="automation_within_hours",
            ),
            models.CheckConstraint(
                condition=Q(max_level__in=["first_reminder", "second_reminder"]), name="no_automatic_final_notice"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["reminder", "purchase_order"]), name="no_automatic_prices_or_limits"
            ),
            models.CheckConstraint(condition=Q(max_amount__gte=0), name="automation_amount_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {'on' if self.enabled else 'off'}"
