"""What people say of answers, and the readings they were offered where a question was not clear."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from ai_features.models.credits import ACTOR, CREDITS
from ai_features.models.usage import AITransaction
from common.tenancy import TenantModel


class AIFeedback(TenantModel):
    """What somebody said of one answer, once. `asked` has pseudonyms for people, `answered` its {slots} unfilled."""

    transaction = models.OneToOneField(AITransaction, on_delete=models.CASCADE, related_name="feedback")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    helpful = models.BooleanField(null=True, blank=True)
    misunderstood = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True)
    credits_returned = models.DecimalField(**CREDITS, default=0)
    asked = models.TextField(blank=True)
    answered = models.TextField(blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = "feedback on an answer"
        verbose_name_plural = "feedback on answers"
        constraints = [models.CheckConstraint(condition=Q(credits_returned__gte=0), name="returned_not_negative")]
        indexes = [models.Index(fields=["misunderstood", "-created_at"])]

    def __str__(self) -> str:
        return f"{'misunderstood' if self.misunderstood else 'feedback'} {self.created_at:%Y-%m-%d}"


class OfferedQuestion(TenantModel):
    """One of the questions that were offered for a phrase that was not clear; `plan` names people by id only.

    Once it is chosen, the same phrase is read as this question for the whole shop.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, **ACTOR)
    phrase = models.CharField(max_length=64, help_text="A hash of the words that were not clear.")
    asked = models.TextField(help_text="The words, with pseudonyms for people.")
    question = models.TextField(help_text="The question offered, with pseudonyms for people.")
    plan = models.JSONField()
    chosen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["business", "phrase"], condition=Q(chosen_at__isnull=False), name="phrases_chosen"),
            models.Index(fields=["created_at"]),
        ]

    def __str__(self) -> str:
        return f"offered {self.created_at:%Y-%m-%d}"
