"""Cited prose on a page: its words with the numbers of their notes, and what each note says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.standing import DISPUTED
from generator.pages.site import Site
from generator.records.cited import Link, Piece
from generator.records.model import Assertion
from generator.records.refs import Ref

_AFTER = re.compile(r"[.,;:!?…؟،؛۔。]+[”’»\"')]*")


@dataclass(frozen=True)
class Note:
    """What stands in the margin of a citation: the record, the part of it, and the statement where it is one.

    `differ` are the questions to which the accounts behind it give different answers; `is_disputed`:
    somebody speaks against the claim itself.
    """

    number: int
    link: Link
    statement: Assertion | None
    is_disputed: bool
    differ: tuple[Ref, ...]


@dataclass(frozen=True)
class Words:
    """A piece of the text; `note` is the number of the note behind it, 0 for none."""

    piece: Piece
    note: int = 0
    is_first: bool = False
    """Whether the note is met here first."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The elements around it."""
        return ((), ("em",), ("strong",), ("strong", "em"))[self.piece.emphasis]


NoteKey = tuple[Ref | None, str]
"""The record and the part of it by which notes are told apart."""


def notes_of(site: Site, links: Sequence[Link]) -> dict[NoteKey, Note]:
    """A note for each record and part that is cited, numbered as they are first met."""
    found = dict.fromkeys((link.ref, link.part) for link in links)
    first = {(link.ref, link.part): link for link in reversed(links)}
    return {key: _note(site, number, first[key]) for number, key in enumerate(found, 1)}


def _note(site: Site, number: int, link: Link) -> Note:
    ref = link.ref
    if ref is None or ref.kind != "claim" or ref not in site.dataset.claims:
        return Note(number, link, None, False, _open(site, [ref]) if ref and ref.kind == "question" else ())
    claim = site.dataset.claims[ref]
    statement = next((each for each in claim.assertions if each.id == link.part), None)
    questions = _open(site, [answer.question for answer in claim.answers])
    return Note(number, link, statement, site.standings[ref].word in DISPUTED, questions)


def _open(site: Site, questions: Sequence[Ref]) -> tuple[Ref, ...]:
    """Those of the questions to which the accounts give several answers."""
    return tuple(ref for ref in questions if len(site.positions.get(ref, ())) > 1)


def words_of(pieces: Sequence[Piece], notes: dict[NoteKey, Note], met: set[int]) -> Iterator[Words]:
    """The pieces, each citation with its note behind the punctuation that follows it.

    `met` are the numbers of the notes before; those of the pieces join them.
    """
    waiting = 0

    def marked(piece: Piece) -> Words:
        is_first = waiting not in met
        met.add(waiting)
        return Words(piece, waiting, is_first)

    for at, piece in enumerate(pieces):
        link, text = piece.link, piece.text
        if waiting:
            mark = _AFTER.match(text)
            text = text[mark.end() :] if mark else text
            yield marked(replace(piece, text=mark[0] if mark else "", link=None))
            waiting = 0
        leads = link if link and link.ref and not link.cites else None
        yield Words(replace(piece, text=text, link=leads))
        if link and link.cites and (at + 1 == len(pieces) or pieces[at + 1].link is not link):
            waiting = notes[link.ref, link.part].number
    if waiting:
        yield marked(Piece(""))
