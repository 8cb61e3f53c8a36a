"""How words are read before they are compared with names."""

import re
import unicodedata

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def plain(word: str) -> str:
    """One spelling for a word: small letters without accents and possessive s."""
    small = re.sub(r"['’]s$", "", word.casefold())
    if small.isascii():
        return small
    letters = unicodedata.normalize("NFKD", small).translate(_OPEN_VOWELS)
    return "".join(c for c in letters if unicodedata.category(c) != "Mn")


_OPEN_VOWELS = {ord("ɛ"): "e", ord("ɔ"): "o", ord("’"): "'"}


def visible(text: str) -> str:
    """Compatibility forms folded and invisible signs dropped: a name or digit hides behind none of them."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
