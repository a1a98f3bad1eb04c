"""The front page: in two minutes, in their words, the main question drawn, all questions, people, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.analysis.in_short import asserting, came_out, is_contradicted, is_disputed, is_undisputed
from generator.analysis.roles import role_on
from generator.analysis.standing import DISPUTED
from generator.lib.dates import days_apart, plain
from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.pages.accounts import accounts
from generator.pages.cards import Card, card
from generator.pages.differences import Difference, difference, differences
from generator.pages.entries import sayings
from generator.pages.opening import opening
from generator.pages.page import Page
from generator.pages.questions import grouped
from generator.pages.republication import ancestors
from generator.pages.site import Site
from generator.pages.words import plural
from generator.records.model import ClaimInShort, QuestionInShort, Role
from generator.records.refs import Ref

_ANSWERS = 12
_VOICES = 3
_LONGEST = 35
"""How many words a quotation has at most that the program chooses."""
_PEOPLE = 9
_SOURCES = 12
_QUESTIONS = 60


@dataclass(frozen=True)
class Point:
    """One sentence of “In two minutes”.

    `text` is the editors' wording, empty where there is none; `basis` is what the records bear out; both lead
    to `ref`.
    """

    name: str
    ref: Ref
    text: str
    basis: str


@dataclass(frozen=True)
class Voice:
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
            "points": list(points(site, found, main)),
            "voices": list(islice(voices(site, found), _VOICES)),
            "main": main,
            "accounts": accounts(site, main, _ANSWERS, "") if main else None,
            "groups": grouped(site, found[:_QUESTIONS]),
            "total": len(found),
            "people": people(site)[:_PEOPLE],
            "sources": [(ref, ancestors(site, ref)) for ref in site.in_kind("source")[:_SOURCES]],
        },
    )


def _main(site: Site, found: list[Difference]) -> Difference | None:
    chosen = site.dataset.documentary.main_question
    if chosen in site.dataset.questions:
        return difference(site, chosen)
    return next((d for d in found if d.question.state == "open" and d.positions), None)


def points(site: Site, found: list[Difference], main: Difference | None) -> Iterator[Point]:
    """What is undisputed, disputed, came out slowly and is contradicted, as far as the records have such."""
    dataset, told = site.dataset, site.dataset.documentary.in_two_minutes
    if made := _of_claim(site, told and told.undisputed, is_undisputed, _weight):
        ref, text = made
        share = len(asserting(dataset, ref)), len(dataset.sources)
        basis = ngettext(
            "%(num)s of %(all)s sources says so; none denies it.",
            "%(num)s of %(all)s sources say so; none denies it.",
            share[0],
            all=share[1],
        )
        yield Point(_("Undisputed"), ref, text, basis)
    others = [d.ref for d in found if d.question.state == "open" and d is not main]
    disputed = _of_question(site, told and told.disputed, lambda ref: is_disputed(dataset, ref), others)
    if disputed:
        ref, text = disputed
        d = difference(site, ref)
        counted = plural(d.tally.total, "account"), plural(len(d.positions), "answer")
        yield Point(_("Disputed"), ref, text or _against(site, d), _(", ").join(counted))
    slow = sorted(
        (d.ref for d in found if (disputed or ("",))[0] != d.ref),
        key=lambda ref: _apart(site, ref),
        reverse=True,
    )
    if made := _of_question(site, told and told.came_out_slowly, lambda ref: came_out(dataset, ref), slow):
        first, last = came_out(dataset, made[0]) or (None, None)
        basis = (
            _(
                "The first dated account is of %(first)s, the last of %(last)s.",
                first=plain(first.edtf),
                last=plain(last.edtf),
            )
            if first and last
            else ""
        )
        yield Point(_("Came out slowly"), *made, basis=basis)
    if made := _of_claim(site, told and told.contradicted, is_contradicted, telling):
        standing = site.standings[made[0]]
        yield Point(_("Contradicted"), *made, basis=" · ".join(text for _anchor, text in standing.parts))


def _of_claim(
    site: Site,
    told: ClaimInShort | None,
    holds: Callable[..., object],
    weight: Callable[[Site, Ref], object],
) -> tuple[Ref, str] | None:
    """The claim that the editors chose and their wording, else the weightiest of which it `holds`."""
    if told and told.claim in site.dataset.claims:
        return told.claim, told.text or ""
    fitting = [ref for ref in site.dataset.claims if holds(site.dataset, ref)]
    best = max(fitting, key=lambda ref: weight(site, ref), default=None)  # type: ignore[arg-type, return-value]
    return (best, "") if best else None


def _of_question(
    site: Site, told: QuestionInShort | None, holds: Callable[[Ref], object], others: Iterable[Ref]
) -> tuple[Ref, str] | None:
    if told and told.question in site.dataset.questions:
        return told.question, told.text or ""
    best = next((ref for ref in others if holds(ref)), None)
    return (best, "") if best else None


def _weight(site: Site, ref: Ref) -> tuple[bool, bool, int, Ref]:
    """How much an undisputed claim is about the subject, is an answer, and by how many it is carried."""
    claim = site.dataset.claims[ref]
    return (
        site.dataset.documentary.subject in claim.about,
        bool(claim.answers),
        len(asserting(site.dataset, ref)),
        ref,
    )


def telling(site: Site, ref: Ref) -> tuple[bool, int, int, int, Ref]:
    """How much the standing of a claim tells: contested first, then with most origins and articles."""
    s = site.standings[ref]
    contested = s.word in DISPUTED
    return contested, s.denials + s.doubts, s.origins, s.articles, ref


def _apart(site: Site, ref: Ref) -> int:
    found = came_out(site.dataset, ref)
    return days_apart(found[0].edtf, found[1].edtf) if found else 0


def _against(site: Site, d: Difference) -> str:
    """The question, and who goes against one of its answers."""
    against = opening(site, d).against
    if not against:
        return d.question.text
    position, stance, who = against[0]
    name = {"denies": _("Denied:"), "doubts": _("Doubted:")}.get(stance, _("Taken back:"))
    return f"{d.question.text} {name} {position.answer}{_(', ')}{_('by')} {_(', ').join(who[:2])}."


def voices(site: Site, found: list[Difference]) -> Iterator[Voice]:
    """The statements that the editors chose; else of each question one in the speaker's own words."""
    chosen = site.dataset.documentary.voices
    for each in chosen:
        claim = site.dataset.claims.get(each.claim)
        statement = next((a for a in claim.assertions if a.id == each.statement), None) if claim else None
        question = each.question or (claim.answers[0].question if claim and claim.answers else None)
        if statement and question in site.dataset.questions:
            yield Voice(each.claim, card(site, each.claim, statement), difference(site, question))
    heard: set[Ref] = set()
    for d in found if not chosen else ():
        if voice := _voice(site, d, heard):
            heard.add(voice.card.assertion.speaker_ref or d.ref)
            yield voice


