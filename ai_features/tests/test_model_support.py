"""What a model's server takes: set, known by host and model, or learned once from a refusal."""

from typing import Any

import pytest
from pytest_django.fixtures import Settings
from structlog.testing import capture_logs

from ai_features.checks import models_are_asked_what_they_take
from ai_features.feature import Feature
from ai_features.features import FEATURES
from ai_features.services import OpenAIService
from ai_features.services.model import support
from ai_features.services.model.client import ModelUnavailable
from ai_features.services.model.reply import BadReply
from ai_features.services.model.request import Asked
from ai_features.services.model.schema import described
from ai_features.services.model.support import Support
from ai_features.tests.stubs.openai import OpenAIStub, Step
from ai_features.tests.toy import ToyPlan, ToyWords

NO_SCHEMA = (500, "1 validation error: ('body', 'response_format', 'type'), Input should be 'text' or 'json_object'")
REFUSALS = {
    "store": (400, "Unrecognized request argument supplied: store"),
    "max_completion_tokens": (
        422,
        "[{'loc': ['body', 'max_completion_tokens'], 'msg': 'Extra inputs are not permitted'}]",
    ),
    "reasoning_effort": (400, "Unsupported parameter: 'reasoning_effort' is not supported with this model."),
    "json_schema": NO_SCHEMA,
    "stream_options": (422, "body.stream_options: Extra inputs are not permitted"),
}


def ask() -> ToyWords:
    words: ToyWords = OpenAIService.generate_json("Say it.", "{}", schema=ToyWords)[0]
    return words


def ask_streamed() -> str:
    stream = OpenAIService.stream_json(
        "Say it.", "{}", schema=ToyWords, tier="cheap", model="gpt-6-luna", max_tokens=99
    )
    return "".join(stream)


@pytest.mark.parametrize("name", ["store", "max_completion_tokens", "reasoning_effort", "json_schema"])
def test_what_a_server_refuses_is_left_out_at_once_and_for_good(name: str, openai: OpenAIStub) -> None:
    openai.refuses = {name: REFUSALS[name]}
    with capture_logs() as logs:
        assert [ask().mood for _ in range(3)] == ["good"] * 3
    assert len(openai.calls) == 4, "one refusal, then answers"
    assert [entry["setting"] for entry in logs if entry["event"] == "model_support_learned"] == ["AI_MODEL_SUPPORT"]
    sent = openai.calls[-1].body
    assert name not in {*sent, sent.get("response_format", {}).get("type")}


def test_a_server_that_refuses_everything_but_messages_is_answered_by_in_one_request(openai: OpenAIStub) -> None:
    openai.refuses = {**REFUSALS, "json_object": NO_SCHEMA}
    assert ask().mood == "good"
    sent = openai.calls[-1].body
    assert sent.keys() == {"model", "messages", "max_tokens"}
    assert "fits this JSON schema" in sent["messages"][0]["content"]


def test_a_stream_learns_too_and_counts_its_tokens_itself(openai: OpenAIStub) -> None:
    openai.refuses = {"stream_options": REFUSALS["stream_options"], "json_schema": NO_SCHEMA}
    assert '"mood": "good"' in ask_streamed()
    assert openai.calls[-1].body["response_format"] == {"type": "json_object"}
    assert "stream_options" not in openai.calls[-1].body


@pytest.mark.parametrize(
    "said", ["max_tokens is too large: 1700", "This model's maximum context length is 512 tokens; store less"]
)
def test_a_refusal_of_how_much_is_asked_teaches_nothing(said: str, openai: OpenAIStub) -> None:
    openai.refuses = {"messages": (400, said)}
    with pytest.raises(ModelUnavailable, match="status_400"):
        ask()
    assert support.of("gpt-6-luna") == Support(effort=True, limit="max_completion_tokens")


def test_a_refusal_that_names_nothing_we_sent_teaches_nothing(openai: OpenAIStub) -> None:
    openai.refuses = {"messages": (400, "the vector store is empty: stream_options")}
    with pytest.raises(ModelUnavailable):
        ask()
    assert len(openai.calls) == 1
    assert support.of("gpt-6-luna").store is True


def test_a_server_that_never_looks_at_the_schema_is_told_it_in_words(openai: OpenAIStub) -> None:
    openai.then(Step(text="Sure!"), Step(text="Here you are."))
    for _ in range(2):
        with pytest.raises(BadReply):
            ask()
    assert ask().mood == "good"
    assert openai.calls[-1].body["response_format"] == {"type": "json_object"}


