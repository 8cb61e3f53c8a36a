"""Taking what tills did without a connection."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from common.tenancy import Caller
from sales import services
from sales.serializers.offline import OfflineSerializer, OutcomesSerializer, offline_items

CLOCK_IS_WRONG = "The clock of this till is wrong; please set it."
LOOK_AT_REFUSED = "Some of what was sold without a connection was not taken; please look at it."


class TakesOffline:
    """For the view that tills synchronise with."""

    caller: Caller

    @extend_schema(
        tags=["tills"],
        summary="Send what a till did without a connection: each item once, in order, or refused with its reason",
        request=OfflineSerializer,
        responses=OutcomesSerializer,
    )
    def post(self, request: Request) -> Response:
        body = OfflineSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        ahead = services.clock_offset(body.validated_data["device_time"])
        items = offline_items(body.validated_data["items"])
        results = services.take_offline(self.caller, items, ahead=ahead)
        refused = any(outcome.status == "refused" for outcome in results)
        told = [text for text, wanted in ((CLOCK_IS_WRONG, ahead), (LOOK_AT_REFUSED, refused)) if wanted]
        seconds = round(ahead.total_seconds())
        answer = {"results": results, "clock_ahead_seconds": seconds, "message": " ".join(told)}
        return Response(OutcomesSerializer(answer).data)
