"""Takes the article out of a captured file, whatever format of the table it is in."""

import re
from dataclasses import replace
from pathlib import Path

from generator.ingest import blocks
from generator.ingest.boilerplate import sift
from generator.ingest.formats import LARGEST_PACKED, format_of
from generator.ingest.language import contradicts, infer_language
from generator.ingest.ocr import Recognition
from generator.ingest.oneline import count_words, one_line
from generator.ingest.second_reading import doubts
from generator.ingest.types import (
    Block,
    CapturedArticle,
    CaptureError,
    Chunk,
    Extract,
    Finding,
    LeftOut,
)

_ENCODED = re.compile(r"[A-Za-z0-9+/=_-]{60,}")
_TYPES = ("opinion", "analysis", "interview")


def read_capture(path: Path, part: str | None = None, ocr: Recognition | None = None) -> CapturedArticle:
    """The article in the file `path`, or in its part `part`, as `capture` takes it out.

    Raises `CaptureError` with one line that names the file.
    """
    name = one_line(path.name or str(path))
    try:
        if path.is_dir():
            raise CaptureError(f"{name}: is a folder; name the files in it.")
        if not path.is_file():
            what = "is no ordinary file" if path.exists() else "there is no such file"
            raise CaptureError(f"{name}: {what}.")
        if path.stat().st_size > LARGEST_PACKED:
            raise CaptureError(_too_large(name, LARGEST_PACKED))
        data = path.read_bytes()
    except OSError as error:
        raise CaptureError(f"{name}: cannot be read ({error.strerror}).") from error
    return capture(data, name, part, ocr)


def capture(
    data: bytes, name: str, part: str | None = None, ocr: Recognition | None = None
) -> CapturedArticle:
    """The article in `data`, the bytes of a file called `name`. Raises `CaptureError` with one line.

    Of a file that holds several texts `part` says which: the address of a page, or the chapter of a book.
    `ocr` reads pages that are pictures of text.
    """
    name = one_line(name)
    if not data.strip():
        raise CaptureError(f"{name}: is empty.")
    form = format_of(data, name)
    if form.remedy:
        raise CaptureError(f"{name}: is {form.name}; {form.remedy}.")
    if len(data) > form.largest:
        raise CaptureError(_too_large(name, form.largest))
    if part is not None and not form.parted:
        raise CaptureError(f"{name}: is {form.name}, which has no pages or chapters to choose from.")
    reading = form.read(data, name, part, ocr)
    whole = name if part is None else f"{name}#{one_line(part)}"
    return _assemble(reading, name, whole) if isinstance(reading, Extract) else reading


def _too_large(name: str, most: int) -> str:
    return f"{name}: is larger than {most // 1_000_000} MB."


def _assemble(reading: Extract, name: str, whole: str) -> CapturedArticle:
    """The article of what was read in the file `name`; `whole` names it with its part."""
    sifted = sift(reading.pieces)
    title, label = blocks.take_title(sifted, reading.facts.title.value)
    standfirst = blocks.take_standfirst(sifted)
    facts = reading.facts.or_else(sifted.gathered.facts())
    authors = facts.authors.value or ()
    blocks.take_author_note(sifted, authors)
    body = blocks.label_body(sifted.kept)
    if not any(block.label == "p1" for block in body):
        raise CaptureError(f"{name}: no article text found.")
    _be_words(" ".join(block.text for block in body), name)
    facts = replace(facts, language=_language(facts.language, " ".join(block.text for block in body)))
    if not facts.type_hint.value:
        facts = replace(facts, type_hint=_type_hint(label))
    facts = replace(
        facts,
        title=_printed(title) if title else facts.title,
        subtitle=_printed(standfirst)
        if standfirst and standfirst.text != facts.published.evidence
        else facts.subtitle,
        interest_hints=tuple(map(_printed, blocks.author_notes(sifted, authors))),
    )
    read = "\n".join(block.text for block in body)
    head = [("title", facts.title.value), ("standfirst", standfirst.text if standfirst else None)]
    return CapturedArticle(
        whole,
        (*(Block(label, text) for label, text in head if text), *body),
        facts,
        tuple(sorted([*sifted.left_out, *reading.left_out], key=lambda left: left.line)),
        sum(count_words(block.text) for block in body),
        (*reading.warnings, *(doubts(read, reading.described, reading.page) if reading.page else ())),
        bool(reading.page),
        reading.ocr,
        reading.ocr_pages,
    )


def _be_words(text: str, name: str) -> None:
    """Raises `CaptureError` for a text that for the most part is data, encoded as letters."""
    found = [word for word in text.split() if _ENCODED.fullmatch(word)]
    if sum(map(len, found)) * 2 > len(text):
        where = f"is for the most part encoded data, not words, from “{found[0][:16]}…” on"
        raise CaptureError(f"{name}: {where}; decode it, and take in what it holds.")


def _language(stated: Finding[str], text: str) -> Finding[str]:
    """The language as it is stated, unless `text` is in another script: templates often state their own."""
    if stated.value and not contradicts(stated.value, text):
        return stated
    found = infer_language(text)
    if stated.value and found.value:
        return replace(found, evidence=f"{found.evidence}, though the file states {stated.value}")
    return found if found.value else stated


def _printed(part: Chunk | LeftOut) -> Finding[str]:
    return Finding(part.text, "stated", part.line, part.text)


def _type_hint(label: str | None) -> Finding[str]:
    found = next((kind for kind in _TYPES if label and kind in label.lower()), None)
    return Finding(found, "stated", None, label) if found else Finding()
