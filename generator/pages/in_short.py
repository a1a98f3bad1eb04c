"""“In two minutes”: four sentences, each borne out by a record that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.in_short import asserting, came_out, is_contradicted, is_disputed, is_undisputed
from generator.lib.dates import days_apart, plain
from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.pages.differences import Difference, difference
from generator.pages.opening import opening
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
        accounts = ngettext("%(num)s account", "%(num)s accounts", d.tally.total)
        answers = ngettext("%(num)s answer", "%(num)s answers", len(d.positions))
        text = (chosen and chosen.text) or _against(site, d)
        yield Point(_("Disputed"), d.ref, text, f"{accounts}{_(', ')}{answers}")


def _against(site: Site, d: Difference) -> str:
    """The question, and who goes against one of its answers."""
    against = opening(site, d).against
    if not against:
        return d.question.text
    position, stance, who = against[0]
    name = {"denies": _("Denied:"), "doubts": _("Doubted:")}.get(stance, _("Taken back:"))
    return f"{d.question.text} {name} {position.answer}{_(', ')}{_('by')} {few(who)}."


def _slowly(site: Site, told: InTwoMinutes, found: list[Difference]) -> Iterator[Point]:
    chosen = told.came_out_slowly
    if chosen:
        found = [difference(site, chosen.question)]
    spans = [(d, span) for d in found if (span := came_out(site.dataset, _answers(d)))]
    for d, (first, last) in sorted(spans, key=lambda each: days_apart(*each[1]), reverse=True)[:1]:
        basis = _(
            "One account is of %(first)s, another of %(last)s.",
            first=plain(first),
            last=plain(last),
        )
        yield Point(_("Came out slowly"), d.ref, (chosen and chosen.text) or d.question.text, basis)


def _contradicted(site: Site, told: InTwoMinutes) -> Iterator[Point]:
    chosen = told.contradicted

    def weight(ref: Ref) -> tuple[int, int, int, Ref]:
        s = site.standings[ref]
        return s.denials + s.doubts, s.origins, s.articles, ref

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
