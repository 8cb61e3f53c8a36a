"""A local server that speaks Arkesel's SMS protocol: `POST /api/v2/sms/send`."""

import json
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import Any

from ai_features.tests.stubs.server import LocalServer, Quiet, trickle


class ArkeselStub(LocalServer):
    """`with ArkeselStub(key) as stub:` serves at `stub.url`; what was sent is in `stub.sent`."""

    def __init__(self, key: str = "local-key") -> None:
        self.key = key
        self.sent: list[dict[str, Any]] = []
        self.refusing = False
        self.trickling = False
        super().__init__(_handler(self))
        self.url = f"http://127.0.0.1:{self.port}"

    def answer(self, key: str | None, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if key != self.key:
            return 401, {"status": "error", "message": "Invalid API key"}
        if path != "/api/v2/sms/send" or set(body) - {"callback_url"} != {"sender", "message", "recipients"}:
            return 422, {"status": "error", "message": "Malformed request"}
        if self.refusing:
            return 402, {"status": "error", "message": "Insufficient balance"}
        self.sent.append(body)
        rows = [{"recipient": number, "id": f"id-{number}"} for number in body["recipients"]]
        return 200, {"status": "success", "data": rows}


def _handler(stub: ArkeselStub) -> type[BaseHTTPRequestHandler]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        def handle(self) -> None:
            with suppress(ConnectionError):  # who asked has given up
                super().handle()

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, answer = stub.answer(self.headers.get("api-key"), self.path, body)
            blanks = 40 if stub.trickling else 0
            raw = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(blanks + len(raw)))
            self.end_headers()
            trickle(self.wfile, b" " * blanks)
            self.wfile.write(raw)

    return Handler
