"""Past sales on their way in."""

from typing import Any

from django.db import models

from accounts.models import Storefront
from common.file_lines import PeopleImport
from common.import_journal import ImportStep
from common.imports import ImportJob


class SalesImport(ImportJob):
    """A CSV of past sales on its way in."""

    storefront: Any = models.ForeignKey(Storefront, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")


class SalesImportStep(ImportStep):
    """One batch of it, for taking it back."""

    job = models.ForeignKey(SalesImport, on_delete=models.CASCADE, related_name="steps")


class CustomerImport(PeopleImport):
    """A file of customers, and what they owed before, on its way in."""
