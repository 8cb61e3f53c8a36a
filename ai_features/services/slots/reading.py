"""How a text is read before it is checked: one spelling for each word and number, nothing hidden in signs."""

import re
import unicodedata

REFERENCE = re.compile(r"\{\s*([a-z][a-z0-9_]*)\s*\}")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…])[\"')\]”]*\s+|\n+")
_SPELLED = re.compile(r"(?<!\w)[^\W\d_](?:[ .·-][^\W\d_]){2,}(?!\w)")
_EMPHASIS = re.compile(r"[*_~]+")
_AS_WRITTEN = {ord("ɛ"): "e", ord("ɔ"): "o", ord("ı"): "i", ord("’"): "'"}


def clean(text: str) -> str:
    """Compatibility forms folded and invisible characters dropped, so that no digit hides as another sign."""
    if text.isascii() and text.isprintable():
        return text.strip()
    folded = unicodedata.normalize("NFKC", text)
    return "".join(c for c in folded if c in "\n\t" or unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cn")).strip()


def plain_number(token: str) -> str:
    """One spelling of a number: "1,000.00" and "1000" are the same."""
    digits = token.replace(",", "")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def plain(word: str) -> str:
    """A word in small letters without accents."""
    small = word.lower()
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFKD", small).translate(_AS_WRITTEN)
    return "".join(c for c in letters if unicodedata.category(c) != "Mn")


def spoken_words(text: str) -> list[str]:
    """The plain words in their order; emphasis and the gaps of words spelled letter by letter are read over."""
    text = _EMPHASIS.sub("", text)
    text = _SPELLED.sub(lambda spelled: re.sub(r"[ .·-]", "", spelled.group()), text)
    return [plain(word) for word in WORD.findall(text)]


def words_of(text: str) -> set[str]:
    """The plain words, and the parts of those with a hyphen."""
    return {part for word in spoken_words(text) for part in {word, *word.split("-")}}


def references(text: str) -> list[str]:
    """The slot ids in the text, in order."""
    return REFERENCE.findall(text)


def without_slots(text: str) -> str:
    """The text with a stop in place of each slot."""
    return REFERENCE.sub(" ; ", text)
