"""The one function that decides what of a text may leave for a model."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_features.services.privacy import people_index
from ai_features.services.privacy.contact_forms import contacts
from ai_features.services.privacy.mentions import mentions
from ai_features.services.privacy.people_index import People
from ai_features.services.privacy.pseudonyms import pseudonym
from ai_features.services.privacy.spellings import spoken, visible


@dataclass(frozen=True)
class Redacted:
    """Texts with people, their contact data and numbers replaced, and what stood in their place."""

    texts: tuple[str, ...]
    replaced: Mapping[str, str] = field(default_factory=dict)

    def restore(self, text: str) -> str:
        """What a model made of the texts, with the names that the user had typed put back."""
        for stand_in, typed in self.replaced.items():
            text = text.replace(stand_in, typed)
        return text


def redact(business_id: uuid.UUID, texts: Sequence[str], *, seed: str = "") -> Redacted:
    """The texts as they may leave, be they typed, the names of goods or our own.

    No whole name of a customer, of staff or of a supplier, whatever its words; no part of one that is no everyday
    word, in any writing; no recorded address; no email, link, phone, or number of an account, a card or a document
    of identity. One query, and one more when a name has changed since the last.
    """
    if not any(texts):
        return Redacted(tuple(texts))
    known = people_index.known_to(business_id)
    replaced: dict[str, str] = {}
    return Redacted(tuple(_redacted(visible(text), known, seed, replaced) for text in texts), replaced)


def redact_data(business_id: uuid.UUID, data: Any, *, seed: str = "") -> tuple[Any, Redacted]:
    """JSON data with each of its strings redacted, keys excepted; and what was replaced."""
    redacted = redact(business_id, list(_strings(data)), seed=seed)
    return _rebuilt(data, iter(redacted.texts)), redacted


def _strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from _strings(inner)


def _rebuilt(part: Any, texts: Iterator[str]) -> Any:
    if isinstance(part, str):
        return next(texts)
    if isinstance(part, dict):
        return {key: _rebuilt(inner, texts) for key, inner in part.items()}
    return [_rebuilt(inner, texts) for inner in part] if isinstance(part, list) else part


def _redacted(text: str, known: People, seed: str, replaced: dict[str, str]) -> str:
    text = _with(text, contacts(text))
    text = _with(text, _addresses(text, known))
    found = []
    for each in mentions(text, known):
        stand_in = pseudonym(seed, min(each.keys))
        replaced.setdefault(stand_in, " ".join(text[each.start : each.end].split()))
        found.append((each.start, each.end, stand_in))
    return _with(text, iter(found))


def _addresses(text: str, known: People) -> Iterator[tuple[int, int, str]]:
    words = spoken(text)
    past = 0
    found = known.addresses_in([each.word for each in words])
    for first, end in sorted(found, key=lambda each: (each[0], -each[1])):
        if first >= past:
            yield words[first].start, words[end - 1].end, "[address]"
            past = end


def _with(text: str, found: Iterator[tuple[int, int, str]]) -> str:
    """The text with what was found replaced, each piece by its stand-in."""
    out, position = "", 0
    for start, end, stand_in in found:
        out, position = out + text[position:start] + stand_in, end
    return out + text[position:]
