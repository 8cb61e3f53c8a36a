"""The model at work on one request: its calls, the one corrective retry, and what they used."""

import json
import re
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

import structlog
from django.conf import settings
from django.db import connections
from pydantic import BaseModel

from ai_features.feature import Ask, Facts, Feature
from ai_features.services import consent, privacy, prometheus
from ai_features.services.model import prompts
from ai_features.services.model.client import ModelUnavailable, longest_call
from ai_features.services.model.openai_service import OpenAIService, parsed
from ai_features.services.model.prices import Tokens, UnitPrice, ghs, unit_price
from ai_features.services.model.reply import BadReply, Reply, whole
from ai_features.services.model.request import output_tokens, schema_tokens
from ai_features.services.model.stream import Stream
from ai_features.services.slots import SlotError

log = structlog.get_logger("ai_features.model")
S = TypeVar("S", bound=BaseModel)
ATTEMPTS = 2
CORRECTION = 2
"""Of what may be written, how much the correction reads again: the first answer, counted from above."""
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
CHECKED_SECONDS = 1.0
"""How long it counts that a request was permitted when it came."""


class Unusable(Exception):
    """Answers came, twice, and broke the rules both times. The problems are ours, and hold no text of the model."""


def fill_words(feature: Feature, facts: Facts, words: Any) -> Any:
    """The words filled in by the feature's own rule or the usual one. Raises `SlotError`."""
    return feature.fill(facts, words) if feature.fill else facts.fill(words)


def give_back_connections() -> None:
    """Return this thread's connections to their pool, unless a transaction of the caller's is still open."""
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()


