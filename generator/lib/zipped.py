"""Files packed into one ZIP whose bytes depend on them alone, and what servers have packed."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Collection, Iterable

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


def window(data: bytes) -> int:
    """The `wbits` by which zlib unpacks what a server calls “deflate”.

    That is a zlib stream (RFC 1950, RFC 9110 §8.4.1.2) or, by mistake, what is in one.
    """
    is_zlib = data[:1] and data[0] & 0xF == zlib.DEFLATED and int.from_bytes(data[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS
