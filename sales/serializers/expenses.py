"""Expenses as they are sent and shown."""

from typing import Any

from rest_framework import serializers

from common.api import confirmed_in
from sales.models import Expense, Payment, RecurringExpense
from sales.models.expenses import ExpenseCategory
from sales.serializers.fields import Data, client_id_in, money_in, name, till_id_in
from sales.serializers.sales import MONEY_METHODS


class SpentSerializer(serializers.Serializer[Data]):
    """What an expense and a recurring one have in common."""

    category = serializers.ChoiceField(choices=ExpenseCategory.choices)
    amount = money_in(above_zero=True)
    method = serializers.ChoiceField(choices=MONEY_METHODS, required=False, default=Payment.Method.CASH.value)
    network = serializers.ChoiceField(choices=Payment.Network.choices, required=False, allow_blank=True, default="")
    storefront_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    supplier_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    note = serializers.CharField(max_length=250, required=False, allow_blank=True, default="")
    confirmed = confirmed_in()


class NewExpenseSerializer(SpentSerializer):
    spent_on = serializers.DateField(required=False, allow_null=True, default=None, help_text="Today when left out.")
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    client_id = client_id_in()
    till_id = till_id_in()


class NewRecurringSerializer(SpentSerializer):
    every = serializers.ChoiceField(choices=RecurringExpense.Every.choices)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField(required=False, allow_null=True, default=None)


class ExpenseSerializer(serializers.ModelSerializer[Expense]):
    storefront_name = name("storefront")
    supplier_name = name("supplier")
    by_name = name("by")
    till_id = serializers.UUIDField(source="till_session_id", read_only=True, allow_null=True)
    has_photo = serializers.SerializerMethodField()

    class Meta:
        model = Expense
        fields = [
            "id",
            "category",
            "amount",
            "method",
            "network",
            "reference",
            "spent_on",
            "storefront_id",
            "storefront_name",
            "supplier_id",
            "supplier_name",
            "note",
            "by_id",
            "by_name",
            "till_id",
            "recurring_id",
            "has_photo",
            "client_id",
            "cancelled_at",
        ]
        read_only_fields = fields

    def get_has_photo(self, expense: Any) -> bool:
        return bool(expense.photo)


class RecurringSerializer(serializers.ModelSerializer[RecurringExpense]):
    storefront_name = name("storefront")
    supplier_name = name("supplier")
    by_name = name("by")

    class Meta:
        model = RecurringExpense
        fields = [
            "id",
            "category",
            "amount",
            "method",
            "network",
            "storefront_id",
            "storefront_name",
            "supplier_id",
            "supplier_name",
            "note",
            "by_id",
            "by_name",
            "every",
            "starts_on",
            "ends_on",
            "written",
            "stopped_at",
        ]
        read_only_fields = fields


class PhotoSerializer(serializers.Serializer[Data]):
    photo = serializers.FileField(help_text="JPEG, PNG or PDF of at most 5 MB.")
