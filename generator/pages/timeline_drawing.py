"""Both tracks of the timeline as one drawing, what happened above the line and disclosures below.

The scale is that of the record, of a short story that of its days or months. Each moment is a mark at its
date. Marks that would touch are stacked away from the line. A stretch too short to be seen is a hollow dot:
some day in it. The turning points stand above, numbered. The script draws the same, and a year or a month
true to time (`timeline-drawing.js`); this is the whole, for readers without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.lib.language import gettext as _
from generator.pages.scale import APART_NAMES, RecordScale, lanes, year_name
from generator.pages.words import plural
from generator.records.refs import Ref

if TYPE_CHECKING:
    from generator.pages.timeline import Moment

_PITCH = 12
_LABELS = 26
_DOT, _OPEN = 0.9, 4.0
_TURN = 1.2


def _fades(name: str) -> Markup:
    """The gradients of dates that are not sure, for the drawing `name`."""
    stop = '<stop offset="{}" stop-color="currentColor"{}/>'
    none = ' stop-opacity="0"'
    fades = {
        "about": [("0", none), ("0.4", ""), ("0.6", ""), ("1", none)],
        "until": [("0", none), ("0.8", "")],
        "since": [("0.2", ""), ("1", none)],
    }
    made = [
        f'<linearGradient id="{name}fade-{way}">{"".join(stop.format(*s) for s in stops)}</linearGradient>'
        for way, stops in fades.items()
    ]
    return Markup(f"<defs>{''.join(made)}</defs>")  # noqa: S704 - nothing of the records is in it


@dataclass(frozen=True)
class _Mark:
    """A moment on the scale, from `start` to `end` in percent of the width, `lane` steps off the line."""

    moment: Moment
    start: float
    end: float
    lane: int = 0
    is_dot: bool = False


def scale_of(moments: Sequence[Moment]) -> RecordScale | None:
    """The scale on which the dated moments are drawn; None where none is dated."""
    stand = [m.day for m in moments if m.day]
    return (
        RecordScale.over(stand, [d for m in moments for d in (m.earliest, m.latest) if d]) if stand else None
    )


def drawing(
    moments: Sequence[Moment],
    subject: Ref,
    turns: Sequence[Moment] = (),
    name: str = "",
    apart: float = APART_NAMES,
) -> Markup:
    """The drawing of all dated moments as SVG, the turning points numbered; empty where none is dated.

    `name` makes its ids unique in a page that has several. `apart` is as for the ticks of `RecordScale`.
    """
    scale = scale_of(moments)
    if scale is None:
        return Markup("")
    dated = [m for m in moments if m.day is not None]
    happened = _stacked([_placed(m, scale) for m in dated if m.track == "happened"])
    disclosed = _stacked([_placed(m, scale) for m in dated if m.track != "happened"])
    numbered = [(n, m, round(scale.at(m.day), 2)) for n, m in enumerate(turns, 1) if m.day]
    rows = lanes([(x - _TURN, x + _TURN) for _, _, x in numbered])
    top = 24 + 20 * max((row + 1 for row in rows), default=0)
    line = _PITCH * (_lanes(happened) + 1) + top
    height = line + _LABELS + _PITCH * (_lanes(disclosed) + 1) + 14
    counts = ((len(happened), "event"), (len(disclosed), "disclosure"))
    shown = _(" and ").join(plural(number, kind) for number, kind in counts if number)
    ends = (scale.knots[0][0], scale.knots[-1][0].later(-1))
    years = dict.fromkeys(year_name(day.year) for day in ends)
    title = f"{shown}{_(', ')}{'–'.join(years)}"
    parts = [_mark(m, line - _PITCH * (m.lane + 1), subject, name) for m in happened]
    parts += [_mark(m, line + _LABELS + _PITCH * (m.lane + 1), subject, name) for m in disclosed]
    parts += [_turn(n, x, 32 + 20 * row, line) for (n, _, x), row in zip(numbered, rows, strict=True)]
    knots = " ".join(f"{day.isoformat()} {place}" for day, place in scale.knots)
    return (
        Markup(
            '<svg width="100%" height="{}" role="img" aria-labelledby="{}drawing-title" '
            'data-unit="{}" data-scale="{}">'
        ).format(height, name, scale.unit, knots)
        + Markup('<title id="{}drawing-title">{}</title>').format(name, title)
        + _fades(name)
        + _scale(scale, line, apart)
        + Markup("").join(parts)
        + Markup("</svg>")
    )


def _placed(moment: Moment, scale: RecordScale) -> _Mark:
    """Where the moment lies; a mark is never narrower than a dot, and an open end fades over a short way."""
    early, late = moment.earliest, moment.latest
    start = scale.at(early) if early else None
    end = scale.at(late, 1) if late else None
    if start is None:
        end = end or 0.0
        return _Mark(moment, max(0.0, end - _OPEN), end)
    if end is None:
        return _Mark(moment, start, min(100.0, start + _OPEN))
    if end - start < _DOT or moment.extent == "day":
        middle = min(max((start + end) / 2, _DOT / 2), 100 - _DOT / 2)
        return _Mark(moment, middle - _DOT / 2, middle + _DOT / 2, is_dot=True)
    return _Mark(moment, start, end)


def _stacked(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks in lanes, the longest nearest the line."""
    ordered = sorted(marks, key=lambda m: (-round(m.end - m.start, 6), m.start))
    found = lanes([(m.start, m.end) for m in ordered])
    placed = (replace(m, lane=lane) for m, lane in zip(ordered, found, strict=True))
    return sorted(placed, key=lambda m: m.lane)