@pytest.mark.parametrize(
    ("url", "model", "takes"),
    [
        ("https://api.openai.com/v1", "gpt-6-luna", Support(effort=True, limit="max_completion_tokens", lengths=False)),
        ("https://api.openai.com/v1", "gpt-4.1", Support(limit="max_completion_tokens", lengths=False)),
        (
            "https://api.openai.com/v1",
            "ft:gpt-4.1:shop",
            Support(limit="max_completion_tokens", lengths=False, items=False),
        ),
        (
            "https://my.openai.azure.com/openai/v1",
            "mine",
            Support(limit="max_completion_tokens", lengths=False, items=False),
        ),
        ("https://api.mistral.ai/v1", "mistral-small", Support(store=False)),
        ("https://api.deepseek.com", "deepseek-chat", Support(shape="object", store=False)),
        ("http://localhost:8080/v1", "llama", Support()),
        ("http://localhost:4000/v1", "openai/gpt-6-luna", Support(effort=True, limit="max_completion_tokens")),
    ],
)
def test_what_is_sent_at_first_depends_on_host_and_model(
    url: str, model: str, takes: Support, settings: Settings
) -> None:
    settings.OPENAI_BASE_URL = url
    assert support.of(model) == takes


def test_a_setting_comes_before_what_is_known_and_what_it_forbids_is_not_sent(settings: Settings) -> None:
    settings.AI_MODEL_SUPPORT = {
        "gpt-6-luna": {"store": False, "effort": False, "limit": "max_tokens", "shape": "none"}
    }
    body = Asked([{"role": "system", "content": "Say it."}], "gpt-6-luna", 100, ToyWords).body()
    assert body.keys() == {"model", "messages", "max_tokens"}
    assert body["max_tokens"] == 1100


@pytest.mark.parametrize("own", ["yes", {"schema": True}, {"store": "no"}, {"shape": "json"}, {"limit": 5}])
def test_a_setting_that_cannot_be_read_stops_the_start(own: Any, settings: Settings) -> None:
    settings.AI_PROVIDER, settings.AI_MODEL_SUPPORT = "openai", {"gpt-6-luna": own}
    assert [problem.id for problem in models_are_asked_what_they_take(None)] == ["ai_features.E005"]


def test_where_a_server_cannot_be_told_to_keep_nothing_the_check_says_so(settings: Settings) -> None:
    settings.AI_PROVIDER = "openai"
    assert models_are_asked_what_they_take(None) == []
    settings.OPENAI_BASE_URL = "https://api.mistral.ai/v1"
    assert [problem.id for problem in models_are_asked_what_they_take(None)] == ["ai_features.W001"] * 2


def _unbounded(node: Any) -> list[Any]:
    """Texts and lists of a schema that may be of any length."""
    if isinstance(node, list):
        return [found for each in node for found in _unbounded(each)]
    if not isinstance(node, dict):
        return []
    bound = {"string": "maxLength", "array": "maxItems"}.get(str(node.get("type")), "")
    mine = [node] if bound and not {bound, "enum", "const"} & node.keys() else []
    return [*mine, *_unbounded(list(node.values()))]


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.id)
def test_no_text_and_no_list_of_a_schema_is_without_end(feature: Feature) -> None:
    assert _unbounded(described(feature.words)) == []
    assert "maxLength" not in str(described(feature.words, without=frozenset({"maxLength"})))


def _longest(node: Any, schema: Any) -> int:
    """The letters of the longest answer that a schema allows."""
    if "$ref" in node:
        return _longest(schema["$defs"][node["$ref"].rsplit("/", 1)[1]], schema)
    if "enum" in node or "anyOf" in node:
        return max(
            [_longest(each, schema) for each in node.get("anyOf", [])] + [len(str(v)) for v in node.get("enum", [])]
        )
    if node.get("type") == "array":
        return int(node["maxItems"]) * (_longest(node["items"], schema) + 2)
    parts = node.get("properties", {}).items()
    return sum(len(name) + 6 + _longest(part, schema) for name, part in parts) + int(node.get("maxLength", 6))


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.id)
def test_the_longest_answer_that_a_schema_allows_fits_the_limit_of_tokens(feature: Feature) -> None:
    schema = described(feature.words)
    letters_a_token = 4
    assert _longest(schema, schema) <= feature.tokens_out * letters_a_token


def test_what_is_longer_than_its_bound_is_told_to_the_model(openai: OpenAIStub) -> None:
    openai.says({"answer": "very " * 200, "mood": "good"})
    with pytest.raises(BadReply, match="a text is longer than 600 letters"):
        ask()


def test_a_plan_is_bounded_too(openai: OpenAIStub) -> None:
    openai.says({"about": "x" * 601})
    with pytest.raises(BadReply, match="longer than 600"):
        OpenAIService.generate_json("Plan.", "{}", schema=ToyPlan)
