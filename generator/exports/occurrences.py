"""The events as calendars and timelines tell of them: attributed, and no more exact than the records are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.prose import plain as unmarked
from generator.analysis.time_order import events_in_order
from generator.exports.archive import Archive
from generator.lib.dates import Day, plain
from generator.lib.language import gettext as _
from generator.lib.language import label, ngettext
from generator.records.model import Dating, Event
from generator.records.refs import Ref


@dataclass(frozen=True)
class Occurrence:
    """An event with a date."""

    ref: Ref
    event: Event
    when: Dating
    name: str
    """With its status, where it is not said to have occurred."""
    date: str
    """In words, with clock time and zone as far as they are stated, and whether it is inferred."""
    sources: str
    """The sources that speak of it, by their short names."""

    @property
    def days(self) -> tuple[Day | None, Day | None]:
        """The first and the last possible day."""
        return self.when.edtf.earliest, self.when.edtf.latest

    @property
    def is_sure(self) -> bool:
        """Whether it is known for sure to the day."""
        edtf = self.when.edtf
        exact = edtf.earliest == edtf.latest and not (edtf.approximate or edtf.uncertain)
        return exact and self.when.basis != "inferred"

    @property
    def text(self) -> str:
        """The date, what the record says of it, and who speaks of it."""
        told = [_("%(date)s.", date=self.date), unmarked(self.event.description)]
        if self.when.reason:
            told.insert(1, _("The date is inferred: %(reason)s", reason=unmarked(self.when.reason)))
        if self.sources:
            told.append(_("Sources that speak of it: %(names)s.", names=self.sources))
        return " ".join(told)


def occurrences(archive: Archive) -> Iterator[Occurrence]:
    """The events that have a date, in order of time."""
    events = archive.dataset.events
    for ref in events_in_order(archive.dataset).all:
        event = events[ref]
        if event.when:
            sources = dict.fromkeys(archive.name(evidence.source) for evidence in event.evidence)
            yield Occurrence(ref, event, event.when, named(event), _told(event.when), _("; ").join(sources))


def left_out(undated: int, unbounded: int, beyond: int = 0) -> str:
    """How many events a file leaves out, and which; empty where it has all."""
    told = (
        (undated, ngettext("%(num)s event without a date", "%(num)s events without a date", undated)),
        (
            unbounded,
            ngettext(
                "%(num)s event whose first or last possible day is not known",
                "%(num)s events whose first or last possible day is not known",
                unbounded,
            ),
        ),
        (
            beyond,
            ngettext(
                "%(num)s event outside the years 1 to 9998",
                "%(num)s events outside the years 1 to 9998",
                beyond,
            ),
        ),
    )
    events = _("; ").join(text for number, text in told if number)
    return _("Left out: %(events)s.", events=events) if events else ""


def named(event: Event) -> str:
    """The name of the event with its status, where it is not said to have occurred."""
    if event.status == "occurred":
        return event.name
    return _("%(name)s (%(status)s)", name=event.name, status=label(event.status))


def _told(when: Dating) -> str:
    day = plain(when.edtf)
    if when.time and when.tz:
        day = _("%(day)s, %(time)s (%(zone)s)", day=day, time=when.time, zone=when.tz)
    elif when.time:
        day = _("%(day)s, %(time)s (time zone not stated)", day=day, time=when.time)
    return _("%(date)s (inferred)", date=day) if when.basis == "inferred" else day
