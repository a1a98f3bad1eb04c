"""The index of questions: in the groups that the editors name, else by state, the open ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES, url_of
from generator.pages.differences import SEVERITIES, Difference, differences
from generator.pages.page import Page
from generator.pages.parts import Found, Step, divided, pages_of
from generator.pages.site import Site
from generator.pages.words import label, slug
from generator.records.kinds import KINDS

MOST = 100
"""How many questions one part holds."""
_ANSWERS = 8


def pages(site: Site) -> Iterator[Page]:
    """The index of all questions: one page, or one for each of its parts."""
    yield from index(site)


def index(site: Site, most: int = MOST) -> Iterator[Page]:
    """The index in parts of at most `most` questions: by state, by weight, and then in its own order."""
    found = differences(site)
    yield from pages_of(
        Page(
            url=KIND_PAGES["question"],
            template="questions.md.j2",
            kind="index",
            title=_(KINDS["question"].title),
            description=_("Questions to which the sources give different answers, the open ones first."),
            view={},
        ),
        divided(found, KIND_PAGES["question"], _steps, most, "by_state/"),
        lambda part: {"groups": grouped(site, part.entries)},
        lambda d: Found(d.question.text, url_of(d.ref), " · ".join(p.answer for p in d.positions[:_ANSWERS])),
    )


@dataclass(frozen=True)
class Group:
    """Questions under one heading: the editors' title, or the `state` that they share."""

    title: str
    state: str
    questions: tuple[Difference, ...]


def grouped(site: Site, found: Iterable[Difference]) -> list[Group]:
    """The questions in the editors’ groups, then the others by state, those of words and spellings last."""
    left = {d.ref: d for d in found}
    made = [
        Group(group.title, "", tuple(left.pop(ref) for ref in group.questions if ref in left))
        for group in site.dataset.documentary.groups
    ]
    rest = sorted(left.values(), key=lambda d: d.question.severity == SEVERITIES[-1])
    for cosmetic, those in groupby(rest, lambda d: d.question.severity == SEVERITIES[-1]):
        if cosmetic:
            made.append(Group(_("Words and spellings"), "", tuple(those)))
        else:
            made += [
                Group("", state, tuple(each))
                for state, each in groupby(those, lambda d: str(d.question.state))
            ]
    return [group for group in made if group.questions]


def _steps(d: Difference) -> list[Step]:
    state, severity = str(d.question.state), str(d.question.severity)
    return [
        (slug(state), label(state).capitalize()),
        (f"{slug(state)}-{slug(severity)}", f"{label(state).capitalize()}{_(', ')}{label(severity)}"),
    ]
