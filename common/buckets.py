"""Uploads in a bucket of anything that speaks S3, for web processes and workers that share no disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from storages.backends.s3 import S3Storage

from common.errors import StorageUnavailable

log = structlog.get_logger("common.uploads")
CONNECT_SECONDS, READ_SECONDS, ATTEMPTS = 3, 20, 2


class Bucket(S3Storage):  # type: ignore[misc]
    """`S3Storage` of django-storages. Raises `StorageUnavailable` when the server is away, refuses or is silent."""

    def get_default_settings(self) -> dict[str, Any]:
        """Checksums only where a server asks for them: few besides Amazon's know the newest."""
        quick = Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"total_max_attempts": ATTEMPTS},
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            s3={"addressing_style": "path"},
        )
        own = {"client_config": quick, "file_overwrite": False, "max_memory_size": 2 << 20, "use_threads": True}
        return {**super().get_default_settings(), **own}

    def _open(self, name: str, mode: str = "rb") -> Any:
        """The file, read from the bucket here and now."""
        with _reached():
            return super()._open(name, mode).open(mode)

    def _save(self, name: str, content: Any) -> str:
        with _reached():
            return str(super()._save(name, content))

    def exists(self, name: str) -> bool:
        with _reached():
            return bool(super().exists(name))

    def delete(self, name: str) -> None:
        with _reached():
            super().delete(name)


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except (BotoCoreError, ClientError) as problem:
        log.error("bucket_failed", problem=type(problem).__name__)
        raise StorageUnavailable from problem
