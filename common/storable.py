"""Text that a database can keep: JSON from elsewhere may hold what PostgreSQL refuses."""

from typing import Any


def storable(value: Any) -> Any:
    """A JSON value whose texts have neither NUL nor halves of surrogate pairs, both of which JSON allows."""
    if isinstance(value, str):
        return "".join(c for c in value if c != "\x00" and not "\ud800" <= c <= "\udfff")
    if isinstance(value, list):
        return [storable(each) for each in value]
    if isinstance(value, dict):
        return {storable(name): storable(each) for name, each in value.items()}
    return value
