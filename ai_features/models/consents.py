"""What a business has agreed to and switched on."""

from django.db import models
from django.db.models import Q

from accounts.models import Business
from ai_features.models.credits import ACTOR
from common.tenancy import TenantModel, TenantQuerySet


class AIConsent(TenantModel):
    """An owner's agreement that the shop's figures go to a model: who, when, to which text, and until when."""

    text_version = models.CharField(max_length=20)
    given_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey("accounts.User", **ACTOR)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-given_at"]
        verbose_name = "AI consent"
        constraints = [
            models.UniqueConstraint(fields=["business"], condition=Q(withdrawn_at=None), name="one_standing_consent")
        ]

    def __str__(self) -> str:
        return f"{self.text_version} {'withdrawn' if self.withdrawn_at else 'given'}"


class BusinessAISettings(models.Model):
    """Whether a business may and wants to use AI features: what every AI request reads first."""

    business = models.OneToOneField(Business, primary_key=True, on_delete=models.CASCADE, related_name="ai_settings")
    ai_enabled = models.BooleanField(default=True, help_text="The business's own switch.")
    consent = models.ForeignKey(AIConsent, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    voice_agreed_by = models.ForeignKey("accounts.User", **ACTOR)
    voice_agreed_at = models.DateTimeField(
        null=True, blank=True, help_text="When an owner agreed to send recordings out; empty: no questions by voice."
    )
    monthly_asked_on = models.DateField(
        null=True, blank=True, help_text="When it was last checked whether free credits are due."
    )

    objects = TenantQuerySet.as_manager()

    class Meta:
        verbose_name = "AI settings"
        verbose_name_plural = "AI settings"

    def __str__(self) -> str:
        return f"AI settings of {self.business_id}"


class AITrialClaim(TenantModel):
    """The one business that a mailbox has had its free trial for; the mailbox as a hash."""

    mailbox = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name = "AI trial claim"

    def __str__(self) -> str:
        return f"trial of {self.business_id}"
