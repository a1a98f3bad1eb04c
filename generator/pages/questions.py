"""The index of questions: in the groups that the editors name, else by state, the open ones first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.lib.language import gettext as _
from generator.lib.text import capitalized, fragment
from generator.pages.address import KIND_PAGES
from generator.pages.differences import SEVERITIES, Difference, difference, in_order
from generator.pages.page import Page
from generator.pages.parts import Found, Step, divided, pages_of
from generator.pages.site import Site
from generator.pages.words import label
from generator.records.kinds import KINDS, url_of
from generator.records.refs import Ref

MOST = 100
"""How many questions one part holds."""
_ANSWERS = 8


def pages(site: Site) -> Iterator[Page]:
    """The index of all questions, in parts by state, by weight, and then in its own order."""
    return pages_of(
        Page(
            url=KIND_PAGES["question"],
            template="questions.md.j2",
            kind="index",
            title=_(KINDS["question"].title),
            description=_(
                "Questions to which the sources give more than one answer, or an answer that somebody denies."
            ),
            view={},
        ),
        divided(in_order(site), KIND_PAGES["question"], partial(_steps, site), MOST, "by_state/"),
        lambda part: {"groups": grouped(site, (difference(site, ref) for ref in part.entries))},
        partial(_found, site),
        shape=lambda part: part.entries,
    )


@dataclass(frozen=True)
class QuestionGroup:
    """Questions under one heading: `state` is what they share, where editors have not grouped them."""

    title: str
    state: str
    questions: tuple[Difference, ...]


def grouped(site: Site, found: Iterable[Difference]) -> list[QuestionGroup]:
    """The questions in the editors’ groups, then the others by state, those of words and spellings last."""
    left = {d.ref: d for d in found}
    made = [
        QuestionGroup(group.title, "", tuple(left.pop(ref) for ref in group.questions if ref in left))
        for group in site.dataset.documentary.groups
    ]
    rest = sorted(left.values(), key=lambda d: d.question.severity == SEVERITIES[-1])
    for cosmetic, those in groupby(rest, lambda d: d.question.severity == SEVERITIES[-1]):
        if cosmetic:
            made.append(QuestionGroup(_("Words and spellings"), "", tuple(those)))
        else:
            made += [
                QuestionGroup(_heading(state), state, tuple(each))
                for state, each in groupby(those, lambda d: str(d.question.state))
            ]
    return [group for group in made if group.questions]


def _found(site: Site, ref: Ref) -> Found:
    answers = [position.answer for position in site.positions.get(ref, ())]
    return Found(site.dataset.questions[ref].text, url_of(ref), " · ".join(answers[:_ANSWERS]))


def _steps(site: Site, ref: Ref) -> list[Step]:
    question = site.dataset.questions[ref]
    state, severity = str(question.state), str(question.severity)
    return [
        (fragment(state), _heading(state)),
        (f"{fragment(state)}-{fragment(severity)}", f"{_heading(state)}{_(', ')}{label(severity)}"),
    ]


def _heading(state: str) -> str:
    """What the questions in one state are called."""
    known = {
        "open": _("Open questions"),
        "explained": _("Explained questions"),
        "resolved": _("Resolved questions"),
    }
    return known.get(state) or capitalized(label(state))
