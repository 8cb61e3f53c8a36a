"""What a shop adds to the search of its goods."""

from django.db import models
from django.db.models.functions import Lower

from accounts.models import Membership
from common.tenancy import TenantModel


class SearchWord(TenantModel):
    """A word that a shop's customers use, and what it is called on the shelf; alternatives are divided by |."""

    said = models.CharField(max_length=60)
    meant = models.CharField(max_length=250)
    learnt = models.BooleanField(default=False, help_text="Learned from what was sold after a search for it.")

    class Meta:
        ordering = ["said", "id"]
        constraints = [models.UniqueConstraint("business", Lower("said"), name="one_search_word_per_text")]

    def __str__(self) -> str:
        return f"{self.said} > {self.meant}"


class SearchMiss(TenantModel):
    """A word of a search that nothing in the shop answered, kept for a month to learn from what is sold next."""

    said = models.CharField(max_length=60)
    by = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "search misses"
        indexes = [models.Index(fields=["business", "at"])]

    def __str__(self) -> str:
        return self.said
