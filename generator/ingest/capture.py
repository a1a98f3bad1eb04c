"""Takes the article out of a captured file: plain text, Markdown, HTML, PDF or subtitles."""

import codecs
import re
from dataclasses import replace
from pathlib import Path

from generator.ingest import blocks
from generator.ingest.boilerplate import sift
from generator.ingest.language import infer_language
from generator.ingest.oneline import count_words, one_line
from generator.ingest.page import article_pieces, beside_article, parse
from generator.ingest.page_facts import page_facts
from generator.ingest.pdf import read_pdf
from generator.ingest.text import read_text
from generator.ingest.transcript import is_transcript, transcript
from generator.ingest.types import (
    Block,
    CapturedArticle,
    CaptureError,
    Chunk,
    Extract,
    Finding,
    Findings,
    LeftOut,
)

LARGEST = 20_000_000
"""The greatest size of a file, in bytes."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?><!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)
_TYPES = ("opinion", "analysis", "interview")
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


def read_capture(path: Path) -> CapturedArticle:
    """The article in the file `path`. Raises `CaptureError` with one line that names the file."""
    name = one_line(path.name or str(path))
    try:
        if path.is_dir():
            raise CaptureError(f"{name}: is a folder; name the files in it.")
        if not path.is_file():
            raise CaptureError(f"{name}: there is no such file.")
        if path.stat().st_size > LARGEST:
            raise CaptureError(f"{name}: is larger than 20 MB.")
        data = path.read_bytes()
    except OSError as error:
        raise CaptureError(f"{name}: cannot be read ({error.strerror}).") from error
    return capture(data, name)


def capture(data: bytes, name: str) -> CapturedArticle:
    """The article in `data`, the bytes of a file called `name`. Raises `CaptureError` with one line."""
    name = one_line(name)
    if not data.strip():
        raise CaptureError(f"{name}: is empty.")
    if len(data) > LARGEST:
        raise CaptureError(f"{name}: is larger than 20 MB.")
    if is_transcript(data, name):
        return transcript(data, name)
    return _assemble(_read(data, name), name)


def _read(data: bytes, name: str) -> Extract:
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, name)
    page = name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_PAGE.match(data[:8000]))
    text = _decode(data, name, page=page)
    if not page:
        return read_text(text, name)
    tree = parse(text, name)
    return Extract(tuple(article_pieces(tree)), page_facts(tree), tuple(beside_article(tree)))


def _decode(data: bytes, name: str, *, page: bool) -> str:
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


def _assemble(reading: Extract, name: str) -> CapturedArticle:
    sifted = sift(reading.pieces)
    title, label = blocks.take_title(sifted, reading.facts.title.value)
    standfirst = blocks.take_standfirst(sifted)
    facts = _first_stated(reading.facts, sifted.gathered.facts())
    authors = facts.authors.value or ()
    blocks.take_author_note(sifted, authors)
    body = blocks.label_body(sifted.kept)
    if not any(block.label == "p1" for block in body):
        raise CaptureError(f"{name}: no article text found.")
    if not facts.language.value:
        facts = replace(facts, language=infer_language(" ".join(block.text for block in body)))
    if not facts.type_hint.value:
        facts = replace(facts, type_hint=_type_hint(label))
    facts = replace(
        facts,
        title=_printed(title) if title else facts.title,
        subtitle=_printed(standfirst) if standfirst else facts.subtitle,
        interest_hints=tuple(map(_printed, blocks.author_notes(sifted, authors))),
    )
    head = [("title", facts.title.value), ("standfirst", standfirst.text if standfirst else None)]
    return CapturedArticle(
        name,
        (*(Block(label, text) for label, text in head if text), *body),
        facts,
        tuple(sorted([*sifted.left_out, *reading.beside], key=lambda left: left.line)),
        sum(count_words(block.text) for block in body),
    )


def _printed(part: Chunk | LeftOut) -> Finding[str]:
    return Finding(part.text, "stated", part.line, part.text)


def _first_stated(markup: Findings, lines: Findings) -> Findings:
    """Each fact as the file's markup states it, else as a line of its text does."""
    chosen = {}
    for name, stated in vars(markup).items():
        if not (stated.value if isinstance(stated, Finding) else stated):
            chosen[name] = getattr(lines, name)
    return replace(markup, **chosen)


def _type_hint(label: str | None) -> Finding[str]:
    found = next((kind for kind in _TYPES if label and kind in label.lower()), None)
    return Finding(found, "stated", None, label) if found else Finding()
