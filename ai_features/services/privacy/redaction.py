"""Keeping people out of prompts: pseudonyms for those we name, and a search of what the user typed."""

import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ai_features.services.privacy import people_index
from ai_features.services.privacy.contact_forms import FORMS
from ai_features.services.privacy.people_index import People
from ai_features.services.privacy.pseudonyms import pseudonym
from ai_features.services.privacy.spellings import WORD, plain, visible


@dataclass(frozen=True)
class Redacted:
    """Texts with people, phones and emails replaced, and what stood in their place."""

    texts: tuple[str, ...]
    replaced: Mapping[str, str] = field(default_factory=dict)

    def restore(self, text: str) -> str:
        """What a model made of the texts, with what the user had typed put back."""
        for stand_in, typed in self.replaced.items():
            text = text.replace(stand_in, typed)
        return text


def redact(business_id: uuid.UUID, texts: Sequence[str], *, seed: str = "", of_things: bool = False) -> Redacted:
    """The texts as they may leave: no email or phone, no recorded name or address of a customer or of staff, and no
    near match of a name. In names `of_things`, goods and places, a single word that somebody bears too is no mention:
    "Samsung" stays although a customer is called "Samsung Repairs".

    One query, and one more when a name has changed since the last; none when the words are all too ordinary to name
    anyone.
    """
    seen = [visible(text) for text in texts]
    spoken = {plain(word) for text in seen for word in WORD.findall(text)}
    known = (
        people_index.known_to(business_id)
        if any(people_index.may_name(word) for word in spoken)
        else people_index.NOBODY
    )
    replaced: dict[str, str] = {}
    least = 2 if of_things else 1
    return Redacted(tuple(_redacted(text, known, seed, replaced, least) for text in seen), replaced)


def redact_data(business_id: uuid.UUID, data: Any, *, seed: str = "", of_things: bool = False) -> tuple[Any, Redacted]:
    """JSON data with each of its strings redacted, keys excepted; and what was replaced."""
    texts = list(_strings(data))
    if not texts:
        return data, Redacted(())
    redacted = redact(business_id, texts, seed=seed, of_things=of_things)
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


def _redacted(text: str, known: People, seed: str, replaced: dict[str, str], least_words: int) -> str:
    for pattern, stand_in in FORMS:
        text = pattern.sub(stand_in, text)
    for words in known.addresses_in(text):
        text = re.sub(r"\b" + r"[\W_]+".join(map(re.escape, words)) + r"\b", "[address]", text, flags=re.IGNORECASE)
    out, position = "", 0
    for start, end, key in _mentions(text, known):
        if len(text[start:end].split()) < least_words:
            continue
        stand_in = pseudonym(seed, key)
        replaced.setdefault(stand_in, " ".join(text[start:end].split()))
        out, position = out + text[position:start] + stand_in, end
    return out + text[position:]


def _mentions(text: str, known: People) -> list[tuple[int, int, str]]:
    """(start, end, key) of each person named; words side by side that one person bears are one mention."""
    found: list[tuple[int, int, frozenset[str]]] = []
    for word in WORD.finditer(text):
        bearers = known.bearers(word.group())
        if not bearers:
            continue
        if found and text[found[-1][1] : word.start()].isspace() and found[-1][2] & bearers:
            start, _, both = found.pop()
            found.append((start, word.end(), both & bearers))
        else:
            found.append((word.start(), word.end(), bearers))
    return [(start, end, min(keys)) for start, end, keys in found]