@dataclass
class ModelWork:
    """One request's use of a model. `name` is the model's, `used` adds up over all its calls."""

    feature: Feature
    business_id: uuid.UUID
    name: str
    price: UnitPrice
    started: float = field(default_factory=time.monotonic)
    used: Tokens = field(default_factory=Tokens)
    sent: list[Any] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, feature: Feature, business_id: uuid.UUID, model: str) -> "ModelWork":
        """Raises `UnknownPrice` for a model whose cost cannot be known."""
        name = model or settings.AI_MODELS[feature.tier]
        return cls(feature, business_id, name, unit_price(name))

    @property
    def cost_usd(self) -> Decimal:
        return self.price.usd(self.used)

    def worst_cost_ghs(self, *, plans: bool) -> Decimal:
        """The most the request may cost: every call, its correction and each of their repeats at its ceilings."""
        calls = ATTEMPTS * (2 + (2 if plans else 0))
        out = output_tokens(self.name, self.feature.tokens_out)
        read = self.feature.tokens_in + schema_tokens(self.feature.words) + CORRECTION * out
        return ghs(self.price.usd(Tokens(calls * read, 0, calls * out)))

    def plan(self, ask: Ask) -> Any:
        """The answer to a question that comes before the facts, with what the user typed put back; None without one."""
        (said, shown), redacted = privacy.redact_data(
            self.business_id, [list(ask.said), dict(ask.shown)], seed=ask.seed
        )
        text = prompts.asked(shown, said)
        try:
            found = self._checked(ask.prompt, text, ask.schema, lambda reply: reply)
        except (ModelUnavailable, Unusable):
            return None
        return ask.schema.model_validate_json(redacted.restore(found.model_dump_json()))

    def words(self, facts: Facts) -> tuple[Any, Any]:
        """(words as the model wrote them, words filled in). Raises `ModelUnavailable`, `Unusable`."""
        written: list[Any] = []

        def check(words: Any) -> Any:
            written[:] = [words]
            return fill_words(self.feature, facts, words)

        text = self._text(facts)
        filled = self._checked(prompts.system(self.feature.prompt), text, self.feature.words, check)
        return written[0], filled

    def stream(self, facts: Facts) -> Stream:
        """The words as they are written; `received` must follow. Raises `ModelUnavailable`, `ConsentRequired`."""
        text = self._text(facts)
        self._check_again()
        self.sent.append(json.loads(text))
        give_back_connections()
        try:
            return OpenAIService.stream_json(
                prompts.system(self.feature.prompt),
                text,
                schema=self.feature.words,
                tier=self.feature.tier,
                model=self.name,
                max_tokens=self.feature.tokens_out,
            )
        except ModelUnavailable as failure:
            self.used += failure.tokens
            raise

    def count_streamed(self, stream: Stream) -> None:
        """Add what a stream used that is over, however it ended."""
        self.used += stream.reply.tokens

    def received(self, stream: Stream, facts: Facts) -> tuple[Any, Any]:
        """(words, words filled in) of a stream that is over. Raises `Unusable`."""
        try:
            words = parsed(whole(stream.reply), self.feature.words)
            return words, fill_words(self.feature, facts, words)
        except (BadReply, SlotError) as wrong:
            raise Unusable from wrong

    def _text(self, facts: Facts) -> str:
        """What is sent. `shown` and names of things should name nobody; they are searched for people all the same."""
        shown = json.loads(json.dumps(facts.shown, ensure_ascii=False, default=str))
        everything = [facts.slots.unsearched(), list(facts.said), shown]
        (names, said, shown), _ = privacy.redact_data(self.business_id, everything, seed=facts.slots.seed)
        for id, name in names.items():
            facts.slots.show(id, name)
        return prompts.payload(self.feature, facts, shown, said)

    def _checked(self, prompt: str, text: str, schema: type[S], check: Callable[[S], Any]) -> Any:
        """The checked answer; told once what was wrong with the first. Raises `ModelUnavailable`, `Unusable`."""
        self._check_again()
        self.sent.append(json.loads(text))
        give_back_connections()
        earlier: list[dict[str, str]] = []
        for _ in range(2):
            reply, problem = Reply("", self.name, Tokens()), ""
            try:
                found, reply = self._call(prompt, text, schema, earlier)
                return check(found)
            except BadReply as bad:
                reply, problem, kind = bad.reply, bad.problem, "schema"
                self.used += bad.reply.tokens
            except SlotError as broken:
                problem, kind = "; ".join(broken.problems[:10]), "slots"
            self.problems.append(problem)
            prometheus.bad_replies.labels(self.feature.id, kind).inc()
            log.info("bad_reply", feature=self.feature.id, kind=kind)
            if not self._time_for_another():
                break
            earlier = self._told(reply.text, problem)
        raise Unusable(self.problems[-1])

    def _told(self, answer: str, problem: str) -> list[dict[str, str]]:
        """The first answer and what was wrong with it. A name that the model came upon itself is not sent back, nor
        quoted word by word.
        """
        self._check_again()
        seen = privacy.redact(self.business_id, (answer,)).texts[0]
        quoted = _QUOTED.sub(lambda found: found.group() if found.group()[1:-1] in seen else "a word", problem)
        texts = (seen, privacy.redact(self.business_id, (prompts.correction(quoted),)).texts[0])
        give_back_connections()
        roles = ("assistant", "user")
        return [{"role": role, "content": text} for role, text in zip(roles, texts, strict=True) if text]

    def _call(self, prompt: str, text: str, schema: type[S], earlier: list[dict[str, str]]) -> tuple[S, Reply]:
        try:
            found, reply = OpenAIService.generate_json(
                prompt,
                text,
                schema=schema,
                earlier=earlier,
                tier=self.feature.tier,
                model=self.name,
                max_tokens=self.feature.tokens_out,
            )
        except ModelUnavailable as failure:
            self.problems.append(failure.reason)
            self.used += failure.tokens
            raise
        self.used += reply.tokens
        return found, reply

    def _check_again(self) -> None:
        """Nothing leaves once consent is withdrawn, though it was there when the request came.

        Asked before every call but one that follows at once. Raises `ConsentRequired`, `AIDisabled`.
        """
        if self.sent or time.monotonic() - self.started > CHECKED_SECONDS:
            consent.check_again(self.business_id)

    def _time_for_another(self) -> bool:
        seconds: int = settings.AI_HOLD_SECONDS
        elapsed = time.monotonic() - self.started
        return elapsed + longest_call(self.feature.tier) < seconds
