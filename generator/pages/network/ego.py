"""The small drawing of somebody and those they have most connections with."""

import textwrap
from dataclasses import dataclass

from markupsafe import Markup

from generator.analysis.ties import Bond
from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.lib.text import capitalized
from generator.pages.address import way
from generator.pages.network.bonds import bonds_of, ranked
from generator.pages.network.drawing import anchor, lines_of
from generator.pages.network.entry import places
from generator.pages.site import Site
from generator.records.kinds import url_of
from generator.records.refs import Ref

SHOWN = 8
"""How many neighbours are drawn."""
_WIDTH = 340
_LEFT = 104
_RIGHT = 150
_LINE = 15
_GAP = 4
_CHARACTERS = 28


@dataclass(frozen=True)
class _Near:
    """A neighbour, the bonds with them, and the lines of words beside the end of the bonds."""

    ref: Ref
    bonds: list[Bond]
    name: list[str]

    @property
    def words(self) -> list[str]:
        """What the bonds say, read from the middle, with how many records name each, in lines."""
        said = " · ".join(_counted(b.act(b.across(self.ref)), len(b.ties)) for b in self.bonds)
        return textwrap.wrap(said, _CHARACTERS)

    @property
    def height(self) -> int:
        """How much room the words need."""
        return (len(self.name) + len(self.words)) * _LINE + 14


def _counted(act: str, many: int) -> str:
    return f"{act}\N{NO-BREAK SPACE}×{many}" if many > 1 else act


def ego(site: Site, ref: Ref, url: str = "") -> Markup:
    """An SVG figure of `ref` and the nearest neighbours; empty where there is none.

    It stands on the page at `url` from the root; without one on the page of `ref`.
    """
    page = url or url_of(ref)
    mine = bonds_of(site, ref)
    near = [r for r in ranked(site, [t for b in mine for t in b.ties]) if r != ref]
    rows = [
        _Near(other, [b for b in mine if b.across(ref) == other], lines_of(site.name(other), _CHARACTERS))
        for other in near[:SHOWN]
    ]
    if not rows:
        return Markup("")
    height = sum(row.height for row in rows)
    parts = [_frame(site, ref, len(rows), height)]
    y = 0
    for row in rows:
        parts.append(_row(row, page, y + row.height / 2, height / 2))
        y += row.height
    rest = max(0, len(near) - SHOWN)
    more = _("; ") + ngettext("%(num)s more in the list", "%(num)s more in the list", rest) if rest else ""
    way_on = Markup('<a href="{}">{}</a>').format(
        way(page, places(site)[ref]),
        _("All connections of %(name)s", name=site.name(ref)) if url else _("The whole network"),
    )
    dashed = capitalized(_("dashed, with a question mark: contested, alleged, planned or denied"))
    caption = Markup("<figcaption>{}{}.{} {}</figcaption>").format(
        _("Those with most connections"), more, "" if url else f" {dashed}.", way_on
    )
    parts += [_middle(site, ref, height / 2), Markup("</svg>"), caption, Markup("</figure>")]
    return Markup("").join(parts)


def _frame(site: Site, ref: Ref, many: int, height: int) -> Markup:
    return Markup(
        '<figure class="drawing ego"><svg viewBox="0 0 {} {}" role="group" aria-labelledby="ego-{id}">'
        '<title id="ego-{id}">{}</title>'
    ).format(
        _WIDTH,
        height,
        ngettext(
            "%(name)s and the one with whom most connections are recorded",
            "%(name)s and the %(num)s with whom most connections are recorded",
            many,
            name=site.name(ref),
        ),
        id=anchor(ref),
    )


def _middle(site: Site, ref: Ref, y: float) -> Markup:
    lines = lines_of(site.name(ref), 14)
    top = y - (len(lines) - 1) * _LINE / 2 + 4
    words = Markup("").join(
        Markup('<text class="label strong" x="8" y="{:.0f}">{}</text>').format(top + n * _LINE, line)
        for n, line in enumerate(lines)
    )
    half = len(lines) * _LINE / 2 + 6
    box = Markup('<rect class="node" x="1" y="{:.0f}" width="{}" height="{:.0f}" rx="{}"/>')
    return box.format(y - half, _LEFT - 1, 2 * half, 11 if ref.kind == "person" else 0) + words


def _row(row: _Near, page: str, y: float, middle: float) -> Markup:
    lines = [
        _line(bond, y + (n - (len(row.bonds) - 1) / 2) * _GAP, middle) for n, bond in enumerate(row.bonds)
    ]
    if any(bond.doubtful for bond in row.bonds):
        query = Markup('<text class="label query" x="{}" y="{:.0f}">?</text>')
        lines.append(query.format(_RIGHT - 12, y + 4))
    lines_in_all = len(row.name) + len(row.words)
    top = y - (lines_in_all - 1) * _LINE / 2 + 3
    name = _words("label", row.name, top)
    words = _words("label fine", row.words, top + len(row.name) * _LINE)
    linked = Markup('<a href="{}">{}</a>').format(way(page, url_of(row.ref)), name)
    return Markup("").join([*lines, linked, words])


def _words(look: str, lines: list[str], top: float) -> Markup:
    text = Markup('<text class="{}" x="{}" y="{:.0f}">{}</text>')
    every = (text.format(look, _RIGHT + 8, top + n * _LINE, line) for n, line in enumerate(lines))
    return Markup("").join(every)


def _line(bond: Bond, y: float, middle: float) -> Markup:
    bend = (_LEFT + _RIGHT) / 2
    path = Markup('<path class="tie {}{}" d="M{} {:.0f}C{:.0f} {:.0f} {:.0f} {:.1f} {} {:.1f}"/>')
    doubtful = " doubtful" if bond.doubtful else ""
    return path.format(bond.sort, doubtful, _LEFT, middle, bend, middle, bend - 8, y, _RIGHT, y)
