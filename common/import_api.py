"""How every import is told over HTTP: its progress, its problems, and the file it takes."""

from typing import Any

from rest_framework import serializers

ROW_FIELDS = (
    "id", "original_name", "status", "lines_total", "lines_read", "lines_imported", "lines_skipped", "lines_refused",
    "error", "by_name", "created_at", "finished_at",
)  # fmt: skip


class ImportProblemSerializer(serializers.Serializer[Any]):
    line = serializers.IntegerField()
    reason = serializers.CharField()


class UploadSerializer(serializers.Serializer[Any]):
    """A file of at most `most_megabytes`; a child says what is in it."""

    most_megabytes: int

    def validate_file(self, file: Any) -> Any:
        if file.size > self.most_megabytes * 1024 * 1024:
            raise serializers.ValidationError(f"A file may have {self.most_megabytes} MB: gzip it or split it.")
        return file
