"""Cited prose on a page: its words with the numbers of their notes, and what each note says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis.backlinks import Backlink
from generator.analysis.quotable import quotes, stands_in
from generator.analysis.standing import DISPUTED
from generator.evidence.visible import pairs
from generator.pages.proof import turned
from generator.pages.site import LINKED, Site
from generator.records.cited import ProseLink, ProsePiece, read_cited
from generator.records.model import Assertion, Quote
from generator.records.refs import Ref

_QUESTIONS = 2
_AFTER = re.compile(r"[.,;:!?…؟،؛۔。]+[”’»\"')]*")


@dataclass(frozen=True)
class SideNote:
    """What stands in the margin of a citation: the record, the part of it, and the statement where it is one.

    `differ` are the questions to which the accounts behind it give different answers, at most two, and
    `named` those of them that no note before it links; `is_disputed`: somebody speaks against the claim.
    """

    number: int
    link: ProseLink
    statement: Assertion | None
    is_disputed: bool
    differ: tuple[Ref, ...]
    named: frozenset[Ref] = frozenset()
    turned: tuple[Quote, ...] = ()
    """The quotations of what is cited that leave out what may turn their meaning."""


@dataclass(frozen=True)
class NotedWords:
    """A piece of the text, and the note behind it."""

    piece: ProsePiece
    note: SideNote | None = None
    is_first: bool = False
    """Whether the note is met here first."""
    left_out: tuple[str, ...] = ()
    """What the words quoted before leave out that may turn their meaning."""

    @property
    def tags(self) -> tuple[str, ...]:
        """The elements around it."""
        return ((), ("em",), ("strong",), ("strong", "em"))[self.piece.emphasis]


NoteKey = tuple[Ref | None, str]
"""The record and the part of it by which notes are told apart."""


def notes_of(site: Site, links: Sequence[ProseLink]) -> dict[NoteKey, SideNote]:
    """A note for each record and part that is cited, numbered as they are first met."""
    first: dict[NoteKey, ProseLink] = {}
    for link in links:
        first.setdefault((link.ref, link.part), link)
    met: set[Ref] = set()
    found: dict[NoteKey, SideNote] = {}
    for number, (key, link) in enumerate(first.items(), 1):
        note = _note(site, number, link)
        found[key] = replace(note, named=frozenset(note.differ) - met)
        met |= {*note.differ, *([link.ref] if link.ref else [])}
    return found


def _note(site: Site, number: int, link: ProseLink) -> SideNote:
    claim = site.dataset.claims.get(link.ref) if link.ref else None
    if claim is None or link.ref is None:
        return SideNote(number, link, None, is_disputed=False, differ=(), turned=turned_in(site, link))
    meant = [each for each in claim.assertions if link.part in ("", each.id)]
    several = [a.question for a in claim.answers if len(site.positions.get(a.question, ())) > 1]
    is_disputed = site.standings[link.ref].word in DISPUTED
    statement = meant[0] if len(meant) == 1 else None
    differ, there = tuple(several[:_QUESTIONS]), turned_in(site, link)
    return SideNote(number, link, statement, is_disputed, differ, turned=there)


def turned_in(site: Site, link: ProseLink) -> tuple[Quote, ...]:
    """The quotations of what the link cites that leave out what may turn their meaning."""
    if link.ref is None:
        return ()
    taken = [use.evidence for use in site.uses.get(link.ref, ())] if link.ref.kind == "source" else []
    return tuple(quote for quote in quotes(site.dataset, link.ref, link.part, taken) if turned(quote))


def left_out(text: str, there: Sequence[Quote]) -> tuple[str, ...]:
    """What is left out of the words quoted in `text`, which stand in some quotations, that may turn them."""
    phrases = [pair[0][1:-1] for pair in pairs(text)]
    found = (quote for quote in there if any(stands_in(phrase, quote.exact) for phrase in phrases))
    return tuple(dict.fromkeys(word for quote in found for word in turned(quote)))


def words_of(
    pieces: Sequence[ProsePiece], notes: dict[NoteKey, SideNote], met: set[int]
) -> Iterator[NotedWords]:
    """The pieces, each citation with its note behind the punctuation that follows it.

    `met` are the numbers of the notes before; those of the pieces join them.
    """
    waiting: SideNote | None = None
    linked = ""

    def marked(piece: ProsePiece, note: SideNote) -> NotedWords:
        is_first = note.number not in met
        met.add(note.number)
        return NotedWords(piece, note, is_first, left_out(linked, note.turned))

    for at, piece in enumerate(pieces):
        link, text = piece.link, piece.text
        if waiting:
            mark = _AFTER.match(text)
            text = text[mark.end() :] if mark else text
            yield marked(replace(piece, text=mark[0] if mark else "", link=None), waiting)
            waiting = None
        linked = linked + text if at and pieces[at - 1].link is link else text
        leads = link if link and link.ref and not link.cites else None
        yield NotedWords(replace(piece, text=text, link=leads))
        if link and link.cites and (at + 1 == len(pieces) or pieces[at + 1].link is not link):
            waiting = notes[link.ref, link.part]
    if waiting:
        yield marked(ProsePiece(""), waiting)


def left_out_of(site: Site, link: Backlink) -> tuple[str, ...]:
    """What is left out that may turn the words which the sentence of a backlink quotes."""
    return left_out(link.sentence, [quote for each in link.cites for quote in turned_in(site, each)])


@dataclass(frozen=True)
class NotedText:
    """A text of cited prose outside chapters, and the notes that are first met in it."""

    words: tuple[NotedWords, ...]
    notes: tuple[SideNote, ...]
    cites: frozenset[Ref]


def told(site: Site, texts: Sequence[str]) -> list[NotedText]:
    """Texts that stand on one page, one behind the other; their notes are numbered through."""
    read = [read_cited(text, site.dataset.documentary.language) for text in texts]
    notes = notes_of(site, [link for prose in read for link in prose.links if link.cites])
    site.reads.note((LINKED,))
    met: set[int] = set()
    found = []
    for prose in read:
        before = len(met)
        words = tuple(each for block in prose.blocks for each in words_of(block.pieces, notes, met))
        new = tuple(note for note in notes.values() if before < note.number <= len(met))
        found.append(NotedText(words, new, frozenset(ref for _at, ref in prose.refs)))
    return found


@dataclass(frozen=True)
class CastMember:
    """One of the cast: who it is, in which role, and what is told of it."""

    ref: Ref
    role: str
    told: NotedText


def brief_and_cast(site: Site) -> tuple[list[NotedText], list[CastMember]]:
    """The story in brief and the cast, as they stand on one page."""
    documentary = site.dataset.documentary
    found = told(site, [*documentary.brief, *(each.text for each in documentary.cast)])
    brief, rest = found[: len(documentary.brief)], found[len(documentary.brief) :]
    return brief, _members(site, rest)


def cast(site: Site) -> list[CastMember]:
    """The cast, where it stands without the story in brief."""
    return _members(site, told(site, [each.text for each in site.dataset.documentary.cast]))


def _members(site: Site, found: Sequence[NotedText]) -> list[CastMember]:
    every = zip(site.dataset.documentary.cast, found, strict=True)
    return [CastMember(each.entity, each.role, text) for each, text in every]
