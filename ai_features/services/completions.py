"""As much of a provider's answer as we read, checked: behind an address may stand a proxy, or another server."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from ai_features.services.model_prices import Tokens

MOST_TOKENS = 10_000_000
"""More than any model reads or writes in one call."""


class _Read(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class Details(_Read):
    cached_tokens: int | None = None


class Usage(_Read):
    prompt_tokens: int
    completion_tokens: int
    prompt_tokens_details: Details | None = None

    @property
    def tokens(self) -> Tokens | None:
        """What was used; None when it cannot be so."""
        cached = (self.prompt_tokens_details.cached_tokens if self.prompt_tokens_details else 0) or 0
        if not (0 <= cached <= self.prompt_tokens <= MOST_TOKENS and 0 <= self.completion_tokens <= MOST_TOKENS):
            return None
        return Tokens(self.prompt_tokens, cached, self.completion_tokens)


class Message(_Read):
    content: str | None = None
    refusal: str | None = None


class Choice(_Read):
    message: Message
    finish_reason: str | None = None


class Completion(_Read):
    choices: list[Choice]
    usage: Usage | None = None

    @classmethod
    def read(cls, given: Any) -> "Completion":
        """Raises `ValueError` for anything that is no completion."""
        return cls.model_validate(given)


class Piece(_Read):
    delta: Message
    finish_reason: str | None = None


class Chunk(_Read):
    choices: list[Piece]
    usage: Usage | None = None

    @classmethod
    def read(cls, given: Any) -> "Chunk":
        """Raises `ValueError` for anything that is no piece of a completion."""
        return cls.model_validate(given)
