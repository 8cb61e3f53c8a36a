"""Tickets, for our staff to answer."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
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
    fields = ["business", "user", "reason", "status", "message", "facts", "answer", "answered_by", "answered_at"]

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
