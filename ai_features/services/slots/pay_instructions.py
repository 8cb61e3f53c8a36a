"""How and where to pay is the shop's to say: a model gives no instruction about it and asks for no secret."""

import re
from collections.abc import Collection, Iterator

from ai_features.services.slots.reading import plain, without_slots

_PLACE = (
    r"(?:wallets?|accounts?|numbers?|lines?|merchants?|agents?|banks?|codes?|cards?|links?|address(?:es)?|momo|"
    r"mobile money|branch manager|boss|manager|director|owner|driver|collector|relatives?|nephew|niece|brother|sister|"
    r"cousin|wife|husband|son|daughter|friend)\b"
)
_MONEY = r"(?:money|cash|payments?|funds?|amounts?|sums?|balances?|it|them|everything|what (?:is|they|you) owed?)\b"
_WAY = r"\b(?:to|into|onto|via|through)\b(?:[\s,]+[\w'’-]+){0,4}?[\s,]+"
_INSTRUCTIONS = (
    re.compile(rf"\b(?:pay|pays|paid|paying|transfer|deposit|remit|wire)\w*\b[^.!?]{{0,60}}?{_WAY}{_PLACE}"),
    re.compile(
        rf"\b(?:send|sends|sent|sending|forward|bring|give|hand)\w*\b[^.!?]{{0,20}}?\b{_MONEY}[^.!?]{{0,30}}?{_WAY}{_PLACE}"
    ),
    re.compile(
        r"\b(?:wallet|bank account|account number|number(?! of)|phone|till|line|bank|details|momo|mobile money)"
        r"(?: \w+)? (?:(?:has|have|had)(?: been)?|is|are|was|were|will be)(?: \w+){0,3} "
        r"(?:chang\w+|mov\w+|new|different|replac\w+|updat\w+|switch\w+|clos\w+|block\w+|another)\b"
    ),
    re.compile(
        r"\b(?:new|another|other|different|chang\w+|updated|correct|right|personal|private) "
        r"(?:wallet|account number|bank|momo|mobile money|till number|phone|number(?! of)|line(?! of)|details)\b"
    ),
)
_MEANS = re.compile(
    r"\b(?:wallets?|bitcoin|crypto\w*|gift cards?|scratch cards?|moneygram|western union|passwords?|passcodes?|otp|"
    r"pin|secret codes?|verification codes?)\b"
)


def pay_instructions(text: str, allowed: Collection[str]) -> Iterator[str]:
    """Where to send money, that an account has changed, secrets. `allowed`: words of goods, as a leather wallet is."""
    said = plain(without_slots(text))
    means = (found.group() for found in _MEANS.finditer(said))
    if any(found.search(said) for found in _INSTRUCTIONS) or any(set(each.split()) - set(allowed) for each in means):
        yield "say nothing of how or where to pay, of changed accounts, or of secrets: the shop does"
