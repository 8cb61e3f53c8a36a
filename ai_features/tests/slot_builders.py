"""Slots as a conversation about a shop has them."""

import datetime as dt
from decimal import Decimal

from ai_features.services.slots import Slots


def make_slots(language: str = "en") -> Slots:
    """Two debtors, a product in two months, and figures of the whole shop."""
    slots = Slots(language, seed="conversation-1")
    slots.money("total", Decimal("1250"))
    slots.count("debtors", 3, "customer")
    slots.count("lonely", 1, "customer")
    slots.percent("margin", Decimal("15.2"))
    slots.change("growth", Decimal("12.5"))
    slots.change("drop", Decimal("-4.3"))
    slots.date("due", dt.date(2026, 3, 1))
    slots.period("this_period", dt.date(2026, 10, 1), dt.date(2026, 11, 1), "last month")
    slots.period("before", dt.date(2026, 9, 1), dt.date(2026, 10, 1))
    slots.money("now_sales", Decimal("900"), of="this_period")
    slots.money("before_sales", Decimal("800"), of="before")
    slots.days("late", 12)
    slots.rank("place", 3)
    slots.person("ama", "Ama Mensah", key="1")
    slots.person("kofi", "Grace Boateng", key="2")
    slots.money("ama_owes", Decimal("300"), of="ama")
    slots.money("kofi_owes", Decimal("200.5"), of="kofi")
    slots.name("tv", "Samsung 55 TV")
    slots.count("tv_sold", 7, "unit", of="tv")
    slots.name("shop", "Osu branch")
    slots.names("basket", ["rice", "oil", "sugar"])
    return slots
