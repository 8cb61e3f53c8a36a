"""The log-ins of a user, each from one device."""

import uuid

from django.db import models
from knox.models import AuthToken


class LogIn(models.Model):
    """Where and when a token was given out, so that its user can recognise the device and end it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token = models.OneToOneField(AuthToken, on_delete=models.CASCADE, related_name="log_in")
    device = models.CharField(max_length=250, blank=True, help_text="The browser or app, as it names itself.")
    address = models.CharField(max_length=45, blank=True, help_text="The IP address of the request.")

    last_used_at = models.DateTimeField(null=True, blank=True, help_text="To the day; empty until the second day.")

    class Meta:
        verbose_name = "log-in"

    def __str__(self) -> str:
        return str(self.id)
