"""Users, businesses, who works where in which role, storefronts, and the plan a business pays for."""

import datetime as dt
import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from common.tenancy import Role, TenantModel


class UserManager(BaseUserManager["User"]):
    """Users are found by email, written in any case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who can log in. `is_staff` opens the admin: our own staff, not a shop's."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=150)
    email_verified_at = models.DateTimeField(
        null=True, blank=True, help_text="When the link in the confirmation email was opened."
    )
    pending_email = models.EmailField(blank=True, help_text="Replaces the email once the link sent to it is opened.")
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_user_per_email")]

    def __str__(self) -> str:
        return self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)


class Business(models.Model):
    """A tenant: every other row belongs to one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=150)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True, help_text="Where bills and alerts go; the owner's address when empty.")
    address = models.CharField(max_length=250, blank=True)
    tin = models.CharField("tax identification number", max_length=20, blank=True)
    vat_registered = models.BooleanField(default=False)
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    day_ends_at = models.TimeField(
        null=True,
        blank=True,
        help_text="For shops that close after midnight: sales before this time count for the day before.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "businesses"

    def __str__(self) -> str:
        return self.name


class Storefront(TenantModel):
    """A place that sells: a shop, a market stall, a counter."""

    name = models.CharField(max_length=100)
    address = models.CharField(max_length=250, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("business", Lower("name"), name="one_storefront_per_name")]

    def __str__(self) -> str:
        return self.name


class Membership(TenantModel):
    """A person's place in a business. Staff known only from imported history have no user."""

    user = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    name = models.CharField(max_length=150, help_text="As the business calls this person.")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.CASHIER)
    storefront = models.ForeignKey(Storefront, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["business", "user"], name="one_membership_per_user")]

    def __str__(self) -> str:
        return self.name


class Invitation(TenantModel):
    """An offer of a role, accepted with a secret that only its hash is kept of."""

    email = models.EmailField()
    role = models.CharField(max_length=10, choices=Role.choices)
    invited_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                "business",
                Lower("email"),
                condition=models.Q(accepted_at=None),
                name="one_open_invitation_per_email",
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.business_id}"


GRACE = dt.timedelta(days=14)


class Subscription(models.Model):
    """The storefront plan, paid, or on trial, up to `renews_on`.

    Its price follows from the number of storefronts: `accounts.queries.monthly_price`.
    """

    class Status(models.TextChoices):
        TRIAL = "trial", "Trial"
        ACTIVE = "active", "Active"
        LAPSED = "lapsed", "Lapsed"

    business = models.OneToOneField(Business, primary_key=True, on_delete=models.CASCADE, related_name="subscription")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.TRIAL)
    started_on = models.DateField()
    renews_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.business_id} {self.status}"

    @property
    def grace_ends_on(self) -> dt.date:
        """The last day on which nothing is locked though nothing is paid."""
        return self.renews_on + GRACE

    def is_overdue(self, today: dt.date) -> bool:
        """Unpaid beyond the days of grace: selling and reading go on, AI and new storefronts wait."""
        return today > self.grace_ends_on


class IdempotentRequest(models.Model):
    """A request sent with an `Idempotency-Key`: its fingerprint, and the answer once there is one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    business = models.ForeignKey(Business, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of method, path and body.")
    status = models.PositiveSmallIntegerField(null=True, help_text="Empty while the first request is running.")
    response = models.JSONField(null=True)
    created_at = models.DateTimeField()
    locked_until = models.DateTimeField(help_text="From then on a repeat may replace a request that never finished.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["business", "user", "key"], name="one_request_per_key")]
        indexes = [models.Index(fields=["created_at"])]

    def __str__(self) -> str:
        return f"{self.key} {self.status or 'running'}"
