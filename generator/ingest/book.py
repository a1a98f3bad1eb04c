"""Reads an electronic book (EPUB 2 and 3), whole or one chapter of it."""

import posixpath
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any
from urllib.parse import unquote

from lxml import etree

from generator.ingest.decoding import decode
from generator.ingest.document import FOOTNOTE, document_pieces
from generator.ingest.oneline import one_line
from generator.ingest.packed import AGAIN, DAMAGED, Packed, xml_of
from generator.ingest.page import HIDDEN, is_hidden, parse
from generator.ingest.printed_dates import stamp_date
from generator.ingest.types import CaptureError, Chunk, Extract, Finding, Findings, LeftOut, PieceKind

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ENCRYPTED = "{http://www.w3.org/2001/04/xmlenc#}CipherReference"
_NOTE = re.compile(r"\b(?:footnote|endnote|rearnote|note)\b")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NOBODY = {"unknown", "unknown author", "untitled"}
"""What programs write where they were told nothing."""
_SHOWN = 40
"""So many chapters are named where one is to be chosen."""


@dataclass(frozen=True)
class _Chapter:
    """A document of a book, in the order of reading."""

    path: str
    pieces: tuple[Chunk, ...]
    notes: tuple[LeftOut, ...]
    """What is printed beside its text, or not shown."""
    passed: str = ""
    """Why it is passed over in reading; empty where it is not."""

    def words(self) -> Iterator[tuple[str, int]]:
        """All that stands in it, with the lines."""
        yield from ((piece.text, piece.line) for piece in self.pieces)
        yield from ((note.text, note.line) for note in self.notes)

    @property
    def heading(self) -> str:
        """Its first heading; empty where it has none among its first pieces."""
        headings = (piece.text for piece in self.pieces[:5] if piece.kind is not PieceKind.TEXT)
        return next(headings, "")


def read_book(data: bytes, name: str, part: str | None) -> Extract:
    """The text of the book, or of the chapter with the number, the heading or the file name `part`.

    Raises `CaptureError` for a book that is damaged or protected, or has no such chapter, or several.
    """
    packed = Packed(data, name)
    package, folder = _package(packed, name)
    documents = list(_chapters(packed, package, folder, name))
    chapters = [each for each in documents if not each.passed]
    facts = _facts(package)
    if part is None:
        pieces = [
            replace(piece, kind=PieceKind.HEADING if piece.kind is PieceKind.TITLE else piece.kind)
            for chapter in chapters
            for piece in chapter.pieces
        ]
        notes = [note for chapter in chapters for note in chapter.notes]
        notes += [
            LeftOut(text, line, each.passed, beside=False)
            for each in documents
            if each.passed
            for text, line in each.words()
        ]
        return Extract(tuple(pieces), replace(facts, type_hint=_kind("book")), tuple(notes))
    chosen = _chosen(chapters, part, name)
    facts = replace(
        facts,
        title=Finding(),
        container=facts.title,
        type_hint=_kind("chapter") if len(chapters) > 1 else _kind("book"),
    )
    return Extract(_with_title(chosen), facts, chosen.notes)


def _kind(word: str) -> Finding[str]:
    return Finding(word, "inferred", None, "the format of the file")


def _with_title(chapter: _Chapter) -> tuple[Chunk, ...]:
    """The pieces of a chapter, of which the first heading is the title."""
    pieces = list(chapter.pieces)
    for number, piece in enumerate(pieces[:5]):
        if piece.kind in {PieceKind.HEADING, PieceKind.TITLE}:
            pieces[number] = replace(piece, kind=PieceKind.TITLE)
            break
    return tuple(pieces)


def _chosen(chapters: list[_Chapter], part: str, name: str) -> _Chapter:
    wanted = one_line(part).casefold()
    named = [
        (number, each, f"{number} {each.heading or each.path}") for number, each in enumerate(chapters, 1)
    ]
    whole = [each for _, each, _ in named if each.path == part]
    fitting = [each for each in named if wanted in _names(*each[:2])]
    if whole or len(fitting) == 1:
        return whole[0] if whole else fitting[0][1]
    if fitting:
        listed = "; ".join(f"{each.path} ({told})" for _, each, told in fitting[:_SHOWN])
        why = f"has {len(fitting)} chapters “{one_line(part)}”, name one by its file"
    else:
        listed = "; ".join(told for _, _, told in named[:_SHOWN])
        why = f"has no chapter “{one_line(part)}”; its chapters are"
    left = len(fitting or named) - _SHOWN
    raise CaptureError(f"{name}: {why}: {listed}{f' and {left} more' if left > 0 else ''}.")


def _names(number: int, chapter: _Chapter) -> set[str]:
    """By what a chapter may be named, in small letters."""
    return {str(number), chapter.heading.casefold(), posixpath.basename(chapter.path).casefold()}


