"""The bytes of a table, whatever they are packed in: gzip, a workbook, UTF-16, or the line ends of an old Mac."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO

from common.errors import FileRefused
from common.spreadsheets import as_csv, unpacked_size

LARGEST_FILE = 2 << 30  # bytes, unpacked
BROKEN = (EOFError, gzip.BadGzipFile, zlib.error)
BEGINNING = 1 << 19  # bytes, unpacked
_BLOCK, _SMALL = 1 << 20, 1 << 16
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def unpacked(file: IO[bytes], required: Sequence[str]) -> IO[bytes]:
    """The file as CSV in lines that end with a newline: itself, plain or gzipped, where it is that already.

    `required` are the columns by which the sheet of a workbook is known. Raises `FileRefused`.
    """
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if start.startswith(b"PK\x03\x04"):
        return as_csv(file, required)
    if start == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise FileRefused("This is a workbook of an old Excel (.xls): save it as .xlsx or CSV (UTF-8) first.")
    try:
        head = plain(file).read(_BLOCK)
    except BROKEN:
        return file  # whoever reads its lines says where it breaks off
    if head.startswith(_UTF_16):
        return _copied(_recoded(plain(file)))
    return _copied(_ended(plain(file))) if b"\r" in head and b"\n" not in head else file


def beginning(file: IO[bytes]) -> tuple[IO[bytes], bool] | None:
    """What can be looked at while somebody waits: the first lines of a file, and whether they are all of it.

    However much a few bytes unpack to, half a megabyte is unpacked. None for a workbook that is larger: it can only
    be read whole.
    """
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if start.startswith(b"PK\x03\x04"):
        return (file, True) if unpacked_size(file) <= BEGINNING else None
    head = bytearray()
    stream = plain(file)
    try:
        while len(head) < BEGINNING and (block := stream.read(_SMALL)):
            head += block
    except BROKEN:
        return io.BytesIO(head) if head else file, False
    if len(head) < BEGINNING:
        return io.BytesIO(head), True
    return io.BytesIO(head[: head.rfind(b"\n") + 1] or head), False


def plain(file: IO[bytes]) -> IO[bytes] | gzip.GzipFile:
    """The file from its start, decompressed when it is gzipped."""
    file.seek(0)
    start = file.read(2)
    file.seek(0)
    return gzip.open(file, "rb") if start == b"\x1f\x8b" else file


def measured(size: int, block: bytes) -> int:
    """The size with the block added; a small file can unpack to one that never ends. Raises `FileRefused`."""
    if size + len(block) > LARGEST_FILE:
        raise FileRefused("This file is larger than 2 GB: split it first.")
    return size + len(block)


def _recoded(stream: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder("utf-16")("replace")
    while block := stream.read(_BLOCK):
        yield decoder.decode(block).encode()


def _ended(stream: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
    while block := stream.read(_BLOCK):
        yield block.replace(b"\r", b"\n")


def _copied(blocks: Iterator[bytes]) -> IO[bytes]:
    """The blocks in a file of their own, which is gone when it is closed."""
    made, size = TemporaryFile(), 0  # noqa: SIM115
    try:
        for block in blocks:
            size = measured(size, block)
            made.write(block)
    except BROKEN as broken:
        raise FileRefused("The compressed file breaks off.") from broken
    return made
