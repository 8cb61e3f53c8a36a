"""What a call used: as the server tells it where that can be so, else estimated from above. Never zero."""

from ai_features.services.model.completion_body import Usage
from ai_features.services.model.prices import Tokens

MOST_TOKENS = 10_000_000
"""More than any model reads or writes in one call."""
LETTERS_A_TOKEN = 20
"""More than a token stands for in any text of ours: who tells of fewer tokens has not counted them."""


def used(told: Usage, *, most: Tokens, sent: int, text: str) -> Tokens:
    """The tokens of a call that was answered with `text`, of `sent` letters. `most` is the most it may have used."""
    read = told.read if _can_be(told.read, sent) else None
    written = told.written if _can_be(told.written, len(text)) else None
    cached = told.cached or 0
    return Tokens(
        most.input if read is None else read,
        cached if read is not None and 0 <= cached <= read else 0,
        most.output if written is None else written,
    )


def used_at_least(told: Usage, *, most: Tokens, sent: int, text: str) -> Tokens:
    """The tokens of an answer that broke off after `text`: what was told on the way is only where it stood then."""
    so_far = used(told, most=most, sent=sent, text=text)
    return Tokens(so_far.input, so_far.cached, max(most.output, so_far.output))


def _can_be(tokens: int | None, letters: int) -> bool:
    return tokens is not None and max(letters / LETTERS_A_TOKEN, 0) <= tokens <= MOST_TOKENS
