"""The front page: in brief, in two minutes, in their words, the main question, questions, people, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.analysis.in_short import is_contradicted
from generator.analysis.roles import role_on
from generator.pages.accounts import accounts
from generator.pages.cards import Card, card
from generator.pages.cited import NotedText, brief_and_cast
from generator.pages.differences import Difference, difference, differences
from generator.pages.in_short import Point, contradicted, in_short
from generator.pages.page import Page
from generator.pages.prominent import prominent
from generator.pages.questions import grouped
from generator.pages.republication import ancestors, repeats_as
from generator.pages.script_texts import PATH, script_texts
from generator.pages.site import LINKED, Site
from generator.records.model import Role
from generator.records.refs import Ref

_ANSWERS = 12
_VOICES = 3
_LONGEST = 35
"""How many words a quotation has at most that the program chooses."""
_PEOPLE = 9
_SOURCES = 12
_QUESTIONS = 60


@dataclass(frozen=True)
class ShownStatement:
    """A statement in its words, and the question that it leads to."""

    claim: Ref
    card: Card
    question: Difference


def pages(site: Site) -> Iterator[Page]:
    """The front page."""
    documentary = site.dataset.documentary
    site.reads.note((LINKED,))
    found = differences(site)
    main = _main(site, found)
    brief, cast = brief_and_cast(site)
    points = list(in_short(site, found, main))
    sentences = [(text, _stands(site, text, points)) for text in brief]
    beside = {point.ref for _text, stands in sentences for _number, point in stands}
    yield Page(
        url="",
        template="home.md.j2",
        kind="home",
        title=documentary.title,
        description=documentary.subtitle,
        view={
            "chapters": site.in_kind("chapter"),
            "brief": sentences,
            "cast": cast,
            "points": [point for point in points if point.ref not in beside],
            "voices": list(islice(voices(site, found), _VOICES)),
            "main": main,
            "accounts": accounts(site, main, _ANSWERS, "") if main else None,
            "groups": grouped(site, found[:_QUESTIONS]),
            "total": len(found),
            "people": [(ref, _role(site, ref)) for ref in prominent(site)[:_PEOPLE]],
            "sources": [
                (ref, ancestors(site, ref), repeats_as(site, ref))
                for ref in site.in_kind("source")[:_SOURCES]
            ],
        },
        files={PATH: script_texts()},
    )


def _stands(site: Site, text: NotedText, points: list[Point]) -> list[tuple[int, Point]]:
    """How what a sentence of the story in brief cites stands: the point that it alone tells, and every claim
    that is contradicted, each with the number of its note where the sentence cites several records, else 0.
    """
    notes = [word.note for word in text.words if word.note]
    cited = {note.link.ref: note.number for note in reversed(notes) if note.link.ref}
    told = [point for point in points if point.ref.kind == "claim" and cited.keys() == {point.ref}]
    if told:
        return [(0, point) for point in told]
    claims = [ref for ref in cited if ref.kind == "claim" and is_contradicted(site.dataset, ref)]
    return [
        (cited[ref] if len(cited) > 1 else 0, contradicted(site, ref))
        for ref in sorted(claims, key=lambda ref: cited[ref])
    ]


def _main(site: Site, found: list[Difference]) -> Difference | None:
    chosen = site.dataset.documentary.main_question
    if chosen in site.dataset.questions:
        return difference(site, chosen)
    return next((d for d in found if d.question.state == "open" and d.positions), None)


def voices(site: Site, found: list[Difference]) -> Iterator[ShownStatement]:
    """The statements that the editors chose; else of each question one in the speaker's own words."""
    chosen = site.dataset.documentary.voices
    for each in chosen:
        claim = site.dataset.claims.get(each.claim)
        statement = next((a for a in claim.assertions if a.id == each.statement), None) if claim else None
        question = each.question or (claim.answers[0].question if claim and claim.answers else None)
        if statement and question in site.dataset.questions:
            yield ShownStatement(each.claim, card(site, each.claim, statement), difference(site, question))
    heard: set[Ref] = set()
    for d in found if not chosen else ():
        if voice := _voice(site, d, heard):
            heard.add(voice.card.assertion.speaker_ref or d.ref)
            yield voice


def _voice(site: Site, d: Difference, heard: set[Ref]) -> ShownStatement | None:
    """The first short statement in the words of a person who is not heard yet."""
    for p in d.positions:
        for a in p.dated:
            if a.speaker_ref and a.speaker_ref.kind == "person" and a.speaker_ref not in heard:
                direct = [e.quote.exact for e in a.evidence if e.quote and e.kind == "direct"]
                if direct and len(direct[0].split()) <= _LONGEST:
                    return ShownStatement(p.ref, card(site, p.ref, a), d)
    return None


def _role(site: Site, person: Ref) -> Role | None:
    """The role of somebody on the day of the subject, where it is certain."""
    subject = site.dataset.events.get(site.dataset.documentary.subject)
    return role_on(site.dataset.people[person], subject.when.edtf if subject and subject.when else None)
