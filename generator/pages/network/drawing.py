"""The drawing of the network: boxes that are links, and lines whose hue and stroke tell their sort."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup

from generator.language import gettext as _
from generator.pages.address import url_of, way
from generator.pages.network.bonds import Bond
from generator.pages.network.layout import Box, layout
from generator.pages.site import Site
from generator.refs import Ref

WIDTH = 1160
_LETTER = 6.6
_LINE = 14
_CHARACTERS = 17
_LINES = 3
_BOW = 16
_AREA = 17000


def anchor(ref: Ref) -> str:
    """The id of somebody in the list, and their name in the drawing."""
    return f"{ref.kind}-{ref.id}"


def lines_of(name: str, characters: int = _CHARACTERS) -> list[str]:
    """A name in lines that fit into a box."""
    lines = textwrap.wrap(name, characters, max_lines=_LINES, placeholder=" …")
    return lines or [name[:characters]]


def drawing(site: Site, nodes: Sequence[Ref], every: Sequence[Bond], page: str) -> Markup:
    """The SVG of the nodes and the bonds between them, for the page at the address `page`."""
    place = {ref: n for n, ref in enumerate(nodes)}
    drawn = [bond for bond in every if bond.one in place and bond.other in place]
    names = [lines_of(site.name(ref)) for ref in nodes]
    sizes = [(max(map(len, lines)) * _LETTER + 16, len(lines) * _LINE + 10) for lines in names]
    height = max(300, round(_AREA * len(nodes) / WIDTH))
    boxes = layout(sizes, [(place[b.one], place[b.other]) for b in drawn], WIDTH, height)
    where = dict(zip(nodes, boxes, strict=True))
    parts = [_frame(height, len(nodes), len(drawn)), *_lines(drawn, where), *_marks(drawn, where)]
    parts += [
        _box(ref, box, lines, way(page, url_of(ref)))
        for ref, box, lines in zip(nodes, boxes, names, strict=True)
    ]
    return Markup("").join([*parts, Markup("</svg>")])


def _frame(height: int, nodes: int, lines: int) -> Markup:
    return Markup(
        '<svg class="network" viewBox="0 0 {} {}" role="group" aria-labelledby="network-title">'
        '<title id="network-title">{}</title>{}'
    ).format(
        WIDTH,
        height,
        _(
            "%(nodes)s people and organizations and %(lines)s lines between them; "
            "the list below says the same in words",
            nodes=nodes,
            lines=lines,
        ),
        _arrows(),
    )


def _arrows() -> Markup:
    head = Markup(
        '<marker id="to-{0}" class="{0}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
        'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>'
    )
    return Markup("<defs>{}{}</defs>").format(head.format("claim"), head.format("relay"))


def _siblings(drawn: Sequence[Bond]) -> dict[Bond, float]:
    """How far each bond swings out, so that several between two boxes lie beside each other."""
    groups: dict[frozenset[Ref], list[Bond]] = defaultdict(list)
    for bond in drawn:
        groups[frozenset((bond.one, bond.other))].append(bond)
    return {
        bond: (n - (len(group) - 1) / 2) * _BOW * (1 if bond.one < bond.other else -1)
        for group in groups.values()
        for n, bond in enumerate(group)
    }


def _bent(bond: Bond, where: dict[Ref, Box], bow: float) -> tuple[tuple[float, float], ...]:
    """Start, bend and end of a line."""
    one, other = where[bond.one], where[bond.other]
    length = math.hypot(other.x - one.x, other.y - one.y) or 1
    bend = (
        (one.x + other.x) / 2 - (other.y - one.y) / length * bow * 2,
        (one.y + other.y) / 2 + (other.x - one.x) / length * bow * 2,
    )
    return one.edge_towards(*bend), bend, other.edge_towards(*bend)


def _lines(drawn: Sequence[Bond], where: dict[Ref, Box]) -> list[Markup]:
    bows, place = _siblings(drawn), {ref: n for n, ref in enumerate(where)}
    line = Markup(
        '<path class="tie {}{}" data-ends="{} {}" d="M{:.0f} {:.0f}Q{:.0f} {:.0f} {:.0f} {:.0f}">'
        "<title>{}</title></path>"
    )
    return [
        line.format(
            bond.sort,
            " doubtful" if bond.doubtful else "",
            place[bond.one],
            place[bond.other],
            *(value for point in _bent(bond, where, bows[bond]) for value in point),
            bond.label,
        )
        for bond in drawn
    ]


def _marks(drawn: Sequence[Bond], where: dict[Ref, Box]) -> list[Markup]:
    """A question mark on the middle of each doubtful line."""
    bows, place = _siblings(drawn), {ref: n for n, ref in enumerate(where)}
    mark = Markup('<text class="label query" data-ends="{} {}" x="{:.0f}" y="{:.0f}">?</text>')
    return [
        mark.format(place[bond.one], place[bond.other], *_middle(_bent(bond, where, bows[bond])))
        for bond in drawn
        if bond.doubtful
    ]


def _middle(points: tuple[tuple[float, float], ...]) -> tuple[float, float]:
    """The middle of a curve with one bend."""
    halves = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(points)]
    (x1, y1), (x2, y2) = halves
    return (x1 + x2) / 2, (y1 + y2) / 2 + 4


def _box(ref: Ref, box: Box, lines: list[str], address: str) -> Markup:
    top = box.y - (len(lines) - 1) * _LINE / 2 + 4
    words = Markup("").join(
        Markup('<text class="label" x="{:.0f}" y="{:.0f}">{}</text>').format(box.x, top + n * _LINE, line)
        for n, line in enumerate(lines)
    )
    return Markup(
        '<a class="vertex {}" href="{}" data-node="{}"><rect x="{:.0f}" y="{:.0f}" width="{:.0f}" '
        'height="{:.0f}" rx="{}"/>{}</a>'
    ).format(
        ref.kind,
        address,
        anchor(ref),
        box.x - box.width / 2,
        box.y - box.height / 2,
        box.width,
        box.height,
        11 if ref.kind == "person" else 0,
        words,
    )
