"""TimelineJS: the events as slides of a timeline."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from generator.exports.archive import Archive, Data
from generator.exports.format import File, Format
from generator.exports.occurrences import Occurrence, left_out, occurrences
from generator.exports.whole import encoded
from generator.lib.dates import Day
from generator.lib.language import gettext as _
from generator.lib.language import label

PATH = "timeline.json"
_HUMAN = 270_000
"""About how many years a script can tell by its clock, before and after the year 0."""
_PARTS = {"day": 3, "month": 2}
"""How many of year, month and day a date of this precision gives; of a coarser one the year."""


def _files(archive: Archive) -> Iterator[File]:
    documentary = archive.documentary
    dated = list(occurrences(archive))
    begun = [(each, day) for each in dated if (day := each.days[0])]
    slides = [_slide(archive, each, day) for each, day in begun]
    note = left_out(len(archive.dataset.events) - len(dated), len(dated) - len(begun))
    title = {
        "headline": escape(documentary["title"], quote=False),
        "text": escape(documentary["subtitle"], quote=False),
    }
    days = [day for each in dated for day in each.days if day]
    scale = "cosmological" if any(abs(day.year) > _HUMAN for day in days) else "human"
    whole = {"title": {"text": title}, "events": slides, "scale": scale}
    told = _("Events with a first possible day")
    yield File(PATH, encoded(whole), "application/json", told, len(slides), note)


def _slide(archive: Archive, each: Occurrence, first: Day) -> Data:
    text = f"<p>{escape(each.text, quote=False)}</p>"
    if archive.address:
        page = escape(archive.page(each.ref))
        text += f'<p><a href="{page}">{escape(_("The page of this event"), quote=False)}</a></p>'
    last = each.days[1]
    return {
        "unique_id": f"{each.ref.kind}-{each.ref.id}",
        "start_date": _date(each, first),
        **({"end_date": _date(each, last)} if last and last != first else {}),
        "display_date": escape(each.date, quote=False),
        "group": escape(label(each.event.type), quote=False),
        "text": {"headline": escape(each.name, quote=False), "text": text},
        "autolink": False,
    }


def _date(each: Occurrence, day: Day) -> Data:
    """The day as far as it is known."""
    known = _PARTS.get(each.when.edtf.precision, 1)
    return dict(zip(("year", "month", "day")[:known], day, strict=False))


FORMAT = Format(
    name="TimelineJS",
    standard="https://timeline.knightlab.com/docs/json-format.html",
    use="The events as slides for TimelineJS of Knight Lab, each with its date in the words of this site and "
    "the sources that speak of it.",
    files=_files,
)
