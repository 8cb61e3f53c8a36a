"""Searches and a shop's own search words as JSON."""

from typing import Any

from rest_framework import serializers

from accounts.models import Storefront
from common.api import TenantField
from inventory.models import PriceList, SearchWord
from inventory.search.finding import LIMIT
from inventory.serializers import told

MOST_HITS = 50


class SearchSerializer(serializers.Serializer[Any]):
    """What may be asked."""

    q = serializers.CharField(max_length=200, help_text="As people say it: `tv under 3000`, `5kg rice`, a barcode.")
    storefront_id = TenantField(
        Storefront, required=False, help_text="The storefront whose stock comes first; a cashier's own when left out."
    )
    tier = serializers.ChoiceField(choices=["retail", "wholesale"], required=False)
    price_list_id = TenantField(PriceList, required=False, help_text="The customer's own price list.")
    limit = serializers.IntegerField(min_value=1, max_value=MOST_HITS, default=LIMIT)


class ElsewhereSerializer(serializers.Serializer[Any]):
    storefront_id = serializers.UUIDField()
    name = serializers.CharField()
    quantity = told(allow_null=True, help_text="Null for a cashier of another storefront.")


class PackPriceSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    units = told()
    barcode = serializers.CharField()
    price = serializers.DecimalField(max_digits=14, decimal_places=2, help_text="GHS for one pack.")


class BreakSerializer(serializers.Serializer[Any]):
    min_quantity = told()
    price = serializers.DecimalField(max_digits=14, decimal_places=2, help_text="GHS a unit from that quantity on.")


class HitSerializer(serializers.Serializer[Any]):
    """A product found. Never its cost."""

    id = serializers.UUIDField(source="hit.good.id")
    name = serializers.CharField(source="hit.good.name")
    sku = serializers.CharField(source="hit.good.sku")
    barcode = serializers.CharField(source="hit.good.barcode")
    brand = serializers.CharField(source="hit.good.brand")
    category = serializers.CharField(source="hit.good.category")
    unit = serializers.CharField(source="hit.good.unit")
    price = serializers.DecimalField(
        source="hit.price", max_digits=14, decimal_places=2, help_text="By the price lists, for the quantity asked for."
    )
    in_stock = serializers.BooleanField(source="hit.in_stock")
    units = told(source="hit.units", help_text="At the storefront of the search; at all of them where there is none.")
    elsewhere = ElsewhereSerializer(source="hit.elsewhere", many=True)
    packs = PackPriceSerializer(many=True)
    breaks = BreakSerializer(many=True, help_text="Quantities from which a unit costs less.")


class UnderstoodSerializer(serializers.Serializer[Any]):
    """What of the text was read as prices, as an order and as a number of units."""

    lowest = serializers.DecimalField(max_digits=20, decimal_places=2, allow_null=True)
    highest = serializers.DecimalField(max_digits=20, decimal_places=2, allow_null=True)
    order = serializers.ChoiceField(choices=["", "cheapest", "dearest", "smallest", "largest"])
    tier = serializers.ChoiceField(choices=["", "retail", "wholesale"])
    quantity = told(allow_null=True)


class FoundSerializer(serializers.Serializer[Any]):
    understood = UnderstoodSerializer(source="found.request")
    is_sold = serializers.BooleanField(source="found.is_sold", help_text="Off when the shop has nothing of the kind.")
    missing = serializers.ListField(
        source="found.missing", child=serializers.CharField(), help_text="Words that no product answers."
    )
    results = HitSerializer(source="hits", many=True)
    alternatives = HitSerializer(
        many=True, help_text="Offered when nothing fits the price or size, or everything that fits is out of stock."
    )


class SearchWordSerializer(serializers.ModelSerializer[SearchWord]):
    """A word of the shop's customers: `said` "nkate", `meant` "groundnut paste | peanut butter"."""

    class Meta:
        model = SearchWord
        fields = ["id", "said", "meant", "learnt", "created_at"]
        read_only_fields = ["learnt"]
