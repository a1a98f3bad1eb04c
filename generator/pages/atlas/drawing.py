"""The drawing of one view: outlines, circles to scale, marks that are links, names, and a scale."""

import math
import textwrap
from collections.abc import Callable, Sequence

from markupsafe import Markup

from generator.lib.language import gettext as _
from generator.pages.atlas.labels import LINE, Rect, Wanted, placed
from generator.pages.atlas.outlines import land, outlines
from generator.pages.atlas.projection import KM_PER_DEGREE
from generator.pages.atlas.views import Spot, View
from generator.pages.site import Site
from generator.records.outlines import Ring
from generator.records.refs import Ref

_MARK = 4.5
_HIT = 15
_CHARACTERS = 20
_FINE = 2
_SAMPLES = 8


def anchor(ref: Ref) -> str:
    """The id of a place in the list of the map."""
    return f"place-{ref.id}"


def drawing(site: Site, view: View, href: Callable[[Ref], str], name: str, title: str) -> Markup:
    """The SVG of a view; `href` says where a place leads, `name` makes the ids unique in the page."""
    order = sorted(view.spots, key=lambda s: (s.area, -s.events, s.radius_km, s.ref))
    wanted = [_wanted(site, view, spot) for spot in order]
    rects = placed(wanted, view.width, view.height)
    frame = Markup(
        '<svg class="map" viewBox="0 0 {0} {1}" role="group" aria-labelledby="{2}-title">'
        '<title id="{2}-title">{3}</title>{4}'
    ).format(view.width, view.height, name, title, coast(site, view))
    found = sorted(
        zip(order, wanted, rects, strict=True), key=lambda item: (not item[0].area, -item[0].radius_km)
    )
    parts = [_linked(site, view, *item, href(item[0].ref)) for item in found]
    return Markup("").join([frame, *parts, _scale(view), Markup("</svg>")])


def coast(site: Site, view: View) -> Markup:
    """The outlines of countries in a view as one path, without what the drawing is too small to show.

    The tolerance is a power of two, so that the maps of many places need the same points.
    """
    _half, power = math.frexp(1 / view.scale / KM_PER_DEGREE)
    rings = land(outlines(site.dataset.outlines), _bounds(view), 2.0 ** (power - 1))
    lines = "".join(filter(None, (_path(view, ring) for ring in rings)))
    return Markup('<path class="land" transform="scale({})" d="{}"/>').format(1 / _FINE, lines)


def _bounds(view: View) -> tuple[float, float, float, float]:
    """A box in degrees around a view: west, south, east, north."""
    x, y = view.width / view.scale / 2, view.height / view.scale / 2
    steps = [2 * n / _SAMPLES - 1 for n in range(_SAMPLES + 1)]
    rim = [(x * s, side * y) for s in steps for side in (-1, 1)] + [
        (side * x, y * s) for s in steps for side in (-1, 1)
    ]
    points = [view.projection.inverse(*point) for point in rim]
    south, north = min(p[0] for p in points) - 1, max(p[0] for p in points) + 1
    west, east = min(p[1] for p in points) - 1, max(p[1] for p in points) + 1
    pole = 90 - abs(view.projection.latitude)
    if pole * KM_PER_DEGREE < math.hypot(x, y):
        middle = view.projection.longitude
        west, east = middle - 180, middle + 180
        south, north = (south, 90) if view.projection.latitude > 0 else (-90, north)
    return west, max(south, -90), east, min(north, 90)


def _path(view: View, ring: Ring) -> str:
    """A ring as steps between whole numbers, finer than the drawing's unit; empty where nothing is left."""
    points = [view.place(latitude, longitude) for longitude, latitude in ring]
    whole = [(round(x * _FINE), round(y * _FINE)) for x, y in points]
    (x, y), steps = whole[0], []
    for u, v in whole[1:]:
        if (u, v) != (x, y):
            steps.append(f"{u - x}{'' if v < y else ' '}{v - y}")
            x, y = u, v
    if len(steps) < 3:
        return ""
    return f"M{whole[0][0]} {whole[0][1]}l{' '.join(steps).replace(' -', '-')}z"


def _wanted(site: Site, view: View, spot: Spot) -> Wanted:
    name = site.name(spot.ref) + (f"\N{NO-BREAK SPACE}({spot.events})" if spot.events else "")
    x, y = view.place(*spot.point)
    reach = spot.radius_km * view.scale
    radius = reach if _MARK < reach < _HIT else _MARK
    return Wanted(tuple(textwrap.wrap(name, _CHARACTERS)) or (name,), x, y, 0 if spot.area else radius)


def _reach(view: View, spot: Spot, want: Wanted) -> Markup:
    """The circle within which the place lies, where it is larger than the mark."""
    radius = spot.radius_km * view.scale
    if radius <= _MARK + 2:
        return Markup("")
    return Markup('<circle class="reach" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(want.x, want.y, radius)


def _mark(view: View, spot: Spot, want: Wanted) -> list[Markup]:
    """The circle, the mark in its middle, and the larger round that answers to a finger."""
    mark = Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{}"/>')
    look = "spot" if spot.events else "spot bare"
    return [
        _reach(view, spot, want),
        mark.format("hit", want.x, want.y, _HIT),
        mark.format(look, want.x, want.y, _MARK),
    ]


def _linked(site: Site, view: View, spot: Spot, want: Wanted, rect: Rect | None, href: str) -> Markup:
    parts = [] if spot.area else _mark(view, spot, want)
    if rect:
        parts += [_leader(want, rect), *_words(want.lines, rect, area=spot.area)]
    if not parts:
        return Markup("")
    label = Markup(' aria-label="{}"').format(site.name(spot.ref)) if not rect else ""
    return Markup('<a href="{}"{}>{}</a>').format(href, label, Markup("").join(parts))


def _leader(want: Wanted, rect: Rect) -> Markup:
    """A line from the mark to words that stand far from it."""
    x = min(max(want.x, rect.x), rect.x + rect.width)
    y = min(max(want.y, rect.y), rect.y + rect.height)
    if not want.radius or math.hypot(x - want.x, y - want.y) < want.radius + 9:
        return Markup("")
    line = Markup('<line class="leader" x1="{:.0f}" y1="{:.0f}" x2="{:.0f}" y2="{:.0f}"/>')
    return line.format(want.x, want.y, x, y)


def _words(lines: Sequence[str], rect: Rect, *, area: bool) -> list[Markup]:
    text = Markup('<text class="label{}" x="{:.0f}" y="{:.0f}">{}</text>')
    hit = Markup('<rect class="hit" x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}"/>')
    middle = rect.x + rect.width / 2
    return [
        hit.format(rect.x, rect.y - _HIT + rect.height / 2, rect.width, 2 * _HIT) if area else Markup(""),
        *(
            text.format(" area" if area else "", middle, rect.y + (n + 1) * LINE - 4, line)
            for n, line in enumerate(lines)
        ),
    ]


def _scale(view: View) -> Markup:
    """A bar of a round number of kilometres, at most a quarter of the width."""
    most = view.width / 4 / view.scale
    power = 10 ** math.floor(math.log10(most))
    km = max(n * power for n in (1, 2, 5) if n * power <= most)
    y, length = view.height - 14, km * view.scale
    bar = Markup('<path class="scale" d="M14 {}v5h{:.0f}v-5"/>').format(y, length)
    words = Markup('<text class="label fine" x="{:.0f}" y="{}">{}</text>')
    return bar + words.format(14 + length / 2, y - 2, _("%(length)s km", length=f"{km:g}"))
