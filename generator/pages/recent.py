"""The page of recent changes: the days on which records came or changed, and what each release changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.analysis.facts import Change
from generator.lib.dates import Edtf, parse, plain
from generator.lib.language import digits
from generator.lib.language import gettext as _
from generator.pages.changes import changes
from generator.pages.listing import SHOWN
from generator.pages.metadata import speaker
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
_NUMBER = r"-?[\d,.]+(?:e[+-]?\d+)?"
_NUMBERS = re.compile(f"{_NUMBER}(?: to {_NUMBER})?")
_KINDS = {"answer": "question", "relation": "claim", "silent": "source", "place": "place"}
"""The facts that are told apart by the id of a record of this kind."""
_MEMBERS = frozenset({"silent", "place", "participant", "derivation"})
"""The facts of which only that they are there is told."""
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
    key: str
    number: int

    @property
    def url(self) -> str:
        """The address of all its lines, where they are too many for the page of recent changes."""
        return f"{URL}release-{self.key}/"

    @property
    def title(self) -> str:
        """Its day, and the number of one that is not the first of its day."""
        day = plain(self.day)
        if self.number == 1:
            return _("Release of %(day)s", day=day)
        return _("Release %(number)s of %(day)s", number=self.number, day=day)


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
            breadcrumb = (Crumb(page.title, page.url),)
            yield from pages_of(
                replace(page, url=release.url, title=release.title, breadcrumb=breadcrumb),
                divided(release.lines, release.url),
                lambda part, release=release: {  # type: ignore[misc]
                    "changes": [],
                    "releases": [replace(release, lines=part.entries)],
                    "shown": MOST,
                },
            )


def releases(site: Site) -> list[Release]:
    """Every release, the newest first, with the facts it changed."""
    found = []
    for each in site.releases.history:
        speakers = {(c.ref, c.key): c.before or c.after for c, _told in each.changes if c.what == "speaker"}
        lines = tuple(_line(site, change, told, speakers) for change, told in each.changes)
        found.append(Release(parse(each.date), lines, each.key, each.number))
    return found


def _line(
    site: Site, change: Change, correction: Ref | None, speakers: Mapping[tuple[Ref, str], str]
) -> ReleasedFact:
    records = site.dataset.records
    there = change.ref if change.ref in records else None
    told = correction if correction in records else None
    name = site.name(there) if there else change.ref.id
    what, of = label(change.what), _of(site, change, speakers)
    if change.what in _DIGESTS:
        return ReleasedFact(there, name, what, of, "", "", told)
    if change.what in _MEMBERS and not (change.before and change.after):  # its coming or going alone is told
        return ReleasedFact(there, name, what, "", change.before and of, change.after and of, told)
    before, after = (_value(site, change.what, text) for text in (change.before, change.after))
    return ReleasedFact(there, name, what, of, before, after, told)


def _of(site: Site, change: Change, speakers: Mapping[tuple[Ref, str], str]) -> str:
    """What a fact is about, in words: who speaks, which question, source or place."""
    key = change.key
    if change.what in _KINDS:  # known by the id of that record
        return _name(site, f"{_KINDS[change.what]}:{key}")
    if change.what in _MEMBERS:  # `person:varga witness`, `repost source:ledger`
        return _(", ").join(_name(site, part) for part in key.split(" ", 1))
    holder, passage = key, []
    if change.what == "quotation":  # `berg-in-the-ledger ledger p1`
        words = key.split(" ")
        at = next((n for n, word in enumerate(words) if Ref("source", word) in site.dataset.sources), None)
        if at is not None:
            holder = " ".join(words[:at])
            passage = [site.name(Ref("source", words[at])), *map(site.paragraph, words[at + 1 : at + 2])]
    claim = site.dataset.claims.get(change.ref)
    now = next((a for a in claim.assertions if a.id == holder), None) if claim else None
    if now:
        source = now.source if now.source != now.speaker_ref else None
        beside = passage or ([site.name(source)] if source else [])
        return _(", ").join([speaker(site, now), *beside])
    then = speakers.get((change.ref, holder), "")
    who = _value(site, "speaker", then) if then else label(holder)
    return _(", ").join(filter(None, (who, *passage)))


def _value(site: Site, what: str, text: str) -> str:
    """A fact in words: the name of a record, or a word as it is printed."""
    if what == "figure" and text:
        return _figure(text)
    if what in _DATED:  # `2019-01 to not stated`, `2031-03-02 14:00 (inferred)`
        return _WORD.sub(lambda word: _in_words(word[0]), text)
    if what == "author":
        return _(", ").join(_name(site, each) for each in _WORD.findall(text))
    if what == "speaker" and text.startswith(_UNNAMED):
        return label(_UNNAMED) + text.removeprefix(_UNNAMED)
    return _name(site, text)


def _figure(text: str) -> str:
    """A figure in words: of `at_least, 3, people, in the hall` “at least 3 people, in the hall”."""
    qualifier, *rest = text.split(", ")
    exact = "" if qualifier == "exactly" else label(qualifier)
    if rest and _NUMBERS.fullmatch(rest[0]):
        ends = [digits(float(number.replace(",", ""))) for number in rest.pop(0).split(" to ")]
        number = _("%(low)s to %(high)s", low=ends[0], high=ends[1]) if len(ends) > 1 else ends[0]
        unit = rest.pop(0) if rest else ""
        exact = " ".join(filter(None, (exact, number, unit)))
    return _(", ").join(filter(None, (exact, *rest[:-1], *map(_dated, rest[-1:]))))


def _name(site: Site, text: str) -> str:
    """The name of a record, or a word as it is printed."""
    try:
        ref = parse_ref(text, tuple(KINDS))
    except ValueError:
        return label(text)
    return site.name(ref) if ref in site.dataset.records else ref.id


def _in_words(word: str) -> str:
    """A date as pages print it, another word in the language of the page."""
    dated = _dated(word)
    return dated if dated != word else "–" if word == "to" else label(word)


def _dated(text: str) -> str:
    """A date as pages print it, anything else as it is."""
    try:
        return plain(parse(text))
    except ValueError:
        return text
