"""How a text is read before it is compared with names: one spelling for each word, nothing hidden in signs."""

import html
import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
_APOSTROPHES = re.compile(r"['’ʼ`]")
_LATIN = {
    "ɛ": "e",
    "ɔ": "o",
    "ŋ": "n",
    "ɖ": "d",
    "đ": "d",
    "ƒ": "f",
    "ɣ": "g",
    "ʋ": "v",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "ɩ": "i",
    "ʊ": "u",
    "ə": "e",
    "æ": "ae",
    "œ": "oe",
}
_AS_LETTERS = str.maketrans("0134578@$", "oieastbas")
_SOUNDS = tuple(
    (re.compile(letters), one)
    for letters, one in (
        (r"ph", "f"),
        (r"ck|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"kw|ku(?=[aeio])", "kw"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"ou", "u"),
        (r"[yj](?![aeiou])|y", "i"),
        (r"ee|ie", "i"),
        (r"(?<=[a-z])h|^h(?=[aeiou])", ""),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word of a text in its plain spelling, and where it stands."""

    word: str
    start: int
    end: int


def visible(text: str) -> str:
    """Compatibility forms, digits of every kind and entities folded; signs that cannot be seen dropped."""
    text = html.unescape(text) if "&" in text else text
    if text.isascii():
        return text
    return "".join(_seen(c) for c in unicodedata.normalize("NFKC", text))


def _seen(character: str) -> str:
    if unicodedata.category(character) in ("Cf", "Mn", "Me", "Co", "Cn"):
        return ""
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)


def spoken(text: str) -> list[Spoken]:
    """The words of a text in their order; a hyphen parts two words."""
    return [Spoken(plain(found.group()), *found.span()) for found in _WORD.finditer(text)]


def words_of(text: str) -> list[str]:
    """The plain words of a name."""
    return [each.word for each in spoken(visible(text)) if each.word]


def plain(word: str) -> str:
    """One spelling for a word: small letters without accents, apostrophes and possessive s."""
    small = _APOSTROPHES.sub("", re.sub(r"['’ʼ`]s$", "", word.casefold()))
    if small.isascii():
        return small
    return "".join(_LATIN.get(c, c) for c in unicodedata.normalize("NFKD", small) if unicodedata.category(c) != "Mn")


def as_letters(word: str) -> str:
    """A word with the digits that stand for letters read as these: "k0f1" is "kofi"; "" where none do."""
    folded = word.translate(_AS_LETTERS)
    return folded if folded != word and folded.isalpha() and any(c.isalpha() for c in word) else ""


def sound(word: str) -> str:
    """What remains of a plain word when those letters are one that sound alike: "koffi" and "kofi" are the same."""
    for letters, one in _SOUNDS:
        word = letters.sub(one, word)
    return word


def is_foreign(word: str) -> bool:
    """Whether a plain word has letters of another script, or signs that only look like letters of ours."""
    return len(word) > 1 and not word.isascii()
