"""iCalendar: the events in the calendar, each over all days that are possible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date, datetime, timedelta
from urllib.parse import urlsplit

from generator.analysis.time_order import moment
from generator.exports.archive import Archive
from generator.exports.format import File, Format
from generator.exports.occurrences import Occurrence, left_out, occurrences
from generator.lib.dates import Day
from generator.lib.language import gettext as _
from generator.lib.language import label
from generator.lib.text import fragment

PATH = "events.ics"
_LONGEST = 75
"""The most octets of a line, its end not counted."""
_ESCAPED = re.compile(r"[\\;,]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def _files(archive: Archive) -> Iterator[File]:
    documentary = archive.documentary
    host = urlsplit(archive.address).netloc or fragment(documentary["title"].casefold())
    dated = list(occurrences(archive))
    found = [lines for each in dated if (lines := list(_event(archive, each, host)))]
    unbounded = sum(None in each.days for each in dated)
    beyond = len(dated) - unbounded - len(found)
    note = left_out(len(archive.dataset.events) - len(dated), unbounded, beyond)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Documentary generator//Events//EN",
        "CALSCALE:GREGORIAN",
        _property("X-WR-CALNAME", documentary["title"]),
        _property("X-WR-CALDESC", "\n".join(filter(None, (documentary["subtitle"], note)))),
        *(line for event in found for line in event),
        "END:VCALENDAR",
    ]
    data = "".join(f"{folded(line)}\r\n" for line in lines).encode()
    title = _("Events with a first and a last possible day")
    yield File(PATH, data, "text/calendar", title, len(found), note)


def _event(archive: Archive, each: Occurrence, host: str) -> Iterator[str]:
    """The lines of one event; none where a possible day is not known or no calendar has it."""
    first, last = (_date(day) for day in each.days)
    if first is None or last is None:
        return
    event = each.event
    name = each.name if each.is_sure else _("%(event)s: %(date)s", event=each.name, date=each.date)
    where = _("; ").join(archive.name(place) for place in event.where)
    at = moment(each.when) if each.is_sure else None
    changed = _date((event.changed or event.added).latest) or date.min
    yield "BEGIN:VEVENT"
    yield f"UID:{each.ref.kind}-{each.ref.id}@{host}"
    yield f"DTSTAMP:{_basic(changed)}T000000Z"
    yield from _span(first, last, at)
    yield _property("SUMMARY", name)
    yield _property("DESCRIPTION", each.text)
    if where:
        yield _property("LOCATION", where)
    if archive.address:
        yield f"URL:{archive.page(each.ref)}"
    yield _property("CATEGORIES", label(event.type))
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _span(first: date, last: date, at: datetime | None) -> Iterator[str]:
    if at:
        yield f"DTSTART:{_basic(at.date())}T{at:%H%M%S}Z"
    else:
        yield f"DTSTART;VALUE=DATE:{_basic(first)}"
        yield f"DTEND;VALUE=DATE:{_basic(last + timedelta(1))}"


def _date(day: Day | None) -> date | None:
    """The day, where there can be one after it; no calendar here has the year 10000."""
    return date(*day) if day and 1 <= day.year < MAXYEAR else None


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _property(name: str, text: str) -> str:
    escaped = _ESCAPED.sub(r"\\\g<0>", _CONTROLS.sub("", text))
    return f"{name}:{escaped}".replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which ends within a character (RFC 5545, 3.1)."""
    pieces, size = [""], 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _LONGEST:
            pieces.append(" ")
            size = 1
        pieces[-1] += sign
        size += octets
    return "\r\n".join(pieces)


FORMAT = Format(
    name="iCalendar",
    standard="https://www.rfc-editor.org/rfc/rfc5545",
    use="The events for a calendar. One whose day is not known stands on every day that is possible, and its "
    "name says so.",
    files=_files,
)
