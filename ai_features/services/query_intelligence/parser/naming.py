"""The shop's own names in a draft: whole names first, then those that some words, or nearly right words, point to."""

import re
from collections import defaultdict

from ai_features.services.query_intelligence.days.almanac import MONTHS, WEEKDAYS
from ai_features.services.query_intelligence.names import LONGEST_NAME, Entry, Index, split, stem
from ai_features.services.query_intelligence.parser.draft import NAME, Draft
from ai_features.services.query_intelligence.parser.outcome import AskBack
from ai_features.services.query_intelligence.parser.stopwords import GRAMMAR, STOP
from ai_features.services.query_intelligence.plan import Filter
from ai_features.services.query_intelligence.vocabulary import DIMENSIONS

_RANK = ("storefront", "category", "brand", "product", "supplier", "staff", "customer")
_RANK_OF_PARTS = ("storefront", "product", "brand", "category", "supplier", "staff", "customer")
_HINTS = {
    "customer": (
        r"customers?|clients?|buyers?|owes?|owed|owing|bought|buys?|paid|pays?|spent|spends?|"
        r"purchased?|debts?|from us|credit"
    ),
    "staff": (
        r"staff|cashiers?|attendants?|employees?|sold by|served by|sales ?(?:person|girl|boy|rep|man|"
        r"woman)|(?:did|has) ~ (?:sell|sold)|~ (?:sell|sold|make|made)|by ~"
    ),
    "storefront": r"storefronts?|shops?|stores?|branch(?:es)?|outlets?|at ~|in ~",
    "supplier": r"suppliers?|vendors?|supplied|from supplier",
    "brand": r"brands?|makes?",
    "category": r"categor(?:y|ies)|departments?|sections?",
    "product": r"products?|items?|goods",
}
_DAYS = frozenset({*MONTHS, *WEEKDAYS, "christmas", "xmas", "easter", "valentine"})
_PEOPLE = frozenset({"customer", "staff"})
MOST_CHOICES, MOST_EXAMPLES = 3, 6


def take_whole_names(draft: Draft, index: Index) -> None:
    """Names written out in full, of two words or more, or of one that means nothing else in a question."""
    words = split(draft.text)
    spans: list[tuple[int, int, list[Entry], tuple[str, ...]]] = []
    place = 0
    while place < len(words):
        found, size = _longest(words, place, index)
        if found:
            run = tuple(word for word, _, _ in words[place : place + size])
            spans.append((words[place][1], words[place + size - 1][2], found, run))
        place += size
    for start, end, found, run in reversed(spans):
        draft.text = f"{draft.text[:start]} {NAME} {draft.text[end:]}"
        draft.named.insert(0, (found, run))


_MEASURES = frozenset({
    "bag", "bottle", "box", "bucket", "bundle", "can", "carton", "crate", "cup", "dozen", "gallon", "kg", "kilo",
    "liter", "litre", "olonka", "pack", "packet", "pair", "roll", "sachet", "sack", "tin", "tray", "tub", "yard",
})  # fmt: skip


_OF_ONE = re.compile(r"(?:\bper|\b(?:on|for|from|in) (?:one|1|a|an|each|every|a single))$")


def leave_measures(draft: Draft, index: Index) -> None:
    """ "Cartons of milk" are the units it is recorded in, unless goods are called by both words: "tea bags"."""
    words, kept = draft.text.split(), []
    for place, word in enumerate(words):
        around = [
            *words[max(0, place - 1) : place],
            *[each for each in words[place + 1 : place + 3] if each != "of"][:1],
        ]
        if _measures(word, around, index) and (word != "can" or words[place + 1 : place + 2] == ["of"]):
            draft.assume(f"'{word}' read as units as they are recorded", 0.05)
            if _OF_ONE.search(" ".join(words[:place])) and "price" not in words:
                draft.beyond = "I cannot say it for one unit; ask for the average price or the profit margin."
        else:
            kept.append(word)
    draft.text = " ".join(kept)


