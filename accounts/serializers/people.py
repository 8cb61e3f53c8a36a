"""The JSON of accounts: what requests and responses hold."""

import datetime as dt
from typing import Any

from rest_framework import serializers

from accounts.models import Business, Invitation, Membership, Storefront, Subscription, User
from common.api import PhoneField, TenantField
from common.tenancy import Role

Data = dict[str, Any]


class PasswordField(serializers.CharField):
    """Never told, never trimmed, short enough to hash."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=128, trim_whitespace=False, write_only=True, **kwargs)


class AddressField(serializers.EmailField):
    """An email address as it is kept: in small letters, which can be more letters than were typed."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        return super().to_internal_value(data).lower()


class RegisterSerializer(serializers.Serializer[Data]):
    email = AddressField()
    password = PasswordField()
    name = serializers.CharField(max_length=150)
    business_name = serializers.CharField(max_length=150)
    phone = PhoneField(required=False, default="")


class CodeField(serializers.CharField):
    """A code of the authenticator app, or a recovery code."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 32, "write_only": True} | kwargs)


class LoginSerializer(serializers.Serializer[Data]):
    email = AddressField()
    password = PasswordField()
    code = CodeField(required=False, default="", help_text="Needed where a second factor is on.")


class UserSerializer(serializers.ModelSerializer[User]):
    phone = PhoneField(required=False)

    class Meta:
        model = User
        fields = ["id", "email", "email_verified", "name", "phone"]
        read_only_fields = ["id", "email"]

    email_verified = serializers.SerializerMethodField()

    def get_email_verified(self, user: User) -> bool:
        return user.email_verified_at is not None


class MyBusinessSerializer(serializers.Serializer[Membership]):
    """A business of the user's, and the role in it."""

    id = serializers.UUIDField(source="business_id")
    name = serializers.CharField(source="business.name")
    role = serializers.ChoiceField(choices=Role.choices)


class MeSerializer(serializers.Serializer[Any]):
    user = UserSerializer()
    businesses = MyBusinessSerializer(many=True, source="memberships")


class SessionSerializer(MeSerializer):
    token = serializers.CharField(help_text="Send it as `Authorization: Token …`.")
    expiry = serializers.DateTimeField()


class PasswordChangeSerializer(serializers.Serializer[Data]):
    current_password = PasswordField()
    new_password = PasswordField()


class BusinessSerializer(serializers.ModelSerializer[Business]):
    phone = PhoneField(required=False)

    class Meta:
        model = Business
        fields = [
            "id",
            "name",
            "phone",
            "email",
            "address",
            "tin",
            "vat_registered",
            "opens_at",
            "closes_at",
            "day_ends_at",
            "created_at",
        ]
        read_only_fields = ["id", "created_at"]

    def validate_day_ends_at(self, time: dt.time | None) -> dt.time | None:
        if time and time >= dt.time(12):
            raise serializers.ValidationError("A day ends at midnight or in the morning after it.")
        if time and (time.second or time.microsecond):
            raise serializers.ValidationError("A day ends on a full minute.")
        return time


class StorefrontSerializer(serializers.ModelSerializer[Storefront]):
    phone = PhoneField(required=False)

    class Meta:
        model = Storefront
        fields = ["id", "name", "address", "phone", "is_active", "created_at"]
        read_only_fields = ["id", "created_at"]


class NewStorefrontSerializer(StorefrontSerializer):
    class Meta(StorefrontSerializer.Meta):
        read_only_fields = ["id", "is_active", "created_at"]


class StaffSerializer(serializers.ModelSerializer[Membership]):
    """A person who works here; `email` is null for one known only from imported history."""

    email = serializers.EmailField(source="user.email", read_only=True, allow_null=True, default=None)
    storefront_id = TenantField(Storefront, source="storefront", required=False, allow_null=True)

    class Meta:
        model = Membership
        fields = ["id", "name", "email", "role", "storefront_id", "is_active", "created_at"]
        read_only_fields = ["id", "email", "created_at"]


class InviteSerializer(serializers.Serializer[Data]):
    email = AddressField()
    role = serializers.ChoiceField(choices=Role.choices)


class InvitationSerializer(serializers.ModelSerializer[Invitation]):
    invited_by = serializers.CharField(source="invited_by.name", read_only=True)

    class Meta:
        model = Invitation
        fields = ["id", "email", "role", "invited_by", "expires_at", "created_at"]
        read_only_fields = fields


class SentInvitationSerializer(InvitationSerializer):
    email_sent = serializers.BooleanField(help_text="False when the mail server did not take it; invite again.")

    class Meta(InvitationSerializer.Meta):
        fields = [*InvitationSerializer.Meta.fields, "email_sent"]
        read_only_fields = fields


class AcceptSerializer(serializers.Serializer[Data]):
    secret = serializers.CharField(max_length=100)
    password = PasswordField(
        help_text="The password of the account that has the invited email, or the one for a new account."
    )
    name = serializers.CharField(max_length=150, required=False, default="", help_text="For a new account.")
    code = CodeField(required=False, default="", help_text="Where the account has a second factor.")


class SecretSerializer(serializers.Serializer[Data]):
    secret = serializers.CharField(max_length=100)


class OfferedSerializer(serializers.ModelSerializer[Invitation]):
    """What an invitation says to whoever holds its secret."""

    business = serializers.CharField(source="business.name", read_only=True)
    invited_by = serializers.CharField(source="invited_by.name", read_only=True)
    has_account = serializers.BooleanField(help_text="Accept with the password of the account; else choose one.")

    class Meta:
        model = Invitation
        fields = ["email", "business", "role", "invited_by", "expires_at", "has_account"]
        read_only_fields = fields


class PriceStepSerializer(serializers.Serializer[Data]):
    storefronts = serializers.IntegerField()
    monthly_price = serializers.DecimalField(max_digits=14, decimal_places=2)


class PriceRuleSerializer(serializers.Serializer[Data]):
    steps = PriceStepSerializer(many=True)
    each_further = serializers.DecimalField(max_digits=14, decimal_places=2)


class SubscriptionSerializer(serializers.Serializer[Data]):
    plan = serializers.ChoiceField(["storefronts"])
    status = serializers.ChoiceField(choices=Subscription.Status.choices)
    storefronts = serializers.IntegerField(help_text="Open storefronts; the price depends on their number.")
    monthly_price = serializers.DecimalField(max_digits=14, decimal_places=2)
    currency = serializers.ChoiceField(["GHS"])
    started_on = serializers.DateField()
    renews_on = serializers.DateField(help_text="Paid, or on trial, up to this day.")
    grace_ends_on = serializers.DateField(help_text="Until then nothing is locked though nothing is paid.")
    is_overdue = serializers.BooleanField(help_text="AI and new storefronts wait until it is paid; selling goes on.")
    price_rule = PriceRuleSerializer()
