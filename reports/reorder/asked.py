"""What a reorder plan may be asked for, and what is drafted from it."""

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from accounts.models import Storefront
from common.api import TenantField
from inventory.models import Supplier
from inventory.serializers.buying import SentOrderSerializer
from reports.reorder.line import Action
from reports.reorder.plan import Wish


class WishSerializer(serializers.Serializer[Wish]):
    """One storefront, one supplier, a budget: what a plan is narrowed to."""

    storefront_id = TenantField(Storefront, required=False, help_text="One storefront; all when empty.")
    supplier_id = TenantField(Supplier, required=False, help_text="The goods of one supplier; all when empty.")
    budget = serializers.DecimalField(
        max_digits=14,
        decimal_places=2,
        min_value=Decimal(0),
        required=False,
        help_text="GHS to spend; what saves the most margin for a cedi comes first.",
    )
    review_days = serializers.IntegerField(
        min_value=1, max_value=60, default=7, help_text="How many days pass between one look at the stock and the next."
    )
    trip_cost = serializers.DecimalField(
        max_digits=14,
        decimal_places=2,
        min_value=Decimal(0),
        default=Decimal(20),
        help_text="GHS that a trip between two storefronts costs; what saves less is not moved.",
    )

    def wish(self) -> Wish:
        """What was asked for, once it is known to be valid."""
        found: dict[str, Any] = self.validated_data
        storefront, supplier = found.get("storefront_id"), found.get("supplier_id")
        return Wish(
            storefront_id=storefront.pk if storefront else None,
            supplier_id=supplier.pk if supplier else None,
            budget=found.get("budget"),
            review_days=found["review_days"],
            trip_cost=found["trip_cost"],
        )


class PlanAskedSerializer(WishSerializer):
    """`?storefront_id=&supplier_id=&budget=1500&action=ORDER&limit=50`."""

    action = serializers.ChoiceField(list(Action), required=False, help_text="Only results with this action.")
    limit = serializers.IntegerField(min_value=1, max_value=1000, default=50, help_text="How many results.")


class DraftedSerializer(serializers.Serializer[Any]):
    """The drafts, each with the message to its supplier, and what nobody is known to supply."""

    orders = SentOrderSerializer(many=True)
    lines_without_supplier = serializers.IntegerField()
