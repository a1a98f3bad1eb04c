"""The index of questions: where accounts differ, the open ones first."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES, url_of
from generator.pages.differences import Difference, difference, in_order
from generator.pages.page import Page
from generator.pages.parts import Found, Step, divided, pages_of
from generator.pages.site import Site
from generator.pages.words import label, slug
from generator.records.kinds import KINDS
from generator.records.refs import Ref

MOST = 100
"""How many questions one part holds."""
_ANSWERS = 8


def pages(site: Site) -> Iterator[Page]:
    """The index of all questions, in parts by state, by weight, and then in its own order."""
    questions = site.dataset.questions
    return pages_of(
        Page(
            url=KIND_PAGES["question"],
            template="questions.md.j2",
            kind="index",
            title=_(KINDS["question"].title),
            description=_("Questions to which the sources give different answers, the open ones first."),
            view={},
        ),
        divided(in_order(site), KIND_PAGES["question"], partial(_steps, site), MOST, "by_state/"),
        lambda part: {
            "groups": by_state(difference(site, ref) for ref in part.entries),
            "states": Counter(str(question.state) for question in questions.values()),
        },
        partial(_found, site),
        shaped=True,
    )


def by_state(found: Iterable[Difference]) -> list[tuple[str, list[Difference]]]:
    """The questions under their states, as they come."""
    return [(state, list(those)) for state, those in groupby(found, lambda d: str(d.question.state))]


def _found(site: Site, ref: Ref) -> Found:
    answers = [position.answer for position in site.positions.get(ref, ())]
    return Found(site.dataset.questions[ref].text, url_of(ref), " · ".join(answers[:_ANSWERS]))


def _steps(site: Site, ref: Ref) -> list[Step]:
    question = site.dataset.questions[ref]
    state, severity = str(question.state), str(question.severity)
    return [
        (slug(state), label(state).capitalize()),
        (f"{slug(state)}-{slug(severity)}", f"{label(state).capitalize()}{_(', ')}{label(severity)}"),
    ]
