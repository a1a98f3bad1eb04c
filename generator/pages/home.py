"""The home page: the questions that are open, the strip, what is new, and how to read a standing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.analysis.standing import DISPUTED
from generator.pages.changes import changes
from generator.pages.differences import Difference, difference, in_order
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.strip import dotted, strip
from generator.pages.timeline import moments
from generator.records.kinds import KINDS
from generator.records.refs import Ref

_QUESTIONS = 10
_CHANGES = 8


def pages(site: Site) -> Iterator[Page]:
    """The home page."""
    documentary = site.dataset.documentary
    found = in_order(site)
    first = _first(site, found)
    told = moments(site)
    yield Page(
        url="",
        template="home.md.j2",
        kind="home",
        title=documentary.title,
        description=documentary.subtitle,
        view={
            "questions": first,
            "more": len(found) - len(first),
            "total": len(found),
            "strip": strip(told, documentary.subject),
            "dotted": dotted(told),
            "changes": changes(site, _CHANGES),
            "kinds": KINDS,
            "worked": worked(site),
        },
    )


def _first(site: Site, found: list[Ref]) -> list[Difference]:
    questions = site.dataset.questions
    refs = [ref for ref in found if questions[ref].state == "open" and site.positions.get(ref)]
    return [difference(site, ref) for ref in refs[:_QUESTIONS]]


def worked(site: Site) -> Ref | None:
    """The claim whose standing explains most: contested if any is, then with most origins and articles."""
    return max(site.dataset.claims, key=lambda ref: _telling(site, ref), default=None)


def _telling(site: Site, ref: Ref) -> tuple[bool, int, int, int, Ref]:
    s = site.standings[ref]
    contested = s.word in DISPUTED
    return contested, s.denials + s.doubts, s.origins, s.articles, ref
