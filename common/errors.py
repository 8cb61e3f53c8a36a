"""What can go wrong, by name. Services raise these; `app.api_errors` gives each its HTTP status."""

from typing import Any


class DomainError(Exception):
    """A refusal with a stable `code`, one sentence for a shop owner, and fields of its own in `extra`."""

    code = "error"
    message = "Something went wrong."

    def __init__(self, message: str = "", **extra: Any) -> None:
        self.message = message or self.message
        self.extra = extra
        super().__init__(self.message)


class InvalidInput(DomainError):
    """Input that cannot be accepted; name the fields: `InvalidInput(fields={"quantity": [...]})`."""

    code = "validation_error"
    message = "Please correct the marked fields."

    @classmethod
    def field(cls, name: str, problem: str) -> "InvalidInput":
        """The usual case: one field, one problem."""
        return cls(problem, fields={name: [problem]})

    @classmethod
    def line(cls, number: int, field: str, problem: str) -> "InvalidInput":
        """One line, counted from 0, in the shape that forms know: `{"lines": {"1": {"quantity": [...]}}}`."""
        return cls(f"Line {number + 1}: {problem}", fields={"lines": {str(number): {field: [problem]}}})


class FileRefused(InvalidInput):
    """The file as a whole cannot be read, or not any further; the field says why: `file`, or what must be told."""

    def __init__(self, problem: str, field: str = "file") -> None:
        super().__init__(problem, fields={field: [problem]})


class NotFound(DomainError):
    code = "not_found"
    message = "There is nothing with this id."


class WrongCredentials(DomainError):
    """What was given to log in is not right. A log-in that has ended is `not_authenticated` instead."""

    code = "wrong_credentials"
    message = "This email and password do not match."


class NotAllowed(DomainError):
    code = "permission_denied"
    message = "Your role does not allow this."


class BusinessRequired(DomainError):
    """Carries `businesses: [{id, name}]` to choose from."""

    code = "business_required"
    message = "You work for several businesses: name one in the X-Business-Id header."


class Conflict(DomainError):
    """The request was fine, the state of the shop was not: a last unit already sold, a name taken."""

    code = "conflict"


class ConfirmationRequired(Conflict):
    """Possible, but most likely a slip: repeat the request with `confirmed: true`. Carries `confirm: [field, …]`."""

    code = "confirmation_required"


class OutOfStock(Conflict):
    """Carries `product_id`, `available` and `requested`."""

    code = "out_of_stock"


class CreditLimitExceeded(Conflict):
    """Carries `credit_limit`, `outstanding` and `headroom`, decimal strings in GHS."""

    code = "credit_limit_exceeded"


class IdempotencyConflict(DomainError):
    code = "idempotency_conflict"
    message = "This Idempotency-Key was already used for a different request."


class StorageUnavailable(DomainError):
    """The place where files are kept cannot be reached."""

    code = "service_unavailable"
    message = "Files cannot be kept or fetched for the moment; please try again in a few minutes."

    def __init__(self) -> None:
        super().__init__(retry_after=60)


class RequestInProgress(DomainError):
    code = "request_in_progress"
    message = "The first request with this Idempotency-Key has not finished yet; try again shortly."
