"""`python -m benchmarks.model_faults`: each fault of a model's server once over HTTP, as a table in Markdown."""

import os
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ai_features.tests.model_faults import Fault

TIMEOUT = 1
"""Seconds, in place of the 25 of AI_TIMEOUT_CHEAP."""


def main() -> None:
    """Run every fault as a plain and as a streamed request of a small feature, in a database of its own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
    os.environ.update({"LOG_LEVEL": "CRITICAL", "DEBUG": "True", "AI_BREAKER_FAILURES": "0"})
    import django

    django.setup()
    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        run()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def run() -> None:
    """Print the table: what was charged, what was booked as our cost, and how long it took."""
    from django.conf import settings

    from ai_features.tests.model_faults import PLAIN, STREAMED
    from ai_features.tests.stubs.openai import OpenAIStub
    from benchmarks.timing import say

    with OpenAIStub(key="sk-local") as stub:
        settings.AI_PROVIDER, settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY = "openai", stub.url, stub.key
        settings.AI_TIMEOUTS = dict.fromkeys(settings.AI_TIMEOUTS, TIMEOUT)
        settings.AI_MODEL_PRICES = {"gpt-6-luna": {"input": "0.1", "output": "0.5"}}
        for title, faults, ask in (("Plain calls", PLAIN, _plain), ("Streams", STREAMED, _streamed)):
            say(f"\n| {title} | answer | credits | tokens in | tokens out | booked, GHS | provider's bill | seconds |")
            say("| --- | --- | --- | --- | --- | --- | --- | --- |")
            for row in _rows(faults, ask, stub):
                say("| " + " | ".join(row) + " |")


def _rows(faults: Sequence["Fault"], ask: Callable[[Any], None], stub: Any) -> Any:
    from ai_features.models import AITransaction
    from ai_features.services.model.prices import Tokens, ghs, unit_price

    for fault in faults:
        caller = _shop()
        stub.charged.clear()
        stub.then(*fault.steps)
        started = time.monotonic()
        ask(caller)
        seconds = time.monotonic() - started
        row = AITransaction.objects.of(caller.business_id).get()
        bill = sum(ghs(unit_price("gpt-6-luna").usd(Tokens(read, 0, written))) for read, written in stub.charged)
        answer = "the model's" if row.outcome == "answered" else "from facts"
        figures = (f"{row.credits_used:f}", str(row.tokens_in), str(row.tokens_out), f"{row.cost_to_us:f}", f"{bill:f}")
        yield fault.name, answer, *figures, f"{seconds:.2f}"


def _shop() -> Any:
    """A shop that may ask, and one who owes it."""
    from accounts.tests.builders import caller_of, make_business, make_member
    from ai_features.services.consent import give_consent
    from sales.tests.builders import make_customer

    business = make_business()
    caller = caller_of(make_member(business))
    give_consent(caller)
    make_customer(business, "Esi Quartey")
    return caller


def _plain(caller: Any) -> None:
    from ai_features import engine
    from ai_features.tests.toy import TOY

    engine.run(TOY, caller, {"query": "who owes?"})


def _streamed(caller: Any) -> None:
    from ai_features.streaming import stream
    from ai_features.tests.toy import TOY

    list(stream(TOY, caller, {"query": "who owes?"}, when_over=lambda body: None))


if __name__ == "__main__":
    main()
