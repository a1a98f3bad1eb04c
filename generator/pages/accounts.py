"""How the accounts came out: the answers to a question over time, a mark for each account, as one drawing.

A row is an answer. A mark stands where its statement was made, at the last possible day, in the shape and hue
of its stance; a dotted line begins at the first possible day. What stands close is stacked. Where the page is
read from right to left, time runs so too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from unicodedata import east_asian_width

from markupsafe import Markup

from generator.analysis.short_names import family_name
from generator.lib.dates import Day, plain
from generator.lib.language import gettext as _
from generator.lib.language import spoken
from generator.pages.address import way
from generator.pages.differences import Difference, PositionView
from generator.pages.scale import Scale, lanes
from generator.pages.site import Site
from generator.pages.tally import SEVERAL
from generator.pages.words import label
from generator.records.model import Assertion, Dating
from generator.records.refs import Ref

_MARKS = Path(__file__).parent / "theme/assets/documentary/marks.css"
_SHAPE = re.compile(r"--shape-([a-z]+): url\(\"data:image/svg\+xml,<svg [^>]*>(.*)</svg>\"\);")
_OTHER = "relays"
"""Whose shape a stance has that the marks do not know."""
_NARROWEST = 456
"""How many pixels wide the scale is at least where names stand beside the marks (`accounts.css`)."""
_CHARACTER = 7.5
_LONGEST = 22
_LONGEST_UNNAMED = 28
"""Somebody unnamed is told apart by words and outlet."""
_HALF = 3.7
"""Half of what a mark takes up, in percent: room for a finger on a phone."""
_PITCH = 26
_LINE = 16
_WHOLE = 100.0
_STUB = 1.2


@dataclass(frozen=True)
class Account:
    """One account of a row: who takes which stance when; `short` is the name that stands beside the mark."""

    assertion: Assertion
    said: Dating | None
    name: str
    short: str

    @property
    def spelt(self) -> str:
        """The short name, in text, where there is room for what the drawing cuts off."""
        return self.name if "…" in self.short else self.short

    @property
    def words(self) -> str:
        """The account in one line."""
        hedge = " " + _("“%(text)s”", text=self.assertion.hedge) if self.assertion.hedge else ""
        says = f"{self.name} {label(self.assertion.stance)}{hedge}"
        return f"{says}{_(', ')}{plain(self.said.edtf)}" if self.said else says

    @property
    def days(self) -> list[Day]:
        """The first and the last possible day, as far as they are known."""
        return [day for day in (self.said.edtf.earliest, self.said.edtf.latest) if day] if self.said else []


@dataclass(frozen=True)
class Row:
    """One answer with its accounts: `dated` stand on the drawing, `undated` have no place on it."""

    position: PositionView
    drawing: Markup
    dated: tuple[Account, ...]
    undated: tuple[Account, ...]


@dataclass(frozen=True)
class Accounts:
    """The whole drawing, row by row.

    `shapes` defines the marks; `stances` are those that occur, in the order of keys; `subject` is the event
    that the red line stands for, None where it has no date; `uncertain`: a dotted line is drawn somewhere.
    """

    rows: tuple[Row, ...]
    axis: Markup
    shapes: Markup
    stances: tuple[str, ...]
    subject: Ref | None
    uncertain: bool


def accounts(site: Site, found: Difference, most: int, url: str) -> Accounts | None:
    """The drawing of the first `most` answers to a question on the page at `url`, from the root.

    None where no account of them has a date.
    """
    positions = found.positions[:most]
    every = _accounts(site, positions)
    days = [day for told in every.values() for account in told for day in account.days]
    if not days:
        return None
    subject = site.dataset.documentary.subject
    event = site.dataset.events.get(subject)
    fell = event.when.edtf.anchor if event and event.when else None
    axis = _Axis(Scale.over([*days, fell] if fell else days), spoken().direction == "rtl")
    upright = [_upright("year", x) for _name, _year, x in axis.ticks]
    if fell:
        upright.append(_upright("subject", axis.x(axis.scale.at(fell))))
    rows = tuple(_row(site, url, p, every[p.ref], axis, Markup("").join(upright)) for p in positions)
    stances = {str(a.stance) for p in positions for a in p.claim.assertions}
    return Accounts(
        rows,
        _axis(axis),
        shapes(sorted(stances)),
        (*(s for s in SEVERAL if s in stances), *sorted(stances - SEVERAL.keys())),
        subject if fell else None,
        any('class="within"' in row.drawing for row in rows),
    )


def undrawn(site: Site, positions: Sequence[PositionView]) -> tuple[Row, ...]:
    """The rows of answers of which no account has a date: there is nothing to draw."""
    every = _accounts(site, positions)
    return tuple(Row(p, Markup(""), (), tuple(every[p.ref])) for p in positions)


@dataclass(frozen=True)
class _Axis:
    """The scale as it is drawn; `mirrored`: from right to left."""

    scale: Scale
    mirrored: bool

    def x(self, place: float) -> float:
        return round(100 - place if self.mirrored else place, 2)

    @property
    def ticks(self) -> list[tuple[str, str, float]]:
        return [(name, year, self.x(place)) for name, year, place in self.scale.ticks()]


@dataclass(frozen=True)
class _Mark:
    """An account on the scale: at `place`, dotted from `start` to `end`, which equal it on a sure day."""

    account: Account
    start: float
    place: float
    end: float

    @property
    def extent(self) -> tuple[float, float]:
        """What it takes up with its line and its name."""
        beside = (12 + _width(self.account.short)) / _NARROWEST * 100
        return min(self.start, self.place - _HALF), max(self.end, self.place + max(_HALF, beside))


def _width(text: str) -> float:
    return _CHARACTER * sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _accounts(site: Site, positions: Sequence[PositionView]) -> dict[Ref, list[Account]]:
    """The accounts of each answer, their speakers by family name where nobody else here has the same."""
    made = {p.ref: [_account(site, a) for a in (*p.dated, *p.undated)] for p in positions}
    bearers: dict[str, set[str]] = {}
    for account in (account for told in made.values() for account in told):
        bearers.setdefault(account.short, set()).add(account.name)
    return {
        ref: [a if len(bearers[a.short]) == 1 else replace(a, short=_cut(a.name)) for a in told]
        for ref, told in made.items()
    }


def _account(site: Site, assertion: Assertion) -> Account:
    speaker, said = assertion.speaker_ref, site.said(assertion)
    if speaker is None:
        words, outlet = str(assertion.described_as), _outlet(site, assertion)
        parts = [(_("“%(text)s”", text=text), outlet) for text in (words, _cut(words))]
        whole, short = (_(", ").join(filter(None, each)) for each in parts)
        return Account(assertion, said, whole, _cut(short, _LONGEST_UNNAMED))
    name = site.name(speaker)
    short = name if speaker.kind == "source" else family_name(site.dataset, speaker)
    return Account(assertion, said, name, _cut(short))


def _outlet(site: Site, assertion: Assertion) -> str:
    """Who passed on what somebody unnamed says: the last on the way, else who published it."""
    publisher = site.dataset.sources[assertion.evidence[0].source].publisher
    known = [*assertion.via, *([publisher] if publisher else [])]
    return site.name(known[0]) if known else ""


def _cut(name: str, most: int = _LONGEST) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


def _row(
    site: Site, url: str, position: PositionView, told: Sequence[Account], axis: _Axis, upright: Markup
) -> Row:
    dated = tuple(account for account in told if account.days)
    marks = sorted((_mark(a, axis) for a in dated), key=lambda mark: mark.place)
    placed = list(zip(marks, lanes([mark.extent for mark in marks]), strict=True))
    height = _PITCH * max((lane + 1 for _mark, lane in placed), default=1) + 6
    drawn = [_drawn(m, lane, axis, _way(site, url, position.ref, m.account)) for m, lane in placed]
    drawing = Markup('<svg width="100%" height="{}" role="group" aria-label="{}">{}{}</svg>').format(
        height, position.answer, upright, Markup("").join(drawn)
    )
    return Row(position, drawing, dated, tuple(account for account in told if not account.days))


def _way(site: Site, url: str, claim: Ref, account: Account) -> str:
    return way(url, site.stands(claim, account.assertion.id))


def _mark(account: Account, axis: _Axis) -> _Mark:
    assert account.said is not None  # noqa: S101 - only dated accounts are drawn
    first, last = account.said.edtf.earliest, account.said.edtf.latest
    place = axis.scale.at(account.days[-1])
    start = axis.scale.at(first) if first else 0.0
    end = place if last else _WHOLE
    return _Mark(
        account, start if place - start > _STUB else place, place, end if end - place > _STUB else place
    )


def _upright(css: str, x: float) -> Markup:
    return Markup('<line class="{0}" x1="{1}%" x2="{1}%" y1="0" y2="100%"/>').format(css, x)


def _drawn(mark: _Mark, lane: int, axis: _Axis, address: str) -> Markup:
    y = _PITCH * lane + 3 + _PITCH / 2
    x = axis.x(mark.place)
    stance = str(mark.account.assertion.stance)
    line = Markup("")
    if mark.start < mark.end:
        line = Markup('<line class="within" x1="{}%" x2="{}%" y1="{y}" y2="{y}"/>').format(
            axis.x(mark.start), axis.x(mark.end), y=y
        )
    side = Markup('x="-13" text-anchor="end"') if axis.mirrored else Markup('x="13"')
    return Markup(
        '<a class="account {}" href="{}" aria-label="{}">{}<svg x="{}%" y="{}">'
        '<rect class="area" x="-12" y="-12" width="24" height="24"/>'
        '<use href="#mark-{}" x="-8" y="-8" width="16" height="16"/>'
        '<text class="label" {} y="5">{}</text></svg></a>'
    ).format(stance, address, mark.account.words, line, x, y, _shape(stance), side, mark.account.short)


def _axis(axis: _Axis) -> Markup:
    side = Markup(' dx="-4" text-anchor="end"') if axis.mirrored else Markup(' dx="4"')
    names = [
        Markup('<text class="label fine" x="{}%"{} y="{}">{}</text>').format(x, side, y, text)
        for name, year, x in axis.ticks
        for text, y in ((name, 17), (year, 17 + _LINE))
        if text
    ]
    height = 24 if axis.scale.unit == "year" else 24 + _LINE
    return Markup('<svg width="100%" height="{}" aria-hidden="true" focusable="false">{}</svg>').format(
        height, Markup("").join(names)
    )


def _shape(stance: str) -> str:
    return stance if stance in _known_shapes() else _OTHER


@cache
def _known_shapes() -> dict[str, Markup]:
    """The shapes of the marks as the style sheet has them, in the colour of the text around them."""
    found = _SHAPE.findall(_MARKS.read_text(encoding="utf-8"))
    return {
        name: Markup(drawn.replace("'", '"').replace("black", "currentColor"))  # noqa: S704 - our own file
        for name, drawn in found
    }


def shapes(stances: Iterable[str]) -> Markup:
    """The definitions of the marks of some stances, which a page has once."""
    known = _known_shapes()
    symbol = Markup(
        '<symbol id="mark-{}" viewBox="0 0 16 16"><g class="shape" fill="currentColor">{}</g></symbol>'
    )
    symbols = [symbol.format(name, known[name]) for name in dict.fromkeys(map(_shape, stances))]
    return Markup('<svg width="0" height="0" aria-hidden="true" focusable="false">{}</svg>').format(
        Markup("").join(symbols)
    )
