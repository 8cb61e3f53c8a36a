"""The language that somebody reads, by the `Accept-Language` of the request. We write English and Twi."""

from django.utils.translation.trans_real import parse_accept_lang_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.serializers import Field

OURS = {"en": "en", "tw": "tw", "ak": "tw"}
"""By code. Akan is the language that Twi belongs to, and what phones call it."""
HEADER = OpenApiParameter(
    "Accept-Language",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    description="`tw` or `ak` for Twi, else English, where nothing else says in which language to write.",
)
"""For the page of the API, on the operations that heed it."""


def preferred(header: str) -> str:
    """The first of our languages that `Accept-Language` asks for, "en" where it asks for none."""
    asked = parse_accept_lang_header(header.lower())
    ours = [OURS.get(code.partition("-")[0]) for code, weight in asked if weight]
    return next((each for each in ours if each), "en")


class ReadersLanguage:
    """The default of a serializer's field `language`."""

    requires_context = True

    def __call__(self, field: Field) -> str:  # type: ignore[type-arg]
        request = field.context.get("request")
        return preferred(request.headers.get("Accept-Language", "") if request else "")
