"""“In two minutes”: four sentences, each borne out by a record that it leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.in_short import asserting, came_out, is_contradicted, is_disputed, is_undisputed
from generator.analysis.origins import ASSERTING
from generator.lib.dates import days_apart, plain
from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.pages.differences import Difference, difference
from generator.pages.opening import opening, speakers
from generator.pages.site import Site
from generator.pages.words import few
from generator.records.model import InTwoMinutes
from generator.records.refs import Ref


@dataclass(frozen=True)
class Point:
    """One sentence: the editors’ wording or what the program makes of the record, and what bears it out.

    Both lead to `ref`.
    """

    name: str
    ref: Ref
    text: str
    basis: str


def in_short(site: Site, found: list[Difference], main: Difference | None) -> Iterator[Point]:
    """What is undisputed, disputed, came out slowly and is contradicted, as far as the records have such.

    `found` are all questions, the weightiest first; `main` is told of elsewhere.
    """
    told = site.dataset.documentary.in_two_minutes or InTwoMinutes()
    yield from _undisputed(site, told)
    disputed = [*_disputed(site, told, [d for d in found if d is not main])]
    yield from disputed
    yield from _slowly(site, told, [d for d in found if d.ref not in {point.ref for point in disputed}])
    yield from _contradicted(site, told)


def _undisputed(site: Site, told: InTwoMinutes) -> Iterator[Point]:
    dataset, chosen = site.dataset, told.undisputed

    def weight(ref: Ref) -> tuple[bool, bool, int, Ref]:
        claim = dataset.claims[ref]
        is_central = dataset.documentary.subject in claim.about
        return is_central, bool(claim.answers), len(asserting(dataset, ref)), ref

    fitting = [chosen.claim] if chosen else [ref for ref in dataset.claims if is_undisputed(dataset, ref)]
    for ref in [max(fitting, key=weight)] if fitting else []:
        basis = ngettext(
            "%(num)s of %(all)s sources asserts it; no account recorded here denies or doubts it.",
            "%(num)s of %(all)s sources assert it; no account recorded here denies or doubts it.",
            len(asserting(dataset, ref)),
            all=len(dataset.sources),
        )
        yield Point(_("Undisputed"), ref, (chosen and chosen.text) or site.name(ref), basis)


def _disputed(site: Site, told: InTwoMinutes, found: list[Difference]) -> Iterator[Point]:
    chosen = told.disputed
    fitting = (d for d in found if d.question.state == "open" and is_disputed(site.dataset, _answers(d)))
    d = difference(site, chosen.question) if chosen else next(fitting, None)
    if d:
        yield Point(_("Disputed"), d.ref, (chosen and chosen.text) or _both_sides(site, d), _counted(d))


def _counted(d: Difference) -> str:
    """How many accounts and answers there are, and how many of them go against another."""
    stances = Counter(d.tally.stances)
    contrary = sum(bool(p.standing.contrary) for p in d.positions)
    counted = [
        (stances["denies"], ngettext("%(num)s denial", "%(num)s denials", stances["denies"])),
        (stances["doubts"], ngettext("%(num)s doubt", "%(num)s doubts", stances["doubts"])),
        (
            stances["retracts"],
            ngettext("%(num)s retraction", "%(num)s retractions", stances["retracts"]),
        ),
        (contrary, ngettext("%(num)s contrary claim", "%(num)s contrary claims", contrary)),
    ]
    accounts = ngettext("%(num)s account", "%(num)s accounts", d.tally.total)
    answers = ngettext("%(num)s answer", "%(num)s answers", len(d.positions))
    return _(", ").join([accounts, answers, *(text for number, text in counted if number)])


def _both_sides(site: Site, d: Difference) -> str:
    """The question, and the sides on the first of its answers against which an account goes: who gives it,
    who denies, doubts or takes it back, and who asserts the contrary.
    """
    against = opening(site, d).against
    at = next(
        (p for p in d.positions if any(p is one for one, *_rest in against) or p.standing.contrary), None
    )
    if at is None:
        return d.question.text
    answers = {p.ref: p.answer for p in d.positions}
    told = [_sides(site, at.answer, at.ref)]
    told += [_sides(site, answers.get(ref) or site.name(ref), ref) for ref in at.standing.contrary]
    return " ".join([d.question.text, *told])


def _sides(site: Site, answer: str, claim: Ref) -> str:
    """An answer, and who takes which side on the claim that gives it."""

    def who(*stances: str) -> str:
        return few(speakers(site, site.dataset.claims[claim].assertions, stances))

    told = [
        (names := who(*ASSERTING)) and _("asserted by %(names)s", names=names),
        (names := who("alleges")) and _("alleged by %(names)s", names=names),
        (names := who("hints")) and _("hinted at by %(names)s", names=names),
        (names := who("relays")) and _("passed on by %(names)s", names=names),
        (names := who("denies")) and _("denied by %(names)s", names=names),
        (names := who("doubts")) and _("doubted by %(names)s", names=names),
        (names := who("retracts")) and _("taken back by %(names)s", names=names),
    ]
    return _("%(answer)s: %(sides)s.", answer=answer.rstrip("."), sides=_("; ").join(filter(None, told)))


def _slowly(site: Site, told: InTwoMinutes, found: list[Difference]) -> Iterator[Point]:
    chosen = told.came_out_slowly
    if chosen:
        found = [difference(site, chosen.question)]
    spans = [(d, span) for d in found if (span := came_out(site.dataset, _answers(d)))]
    for d, (first, last) in sorted(spans, key=lambda each: days_apart(*each[1]), reverse=True)[:1]:
        basis = _(
            "One account is dated %(first)s, another %(last)s.",
            first=plain(first),
            last=plain(last),
        )
        yield Point(_("Came out slowly"), d.ref, (chosen and chosen.text) or d.question.text, basis)


def _contradicted(site: Site, told: InTwoMinutes) -> Iterator[Point]:
    chosen = told.contradicted

    def weight(ref: Ref) -> tuple[int, int, int, Ref]:
        s = site.standings[ref]
        return s.denials + s.doubts + s.retractions, s.origins, s.articles, ref

    claims = site.dataset.claims
    fitting = [chosen.claim] if chosen else [ref for ref in claims if is_contradicted(site.dataset, ref)]
    for ref in [max(fitting, key=weight)] if fitting else []:
        yield contradicted(site, ref, chosen.text if chosen else None)


def contradicted(site: Site, ref: Ref, text: str | None = None) -> Point:
    """That a claim is contradicted, or taken back, in the editors’ wording where they give one."""
    standing = site.standings[ref]
    basis = " · ".join(part for _anchor, part in standing.parts)
    name = standing.name if standing.word == "retracted" else _("Contradicted")
    return Point(name, ref, text or site.name(ref), basis)


def _answers(d: Difference) -> list[Ref]:
    return [p.ref for p in d.positions]
