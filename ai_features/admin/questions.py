"""What was misunderstood, for those who teach the engine new phrases; people and figures are not shown."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin
from unfold.decorators import display

from ai_features.models import AIFeedback


@admin.register(AIFeedback)
class AIFeedbackAdmin(ModelAdmin):
    """The wording of questions that were misunderstood, and what was answered, with slots unfilled."""

    list_display = ["created_at", "asked", "answered", "verdict", "credits_returned", "business"]
    list_filter = ["misunderstood", "helpful", "created_at"]
    search_fields = ["asked", "note"]
    list_select_related = ["business"]
    date_hierarchy = "created_at"

    @display(description="Verdict", label={"misunderstood": "warning", "helpful": "success", "unhelpful": "danger"})
    def verdict(self, row: AIFeedback) -> tuple[str, str]:
        """A word each: a tick beside "misunderstood" would look like praise."""
        if row.misunderstood:
            return "misunderstood", "Misunderstood"
        if row.helpful is None:
            return "", "No verdict"
        return ("helpful", "Helpful") if row.helpful else ("unhelpful", "Not helpful")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
