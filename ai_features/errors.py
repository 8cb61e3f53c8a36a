"""What can go wrong with credits and AI features, by name."""

from decimal import Decimal

from common import money
from common.errors import DomainError


class InsufficientCredits(DomainError):
    """Carries `current_balance` (what is available), `required_credits` and `shortfall`, JSON numbers."""

    code = "insufficient_credits"

    def __init__(self, *, available: Decimal, required: Decimal) -> None:
        super().__init__(
            f"This needs {money.plain(required)} credits and {money.plain(available)} are available. "
            "Buy credits to go on.",
            current_balance=money.number(available),
            required_credits=money.number(required),
            shortfall=money.number(max(required - available, money.ZERO)),
        )


class BudgetExceeded(DomainError):
    """A cap on what the models may cost us is reached. Carries `retry_after`, seconds until the period ends."""

    code = "budget_exceeded"
    message = "The AI budget of this period is used up; nothing was charged. Please try again later."


class AIDisabled(DomainError):
    """AI is switched off: for everyone, for this business by our staff, or this feature."""

    code = "ai_disabled"
    message = "AI features are switched off."


class HoldClosed(DomainError):
    """The hold was settled, released, or is past its deadline: nothing was charged."""

    code = "ai_service_error"
    message = "This request took too long and was given up; nothing was charged. Please try again."


class ConsentRequired(DomainError):
    """No owner has agreed to AI features, or has withdrawn."""

    code = "consent_required"
    message = "An owner must first agree to the use of AI features, in the AI settings."


class AIServiceError(DomainError):
    """The model gave no usable answer and the facts alone are none. Nothing was charged."""

    code = "ai_service_error"
    message = "The AI service cannot answer just now; nothing was charged. Please try again later."
