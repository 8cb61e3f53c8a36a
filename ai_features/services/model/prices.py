"""What a model costs us: USD by the price list, GHS by the set rate. An unknown price is an error, never zero."""

import contextlib
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django.conf import settings

from common import clock, money

MILLION = Decimal(1_000_000)


class UnknownPrice(LookupError):
    """No price is known for this model: neither in AI_MODEL_PRICES nor in the price list."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of one or more calls. `cached` are those of `input` that the provider had read before."""

    input: int = 0
    cached: int = 0
    output: int = 0

    def __add__(self, other: "Tokens") -> "Tokens":
        return Tokens(self.input + other.input, self.cached + other.cached, self.output + other.output)


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """USD for a million tokens."""

    input: Decimal
    cached_input: Decimal
    output: Decimal
    source: str

    def usd(self, tokens: Tokens) -> Decimal:
        fresh = tokens.input - tokens.cached
        total = fresh * self.input + tokens.cached * self.cached_input + tokens.output * self.output
        return total / MILLION

    def as_json(self) -> dict[str, str]:
        """As it is kept beside each request."""
        return {
            "input": str(self.input),
            "cached_input": str(self.cached_input),
            "output": str(self.output),
            "source": self.source,
        }


def unit_price(model: str) -> UnitPrice:
    """The price of `model` at this minute; AI_MODEL_PRICES first, then the list of the genai-prices package.

    Some providers charge by the hour of the day. Raises `UnknownPrice`.
    """
    own = settings.AI_MODEL_PRICES.get(model)
    if own is not None:
        return _configured(model, own)
    return _listed(model, settings.OPENAI_BASE_URL, clock.now().replace(second=0, microsecond=0))


def ghs(usd: Decimal) -> Decimal:
    """At the set rate, in the six decimals in which costs are kept."""
    rate: Decimal = settings.AI_USD_TO_GHS
    return money.model_cost(usd * rate)


def _configured(model: str, own: Any) -> UnitPrice:
    try:
        price_in, price_out = Decimal(str(own["input"])), Decimal(str(own["output"]))
        cached = Decimal(str(own.get("cached_input", own["input"])))
    except (KeyError, TypeError, AttributeError, InvalidOperation) as problem:
        raise UnknownPrice(f"AI_MODEL_PRICES for {model!r} needs input and output, USD per million") from problem
    if min(price_in, price_out, cached) < 0:
        raise UnknownPrice(f"AI_MODEL_PRICES for {model!r} has a price below zero")
    return UnitPrice(price_in, cached, price_out, "AI_MODEL_PRICES")


@lru_cache(maxsize=64)
def _listed(model: str, base_url: str, minute: dt.datetime) -> UnitPrice:
    """One list lookup per model, minute and process. Prices of the first tier: no prompt of ours is longer."""
    import genai_prices

    known = _found(model, base_url, minute)
    price = known.model_price
    price_in, price_out = _base(price.input_mtok), _base(price.output_mtok)
    cached = _base(getattr(price, "cache_read_mtok", None))
    if price_in is None or price_out is None:
        raise UnknownPrice(f"the price list has no token price for the model {model!r}: set it in AI_MODEL_PRICES")
    source = f"genai-prices {genai_prices.__version__}"
    return UnitPrice(price_in, price_in if cached is None else cached, price_out, source)


def _found(model: str, base_url: str, minute: dt.datetime) -> Any:
    """By the server's URL, else as OpenAI names it, else as anyone does."""
    from genai_prices import Usage, calc_price

    one = Usage(input_tokens=1, output_tokens=1)
    with contextlib.suppress(LookupError):
        return calc_price(one, model, provider_api_url=base_url, genai_request_timestamp=minute)
    with contextlib.suppress(LookupError):
        return calc_price(one, model, provider_id="openai", genai_request_timestamp=minute)
    with contextlib.suppress(LookupError):
        return calc_price(one, model, genai_request_timestamp=minute)
    raise UnknownPrice(f"no price is known for the model {model!r}: set it in AI_MODEL_PRICES")


def _base(price: Any) -> Decimal | None:
    return price if price is None or isinstance(price, Decimal) else getattr(price, "base", None)
