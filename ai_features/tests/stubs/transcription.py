"""A local server that speaks the audio endpoint of OpenAI: what it hears is what the test tells it."""

import json
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler
from typing import Any

from ai_features.tests.stubs.server import LocalServer, Quiet


class TranscriptionStub(LocalServer):
    """`with TranscriptionStub() as stub:` serves at `stub.url`, which is an OPENAI_BASE_URL."""

    def __init__(self) -> None:
        self.text = ""
        self.more: dict[str, Any] = {"languages": [{"code": "en"}], "usage": {"type": "duration", "seconds": 6.0}}
        self.status = 200
        self.body: bytes | None = None
        self.asked: list[dict[str, list[bytes]]] = []
        super().__init__(_handler(self))
        self.url = f"http://127.0.0.1:{self.port}/v1"

    def answer(self) -> bytes:
        return json.dumps({"text": self.text} | self.more).encode() if self.body is None else self.body


def _handler(stub: TranscriptionStub) -> type[BaseHTTPRequestHandler]:
    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            stub.asked.append(_fields(self.headers["Content-Type"], content))
            answer = stub.answer()
            self.send_response(stub.status if self.path == "/v1/audio/transcriptions" else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

    return Handler


def _fields(content_type: str, content: bytes) -> dict[str, list[bytes]]:
    """The parts of a form by their name."""
    head = f"Content-Type: {content_type}\r\n\r\n".encode()
    form: Any = BytesParser(policy=HTTP).parsebytes(head + content)
    fields: dict[str, list[bytes]] = {}
    for part in form.get_payload():
        name = part.get_param("name", header="content-disposition")
        fields.setdefault(str(name), []).append(part.get_payload(decode=True))
    return fields
