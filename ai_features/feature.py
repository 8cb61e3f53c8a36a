"""What an AI feature must declare: one frozen `Feature`; everything around it follows from the declaration."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self, get_type_hints

from pydantic import BaseModel, ConfigDict, Field
from rest_framework.serializers import Serializer

from ai_features.models import AITransaction
from ai_features.services.slots import Slots, fill_model
from common.tenancy import MANAGEMENT, Caller, Role

Tier = Literal["cheap", "standard", "advanced"]
Inputs = Mapping[str, Any]
PLANNED = "planned"
"""The key under which `gather` finds what the model answered to `Feature.first`; None when it gave nothing."""
READ = "read"
"""The key under which `Feature.first` may leave what it read for `gather`, in a list that is empty at first."""


def within(letters: int) -> Any:
    """The most letters of a text that a model writes: `Annotated[str, within(120)]`."""
    return Field(json_schema_extra={"maxLength": letters})


def at_most(items: int) -> Any:
    """The most items of a list that a model writes: `Annotated[list[Item], at_most(5)]`.

    The longest answer that the bounds allow fits `Feature.tokens_out`, which a test holds for every feature.
    """
    return Field(json_schema_extra={"maxItems": items})


class Facts(BaseModel):
    """What the database knows about one request. Subclass it; fields of your own are for `answer` and never sent.

    What the model sees is `slots` (each figure, date and name that may be said), `shown` (further data: choices,
    labels, reasons in words; no personal data) and `said` (what the user typed, fenced as data, people in it
    replaced). All of it, own fields included, is part of the cache key.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    slots: Slots = Field(default_factory=Slots, exclude=True)
    shown: dict[str, Any] = Field(default_factory=dict)
    said: tuple[str, ...] = ()
    nothing_to_report: str = ""
    """A sentence when there is nothing to say ("Nobody owes you money."): no model, no charge."""

    templated: bool = False
    """Worded by our own templates whatever the provider is: answers in Twi."""
    subject: str = Field(default="", exclude=True)
    """A hash of what was understood, equal for equal questions: kept with the request."""
    asks_back: str = ""
    """A question back to the user, when what was asked is not clear: no model, no charge."""

    def fingerprint(self) -> dict[str, Any]:
        """Everything the answer depends on, for the cache key. Never sent to a model."""
        return {**self.model_dump(mode="json"), "slots": self.slots.facts(), "language": self.slots.language}

    def trusting(self, words: BaseModel) -> Self:
        """The same facts, for filling words of our own: a customer called "Thank You" must not forbid "Thank them"."""
        return self.model_copy(update={"said": (*self.said, *_texts(words.model_dump()))})

    def fill(self, words: Any) -> Any:
        """The words with their slots filled in; raises `SlotError` with every problem."""
        return fill_model(words, lambda text: self.slots.fill(text, said=self.said), {s.id for s in self.slots})


def _texts(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part]
    inner = part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return [text for each in inner for text in _texts(each)]


@dataclass(frozen=True)
class Ask:
    """One question to the model before the facts are gathered: a plan for a question, a reading of a message."""

    prompt: str
    schema: type[BaseModel]
    shown: Mapping[str, Any]
    said: tuple[str, ...] = ()
    seed: str = ""
    """The id of the conversation, so that people keep their pseudonyms in it."""


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One AI feature.

    `key` names its price, its row in the admin, its limits and its transactions. `path` is under /ai/api/ and may
    hold parameters ("credit/payment-prediction/<uuid:customer_id>/"), which reach `inputs` with the body and the
    query string; a feature without a path is called from other views through `engine.run`.
    """

    key: str
    title: str
    inputs: type[Serializer[Any]]
    gather: Callable[[Caller, Inputs], Any]
    """(caller, validated inputs) -> Facts. The database only; a fixed number of queries however much data."""
    prompt: str
    """Constant text. What the slots mean and what to write; the rules of slots are added by the engine."""
    words: type[BaseModel]
    """What the model writes. Texts with {slots}, `Literal` choices among ours, `SlotId`s; no figure."""
    offline: Callable[[Any], Any]
    """(facts) -> words: the same words with the same slots, without a model."""
    answer: Callable[[Any, Any], BaseModel]
    """(facts, filled words) -> the response: figures from facts, texts from words. Its return annotation is `shape`."""

    name: str = ""
    """Tells features of one `key` apart (single and bulk); the key when empty."""
    version: int = 1
    """Raise it when prompt, words or answer change: cached answers of the old version are not used."""
    path: str = ""
    aliases: tuple[str, ...] = ()
    methods: tuple[Literal["GET", "POST"], ...] = ("POST",)
    roles: tuple[Role, ...] = MANAGEMENT
    tier: Tier = "cheap"
    cache_for: int = 0
    """Seconds an answer may be given again while its facts are the same; 0: never."""
    degrade: bool = True
    """When the model fails: the offline wording, free. False: 503, when facts alone are no answer."""
    tokens_in: int = 2000
    """The ceiling of one prompt; facts are trimmed to fit."""
    tokens_out: int = 700
    trim: tuple[str, ...] = ()
    """What to shorten when the prompt is too long, first to last: a list in `shown`, or slots by prefix."""
    uncached: tuple[str, ...] = ("conversation_id",)
    """Inputs that the answer does not depend on, left out of the cache key."""
    daily_limit: int = 0
    """Requests a business may make in a day, for features that cost nothing; 0: the general limits only."""

    first: Callable[[Caller, Inputs], Ask | None] | None = None
    """Asked of the model before `gather`, under the same hold; None from it: the rules were enough."""
    units: Callable[[Inputs], int] = lambda inputs: 1
    """How many times the price is held: 20 for 20 products."""
    units_done: Callable[[Any, Any], int] | None = None
    """(facts, filled words) -> how many of the units were done and are charged; all when None."""
    streamed: str = ""
    """The text among the words that is let out sentence by sentence at `path` + "stream/"; empty: not streamed."""
    preview: Callable[[Any], BaseModel] | None = None
    """(facts) -> what a stream shows before the words, an event a field: the plan and the rows of a question."""
    fill: Callable[[Any, Any], Any] | None = None
    """(facts, words) -> filled words, instead of `facts.fill`, to keep the good items of a bulk answer."""
    after: Callable[[Any, Any, AITransaction], None] | None = None
    """(facts, filled words, request as logged): what is kept of an answer once it has been given or charged."""

    @property
    def id(self) -> str:
        """The name that is unique in FEATURES: in cache keys, URL names and metrics."""
        return self.name or self.key

    @property
    def shape(self) -> type[BaseModel]:
        """What the answer looks like in JSON, without its charge."""
        return annotated_shape(self.answer)


def annotated_shape(function: Callable[..., Any]) -> type[BaseModel]:
    """The pydantic model that a function says it returns. Raises `TypeError` when it names none."""
    shape = get_type_hints(function).get("return")
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        raise TypeError(f"{function.__module__}.{function.__name__} must name the model that it returns")
    return shape
