"""Reads a letter (EML), and a web page that is saved as one (MHTML)."""

import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    MissingHeaderBodySeparatorDefect,
    StartBoundaryNotFoundDefect,
)
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from generator.ingest.decoding import decode
from generator.ingest.oneline import count_words, has_letters, one_line
from generator.ingest.packed import DAMAGED, CutError
from generator.ingest.saved import Saved
from generator.ingest.text import read_text
from generator.ingest.types import CaptureError, Extract, Finding, Findings, T
from generator.ingest.webpage import read_page

_HEADERS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:[!-9;-~]{1,76}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}(?=\r?\n)"
)
_ONE = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
_HEAD = 100_000
_PAGE = "text/html"
Letter = EmailMessage | MIMEPart
_OPEN = CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
_NO_BASE64 = InvalidBase64CharactersDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect
_CODED = "base64", "quoted-printable"
_PLAIN = "", "7bit", "8bit", "binary"
_NO_SIGN = re.compile(r"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n)")
"""A sign that begins an encoded one in quoted-printable, and does not."""
_RICHER = 2
"""So many times the words has a letter's page where its plain text only says that there is one."""


def _headers(data: bytes) -> set[bytes]:
    """The names of the headers at the beginning of `data`, small; none where it begins otherwise."""
    found = _HEADERS.match(data[:_HEAD].lstrip())
    return {name.lower() for name in _ONE.findall(found[0])} if found else set()


def is_mail(data: bytes, name: str) -> bool:
    """Whether a file is a letter: it begins with the headers of one."""
    headers = _headers(data)
    marks = {b"date", b"message-id", b"mime-version", b"received"} & headers
    return (b"from" in headers and bool(marks)) or _is_called(data, name, ".eml")


def is_web_mail(data: bytes, name: str) -> bool:
    """Whether a file is a saved page: it begins with the headers of several files that belong together."""
    headers = _headers(data)
    by_browser = {b"mime-version", b"content-type"} <= headers and b"saved by" in data[:1000].lower()
    return b"snapshot-content-location" in headers or by_browser or _is_called(data, name, ".mht", ".mhtml")


def _is_called(data: bytes, name: str, *endings: str) -> bool:
    """Whether a file has such a name and at least begins with a header, as one that is cut in them does."""
    return name.lower().endswith(endings) and bool(_ONE.match(data.lstrip()))


def read_web_mail(data: bytes, name: str) -> Extract:
    """The page that is saved in `data`, with its address and the day. Raises `CaptureError`."""
    message = _message(data, name)
    parts = [part for part in message.walk() if part.get_content_type() in {_PAGE, "application/xhtml+xml"}]
    start = _param(message, "start")
    first = next((part for part in parts if start and _header(part, "Content-ID") == start), None)
    page = first or next(iter(parts), None)
    if page is None:
        raise CaptureError(f"{name}: holds no page; save the page again as HTML.")
    places = {"Snapshot-Content-Location": message, "Content-Location": page}
    address = next(
        (
            Finding(one_line(place), "stated", None, f"the header {header}")
            for header, part in places.items()
            if (place := _header(part, header))
        ),
        Finding[str](),
    )
    content, doubts = _content(page, name)
    read = read_page(content, name, page.get_content_charset(), Saved(address, _day(message)))
    return replace(read, warnings=(*read.warnings, *doubts, *_unclosed(message)))


def read_mail(data: bytes, name: str) -> Extract:
    """The words of the letter `data`; its headers say by whom, when and on what. Raises `CaptureError`."""
    message = _message(data, name)
    plain, page = (message.get_body([sort]) for sort in ("plain", "html"))
    read = _plain(plain, name) if plain is not None else None
    if page is not None and (read is None or _words(plain) * _RICHER < _words(page)):
        content, doubts = _content(page, name)
        read = read_page(content, name, page.get_content_charset())
        read = replace(read, warnings=(*read.warnings, *doubts))
    if read is None:
        raise CaptureError(f"{name}: is a letter without a text; save what is attached, and take in that.")
    attached = tuple(
        f"what is attached is not read, “{one_line(part.get_filename() or part.get_content_type())}”: "
        "save it, and take it in by itself"
        for part in message.iter_attachments()
        if not _header(part, "Content-ID")
    )
    facts = Findings(
        title=_from(message, "Subject", _header(message, "Subject")),
        authors=_from(message, "From", _names(message)),
        published=_day(message),
    )
    warnings = (*read.warnings, *attached, *_unclosed(message))
    return replace(read, facts=facts.or_else(read.facts), warnings=warnings)


