"""The site: the archive with everything computed once that pages ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from generator.analysis.backlinks import Backlink, backlinks
from generator.analysis.coverage import evidence_of
from generator.analysis.prose import Linker, plain
from generator.analysis.releases import Releases
from generator.analysis.short_names import short_names
from generator.analysis.standing import Standing, standing
from generator.lib.dates import Day, Edtf, plain_day
from generator.lib.dates import plain as plain_date
from generator.lib.language import gettext as _
from generator.pages.address import KIND_PAGES, url_of
from generator.pages.page import Crumb
from generator.pages.words import label, number
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.model import Assertion, Claim, Correction, Dating, Event, Evidence, Source, Value
from generator.records.refs import Ref

T = TypeVar("T")


@dataclass(frozen=True)
class Position:
    """One answer to a question: the claim that gives it and its place among the answers, from 1."""

    number: int
    answer: str
    claim: Ref


@dataclass(frozen=True)
class Use:
    """One use of a source: the record and claim assertion that cites a paragraph of it."""

    ref: Ref
    paragraph: str
    assertion: Assertion | None
    evidence: Evidence


def by_then(edtf: Edtf) -> tuple[Day, Day, str]:
    """The order of dates in lists: by the latest they may be, so that a vague one follows exact ones."""
    return edtf.latest or Day(9999, 12, 31), edtf.earliest or Day(0, 1, 1), edtf.text


def _track(event: Event) -> tuple[Ref | None, bool]:
    return event.part_of, event.is_statement


class Site:
    """Everything that several pages need, computed once."""

    def __init__(self, dataset: Dataset, address: str = "", releases: Releases | None = None) -> None:
        """`address` is that of the site's root, with a slash at its end; empty: not known."""
        self.dataset = dataset
        self.address = address
        self.releases = releases or Releases()
        self.linker = Linker(dataset)
        self._known: dict[Hashable, Any] = {}

    def memo(self, key: Hashable, compute: Callable[[], T]) -> T:
        """What `compute` gives, computed when `key` is first asked for; for what several pages show.

        `compute` takes all it needs from the site when it is called, so that it may be called again later.
        """
        if key not in self._known:
            self._known[key] = compute()
        found: T = self._known[key]
        return found

    def name(self, ref: Ref) -> str:
        """The name by which a record is shown: of a source its short one."""
        record = self.dataset.records[ref]
        if isinstance(record, Source):
            return self.memo("short names", lambda: short_names(self.dataset))[ref]
        if isinstance(record, Correction):
            return _("%(kind)s of %(date)s", kind=label(record.kind).capitalize(), date=record.date.text)
        return str(getattr(record, "name", ref.id))

    def title(self, ref: Ref) -> str:
        """The title of its page: of a source its headline."""
        record = self.dataset.records[ref]
        return record.name if isinstance(record, Source) else self.name(ref)

    def path(self, ref: Ref) -> str:
        """The path of the record's file, from the project folder."""
        return self.dataset.files[ref].path

    def crumb(self, ref: Ref) -> Crumb:
        """A record's page by title and address."""
        return Crumb(self.name(ref), url_of(ref))

    def parents(self, ref: Ref) -> tuple[Crumb, ...]:
        """The breadcrumb above a record's page."""
        return (Crumb(_(KINDS[ref.kind].title), KIND_PAGES[ref.kind]),)

    def neighbours(self, ref: Ref) -> tuple[Crumb | None, Crumb | None]:
        """The pages before and after a record's page among its kind."""
        before, after = self._beside[ref]
        return self.crumb(before) if before else None, self.crumb(after) if after else None

    def changed(self, ref: Ref) -> str:
        """The day of the record's last change that matters to a reader, in plain words."""
        record = self.dataset.records[ref]
        return plain_date(record.changed or record.added)

    def changed_day(self, ref: Ref) -> str:
        """That day in ISO 8601."""
        record = self.dataset.records[ref]
        return (record.changed or record.added).text

    @cached_property
    def last_change(self) -> Edtf:
        """The newest day on which any record was added or changed."""
        return max(record.changed or record.added for record in self.dataset.records.values())

    @cached_property
    def _order(self) -> Mapping[str, list[Ref]]:
        order: dict[str, list[Ref]] = defaultdict(list)
        for ref in sorted(self.dataset.records, key=self.place_in_lists):
            order[ref.kind].append(ref)
        return dict(order)

    def in_kind(self, kind: str) -> list[Ref]:
        """The records of a kind as indexes list them: dated ones by date, others by name."""
        return list(self._order.get(kind, ()))

    def place_in_lists(self, ref: Ref) -> tuple[bool, Any, str, str]:
        """The key by which lists of one kind are sorted."""
        record = self.dataset.records[ref]
        dating = getattr(record, "when", None) or getattr(record, "published", None)
        return (
            dating is None,
            by_then(dating.edtf) if dating else (),
            self.name(ref).casefold().lstrip("[“‘"),
            ref.id,
        )

    @cached_property
    def _beside(self) -> Mapping[Ref, tuple[Ref | None, Ref | None]]:
        return {
            ref: (before, after)
            for refs in self._order.values()
            for before, ref, after in zip([None, *refs], refs, [*refs[1:], None], strict=False)
        }

    def events_beside(self, ref: Ref) -> list[Ref]:
        """The events of the same larger event and track, this one among them, in the order of lists."""
        return self._events_by_track[_track(self.dataset.events[ref])]

    @cached_property
    def _events_by_track(self) -> Mapping[tuple[Ref | None, bool], list[Ref]]:
        found: dict[tuple[Ref | None, bool], list[Ref]] = defaultdict(list)
        for ref in self.in_kind("event"):
            found[_track(self.dataset.events[ref])].append(ref)
        return dict(found)

    @cached_property
    def backlinks(self) -> Mapping[Ref, list[Backlink]]:
        """What points at each record."""
        return backlinks(self.dataset, self.linker)

    def pointing_at(self, ref: Ref, *without: str) -> dict[str, list[Backlink]]:
        """What points at a record under each heading, without links from the fields `without`.

        A field is named alone (`about`) or with its kind (`claim.about`).
        """
        found: dict[str, list[Backlink]] = defaultdict(list)
        for link in self.backlinks.get(ref, ()):
            if not {link.field, f"{link.ref.kind}.{link.field}"} & set(without):
                found[link.heading].append(link)
        return found

    def linking(self, ref: Ref, field: str) -> list[Ref]:
        """The records that refer to `ref` in `field`, named with its kind (`claim.about`), sorted by id."""
        return [b.ref for b in self.backlinks.get(ref, ()) if f"{b.ref.kind}.{b.field}" == field]

    def corrections(self, ref: Ref) -> list[Ref]:
        """The corrections that affect a record."""
        return [c for c, record in self.dataset.corrections.items() if ref in record.affects]

    @cached_property
    def standings(self) -> Mapping[Ref, Standing]:
        """The standing of each claim."""
        return {ref: standing(self.dataset, ref) for ref in self.dataset.claims}

    @cached_property
    def positions(self) -> Mapping[Ref, list[Position]]:
        """The positions on each question, the claim with most assertions first."""
        found: dict[Ref, list[tuple[int, Ref, str]]] = defaultdict(list)
        for ref, claim in self.dataset.claims.items():
            for answer in claim.answers:
                found[answer.question].append((-len(claim.assertions), ref, answer.answer))
        return {
            question: [Position(n, answer, ref) for n, (_, ref, answer) in enumerate(sorted(entries), 1)]
            for question, entries in found.items()
        }

    @cached_property
    def uses(self) -> Mapping[Ref, list[Use]]:
        """For each source, every passage of it that a record cites, in the order of the records."""
        found: dict[Ref, list[Use]] = defaultdict(list)
        for ref, record in self.dataset.records.items():
            for assertion, evidence in evidence_of(record):
                found[evidence.source].append(Use(ref, evidence.paragraph, assertion, evidence))
        return found

    def said(self, assertion: Assertion) -> Dating | None:
        """When an assertion was made: its own date, else that of the statement it was made in."""
        if assertion.said is not None or assertion.said_in is None:
            return assertion.said
        event = self.dataset.events.get(assertion.said_in)
        return event.when if event else None

    def in_order(self, claim: Claim) -> list[Assertion]:
        """The assertions of a claim, the first said first and the undated last."""
        dated = [(self.said(a), a) for a in claim.assertions]
        with_date = sorted((by_then(said.edtf), n) for n, (said, _) in enumerate(dated) if said)
        rest = [a for said, a in dated if said is None]
        return [claim.assertions[n] for _, n in with_date] + rest

    def paragraph(self, label: str) -> str:
        """A paragraph label in words, such as `paragraph 3`."""
        if label[:1] == "p" and label[1:].isdigit():
            return _("paragraph %(number)s", number=label[1:])
        if label[:1] == "h" and label[1:].isdigit():
            return _("heading %(number)s", number=label[1:])
        return {"title": _("title"), "standfirst": _("standfirst")}.get(label, label)

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
            return f"{qualifier}{number(value.number)}"
        if low is not None and high is not None:
            return _("%(low)s to %(high)s", low=number(low), high=number(high))
        if low is not None:
            return _("at least %(number)s", number=number(low))
        return _("at most %(number)s", number=number(high or 0))

    def summary(self, ref: Ref) -> str:
        """One sentence on the record, as plain text."""
        record = self.dataset.records[ref]
        text = getattr(record, "description", None) or getattr(record, "reason", None) or self.name(ref)
        return " ".join(plain(str(text)).split())
