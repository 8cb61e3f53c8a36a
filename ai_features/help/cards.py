"""The help cards: what people ask, how they ask it, and an answer whose figures are read from the code."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from django.conf import settings
from knox.settings import knox_settings

from accounts import queries as accounts
from accounts.models.tenants import GRACE
from accounts.services.second_factor import RECOVERY_CODES
from ai_features import packs, pricing
from ai_features.brief import making
from ai_features.proposals.deciding import UNDO_FOR
from ai_features.proposals.limits import APART
from ai_features.queries import features
from ai_features.services.notices import messages
from ai_features.voice.recording import LONGEST_SECONDS
from common import money, rates
from common.tenancy import EVERYONE, Role

FOLDER = Path(__file__).with_name("cards")
OTHER = "other matters"
TOPICS = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
_PRESS = re.compile(r"\*([^*]+)\*")
"""In a file's answers: what the console writes on a button or over a place, `press *Save it*`."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing people ask about. `live` names a function of `account`; `calls` are the endpoints behind it.

    `asked` are usual ways of asking; `voices` more of them, in the words of many kinds of people. `presses` are the
    console's own words in the answer.
    """

    id: str
    topic: str
    title: str
    asked: tuple[str, ...]
    answer: str
    voices: tuple[str, ...] = ()
    screen: str = ""
    calls: tuple[str, ...] = ()
    roles: tuple[Role, ...] = EVERYONE
    live: str = ""
    presses: tuple[str, ...] = ()

    @property
    def ways(self) -> tuple[str, ...]:
        """The title and every way of asking."""
        return (self.title, *self.asked, *self.voices)

    @property
    def figures(self) -> set[str]:
        """The names of the figures in the answer."""
        return {name for _, name, _, _ in Formatter().parse(self.answer) if name}

    def told(self) -> str:
        """The answer with its figures as they are now."""
        return self.answer.format(**{name: figure(name) for name in self.figures})


@cache
def other_matters() -> tuple[Card, ...]:
    """What people ask that has nothing to do with the app, so that no card is taken for its answer."""
    rows = (line.split(": ", 1) for line in (FOLDER / "other_matters.txt").read_text().splitlines())
    return tuple(Card(id, OTHER, id, tuple(ways.split(" / ")), "") for id, ways in rows)


@cache
def cards() -> tuple[Card, ...]:
    """All cards, topic by topic."""
    voices = dict(line.split(": ", 1) for line in (FOLDER / "voices.txt").read_text().splitlines())
    rows = [(path.stem, row) for path in sorted(FOLDER.glob("*.toml")) for row in _rows(path)]
    return tuple(_card(topic, {**row, "voices": voices[row["id"]].split(" / ")}) for topic, row in rows)


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text())["card"]
    return rows


def _card(topic: str, row: Mapping[str, Any]) -> Card:
    lists = {name: tuple(row[name]) for name in ("asked", "voices", "calls") if name in row}
    roles = {"roles": tuple(Role(name) for name in row["roles"])} if "roles" in row else {}
    said = {"answer": _PRESS.sub(r"\1", row["answer"]), "presses": tuple(_PRESS.findall(row["answer"]))}
    return Card(**{**row, **lists, **roles, **said, "topic": topic})


def figure(name: str) -> str:
    """A price, limit or time as it is now. Raises KeyError for a name that is none."""
    if name.startswith("price_of_"):
        return money.written_quantity(features.price(name.removeprefix("price_of_")))
    if name.startswith("pack_"):
        key, part = name.removeprefix("pack_").rsplit("_", 1)
        return money.written_quantity(getattr(packs.BY_KEY[key], part))
    return str((_figures() | _of_people() | _of_the_day())[name])


def _figures() -> dict[str, Any]:
    limits = settings.AI_RATE_LIMITS
    return {
        "addon_price": money.written_quantity(packs.ADDON.price),
        "addon_credits": money.written_quantity(packs.ADDON.total),
        "addon_rollover": money.written_quantity(packs.ADDON_ROLLOVER),
        "custom_least": money.written_quantity(packs.CUSTOM_LEAST),
        "custom_most": money.written_quantity(packs.CUSTOM_MOST),
        "expiry_months": settings.AI_CREDITS_EXPIRY_MONTHS,
        "trial_credits": money.written_quantity(settings.AI_FREE_TRIAL_CREDITS),
        "low_balance": money.written_quantity(settings.AI_LOW_BALANCE_THRESHOLD),
        "a_minute": limits["requests_per_minute"],
        "an_hour": limits["requests_per_hour"],
        "a_day": limits["requests_per_day"],
        "text_days": settings.AI_TEXT_RETENTION_DAYS,
        "password_hours": settings.PASSWORD_LINK_HOURS,
        "email_hours": settings.EMAIL_LINK_HOURS,
        "features": len(pricing.FEATURE_PRICES),
    }


def _of_people() -> dict[str, Any]:
    """Of log-ins and of the storefront plan."""
    tries, account_tries = (rates.parsed(settings.ACCOUNT_RATES[name])[0] for name in ("login", "login_pair"))
    prices = (accounts.monthly_price(number) for number in (1, 2, 3, 4))
    names = ("plan_one", "plan_two", "plan_three", "plan_four")
    return {
        "login_tries": tries,
        "account_tries": account_tries,
        "login_days": knox_settings.TOKEN_TTL.days,
        "login_longest": settings.TOKEN_LONGEST_DAYS,
        "recovery_codes": RECOVERY_CODES,
        "grace_days": GRACE.days,
        "plan_further": money.written_quantity(accounts.FURTHER_STOREFRONT),
        **dict(zip(names, map(money.written_quantity, prices), strict=True)),
    }


def _of_the_day() -> dict[str, Any]:
    """Of the brief, of what is prepared, and of messages."""
    return {
        "brief_cards": making.MOST_CARDS,
        "brief_ready": f"{making.READY:%H:%M}",
        "brief_sent": f"{making.SENT:%H:%M}",
        "mute_days": making.MUTED_DAYS,
        "undo_minutes": UNDO_FOR.seconds // 60,
        "days_apart": APART.days,
        "first_hour": messages.FIRST_HOUR,
        "last_hour": messages.LAST_HOUR,
        "voice_seconds": LONGEST_SECONDS,
    }
