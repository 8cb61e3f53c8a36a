"""How gunicorn serves the project: `gunicorn` in this folder reads it. Each figure has a variable in `.env.example`."""

import os
import tempfile
from pathlib import Path
from typing import Any

import environ

# What must be in the environment before the application is imported, in the workers too.
environ.Env.read_env(Path(__file__).resolve().parent / ".env")
os.environ.setdefault("DATABASE_WAIT_SECONDS", "60")
if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="pos-metrics-")

from app import liveness, logs

wsgi_app = "app.wsgi"
bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "50"))
keepalive = 5

# A stopping worker finishes what it has begun: longer than a hold lives, so longer than any call to a model.
graceful_timeout = int(os.environ.get("AI_HOLD_SECONDS", "300")) + 15
timeout = 120

# A worker is replaced after so many requests, not all at once: memory that something kept is given back.
max_requests = int(os.environ.get("WEB_MAX_REQUESTS", "10000"))
max_requests_jitter = max_requests // 5

logconfig_dict: dict[str, Any] = logs.of_gunicorn(
    level=os.environ.get("LOG_LEVEL", "INFO"), json=os.environ.get("LOG_FORMAT", "json") == "json"
)
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Answer for liveness apart from the workers, where LIVENESS_PORT names a port."""
    port = os.environ.get("LIVENESS_PORT")
    if port:
        liveness.serve(int(port), workers=lambda: len(server.WORKERS))


def child_exit(server: Any, worker: Any) -> None:
    """Gauges of a worker that is gone no longer count; its counters do."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(worker.pid)
