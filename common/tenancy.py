"""Whose data it is and who is asking. Every query names its business; every write names its caller."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models

from common import errors


class Role(models.TextChoices):
    OWNER = "owner", "Owner"
    MANAGER = "manager", "Manager"
    CASHIER = "cashier", "Cashier"


MANAGEMENT = (Role.OWNER, Role.MANAGER)
EVERYONE = (Role.OWNER, Role.MANAGER, Role.CASHIER)


@dataclass(frozen=True, slots=True)
class Caller:
    """A person acting for one business. Views make it from the token; services take it first."""

    business_id: uuid.UUID
    membership_id: uuid.UUID
    user_id: uuid.UUID
    role: Role
    storefront_id: uuid.UUID | None = None
    """The one storefront where a cashier sells and reads; None: all of them."""
    day_ends_at: dt.time | None = None
    """The time of the next morning at which the shop's day ends; None: midnight."""

    @classmethod
    def of(cls, member: Any) -> Self:
        """A member of staff, of whom a job does something, with the role they have now."""
        return cls(member.business_id, member.pk, member.user_id, Role(member.role))

    def require(self, *roles: Role) -> None:
        """Raise `errors.NotAllowed` unless the caller has one of `roles`."""
        if self.role not in roles:
            raise errors.NotAllowed

    def require_storefront(self, storefront_id: uuid.UUID | None) -> None:
        """Raise `errors.NotAllowed` where the caller is bound to another storefront."""
        if self.storefront_id and storefront_id != self.storefront_id:
            raise errors.NotAllowed("You work at another storefront.")


M = TypeVar("M", bound=models.Model)


class TenantQuerySet(models.QuerySet[M]):
    """A queryset that can be narrowed to one business, which every read does first."""

    def of(self, business_id: uuid.UUID) -> Self:
        return self.filter(getattr(self.model, "findable", models.Q()), business_id=business_id)

    def get_or_404(self, business_id: uuid.UUID, pk: Any) -> M:
        """The row of this business, or `errors.NotFound`, also for another business's id."""
        try:
            return self.of(business_id).get(pk=pk)
        except (ObjectDoesNotExist, ValidationError) as missing:
            raise errors.NotFound from missing


class TenantModel(models.Model):
    """A row that belongs to one business. Abstract."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    business = models.ForeignKey("accounts.Business", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = TenantQuerySet.as_manager()
    findable: ClassVar[models.Q] = models.Q()
    """What holds of the rows that `of` finds; others are only reached by those that point at them."""

    class Meta:
        abstract = True


class AppendOnlyModel(TenantModel):
    """A row of a ledger: added, never changed and never deleted. Abstract."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            self._refuse()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        self._refuse()

    def _refuse(self) -> NoReturn:
        raise TypeError(f"{self._meta.verbose_name_plural} are only ever added")
