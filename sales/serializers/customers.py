"""Customers, with what they owe, and their statements."""

from rest_framework import serializers

from common.api import TenantField, confirmed_in
from common.import_api import PEOPLE_FIELDS, REPORT_FIELDS, ImportReport, PeopleFileSerializer
from inventory.models import PriceList
from sales.models import Customer, CustomerImport, CustomerMerge, PriceTier, Sale
from sales.serializers.fields import Data, money_in, money_out, name


class CustomerSerializer(serializers.ModelSerializer[Customer]):
    """A customer; `balance` above zero is owed to the shop, below zero is the customer's credit."""

    email = serializers.CharField(read_only=True, help_text="May be empty.")
    outstanding = money_out(help_text="The sum of the open invoices.")
    overdue = money_out(help_text="What of it is past its due date, less the customer's unused credit.")
    oldest_due = serializers.DateField(read_only=True, allow_null=True)
    credit = money_out(help_text="Paid or returned, and not used yet.")
    balance = money_out(help_text="outstanding - credit")
    available_credit = money_out(
        allow_null=True, help_text="What may still be bought on account; null without a limit."
    )

    class Meta:
        model = Customer
        fields = [
            "id",
            "name",
            "phone",
            "email",
            "address",
            "form_of_address",
            "language",
            "price_tier",
            "price_list_id",
            "credit_limit",
            "terms_days",
            "credit_hold",
            "credit_hold_reason",
            "reminders_allowed",
            "receipts_allowed",
            "marketing_allowed",
            "outstanding",
            "overdue",
            "oldest_due",
            "credit",
            "balance",
            "available_credit",
            "erased_at",
            "created_at",
        ]
        read_only_fields = fields


class CustomerInputSerializer(serializers.Serializer[Data]):
    """What can be written of a customer. The terms of credit are for owners and managers."""

    name = serializers.CharField(max_length=150)
    phone = serializers.CharField(
        max_length=30, allow_blank=True, required=False, help_text="Any usual form; kept as +233…"
    )
    email = serializers.EmailField(max_length=254, allow_blank=True, required=False)
    address = serializers.CharField(max_length=250, allow_blank=True, required=False)
    form_of_address = serializers.CharField(max_length=30, allow_blank=True, required=False)
    language = serializers.ChoiceField(choices=Customer.Language.choices, required=False)
    reminders_allowed = serializers.BooleanField(required=False)
    receipts_allowed = serializers.BooleanField(required=False, help_text="Only after the customer agreed.")
    marketing_allowed = serializers.BooleanField(required=False, help_text="Only after the customer agreed.")
    price_tier = serializers.ChoiceField(choices=PriceTier.choices, required=False)
    price_list_id = TenantField(PriceList, source="price_list", allow_null=True, required=False)
    credit_limit = money_in(allow_null=True, required=False)
    terms_days = serializers.IntegerField(min_value=0, max_value=365, required=False)
    credit_hold = serializers.BooleanField(required=False)
    credit_hold_reason = serializers.CharField(max_length=250, allow_blank=True, required=False)
    confirmed = confirmed_in()


class StatementPeriodSerializer(serializers.Serializer[Data]):
    """Days of a statement, both included; without them the last 90 days."""

    to = serializers.DateField(required=False)

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]
        return {"from": serializers.DateField(required=False), **super().get_fields()}


class StatementEntrySerializer(serializers.Serializer[Data]):
    at = serializers.DateTimeField()
    kind = serializers.ChoiceField(choices=[*Sale.Kind.values, "payment", "refund"])
    document_id = serializers.UUIDField()
    reference = serializers.CharField()
    amount = money_out(help_text="Above zero is owed to the shop.")
    balance = money_out()
    due_date = serializers.DateField(allow_null=True)


class StatementSerializer(serializers.Serializer[Data]):
    """A customer's account: what was owed before, each document, what is owed after."""

    customer_id = serializers.UUIDField()
    customer_name = serializers.CharField()
    to = serializers.DateField()
    opening_balance = money_out()
    invoiced = money_out(help_text="Sales less returns.")
    received = money_out(help_text="Payments less what was paid back.")
    closing_balance = money_out()
    entries = StatementEntrySerializer(many=True)

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]
        return {"from": serializers.DateField(), **super().get_fields()}


class OpeningBalanceSerializer(serializers.Serializer[Data]):
    """What a customer owed before the shop kept its books here; zero takes it back."""

    amount = money_in()
    due_on = serializers.DateField(
        required=False, allow_null=True, default=None, help_text="After the customer's terms unless said."
    )
    storefront_id = serializers.UUIDField(
        required=False, allow_null=True, default=None, help_text="The oldest storefront unless said."
    )


class CustomerFileSerializer(PeopleFileSerializer):
    """At most 5,000 lines: name, phone, email, address, price_tier, credit_limit, terms_days, opening_balance, …"""


class CustomerImportRowSerializer(serializers.ModelSerializer[CustomerImport]):
    """An import of customers in a list, without its problems."""

    by_name = name("by")

    class Meta:
        model = CustomerImport
        fields: tuple[str, ...] = PEOPLE_FIELDS
        read_only_fields = fields


class CustomerImportSerializer(ImportReport, CustomerImportRowSerializer):
    """How far an import of customers has come and what was wrong with its lines."""

    class Meta(CustomerImportRowSerializer.Meta):
        fields = (*PEOPLE_FIELDS, *REPORT_FIELDS)
        read_only_fields = fields


class MergeSerializer(serializers.Serializer[Data]):
    keep_id = serializers.UUIDField(help_text="The customer who stays.")
    merge_id = serializers.UUIDField(help_text="The one whose account goes to the other.")


class MergedSerializer(serializers.ModelSerializer[CustomerMerge]):
    """A merge; `customer-merges/{id}/undo/` parts the two again within a day."""

    class Meta:
        model = CustomerMerge
        fields = ["id", "kept_id", "merged_id", "by_id", "at", "undone_at"]
        read_only_fields = fields


class CreditAppliedSerializer(serializers.Serializer[Data]):
    applied = money_out()
    customer = CustomerSerializer()
