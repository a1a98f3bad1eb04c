"""Rules on dates: what is inferred has a reason, and no date goes against another."""

import re
from collections.abc import Iterator
from zoneinfo import available_timezones

from generator.analysis.time_order import moment, precedes, zone
from generator.analysis.voices import said
from generator.check.rules.assertions import assertions
from generator.check.rules.walk import all_records, everywhere, rule
from generator.lib.dates import Edtf, certainly_before, overlaps, plain, today
from generator.lib.text import did_you_mean
from generator.records.dataset import Dataset, Fault
from generator.records.model import Assertion, Dating
from generator.records.yamlfile import FieldPath

INFERRED = "inferred"
"""The basis of a date that the editors worked out."""
PLANNED = "planned"
"""The status of an event that was to be."""
_LAST_YEAR = 9999
_YEARS = 10
_MAY_LIE_AHEAD = frozenset(["to", "as_of"])
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@rule
def inferred_without_reason(dataset: Dataset) -> Iterator[Fault]:
    """A date that is inferred says in `reason` why it follows from what the source says."""
    for ref, path, dating in everywhere(dataset, Dating):
        if dating.basis == INFERRED and not dating.reason:
            hint = "say in reason what the source says and what it is counted from"
            yield Fault(ref, (*path, "basis"), "the date is inferred without a reason", hint)


@rule
def malformed_time(dataset: Dataset) -> Iterator[Fault]:
    """A clock time is written `HH:MM`, from 00:00 to 23:59."""
    for ref, path, dating in everywhere(dataset, Dating):
        if dating.time and not _CLOCK.fullmatch(dating.time):
            hint = "write hours and minutes of the 24-hour clock, such as 01:30 or 23:50"
            yield Fault(ref, (*path, "time"), f"“{dating.time}” is not a clock time", hint)


@rule
def unknown_zone(dataset: Dataset) -> Iterator[Fault]:
    """A time zone is one of the IANA list, such as `Europe/Oslo`."""
    for ref, path, dating in everywhere(dataset, Dating):
        if dating.tz and zone(dating.tz) is None:
            near = did_you_mean(dating.tz, sorted(available_timezones()))
            hint = f"{near} write the IANA name of the region, such as Europe/Oslo".strip()
            yield Fault(ref, (*path, "tz"), f"“{dating.tz}” is no time zone", hint)


@rule
def zone_without_time(dataset: Dataset) -> Iterator[Fault]:
    """A time zone stands beside a clock time, and both beside a single day."""
    for ref, path, dating in everywhere(dataset, Dating):
        if dating.tz and not dating.time:
            yield Fault(ref, (*path, "tz"), "there is a zone but no clock time", "give time, or remove tz")
        elif dating.time and dating.edtf.earliest != dating.edtf.latest:
            message = f"there is a clock time but no single day: {plain(dating.edtf)}"
            yield Fault(ref, (*path, "time"), message, "give the day, or remove time")


@rule
def said_after_publication(dataset: Dataset) -> Iterator[Fault]:
    """Nothing was said after the publication of the source that carries it."""
    for ref, path, assertion in assertions(dataset):
        source = dataset.sources.get(assertion.source) if assertion.source else None
        end = source.published if source else None
        for place, dates in _said_after(dataset, path, assertion, end, f"{assertion.source} was published"):
            yield Fault(ref, place, dates, "fix one of the two dates")


@rule
def said_after_death(dataset: Dataset) -> Iterator[Fault]:
    """Nobody says anything after their death."""
    for ref, path, assertion in assertions(dataset):
        speaker = dataset.people.get(assertion.speaker_ref) if assertion.speaker_ref else None
        end = speaker.died if speaker else None
        for place, dates in _said_after(dataset, path, assertion, end, f"{assertion.speaker} died"):
            yield Fault(ref, place, dates, "fix one of the two dates, or the speaker")


def _said_after(
    dataset: Dataset, path: FieldPath, assertion: Assertion, end: Dating | None, ended: str
) -> Iterator[tuple[FieldPath, str]]:
    """Where it stands that something was said after `end`, by its own date or else by that of its event."""
    own, place = assertion.said, (*path, "said", "edtf")
    if own is None and assertion.said_in:
        own, place = said(dataset, assertion), (*path, "said_in")
    if own and end and certainly_before(end.edtf, own.edtf):
        yield place, f"said {plain(own.edtf)}, but {ended} {plain(end.edtf)}"


