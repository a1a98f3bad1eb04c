"""What had been said by when: the days on which how claims and questions stand changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

from generator.analysis.narrowed import as_of
from generator.analysis.standing import AGAINST, DISPUTED, Standing, contrary_claims, standing
from generator.lib.dates import Day, Edtf, of_day
from generator.lib.language import gettext as _
from generator.pages.page import Page
from generator.pages.parts import Part, calendar, divided, pages_of
from generator.pages.site import Site
from generator.pages.statements import PATH, days, made, statements
from generator.pages.tracking import memo
from generator.records.refs import Ref

URL = "said-when/"
MOST = 250
"""How many changes one part tells of."""


@dataclass(frozen=True)
class Change:
    """From that day on a claim stands otherwise than before."""

    claim: Ref
    before: Standing
    after: Standing

    @property
    def is_against(self) -> bool:
        """Whether somebody speaks against it now and nobody did before."""
        return self.after.word in DISPUTED and self.before.word not in DISPUTED


@dataclass
class Turn:
    """What changed on a day on which statements were made."""

    day: Day
    first: list[Ref] = field(default_factory=list)
    """The claims of which nobody had spoken before."""
    changes: list[Change] = field(default_factory=list)
    questions: list[Ref] = field(default_factory=list)
    """The questions to which a second answer was given, whoever spoke against either."""

    @property
    def id(self) -> str:
        """Its place on the page: the day in ISO 8601."""
        return self.day.isoformat()

    @property
    def date(self) -> Edtf:
        """The day as a date."""
        return of_day(self.day)

    @property
    def weight(self) -> int:
        """How many lines it takes."""
        return 1 + len(self.changes) + len(self.questions)


def pages(site: Site) -> Iterator[Page]:
    """The page, and its parts where it is too long."""
    found = turns(site)
    whole = divided(found, URL, lambda turn: calendar(*turn.day), MOST, weight=lambda turn: turn.weight)
    page = Page(
        url=URL,
        template="said_when.md.j2",
        kind="said-when",
        title=_("What had been said by when"),
        description=_("How claims and questions stood on each day on which somebody spoke of them."),
        view={"path": PATH, "stops": len(days(site)), "undated": _undated(site)},
        files={PATH: statements(site)},
    )
    return pages_of(
        page, whole, _view, kind=partial(_kind, whole), shape=lambda part: (page.view, part.entries)
    )


def _kind(whole: Part[Turn], part: Part[Turn]) -> str:
    return "said-when" if part is whole else "index"


def _view(part: Part[Turn]) -> Mapping[str, Any]:
    return {"turns": part.entries}


def _undated(site: Site) -> int:
    return sum(day is None for ref in site.dataset.claims for day in made(site, ref).values())


def _days_of(site: Site, ref: Ref) -> set[Day]:
    """The days on which somebody spoke of the claim."""
    return {day for day in made(site, ref).values() if day}


@memo
def _history(site: Site, ref: Ref) -> list[tuple[Day, Standing]]:
    """How the claim stood on each day on which somebody spoke of it or against it, from the first on."""
    others = contrary_claims(site.dataset, ref)
    own = _days_of(site, ref)
    counting = {each: made(site, each) for each in (ref, *others)}
    days_of_all = own.union(*(_days_of(site, other) for other in others))
    return [
        (day, standing(as_of(site.dataset, counting, day), ref))
        for day in sorted(days_of_all)
        if own and day >= min(own)
    ]


def turns(site: Site) -> list[Turn]:
    """Every day on which a statement was made, in order, with what it changed."""
    found = {day: Turn(day) for day in days(site)}
    answered: dict[Ref, list[Day]] = {}
    for ref, claim in site.dataset.claims.items():
        stood = _history(site, ref)
        if not stood:
            continue
        first = stood[0][0]
        found[first].first.append(ref)
        for (_day, before), (day, after) in pairwise(stood):
            if before.name != after.name:
                found[day].changes.append(Change(ref, before, after))
        carrying = [a for a in claim.assertions if a.stance not in AGAINST]
        given = [on for a in carrying if (on := made(site, ref)[a.id])]
        for answer in claim.answers if given else ():
            answered.setdefault(answer.question, []).append(min(given))
    for question, came in answered.items():
        if len(came) > 1:
            found[sorted(came)[1]].questions.append(question)
    for turn in found.values():
        turn.changes.sort(key=lambda change: not change.is_against)
    return [turn for turn in found.values() if turn.first or turn.changes or turn.questions]
