"""What commands print, as one JSON object a line, for machines that read all output of a process."""

import io
import json
from typing import TextIO


class JsonLines(io.TextIOBase):
    """Writes each whole line as `{"event": "output", "command": ..., "line": ...}`; empty lines are left out."""

    def __init__(self, out: TextIO, command: str) -> None:
        self._out, self._command, self._begun = out, command, ""

    def write(self, text: str) -> int:
        *lines, self._begun = (self._begun + text).replace("\r", "\n").split("\n")
        for line in lines:
            self._put(line)
        return len(text)

    def close(self) -> None:
        """Write what was begun and not ended."""
        self._put(self._begun)
        self._begun = ""

    def isatty(self) -> bool:
        return False

    def flush(self) -> None:
        self._out.flush()

    def _put(self, line: str) -> None:
        if line.strip():
            told = {"event": "output", "command": self._command, "line": line.rstrip()}
            self._out.write((line if _is_object(line) else json.dumps(told)) + "\n")


def _is_object(line: str) -> bool:
    """Whether it is a log line, which has this form already."""
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