@rule
def said_beside_its_event(dataset: Dataset) -> Iterator[Fault]:
    """What was said in an interview, speech or report was said when that was."""
    for ref, path, assertion in assertions(dataset):
        event = dataset.events.get(assertion.said_in) if assertion.said_in else None
        if assertion.said and event and event.when and not overlaps(assertion.said.edtf, event.when.edtf):
            message = (
                f"said {plain(assertion.said.edtf)}, but {assertion.said_in} was {plain(event.when.edtf)}"
            )
            hint = "fix one of the two dates, or leave said out: it is taken from said_in"
            yield Fault(ref, (*path, "said", "edtf"), message, hint)


@rule
def role_ends_before_it_begins(dataset: Dataset) -> Iterator[Fault]:
    """A role does not end before it begins."""
    for ref, person in dataset.people.items():
        for number, role in enumerate(person.roles):
            if role.from_ and role.to and certainly_before(role.to, role.from_):
                message = f"the role ends {plain(role.to)}, before it begins {plain(role.from_)}"
                yield Fault(ref, ("roles", number, "to"), message, "fix one of the two dates")


@rule
def order_against_dates(dataset: Dataset) -> Iterator[Fault]:
    """The dates of two events do not go against the order that `after` and `before` give them."""
    events = dataset.events
    for ref, event in events.items():
        for field, others in (("after", event.after), ("before", event.before)):
            for number, other in enumerate(others):
                mine, theirs = event.when, events[other].when if other in events else None
                if precedes(mine, theirs) if field == "after" else precedes(theirs, mine):
                    own, its = _in_words(mine, theirs), _in_words(theirs, mine)
                    message = f"it is dated {own}, but {other} {its}"
                    hint = f"correct a date, or take {other} out of {field}"
                    yield Fault(ref, (field, number), message, hint)


def _in_words(dating: Dating | None, other: Dating | None) -> str:
    """The date, with the clock where that of both tells the moment."""
    if dating is None:
        return ""
    clock = f", {dating.time} {dating.tz}" if moment(dating) and moment(other) else ""
    return plain(dating.edtf) + clock


@rule
def changed_before_added(dataset: Dataset) -> Iterator[Fault]:
    """A record is not changed before it is added."""
    for ref, record in all_records(dataset):
        if record.changed and certainly_before(record.changed, record.added):
            message = f"changed {plain(record.changed)}, before it was added {plain(record.added)}"
            yield Fault(ref, ("changed",), message, "fix one of the two dates")


@rule
def far_ahead(dataset: Dataset) -> Iterator[Fault]:
    """No date lies more than ten years ahead, but that of a plan, a figure or the end of a role.

    It is counted from today or from the day the documentary was begun, whichever is later.
    """
    begun = dataset.documentary.added.latest
    year, _, rest = max(today(), begun.isoformat() if begun else "").partition("-")
    last = f"{int(year) + _YEARS}-{rest}"
    for ref, path, edtf in everywhere(dataset, Edtf):
        event = dataset.events.get(ref)
        is_planned = ref.kind == "event" and (event is None or event.status == PLANNED)
        if path[-1] in _MAY_LIE_AHEAD or is_planned or edtf.earliest is None:
            continue
        if edtf.earliest.year > _LAST_YEAR or last < edtf.earliest.isoformat():
            yield Fault(ref, path, f"{plain(edtf)} lies far ahead", "correct the year")


@rule
def corrected_before_added(dataset: Dataset) -> Iterator[Fault]:
    """A correction is not older than the record it changes."""
    for ref, correction in dataset.corrections.items():
        for number, affected in enumerate(correction.affects):
            record = dataset.records.get(affected)
            if record and certainly_before(correction.date, record.added):
                message = (
                    f"corrected {plain(correction.date)}, but {affected} was added {plain(record.added)}"
                )
                yield Fault(ref, ("affects", number), message, "fix one of the two dates")
