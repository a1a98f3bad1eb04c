"""The characters of a captured file, by the character set that it is in, marks or declares."""

import codecs
import contextlib
import re

import webencodings

from generator.ingest.types import CaptureError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_NO_SHIFT_JIS = re.compile(r"[\uf8f0-\uf8f3]")
"""What Python makes of bytes that are nothing in Shift_JIS."""
_HEAD_BYTES = 16_384
_FEW = 0.001
"""So many of a text's characters may be bytes that its character set has not."""
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")

Decoded = tuple[str, tuple[str, ...]]
"""The characters, and a warning where a few bytes are none."""


def decode(data: bytes, name: str, *, page: bool = False, charset: str | None = None) -> Decoded:
    """The characters of `data`; `page` says that it is HTML, `charset` what stands round it says of it.

    Character sets are known by the labels of the WHATWG Encoding Standard; a page names its own in `<meta>`.
    Raises `CaptureError` for binary data and for text that is neither UTF-8 nor marked otherwise.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _characters(data, [marked], name)
    if b"\0" in data or len(_CONTROL.findall(data)) * 100 > len(data):
        raise CaptureError(f"{name}: is in no format that is read; save the article as HTML, PDF or text.")
    labels = [charset] if charset else []
    if page:
        head = data[:_HEAD_BYTES]
        labels += [found[1].decode("ascii") for sort in (_META, _XML) for found in sort.finditer(head)]
    declared = _codecs(labels)
    ascii_only = data.isascii() and b"\x1b" not in data
    return _characters(
        data, ["utf-8", *declared] if not data.isascii() or ascii_only else [*declared, "utf-8"], name
    )


def _codecs(labels: list[str]) -> list[str]:
    """The names of Python's codecs for the labels of character sets, each once."""
    known = filter(None, map(webencodings.lookup, labels))
    return list(dict.fromkeys(each.codec_info.name for each in known if not each.name.startswith("utf-16")))


def _characters(data: bytes, charsets: list[str], name: str) -> Decoded:
    for charset in charsets:
        with contextlib.suppress(UnicodeDecodeError):
            text = data.decode(charset)
            if charset != "cp932" or not _NO_SHIFT_JIS.search(text):
                return text, ()
    for charset in charsets:
        text = data.decode(charset, "replace")
        text = _NO_SHIFT_JIS.sub("\ufffd", text) if charset == "cp932" else text
        bad = text.count("\ufffd") - data.count("\ufffd".encode())
        if bad <= len(text) * _FEW:
            line = text[: text.index("\ufffd")].count("\n") + 1
            return text, (f"what is no {charset} stands as \ufffd, {bad} times, first on line {line}",)
    raise CaptureError(
        f"{name}: is neither in UTF-8 nor in a character set that it declares; save it as UTF-8."
    )
