"""Every write of accounts."""

from accounts.services.business import (
    change_storefront,
    close_storefront,
    open_storefront,
    update_business,
)
from accounts.services.recovery import (
    ask_for_email,
    forgot_password,
    reset_password,
    send_verification,
    verify_email,
)
from accounts.services.session import (
    Device,
    Session,
    change_password,
    end_log_in,
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
    has_account,
    invite_member,
    offered,
    revoke_invitation,
    send_invitation,
)

__all__ = [
    "Device",
    "Offer",
    "Session",
    "accept_invitation",
    "ask_for_email",
    "change_member",
    "change_password",
    "change_storefront",
    "close_storefront",
    "end_log_in",
    "forget_expired",
    "forgot_password",
    "has_account",
    "invite_member",
    "log_in",
    "log_out",
    "log_out_everywhere",
    "offered",
    "open_storefront",
    "register",
    "reset_password",
    "revoke_invitation",
    "send_invitation",
    "send_verification",
    "update_business",
    "update_user",
    "verify_email",
]
