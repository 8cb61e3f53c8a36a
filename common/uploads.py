"""How uploads are taken and kept in a folder: whole or not at all, on a full disk too."""

import os
import uuid
from typing import Any

import structlog
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadhandler import TemporaryFileUploadHandler

log = structlog.get_logger("common.uploads")


class Folder(FileSystemStorage):
    """Django's folder of files; a disk that fills up leaves no part of a file in it."""

    def _save(self, name: str, content: Any) -> str:
        """Write under a name of its own, then rename. Raises `OSError`."""
        part = f"{name}.{uuid.uuid4().hex}.part"
        try:
            super()._save(part, content)  # type: ignore[misc]
            os.replace(self.path(part), self.path(name))
        except OSError as problem:
            self.delete(part)
            log.error("file_not_kept", problem=problem.strerror)
            raise
        return name


class TemporaryFiles(TemporaryFileUploadHandler):
    """Django's temporary file of a large upload, gone as soon as it cannot be written any further."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Raises `OSError`."""
        try:
            return super().receive_data_chunk(raw_data, start)
        except OSError:
            self.upload_interrupted()
            raise
