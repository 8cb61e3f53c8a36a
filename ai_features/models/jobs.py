"""When the periodic jobs ran, for staff and for the monitoring."""

from django.db import models


class JobRun(models.Model):
    """The last run of one periodic job."""

    name = models.CharField(max_length=50, primary_key=True)
    started_at = models.DateTimeField()
    succeeded_at = models.DateTimeField(null=True, blank=True, help_text="When the last run without a failure began.")
    seconds = models.DecimalField(max_digits=9, decimal_places=3, default=0)
    done = models.PositiveIntegerField(default=0, help_text="Rows handled in the last run.")
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
