"""What the lists of accounts can be narrowed by. Ids are plain: another business's find nothing."""

from django_filters.filters import UUIDFilter
from django_filters.rest_framework.filterset import FilterSet

from accounts.models import AuditEntry, Membership
from common.filters import Days


class StaffFilter(FilterSet):
    storefront_id = UUIDFilter("storefront_id")

    class Meta:
        model = Membership
        fields = ["role", "is_active"]


class AuditFilter(Days):
    moment = "created_at"
    staff_id = UUIDFilter("by_id", label="Changes by this person.")
    subject_id = UUIDFilter("subject_id", label="Changes to this row: a person, product, customer or sale.")

    class Meta:
        model = AuditEntry
        fields = ["action", "by_staff"]
