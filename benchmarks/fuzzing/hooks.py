"""For schemathesis: what it cannot know of a request that is to get far."""

import uuid
from typing import Any

import schemathesis

KEY = "Idempotency-Key"


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """A key of its own for each request: the same one with another body is refused before anything is looked at."""
    if case.headers and KEY in case.headers and case.headers[KEY]:
        case.headers[KEY] = str(uuid.uuid4())
