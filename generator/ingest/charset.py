"""From the bytes of a captured text or page to characters, without guessing a character set."""

import codecs
import re

from generator.ingest.types import CaptureError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,20})""")
_FOR_PAGES = re.compile(
    r"utf-?8|us-ascii|(windows|cp)-?125\d|windows-874|iso-?8859-\d{1,2}|latin-?1|koi8-[ru]|macintosh"
    r"|shift[_-]?jis|euc-(jp|kr)|iso-2022-jp|gb(2312|k|18030)|big5(-hkscs)?",
    re.IGNORECASE,
)
_WINDOWS_FOR = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
                "windows-874": "cp874", "macintosh": "mac-roman"}  # fmt: skip
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes, name: str, *, page: bool) -> str:
    """The characters of `data`; `page` says that it is HTML, which may declare its character set.

    Raises `CaptureError` for binary data and for text that is neither UTF-8 nor marked otherwise.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _strictly(data, (charset,), name)
    if b"\0" in data or len(_CONTROL.findall(data)) * 100 > len(data):
        raise CaptureError(f"{name}: is binary, not text, HTML or PDF.")
    declared = _declared(data) if page else None
    if declared and data.isascii():
        return _strictly(data, (declared, "utf-8"), name)
    return _strictly(data, ("utf-8", declared) if declared else ("utf-8",), name)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    charset = found[1].decode("ascii").lower() if found else ""
    return _WINDOWS_FOR.get(charset, charset) if _FOR_PAGES.fullmatch(charset) else None


def _strictly(data: bytes, charsets: tuple[str, ...], name: str) -> str:
    for charset in charsets:
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            continue
    raise CaptureError(f"{name}: is neither in UTF-8 nor in a character set that it declares.")
