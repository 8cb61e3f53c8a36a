"""The AI features, one module each. `FEATURES` is the list the whole house reads."""

from typing import Any

FEATURES: tuple[Any, ...] = ()
