"""A model writes short plain sentences: no links, no markup, no pictures."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_TEXT = 1500
"""Letters of one text, before its slots are filled in."""

_LINK = re.compile(
    r"\b(?:https?|ftp|tel|sms|mailto|javascript|data|about|file|whatsapp):|www\.|//\w|\]\s?\(|\w@[\w-]+\.\w"
    r"|\w\.[^\W\d_]{2,}|\w\s?[\[(]\s?(?:\.|dot)\s?[\])]"
    r"|\bdot (?:com|org|net|gh|io|co|me|shop|store|online|site|link|xyz|app|info|biz|africa)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[<>|`~=@\\^]|&#|&\w+;|^\s*#+\s|#\w|\[\[|^\s*(?:[-_*]\s*){3,}$", re.IGNORECASE | re.MULTILINE)


def shapes(text: str) -> Iterator[str]:
    """What is no plain sentence, or one without end."""
    if len(text) > LONGEST_TEXT:
        yield f"each text is shorter than {LONGEST_TEXT} letters"
    if _LINK.search(text):
        yield "links and addresses are not allowed"
    if _MARKUP.search(text) or any(unicodedata.category(c) in ("So", "Sk") for c in text):
        yield "plain text only: no tags, codes, headings, tables, pictures or backticks"
