"""Tickets: what help could not answer, for our staff to answer by hand."""

from django.conf import settings
from django.db import models

from ai_features.models.conversations import Conversation
from ai_features.models.credits import ACTOR
from common.tenancy import TenantModel


class SupportTicket(TenantModel):
    """A request for a person. One is open for each conversation at most."""

    class Reason(models.TextChoices):
        MONEY = "money", "Money and credits do not agree"
        DATA = "data", "Data is missing"
        PERSON = "person", "Asked for a person"
        NOT_ANSWERED = "not_answered", "Help had no answer twice"

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        ANSWERED = "answered", "Answered"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    conversation = models.ForeignKey(Conversation, null=True, on_delete=models.SET_NULL, related_name="tickets")
    reason = models.CharField(max_length=20, choices=Reason.choices)
    message = models.TextField(help_text="The last message, with people replaced by pseudonyms.")
    facts = models.JSONField(default=dict, help_text="The state of the account at that moment.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["conversation"], condition=models.Q(status="open"), name="one_open_ticket_a_conversation"
            )
        ]
        indexes = [models.Index(fields=["status", "-created_at"], name="support_tickets_waiting")]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}, {self.get_status_display().lower()}"
