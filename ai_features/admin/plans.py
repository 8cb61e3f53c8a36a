"""The admin of plans: their numbers, which are in force for what is bought from then on."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from ai_features.models import AIPlan


@admin.register(AIPlan)
class PlanAdmin(ModelAdmin):
    """Price, credits and fair use of each plan. What a business has bought keeps its numbers."""

    list_display = ["__str__", "price", "credits", "rollover", "starter_bonus", "fair_use", "is_offered"]
    readonly_fields = ["key"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
