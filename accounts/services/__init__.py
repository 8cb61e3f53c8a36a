"""Every write of accounts."""

from accounts.services.business import (
    change_storefront,
    close_storefront,
    open_storefront,
    update_business,
)
from accounts.services.session import (
    Session,
    change_password,
    forget_expired,
    log_in,
    log_out,
    log_out_everywhere,
    register,
    update_user,
)
from accounts.services.staff import (
    Offer,
    accept_invitation,
    change_member,
    invite_member,
    revoke_invitation,
    send_invitation,
)

__all__ = [
    "Offer",
    "Session",
    "accept_invitation",
    "change_member",
    "change_password",
    "change_storefront",
    "close_storefront",
    "forget_expired",
    "invite_member",
    "log_in",
    "log_out",
    "log_out_everywhere",
    "open_storefront",
    "register",
    "revoke_invitation",
    "send_invitation",
    "update_business",
    "update_user",
]
