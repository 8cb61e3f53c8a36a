"""A local server that speaks Paystack's protocol and does as the test tells it.

By hand: `python -m ai_features.tests.stubs.paystack --webhook http://localhost:8000/ai/api/payments/paystack/webhook/`.
"""

import argparse
import hashlib
import hmac
import itertools
import json
import re
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import requests

from ai_features.tests.stubs import paystack_page, vendor_schema
from ai_features.tests.stubs import paystack_rows as rows
from ai_features.tests.stubs.server import LocalServer, Quiet, trickle

FILE = "paystack.json"
MOMENT = "2026-11-21T09:00:00.000Z"
_UNKNOWN: dict[str, Any] = {
    "status": False,
    "message": "Transaction reference not found",
    "code": "transaction_not_found",
    "meta": {"nextStep": "Ensure that you're passing the reference of a transaction that exists"},
    "type": "validation_error",
}


@dataclass(frozen=True)
class Fault:
    """How the next call to a path goes wrong: refused, delayed, its answer lost, or trickling in.

    `trickles` says which of an answer's bytes come as blanks, one by one for two seconds: "headers" or "body".
    """

    status: int = 0
    trickles: str = ""
    seconds: float = 0
    answer_lost: bool = False


@dataclass(frozen=True)
class Call:
    """One request as it came in."""

    method: str
    path: str
    body: dict[str, Any]


