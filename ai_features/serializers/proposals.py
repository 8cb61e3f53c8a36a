"""Proposals as they are asked for and shown."""

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import Storefront
from ai_features.features.credit.collection_message import TONES, TYPES
from ai_features.models import BriefCard, CustomerMessage, Proposal, ProposalStep
from ai_features.proposals.deciding import undo_until
from ai_features.proposals.kinds import KINDS
from common.api import ANY_OBJECT, TenantField, confirmed_in
from inventory.models import Product, PurchaseOrder
from sales.models import Customer

CHANNELS = ("sms", "whatsapp", "email")
Kind = Proposal.Kind


class NewProposalSerializer(serializers.Serializer[Any]):
    """What to propose: `card_id`, for what a card of the brief says, or a `kind` with what it needs.

    `reminder`: `customer_id`; `purchase_order`: `order_id` of a draft; `transfer`: `product_id`,
    `from_storefront_id`, `to_storefront_id`, `quantity`; `price_change`: `product_id`, `new_price`; `credit_limit`:
    `customer_id`, `credit_limit`; `credit_hold`: `customer_id`.
    """

    card_id = TenantField(BriefCard, required=False)
    kind = serializers.ChoiceField(Kind.choices, required=False)
    customer_id = TenantField(Customer, required=False)
    message_type = serializers.ChoiceField(TYPES, required=False, help_text="Only for a reminder.")
    tone = serializers.ChoiceField(TONES, required=False, help_text="Only for a reminder.")
    language = serializers.ChoiceField(
        Customer.Language.choices, required=False, help_text="The customer's own when left out."
    )
    channel = serializers.ChoiceField(CHANNELS, required=False, help_text="Only for a reminder or an order.")
    order_id = TenantField(PurchaseOrder, required=False)
    product_id = TenantField(Product, required=False)
    from_storefront_id = TenantField(Storefront, required=False)
    to_storefront_id = TenantField(Storefront, required=False)
    quantity = serializers.DecimalField(14, 3, min_value=Decimal("0.001"), required=False)
    new_price = serializers.DecimalField(14, 2, min_value=Decimal("0.01"), required=False)
    credit_limit = serializers.DecimalField(14, 2, min_value=Decimal(0), required=False)
    reason = serializers.CharField(
        required=False, allow_blank=True, max_length=250, help_text="Only for a credit hold."
    )
    confirmed = confirmed_in()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "card_id" in attrs:
            return attrs
        if "kind" not in attrs:
            raise serializers.ValidationError({"kind": ["Say what to propose, or name a card."]})
        if missing := [name for name in KINDS[Kind(attrs["kind"])].needs if name not in attrs]:
            raise serializers.ValidationError({name: ["This kind of proposal needs it."] for name in missing})
        return attrs


class ProposalStepSerializer(serializers.ModelSerializer[ProposalStep]):
    """`by` is null where a periodic job did it."""

    by = serializers.CharField(source="by.name", default=None, allow_null=True)

    class Meta:
        model = ProposalStep
        fields = ["state", "at", "by", "note"]


class CustomerMessageSerializer(serializers.ModelSerializer[CustomerMessage]):
    """What became of the message."""

    class Meta:
        model = CustomerMessage
        fields = ["channel", "status", "started_at", "sent_at", "delivered_at", "problem"]


class ProposalSerializer(serializers.ModelSerializer[Proposal]):
    """A proposal, what will be done, and its log."""

    summary = serializers.SerializerMethodField()
    payload = serializers.SerializerMethodField(help_text="What will be done: ids, amounts, and the text to be sent.")
    undo_until = serializers.SerializerMethodField(help_text="Until when a yes can be taken back for sure.")
    link = serializers.SerializerMethodField(help_text="For a person to open and send, where nothing leaves by itself.")
    message = serializers.SerializerMethodField()
    log = ProposalStepSerializer(source="steps", many=True)

    class Meta:
        model = Proposal
        fields = [
            "id",
            "kind",
            "summary",
            "payload",
            "amount",
            "customer_id",
            "state",
            "by_automation",
            "expires_at",
            "acts_at",
            "undo_until",
            "executed_at",
            "outcome",
            "link",
            "message",
            "log",
            "created_at",
        ]

    def get_summary(self, row: Proposal) -> str:
        return row.summary.replace("{customer}", row.customer.name if row.customer else "")

    @extend_schema_field(ANY_OBJECT)
    def get_payload(self, row: Proposal) -> Any:
        return {name: value for name, value in row.payload.items() if name != "values"}

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_undo_until(self, row: Proposal) -> Any:
        until = undo_until(row)
        return until and serializers.DateTimeField().to_representation(until)

    @extend_schema_field(serializers.CharField(allow_null=True))
    def get_link(self, row: Proposal) -> str | None:
        return KINDS[Kind(row.kind)].link(row) if row.state == Proposal.State.EXECUTED else None

    @extend_schema_field(CustomerMessageSerializer(allow_null=True))
    def get_message(self, row: Proposal) -> Any:
        found = getattr(row, "message", None)
        return CustomerMessageSerializer(found).data if found else None


class ProposedSerializer(serializers.Serializer[Any]):
    """What was proposed, and in `notices` what could not be, and why."""

    proposals = ProposalSerializer(many=True)
    notices = serializers.ListField(child=serializers.CharField())
