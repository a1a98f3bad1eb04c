"""Chapter pages: an article of cited prose with a note for each citation; and the list of all chapters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup

from generator.evidence.words import words
from generator.lib.language import gettext as _
from generator.pages import timeline_drawing
from generator.pages.accounts import Accounts, accounts, shapes
from generator.pages.address import KIND_PAGES
from generator.pages.atlas.locator import locator
from generator.pages.atlas.outlines import credit
from generator.pages.cited import NotedWords, NoteKey, SideNote, left_out, notes_of, turned_in, words_of
from generator.pages.differences import Difference, PositionView, difference
from generator.pages.event import Neighbour, neighbours
from generator.pages.page import Page
from generator.pages.record import record_page
from generator.pages.site import LINKED, Site
from generator.pages.timeline import moments_of
from generator.records.cited import ProseBlock, ProseLink, ProsePiece, read_cited
from generator.records.kinds import KINDS, url_of
from generator.records.model import Assertion
from generator.records.refs import Ref

_PER_MINUTE = 220
"""How many words are read in a minute."""
_ANSWERS = 12
_STATEMENTS = 2
"""How many statements a card of a claim shows that names none."""


@dataclass(frozen=True)
class SetIn:
    """A record set into the text: a card, an answer, or a drawing with what stands below it."""

    link: ProseLink
    statements: tuple[Assertion, ...] = ()
    question: Difference | None = None
    accounts: Accounts | None = None
    answer: PositionView | None = None
    drawing: str = ""
    """The map or the stretch of the timeline as SVG, which stands beside the text until the next."""
    around: tuple[tuple[Ref, Neighbour | None], ...] = ()


@dataclass(frozen=True)
class ChapterPassage:
    """A block of the text, or the items of one list, with the notes that begin in it."""

    kind: str
    level: int
    items: tuple[tuple[NotedWords, ...], ...]
    notes: tuple[SideNote, ...]
    set_in: SetIn | None = None


def page(site: Site, ref: Ref) -> Page:
    """The page of one chapter."""
    chapter, every = site.dataset.chapters[ref], site.in_kind("chapter")
    site.reads.note((LINKED, chapter.body.text))
    text = read_cited(chapter.body.text, site.dataset.documentary.language)
    notes = notes_of(site, [link for link in text.links if link.cites and not link.is_set_in])
    passages = list(_passages(site, ref, text.blocks, notes))
    return record_page(
        site,
        ref,
        {
            "chapter": chapter,
            "number": every.index(ref) + 1,
            "count": len(every),
            "minutes": minutes(site, ref),
            "scenes": list(_scenes(passages)),
            "credit": credit(site),
        },
    )


def pages(site: Site) -> Iterator[Page]:
    """The list of all chapters; none where there is no chapter."""
    if not (chapters := site.in_kind("chapter")):
        return
    yield Page(
        url=KIND_PAGES["chapter"],
        template="story.md.j2",
        kind="index",
        title=_(KINDS["chapter"].title),
        description=_("The story in chapters, each sentence with what it rests on."),
        view={"chapters": [(ref, site.dataset.chapters[ref], minutes(site, ref)) for ref in chapters]},
    )


def minutes(site: Site, ref: Ref) -> int:
    """In how many minutes the chapter is read, at least one."""
    chapter = site.dataset.chapters[ref]
    text = read_cited(chapter.body.text, site.dataset.documentary.language)
    return max(1, round(len(words(text.words)) / _PER_MINUTE))


def _passages(
    site: Site, chapter: Ref, blocks: Sequence[ProseBlock], notes: dict[NoteKey, SideNote]
) -> Iterator[ChapterPassage]:
    told: set[int] = set()
    met: set[int] = set()
    drawn: list[str] = []
    sets = [_set_in(site, chapter, n, b.set_in) if b.set_in else None for n, b in enumerate(blocks)]
    together = list(zip(blocks, sets, strict=True))
    stances = sorted({str(s) for each in sets if each and each.accounts for s in each.accounts.stances})
    for kind, group in groupby(enumerate(together), lambda each: _list_of(each[1][0], each[0])):
        members = [each for _number, each in group]
        block, set_in = members[0]
        if set_in and set_in.accounts:
            marks = Markup("") if drawn else shapes(stances)
            drawn += stances
            set_in = replace(set_in, accounts=replace(set_in.accounts, shapes=marks))
        links = [piece.link for one, _set in members for piece in one.pieces if piece.link]
        keys = dict.fromkeys((link.ref, link.part) for link in links if link.cites)
        new = tuple(notes[key] for key in keys if key in notes and notes[key].number not in told)
        told |= {note.number for note in new}
        items = tuple(tuple(words_of(one.pieces, notes, met)) for one, _set in members)
        if block.set_in:
            caption = "".join(piece.text for piece in block.pieces)
            missing = left_out(caption, turned_in(site, block.set_in))
            items = ((*items[0], NotedWords(ProsePiece(""), left_out=missing)),) if missing else items
        yield ChapterPassage(kind[0], block.level, items, () if set_in else new, set_in)


def _list_of(block: ProseBlock, number: int) -> tuple[str, int]:
    """What stands together: the items of one list; everything else stands alone."""
    return (block.kind, -1) if block.kind in ("item", "numbered", "quote") else (block.kind, number)


def _set_in(site: Site, chapter: Ref, number: int, link: ProseLink) -> SetIn | None:
    """What the record of a set-in shows; `number` makes the ids of its drawing unique in the page."""
    ref, name = link.ref, f"set-in-{number}-"
    if ref is None or ref not in site.dataset.records:
        return None
    if ref.kind == "claim":
        claim = site.dataset.claims[ref]
        own = [each for each in claim.assertions if each.id == link.part]
        return SetIn(link, statements=tuple(own or site.in_order(claim)[:_STATEMENTS]))
    if ref.kind == "question":
        found = difference(site, ref)
        answer = next((each for each in found.positions if each.ref.id == link.part), None)
        drawn = accounts(site, found, _ANSWERS, url_of(chapter)) if answer is None else None
        return SetIn(link, question=found, accounts=drawn, answer=answer)
    if ref.kind == "place":
        return SetIn(link, drawing=locator(site, ref, url_of(chapter), f"{name}map"))
    if ref.kind == "event":
        before, after = neighbours(site, ref)
        around = (*((each.ref, each) for each in before), (ref, None), *((e.ref, e) for e in after))
        stretch = timeline_drawing.drawing(moments_of(site, [each for each, _n in around]), ref, name=name)
        return SetIn(link, drawing=stretch, around=around)
    return SetIn(link)


def _scenes(
    passages: Sequence[ChapterPassage],
) -> Iterator[tuple[ChapterPassage | None, list[ChapterPassage]]]:
    """The text from one map or stretch of the timeline to the next, each with what stands beside it."""
    step: ChapterPassage | None = None
    here: list[ChapterPassage] = []
    for passage in passages:
        if passage.set_in and passage.set_in.drawing:
            if here or step:
                yield step, here
            step, here = passage, []
        else:
            here.append(passage)
    if here or step:
        yield step, here
