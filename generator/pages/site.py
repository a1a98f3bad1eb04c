"""The site: the archive with everything computed once that pages ask for."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, TypeVar

from generator.analysis.backlinks import Backlink, backlinks, links_from
from generator.analysis.prose import Link, Linker, plain
from generator.analysis.quotations import addressed
from generator.analysis.releases import Releases
from generator.analysis.short_names import short_names, told_apart
from generator.analysis.standing import Standing, standing
from generator.analysis.time_order import assertions_in_order, events_in_order, latest
from generator.analysis.voices import published, said
from generator.evidence.lock import LockedText
from generator.lib.dates import Edtf, plain_day
from generator.lib.dates import plain as plain_date
from generator.lib.groups import grouped
from generator.lib.language import digits
from generator.lib.language import gettext as _
from generator.lib.text import capitalized
from generator.pages.address import KIND_PAGES
from generator.pages.page import Crumb, Page
from generator.pages.parts import Part, Step, dates, divided
from generator.pages.tracking import (
    TABLES,
    Key,
    Reads,
    TrackedMapping,
    TrackedRecords,
    entries_differing,
    index,
    of_record,
)
from generator.pages.words import label, located
from generator.records.cited import read_cited
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS, url_of
from generator.records.model import (
    Assertion,
    Chapter,
    Cited,
    Claim,
    Correction,
    Dating,
    Event,
    Evidence,
    Locator,
    Term,
    Value,
    leaves,
)
from generator.records.refs import Ref

T = TypeVar("T")
Links = dict[Ref, dict[Ref, list[Backlink]]]
LINKED = "linked"
"""The keys of what is linked in prose: `(LINKED, text)`, and `(LINKED,)` where the prose is of no record."""
_TOLD = ("description", "reason", "standfirst")
"""The fields that say in a sentence what a record is."""
STATEMENTS = 40
"""How many statements the page of a claim shows, and each of its further pages."""


@dataclass(frozen=True)
class Position:
    """One answer to a question: the claim that gives it and its place among the answers, from 1."""

    number: int
    answer: str
    claim: Ref


@dataclass(frozen=True)
class PassageUse:
    """One use of a source: the record and claim assertion that cites a paragraph of it."""

    ref: Ref
    paragraph: str
    assertion: Assertion | None
    evidence: Evidence


def _track(event: Event) -> tuple[Ref | None, bool]:
    return event.part_of, event.is_statement


class _Standings:
    """The standing of each claim, computed when it is asked for."""

    def __init__(self, site: "Site") -> None:
        self._site = site

    def __getitem__(self, claim: Ref) -> Standing:
        return self._site.memo(("standing", claim), partial(standing, self._site.dataset, claim))


class Site:
    """Everything that several pages need, computed once."""

    def __init__(
        self,
        dataset: Dataset,
        address: str = "",
        releases: Releases | None = None,
        seen: Mapping[str, str] | None = None,
    ) -> None:
        """`address` is that of the site's root, with a slash at its end; empty: not known.

        `seen` has by the id of a source the day on which all that is quoted last stood at its address.
        """
        self.dataset = dataset
        self.address = address
        self.releases = releases or Releases()
        self.seen = seen or {}
        self.reads = Reads()
        self.plain: Site | None = None
        """Of a tracked site the one that it looks things up in."""
        self.pages: dict[str, frozenset[Key]] = {}
        """Of pages that are remembered (`memo`) what they read, by address."""
        self._memos: dict[Hashable, tuple[Any, frozenset[Key]]] = {}

    @classmethod
    def tracked(
        cls,
        dataset: Dataset,
        address: str = "",
        releases: Releases | None = None,
        links: Links | None = None,
        seen: Mapping[str, str] | None = None,
    ) -> "Site":
        """A site that notes in `reads` what is read of it; `take` brings it to another dataset.

        `links` are its `links`, where they are known.
        """
        site = cls(dataset, address, releases, seen)
        site.plain = cls(dataset, address, releases, seen)
        if links is not None:
            site.plain._links = links
        site.dataset = _view(site)
        return site

    def take(self, dataset: Dataset, refs: Collection[Ref]) -> set[Key]:
        """Bring a tracked site to `dataset`, in which the records `refs` differ; the keys that differ.

        The documentary's own settings and the vocabularies are as they were: every page rests on them.
        """
        before = self.plain
        assert before is not None  # noqa: S101 - a tracked site has one
        after = Site(dataset, self.address, self.releases, self.seen)
        linking, keys = _linking_otherwise(dataset, before.linker, after.linker)
        after._links = {ref: links for ref, links in before.links.items() if ref in dataset.records}
        after._links |= {ref: after.links_of(ref) for ref in {*refs, *linking} if ref in dataset.records}
        keys |= _differing(before, after, refs)
        self.plain = after
        self._memos = {key: kept for key, kept in self._memos.items() if kept[1].isdisjoint(keys)}
        return keys

    def memo(self, key: Hashable, compute: Callable[[], T]) -> T:
        """What `compute` gives, computed when `key` is first asked for; for what several pages show.

        `compute` takes all it needs from the site when it is called, so that it may be called again later.
        """
        if key not in self._memos:
            with self.reads.noted() as keys:
                made = compute()
            self._memos[key] = made, frozenset(keys)
            pages = made if isinstance(made, tuple) else (made,)
            self.pages |= {page.url: frozenset(keys) for page in pages if isinstance(page, Page)}
        found: T
        found, reads = self._memos[key]
        self.reads.note_all(reads)
        return found

    @cached_property
    def _linker(self) -> Linker:
        return Linker(self.dataset)

    @property
    def linker(self) -> Linker:
        """Finds names in prose."""
        return self._linker if self.plain is None else self.plain.linker

    @cached_property
    def _links(self) -> Links:
        return {ref: self.links_of(ref) for ref in self.dataset.records}

    @property
    def links(self) -> Links:
        """What each record points at."""
        return self._links if self.plain is None else self.plain.links

    def segments(self, prose: str, without: Iterable[Ref] = ()) -> list[str | Link]:
        """The text in pieces, plain or linked, as `Linker.segments`."""
        self.reads.note((LINKED, prose))
        return self.linker.segments(prose, without)

    def links_of(self, ref: Ref) -> dict[Ref, list[Backlink]]:
        """What one record points at."""
        return links_from(ref, self.dataset.records[ref], self.linker, self.dataset.documentary.language)

    @index
    def terms(self) -> Mapping[Ref, Term]:
        """The terms of the glossary, in its order."""
        return {term.ref: term for term in self.dataset.glossary}

    @index
    def short_names(self) -> Mapping[Ref, str]:
        """The short name of each source."""
        return short_names(self.dataset)

    @index
    def told_apart(self) -> Mapping[Ref, str]:
        """The names of people who share theirs."""
        return told_apart(self.dataset)

    def name(self, ref: Ref) -> str:
        """The name by which a record is shown: a source's short one; of people who share theirs numbered."""
        if ref.kind not in ("source", "person"):
            return self._name(ref)
        names: Mapping[Ref, str] = self.short_names if ref.kind == "source" else self.told_apart
        return names[ref] if ref in names else self._name(ref)

    @of_record
    def _name(self, ref: Ref) -> str:
        record = self.dataset.records[ref]
        if isinstance(record, Correction):
            kind = capitalized(label(record.kind))
            return _("%(kind)s of %(date)s", kind=kind, date=plain_date(record.date))
        return str(getattr(record, "name", ref.id))

    def title(self, ref: Ref) -> str:
        """The title of its page: of a source its headline."""
        return self._name(ref) if ref.kind == "source" else self.name(ref)

    @of_record
    def path(self, ref: Ref) -> str:
        """The path of the record's file, from the project folder."""
        return self.dataset.files[ref].path

    def crumb(self, ref: Ref) -> Crumb:
        """A record's page by title and address."""
        return Crumb(self.name(ref), url_of(ref))

    def parents(self, ref: Ref) -> tuple[Crumb, ...]:
        """The breadcrumb above a record's page."""
        return (Crumb(_(KINDS[ref.kind].title), KIND_PAGES[ref.kind]),)

    @of_record
    def changed(self, ref: Ref) -> str:
        """The day of the record's last change that matters to a reader, in plain words."""
        record = self.dataset.records[ref]
        return plain_date(record.changed or record.added)

    @of_record
    def changed_day(self, ref: Ref) -> str:
        """That day in ISO 8601."""
        record = self.dataset.records[ref]
        return (record.changed or record.added).text

    @property
    def last_change(self) -> Edtf:
        """The newest day on which any record was added or changed."""
        newest: Edtf = self._newest[""]
        return newest

    @index
    def _newest(self) -> Mapping[str, Edtf]:
        return {"": max(record.changed or record.added for record in self.dataset.records.values())}

    @cached_property
    def refs_by_kind(self) -> Mapping[str, list[Ref]]:
        """The records of each kind, by id."""
        return grouped((ref.kind, ref) for ref in self.dataset.records)

    @index
    def _order(self) -> Mapping[str, list[Ref]]:
        order = sorted(self.dataset.records, key=lambda ref: (ref.kind, self.place_in_lists(ref)))
        return grouped((ref.kind, ref) for ref in order)

    def in_kind(self, kind: str) -> list[Ref]:
        """The records of a kind as indexes list them: dated ones by date, others by name."""
        return [*self._order.get(kind, ())]

    def dated(self, ref: Ref) -> Dating | None:
        """The date by which lists put a record in order: of an event, or of a source’s publication."""
        record = self.dataset.records[ref]
        return getattr(record, "when", None) or getattr(record, "published", None)

    def place_in_lists(self, ref: Ref) -> tuple[bool, Any, str, str]:
        """The key by which lists of one kind are sorted."""
        record = self.dataset.records[ref]
        if ref.kind == "event":
            return (*self.event_places.get(ref, (True, 0)), "", ref.id)
        if isinstance(record, Correction):
            return (False, record.date.latest, "", ref.id)
        if isinstance(record, Chapter):
            return (False, record.order, "", ref.id)
        place = latest(getattr(record, "published", None))
        return (
            place is None,
            place or (),
            self.name(ref).casefold().lstrip("[“‘"),
            ref.id,
        )

    @index
    def event_places(self) -> Mapping[Ref, tuple[bool, int]]:
        """The place of each event in the order of time; true where that is not known."""
        order = events_in_order(self.dataset)
        known = {ref: (False, n) for n, ref in enumerate(order.known)}
        return known | {ref: (True, n) for n, ref in enumerate(order.unknown)}

    def events_beside(self, ref: Ref) -> list[Ref]:
        """The events of the same larger event and track, this one among them, in the order of lists."""
        found: list[Ref] = self._events_by_track[_track(self.dataset.events[ref])]
        return found

    @index
    def _events_by_track(self) -> Mapping[tuple[Ref | None, bool], list[Ref]]:
        return grouped((_track(self.dataset.events[ref]), ref) for ref in self.in_kind("event"))

    @index
    def backlinks(self) -> Mapping[Ref, list[Backlink]]:
        """What points at each record, in the order of the kinds table; one entry per record and heading."""
        return backlinks(self.links)

    def pointing_at(self, ref: Ref, *without: str) -> dict[str, list[Backlink]]:
        """What points at a record under each heading, without links from the fields `without`.

        A field is named alone (`about`) or with its kind (`claim.about`).
        """
        links: list[Backlink] = self.backlinks.get(ref, [])
        shown = (x for x in links if not {x.field, f"{x.ref.kind}.{x.field}"} & set(without))
        return grouped((link.heading, link) for link in shown)

    def linking(self, ref: Ref, field: str) -> list[Ref]:
        """The records that refer to `ref` in `field`, named with its kind (`claim.about`), sorted by id."""
        return [b.ref for b in self.backlinks.get(ref, ()) if f"{b.ref.kind}.{b.field}" == field]

    def corrections(self, ref: Ref) -> list[Ref]:
        """The corrections that affect a record."""
        return [c for c, record in self.dataset.corrections.items() if ref in record.affects]

    @property
    def standings(self) -> _Standings:
        """The standing of each claim."""
        return _Standings(self)

    @index
    def positions(self) -> Mapping[Ref, list[Position]]:
        """The positions on each question, the claim with most assertions first."""
        found = grouped(
            (answer.question, (-len(claim.assertions), ref, answer.answer))
            for ref, claim in self.dataset.claims.items()
            for answer in claim.answers
        )
        return {
            question: [Position(n, answer, ref) for n, (_, ref, answer) in enumerate(sorted(entries), 1)]
            for question, entries in found.items()
        }

    @index
    def uses(self) -> Mapping[Ref, list[PassageUse]]:
        """For each source, every passage of it that a record cites, in the order of the records."""
        return grouped(
            (evidence.source, PassageUse(ref, evidence.paragraph, assertion, evidence))
            for ref, record in self.dataset.records.items()
            for _address, assertion, evidence in addressed(ref, record)
        )

    @index
    def media_uses(self) -> Mapping[Ref, list[PassageUse]]:
        """For each medium, every passage that is said to be seen or heard in it."""
        return grouped(
            (evidence.media.of, PassageUse(ref, evidence.paragraph, assertion, evidence))
            for ref, record in self.dataset.records.items()
            for _address, assertion, evidence in addressed(ref, record)
            if evidence.media
        )

    @index
    def media_cited(self) -> Mapping[Ref, list[tuple[Ref | None, str]]]:
        """For each medium, the places in it that cited prose names, with the chapter where it is one."""
        documentary = self.dataset.documentary
        apart = [*documentary.brief, *(each.text for each in documentary.cast)]
        chapters = [(ref, chapter.body.text) for ref, chapter in self.dataset.chapters.items()]
        return grouped(
            (link.ref, (ref, link.part))
            for ref, text in [*chapters, *((None, text) for text in apart)]
            for link in read_cited(text, documentary.language).links
            if link.ref and link.ref.kind == "media" and link.part
        )

    def copy(self, source: Ref) -> LockedText | None:
        """What the lock knows of the copy of a source that we hold; None where it knows of none."""
        return self.dataset.lock.sources.get(source.id) if self.dataset.lock else None

    def said(self, assertion: Assertion) -> Dating | None:
        """When a statement was made; what an article says itself when its words first came out."""
        return said(self.dataset, assertion)

    def published(self, source: Ref) -> Dating | None:
        """When the words of an article first came out, as far as that is stated."""
        return published(self.dataset, source)

    def stands(self, ref: Ref, fragment: str) -> str:
        """Where a place on a record’s page is, from the root: a statement may stand on a further page."""
        if ref.kind == "claim" and len(self.dataset.claims[ref].assertions) > STATEMENTS:
            beyond: Mapping[str, str] = self.memo(("statements", ref), lambda: self._further(ref))
            return beyond.get(fragment) or f"{url_of(ref)}#{fragment}"
        return f"{url_of(ref)}#{fragment}"

    def _further(self, ref: Ref) -> Mapping[str, str]:
        """Of the statements on a claim those that its own page leaves out, by id, with their places."""
        ordered = self.in_order(self.dataset.claims[ref])
        own = {a.id for a in ordered[:STATEMENTS]}
        leaves = self.statements_on(ref).leaves
        return {a.id: f"{leaf.url}#{a.id}" for leaf in leaves for a in leaf.entries if a.id not in own}

    def statements_on(self, ref: Ref) -> Part[Assertion]:
        """Every statement on a claim, in the parts in which its further pages hold them."""

        def steps(assertion: Assertion) -> list[Step]:
            said = self.said(assertion)
            return dates(said.edtf if said else None)

        url = f"{url_of(ref)}statements/"
        return divided(self.in_order(self.dataset.claims[ref]), url, steps, STATEMENTS)

    def in_order(self, claim: Claim) -> list[Assertion]:
        """The assertions of a claim in order of time, those whose order is not known last."""
        return assertions_in_order(self.dataset, claim.assertions, lambda a: a).all

    def paragraph(self, label: str) -> str:
        """A paragraph label in words, such as `paragraph 3`."""
        if label[:1] == "p" and label[1:].isdigit():
            return _("paragraph %(number)s", number=label[1:])
        if label[:1] == "h" and label[1:].isdigit():
            return _("heading %(number)s", number=label[1:])
        return {"title": _("title"), "standfirst": _("standfirst")}.get(label, label)

    def place(self, source: Ref, label: str, locator: Locator | None = None) -> str:
        """Where a passage of a source is, in words: `page 88, paragraph 250`.

        Without a `locator` of its own it is where the reading note on the paragraph says.
        """
        note = self.dataset.sources[source].note(label)
        found = locator or (note.locator if note else None)
        return _(", ").join([*([located(found)] if found else []), self.paragraph(label)])

    def period(self, start: Edtf | None, end: Edtf | None) -> str:
        """From when to when, as far as stated."""
        if start and end:
            return f"{plain_day(start)} – {plain_day(end)}"
        if start:
            return _("from %(date)s", date=plain_day(start))
        return _("until %(date)s", date=plain_day(end)) if end else ""

    def figure(self, value: Value) -> str:
        """A figure in words, without its unit."""
        if value.qualifier == "none_confirmed":
            return _("none confirmed")
        low, high = value.min, value.max
        if value.number is not None:
            qualifier = "" if value.qualifier == "exactly" else f"{label(value.qualifier)} "
            return f"{qualifier}{digits(value.number)}"
        if low is not None and high is not None:
            return _("%(low)s to %(high)s", low=digits(low), high=digits(high))
        if low is not None:
            return _("at least %(number)s", number=digits(low))
        return _("at most %(number)s", number=digits(high or 0))

    @of_record
    def summary(self, ref: Ref) -> str:
        """One sentence on the record, as plain text."""
        record = self.dataset.records[ref]
        text = next((t for name in _TOLD if (t := getattr(record, name, None))), None) or self.title(ref)
        return " ".join(plain(str(text)).split())


