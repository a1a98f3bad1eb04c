"""The front page: what happened, in two minutes, in their words, the main question, all questions, who and what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from generator.analysis.in_short import asserting, came_out, is_contradicted, is_disputed, is_undisputed
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
from generator.records.model import ClaimInShort, QuestionInShort
from generator.records.refs import Ref

_ANSWERS = 12
_VOICES = 3
_LONGEST = 35
"""How many words a quotation has at most that the program chooses."""
_PEOPLE = 12
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
        yield Point(_("Disputed"), *disputed, basis=_against(site, disputed[0]))
    slow = sorted(
        (d.ref for d in found if (disputed or ("",))[0] != d.ref), key=lambda ref: _apart(site, ref), reverse=True
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
    return site.dataset.documentary.subject in claim.about, bool(claim.answers), len(asserting(site.dataset, ref)), ref


def telling(site: Site, ref: Ref) -> tuple[bool, int, int, int, Ref]:
    """How much the standing of a claim tells: contested first, then with most origins and articles."""
    s = site.standings[ref]
    contested = s.word in DISPUTED
    return contested, s.denials + s.doubts, s.origins, s.articles, ref


def _apart(site: Site, ref: Ref) -> int:
    found = came_out(site.dataset, ref)
    return days_apart(found[0].edtf, found[1].edtf) if found else 0


def _against(site: Site, ref: Ref) -> str:
    """Who goes against which answer to a question, in one line."""
    said = {
        "denies": "%(who)s denies “%(answer)s”.",
        "doubts": "%(who)s doubts “%(answer)s”.",
        "retracts": "%(who)s takes back “%(answer)s”.",
    }
    against = opening(site, difference(site, ref)).against[:2]
    return " ".join(_(said[stance], who=_(" and ").join(who[:2]), answer=p.answer) for p, stance, who in against)


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


def people(site: Site) -> list[tuple[Ref, int, int]]:
    """The people who say most or of whom most is said: on how many claims they speak, how many are about them."""
    counted = [
        (ref, len({s.claim for s in sayings(site, ref)}), len(site.linking(ref, "claim.about")))
        for ref in site.in_kind("person")
    ]
    return sorted((each for each in counted if each[1] + each[2]), key=lambda each: -each[1] - each[2])
