"""What the admin pages of this app share: history to read, with buttons that ask for a permission of their own."""

import uuid
from collections.abc import Callable
from typing import Any, TypeVar, cast

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from unfold.decorators import action

from common.admin import ReadOnlyAdmin

F = TypeVar("F", bound=Callable[..., Any])


class StaffAdmin(ReadOnlyAdmin):
    """A model that staff can look through; who may change it in principle may press its buttons."""

    actions: Any = ()
    actions_detail: Any = ()

    def has_act_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        return bool(request.user.has_perm(f"{self.opts.app_label}.change_{self.opts.model_name}"))


def button(title: str, text: str = "", *, icon: str = "", form: Any = None) -> Callable[[F], F]:
    """A button on the page of a row. It opens a dialog, so that nothing happens by following a link."""
    dialog = {"title": title, "description": text, "form_class": form, "form_submit_text": title}
    made: Any = action(description=title, icon=icon, permissions=["act"], dialog=cast(Any, dialog))
    return cast("Callable[[F], F]", made)


def back_to(row: Model) -> HttpResponse:
    """The answer of a dialog that is done: the browser goes to the row's page and shows the messages there."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return HttpResponse(headers={"HX-Redirect": reverse(name, args=[row.pk])})


def staff_id(request: HttpRequest) -> uuid.UUID:
    """The id of the member of staff who pressed a button, for the record."""
    return cast(uuid.UUID, request.user.pk)
