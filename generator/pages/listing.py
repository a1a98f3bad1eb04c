"""The lists of a record's page: what is too long for the page stands whole on pages of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, overload

from generator.lib.dates import plain
from generator.lib.language import gettext as _
from generator.pages.page import Crumb, Page
from generator.pages.parts import MOST, Found, Part, Step, dates, divided, letters, pages_of
from generator.pages.site import STATEMENTS, Site
from generator.records.kinds import KINDS, url_of
from generator.records.model import Dating
from generator.records.refs import Ref

_KINDS = {kind: n for n, kind in enumerate(KINDS)}
SHOWN = 40
"""How many entries of a list the page of a record shows, where its lists are too long together."""

LISTS: Mapping[str, tuple[str, str]] = {
    "about": ("claims", "Claims"),
    "bodies": ("organizations", "Organizations"),
    "cards": ("statements", "Who says what"),
    "carried": ("claims", "Claims"),
    "claims": ("claims", "Claims"),
    "connections": ("connections", "Connections"),
    "disputed": ("contested", "Parts that rest on a contested claim"),
    "events": ("events", "Events"),
    "includes": ("includes", "Includes"),
    "media": ("pictures", "Pictures and documents"),
    "members": ("people", "People with a role here"),
    "parts": ("took-part", "Parts in events"),
    "event.parts": ("who", "Parts in this event"),
    "uncited": ("paragraphs", "Paragraphs that nothing cites"),
    "places": ("places", "Places within"),
    "positions": ("positions", "Positions"),
    "publications": ("published", "Publications"),
    "questions": ("questions", "What sources disagree on"),
    "related": ("related", "Contrary and related"),
    "relayed": ("passed-on", "Passed on"),
    "said_here": ("said-here", "What was said here"),
    "roleless": ("roles", "People without a role"),
    "sayings": ("says", "Says"),
    "shared": ("shared", "What it shares with others"),
    "silent": ("silent", "Questions it does not address"),
    "question.silent": ("silent", "Sources with no answer recorded"),
    "single": ("origins", "Claims with one origin or none"),
    "statements": ("statements", "Who said what, when"),
    "taken": ("answers", "Questions it answers"),
    "unnoted": ("noted-in-part", "Sources that are noted in part"),
    "unproven": ("names", "Names that stand in no text"),
    "unsought": ("unchecked", "Questions with a source not checked for them"),
}
"""The names in a view that hold such a list, alone or with the kind of page: word in the address, heading.

The template of the record prints the list in a block of the same name, which the list's own pages use too.
"""


@dataclass(frozen=True)
class Listing(Sequence[Any]):
    """What a page shows of a list; `whole` is all of it, on pages of its own."""

    shown: tuple[Any, ...]
    whole: Part[Any]

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        return self.shown[index]

    def __len__(self) -> int:
        return len(self.shown)


_IN_WORDS = ("cards", "positions", "relayed", "said_here", "sayings")
_WEIGHT: Mapping[str, float] = {"questions": 3} | dict.fromkeys(_IN_WORDS, MOST / STATEMENTS)
"""As how many entries one counts of the lists whose entries are longer than a line or two."""


@dataclass(frozen=True)
class _List:
    """A list on a page: its name in the view (and the key within), and the address and title of the whole."""

    name: str
    key: str
    word: str
    heading: str
    entries: Sequence[Any]

    @property
    def weight(self) -> float:
        return _WEIGHT.get(self.name, 1)


def shortened(site: Site, page: Page) -> Page:
    """The page as it is, unless its lists together are too long for it.

    Then each of them is cut to `SHOWN` entries, and those that were longer stand whole on further pages.
    """
    lists = list(_lists(page))
    if sum(each.weight * len(each.entries) for each in lists) <= MOST:
        return page
    view = {**page.view, "pointing": {**page.view.get("pointing", {})}}
    more: list[Page] = []
    for each in lists:
        if len(each.entries) > SHOWN:
            listing, pages = _listing(site, page, each)
            holder = view["pointing"] if each.key else view
            holder[each.key or each.name] = listing
            more += pages
    return replace(page, view=view, more=tuple(more))


def _lists(page: Page) -> Iterator[_List]:
    for name, entries in page.view.items():
        word, heading = LISTS.get(f"{page.kind}.{name}") or LISTS.get(name) or ("", "")
        if word and entries:
            yield _List(name, "", word, _(heading), entries)
    for heading, links in page.view.get("pointing", {}).items():
        word = f"pointing-{re.sub(r'[^a-z0-9]+', '-', heading.lower()).strip('-')}"
        yield _List("pointing", heading, word, _(heading), links)


def _listing(site: Site, page: Page, of: _List) -> tuple[Listing, Iterator[Page]]:
    entries = _ordered(site, of.entries)
    whole = divided(entries, f"{page.url}{of.word}/", partial(_steps, site), int(MOST / of.weight))
    return Listing(tuple(of.entries[:SHOWN]), whole), pages_of(
        Page(
            url=whole.url,
            template="list.md.j2",
            kind="index",
            title=f"{page.title}{_(': ')}{of.heading}",
            description=page.description,
            breadcrumb=(*page.breadcrumb, Crumb(page.title, page.url)),
            view={**page.view, "listed": of.name, "of": page.template, "noun": _("entries")},
        ),
        whole,
        lambda part: {of.name: {of.key: part.entries} if of.key else part.entries},
        lambda entry: _found(site, page, entry),
        shape=None if page.record else lambda part: part.entries,
    )


def _ordered(site: Site, entries: Sequence[Any]) -> Sequence[Any]:
    """What is said stays in its order, the first said first; the rest stands as in lists of its kind."""
    if any(hasattr(entry, "said") for entry in entries):
        return entries

    def place(entry: Any) -> tuple[Any, ...]:
        subject = _subject(entry)
        return _KINDS[subject.kind], site.place_in_lists(subject)

    return sorted(entries, key=place)


def _subject(entry: Any) -> Ref:
    """The record that an entry leads to."""
    if isinstance(entry, Ref):
        return entry
    if isinstance(entry, tuple):
        return _subject(entry[0])
    every = ("ref", "entity", "claim", "question", "event", "person", "position", "source")
    return _subject(next(found for name in every if (found := getattr(entry, name, None))))


def _dating(site: Site, entry: Any) -> Dating | None:
    if hasattr(entry, "said"):
        said: Dating | None = entry.said
        return said
    return site.dated(_subject(entry))


def _steps(site: Site, entry: Any) -> list[Step]:
    subject = _subject(entry)
    if hasattr(entry, "said") or subject.kind in ("source", "event"):
        dating = _dating(site, entry)
        return dates(dating.edtf if dating else None)
    return letters(site.name(subject))


def _found(site: Site, page: Page, entry: Any) -> Found:
    """An entry as the filter knows it; a statement by who says what, and it leads to its card."""
    subject, dating = _subject(entry), _dating(site, entry)
    when = plain(dating.edtf) if dating else ""
    assertion = getattr(entry, "assertion", None)
    if assertion is None or page.kind == "source":
        return Found(site.name(subject), url_of(subject), when)
    claim = page.view["ref"] if page.kind == "claim" else _subject(getattr(entry, "position", subject))
    who = site.name(assertion.speaker_ref) if assertion.speaker_ref else assertion.described_as
    return Found(site.name(claim), site.stands(claim, assertion.id), f"{who}{_(', ')}{when}" if when else who)
