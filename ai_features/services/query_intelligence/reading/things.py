"""Names and values as filters: of which kind a name is, and which people must be asked about."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ai_features.services.query_intelligence.names import Entry
from ai_features.services.query_intelligence.plan import GOODS, Filter
from ai_features.services.query_intelligence.reading.making import Thing
from ai_features.services.query_intelligence.reading.meaning import VERBS, WHO
from ai_features.services.query_intelligence.reading.names import Named
from ai_features.services.query_intelligence.reading.outcome import AskBack, Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said, Stop
from ai_features.services.query_intelligence.reading.sides import name_of
from reports import metric_queries
from reports.dimensions import DIMENSIONS, VALUE_TITLES
from reports.segments import SEGMENTS

MOST_CHOICES, MOST_EXAMPLES = 3, 6
_WHOLE = ("storefront", "category", "brand", "product", "supplier", "staff", "customer")
_PARTIAL = ("storefront", "product", "brand", "category", "supplier", "staff", "customer")
_PEOPLE = frozenset({"customer", "staff"})
_LEADS = {
    "to": ("customer", "storefront"),
    "by": ("staff", "storefront", "customer", "supplier"),
    "in": ("storefront",),
}


def settle_things(said: Said) -> None:
    """Filters of the names, values, weekdays and hours said; several of a kind are told apart."""
    groups: dict[tuple[str, bool], list[tuple[tuple[str | int, ...], str]]] = defaultdict(list)
    for thing in [*_of_a_kind(said), *_lacking(said)]:
        kind, values, name = _settled(thing, said)
        if (values, name) not in groups[kind, thing.exclude]:
            groups[kind, thing.exclude].append((values, name))
    filters = [_filter(kind, exclude, found) for (kind, exclude), found in groups.items()]
    to = [as_filter(thing, said).model_copy(update={"dimension": "destination"}) for thing in said["destination"]]
    said.fields["filters"] = [*filters, *to, *_windows(said), *_held(said)]
    whole = [thing for thing in said["thing"] if thing.lead == "in"] or said["share_whole"]
    said.fields["share_of"] = tuple(dict.fromkeys(kind_of(thing, said) for thing in whole)) if said.has("share") else ()
    if any(each.dimension == "sale" for each in filters):
        said.fields["all_days"] = not said.has("days")
    several = [kind for (kind, exclude), found in groups.items() if len(found) > 1 and not exclude]
    said.parts["told_apart"] += several


def _held(said: Said) -> list[Filter]:
    """The shop spoken of before, where the figure is known by shop."""
    narrowed = {dimension for key in said["segment"] for dimension in SEGMENTS[key].narrowed_by}
    held = [
        each
        for each in said["held"]
        if metric_queries.can(said.metrics[0], [each.dimension]) or each.dimension in narrowed
    ]
    for each in held:
        said.assume(f"for {each.name}, as before", 0.03)
    return held


def _of_a_kind(said: Said) -> list[Thing]:
    """The things named; goods set side by side, "rice and oil", are of one kind where they can be."""
    goods = [thing for thing in said["thing"] if not thing.exclude and kind_of(thing, said) in GOODS]
    if said.has("joined") and len({kind_of(thing, said) for thing in goods}) > 1:
        common = [kind for kind in _PARTIAL if all(kind in thing.span.value.kinds for thing in goods)]
        if not common:
            raise Stop(Unsure((), refused("no_plan")))
        return [replace(thing, dim=common[0]) if thing in goods else thing for thing in said["thing"]]
    return said["thing"]


def _lacking(said: Said) -> list[Thing]:
    """ "Branches except Osu" leaves one out; "weeks without a perfume sale" is another question."""
    for dim, thing in said["lacking"]:
        kind = kind_of(thing, said)
        if kind != dim and not {kind, dim} <= {"product", "category", "brand", "supplier"}:
            raise Stop(Unsure((), refused("no_plan")))
        said.parts["cut"].append(dim)
    return [thing for _, thing in said["lacking"]]


def kind_of(thing: Thing, said: Said) -> str:
    """Of which kind a thing named is, without asking back."""
    value = thing.span.value
    return _kind(thing, value, said) if isinstance(value, Named) else str(value).partition("=")[0]


def called(thing: Thing, said: Said) -> str:
    """The name of a thing as the shop writes it."""
    value = thing.span.value
    if isinstance(value, Named):
        return _common(value.kinds[_kind(thing, value, said)], value.words)
    of = str(value).partition("=")[2]
    return VALUE_TITLES.get(of, of)


def as_filter(thing: Thing, said: Said) -> Filter:
    """One thing as a filter."""
    kind, values, name = _settled(thing, said)
    return _filter(kind, False, [(values, name)])


def _settled(thing: Thing, said: Said) -> tuple[str, tuple[str | int, ...], str]:
    if isinstance(thing.span.value, Named):
        return _named(thing, said)
    kind, _, value = thing.span.value.partition("=")
    return kind, (value,), VALUE_TITLES.get(value, value)


def _filter(kind: str, exclude: bool, found: Sequence[tuple[tuple[str | int, ...], str]]) -> Filter:
    values = tuple(dict.fromkeys(value for values, _ in found for value in values))
    name = " and ".join(dict.fromkeys(name for _, name in found))
    return Filter(dimension=kind, values=values, name=name, exclude=exclude)


def _windows(said: Said) -> list[Filter]:
    """Weekdays and hours: "on Fridays", "after 6pm"."""
    filters: dict[str, list[int]] = defaultdict(list)
    for dimension, values in said["window"]:
        filters[dimension] += [value for value in values if value not in filters[dimension]]
    weekdays = filters.get("weekday", ())
    if len(said["window"]) > 1 and said.has("versus", "compare") and any(len(days) > 1 for _, days in said["window"]):
        raise Stop(Unsure((), refused("no_plan")))
    if len(said["window"]) > 1 and "hour" in filters:
        raise Stop(Unsure((), refused("unsure_days")))
    if (len(said["window"]) > 1 and len(filters) == 1) or (len(weekdays) > 1 and said.has("rank", "compare")):
        said.parts["told_apart"].append(next(iter(filters)))
    return [Filter(dimension=key, values=tuple(values), name=name_of(key, values)) for key, values in filters.items()]


def _named(thing: Thing, said: Said) -> tuple[str, tuple[str | int, ...], str]:
    found: Named = thing.span.value
    kind = _kind(thing, found, said)
    entries = found.kinds[kind]
    if kind in _PEOPLE and len(entries) > 1:
        raise Stop(_which(kind, entries, found.words))
    name = _common(entries, found.words)
    others = [DIMENSIONS[each].title for each in found.kinds if each != kind]
    if others and not thing.dim:
        said.assume(f"'{name}' read as a {DIMENSIONS[kind].title}, not a {' or '.join(others)}", 0.03)
    if len(entries) > 1:
        said.assume(f"'{name}' matches {len(entries)} {DIMENSIONS[kind].plural}: {_examples(entries)}", 0.02)
    if found.apart and kind == "product":
        said.assume(f"not counted, being other goods: {_examples(found.apart)}", 0.02)
    return kind, tuple(dict.fromkeys(value for entry in entries for value in entry.values)), name


def _kind(thing: Thing, found: Named, said: Said) -> str:
    if len(found.kinds) == 1:
        return next(iter(found.kinds))
    ranked = [thing.dim, *_hinted(thing, said), *(_WHOLE if found.whole else _PARTIAL)]
    kind = next(kind for kind in ranked if kind in found.kinds)
    one_place = len(found.kinds.get("storefront", ())) == 1
    several = kind in _PEOPLE and len(found.kinds[kind]) > 1 and kind != thing.dim
    return "storefront" if several and one_place else kind


def _hinted(thing: Thing, said: Said) -> Sequence[str]:
    """The kinds that the words around a name speak for."""
    if thing.lead.endswith("s") and thing.lead[:-1] in VERBS:
        return (VERBS[thing.lead[:-1]].who,)
    if any(key.startswith("transferred") for key in said["measure"]):
        return ("storefront",)
    if thing.lead == "to" and any(_leaves_a_shop(other) for other in said["thing"]):
        return ("storefront",)
    if thing.lead in _LEADS:
        return _LEADS[thing.lead]
    verbs = [verb for verb in said["verb"] if not (verb in ("come", "make") and said.has("measure"))]
    people = [WHO[key] for key in said["measure"] if key in WHO] + [VERBS[verb].who for verb in verbs]
    asked = {*said["cut"], *said["mention"], *said["count_of"]}
    meant = [kind for kind in people if kind in ("customer", "supplier") and kind not in asked]
    return meant if thing.lead in ("from", "", "of") else ()


def _leaves_a_shop(thing: Thing) -> bool:
    """ "From Tema": where something is brought from."""
    return thing.lead == "from" and isinstance(thing.span.value, Named) and "storefront" in thing.span.value.kinds


def _which(kind: str, entries: Sequence[Entry], words: tuple[str, ...]) -> AskBack:
    names = tuple(entry.name for entry in entries[:MOST_CHOICES])
    more = f" (and {len(entries) - MOST_CHOICES} more)" if len(entries) > MOST_CHOICES else ""
    either = ", ".join(names[:-1]) + f" or {names[-1]}"
    plural = DIMENSIONS[kind].plural
    return AskBack(f"I know {len(entries)} {plural} by that name{more}. Which one do you mean: {either}?", names, words)


def _examples(entries: Sequence[Entry]) -> str:
    more = f" and {len(entries) - MOST_EXAMPLES} more" if len(entries) > MOST_EXAMPLES else ""
    return ", ".join(entry.name for entry in entries[:MOST_EXAMPLES]) + more


def _common(entries: Sequence[Entry], words: Sequence[str]) -> str:
    """How the answer calls them: the name of one, or the words said, as the names write them."""
    if len(entries) == 1:
        return entries[0].name
    shown = dict(zip(entries[0].words, entries[0].name.split(), strict=False))
    return " ".join(shown.get(word, word).strip(",()\"'") for word in words)
