"""What prices were and are."""

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins

from common.tenancy import MANAGEMENT, TenantQuerySet
from common.viewsets import TenantViewSet
from inventory import queries
from inventory.filters import PriceChangeFilter
from inventory.models import PriceChange
from inventory.serializers.prices import PriceChangeSerializer


@extend_schema(tags=["prices"])
@extend_schema_view(
    list=extend_schema(summary="What prices were and became, newest first"),
    retrieve=extend_schema(summary="One change of prices"),
)
class PriceHistoryViewSet(mixins.ListModelMixin, mixins.RetrieveModelMixin, TenantViewSet):
    queryset = PriceChange.objects.none()
    serializer_class = PriceChangeSerializer
    roles = MANAGEMENT
    filterset_class = PriceChangeFilter
    search_fields = ["product__name", "product__sku"]
    ordering_fields = ["at", "product__name"]

    def rows(self) -> TenantQuerySet[PriceChange]:
        return queries.price_changes(self.caller.business_id)
