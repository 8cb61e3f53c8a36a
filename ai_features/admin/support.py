"""Tickets, for our staff to answer."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from unfold.decorators import display
from unfold.forms import BaseDialogForm
from unfold.widgets import UnfoldAdminTextareaWidget

from ai_features.admin.base import StaffAdmin, back_to, button, staff_id
from ai_features.help import tickets
from ai_features.models import SupportTicket
from common.errors import Conflict


class AnswerForm(BaseDialogForm):
    answer = forms.CharField(
        max_length=2000, widget=UnfoldAdminTextareaWidget, help_text="Emailed to the person who asked."
    )


@admin.register(SupportTicket)
class SupportTicketAdmin(StaffAdmin):
    """Tickets, those that wait first."""

    list_display = ["created_at", "business", "reason", "status", "message"]
    list_filter = ["status", "reason", "created_at"]
    list_select_related = ["business"]
    search_fields = ["business__name", "message"]
    ordering = ["-status", "-created_at"]
    actions_detail = ("answer_ticket",)
    readonly_fields = ["conversation_so_far"]
    fields = [
        "business",
        "user",
        "reason",
        "status",
        "message",
        "conversation_so_far",
        "facts",
        "answer",
        "answered_by",
        "answered_at",
    ]

    @display(description="Conversation")
    def conversation_so_far(self, ticket: SupportTicket) -> SafeString:
        """What was asked and answered, oldest first."""
        turns = ticket.conversation.turns.order_by("at", "id") if ticket.conversation else ()
        return format_html_join("", "<p><b>{}</b><br>{}</p>", [(turn.asked, turn.answered) for turn in turns])

    @button("Answer", "The answer is emailed to the person who asked.", icon="reply", form=AnswerForm)
    def answer_ticket(self, request: HttpRequest, form: AnswerForm, object_id: str) -> HttpResponse:
        ticket: Any = get_object_or_404(SupportTicket, pk=object_id)
        try:
            ticket = tickets.answer_ticket(ticket.pk, by=staff_id(request), answer=form.cleaned_data["answer"])
            self.log_change(request, ticket, "Answered")
            messages.success(request, "The answer was sent.")
        except Conflict as answered:
            messages.error(request, str(answered))
        return back_to(ticket)
