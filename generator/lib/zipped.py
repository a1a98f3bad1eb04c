"""Files packed into one ZIP whose bytes depend on them alone, and what servers have packed."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Collection, Iterable
from typing import Protocol

import brotli

BROKEN = (OSError, zlib.error, brotli.error)
"""What is raised where something packed is damaged."""

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first time that a ZIP can hold


def zipped(files: Iterable[tuple[str, str | bytes]], stored: Collection[str] = ()) -> bytes:
    """The files, each with its name, in their order as a ZIP; those in `stored` are not compressed."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return memory.getvalue()


class Stream(Protocol):
    """What is read bit by bit."""

    def read1(self, size: int, /) -> bytes:
        """At most so many of the next bytes; none at the end. Raises `EOFError` where it is cut."""


def decoded(data: bytes, coding: str) -> Stream | None:
    """What a server packed in a content coding (RFC 9110 §8.4.1); None for one that is not read.

    Reading it raises one of `BROKEN` where it is damaged.
    """
    if coding in ("gzip", "x-gzip"):
        return gzip.GzipFile(fileobj=io.BytesIO(data))
    if coding == "deflate":
        return _Deflated(data)
    return _Brotli(data) if coding == "br" else None


class _Deflated:
    """What servers call “deflate”: a zlib stream (RFC 1950) or, by mistake, what is in one."""

    def __init__(self, data: bytes) -> None:
        is_zlib = data[:1] and data[0] & 0xF == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0
        self._held = data
        self._packed = zlib.decompressobj(zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS)

    def read1(self, size: int, /) -> bytes:
        data = self._packed.decompress(self._held, size)
        self._held = self._packed.unconsumed_tail
        if not data and not self._packed.eof:
            raise EOFError
        return data


class _Brotli:
    def __init__(self, data: bytes) -> None:
        self._held, self._made, self._packed = data, b"", brotli.Decompressor()

    def read1(self, size: int, /) -> bytes:
        if not self._made:  # it makes a few more than are asked for
            self._made = self._packed.process(self._held, output_buffer_limit=size)
            self._held = b""
        data, self._made = self._made[:size], self._made[size:]
        if not data and not self._packed.is_finished():
            raise EOFError
        return data