_INDEXES = [name for name, value in vars(Site).items() if isinstance(value, index)]
_FACTS = [value for value in vars(Site).values() if hasattr(value, "of_record")]
_OF_THE_DATASET = (
    "answering",
    "relations_to",
    "publications",
    "declared_later",
    "declared_earlier",
    "media_files",
)
_OF_THE_LOCK = ("sources", "entries", "names", "quoted")


def _view(site: Site) -> Dataset:
    """The dataset of a tracked site as pages see it: every look into its records and its lock is noted."""

    def now() -> Dataset:
        assert site.plain is not None  # noqa: S101 - only tracked sites have a view
        return site.plain.dataset

    def list_of(kind: str) -> Collection[Ref]:
        assert site.plain is not None  # noqa: S101
        return site.plain.refs_by_kind.get(kind, ())

    whole = site.dataset
    lock = whole.lock and replace(whole.lock)
    for part in _OF_THE_LOCK if lock else ():
        lock.__dict__[part] = TrackedMapping(
            site.reads, f"lock {part}", partial(lambda part: getattr(now().lock, part), part)
        )
    records = TrackedRecords(site.reads, lambda: now().records, list_of, tuple(KINDS))
    view = replace(whole, records=records, lock=lock)
    for part in _OF_THE_DATASET:
        view.__dict__[part] = TrackedMapping(
            site.reads, part, partial(lambda part: getattr(now(), part), part)
        )
    return view


