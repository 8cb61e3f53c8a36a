"""The search box of the till, and the words that a shop adds to it."""

from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from common.api import CallerMixin
from inventory import queries, services
from inventory.models import SearchWord
from inventory.search import Found, Hit, find, priced
from inventory.serializers.search import FoundSerializer, SearchSerializer, SearchWordSerializer
from inventory.views.catalogue import CatalogueViewSet


@extend_schema(tags=["products"])
class ProductSearchView(CallerMixin, APIView):
    """Goods as people ask for them at the counter. Free."""

    @extend_schema(
        summary="Find goods as they are asked for at the counter",
        parameters=[SearchSerializer],
        responses=FoundSerializer,
    )
    def get(self, request: Request) -> Response:
        asked = SearchSerializer(data=request.query_params, context={"request": request})
        asked.is_valid(raise_exception=True)
        values = asked.validated_data
        storefront_id = values["storefront_id"].pk if "storefront_id" in values else self.caller.storefront_id
        self.caller.require_storefront(storefront_id)
        found = find(
            self.caller.business_id,
            values["q"],
            storefront_id=storefront_id,
            tier=values.get("tier", ""),
            own_list=values["price_list_id"].pk if "price_list_id" in values else None,
            limit=values["limit"],
        )
        services.note_search(self.caller, found)
        if self.caller.storefront_id:
            found = _without_units_elsewhere(found)
        hits, near = priced(self.caller.business_id, found)
        return Response(FoundSerializer({"found": found, "hits": hits, "alternatives": near}).data)


def _without_units_elsewhere(found: Found) -> Found:
    """For who may read the stock of one storefront alone: where else there is some, not how much."""

    def told(hits: list[Hit]) -> list[Hit]:
        return [replace(hit, elsewhere=tuple(replace(p, quantity=None) for p in hit.elsewhere)) for hit in hits]

    return replace(found, hits=told(found.hits), alternatives=told(found.alternatives))


@extend_schema(tags=["products"])
@extend_schema_view(
    list=extend_schema(summary="The shop's own search words, typed in or learnt"),
    retrieve=extend_schema(summary="One search word"),
    create=extend_schema(summary="Say what a word of your customers means"),
    partial_update=extend_schema(summary="Change a search word"),
    destroy=extend_schema(summary="Forget a search word"),
)
class SearchWordViewSet(CatalogueViewSet):
    queryset = SearchWord.objects.none()
    serializer_class = SearchWordSerializer
    filterset_fields = ["learnt"]
    search_fields = ["said", "meant"]
    ordering_fields = ["said", "created_at"]

    def rows(self) -> QuerySet[SearchWord]:
        return queries.search_words(self.caller.business_id)

    def write(self, pk: Any, values: dict[str, Any]) -> SearchWord:
        if pk is None:
            return services.create_search_word(self.caller, **values)
        return services.change_search_word(self.caller, pk, changes=values)

    def perform_destroy(self, instance: SearchWord) -> None:
        services.delete_search_word(self.caller, instance.pk)