def _measures(word: str, around: list[str], index: Index) -> bool:
    """Whether a word counts what is beside it, rather than being part of its name."""
    if (unit := stem(word)) not in _MEASURES:
        return False
    beside = [stem(each) for each in around if each == NAME or each not in GRAMMAR]
    if unit not in index.by_word:
        return True
    return bool(beside) and not any(index.having([unit, each]) for each in beside)


def _longest(words: list[tuple[str, int, int]], place: int, index: Index) -> tuple[list[Entry], int]:
    for size in range(min(LONGEST_NAME, len(words) - place), 0, -1):
        run = [word for word, _, _ in words[place : place + size]]
        if not (found := index.called(run)) or not any(
            word not in GRAMMAR and (size > 1 or not word.isdigit()) for word in run
        ):
            continue
        beside = [words[at][0] for at in (place - 1, place + 1) if 0 <= at < len(words)]
        if size == 1 and run[0] in _MEASURES and words[place + 1 : place + 2] and words[place + 1][0] == "of":
            return [], 1
        if size == 1 and any(word not in GRAMMAR and index.having([*run, word]) for word in beside):
            return [], 1
        return found, size
    return _named_like_a_day([word for word, _, _ in words[place : place + LONGEST_NAME]], index)


def _named_like_a_day(run: list[str], index: Index) -> tuple[list[Entry], int]:
    """ "Sunday special", of goods called "Sunday Special Rice": words that would else be read as a day."""
    if run[0] not in _DAYS or len(run) < 2 or run[1] in GRAMMAR:
        return [], 1
    size = 2
    while size < len(run) and run[size] not in GRAMMAR and index.having(run[: size + 1]):
        size += 1
    found = index.having(run[:size])
    return (found, size) if found else ([], 1)


def take_partial_names(draft: Draft, index: Index) -> list[str]:
    """Names that the words left over point to; gives back the words that point to nothing."""
    unknown: list[str] = []
    for run in _runs(draft.text):
        rest = list(run)
        while rest:
            words, found, misread = _best(rest, index)
            if not found:
                unknown.append(rest.pop(0))
                continue
            draft.named.append((found, tuple(rest[:words])))
            if misread:
                draft.assume(f"'{misread[0]}' read as '{misread[1]}'", 0.1)
            rest = rest[words:]
    return unknown


def _runs(text: str) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    for word in text.split():
        stemmed = [each for each, _, _ in split(word)]
        if word in (NAME, "@") or word in STOP or not stemmed or all(each in STOP for each in stemmed):
            runs.append([])
        else:
            runs[-1] += stemmed
    return [run for run in runs if run]


def _best(rest: list[str], index: Index) -> tuple[int, list[Entry], tuple[str, str] | None]:
    """How many of the words, from the first, are one name; the entries; and a word that was put right."""
    for size in range(len(rest), 0, -1):
        words = rest[:size]
        if found := index.called(words) or _all_of(index, words):
            return size, found, None
    for size in range(len(rest), 0, -1):
        words, put_right = [], None
        for word in rest[:size]:
            known = word if word in index.by_word else index.near(word)
            if known != word and known:
                put_right = (word, known)
            words.append(known or "")
        if all(words) and (found := index.called(words) or _all_of(index, words)):
            return size, found, put_right
    return 0, [], None


def _all_of(index: Index, words: list[str]) -> list[Entry]:
    """Entries with all of the words; not for bare numbers, which are rarely meant as names."""
    if all(word.isdigit() for word in words):
        return []
    return index.having(words)


