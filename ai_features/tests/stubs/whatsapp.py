"""A local server that speaks Meta's Cloud API: `POST /{version}/{phone id}/messages` with a template."""

import json
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import Any

from ai_features.tests.stubs.server import LocalServer, Quiet


class WhatsAppStub(LocalServer):
    """`with WhatsAppStub() as stub:` serves at `stub.url`; what was sent is in `stub.sent`."""

    def __init__(self, key: str = "local-key", phone_id: str = "1055") -> None:
        self.key, self.phone_id = key, phone_id
        self.sent: list[dict[str, Any]] = []
        self.refusing = False
        super().__init__(_handler(self))
        self.url = f"http://127.0.0.1:{self.port}/v23.0"

    def answer(self, bearer: str | None, path: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if bearer != f"Bearer {self.key}":
            return 401, _error(190, "Invalid OAuth access token")
        if path != f"/v23.0/{self.phone_id}/messages" or not _is_a_template(body):
            return 400, _error(100, "Invalid parameter")
        if self.refusing:
            return 400, _error(131026, "Message undeliverable")
        self.sent.append(body)
        contact = {"input": body["to"], "wa_id": body["to"]}
        message = {"id": f"wamid.{len(self.sent)}", "message_status": "accepted"}
        return 200, {"messaging_product": "whatsapp", "contacts": [contact], "messages": [message]}


def _is_a_template(body: dict[str, Any]) -> bool:
    if set(body) != {"messaging_product", "to", "type", "template"} or body["type"] != "template":
        return False
    (component,) = body["template"]["components"]
    texts = [parameter["text"] for parameter in component["parameters"]]
    return body["to"].isdigit() and component["type"] == "body" and not any("\n" in text for text in texts)


def _error(code: int, message: str) -> dict[str, Any]:
    return {"error": {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "local"}}


def _handler(stub: WhatsAppStub) -> type[BaseHTTPRequestHandler]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        def handle(self) -> None:
            with suppress(ConnectionError):  # who asked has given up
                super().handle()

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            status, answer = stub.answer(self.headers.get("Authorization"), self.path, body)
            raw = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

    return Handler
