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
    built = Path(settings.WHITENOISE_ROOT)
    if not (built / "index.html").exists():
        return redirect("docs")
    place = request.path.strip("/") or "today"
    own = built / "pages" / f"{place}.html"  # names the scripts of its screen, so that they are fetched at once
    page = own if place in [*PLACES.split("|"), "today"] and own.exists() else built / "index.html"
    response = HttpResponse(page.read_bytes())
    response["Cache-Control"] = "no-cache"  # its scripts change their names with every build
    return response
