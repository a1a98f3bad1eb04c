"""The page of recent changes: the days on which records came or changed, and what each release changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analysis.facts import Change
from generator.lib.dates import Edtf, parse, plain
from generator.lib.language import gettext as _
from generator.pages.changes import changes
from generator.pages.listing import SHOWN
from generator.pages.page import Crumb, Page
from generator.pages.parts import MOST, dates, divided, pages_of
from generator.pages.site import Site
from generator.pages.words import label
from generator.records.kinds import KINDS
from generator.records.refs import Ref, parse_ref

URL = "changes/"
_ALL = 10_000
_DIGESTS = frozenset({"quotation"})
"""The facts of which a release keeps only that they changed."""
_DATED = frozenset({"date", "died", "role"})
"""The facts that are a date or from when to when."""
_WORD = re.compile(r"not stated|[^\s()]+")
_UNNAMED = "unnamed"

FACTS = (
    "added",
    "removed",
    "renamed",
    "name",
    "figure",
    "answer",
    "relation",
    "speaker",
    "stance",
    "basis",
    "hedge",
    "date",
    "quotation",
    "status",
    "place",
    "participant",
    "type",
    "author",
    "publisher",
    "derivation",
    "state",
    "compatibility",
    "silent",
    "coordinates",
    "role",
    "died",
    "here",
)
"""The sorts of fact that a release keeps, and words that stand in them."""


@dataclass(frozen=True)
class ReleasedFact:
    """One fact that a release changed; `ref` is None where the record is no longer there."""

    ref: Ref | None
    name: str
    what: str
    key: str
    before: str
    after: str
    correction: Ref | None


@dataclass(frozen=True)
class Release:
    """One release with what it changed."""

    day: Edtf
    lines: tuple[ReleasedFact, ...]

    @property
    def url(self) -> str:
        """The address of all its lines, where they are too many for the page of recent changes."""
        return f"{URL}release-{self.day.text}/"


def pages(site: Site) -> Iterator[Page]:
    """Recent changes in parts by date, the releases on the first; and a page for a release of many facts."""
    every = releases(site)
    page = Page(
        url=URL,
        template="changes.md.j2",
        kind="changes",
        title=_("Recent changes"),
        description=_("What came into this archive, what was changed in it, and what was corrected."),
        view={"kinds": KINDS},
    )
    days = divided(changes(site, _ALL), URL, lambda change: dates(change.day))
    yield from pages_of(
        page,
        days,
        lambda part: {"changes": part.entries, "releases": every if part is days else [], "shown": SHOWN},
    )
    for release in every:
        if len(release.lines) > SHOWN:
            title = _("Release of %(day)s", day=plain(release.day))
            yield from pages_of(
                replace(page, url=release.url, title=title, breadcrumb=(Crumb(page.title, page.url),)),
                divided(release.lines, release.url),
                lambda part, day=release.day: {  # type: ignore[misc]
                    "changes": [],
                    "releases": [Release(day, part.entries)],
                    "shown": MOST,
                },
            )


def releases(site: Site) -> list[Release]:
    """Every release, the newest first, with the facts it changed."""
    return [
        Release(parse(each.date), tuple(_line(site, change, told) for change, told in each.changes))
        for each in site.releases.history
    ]


def _line(site: Site, change: Change, correction: Ref | None) -> ReleasedFact:
    records = site.dataset.records
    there = change.ref if change.ref in records else None
    told = correction if correction in records else None
    name = site.name(there) if there else change.ref.id
    if change.what in _DIGESTS:
        return ReleasedFact(there, name, label(change.what), change.key, "", "", told)
    before, after = (_value(site, change.what, text) for text in (change.before, change.after))
    return ReleasedFact(there, name, label(change.what), change.key, before, after, told)


def _value(site: Site, what: str, text: str) -> str:
    """A fact in words: the name of a record, or a word as it is printed."""
    if what in _DATED:  # `2019-01 to not stated`, `2031-03-02 14:00 (inferred)`
        return _WORD.sub(lambda word: _in_words(word[0]), text)
    if what == "author":
        return _(", ").join(_value(site, "", each) for each in _WORD.findall(text))
    if what == "speaker" and text.startswith(_UNNAMED):
        return label(_UNNAMED) + text.removeprefix(_UNNAMED)
    qualifier, comma, rest = text.partition(",")  # a figure: `at_least, 3, people`
    if comma:
        return label(qualifier) + comma + rest
    try:
        ref = parse_ref(text, tuple(KINDS))
    except ValueError:
        return label(text)
    return site.name(ref) if ref in site.dataset.records else ref.id


def _in_words(word: str) -> str:
    """A date as pages print it, another word in the language of the page."""
    try:
        return plain(parse(word))
    except ValueError:
        return "–" if word == "to" else label(word)
