"""Users, businesses and plans for our own staff. Roles and storefronts are changed by the shops themselves."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as DjangoGroupAdmin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
from knox.models import AuthToken
from unfold.admin import ModelAdmin
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from accounts import models, queries
from accounts.services import audit, second_factor
from common.admin import ReadOnlyAdmin, ReadOnlyInline
from common.money import written

for shown_by_their_apps in (Group, AuthToken, TOTPDevice, StaticDevice):
    admin.site.unregister(shown_by_their_apps)  # the last two would show the secrets of people's second factors


class NewUserForm(UserCreationForm):
    class Meta:
        model = models.User
        fields = ["email", "name"]


class UserForm(UserChangeForm):
    class Meta:
        model = models.User
        fields = "__all__"


@admin.register(Group)
class GroupAdmin(DjangoGroupAdmin, ModelAdmin):  # type: ignore[misc]
    """What each kind of our own staff may do; superusers say so, or who may change a group could join any."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return _is_superuser(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _is_superuser(request)


def _is_superuser(request: HttpRequest) -> bool:
    return bool(getattr(request.user, "is_superuser", False))


_RIGHTS = ["is_staff", "is_superuser", "groups", "user_permissions"]


class WorksAtInline(ReadOnlyInline):
    model = models.Membership
    fk_name = "user"
    verbose_name_plural = "works at"
    fields = ["business", "name", "role", "is_active"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("business")


@admin.register(models.User)
class UserAdmin(DjangoUserAdmin, ModelAdmin):  # type: ignore[misc,type-arg]
    form = UserForm
    add_form = NewUserForm
    change_password_form = AdminPasswordChangeForm
    ordering = ["email"]
    list_display = ["email", "name", "phone", "is_active", "is_staff", "date_joined", "last_login"]
    actions = ["remove_second_factor"]
    list_filter = ["is_active", "is_staff", "is_superuser"]
    search_fields = ["email", "name", "phone"]
    readonly_fields = ["date_joined", "last_login", "email_verified_at", "pending_email"]
    fieldsets = [
        (None, {"fields": ["email", "email_verified_at", "pending_email", "password", "name", "phone"]}),
        ("Staff", {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
        ("Dates", {"fields": ["date_joined", "last_login"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})]  # type: ignore[assignment]
    inlines = [WorksAtInline]

    @admin.action(description="Remove the second factor (for those who lost the app and the recovery codes)")
    def remove_second_factor(self, request: HttpRequest, users: Any) -> None:
        """By superusers alone: it makes the password enough again."""
        if not _is_superuser(request):
            raise PermissionDenied
        for user in users:
            second_factor.remove(user, by_staff=True)
            self.log_change(request, user, "Removed the second factor.")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An account that opens the admin, its email and password too, is changed by a superuser or its owner alone."""
        is_ours = obj is not None and (obj.is_staff or obj.is_superuser)
        return super().has_change_permission(request, obj) and (_is_superuser(request) or not is_ours)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only a superuser gives rights: whoever else could would give themselves all of them."""
        rights = [] if _is_superuser(request) else _RIGHTS
        return [*super().get_readonly_fields(request, obj), *rights]

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A user's name stands behind sales and grants: switch the account off instead."""
        return False


class StorefrontInline(ReadOnlyInline):
    model = models.Storefront
    fields = ["name", "address", "phone", "is_active"]


class MemberInline(ReadOnlyInline):
    model = models.Membership
    verbose_name_plural = "staff"
    fields = ["name", "user", "role", "is_active"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("user")


@admin.register(models.Business)
class BusinessAdmin(ModelAdmin):
    list_display = ["name", "phone", "email", "tin", "vat_registered", "created_at"]
    list_filter = ["vat_registered", "created_at"]
    search_fields = ["name", "phone", "email", "tin"]
    readonly_fields = ["created_at"]
    inlines = [StorefrontInline, MemberInline]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """What our own staff change is in the record that the owners read."""
        if form.changed_data:
            audit.record_staff(obj.pk, audit.Action.BUSINESS_CHANGED, fields=sorted(form.changed_data))
        super().save_model(request, obj, form, change)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A business opens itself, with its owner, by registering."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(models.Subscription)
class SubscriptionAdmin(ModelAdmin):
    list_display = ["business", "status", "started_on", "renews_on"]
    list_filter = ["status", "renews_on"]
    list_select_related = ["business"]
    search_fields = ["business__name"]
    readonly_fields = ["business", "started_on", "price"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="Price a month")
    def price(self, subscription: models.Subscription) -> str:
        return written(queries.plan(subscription.business_id)["monthly_price"])


@admin.register(models.Storefront)
class StorefrontAdmin(ReadOnlyAdmin):
    list_display = ["name", "business", "address", "phone", "is_active", "created_at"]
    list_filter = ["is_active"]
    list_select_related = ["business"]
    search_fields = ["name", "business__name"]


@admin.register(models.Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = ["name", "user", "business", "role", "storefront", "is_active"]
    list_filter = ["role", "is_active"]
    list_select_related = ["user", "business", "storefront"]
    search_fields = ["name", "user__email", "business__name"]


@admin.register(models.Invitation)
class InvitationAdmin(ReadOnlyAdmin):
    list_display = ["email", "role", "business", "invited_by", "expires_at", "accepted_at"]
    list_filter = ["role", "accepted_at"]
    list_select_related = ["business", "invited_by"]
    search_fields = ["email", "business__name"]
    exclude = ["secret_hash"]


@admin.register(models.IdempotentRequest)
class IdempotentRequestAdmin(ReadOnlyAdmin):
    list_display = ["key", "business", "user", "status", "created_at", "locked_until"]
    list_filter = ["status", "created_at"]
    list_select_related = ["business", "user"]
    search_fields = ["key", "business__name"]
    exclude = ["response"]


@admin.register(models.AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ["created_at", "business", "action", "who", "subject"]
    list_filter = ["action", "by_staff", "created_at"]
    list_select_related = ["business", "by"]
    search_fields = ["subject", "business__name", "by__name"]

    @admin.display(description="By")
    def who(self, entry: models.AuditEntry) -> str:
        return "Our staff" if entry.by_staff else str(entry.by or "-")


@admin.register(models.Export)
class ExportAdmin(ReadOnlyAdmin):
    """That a copy was made; the copy itself is the business's own."""

    list_display = ["created_at", "business", "by", "status", "rows", "finished_at", "expires_at"]
    list_filter = ["status", "created_at"]
    list_select_related = ["business", "by"]
    search_fields = ["business__name"]
    exclude = ["file"]
