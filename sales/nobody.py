"""Names that tills and spreadsheets write where no customer was named."""

import re

from common.identifiers import is_blank

_WORDS = frozenset(
    (
        "cash",
        "cash sale",
        "cash sales",
        "cash customer",
        "cash client",
        "walk in",
        "walkin",
        "walk in customer",
        "walkin customer",
        "walk in client",
        "guest",
        "guest customer",
        "counter sale",
        "counter sales",
        "over the counter",
        "otc",
        "retail customer",
        "general customer",
        "default customer",
        "one time customer",
        "anonymous",
        "unknown",
        "unknown customer",
        "customer",
        "no name",
        "no customer",
    )
)


def is_nobody(name: str) -> bool:
    """Whether a name stands for no one in particular: "Walk-in Customer", "Cash", "N/A", "-" or "NULL"."""
    return is_blank(name) or " ".join(re.sub(r"[\W_]+", " ", name).lower().split()) in _WORDS
