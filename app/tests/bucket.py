"""A local server that speaks what S3's clients use for small files: PUT, GET, HEAD and DELETE of an object."""

from http.server import BaseHTTPRequestHandler

from ai_features.tests.stubs.server import LocalServer, Quiet


class _Handler(Quiet, BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    objects: dict[str, bytes]
    puts: list[str]

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["Content-Length"]))
        if self._signed():
            self.objects[self._key()] = content
            self.puts.append(self._key())
            self._send(200)

    def do_GET(self) -> None:
        if self._signed():
            found = self.objects.get(self._key())
            self._send(404 if found is None else 200, found or b"")

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        if self._signed():
            self.objects.pop(self._key(), None)
            self._send(204)

    def _key(self) -> str:
        return self.path.partition("?")[0]

    def _signed(self) -> bool:
        if "Credential=the-key/" in self.headers.get("Authorization", ""):
            return True
        self._send(403)
        return False

    def _send(self, status: int, content: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("ETag", '"0"')
        self.send_header("Last-Modified", "Sat, 28 Nov 2026 08:00:00 GMT")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


class BucketServer(LocalServer):
    """`objects` holds the content by "/bucket/key", `puts` the keys ever written; unsigned requests are refused."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.puts: list[str] = []
        super().__init__(type("Handler", (_Handler,), {"objects": self.objects, "puts": self.puts}))
