"""The same for several credit accounts at once: grant, suspend, resume."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from unfold.forms import BaseDialogForm

from ai_features.admin.account_forms import GrantForm, SuspendForm, grant
from ai_features.admin.base import StaffAdmin, staff_id
from ai_features.models import BusinessAICredits
from ai_features.services import AIBillingService
from common.errors import DomainError

MOST = 500
"""Accounts in one go; a form with more is not taken by Django."""
Chosen = QuerySet[BusinessAICredits]
Work = Callable[[BusinessAICredits, dict[str, Any]], str]


class BulkAccounts(StaffAdmin):
    """Actions on the chosen accounts; each asks first, on a page that names them."""

    actions = ("grant_chosen", "suspend_chosen", "resume_chosen")

    @admin.action(description="Grant credits", permissions=["act"])
    def grant_chosen(self, request: HttpRequest, chosen: Chosen) -> HttpResponse | None:
        def work(account: BusinessAICredits, asked: dict[str, Any]) -> str:
            lot = grant(account, asked, by=staff_id(request))
            return f"Granted {lot.granted} credits: {lot.reason}" if lot.is_new else ""

        return self._ask(request, chosen, "Grant credits", GrantForm, work)

    @admin.action(description="Suspend AI", permissions=["act"])
    def suspend_chosen(self, request: HttpRequest, chosen: Chosen) -> HttpResponse | None:
        def work(account: BusinessAICredits, asked: dict[str, Any]) -> str:
            AIBillingService.suspend(account.business_id, reason=asked["reason"])
            return f"Suspended: {asked['reason']}"

        return self._ask(request, chosen, "Suspend AI", SuspendForm, work)

    @admin.action(description="Resume AI", permissions=["act"])
    def resume_chosen(self, request: HttpRequest, chosen: Chosen) -> HttpResponse | None:
        def work(account: BusinessAICredits, asked: dict[str, Any]) -> str:
            AIBillingService.resume(account.business_id)
            return "Resumed"

        return self._ask(request, chosen, "Resume AI", BaseDialogForm, work)

    def _ask(
        self, request: HttpRequest, chosen: Chosen, title: str, form_class: type[BaseDialogForm], work: Work
    ) -> HttpResponse | None:
        """The page that asks; once it is filled in, the work on each account and how it ended."""
        if chosen.count() > MOST:
            messages.error(request, f"Choose {MOST} accounts at most.")
            return None
        found = list(chosen.select_related("business"))
        form = form_class(request, None, request.POST if "_form_submitted" in request.POST else None)
        if form.is_bound and form.is_valid():
            self._work(request, found, form.cleaned_data, work)
            return None
        context = self.admin_site.each_context(request) | {
            "title": title,
            "opts": self.opts,
            "form": form,
            "chosen": found,
            "action": request.POST.get("action", ""),
            "checkbox": ACTION_CHECKBOX_NAME,
        }
        return TemplateResponse(request, "admin/ai_features/bulk.html", context)

    def _work(self, request: HttpRequest, found: list[BusinessAICredits], asked: dict[str, Any], work: Work) -> None:
        """Each account on its own: one that refuses keeps none of the others from it."""
        done = 0
        for account in found:
            try:
                said = work(account, asked)
            except DomainError as refusal:
                messages.error(request, f"{account.business}: {refusal.message}")
                continue
            if said:
                self.log_change(request, account, said)
            done += 1
        messages.success(request, f"Done for {done} of {len(found)} accounts.")
