"""Users, businesses, who works where in which role; their log-ins; and the record of who changed what."""

from accounts.models.log_ins import LogIn
from accounts.models.records import AuditEntry, Export
from accounts.models.tenants import (
    Business,
    IdempotentRequest,
    Invitation,
    Membership,
    Storefront,
    Subscription,
    User,
    UserManager,
)

__all__ = [
    "AuditEntry",
    "Business",
    "Export",
    "IdempotentRequest",
    "Invitation",
    "LogIn",
    "Membership",
    "Storefront",
    "Subscription",
    "User",
    "UserManager",
]
