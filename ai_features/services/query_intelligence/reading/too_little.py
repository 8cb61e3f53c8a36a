"""What is asked back where a name, or days, were said and no figure."""

from ai_features.services.query_intelligence.plan import Plan
from ai_features.services.query_intelligence.reading.outcome import AskBack, Unsure, refused
from ai_features.services.query_intelligence.reading.said import Said
from ai_features.services.query_intelligence.reading.things import as_filter, called, kind_of
from reports import metric_queries

_ABOUT = {
    "storefront": ("Sales at {name} {days}", "Profit at {name} {days}", "How many sales at {name} {days}?"),
    "staff": ("Sales by {name} {days}", "How many sales did {name} make {days}?", "Discounts given by {name} {days}"),
    "customer": ("Sales to {name} {days}", "How much does {name} owe?", "When did {name} last buy?"),
    "supplier": ("How much do we owe {name}?", "Value delivered by {name} {days}", "Open purchase orders with {name}"),
    "product": ("Sales of {name} {days}", "How many {name} were sold {days}?", "How many {name} are left?"),
}
"""What is offered where only a name was said, by its kind."""


def _subject(said: Said) -> Plan | None:
    """What is named alone, as its sales: the next question is of it."""
    one = as_filter(said.first("thing"), said)
    return Plan(metrics=("revenue",), filters=(one,)) if metric_queries.can("revenue", [one.dimension]) else None


def too_little(said: Said) -> AskBack | Unsure:
    """Questions about the name or the days said; unsure where there are neither."""
    if said.has("thing"):
        thing, days = said.first("thing"), said.first("days").label if said.has("days") else "this month"
        name = called(thing, said)
        ask = _ABOUT.get(kind_of(thing, said), _ABOUT["product"])
        choices = tuple(each.format(name=name, days=days) for each in ask)
        return AskBack(f"What would you like to know about {name}?", choices, subject=_subject(said))
    if said.has("days"):
        label = said.first("days").label
        choices = (f"Total sales {label}", f"Profit {label}", f"How many sales {label}?")
        return AskBack(f"What would you like to know about {label}?", choices)
    if said.has("mention", "cut"):
        return AskBack("What would you like to know?", refused("talk:hello").instead)
    return Unsure((), refused("not_understood"))
