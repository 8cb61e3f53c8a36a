"""What suppliers are owed and paid."""

from typing import Any

from rest_framework import serializers

from common.api import MomentField, confirmed_in
from common.import_api import PEOPLE_FIELDS, REPORT_FIELDS, ImportReport, PeopleFileSerializer
from common.money import plain
from inventory.models import SupplierAllocation, SupplierBill, SupplierImport, SupplierPayment
from inventory.serializers.fields import amount_in, amount_out, client_id_in, note_in
from inventory.serializers.goods import LINES_AT_MOST, Data, name_of
from inventory.services import NewBill

OF_BILL = ("amount", "number", "billed_on", "due_on", "note")


class BillSerializer(serializers.Serializer[Data]):
    """A supplier's bill; for goods that were received, its amount is theirs unless said."""

    amount = amount_in(required=False, allow_null=True, default=None)
    number = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    billed_on = serializers.DateField(required=False, allow_null=True, default=None, help_text="Today unless said.")
    due_on = serializers.DateField(
        required=False, allow_null=True, default=None, help_text="After the supplier's terms unless said."
    )
    note = note_in()

    def validate(self, attrs: Data) -> Data:
        return attrs | {"bill": NewBill(**{name: attrs.pop(name) for name in OF_BILL})}


class NewBillSerializer(BillSerializer):
    supplier_id = serializers.UUIDField()
    receipt_id = serializers.UUIDField(required=False, allow_null=True, default=None)
    kind = serializers.ChoiceField(choices=SupplierBill.Kind.choices, default=SupplierBill.Kind.INVOICE.value)
    client_id = client_id_in()
    confirmed = confirmed_in()


class SupplierBillSerializer(serializers.ModelSerializer[SupplierBill]):
    supplier_name = name_of("supplier")
    by_name = name_of("by")
    open_amount = serializers.SerializerMethodField(help_text="GHS still to pay.")

    class Meta:
        model = SupplierBill
        fields = [
            "id",
            "supplier_id",
            "supplier_name",
            "receipt_id",
            "kind",
            "number",
            "amount",
            "paid",
            "open_amount",
            "billed_on",
            "due_on",
            "note",
            "by_id",
            "by_name",
            "created_at",
            "cancelled_at",
            "client_id",
        ]

    def get_open_amount(self, bill: SupplierBill) -> str:
        return plain(bill.amount - bill.paid if bill.cancelled_at is None else bill.paid)


class TakeBackSerializer(serializers.Serializer[Data]):
    reason = serializers.CharField(max_length=250)


class NewSupplierPaymentSerializer(serializers.Serializer[Data]):
    """Money paid, or a credit note of the supplier; it settles the bills named, then the oldest due."""

    supplier_id = serializers.UUIDField()
    amount = amount_in()
    method = serializers.ChoiceField(choices=SupplierPayment.Method.choices)
    reference = serializers.CharField(max_length=64, required=False, allow_blank=True, default="")
    note = note_in()
    paid_at = MomentField(required=False, allow_null=True, default=None)
    bill_ids = serializers.ListField(child=serializers.UUIDField(), required=False, max_length=LINES_AT_MOST)
    client_id = client_id_in()
    confirmed = confirmed_in()


class AllocationSerializer(serializers.ModelSerializer[SupplierAllocation]):
    number = serializers.CharField(source="bill.number", read_only=True)

    class Meta:
        model = SupplierAllocation
        fields = ["bill_id", "number", "amount"]


class SupplierPaymentSerializer(serializers.ModelSerializer[SupplierPayment]):
    supplier_name = name_of("supplier")
    by_name = name_of("by")
    advance = serializers.SerializerMethodField(help_text="GHS that settle no bill yet.")
    allocations = AllocationSerializer(many=True, read_only=True)

    class Meta:
        model = SupplierPayment
        fields = [
            "id",
            "supplier_id",
            "supplier_name",
            "amount",
            "allocated",
            "advance",
            "method",
            "reference",
            "note",
            "by_id",
            "by_name",
            "paid_at",
            "created_at",
            "cancelled_at",
            "client_id",
            "allocations",
        ]

    def get_advance(self, payment: SupplierPayment) -> str:
        return plain(payment.amount - payment.allocated if payment.cancelled_at is None else payment.allocated)


class BucketsSerializer(serializers.Serializer[Any]):
    """GHS of open bills by days overdue."""

    current = amount_out()
    days_1_30 = amount_out()
    days_31_60 = amount_out()
    days_61_90 = amount_out()
    days_over_90 = amount_out()


class SupplierAccountSerializer(serializers.Serializer[Any]):
    supplier_id = serializers.UUIDField()
    supplier_name = serializers.CharField()
    balance = amount_out(help_text="Bills less payments; below zero the supplier owes.")
    owed = amount_out()
    advance = amount_out()
    overdue = amount_out()
    oldest_due_on = serializers.DateField(allow_null=True)
    buckets = BucketsSerializer()


class AgeingSerializer(serializers.Serializer[Any]):
    """All suppliers with something open, the largest balance first, and their sums."""

    as_of = serializers.DateField()
    balance = amount_out()
    owed = amount_out()
    advance = amount_out()
    overdue = amount_out()
    buckets = BucketsSerializer()
    results = SupplierAccountSerializer(many=True)


class SupplierFileSerializer(PeopleFileSerializer):
    """At most 2,000 lines: name, phone, email, …"""


class SupplierImportRowSerializer(serializers.ModelSerializer[SupplierImport]):
    """An import of suppliers in a list, without its problems."""

    by_name = name_of("by")

    class Meta:
        model = SupplierImport
        fields: tuple[str, ...] = PEOPLE_FIELDS
        read_only_fields = fields


class SupplierImportSerializer(ImportReport, SupplierImportRowSerializer):
    """How far an import of suppliers has come and what was wrong with its lines."""

    class Meta(SupplierImportRowSerializer.Meta):
        fields = (*PEOPLE_FIELDS, *REPORT_FIELDS)
        read_only_fields = fields
