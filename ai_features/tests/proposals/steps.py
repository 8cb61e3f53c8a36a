"""What is done with a proposal, as a client and as the periodic job do it."""

import datetime as dt
from typing import Any

import time_machine
from rest_framework.test import APIClient

from ai_features.models import Proposal
from ai_features.proposals import executing
from sales.models import Customer, Sale

URL = "/ai/api/proposals/"
MONDAY = dt.datetime(2026, 6, 8, 10, tzinfo=dt.UTC)
Clock = time_machine.Traveller


def propose(client: APIClient, **body: Any) -> dict[str, Any]:
    answer = client.post(URL, body)
    assert answer.status_code == 201, answer.data
    return dict(answer.json()["proposals"][0])


def remind(client: APIClient, customer: Customer, channel: str = "sms") -> dict[str, Any]:
    return propose(client, kind="reminder", customer_id=str(customer.pk), channel=channel)


def step(client: APIClient, proposal: dict[str, Any], name: str) -> Any:
    return client.post(f"{URL}{proposal['id']}/{name}/")


def run_later(at: Clock, minutes: int = 10) -> None:
    at.shift(dt.timedelta(minutes=minutes))
    list(executing.execute_due())


def state_of(proposal: dict[str, Any]) -> tuple[str, str]:
    row = Proposal.objects.get(pk=proposal["id"])
    return row.state, row.outcome


def invoice_of(customer: Customer) -> Sale:
    return Sale.objects.get(customer=customer)
