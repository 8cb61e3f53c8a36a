"""Phone numbers as they are stored: E.164, read as Ghana's when no country is given."""

from urllib.parse import quote

import phonenumbers

from common import errors


def e164(text: str, *, field: str = "phone") -> str:
    """`024 412 3456`, `233244123456` or `+233 24 412 3456` as `+233244123456`; empty stays empty.

    Raises `InvalidInput` naming `field` for what cannot be a phone number.
    """
    if not text.strip():
        return ""
    digits = "".join(c for c in text if c.isdigit())
    written = f"+{digits}" if digits.startswith("233") and len(digits) == 12 else text
    try:
        number = phonenumbers.parse(written, "GH")
    except phonenumbers.NumberParseException as problem:
        raise errors.InvalidInput.field(field, f"{text!r} is not a phone number.") from problem
    if not phonenumbers.is_valid_number(number):
        raise errors.InvalidInput.field(field, f"{text!r} is not a valid phone number.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def whatsapp_link(phone: str, text: str) -> str | None:
    """A link that opens a chat with `phone` with the text written in; None without a number."""
    digits = "".join(c for c in phone if c.isdigit())
    return f"https://wa.me/{digits}?text={quote(text)}" if digits else None