class PaystackStub(LocalServer):
    """`with PaystackStub(secret) as stub:` serves on a free port of loopback at `stub.url`.

    `pay(reference)` decides a payment; `event(reference)` is the signed webhook for it. Whatever in the traffic
    departs from the vendor's description is in `violations`.
    """

    def __init__(self, secret: str = "sk_test_local", *, port: int = 0, webhook: str = "") -> None:  # noqa: S107
        self.secret = secret
        self.webhook = webhook
        self.transactions: dict[str, dict[str, Any]] = {}
        self.refunds: list[dict[str, Any]] = []
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.authorizations: dict[str, str] = {}
        self.owners: dict[str, str] = {}
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._ids = itertools.count(302961)
        self._lock = threading.Lock()
        super().__init__(_handler(self), port=port)
        self.url = f"http://127.0.0.1:{self.port}"

    # --- what a test says and asks ---

    def pay(self, reference: str, status: str = "success", **changes: Any) -> None:
        """Decide a payment; `changes` replace what Paystack would say: `amount=1, currency="NGN", domain="live"`."""
        with self._lock:
            data = self.transactions[reference]
            paid_at = MOMENT if status == "success" else None
            data.update(
                status=status, paid_at=paid_at, paidAt=paid_at, gateway_response=rows.RESPONSES.get(status, status)
            )
            reusable = changes.pop("reusable", data["channel"] == "card")
            data["authorization"] = rows.authorization(reference, data["channel"], reusable=reusable)
            self.owners[data["authorization"]["authorization_code"]] = data["customer"]["email"]
            data.update(changes)

    def decide_card(self, authorization_code: str, status: str) -> None:
        """What a charge of this saved card comes back with from now on; "paused": the cardholder must approve it."""
        self.authorizations[authorization_code] = status

    def fail_next(self, path: str, *faults: Fault) -> None:
        """Queue what goes wrong with the next calls to `path`, one each."""
        self._faults[path].extend(faults)

    def sent(self, path: str) -> list[dict[str, Any]]:
        """The bodies that came to `path`."""
        return [call.body for call in self.calls if call.path.startswith(path)]

    def event(self, reference: str, name: str = "charge.success", **changes: Any) -> tuple[bytes, str]:
        """A webhook's raw body and its signature, about a payment as it stands now."""
        return self.sign({"event": name, "data": rows.without_nulls(self.transactions[reference]) | changes})

    def refund_event(self, reference: str, name: str = "refund.processed", **changes: Any) -> tuple[bytes, str]:
        """A webhook about the latest refund of a payment."""
        amount = self.transactions[reference]["amount"]
        mine = [r for r in self.refunds if r["transaction"]["reference"] == reference]
        data = {
            "status": name.removeprefix("refund."),
            "transaction_reference": reference,
            "refund_reference": "TRF_1",
            "amount": mine[-1]["amount"] if mine else amount,
            "currency": "GHS",
            "domain": "test",
            "id": mine[-1]["id"] if mine else next(self._ids),
        }
        return self.sign({"event": name, "data": data | changes})

    def dispute_event(self, reference: str, name: str = "charge.dispute.create", **changes: Any) -> tuple[bytes, str]:
        """A webhook about a dispute (charge-back) of a payment."""
        data = {
            "id": 358950,
            "refund_amount": self.transactions[reference]["amount"],
            "currency": "GHS",
            "status": "awaiting-merchant-feedback",
            "resolution": None,
            "domain": "test",
            "transaction": rows.without_nulls(self.transactions[reference]),
            "category": "chargeback",
        }
        return self.sign({"event": name, "data": data | changes})

    def sign(self, event: dict[str, Any]) -> tuple[bytes, str]:
        """The raw body of any event and its signature. Text is sent as UTF-8, not as escapes."""
        body = json.dumps(event, ensure_ascii=False).encode()
        return body, hmac.new(self.secret.encode(), body, hashlib.sha512).hexdigest()

    # --- Paystack's side ---

    def answer(self, call: Call, query: dict[str, list[str]]) -> tuple[int, dict[str, Any], Fault]:
        """Do what the call asks, unless a fault was queued for it."""
        with self._lock:
            self.calls.append(call)
            route, act, reference = self._route(call)
            fault = self._faults[route].popleft() if self._faults[route] else Fault()
            if fault.status:
                return (
                    fault.status,
                    {"status": False, "message": "Told to fail", "type": "api_error", "code": "x"},
                    fault,
                )
            if call.method == "POST":
                self._check(f"POST {route} sent", vendor_schema.request_check(FILE, route), call.body)
            status, body = act(reference, call.body, query)
            described = {200: 200, 404: 404}.get(status)
            if described and "paused" not in (body.get("data") or ()):
                check = vendor_schema.response_check(FILE, route, call.method.lower(), described)
                self._check(f"{call.method} {route} answered", check, body)
            return status, body, fault

    def _route(self, call: Call) -> tuple[str, Callable[..., tuple[int, dict[str, Any]]], str]:
        if found := re.fullmatch(r"/transaction/verify/(.+)", call.path):
            return "/transaction/verify/{reference}", self._verify, found[1]
        routes: dict[tuple[str, str], Callable[..., tuple[int, dict[str, Any]]]] = {
            ("POST", "/transaction/initialize"): self._initialize,
            ("POST", "/transaction/charge_authorization"): self._charge,
            ("POST", "/refund"): self._refund,
            ("GET", "/refund"): self._list_refunds,
        }
        return call.path, routes[call.method, call.path], ""

    def _check(self, where: str, check: Any, body: Any) -> None:
        self.violations += [f"{where}: {problem}" for problem in vendor_schema.problems(check, body)]

    def _initialize(self, _: str, body: dict[str, Any], query: object) -> tuple[int, dict[str, Any]]:
        reference = body["reference"]
        if not re.fullmatch(r"[A-Za-z0-9.=-]+", reference):
            return 400, {"status": False, "message": "Invalid reference", "type": "validation_error", "code": "x"}
        if reference in self.transactions:
            return 400, {"status": False, "message": "Duplicate Transaction Reference", "type": "validation_error"}
        channel = body.get("channels", ["card"])[0]
        self.transactions[reference] = self._transaction(reference, body, "abandoned", channel)
        access = f"acc{next(self._ids)}"
        self.transactions[reference]["access_code"] = access
        url = f"{self.url}/checkout/{reference}?" + urlencode({"callback_url": body.get("callback_url", "")})
        data = {"authorization_url": url, "access_code": access, "reference": reference}
        return 200, {"status": True, "message": "Authorization URL created", "data": data}

    def _verify(self, reference: str, body: object, query: object) -> tuple[int, dict[str, Any]]:
        if reference not in self.transactions:
            return 400, _UNKNOWN
        data = {k: v for k, v in self.transactions[reference].items() if k != "access_code"}
        return 200, {"status": True, "message": "Verification successful", "data": data}

    def _charge(self, _: str, body: dict[str, Any], query: object) -> tuple[int, dict[str, Any]]:
        reference = body["reference"]
        status = self.authorizations.get(body["authorization_code"], "success")
        if self.owners.get(body["authorization_code"], body["email"]) != body["email"]:
            said = (
                "Email does not match Authorization code. Authorization may be inactive or belong to a different email"
            )
            return 400, {"status": False, "message": said, "type": "validation_error", "code": "invalid_params"}
        if status == "paused":
            return self._pause(reference, body)
        full = self._transaction(reference, body, status, "card")
        full["authorization"] = rows.authorization(reference, "card", reusable=True)
        full["authorization"]["authorization_code"] = body["authorization_code"]
        full["gateway_response"] = rows.RESPONSES.get(status, status)
        self.transactions[reference] = full
        data = {k: full[k] for k in rows.CHARGE_FIELDS} | {"metadata": "", "customer": full["customer"]}
        return 200, {"status": True, "message": "Charge attempted", "data": data}

    def _pause(self, reference: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Paystack documents this answer outside its OpenAPI description."""
        self.transactions[reference] = self._transaction(reference, body, "abandoned", "card")
        url = f"{self.url}/checkout/{reference}"
        data = {"authorization_url": url, "reference": reference, "access_code": "acc_pause", "paused": True}
        return 200, {"status": True, "message": "Please, redirect your customer to the authorization url", "data": data}

    def _refund(self, _: str, body: dict[str, Any], query: object) -> tuple[int, dict[str, Any]]:
        full = self.transactions.get(body["transaction"])
        if not full or full["status"] not in ("success", "reversed"):
            return 400, {"status": False, "message": "Transaction has not been completed", "type": "validation_error"}
        done = sum(r["amount"] for r in self.refunds if r["transaction"]["reference"] == full["reference"])
        if done + body["amount"] > full["amount"]:
            return 400, {"status": False, "message": "Refund amount is above the transaction's", "type": "x"}
        data = {
            "transaction": {k: full[k] for k in ("id", "domain", "reference", "amount", "channel", "currency")}
            | {"paid_at": MOMENT, "paidAt": MOMENT, "customer": {"international_format_phone": "+233241234567"}}
            | {"authorization": {"exp_month": None, "exp_year": None, "account_name": None}, "plan": {}, "split": {}}
            | {"subaccount": {"currency": None}, "order_id": None, "pos_transaction_data": None, "source": None}
            | {"fees_breakdown": None},
            "integration": 412829,
            "deducted_amount": 0,
            "channel": None,
            "status": "pending",
            "currency": "GHS",
            "merchant_note": body.get("merchant_note", ""),
            "customer_note": body.get("customer_note", ""),
            "refunded_by": "staff@example.com",
            "expected_at": MOMENT,
            "domain": full["domain"],
            "amount": body["amount"],
            "fully_deducted": False,
            "id": next(self._ids),
            "createdAt": MOMENT,
            "updatedAt": MOMENT,
        }
        self.refunds.append(data)
        return 200, {"status": True, "message": "Refund has been queued for processing", "data": data}

    def _list_refunds(self, _: str, body: object, query: object) -> tuple[int, dict[str, Any]]:
        listed = [rows.refund_row(refund) for refund in reversed(self.refunds)]
        meta = {"total": len(listed), "skipped": 0, "perPage": "100", "page": 1, "pageCount": 1, "failedRefundCount": 0}
        return 200, {"status": True, "message": "Refunds retrieved", "data": listed, "meta": meta}

    def _transaction(self, reference: str, body: dict[str, Any], status: str, channel: str) -> dict[str, Any]:
        return {
            "id": next(self._ids),
            "domain": "live" if self.secret.startswith("sk_live_") else "test",
            "status": status,
            "reference": reference,
            "receipt_number": None,
            "amount": body["amount"],
            "message": None,
            "gateway_response": "The transaction was not completed",
            "paid_at": None,
            "paidAt": None,
            "created_at": MOMENT,
            "createdAt": MOMENT,
            "channel": channel,
            "currency": body["currency"],
            "ip_address": "127.0.0.1",
            "metadata": body.get("metadata", ""),
            "log": None,
            "fees": 183,
            "fees_split": None,
            "authorization": {},
            "customer": rows.customer(body["email"]),
            "plan": None,
            "split": {},
            "order_id": None,
            "requested_amount": body["amount"],
            "pos_transaction_data": None,
            "source": None,
            "fees_breakdown": None,
            "connect": None,
            "transaction_date": MOMENT,
            "plan_object": {},
            "subaccount": {},
        }

    def checkout(self, reference: str, query: dict[str, list[str]]) -> tuple[str, str]:
        """The page a customer pays on, for trying it by hand: (where to go, page)."""
        if "outcome" not in query:
            return "", paystack_page.checkout(self.transactions[reference], query.get("callback_url", [""])[0])
        self.pay(reference, query["outcome"][0])
        if self.webhook and query["outcome"][0] == "success":
            self.deliver(*self.event(reference))
        target = query.get("callback_url", [""])[0]
        return (f"{target}?{urlencode({'trxref': reference, 'reference': reference})}" if target else ""), "Done."

    def deliver(self, body: bytes, signature: str) -> int:
        """Send a webhook to the address given at the start; returns the status it was answered with."""
        headers = {"Content-Type": "application/json", "X-Paystack-Signature": signature}
        return requests.post(self.webhook, data=body, headers=headers, timeout=10).status_code


def _handler(stub: PaystackStub) -> type[BaseHTTPRequestHandler]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            address = urlsplit(self.path)
            if address.path.startswith("/checkout/"):
                self._page(*stub.checkout(address.path.removeprefix("/checkout/"), parse_qs(address.query)))
            else:
                self._api({})

        def handle(self) -> None:
            with suppress(ConnectionError):  # who asked has given up
                super().handle()

        def do_POST(self) -> None:
            raw = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            self._api(json.loads(raw or b"{}"))

        def _api(self, body: dict[str, Any]) -> None:
            address = urlsplit(self.path)
            if self.headers.get("Authorization") != f"Bearer {stub.secret}":
                return self._send(401, {"status": False, "message": "Invalid key", "type": "validation_error"})
            call = Call(self.command, address.path, body)
            status, answer, fault = stub.answer(call, parse_qs(address.query))
            time.sleep(fault.seconds)
            if fault.answer_lost:
                self.close_connection = True
                return None
            return self._send(status, answer, fault.trickles)

        def _page(self, target: str, page: str) -> None:
            self.send_response(302 if target else 200)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page.encode())))
            self.end_headers()
            self.wfile.write(page.encode())

        def _send(self, status: int, answer: dict[str, Any], trickles: str = "") -> None:
            blanks = 40 if trickles == "body" else 0
            raw = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(blanks + len(raw)))
            if trickles == "headers":
                self.flush_headers()
                trickle(self.wfile, b"X-Blank:" + b" " * 40 + b"\r\n")
            self.end_headers()
            trickle(self.wfile, b" " * blanks)
            self.wfile.write(raw)

    return Handler


def main() -> None:
    """Serve until interrupted, for trying the purchase flow by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--secret", default="sk_test_local")
    parser.add_argument("--webhook", default="")
    parser.add_argument("--quiet", action="store_true")
    chosen = parser.parse_args()
    with PaystackStub(chosen.secret, port=chosen.port, webhook=chosen.webhook) as stub:
        if not chosen.quiet:
            print(f"PAYSTACK_BASE_URL={stub.url} PAYSTACK_SECRET_KEY={stub.secret}", flush=True)  # noqa: T201
        threading.Event().wait()


if __name__ == "__main__":
    main()
