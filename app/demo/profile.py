"""What describes a demo shop: its goods, people and customers, before any trade."""

import csv
import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from common.money import cedis

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Good:
    """A product of the demo. `weekly`: units sold in a usual week over all storefronts; `season`: see `seasons`."""

    sku: str
    name: str
    brand: str
    category: str
    supplier: str
    unit: str
    cost: Decimal
    retail: Decimal
    wholesale: Decimal
    weekly: float
    season: str

    @property
    def is_bulk(self) -> bool:
        """Bought several at a time: groceries rather than televisions."""
        return self.retail < 150


@dataclass(frozen=True)
class Person:
    """Someone who works there. `shop` is the place in the list of storefronts, -1 for all of them."""

    name: str
    role: str
    email: str
    shop: int = -1


@dataclass(frozen=True)
class Buyer:
    """A customer. `pays`: how they settle invoices, see `payers`; empty for those who always pay at once."""

    name: str
    wholesale: bool = False
    pays: str = ""
    limit: int | None = 0
    terms: int = 30
    visits: float = 1.0
    address_as: str = ""
    language: str = "en"
    since: int = 365  # days ago of the first visit
    until: int = 0  # days ago of the last one


@dataclass(frozen=True)
class Profile:
    """A whole demo shop."""

    key: str
    name: str
    phone: str
    address: str
    storefronts: tuple[tuple[str, str, float], ...]  # name, address, share of the trade
    people: tuple[Person, ...]
    suppliers: dict[str, int]  # name, lead time in days
    goods: tuple[Good, ...]
    buyers: tuple[Buyer, ...]
    daily_sales: float
    granted_credits: Decimal = Decimal(0)
    goes_with: dict[str, str] = field(default_factory=dict)  # sku, and the sku often bought with it


def goods_of(key: str) -> tuple[Good, ...]:
    """The goods of `data/<key>_goods.csv`."""
    return tuple(
        Good(
            **{name: row[name] for name in ("sku", "name", "brand", "category", "supplier", "unit", "season")},
            cost=cedis(row["cost"]),
            retail=cedis(row["retail"]),
            wholesale=cedis(row["wholesale"]),
            weekly=float(row["weekly"]),
        )
        for row in _table(f"{key}_goods.csv")
    )


def buyers_of(key: str) -> tuple[Buyer, ...]:
    """The customers of `data/<key>_customers.csv`; an empty limit means that none was set."""
    return tuple(
        Buyer(
            **{name: row[name] for name in ("name", "pays", "address_as", "language")},
            wholesale=row["tier"] == "wholesale",
            limit=int(row["limit"]) if row["limit"] else None,
            terms=int(row["terms"]),
            visits=float(row["visits"]),
            since=int(row["since"]),
            until=int(row["until"]),
        )
        for row in _table(f"{key}_customers.csv")
    )


def _table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True)
class Year:
    """The days of trade: `[start, end)`."""

    start: dt.date
    end: dt.date

    @classmethod
    def until(cls, today: dt.date) -> "Year":
        return cls(today - dt.timedelta(days=365), today)

    def days(self) -> list[dt.date]:
        return [self.start + dt.timedelta(days=n) for n in range((self.end - self.start).days)]

    def gone(self, day: dt.date) -> float:
        """The part of the year that has passed on `day`, 0 to 1."""
        return (day - self.start).days / 365
