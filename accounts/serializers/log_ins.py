"""What the doors of an account take and tell: passwords, emails, log-ins, the second factor."""

from typing import Any

from rest_framework import serializers

from accounts.models import LogIn, User
from accounts.serializers.people import AddressField, CodeField, Data, PasswordField


class ForgotSerializer(serializers.Serializer[Data]):
    email = AddressField()


class LinkSerializer(serializers.Serializer[Data]):
    token = serializers.CharField(max_length=500, help_text="From the link in the email.")


class ResetSerializer(LinkSerializer):
    new_password = PasswordField()


class EmailSerializer(serializers.Serializer[User]):
    """The email of a user; `pending_email` waits for its link to be followed."""

    email = serializers.EmailField()
    verified = serializers.SerializerMethodField()
    pending_email = serializers.EmailField(allow_blank=True)

    def get_verified(self, user: User) -> bool:
        return user.email_verified_at is not None


class EmailChangeSerializer(serializers.Serializer[Data]):
    email = AddressField(help_text="A new address; or the current one, to have its link sent again.")
    current_password = PasswordField()


class LogInSerializer(serializers.ModelSerializer[LogIn]):
    """A device that is logged in; `current` is the one that asks."""

    created_at = serializers.DateTimeField(source="token.created")
    expires_at = serializers.DateTimeField(source="token.expiry")
    current = serializers.SerializerMethodField()

    class Meta:
        model = LogIn
        fields = ["id", "device", "address", "created_at", "last_used_at", "expires_at", "current"]

    def get_current(self, log_in: LogIn) -> bool:
        return bool(log_in.token_id == self.context["request"].auth.pk)


class StandingSerializer(serializers.Serializer[Any]):
    enabled = serializers.BooleanField()
    recovery_codes_left = serializers.IntegerField()


class CurrentPasswordSerializer(serializers.Serializer[Data]):
    current_password = PasswordField()


class CodeSerializer(serializers.Serializer[Data]):
    code = CodeField()


class BothSerializer(CurrentPasswordSerializer, CodeSerializer):
    """Password and code: for what must not be done by whoever finds an open till."""


class EnrolmentSerializer(serializers.Serializer[Any]):
    secret = serializers.CharField(help_text="To type into the authenticator app.")
    url = serializers.CharField(help_text="otpauth://…, to show as a QR code.")


class RecoveryCodesSerializer(serializers.Serializer[Data]):
    recovery_codes = serializers.ListField(
        child=serializers.CharField(), help_text="Each opens once. They are not shown again."
    )
