"""Serves the demo, sends it what schemathesis makes up, and counts. Exit 1 names what is not as described."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ai_features.tests.stubs.openai import OpenAIStub
from ai_features.tests.stubs.paystack import PaystackStub
from app.tests.serving import ROOT, gunicorn
from benchmarks.fuzzing import telling

HERE = Path(__file__).parent
SECRET = "sk_test_local"  # noqa: S105
LAST = ("logout", "logoutAll", "updateBusiness")
"""They end the log-in, or change what the others ask."""
LOG = ROOT / "build" / "fuzz.log"
"""What the server logged: a traceback for each fault."""
OFTEN = "1000000"
ENVIRONMENT = {
    "DEBUG": "True",
    "API_DOCS_OPEN": "True",
    "AI_PROVIDER": "offline",
    "LOG_LEVEL": "ERROR",
    "REDIS_URL": "",
    "DJANGO_SETTINGS_MODULE": "benchmarks.fuzzing.settings",
    "WEB_THREADS": "8",
    "PAYSTACK_SECRET_KEY": SECRET,
    "AI_FREE_TRIAL_CREDITS": OFTEN,
    "AI_REQUESTS_PER_MINUTE": OFTEN,
    "AI_REQUESTS_PER_HOUR": OFTEN,
    "AI_REQUESTS_PER_DAY": OFTEN,
    "AI_BUDGET_BUSINESS_DAILY": OFTEN,
    "AI_BUDGET_BUSINESS_MONTHLY": OFTEN,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few requests to each operation, for every change")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", default="1/1", help="2/5: the second fifth of the operations")
    parser.add_argument("--under", default="/", help="/ai/: only the operations whose address begins so")
    parser.add_argument(
        "--model", action="store_true", help="AI worded by a local server that speaks OpenAI's protocol"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, PaystackStub(SECRET) as paystack, OpenAIStub() as model:
        provider = {"AI_PROVIDER": "openai", "OPENAI_BASE_URL": model.url, "OPENAI_API_KEY": "sk-local"}
        environment = (ENVIRONMENT | provider if chosen.model else ENVIRONMENT) | {
            "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{folder}/shop.sqlite3",
            "MEDIA_ROOT": folder,
            "PAYSTACK_BASE_URL": paystack.url,
        }
        demo = _demo(environment)
        with gunicorn(Path(folder), **environment) as served:
            page = served.get("/api/schema/", headers={"Accept": "application/json"}).json()
            found = [
                record
                for number, names in enumerate(_turns(page, chosen))
                for record in _records(served.url, demo, Path(folder) / f"{number}.ndjson", chosen, names)
            ]
            LOG.parent.mkdir(exist_ok=True)
            LOG.write_text(served.logged, encoding="utf-8")
        sys.stdout.write(f"{telling.said(found, telling.labels(page, 'AI features'))}\n")
        return 1 if telling.faults(found) or not found else 0


def _turns(page: dict[str, Any], chosen: argparse.Namespace) -> list[list[str]]:
    """The operations of a part: most, then those that end what the others need."""
    number, parts = map(int, chosen.part.split("/"))
    wanted = [methods for path, methods in page["paths"].items() if path.startswith(chosen.under)]
    names = [operation["operationId"] for methods in wanted for operation in methods.values()][number - 1 :: parts]
    return [turn for turn in ([name for name in names if (name in LAST) is last] for last in (False, True)) if turn]


def _demo(environment: dict[str, str]) -> dict[str, Any]:
    for command in (("migrate", "--verbosity", "0"), ("load_demo", "--json")):
        done = subprocess.run(  # noqa: S603
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=os.environ | environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _records(
    url: str, demo: dict[str, Any], report: Path, chosen: argparse.Namespace, names: list[str]
) -> Iterator[dict[str, Any]]:
    """Run schemathesis over the operations named; what it sent, operation by operation."""
    phases, each = ("fuzzing", "6") if chosen.short else ("coverage,fuzzing", "20")
    command = [
        str(Path(sys.executable).parent / "st"),
        "--config-file",
        str(HERE / "schemathesis.toml"),
        "run",
        f"{url}/api/schema/?format=json",
        "--url",
        url,
        "--phases",
        phases,
        "--max-examples",
        each,
        "--seed",
        str(chosen.seed),
        "--no-shrink",
        "--continue-on-failure",
        "--suppress-health-check",
        "all",
        "--header",
        f"Authorization: Token {demo['token']}",
        "--header",
        f"X-Business-Id: {demo['business_id']}",
        "--report",
        "ndjson",
        "--report-ndjson-path",
        str(report),
        "--warnings",
        "off",
        "--workers",
        "2",
        "--request-timeout",
        "60",
        "--generation-database",
        "none",
        *(part for name in names for part in ("--include-operation-id", name)),
    ]
    hooks = {"SCHEMATHESIS_HOOKS": "benchmarks.fuzzing.hooks", "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=report.parent, env=os.environ | hooks, check=False)  # noqa: S603
    with report.open(encoding="utf-8") as lines:
        for line in lines:
            if (ended := json.loads(line).get("ScenarioFinished")) and "recorder" in ended:
                yield ended["recorder"]


if __name__ == "__main__":
    sys.exit(main())
