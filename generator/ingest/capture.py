"""Takes the article out of a captured file: plain text, Markdown, HTML, PDF or subtitles."""

import codecs
import contextlib
import re
from dataclasses import replace
from pathlib import Path

import webencodings

from generator.ingest import blocks
from generator.ingest.boilerplate import sift
from generator.ingest.language import infer_language
from generator.ingest.ocr import Recognition
from generator.ingest.oneline import count_words, one_line
from generator.ingest.page import Page, parse
from generator.ingest.page_facts import Head, page_facts, printed_facts, stated_titles
from generator.ingest.pdf import read_pdf
from generator.ingest.second_reading import described_paragraphs, doubts, share_of
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
    PieceKind,
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
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_NO_SHIFT_JIS = re.compile(r"[\uf8f0-\uf8f3]")
"""What Python makes of bytes that are nothing in Shift_JIS."""
_HEAD_BYTES = 16_384
_FEW = 0.001
"""So many of a text's characters may be bytes that its character set has not."""
_PRINTED = 0.5
"""A page that has less of the text that it describes does not print it."""
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def read_capture(path: Path, ocr: Recognition | None = None) -> CapturedArticle:
    """The article in the file `path`; `ocr` reads pages of a PDF that have no text.

    Raises `CaptureError` with one line that names the file.
    """
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
    return capture(data, name, ocr)


def capture(data: bytes, name: str, ocr: Recognition | None = None) -> CapturedArticle:
    """The article in `data`, the bytes of a file called `name`. Raises `CaptureError` with one line."""
    name = one_line(name)
    if not data.strip():
        raise CaptureError(f"{name}: is empty.")
    if len(data) > LARGEST:
        raise CaptureError(f"{name}: is larger than 20 MB.")
    if is_transcript(data, name):
        return transcript(data, name)
    return _assemble(_read(data, name, ocr), name)


def _read(data: bytes, name: str, ocr: Recognition | None) -> Extract:
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, name, ocr)
    page = name.lower().endswith((".html", ".htm", ".xhtml")) or bool(_PAGE.match(data[:8000]))
    text, warnings = _decode(data, name, page=page)
    if not page:
        return replace(read_text(text, name), warnings=warnings)
    tree = parse(text, name)
    head = Head.of(tree)
    parted = Page(tree)
    pieces, left_out = parted.read([each.value or "" for each in stated_titles(head, tree)])
    described = described_paragraphs(head.body)
    printed = " ".join([*(piece.text for piece in pieces), *(left.text for left in left_out)])
    if share_of(" ".join(described), printed) < _PRINTED:
        pieces = [piece for piece in pieces if piece.kind is PieceKind.TITLE]
        pieces += [Chunk(text, head.line, tagged=True) for text in described]
        warnings += ("the page does not print its article: the text is that of its description (JSON-LD)",)
    return Extract(
        tuple(pieces),
        _first_stated(page_facts(head, tree, parted), printed_facts(parted.head)),
        tuple(left_out),
        warnings=warnings,
        described="\n".join(described),
        page=text,
    )


def _decode(data: bytes, name: str, *, page: bool) -> tuple[str, tuple[str, ...]]:
    """The characters of `data`, and a warning where a few bytes are none; `page` says that it is HTML.

    A page's character sets are those of its `<meta>` elements, by the labels of the WHATWG Encoding Standard.
    Raises `CaptureError` for binary data and for text that is neither UTF-8 nor marked otherwise.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _characters(data, [charset], name)
    if b"\0" in data or len(_CONTROL.findall(data)) * 100 > len(data):
        raise CaptureError(f"{name}: is binary, not text, HTML or PDF.")
    declared = _declared(data) if page else []
    ascii_only = data.isascii() and b"\x1b" not in data
    return _characters(
        data, ["utf-8", *declared] if not data.isascii() or ascii_only else [*declared, "utf-8"], name
    )


def _declared(data: bytes) -> list[str]:
    """The names of Python's codecs for the character sets that the page declares, each once."""
    labels = (found[1].decode("ascii") for found in _META.finditer(data[:_HEAD_BYTES]))
    known = filter(None, map(webencodings.lookup, labels))
    return list(dict.fromkeys(each.codec_info.name for each in known if not each.name.startswith("utf-16")))


def _characters(data: bytes, charsets: list[str], name: str) -> tuple[str, tuple[str, ...]]:
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
    read = "\n".join(block.text for block in body)
    head = [("title", facts.title.value), ("standfirst", standfirst.text if standfirst else None)]
    return CapturedArticle(
        name,
        (*(Block(label, text) for label, text in head if text), *body),
        facts,
        tuple(sorted([*sifted.left_out, *reading.left_out], key=lambda left: left.line)),
        sum(count_words(block.text) for block in body),
        (*reading.warnings, *(doubts(read, reading.described, reading.page) if reading.page else ())),
        bool(reading.page),
        reading.ocr,
        reading.ocr_pages,
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
