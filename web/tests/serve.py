"""Serve the built console with a demo shop of its own and a local Paystack, until told to stop.

The log-ins are written to `build/console-tests/demo.json`, for the tests to read.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "console-tests"


def environment(port: int) -> dict[str, str]:
    """Limits are lifted: every test comes from one address."""
    own = {
        "DEBUG": "True",
        "DATABASE_URL": f"sqlite:///{BUILD / 'db.sqlite3'}",
        "REDIS_URL": "",
        "FRONTEND_URL": f"http://127.0.0.1:{port}",
        "PAYSTACK_BASE_URL": f"http://127.0.0.1:{port + 1}",
        "PAYSTACK_SECRET_KEY": "sk_test_local",
        "AI_PROVIDER": "offline",
        "LOGIN_RATE": "1000/min",
        "REPORT_RATE": "10000/min",
        "AI_REQUESTS_PER_MINUTE": "1000",
        "AI_REQUESTS_PER_HOUR": "10000",
        "AI_REQUESTS_PER_DAY": "10000",
        "LOG_LEVEL": "ERROR",
    }
    return {**os.environ, **own}


def main(port: int) -> None:
    BUILD.mkdir(parents=True, exist_ok=True)
    for old in BUILD.glob("db.sqlite3*"):
        old.unlink()
    env = environment(port)
    manage = [sys.executable, str(ROOT / "manage.py")]
    schema = [sys.executable, "-m", "app.tests.kept_schema", str(BUILD / "db.sqlite3")]
    subprocess.run(schema, env=env, cwd=ROOT, check=True)  # noqa: S603
    made = subprocess.run([*manage, "load_demo", "--json"], env=env, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    (BUILD / "demo.json").write_text(made.stdout.strip().splitlines()[-1])
    webhook = f"http://127.0.0.1:{port}/ai/api/payments/paystack/webhook/"
    paystack = [sys.executable, "-m", "ai_features.tests.stubs.paystack", "--port", str(port + 1), "--webhook", webhook]
    serve = [*manage, "runserver", f"127.0.0.1:{port}", "--noreload"]
    running = [subprocess.Popen(command, env=env, cwd=ROOT) for command in (paystack, serve)]  # noqa: S603

    def stop(number: int, frame: FrameType | None) -> None:
        for process in running:
            process.terminate()
        sys.exit(0)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    running[-1].wait()


if __name__ == "__main__":
    main(int(sys.argv[1]))
