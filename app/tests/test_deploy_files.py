"""The files that operators deploy with say what the project knows: its commands, its metrics, its variables."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import get_commands
from django.test import Client

from app.tests.serving import ROOT

DEPLOY = ROOT / "deploy"
MONITORING = DEPLOY / "monitoring"


def run(command: list[str], folder: Path = ROOT) -> None:
    """Run a checker; skipped by name where it is not installed."""
    if not shutil.which(command[0]):
        pytest.skip(f"needs {command[0]}")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


def commands_in(text: str) -> set[str]:
    return set(re.findall(r"manage\.py (\w+)", text))


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
    return found


def test_every_command_that_is_started_exists() -> None:
    files = [ROOT / "Procfile", ROOT / "Dockerfile", ROOT / "compose.yaml", *DEPLOY.glob("*.service")]
    started = set().union(*(commands_in(path.read_text()) for path in files))
    assert {"db_worker", "scheduler", "migrate", "collectstatic"} <= started
    assert started <= {*get_commands()}


def test_compose_starts_each_part_and_waits_for_the_schema() -> None:
    services = compose()["services"]
    assert {"web", "worker", "scheduler", "database", "redis", "proxy"} <= set(services)
    for name in ("web", "worker", "scheduler"):
        assert services[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"


def test_whoever_stops_the_web_server_waits_longer_than_it_takes(settings: Any) -> None:
    graceful = settings.AI_HOLD_SECONDS + 15
    units = [
        int(found)
        for path in DEPLOY.glob("*.service")
        for found in re.findall(r"TimeoutStopSec=(\d+)", path.read_text())
    ]
    assert min([*units, int(compose()["x-app"]["stop_grace_period"].rstrip("s"))]) > graceful


def expressions() -> list[str]:
    rules = yaml.safe_load((MONITORING / "alerts.yml").read_text())["groups"][0]["rules"]
    board = json.loads((MONITORING / "grafana.json").read_text())
    return [rule["expr"] for rule in rules] + [each["expr"] for panel in board["panels"] for each in panel["targets"]]


def test_alerts_and_dashboard_ask_for_metrics_that_there_are(client: Client, db: None, settings: Any) -> None:
    settings.METRICS_TOKEN = "scrape"
    page = client.get("/metrics", headers={"Authorization": "Bearer scrape"}).content.decode()
    known = set(re.findall(r"^# TYPE (\w+)", page, re.MULTILINE))
    known |= {f"{name}_bucket" for name in known}
    asked = {
        name
        for each in expressions()
        for name in re.findall(r"\b[a-z][a-z_]+_[a-z_]+\b", re.sub(r'"[^"]*"|by \([^)]*\)', "", each))
    }
    assert len(asked) > 12
    assert asked - {"histogram_quantile"} <= known


def test_prometheus_takes_the_alert_rules_and_they_ring_when_they_should() -> None:
    run(["promtool", "test", "rules", "alerts_test.yml"], MONITORING)


def test_the_proxy_takes_its_configuration() -> None:
    run(["caddy", "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / "Caddyfile")])
