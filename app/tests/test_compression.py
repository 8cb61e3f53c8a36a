"""What is answered at once is compressed for those who ask for it; what comes in parts is not held back."""

import gzip

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import RequestFactory

from app.middleware import CompressionMiddleware


def answered(response: HttpResponseBase, encodings: str) -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"accept-encoding": encodings})
    return CompressionMiddleware(lambda _: response)(request)  # type: ignore[return-value]


def test_an_answer_is_compressed_for_who_can_read_it() -> None:
    text = b'{"name": "Milo 400 g"}' * 100
    packed = answered(HttpResponse(text), "gzip, br")
    assert isinstance(packed, HttpResponse)
    assert (packed["Content-Encoding"], gzip.decompress(packed.content)) == ("gzip", text)
    assert len(packed.content) < len(text) / 5
    plain = answered(HttpResponse(text), "identity")
    assert isinstance(plain, HttpResponse)
    assert plain.content == text


def test_the_events_of_a_stream_come_one_by_one() -> None:
    events = [b"data: 1\n\n", b"data: 2\n\n"]
    response = answered(StreamingHttpResponse(iter(events)), "gzip")
    assert isinstance(response, StreamingHttpResponse)
    assert "Content-Encoding" not in response
    assert list(response) == events
