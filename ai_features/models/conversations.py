"""What was said in a conversation, with people and figures as slots. Purged after `AI_TEXT_RETENTION_DAYS`."""

from django.conf import settings
from django.db import models

from ai_features.models.credits import ACTOR
from common.tenancy import TenantModel


class Conversation(TenantModel):
    """A series of questions by one person to one feature. Its id seeds the pseudonyms of the people in it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    feature = models.CharField(max_length=50)
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["-updated_at", "-id"]
        indexes = [
            models.Index(fields=["business", "user", "-updated_at"]),
            models.Index(fields=["updated_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.feature} of {self.business_id}"


class Turn(models.Model):
    """One question and its answer. `asked` has pseudonyms for people, `answered` has its {slots} unfilled."""

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    asked = models.TextField()
    answered = models.TextField(blank=True)
    state = models.JSONField(default=dict, help_text="The plan, the figures of the slots, and the ids of people.")
    transaction = models.ForeignKey(
        "ai_features.AITransaction", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["conversation", "at"])]

    def __str__(self) -> str:
        return f"turn of {self.conversation_id}"
