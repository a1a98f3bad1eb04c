"""The strip: both tracks of the timeline as one small drawing.

The scale is not of time but of record: each year is as wide as the number of moments in it (and two more, so
that a quiet year has room), and within a year the moments stand in order, evenly spaced. So a week that fills
half the archive stays readable beside years in which little is recorded. A date without an exact day is a
hollow dot; how far it may reach is drawn on the timeline's own page. Where the moments are too many for dots,
a bar for each year and track is as thick as their share of the year.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.lib.language import gettext as _
from generator.pages.timeline import HAPPENED, Moment, Year, years
from generator.pages.words import plural
from generator.records.refs import Ref

_ROWS = {HAPPENED: 30, "disclosed": 78}
_AIR = 2
_LABEL = 8.5
_MOST = 400
_THICK = 18


@dataclass(frozen=True)
class _Stretch:
    """A year on the drawing: where it begins and how wide one of its steps is, in percent."""

    year: Year
    start: float
    step: float

    def x(self, place: float) -> float:
        return round(self.start + self.step * (place + 1 + _AIR / 2 - 0.5), 2)

    @property
    def end(self) -> float:
        return self.start + self.step * (len(self.year.moments) + _AIR)


def strip(moments: Sequence[Moment], subject: Ref) -> Markup:
    """The drawing of all dated moments as SVG; empty where there is none."""
    stretches = _stretches(years([m for m in moments if m.day is not None]))
    if not stretches:
        return Markup("")
    places = [(m, s.x(n)) for s in stretches for n, m in enumerate(s.year.moments)]
    bars: list[Markup] = []
    if not dotted(moments):
        bars = [_bar(s, track) for s in stretches for track in _ROWS]
        places = [(m, x) for m, x in places if m.ref == subject]
    parts = bars + [_dot(m, x, subject) for m, x in sorted(places, key=lambda place: place[0].ref == subject)]
    return _frame(moments, stretches) + Markup("").join([*_ticks(stretches), *parts]) + Markup("</svg>")


def dotted(moments: Sequence[Moment]) -> bool:
    """Whether the drawing has room for a dot for each moment."""
    return sum(m.day is not None for m in moments) <= _MOST


def _stretches(found: list[Year]) -> list[_Stretch]:
    total = sum(len(year.moments) + _AIR for year in found)
    stretches: list[_Stretch] = []
    at = 0.0
    for year in found:
        stretches.append(_Stretch(year, at, 100 / total))
        at = stretches[-1].end
    return stretches


def _frame(moments: Sequence[Moment], stretches: list[_Stretch]) -> Markup:
    dated = [m for m in moments if m.day is not None]
    happened = sum(m.track == HAPPENED for m in dated)
    first, last = stretches[0].year.name, stretches[-1].year.name
    disclosed = plural(len(dated) - happened, "disclosure")
    title = _(
        "%(events)s and %(disclosures)s with a date, from %(first)s to %(last)s",
        events=plural(happened, "event"),
        disclosures=disclosed,
        first=first,
        last=last,
    )
    return Markup(
        '<svg width="100%" height="120" role="img" aria-labelledby="strip-title">'
        '<title id="strip-title">{}</title>'
        '<text class="label" x="0" y="12">{}</text>'
        '<line class="axis" x1="0" x2="100%" y1="30" y2="30"/>'
        '<text class="label" x="0" y="60">{}</text>'
        '<line class="axis" x1="0" x2="100%" y1="78" y2="78"/>'
    ).format(title, _("What happened"), _("What was disclosed"))


def _ticks(stretches: list[_Stretch]) -> list[Markup]:
    """A tick at the start of each year; the fullest years are labelled first, others where room is left."""
    labelled: list[float] = []
    parts = []
    for s in sorted(stretches, key=lambda s: (-len(s.year.moments), s.year.number)):
        x = round(s.start, 2)
        parts.append(Markup('<line class="tick" x1="{0}%" x2="{0}%" y1="92" y2="98"/>').format(x))
        if s.start <= 100 - _LABEL and all(abs(s.start - other) >= _LABEL for other in labelled):
            labelled.append(s.start)
            name = Markup('<text class="label fine" x="{}%" y="112">{}</text>')
            parts.append(name.format(x, s.year.name))
    return parts


def _bar(stretch: _Stretch, track: str) -> Markup:
    share = sum((m.track == HAPPENED) == (track == HAPPENED) for m in stretch.year.moments)
    thick = round(_THICK * share / len(stretch.year.moments), 1)
    return Markup('<rect class="stretch" x="{}%" width="{}%" y="{}" height="{}"/>').format(
        round(stretch.start, 2),
        round(stretch.end - stretch.start, 2),
        round(_ROWS[track] - thick / 2, 1),
        thick,
    )


def _dot(moment: Moment, x: float, subject: Ref) -> Markup:
    row = _ROWS[moment.track]
    if moment.ref == subject:
        return Markup('<circle class="dot subject" cx="{}%" cy="{}" r="8"/>').format(x, row)
    name = "dot" if moment.extent == "day" else "dot hollow"
    return Markup('<circle class="{}" cx="{}%" cy="{}" r="4"/>').format(name, x, row)
