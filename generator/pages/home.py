"""The front page: in two minutes, in their words, the main question drawn, all questions, people, sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.analysis.roles import role_on
from generator.pages.accounts import accounts
from generator.pages.cards import Card, card
from generator.pages.differences import Difference, difference, differences
from generator.pages.in_short import in_short
from generator.pages.page import Page
from generator.pages.prominent import prominent
from generator.pages.questions import grouped
from generator.pages.republication import ancestors, repeats_as
from generator.pages.script_texts import PATH, script_texts
from generator.pages.site import Site
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
    found = differences(site)
    main = _main(site, found)
    yield Page(
        url="",
        template="home.md.j2",
        kind="home",
        title=documentary.title,
        description=documentary.subtitle,
        view={
            "chapters": site.in_kind("chapter"),
            "points": list(in_short(site, found, main)),
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
