"""What may be sent as a recording: a short one, in a form that browsers and phones make."""

import io
import wave
from dataclasses import dataclass

from common.errors import InvalidInput

LONGEST_SECONDS = 30
LARGEST_BYTES = 2 * 1024 * 1024
LEAST_BYTES_A_SECOND = 750
"""Of the thinnest speech codec, 6 kbit/s: no recording is longer than its bytes by this."""
_FORMS = (
    ("audio.webm", "audio/webm", 0, b"\x1a\x45\xdf\xa3"),
    ("audio.ogg", "audio/ogg", 0, b"OggS"),
    ("audio.wav", "audio/wav", 8, b"WAVE"),
    ("audio.m4a", "audio/mp4", 4, b"ftyp"),
)


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording as it is sent on. Nothing of it is ever stored."""

    name: str
    content_type: str
    content: bytes

    @property
    def most_seconds(self) -> float:
        """How long it can be at most."""
        return len(self.content) / LEAST_BYTES_A_SECOND


def checked(content: bytes) -> Recording:
    """A recording by its first bytes, whatever it is called. Raises `InvalidInput`."""
    if len(content) > LARGEST_BYTES:
        raise InvalidInput.field("audio", "Send at most 2 MB.")
    for name, content_type, offset, mark in _FORMS:
        if content[offset : offset + len(mark)] == mark:
            if name == "audio.wav" and _seconds_of_wav(content) > LONGEST_SECONDS:
                raise InvalidInput.field("audio", f"Speak for at most {LONGEST_SECONDS} seconds.")
            return Recording(name, content_type, content)
    raise InvalidInput.field("audio", "Send a recording as webm, ogg, m4a or wav.")


def _seconds_of_wav(content: bytes) -> float:
    try:
        with wave.open(io.BytesIO(content)) as file:
            frames, rate = file.getnframes(), file.getframerate()
            return float(frames / rate)
    except (wave.Error, EOFError, ZeroDivisionError) as problem:
        raise InvalidInput.field("audio", "This recording cannot be read.") from problem