def as_filters(draft: Draft, original: str) -> AskBack | None:
    """The names found as filters, one for each dimension; a question back when a person could be several."""
    chosen: dict[tuple[str, bool], list[tuple[list[Entry], str]]] = defaultdict(list)
    said = [word for word, _, _ in split(original)]
    for entries, words in draft.named:
        hinting = re.sub(rf"\b{re.escape(' '.join(words))}\b", NAME, original)
        kind, same = _kind(entries, draft, original, hinting)
        if kind in _PEOPLE and len(same) > 1:
            return _which(kind, same)
        chosen[kind, _left_out(words, said)].append((same, _common(same, original)))
    replaced = {kind for kind, _ in chosen}
    draft.filters = [each for each in draft.filters if each.dimension not in replaced]
    for (kind, exclude), groups in chosen.items():
        values = tuple(dict.fromkeys(value for same, _ in groups for entry in same for value in entry.values))
        name = " and ".join(dict.fromkeys(name for _, name in groups))
        draft.filters.append(Filter(dimension=kind, values=values, name=name, exclude=exclude))
        if len(groups) > 1 and not draft.dimensions and not exclude:
            draft.dimensions.append(kind)
        _say_what_matched(draft, kind, groups)
    return None


_LEAVING_OUT = frozenset({"except", "excluding", "exclude", "without", "minus", "apart", "not", "outside"})


def _left_out(words: tuple[str, ...], said: list[str]) -> bool:
    """Whether "except", "without" or the like stands just before a name."""
    size = len(words)
    places = [place for place in range(len(said) - size + 1) if tuple(said[place : place + size]) == words]
    before = [word for place in places for word in said[max(0, place - 3) : place]]
    return bool(_LEAVING_OUT & set(before))


def _kind(entries: list[Entry], draft: Draft, original: str, hinting: str) -> tuple[str, list[Entry]]:
    kinds: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        kinds[entry.kind].append(entry)
    if len(kinds) == 1:
        return entries[0].kind, entries
    said = [word for word, _, _ in split(original)]
    whole = {kind for kind in kinds if len(kinds[kind]) == 1 and _stands_in(kinds[kind][0].words, said)}
    rank = [kind for kind in _RANK if kind in whole] or [kind for kind in _RANK_OF_PARTS if kind in kinds]
    hinted = [kind for kind in rank if re.search(rf"(?<!\S)(?:{_HINTS[kind]})(?!\S)", hinting)]
    kind = hinted[0] if hinted else rank[0]
    name, others = _common(kinds[kind], original), [DIMENSIONS[each].title for each in kinds if each != kind]
    draft.assume(f"'{name}' read as a {DIMENSIONS[kind].title}, not a {' or '.join(others)}", 0.05)
    return kind, kinds[kind]


def _stands_in(words: tuple[str, ...], said: list[str]) -> bool:
    """Whether a whole name was said, word by word."""
    return any(tuple(said[place : place + len(words)]) == words for place in range(len(said)))


def _common(entries: list[Entry], original: str) -> str:
    """How the answer calls them: the name of one, or the words that all of them share and the question used."""
    if len(entries) == 1:
        return entries[0].name
    said = [word for word, _, _ in split(original)]
    shared = set.intersection(*(set(entry.words) for entry in entries))
    words = [word for word in entries[0].words if word in shared]
    words = [word for word in words if word in said] or words
    shown = {word: shape for shape in re.findall(r"[^\W_]+", entries[0].name) for word, _, _ in split(shape)}
    return " ".join(shown.get(word, word) for word in words)


def _say_what_matched(draft: Draft, kind: str, groups: list[tuple[list[Entry], str]]) -> None:
    for same, name in groups:
        if len(same) > 1:
            examples = ", ".join(entry.name for entry in same[:MOST_EXAMPLES])
            examples += f" and {len(same) - MOST_EXAMPLES} more" if len(same) > MOST_EXAMPLES else ""
            draft.assume(f"'{name}' matches {len(same)} {DIMENSIONS[kind].plural}: {examples}", 0.03)


def _which(kind: str, same: list[Entry]) -> AskBack:
    names = tuple(entry.name for entry in same[:MOST_CHOICES])
    more = f" (and {len(same) - MOST_CHOICES} more)" if len(same) > MOST_CHOICES else ""
    plural = DIMENSIONS[kind].plural
    text = f"I know {len(same)} {plural} by that name{more}. Which one do you mean: {_or(names)}?"
    return AskBack(text, names)


def _or(names: tuple[str, ...]) -> str:
    return ", ".join(names[:-1]) + f" or {names[-1]}"
