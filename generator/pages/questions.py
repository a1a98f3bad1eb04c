"""The index of questions: where accounts differ, the open ones first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES
from generator.pages.differences import Difference, differences
from generator.pages.page import Page
from generator.pages.site import Site
from generator.records.kinds import KINDS


def pages(site: Site) -> Iterator[Page]:
    """The index page of all questions."""
    yield Page(
        url=KIND_PAGES["question"],
        template="questions.md.j2",
        kind="index",
        title=_(KINDS["question"].title),
        description=_("Questions to which the sources give different answers, the open ones first."),
        view={"groups": by_state(site)},
    )


def by_state(site: Site) -> list[tuple[str, list[Difference]]]:
    """The questions under their states, the open ones first."""
    return [
        (state, list(found)) for state, found in groupby(differences(site), lambda d: str(d.question.state))
    ]
