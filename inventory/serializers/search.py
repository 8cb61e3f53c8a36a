"""Searches and a shop's own search words as JSON."""

from typing import Any

from rest_framework import serializers

from accounts.models import Storefront
from common.api import TenantField
from inventory.models import SearchWord
from inventory.search.finding import LIMIT
from inventory.serializers import told

MOST_HITS = 50


class SearchSerializer(serializers.Serializer[Any]):
    """What may be asked."""

    q = serializers.CharField(max_length=200, help_text="As people say it: `tv under 3000`, `5kg rice`, a barcode.")
    storefront_id = TenantField(
        Storefront, required=False, help_text="Whose stock comes first; a cashier's own when left out."
    )
    tier = serializers.ChoiceField(choices=["retail", "wholesale"], required=False)
    limit = serializers.IntegerField(min_value=1, max_value=MOST_HITS, default=LIMIT)


class ElsewhereSerializer(serializers.Serializer[Any]):
    storefront_id = serializers.UUIDField()
    name = serializers.CharField()
    quantity = told(allow_null=True, help_text="Null for a cashier of another storefront.")


class HitSerializer(serializers.Serializer[Any]):
    """A product found. Never its cost."""

    id = serializers.UUIDField(source="good.id")
    name = serializers.CharField(source="good.name")
    sku = serializers.CharField(source="good.sku")
    barcode = serializers.CharField(source="good.barcode")
    brand = serializers.CharField(source="good.brand")
    category = serializers.CharField(source="good.category")
    unit = serializers.CharField(source="good.unit")
    price = serializers.DecimalField(max_digits=14, decimal_places=2)
    in_stock = serializers.BooleanField()
    units = told(help_text="At the storefront of the search; at all of them where there is none.")
    elsewhere = ElsewhereSerializer(many=True)


class UnderstoodSerializer(serializers.Serializer[Any]):
    """What of the text was read as prices, as an order and as a number of units."""

    lowest = serializers.DecimalField(max_digits=20, decimal_places=2, allow_null=True)
    highest = serializers.DecimalField(max_digits=20, decimal_places=2, allow_null=True)
    order = serializers.ChoiceField(choices=["", "cheapest", "dearest", "smallest", "largest"])
    tier = serializers.CharField()
    quantity = told(allow_null=True)


class FoundSerializer(serializers.Serializer[Any]):
    understood = UnderstoodSerializer(source="request")
    is_sold = serializers.BooleanField(help_text="Off when the shop has nothing of the kind.")
    missing = serializers.ListField(child=serializers.CharField(), help_text="Words that no product answers.")
    results = HitSerializer(source="hits", many=True)
    alternatives = HitSerializer(many=True, help_text="When nothing fits the price or size, or all is out of stock.")


class SearchWordSerializer(serializers.ModelSerializer[SearchWord]):
    """A word of the shop's customers: `said` "nkate", `meant` "groundnut paste | peanut butter"."""

    class Meta:
        model = SearchWord
        fields = ["id", "said", "meant", "learnt", "created_at"]
        read_only_fields = ["learnt"]
