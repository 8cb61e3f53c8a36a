"""Finding a person in stored texts, to take them out of what was kept about something else."""

import re
from typing import Any

_SHORTEST = 3


class Traces:
    """What a person is known by: names and addresses as words, phones by their last nine digits, however written."""

    def __init__(self, *known: str) -> None:
        texts = [text.strip().casefold() for text in known if len(text.strip()) >= _SHORTEST]
        self._phones = {digits[-9:] for text in texts if len(digits := re.sub(r"\D", "", text)) >= 9}
        words = [re.escape(text) for text in texts if re.sub(r"\D", "", text)[-9:] not in self._phones]
        self._words = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") if words else None

    def found_in(self, text: str) -> bool:
        """Whether a text names the person."""
        plain = " ".join(text.casefold().split())
        if self._words and self._words.search(plain):
            return True
        digits = re.sub(r"(?<=\d)[\s().-]+(?=\d)", "", plain)
        return any(phone in digits for phone in self._phones)

    def taken_out(self, value: Any, instead: str = "") -> Any:
        """A JSON value in which every text that names the person is `instead`."""
        if isinstance(value, dict):
            return {name: self.taken_out(part, instead) for name, part in value.items()}
        if isinstance(value, list):
            return [self.taken_out(part, instead) for part in value]
        return instead if isinstance(value, str) and self.found_in(value) else value
