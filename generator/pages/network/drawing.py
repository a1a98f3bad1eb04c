"""The drawing of the network: boxes that are links, and lines whose hue and stroke tell their sort."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from generator.analysis.ties import ACTS, RECEIVED, SORTS, Bond
from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.lib.text import wrapped
from generator.pages.network.layout import Box, Point, layout
from generator.pages.site import Site
from generator.records.refs import Ref

WIDTH = 1160
_LETTER = 6.6
_LINE = 14
_CHARACTERS = 17
_LINES = 3
_CUT = " …"
_BOW = 16
_AREA = 17000


def anchor(ref: Ref) -> str:
    """The id of somebody in the list, as short as it may be: it is written many times."""
    return f"{ref.kind[0]}-{ref.id}"


def lines_of(name: str, characters: int = _CHARACTERS) -> list[str]:
    """A name in lines that fit into a box."""
    lines = wrapped(name, characters, _LINES, _CUT)
    return lines or [name[:characters]]


def drawing(site: Site, nodes: Sequence[Ref], every: Sequence[Bond]) -> Markup:
    """The SVG of the nodes, sorted, and the bonds between them."""
    place = {ref: n for n, ref in enumerate(nodes)}
    drawn = sorted(
        (bond for bond in every if bond.one in place and bond.other in place),
        key=lambda bond: (SORTS.index(bond.sort), bond.doubtful),
    )
    names = [lines_of(site.name(ref)) for ref in nodes]
    sizes = [(max(map(len, lines)) * _LETTER + 16, len(lines) * _LINE + 10) for lines in names]
    height = max(300, round(_AREA * len(nodes) / WIDTH))
    boxes = layout(sizes, [(place[b.one], place[b.other]) for b in drawn], WIDTH, height)
    places = list(zip(nodes, boxes, strict=True))
    return Markup('{}<g class="overview">{}</g>{}</svg>').format(
        _frame(height, len(nodes), len(drawn)),
        Markup("").join(_lines(drawn, dict(places))),
        Markup("").join(_boxes(site, places, names)),
    )


def _frame(height: int, nodes: int, lines: int) -> Markup:
    return Markup(
        '<svg class="network" viewBox="0 0 {} {}" role="group" aria-labelledby="network-title">'
        '<title id="network-title">{}</title>{}'
    ).format(
        WIDTH,
        height,
        _(
            "%(nodes)s and %(lines)s between them; the list below says the same in words",
            nodes=ngettext("%(num)s person or organization", "%(num)s people and organizations", nodes),
            lines=ngettext("%(num)s line", "%(num)s lines", lines),
        ),
        _arrows(),
    )


def _arrows() -> Markup:
    """The heads of arrows, and the question mark in the middle of a doubtful line."""
    head = Markup(
        '<marker id="to-{0}" class="{0}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
        'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>'
    )
    query = Markup(
        '<marker id="query" viewBox="-8 -8 16 16" markerWidth="16" markerHeight="16" '
        'markerUnits="userSpaceOnUse"><text class="label query" y="4">?</text></marker>'
    )
    return Markup("<defs>{}{}{}</defs>").format(head.format("claim"), head.format("relay"), query)


def _siblings(drawn: Sequence[Bond]) -> dict[Bond, float]:
    """How far each bond swings out, so that several between two boxes lie beside each other."""
    groups = grouped((frozenset((bond.one, bond.other)), bond) for bond in drawn)
    return {
        bond: (n - (len(group) - 1) / 2) * _BOW * (1 if bond.one < bond.other else -1)
        for group in groups.values()
        for n, bond in enumerate(group)
    }


def _bent(bond: Bond, where: dict[Ref, Box], bow: float) -> tuple[Point, Point, Point]:
    """Start, bend and end of a line."""
    one, other = where[bond.one], where[bond.other]
    length = math.hypot(other.x - one.x, other.y - one.y) or 1
    bend = (
        (one.x + other.x) / 2 - (other.y - one.y) / length * bow * 2,
        (one.y + other.y) / 2 + (other.x - one.x) / length * bow * 2,
    )
    return one.edge_towards(*bend), bend, other.edge_towards(*bend)


def _lines(drawn: Sequence[Bond], where: dict[Ref, Box]) -> Iterator[Markup]:
    """The lines in groups, one for each sort and certainty, with what they say from either end."""
    bows, place = _siblings(drawn), {ref: n for n, ref in enumerate(where)}
    line = Markup('<path data-ends="{} {}"{} d="{}"/>')
    for (sort, doubtful), group in groupby(drawn, attrgetter("sort", "doubtful")):
        paths = [
            line.format(
                place[bond.one],
                place[bond.other],
                Markup(' data-many="{}"').format(len(bond.ties)) if len(bond.ties) > 1 else "",
                _curve(*_bent(bond, where, bows[bond]), halved=doubtful),
            )
            for bond in group
        ]
        yield _group(sort, doubtful, paths)


def _curve(start: Point, bend: Point, end: Point, *, halved: bool) -> str:
    """A curve in whole steps from its start; `halved`: with a point in its middle, for the mark."""
    x, y = round(start[0]), round(start[1])
    (bx, by), (ex, ey) = ((round(px - x), round(py - y)) for px, py in (bend, end))
    if not halved:
        return f"M{x} {y}q{bx} {by} {ex} {ey}".replace(" -", "-")
    mx, my = round(bx / 2 + ex / 4), round(by / 2 + ey / 4)
    return f"M{x} {y}q{bx / 2:.0f} {by / 2:.0f} {mx} {my}t{ex - mx} {ey - my}".replace(" -", "-")


def _group(sort: str, doubtful: bool, paths: Sequence[Markup]) -> Markup:
    act = _(ACTS[sort])
    return Markup('<g class="tie {}{}" data-act="{}" data-received="{}"><title>{}</title>{}</g>').format(
        sort,
        " doubtful" if doubtful else "",
        act,
        _(RECEIVED[sort]),
        _(", ").join([act, _("contested")]) if doubtful else act,
        Markup("").join(paths),
    )


def _boxes(site: Site, places: Sequence[tuple[Ref, Box]], names: Sequence[list[str]]) -> Iterator[Markup]:
    """The boxes in groups, one for each kind; a box is a link to its entry in the list."""
    named = zip(places, names, strict=True)
    for kind, group in groupby(named, lambda item: item[0][0].kind):
        boxes = [_box(ref, box, lines, site.name(ref)) for (ref, box), lines in group]
        yield Markup('<g class="vertex {}">{}</g>').format(kind, Markup("").join(boxes))


def _box(ref: Ref, box: Box, lines: list[str], name: str) -> Markup:
    """A box round its own middle, so that it can be moved as a whole; a name cut short is told in full."""
    whole = Markup("<title>{}</title>").format(name) if _CUT in lines[-1] else ""
    top = 4 - (len(lines) - 1) * _LINE // 2
    words = (Markup('<text y="{}">{}</text>').format(top + n * _LINE, line) for n, line in enumerate(lines))
    return Markup(
        '<a href="#{}" transform="translate({:.0f} {:.0f})">{}'
        '<rect x="{:.0f}" y="{:.0f}" width="{:.0f}" height="{:.0f}"{}/>{}</a>'
    ).format(
        anchor(ref),
        box.x,
        box.y,
        whole,
        -box.width / 2,
        -box.height / 2,
        box.width,
        box.height,
        Markup(' rx="11"') if ref.kind == "person" else "",
        Markup("").join(words),
    )