def _voice(site: Site, d: Difference, heard: set[Ref]) -> Voice | None:
    """The first short statement in the words of a person who is not heard yet."""
    for p in d.positions:
        for a in p.dated:
            if a.speaker_ref and a.speaker_ref.kind == "person" and a.speaker_ref not in heard:
                direct = [e.quote.exact for e in a.evidence if e.quote and e.kind == "direct"]
                if direct and len(direct[0].split()) <= _LONGEST:
                    return Voice(p.ref, card(site, p.ref, a), d)
    return None


def people(site: Site) -> list[tuple[Ref, Role | None]]:
    """The people of whom most sources tell, and then most claims, each with the role on the day of the subject."""
    subject = site.dataset.events.get(site.dataset.documentary.subject)
    day = subject.when.edtf if subject and subject.when else None
    told = {ref: _told(site, ref) for ref in site.in_kind("person")}
    order = sorted((ref for ref in told if any(told[ref])), key=lambda ref: told[ref], reverse=True)
    return [(ref, role_on(site.dataset.people[ref], day)) for ref in order]


def _told(site: Site, person: Ref) -> tuple[int, int]:
    """In how many sources somebody is spoken of or speaks, and in how many statements."""
    about = [
        a.source for ref in site.linking(person, "claim.about") for a in site.dataset.claims[ref].assertions
    ]
    told = [*about, *(s.source for s in sayings(site, person))]
    return len({*told}), len(told)