def _message(data: bytes, name: str) -> Letter:
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    except Exception as error:
        raise CaptureError(f"{name}: {DAMAGED}.") from error
    if any(isinstance(defect, MissingHeaderBodySeparatorDefect) for defect in message.defects):
        raise CutError(name, "is cut or damaged in its headers")
    if any(isinstance(defect, _OPEN) for defect in message.defects):
        lines = len(data.splitlines())
        raise CutError(name, f"is cut after line {lines:,}: nothing marks the end of its parts")
    return message


def _unclosed(message: Letter) -> list[str]:
    """What to look at where parts within a part have no end, as some programs write them."""
    return [
        f"nothing marks the end of the parts of {part.get_content_type()} in it: they may be cut"
        for part in message.walk()
        if any(isinstance(defect, _OPEN) for defect in part.defects)
    ]


def _header(message: Letter, name: str) -> str:
    """The words of a header; none where it is damaged."""
    with suppress(Exception):  # what the standard library raises for a damaged header is told nowhere
        return one_line(str(message.get(name) or ""))
    return ""


def _param(message: Letter, name: str) -> str:
    with suppress(Exception):  # see `_header`
        return str(message.get_param(name) or "")
    return ""


def _from(message: Letter, header: str, value: T | None) -> Finding[T]:
    return Finding(value, "stated", None, f"the header {header}") if value else Finding()


def _names(message: Letter) -> tuple[str, ...]:
    """Who wrote it. An address without a name is none."""
    with suppress(Exception):  # see `_header`
        named = (one_line(each.display_name) for each in message["From"].addresses)
        return tuple(dict.fromkeys(name for name in named if has_letters(name) and "@" not in name))
    return ()


def _day(message: Letter) -> Finding[str]:
    """The day on which it was sent or saved, where that was."""
    with suppress(ValueError, TypeError, OverflowError):
        return _from(message, "Date", parsedate_to_datetime(_header(message, "Date")).date().isoformat())
    return Finding()


def _bytes(part: Letter) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _content(part: Letter, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of a part, decoded, and what is doubtful about them. Raises `CaptureError` for no such."""
    coding = _header(part, "Content-Transfer-Encoding").lower()
    if coding not in (*_CODED, *_PLAIN):
        how = f"in the encoding “{coding}”, which is not read"
        raise CaptureError(f"{name}: its text is {how}; save it as HTML.")
    content = _bytes(part)
    if coding == "base64" and any(isinstance(defect, _NO_BASE64) for defect in part.defects):
        raise CutError(name, f"its text is cut or damaged: it is no base64 after {len(content):,} bytes")
    if coding != "quoted-printable":
        return content, ()
    text = str(part.get_payload())
    bad = list(_NO_SIGN.finditer(text))
    if bad and not text.endswith("\n") and len(text) - bad[-1].start() <= 2:
        raise CutError(name, f"is cut: its text ends within a sign, “{one_line(text[-40:])}”")
    if not bad:
        return content, ()
    line = text.count("\n", 0, bad[0].start()) + 1
    first = f"first on line {line} of the text"
    return content, (f"“=” encodes nothing {len(bad)} times, {first}: it stands as it is",)


def _words(part: Letter | None) -> int:
    """The words of a part, without its tags."""
    text = _bytes(part).decode("utf-8", "replace") if part is not None else ""
    return count_words(re.sub(r"<style\b.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL | re.IGNORECASE))


def _plain(part: Letter, name: str) -> Extract:
    content, doubts = _content(part, name)
    text, warnings = decode(content, name, charset=part.get_content_charset())
    if _param(part, "format").lower() == "flowed":
        text = "  \n".join(_unflowed(text.splitlines(), without=_param(part, "delsp").lower() == "yes"))
    return read_text(text, name, (*warnings, *doubts))


def _unflowed(lines: list[str], *, without: bool) -> Iterator[str]:
    """The lines, where each that ends with a space goes on in the next (RFC 3676), with that space or not."""
    held = ""
    for line in lines:
        line = line[1:] if line.startswith(" ") else line
        if line.endswith(" ") and line != "-- ":
            held += line[:-1] if without else line
        else:
            yield held + line
            held = ""
    if held:
        yield held
