"""How many parts a text message is sent in, and the plain letters that keep it cheap."""

import unicodedata
from typing import Final

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = frozenset("^{}\\[~]|€\f")
_PLAIN: Final = str.maketrans(
    {
        "ɛ": "e",
        "ɔ": "o",
        "Ɛ": "E",
        "Ɔ": "O",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "…": "...",
        "₵": "S",
        "\u00a0": " ",
    }
)
GSM_SINGLE, GSM_JOINED, UCS_SINGLE, UCS_JOINED = 160, 153, 70, 67


def plain(text: str) -> str:
    """The text in the letters of GSM-7 where they are known: ɛ as e, ɔ as o, straight quotes, no accents outside it."""
    simple = text.translate(_PLAIN)
    return "".join(c if c in _BASIC or c in _EXTENDED else _bare(c) for c in simple)


def _bare(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0]
    return base if base in _BASIC else character


def segments(text: str) -> int:
    """Parts the text is sent in: 160 letters of GSM-7 or 70 of others alone, 153 or 67 when joined."""
    if all(c in _BASIC or c in _EXTENDED for c in text):
        length = sum(2 if c in _EXTENDED else 1 for c in text)
        return 1 if length <= GSM_SINGLE else -(-length // GSM_JOINED)
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= UCS_SINGLE else -(-units // UCS_JOINED)