def _package(packed: Packed, name: str) -> tuple[Any, str]:
    """The root element of the package document, and the folder that its addresses begin from."""
    container = packed.xml("META-INF/container.xml")
    path = next((each.get("full-path") for each in container.iter(f"{_CONTAINER}rootfile")), None)
    if not path:
        raise CaptureError(f"{name}: {DAMAGED}.")
    return packed.xml(path), posixpath.dirname(path)


def _chapters(packed: Packed, package: Any, folder: str, name: str) -> Iterator[_Chapter]:
    items = {each.get("id"): each for each in package.iter(f"{_OPF}item")}
    protected = _protected(packed, name)
    for number, reference in enumerate(package.iter(f"{_OPF}itemref")):
        item = items.get(reference.get("idref"))
        if item is None:
            continue
        passed = "not in the order of reading" if reference.get("linear") == "no" else ""
        passed = "table of contents" if "nav" in (item.get("properties") or "").split() else passed
        if "html" not in (item.get("media-type") or "html"):
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if path in protected:
            raise CaptureError(f"{name}: is protected against copying (DRM); get a copy without protection.")
        if path not in packed and passed:
            continue
        if path not in packed:
            raise CaptureError(f"{name}: lacks {one_line(path)}, which it lists; {AGAIN}.")
        text, _ = decode(packed[path], name, page=True)
        with suppress(_NoTextError):
            yield replace(_chapter(text, path, name, number), passed=passed)


class _NoTextError(Exception):
    """A document of a book has no words, as one with a picture has none."""


def _chapter(text: str, path: str, name: str, number: int) -> _Chapter:
    if not text.strip():
        raise _NoTextError
    tree = parse(text, name)
    for element in list(tree.iter("a", "sup")):
        if "noteref" in _sort(element) or "doc-noteref" in (element.get("role") or ""):
            element.drop_tree()
    for element in list(tree.iter("aside", "li", "div", "p")):
        if _NOTE.search(_sort(element)) or (element.get("role") or "") in {"doc-footnote", "doc-endnote"}:
            element.set("class", FOOTNOTE)
    notes_in = f"descendant-or-self::*[@class='{FOOTNOTE}']"  # those are hidden that open on a click
    hidden = [each for each in tree.iter(etree.Element) if is_hidden(each) and not each.xpath(notes_in)]
    outer = [each for each in hidden if not any(map(is_hidden, each.iterancestors()))]
    unseen = [one_line(each.text_content()) for each in outer]
    for each in outer:
        each.drop_tree()
    pieces, notes = document_pieces(tree)
    notes += [LeftOut(text, 1, HIDDEN, beside=False) for text in unseen if text]
    if not pieces and not notes:
        raise _NoTextError
    places = {piece.place for piece in pieces}
    apart = {place: 1_000 * number + at for at, place in enumerate(sorted(places, key=str))}
    return _Chapter(path, tuple(replace(piece, place=apart[piece.place]) for piece in pieces), tuple(notes))


def _sort(element: Any) -> str:
    """What an element is, by the vocabulary of EPUB."""
    return element.get("epub:type") or ""


def _protected(packed: Packed, name: str) -> set[str]:
    """The names of the files that are encrypted. Fonts often are, to no harm."""
    with suppress(KeyError, etree.XMLSyntaxError):
        listed = xml_of(packed["META-INF/encryption.xml"], name)
        return {unquote(each.get("URI") or "") for each in listed.iter(_ENCRYPTED)}
    return set()


def _facts(package: Any) -> Findings:
    """What the package says of the book."""

    def said(name: str) -> list[str]:
        values = (one_line(each.text or "") for each in islice(package.iter(f"{_DC}{name}"), 20))
        return [value for value in values if value and value.casefold() not in _NOBODY]

    def stated(name: str, value: str | None) -> Finding[str]:
        return Finding(value, "stated", None, f"the book's own data, dc:{name}") if value else Finding()

    def first(name: str) -> Finding[str]:
        return stated(name, next(iter(said(name)), None))

    authors = tuple(
        dict.fromkeys(
            name
            for each in package.iter(f"{_DC}creator")
            if (name := one_line(each.text or ""))
            and each.get(f"{_OPF}role", "aut") == "aut"
            and name.casefold() not in _NOBODY
        )
    )
    language = next((each for each in said("language") if _TAG.fullmatch(each)), None)
    days = [
        one_line(each.text or "")
        for each in package.iter(f"{_DC}date")
        if each.get(f"{_OPF}event", "publication") == "publication"
    ]
    return Findings(
        title=first("title"),
        authors=Finding(authors, "stated", None, "the book's own data, dc:creator") if authors else Finding(),
        publisher=first("publisher"),
        published=stated("date", next(filter(None, map(stamp_date, days)), None)),
        language=stated("language", language),
        rights_holder=Finding(),
    )