def _lanes(marks: Sequence[_Mark]) -> int:
    return max((m.lane + 1 for m in marks), default=0)


def _scale(scale: RecordScale, line: int, apart: float) -> Markup:
    parts = [
        Markup('<text class="label" x="0" y="12">{}</text>').format(_("Events")),
        Markup('<line class="axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(line),
        Markup('<line class="axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(line + _LABELS),
    ]
    for name, x in scale.ticks(apart):
        parts.append(
            Markup(
                '<line class="tick" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/>'
                '<text class="label fine" x="{0}%" dx="4" y="{3}">{4}</text>'
            ).format(x, line, line + _LABELS, line + 17, name)
        )
    return Markup("").join(parts)


def _turn(number: int, x: float, y: int, line: int) -> Markup:
    """A turning point: its number, and a thin line down to the scale."""
    return Markup(
        '<line class="thread" x1="{0}%" x2="{0}%" y1="{1}" y2="{2}"/>'
        '<circle class="turn" cx="{0}%" cy="{1}" r="8"/><text class="label turn" x="{0}%" y="{3}">{4}</text>'
    ).format(x, y, line, y + 4, number)


def _mark(mark: _Mark, y: int, subject: Ref, name: str) -> Markup:
    moment, start, end = mark.moment, round(mark.start, 2), round(mark.end, 2)
    middle = round((mark.start + mark.end) / 2, 2)
    if moment.extent == "one-of" and not mark.is_dot:
        return Markup(
            '<line class="between" x1="{0}%" x2="{1}%" y1="{2}" y2="{2}"/>'
            '<circle class="dot hollow" cx="{0}%" cy="{2}" r="3.5"/>'
            '<circle class="dot hollow" cx="{1}%" cy="{2}" r="3.5"/>'
        ).format(start, end, y)
    if mark.is_dot:
        name = "dot subject" if moment.ref == subject else "dot" if moment.extent == "day" else "dot hollow"
        return Markup('<circle class="{}" cx="{}%" cy="{}" r="3.5"/>').format(name, middle, y)
    if moment.extent == "span":
        return Markup(
            '<rect class="stretch" x="{0}%" width="{1}%" y="{2}" height="3"/>'
            '<line class="end" x1="{0}%" x2="{0}%" y1="{3}" y2="{4}"/>'
            '<line class="end" x1="{5}%" x2="{5}%" y1="{3}" y2="{4}"/>'
        ).format(start, round(end - start, 2), y - 1.5, y - 4, y + 4, end)
    return Markup('<rect class="fade" fill="url(#{}fade-{})" x="{}%" width="{}%" y="{}" height="6"/>').format(
        name, moment.extent, start, round(end - start, 2), y - 3
    )
