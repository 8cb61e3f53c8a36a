"""The service on its own, with the names and methods that others build on."""

import datetime as dt
from decimal import Decimal

import pytest
import time_machine
from pydantic import BaseModel
from pytest_django.fixtures import Settings

from ai_features.services import OpenAIService
from ai_features.services.model import client, tokens
from ai_features.services.model.client import ModelUnavailable, longest_call
from ai_features.services.model.prices import Tokens, UnknownPrice, ghs, unit_price
from ai_features.services.model.reply import BadReply
from ai_features.tests.stubs.openai import OpenAIStub, Step


class Colour(BaseModel):
    name: str
    warm: bool


def test_a_chat_completion_by_tier(openai: OpenAIStub, settings: Settings) -> None:
    openai.then(Step(text="Good morning."))
    reply = OpenAIService.chat_completion(
        [{"role": "system", "content": "Greet."}, {"role": "user", "content": '"hello"'}], tier="advanced"
    )
    assert (reply.text, reply.model, reply.finish) == ("Good morning.", settings.AI_MODELS["advanced"], "stop")
    assert reply.tokens.input > 0


def test_a_text(openai: OpenAIStub) -> None:
    openai.then(Step(text="Good morning."))
    assert OpenAIService.generate_text("Greet.", '"hello"').text == "Good morning."


def test_json_comes_as_the_schema_that_was_asked_for(openai: OpenAIStub) -> None:
    openai.says({"name": "red", "warm": True})
    found, reply = OpenAIService.generate_json("Name a colour.", "{}", schema=Colour)
    assert found == Colour(name="red", warm=True)
    assert reply.tokens.output > 0
    sent = openai.calls[0].body["response_format"]["json_schema"]
    assert (sent["name"], sent["strict"]) == ("Colour", True)
    assert sent["schema"]["required"] == ["name", "warm"]


def test_what_is_not_in_the_schema_is_said_in_words_a_model_understands(openai: OpenAIStub) -> None:
    openai.says({"name": "red", "warm": "very"})
    with pytest.raises(BadReply, match=r"warm: Input should be a valid boolean"):
        OpenAIService.generate_json("Name a colour.", "{}", schema=Colour)


def test_a_stream_arrives_in_pieces_with_its_usage_at_the_end(openai: OpenAIStub) -> None:
    openai.says({"name": "a rather long name for a colour", "warm": True})
    stream = OpenAIService.stream_json(
        "Name a colour.", "{}", schema=Colour, tier="cheap", model="gpt-6-luna", max_tokens=100
    )
    pieces = list(stream)
    assert len(pieces) > 3
    assert Colour.model_validate_json("".join(pieces)) == Colour.model_validate_json(stream.reply.text)
    assert stream.reply.tokens.output > 0


def test_the_organisation_is_named_when_there_is_one(openai: OpenAIStub, settings: Settings) -> None:
    settings.OPENAI_ORGANIZATION = "org-1"
    OpenAIService.generate_text("Greet.", "{}")
    assert {name.lower(): value for name, value in openai.calls[0].headers.items()}["openai-organization"] == "org-1"


def test_connections_are_kept_alive_between_calls(openai: OpenAIStub) -> None:
    for _ in range(5):
        OpenAIService.generate_text("Greet.", "{}")
    assert openai.connections == 1


def test_a_provider_that_asks_for_a_long_wait_is_taken_as_down(openai: OpenAIStub) -> None:
    openai.then(Step(status=429, headers={"Retry-After": "30"}))
    with pytest.raises(ModelUnavailable) as failure:
        OpenAIService.generate_text("Greet.", "{}")
    assert failure.value.reason == "status_429"


def test_nothing_listens_there(settings: Settings) -> None:
    settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY = "http://127.0.0.1:9/v1", "sk"
    with pytest.raises(ModelUnavailable) as failure:
        OpenAIService.generate_text("Greet.", "{}")
    assert failure.value.reason == "connection"


def test_the_longest_call_counts_its_retry(settings: Settings) -> None:
    settings.AI_TIMEOUTS = {"cheap": 10, "standard": 10, "advanced": 10}
    assert longest_call("cheap") == 31


@pytest.mark.parametrize(
    ("model", "price"),
    [("gpt-6-luna", ("0.1", "0.01", "0.5")), ("gpt-6.1-terra", ("1", "0.05", "5"))],
)
def test_the_default_models_are_in_the_price_list(model: str, price: tuple[str, ...]) -> None:
    known = unit_price(model)
    assert (known.input, known.cached_input, known.output) == tuple(map(Decimal, price))
    assert known.source.startswith("genai-prices")


def test_a_price_of_our_own_comes_first(settings: Settings) -> None:
    settings.AI_MODEL_PRICES = {"gpt-6-luna": {"input": "2", "output": "8", "cached_input": "1"}}
    assert unit_price("gpt-6-luna").usd(Tokens(1_000_000, 500_000, 250_000)) == Decimal("3.5")


@pytest.mark.parametrize(
    "own", [{}, {"input": "1"}, {"input": "1", "output": "-1"}, {"input": "x", "output": "1"}, "1"]
)
def test_a_price_that_cannot_be_read_is_an_error_and_never_zero(own: object, settings: Settings) -> None:
    settings.AI_MODEL_PRICES = {"mine": own}
    with pytest.raises(UnknownPrice):
        unit_price("mine")


def test_cedis_are_rounded_up_in_their_last_place(settings: Settings) -> None:
    settings.AI_USD_TO_GHS = Decimal("16.00")
    assert ghs(Decimal("0.00000001")) == Decimal("0.000001")


def test_tokens_are_estimated_from_above_without_a_table(settings: Settings) -> None:
    settings.TIKTOKEN_CACHE_DIR = "no such folder"
    tokens._encoding.cache_clear()
    assert tokens.count("twelve bytes") == 7
    assert tokens.count("") == 1


def test_a_price_that_changes_by_the_hour_is_that_of_the_hour(settings: Settings) -> None:
    settings.OPENAI_BASE_URL = "https://api.deepseek.com"
    prices = []
    for hour in (20, 8, 20):
        with time_machine.travel(dt.datetime(2026, 11, 28, hour, tzinfo=dt.UTC), tick=False):
            prices.append(unit_price("deepseek-chat").input)
    assert prices == [Decimal("0.135"), Decimal("0.27"), Decimal("0.135")]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("3", 3),
        ("0.25", 0.25),
        ("²", 0.5),
        ("٣", 0.5),
        ("-1", 0.5),
        ("nan", 0.5),
        ("", 0.5),
        ("1e9", 0.5),
        ("Sat, 28 Nov 2026 10:00:04 GMT", 4),
        ("Sat, 28 Nov 2026 09:59:00 GMT", 0),
        ("Sat, 99 Nov 2026", 0.5),
        ("Sat, 28 Nov 2026 10:00:04", 0.5),
    ],
)
def test_a_retry_after_may_be_a_number_or_a_date_and_nothing_else_breaks(header: str, seconds: float) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 28, 10, tzinfo=dt.UTC), tick=False):
        assert client._asked_to_wait(header) == seconds
