"""How prices, numbers of units and preferences are said at the counter."""

import re

from inventory.search.words import SIZE

_SIGN = r"(?:gh[sc¢₵]|gh|₵|¢|cedis?)"
_MONEY = rf"(?:{_SIGN}\s*)?(\d[\d,]*(?:\.\d+)?)(\s?k\b)?(?:\s*{_SIGN}(?!\w))?"
_MARKED = rf"(?:{_SIGN}\s*(\d[\d,]*(?:\.\d+)?)(\s?k\b)?|(\d[\d,]*(?:\.\d+)?)(\s?k\b)?\s*{_SIGN}(?!\w))"
RANGE = re.compile(
    rf"\b(?:between|from|price)\s+{_MONEY}\s*(?:and|to|-)\s*{_MONEY}"
    rf"|{_MARKED}\s*(?:to|-)\s*{_MONEY}|{_MONEY}\s*(?:to|-)\s*{_MARKED}"
)
_UNDER = (
    "under|below|beneath|less than|lower than|cheaper than|not more than|not higher than|not above|not over"
    "|not exceeding|no more than|at most|max(?:imum)?(?: of| is)?|up to|upto|within"
    "|(?:my )?budget(?: of| is| around)?|with only"
    "|(?:i|we|he|she|they|customer)(?: only)? (?:have|has|got)(?: only| got)?"
)
_OVER = (
    "over|above|more than|higher than|at least|min(?:imum)?(?: of)?|not less than|not below|not under"
    "|starting (?:from|at)|from|upwards of"
)
_ABOUT = "around|about|roughly|approximately|approx|near|close to|like|in the region of"
HIGHEST = re.compile(
    rf"(?:\b(?:{_UNDER})|<=?)\s*{_MONEY}|{_MONEY}\s*(?:and|or) (?:below|under|less|lower|down|cheaper)\b"
    rf"|{_MONEY}\s*(?:max(?:imum)?|budget|going down)\b"
)
LOWEST = re.compile(rf"(?:\b(?:{_OVER})|>=?)\s*{_MONEY}|{_MONEY}\s*(?:and|or) (?:above|over|more|up|upwards|higher)\b")
AROUND = re.compile(rf"(?:\b(?:{_ABOUT})|~)\s*{_MONEY}|{_MONEY}\s*(?:or so|there about|thereabouts?)\b")
BUDGET = re.compile(rf"(?:\bfor\s+)?{_MARKED}")
_HOLDERS = (
    "pieces?|pcs|bags?|tins?|packs|packets?|bottles?|cartons?|boxes|box|crates?|sachets?|rolls?|cans?|units?|sheets?"
    "|pairs?|tubes?|cups?|bars?|trips?|buckets?"
)
_NAMED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMERALS = {name: number for number, name in enumerate(_NAMED, start=1)}
_COUNT = rf"(?P<count>\d{{1,4}}|{'|'.join(NUMERALS)}|a|an)"
QUANTITY = re.compile(
    rf"\bpacks? of (?P<pack>\d+)\b|\b(?P<half>half (?:a )?)?(?:{_COUNT}\s+)?(?P<dozen>dozens?)(?: of)?\b"
    rf"|\b{_COUNT.replace('count', 'held')}\s+(?P<holder>{_HOLDERS})(?:\s+of|\b)"
    rf"|\b(?P<times>\d{{1,4}})\s?x\b|\bx\s?(?P<by>\d{{1,4}})\b"
    rf"|\b(?P<them>\d{{1,4}}|{'|'.join(NUMERALS)}) of (?:them|those|these|it|that|this|the"
    r"(?= (?:first|1st|second|2nd|third|3rd|fourth|4th|last)\b))\b"
    rf"|\b{_COUNT.replace('count', 'each')} (?:of )?each\b"
)
HOLDER = re.compile(rf"\b(?:{_HOLDERS}|pack) of\b")
_ORDERS = {
    "cheapest": r"cheap(?:er|est|ish)?(?: one)?|best price|low(?:er|est)?[ -](?:price|cost|priced)|lowest"
    r"|least expensive|less expensive|inexpensive|affordable|not (?:too )?(?:expensive|costly)|budget|economical",
    "dearest": r"(?:most )?expensive|priciest|dearest|premium|high[ -]end|top of the range"
    r"|best(?: quality| one)?(?! price)",
    "smallest": r"small(?:er|est)?(?:[ -]size)?|mini|little|tiny|smallish",
    "largest": r"big(?:ger|gest)?(?:[ -]size)?|large(?:r|st)?(?:[ -]size)?|family[ -]size"
    r"|gallons?(?: of)?|jumbo|giant|huge",
}
ORDER = re.compile("|".join(rf"(?P<{name}>\b(?:{spelt})\b)" for name, spelt in _ORDERS.items()))
TIER = re.compile(r"\b(?:(?P<wholesale>(?:at )?whole ?sale(?: price)?)|(?P<retail>(?:at )?retail(?: price)?))\b")
_QUALITIES = (
    r"better|best(?! price)|good|nice|strong|sweet|tasty|fresh|fast|quick|loud|bright|safe|healthy|durable|reliable"
    r"|original|genuine|fake|popular|quality|nicer|stronger|sweeter|tastier|fresher|faster|louder|brighter|safer|healthier|(?!dear|high|pric)\w+(?<![lgpw])est"
    r"|longest|lasts?\b(?! one)|spoils?|tastes?|works?|warranty|guarantee|recommend|prefer|difference"
)
UNRECORDED = re.compile(
    rf"\bwh?ich\b.*\b(?:{_QUALITIES})\b|\bdifference\b|\bcompare\b|\bwarranty\b|\bguarantee\b"
    r"|^\W*(?:is|are|does|do|will|can|how (?:long|good|strong|fast|well|sweet)(?: \w+)?) "
    rf"(?:it|they|this|that|these|those|them)\b.*\b(?:{_QUALITIES})\b|^\W*how long\b"
    rf"|^\W*(?:it|e|they|that) (?:(?:is|are|be|dey) )+(?:{_QUALITIES}|fine)\b|^\W*(?:{_QUALITIES}|fine)\s*\?"
)
"""What is asked of goods that is in no record: "which one lasts longest", "is it original"."""
ON_ACCOUNT = re.compile(r"\bon (?:credit|account)\b|\bowe\b|\bpay later\b")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
WORDED = {name: 10 * number for number, name in enumerate(_TENS, start=2)} | NUMERALS | {"fifteen": 15}
_MEASURES = "kg|kilo|lit|inch|met|burner|gang|way|watt|gig"
_WORD = "|".join(sorted(WORDED, key=len, reverse=True))
AMOUNT = re.compile(rf"\b((?:{_WORD})(?:[ -](?:{_WORD}))?)[ -](?=(?:{_MEASURES})[a-z]*\b)")
"""A number in words before what it measures: "twenty five kilo", "four burner"."""
FRACTION = re.compile(r"\b(?:(half an?|half|quarter)[ -](?=inch|kilo|kg|lit|met)|(three[ -]quarters?)\b)")
CORRECTED = re.compile(r"^.*\b(?:actually|i mean|no wait|wait no|sorry)\b\W*")
"""What was said before one thought better of it."""
LISTED = re.compile(rf", *(?:and |or |plus )?(?!(?:in |the |a |an )*(?:{_HOLDERS})\b)")
"""Between several goods: "rice, oil and sugar"."""
_NOT = r"\b(?:not|no be|except|apart from|other than|(?:don'?t|do not) want)"
_ARTICLE = r"(?: in)?(?: (?:a|an|the|any))?"
NOT_HELD = re.compile(rf"{_NOT}{_ARTICLE} (?P<word>{_HOLDERS})\b")
NOT_NAMED = re.compile(rf"{_NOT}{_ARTICLE} (?P<word>[^\W\d_]+)")
NOT_SIZED = re.compile(rf"{_NOT}{_ARTICLE} {SIZE.pattern}", re.IGNORECASE)
NOT_SO = re.compile(r"\bnot (?:(?:the|a|too|so|very|that) )*$")
"""Before an order, which it turns round: "not too big"."""
ABOVE = re.compile(rf"\b(?:bigger|larger|more|higher|longer|above|over)(?: than)? {SIZE.pattern}", re.IGNORECASE)
BELOW = re.compile(rf"\b(?:smaller|less|lower|shorter|below|under)(?: than)? {SIZE.pattern}", re.IGNORECASE)
LACKING = re.compile(r"\b(?:without|with no|not having)(?: any| a| an| the)? [^\W\d_]+")
RELATIVE = re.compile(r"\b(?:that |which )?(?:you|i|we|he|she|they|one) can\b")
_PEOPLE = (
    r"(?:people|customers?|they|you|i|we|one|do|does|can|could|should|would|will|usually|often|also|always|well|best)"
)
BESIDE = re.compile(
    r"\b(?:(?:what|which|anything|something|things?|stuff|items?|goods)\b(?: (?:else|other|that|which|is|are|to))*"
    rf"(?: {_PEOPLE})* (?:go|goes|going|fits?|buy|buys|bought|take|takes|taken|eat|eats|eaten|used?|uses|sold|add)"
    r"(?: (?:well|best|often|usually|mostly|along|together|it))* (?:with|to)|(?:to )?go(?:es)? (?:well )?with)\b"
)
