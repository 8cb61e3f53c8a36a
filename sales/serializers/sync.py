"""What tills ask for and get to sell without a line."""

from rest_framework import serializers

from sales.models import PriceTier
from sales.serializers.fields import Data, money_out, quantity_out


class WantedSerializer(serializers.Serializer[Data]):
    since = serializers.CharField(
        max_length=500, required=False, allow_blank=True, default="", help_text="The cursor of the last answer."
    )
    storefront_id = serializers.UUIDField(
        required=False,
        allow_null=True,
        default=None,
        help_text="Stock of this storefront; a cashier must name their own.",
    )


class TillProductSerializer(serializers.Serializer[Data]):
    id = serializers.UUIDField()
    sku = serializers.CharField()
    name = serializers.CharField()
    barcode = serializers.CharField()
    unit = serializers.CharField()
    category_id = serializers.UUIDField(allow_null=True)
    retail_price = money_out()
    wholesale_price = money_out(allow_null=True)
    whole_units_only = serializers.BooleanField()
    tracks_stock = serializers.BooleanField()


class TillPackSerializer(serializers.Serializer[Data]):
    id = serializers.UUIDField()
    product_id = serializers.UUIDField()
    name = serializers.CharField()
    units = quantity_out()
    barcode = serializers.CharField()
    retail_price = money_out()
    wholesale_price = money_out(allow_null=True)


class TillEntrySerializer(serializers.Serializer[Data]):
    product_id = serializers.UUIDField()
    pack_id = serializers.UUIDField(allow_null=True)
    min_quantity = quantity_out()
    price = money_out()


class TillPriceListSerializer(serializers.Serializer[Data]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    for_everyone = serializers.BooleanField()
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)
    entries = TillEntrySerializer(many=True)


class TillStockSerializer(serializers.Serializer[Data]):
    id = serializers.UUIDField()
    product_id = serializers.UUIDField()
    storefront_id = serializers.UUIDField()
    quantity = quantity_out()


class TillCustomerSerializer(serializers.Serializer[Data]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    phone = serializers.CharField()
    price_tier = serializers.ChoiceField(PriceTier.choices)
    price_list_id = serializers.UUIDField(allow_null=True)
    credit_hold = serializers.BooleanField()


class ChangesSerializer(serializers.Serializer[Data]):
    """Rows to keep under their ids."""

    products = TillProductSerializer(many=True)
    packs = TillPackSerializer(many=True)
    price_lists = TillPriceListSerializer(many=True)
    stock = TillStockSerializer(many=True)
    customers = TillCustomerSerializer(many=True)


class RemovedSerializer(serializers.Serializer[Data]):
    """Ids to forget."""

    products = serializers.ListField(child=serializers.UUIDField())
    packs = serializers.ListField(child=serializers.UUIDField())
    price_lists = serializers.ListField(child=serializers.UUIDField())
    stock = serializers.ListField(child=serializers.UUIDField())
    customers = serializers.ListField(child=serializers.UUIDField())


class TillDataSerializer(serializers.Serializer[Data]):
    """The page of the API describes the answer by this; rows go out as the database gives them."""

    cursor = serializers.CharField()
    whole = serializers.BooleanField(help_text="True: drop all that the till had before.")
    more = serializers.BooleanField(help_text="Ask again at once with the cursor.")
    changes = ChangesSerializer()
    removed = RemovedSerializer()
