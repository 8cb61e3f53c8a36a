"""What the lists of accounts can be narrowed by. Ids are plain: another business's find nothing."""

from django_filters.filters import UUIDFilter
from django_filters.rest_framework.filterset import FilterSet

from accounts.models import Membership


class StaffFilter(FilterSet):
    storefront_id = UUIDFilter("storefront_id")

    class Meta:
        model = Membership
        fields = ["role", "is_active"]
