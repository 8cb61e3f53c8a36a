"""As much of a provider's answer as we read: compatible servers each have their own idea of a completion."""

from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Usage:
    """What a server says a call used. None where it says nothing that can be read; it may still be untrue."""

    read: int | None = None
    cached: int | None = None
    written: int | None = None

    @classmethod
    def of(cls, given: Any) -> Self:
        """Reasoning counts as written, whether it is told within the completion, beside it, or in the total alone."""
        used = given if isinstance(given, dict) else {}
        read, written, total = (_number(used.get(f"{name}_tokens")) for name in ("prompt", "completion", "total"))
        reasoned = _detail(used, "completion_tokens_details", "reasoning_tokens")
        if reasoned and written is not None and reasoned > written:
            written += reasoned
        if total is not None and read is not None and read >= 0 and total - read > (written or 0):
            written = total - read
        return cls(read, _detail(used, "prompt_tokens_details", "cached_tokens"), written)


@dataclass(frozen=True, slots=True)
class Piece:
    """A completion, or one chunk of it."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    usage: Usage | None = None

    @classmethod
    def of_completion(cls, answer: Any) -> Self:
        """Raises `ValueError` for anything that is no completion, such as the page of a proxy."""
        if not isinstance(answer, dict) or "choices" not in answer:
            raise ValueError("this is no completion")
        return cls._of(answer, "message")

    @classmethod
    def of_chunk(cls, event: Any) -> Self:
        """Null, and what has no choices, is an empty piece. Raises `ValueError` for what is no piece at all."""
        return cls._of({} if event is None else event, "delta")

    @classmethod
    def _of(cls, answer: Any, part: str) -> Self:
        if not isinstance(answer, dict) or answer.get("error"):
            raise ValueError("this is no completion")
        usage = Usage.of(answer["usage"]) if answer.get("usage") else None
        choices = answer.get("choices") or []
        if not isinstance(choices, list) or not all(isinstance(choice, dict) for choice in choices):
            raise ValueError("this is no choice of a completion")
        said = [choice.get(part) or {} for choice in choices]
        if not all(isinstance(message, dict) for message in said):
            raise ValueError("this is no message of a completion")
        return cls(
            text="".join(_text(message.get("content")) for message in said[:1]),
            refusal="".join(_text(message.get("refusal")) for message in said[:1]),
            finish="".join(_text(choice.get("finish_reason")) for choice in choices[:1]),
            usage=usage,
        )


@dataclass
class Told:
    """What the pieces of one answer say together."""

    text: str = ""
    refusal: str = ""
    finish: str = ""
    usage: Usage = field(default_factory=Usage)

    def add(self, piece: Piece) -> None:
        self.text += piece.text
        self.refusal += piece.refusal
        self.finish = piece.finish or self.finish
        self.usage = piece.usage or self.usage


def _text(content: Any) -> str:
    """A text, or the texts of a list of parts."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    texts = [part.get("text") if isinstance(part, dict) else part for part in parts]
    return "".join(text for text in texts if isinstance(text, str))


def _detail(used: dict[str, Any], group: str, name: str) -> int | None:
    details = used.get(group)
    return _number(details.get(name)) if isinstance(details, dict) else None


def _number(value: Any) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if abs(value) < 10**12 else None
