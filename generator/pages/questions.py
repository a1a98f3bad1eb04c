"""The index of questions: where accounts differ, the open ones first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES, url_of
from generator.pages.differences import Difference, differences
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
    states = Counter(str(d.question.state) for d in found)
    yield from pages_of(
        Page(
            url=KIND_PAGES["question"],
            template="questions.md.j2",
            kind="index",
            title=_(KINDS["question"].title),
            description=_("Questions to which the sources give different answers, the open ones first."),
            view={"states": states},
        ),
        divided(found, KIND_PAGES["question"], _steps, most, "by_state/"),
        lambda part: {"groups": by_state(part.entries)},
        lambda d: Found(d.question.text, url_of(d.ref), " · ".join(p.answer for p in d.positions[:_ANSWERS])),
    )


def by_state(found: Iterable[Difference]) -> list[tuple[str, list[Difference]]]:
    """The questions under their states, as they come."""
    return [(state, list(those)) for state, those in groupby(found, lambda d: str(d.question.state))]


def _steps(d: Difference) -> list[Step]:
    state, severity = str(d.question.state), str(d.question.severity)
    return [
        (slug(state), label(state).capitalize()),
        (f"{slug(state)}-{slug(severity)}", f"{label(state).capitalize()}{_(', ')}{label(severity)}"),
    ]
