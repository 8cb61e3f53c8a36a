"""Invented people, numbers and ways to write them: what must never leave, whoever made it up."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from ai_features.services import english
from ai_features.services.privacy.everyday import BUSINESS_FORMS, QUESTION_WORDS, TITLES
from ai_features.tests.people import plain, squeezed

_WORD = re.compile(r"[^\W_]+")

GIVEN = (
    "Kwame",
    "Akosua",
    "Yaw",
    "Esi",
    "Ama",
    "Kofi",
    "Abena",
    "Adwoa",
    "Kojo",
    "Efua",
    "Kwabena",
    "Yaa",
    "Nii",
    "Naa",
    "Selorm",
    "Dzifa",
    "Mawuli",
    "Elikem",
    "Memunatu",
    "Fuseini",
    "Abdul-Rahman",
    "Zuleika",
    "Ibrahim",
    "Lariba",
    "Grace",
    "Blessing",
    "Prosper",
    "Gift",
    "Comfort",
    "Patience",
    "Charity",
    "Sunday",
    "Friday",
    "Mercy",
    "Prince",
    "Joy",
    "Rich",
    "Gloria",
    "Emmanuel",
    "Ebenezer",
    "Jo",
    "Bo",
    "Li",
    "Ko",
    "Ed",
    "Wo",
    "Nhyira",
    "Nhyiraba",
    "Ɛsi",
    "Ɔbenewaa",
    "Àkúa",
    "Dela",
    "Senanu",
    "Korkor",
)
FAMILY = (
    "Mensah",
    "Boateng",
    "Owusu-Ansah",
    "Darko",
    "Tetteh",
    "Lartey",
    "Quaye",
    "Okoampah",
    "Amoako",
    "Asantewaa",
    "Frimpong",
    "Agbeko",
    "Kpodo",
    "Yussif",
    "Alhassan",
    "Braimah",
    "Nyarko",
    "White",
    "Gold",
    "King",
    "Young",
    "Price",
    "Rice",
    "Brown",
    "D'Almeida",
    "O'Brien",
    "Li",
    "Osei",
    "Addo",
    "Ofosu-Appiah",
    "Zigah",
    "Dzamesi",
)
SHOPS = (
    "{} Ventures",
    "{} Enterprise",
    "{} & Sons Ltd",
    "God's Time {}",
    "{} Cold Store",
    "Golden {} Hotel",
    "Good Price",
    "This Month",
    "Top Seller",
    "The Daily Bread",
    "Best Buy Everyday",
    "Who Knows",
    "All Sales",
    "Nothing Less",
    "Two Sisters",
    "Cash And Carry",
    "New Year",
    "One Love",
    "No Credit",
    "Last Stop",
)
_SYLLABLES = (
    "ba",
    "be",
    "bo",
    "da",
    "de",
    "di",
    "do",
    "fa",
    "fi",
    "fo",
    "ga",
    "ka",
    "ke",
    "ko",
    "kwa",
    "la",
    "le",
    "lo",
    "ma",
    "me",
    "mo",
    "na",
    "ne",
    "nya",
    "nyo",
    "pa",
    "po",
    "ra",
    "sa",
    "se",
    "so",
    "ta",
    "te",
    "tu",
    "wa",
    "ya",
    "yo",
    "zi",
)
_LOOK_ALIKE = str.maketrans("aeocpxyiABEKMHOPCTX", "аеосрхуіАВЕКМНОРСТХ")
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@dataclass(frozen=True)
class Case:
    """Something as it was typed, of what kind, and what of it must not be found: words, and texts without gaps."""

    written: str
    kind: str
    words: frozenset[str]
    texts: frozenset[str]

    def found_in(self, sent: str) -> set[str]:
        """What of it stands in what was sent."""
        close = squeezed(sent)
        return set(self.words & set(_WORD.findall(plain(sent)))) | {text for text in self.texts if text in close}


def of_name(name: str, written: str, kind: str) -> Case:
    told = name if kind == "no gaps" else f"{name} {written}"
    words = {word for word in _WORD.findall(plain(told)) if len(word) > 1}
    telling = words - QUESTION_WORDS - BUSINESS_FORMS - TITLES
    whole = {squeezed(name), squeezed(written)} if kind != "by one part" else set()
    return Case(written, kind, frozenset(telling), frozenset(text for text in whole if len(text) > 3))


def names(dice: random.Random, number: int) -> list[str]:
    """So many different names of people and shops."""
    found: dict[str, None] = {}
    while len(found) < number:
        made = "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))).capitalize()
        given = dice.choice([*GIVEN, made])
        family = dice.choice([*FAMILY, "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))).capitalize()])
        shop = dice.choice(SHOPS).format(dice.choice([given, family, f"{given} {family}"]))
        found[
            dice.choice([f"{given} {family}", f"{given} {made} {family}", given if len(given) > 2 else made, shop])
        ] = None
    return list(found)


def _typo(dice: random.Random, name: str) -> str:
    """One slip in the longest word, where a slip can still be told from another word."""
    words = [word for word in re.findall(r"[^\W_]+", name) if word.lower() not in BUSINESS_FORMS]
    word = max(words, key=len, default="")
    if len(word) < 6:
        return name
    at = dice.randrange(1, len(word) - 2)
    slips = [  # none that makes another English word: that is another word
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + dice.choice("aeiou") + word[at + 1 :],
    ]
    slips = [slip for slip in slips if not english.is_word(slip.lower())]
    return name.replace(word, dice.choice(slips)) if slips else name


def _split(dice: random.Random, name: str) -> str:
    words = [word for word in re.findall(r"[^\W_]+", name) if word.lower() not in BUSINESS_FORMS]
    word = max(words, key=len, default="")
    if len(word) < 6:
        return name
    at = dice.randrange(2, len(word) - 2)
    return name.replace(word, f"{word[:at]} {word[at:]}")


WRITINGS: dict[str, Callable[[random.Random, str], str]] = {
    "as it is": lambda dice, name: name,
    "small letters": lambda dice, name: name.lower(),
    "capitals": lambda dice, name: name.upper(),
    "accents": lambda dice, name: "".join(c + "\u0301" if c in "aeiou" else c for c in name),
    "invisible signs": lambda dice, name: "\u200b".join(name),
    "full width": lambda dice, name: name.translate(_FULL_WIDTH),
    "letter by letter": lambda dice, name: "  ".join(dice.choice((" ", ".", "-")).join(word) for word in name.split()),
    "letters and a sign": lambda dice, name: "_".join(name.replace(" ", "")),
    "underscores": lambda dice, name: name.replace(" ", "_"),
    "no gaps": lambda dice, name: name.replace(" ", ""),
    "a gap": _split,
    "look-alikes": lambda dice, name: name.translate(_LOOK_ALIKE),
    "digits for letters": lambda dice, name: name.translate(str.maketrans("oO", "00")).replace("e", "3"),
    "possessive": lambda dice, name: f"{name}'s",
    "misspelt": _typo,
    "last first": lambda dice, name: ", ".join(reversed(name.split(" ", 1))),
    "entities": lambda dice, name: name.replace("a", "&#97;").replace("o", "&#111;"),
    "two lines": lambda dice, name: name.replace(" ", "\n"),
    "with a title": lambda dice, name: f"{dice.choice(('Mr', 'Madam', 'Auntie', 'Alhaji'))} {name}",
    "by one part": lambda dice, name: max(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", name), key=len),
}
"""How a name may be written, whatever it is."""


def _number(dice: random.Random, count: int) -> str:
    return "".join(str(dice.randrange(10)) for _ in range(count))


def _phone(dice: random.Random) -> str:
    return dice.choice(("0", "+233", "233", "00233")) + dice.choice("25") + _number(dice, 8)


NUMBERS: dict[str, Callable[[random.Random], str]] = {
    "phone": _phone,
    "card": lambda dice: dice.choice("45") + _number(dice, 15),
    "account": lambda dice: dice.choice("123456789") + _number(dice, dice.choice((9, 12, 13))),
    "IBAN": lambda dice: f"GB{_number(dice, 2)}NWBK{_number(dice, 14)}",
    "Ghana Card": lambda dice: f"GHA-{_number(dice, 9)}-{_number(dice, 1)}",
    "TIN": lambda dice: dice.choice("PCGQV") + "00" + _number(dice, 8),
    "SSNIT": lambda dice: dice.choice("ABCDEFGHJK") + _number(dice, 12),
    "passport": lambda dice: "G" + dice.choice("123456789") + _number(dice, 6),
    "digital address": lambda dice: f"{dice.choice(('GA', 'AK', 'WS', 'A2'))}-{_number(dice, 3)}-{_number(dice, 4)}",
}
SPACINGS: dict[str, Callable[[random.Random, str], str]] = {
    "as it is": lambda dice, number: number,
    "spaces": lambda dice, number: re.sub(r"(?<=\d)(?=\d)", lambda _: dice.choice(("", "", " ")), number),
    "signs": lambda dice, number: re.sub(
        r"(?<=\d)(?=\d)", lambda _: dice.choice(("", "", ".", "-", "/", " - ", "·")), number
    ),
    "each digit": lambda dice, number: re.sub(r"(?<=\d)(?=\d)", " ", number),
    "two lines": lambda dice, number: re.sub(r"(?<=\d{4})(?=\d)", "\n", number, count=1),
    "full width": lambda dice, number: number.translate(_FULL_WIDTH),
    "other digits": lambda dice, number: number.translate(_ARABIC),
    "invisible signs": lambda dice, number: "\u200b".join(number),
    "letters for digits": lambda dice, number: number.replace("0", "O") if number[:1] == "0" else number,
    "words": lambda dice, number: re.sub(r"\d", lambda digit: f" {_DIGITS[int(digit.group())]} ", number),
    "half in words": lambda dice, number: re.sub(
        r"\d(?=\d{4}$)", lambda digit: f" {_DIGITS[int(digit.group())]} ", number
    ),
    "brackets": lambda dice, number: re.sub(r"^(\+?\d{3})", r"(\1) ", number),
}


def _email(dice: random.Random) -> str:
    name = f"{dice.choice(GIVEN)}{dice.choice(('.', '_', ''))}{dice.choice(FAMILY)}".lower().replace("'", "")
    local = plain(name)
    host = dice.choice(("gmail", "yahoo", "outlook", "ymail"))
    return dice.choice(
        (
            f"{local}@{host}.com",
            f"{local} at {host} dot com",
            f"{local} at {host}.com",
            f"{local} (at) {host} [dot] com",
            f"{local} @ {host} . com",
            f"{local}[at]{host}.com",
            f"{local} AT {host}",
            f"{local}-at-{host}-dot-com",
            f"{local}@shop.example",
            f"{local} at trading-house dot com dot gh",
            f"{local}＠{host}．com",
        )
    )


def case(dice: random.Random, recorded: list[str]) -> Case:
    """One name of those recorded, or one number or email of nobody's, in one writing."""
    if dice.random() < 0.6:
        name, (kind, write) = dice.choice(recorded), dice.choice(list(WRITINGS.items()))
        return of_name(name, write(dice, name), kind)
    if dice.random() < 0.15:
        written = _email(dice)
        local = re.split(r"\W*(?:@|＠|\bat\b)\W*", written, flags=re.IGNORECASE)[0]
        return Case(written, "email", frozenset(), frozenset({squeezed(local)}))
    (kind, make), (spacing, space) = dice.choice(list(NUMBERS.items())), dice.choice(list(SPACINGS.items()))
    number = make(dice)
    written = space(dice, number)
    digits = {re.sub(r"\D", "", number), re.sub(r"\D", "", plain(written))}
    said = {squeezed(written)} if spacing in ("words", "half in words") else set()
    return Case(
        written, f"{kind}, {spacing}", frozenset(), frozenset({text for text in digits | said if len(text) > 5})
    )
