"""How a business is told: the channels it chose, and each message sent or still to be sent."""

from django.db import models

from accounts.models import Business
from ai_features.models.usage import AIUsageAlert
from common.tenancy import TenantModel, TenantQuerySet


class NotificationChannels(models.Model):
    """Where alerts of a business go. Without a row: by email to the business, no SMS."""

    business = models.OneToOneField(Business, primary_key=True, on_delete=models.CASCADE, related_name="+")
    email = models.BooleanField(default=True)
    sms = models.BooleanField(default=False)
    brief = models.BooleanField(default=True, help_text="Send the daily brief at seven in the morning.")
    email_to = models.EmailField(blank=True, help_text="The business's own address, or its owner's, when empty.")
    phone = models.CharField(max_length=20, blank=True, help_text="The business's own, or its owner's, when empty.")

    objects = TenantQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "notification channels"

    def __str__(self) -> str:
        return f"email {self.email}, SMS {self.sms}"


class Message(TenantModel):
    """One message by one channel, about an alert or a payment; tried again until it is sent or given up."""

    class Channel(models.TextChoices):
        EMAIL = "email", "Email"
        SMS = "sms", "SMS"

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        GIVEN_UP = "given_up", "Given up"

    alert = models.ForeignKey(AIUsageAlert, null=True, blank=True, on_delete=models.CASCADE, related_name="messages")
    channel = models.CharField(max_length=5, choices=Channel.choices)
    key = models.CharField(max_length=200, help_text="A message with the same key is sent once.")
    subject = models.CharField(max_length=200)
    text = models.TextField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=250, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["business", "channel", "key"], name="one_message_per_key")]
        indexes = [
            models.Index(fields=["next_attempt_at"], condition=models.Q(status="waiting"), name="messages_to_send")
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.status}"
