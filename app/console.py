"""The web console: one page for all its URLs, built by `make web` into `web/dist`."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

# The first words of the console's paths; the API's own, `…/api/…`, are never among them.
PLACES = (
    "ask|credits|customers|email|invitations|login|money|password|payment|register|reports|sell|settings|stock|unusual"
)
ADDRESS = rf"^(?:{PLACES})(?:/(?!api/).*)?$"


@require_safe
def console(request: HttpRequest) -> HttpResponse:
    """The page of the console; where it is not built, the way to the API page."""
    page = Path(settings.WHITENOISE_ROOT) / "index.html"
    if not page.exists():
        return redirect("docs")
    response = HttpResponse(page.read_bytes())
    response["Cache-Control"] = "no-cache"  # its scripts change their names with every build
    return response
