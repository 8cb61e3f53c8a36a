"""A shop's names for readings, without a database."""

import datetime as dt
from collections.abc import Sequence

from ai_features.services.query_intelligence.names import Entry, Index, split

TODAY = dt.date(2026, 11, 21)
NAMES = (
    ("product", 'Samsung 43" TV'),
    ("product", 'Samsung 55" QLED TV'),
    ("product", "Samsung TV wall bracket"),
    ("product", "Local rice 5 kg"),
    ("product", "Perfumed rice 25 kg"),
    ("product", "Rice cooker"),
    ("product", "Tea bags 50"),
    ("product", "Frytol Oil 1 L"),
    ("product", "Phone charger"),
    ("product", "Milo 400 g"),
    ("category", "Phones"),
    ("category", "Drinks"),
    ("brand", "Samsung"),
    ("brand", "LG"),
    ("brand", "Nestle"),
    ("customer", "Kojo Asante"),
    ("customer", "Ama Mensah"),
    ("customer", "Kofi Mensah"),
    ("customer", "Golden Spoon Chop Bar"),
    ("customer", "August Osei"),
    ("storefront", "Osu"),
    ("storefront", "Tema"),
    ("staff", "Efua Sackey"),
    ("staff", "Yaw Darko"),
    ("supplier", "Ring Road Beverages"),
)


def index_of(names: Sequence[tuple[str, str]]) -> Index:
    """An index of names by kind."""
    return Index(
        [
            Entry(kind, name, tuple(word for word, _, _ in split(name)), (str(place),))
            for place, (kind, name) in enumerate(names)
        ]
    )


INDEX = index_of(NAMES)


def names_of(values: tuple[str | int, ...]) -> set[str]:
    """The names behind the values of a filter."""
    return {NAMES[int(value)][1] for value in values}