def _differing(before: Site, after: Site, refs: Collection[Ref]) -> set[Key]:
    """The keys under which pages read another thing in `after`; the records `refs` differ."""
    keys: set[Key] = set()
    for ref in refs:
        keys.add(("record", ref))
        held = [ref in site.dataset.records for site in (before, after)]
        if not all(held):
            keys |= {("there", ref), ("refs", ref.kind)}
        keys |= {
            (fact.__name__, ref) for fact in _FACTS if not all(held) or fact(before, ref) != fact(after, ref)
        }
    for name in _INDEXES:
        keys.update(entries_differing(name, getattr(before, name), getattr(after, name)))
    for name, found in TABLES.items():
        keys.update(entries_differing(name, found(before), found(after)))
    was, now = before.dataset, after.dataset
    for name in _OF_THE_DATASET:
        keys.update(entries_differing(name, getattr(was, name), getattr(now, name)))
    if was.lock is not now.lock:
        for part in _OF_THE_LOCK:
            old, new = getattr(was.lock, part, {}), getattr(now.lock, part, {})
            keys.update(entries_differing(f"lock {part}", old, new))
    return keys


def _linking_otherwise(dataset: Dataset, before: Linker, after: Linker) -> tuple[set[Ref], set[Key]]:
    """The records with texts in which other names or terms are linked after than before, and the keys."""
    heads = {
        head for head in {**before.forms, **after.forms} if before.forms.get(head) != after.forms.get(head)
    }
    keys: set[Key] = {(LINKED,)} if heads else set()
    refs: set[Ref] = set()
    for ref, record in dataset.records.items() if heads else ():
        for text in (value for _path, value in leaves(record) if isinstance(value, str)):
            if not any(head in text for head in heads):
                continue
            pieces = _read_apart(text, dataset.documentary.language)
            if any(before.segments(piece) != after.segments(piece) for piece in pieces):
                refs.add(ref)
                keys.add((LINKED, text))
    return refs, keys


def _read_apart(text: str, language: str) -> list[str]:
    """The pieces of a text in each of which names and terms are looked for by themselves."""
    if not isinstance(text, Cited):
        return [text]
    return [piece.text for block in read_cited(text, language).blocks for piece in block.pieces]
