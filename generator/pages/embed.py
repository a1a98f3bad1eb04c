"""Embeds: claims, questions, matrices and the timeline as files that other websites show in a frame.

An embed is one file: no script, nothing fetched, its style within it. It is read far from its page, so it
says by itself who says what, how that stands and what speaks against it, and leads to the page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from generator.analysis.standing import AGAINST
from generator.lib.dates import Edtf, plain
from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.lib.language import spoken
from generator.pages import timeline_drawing
from generator.pages.accounts import Row, accounts, undrawn
from generator.pages.cards import Card
from generator.pages.differences import differences
from generator.pages.downloads import is_of_record
from generator.pages.frame_height import frame_height
from generator.pages.matrix import Matrix, matrix
from generator.pages.metadata import asserted_by, shared_title, speaker
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.tally import SEVERAL
from generator.pages.timeline import Moment, Year, turning_points
from generator.pages.words import few
from generator.records.model import Event
from generator.records.refs import Ref

if TYPE_CHECKING:
    from generator.pages.render import Renderer

FOLDER = "embed/"
"""Where the embeds lie in the site: what is below it, and nothing else, may be shown in a frame."""
WIDTH = 640
"""The greatest width of a frame, in pixels."""
MOST_BYTES = 30_000
MOST_HEIGHT = 900
"""How high a frame may be, in pixels: what would be larger shows fewer entries."""
_STEPS = (5, 4, 3, 2, 1, 0)
_MOMENTS = (8, 6, 4, 2, 1, 0)
"""How many entries are tried; where not even one has room beside its drawing, some stand without it."""
_UNDRAWN = 3
_SOURCES = 6
_NAMES = 3
_WORTH = 2
"""The fewest entries of a year that has an embed of its own."""
_HERE = Path(__file__).parent
_MARK = re.compile(rf"^  (--(?:shape-)?(?:{'|'.join(SEVERAL)}): .*)$", re.MULTILINE)
"""The hue and the shape of a stance."""


@dataclass(frozen=True)
class Embed:
    """One embed of the page at `page`, both from the root of the site at `address`.

    `name` tells it from the other embeds of its page, `title` says what it shows and who says so; `height` is
    that of its frame, in pixels.
    """

    address: str
    page: str
    url: str
    name: str
    title: str
    height: int
    html: str

    @property
    def frame(self) -> Markup:
        """The HTML by which another website shows it."""
        return Markup(
            '<iframe src="{}" title="{}" width="100%" height="{}" style="border:0;max-width:{}px" '
            'loading="lazy" referrerpolicy="no-referrer"></iframe>'
        ).format(self.address + self.url, self.title, self.height, WIDTH)


@dataclass(frozen=True)
class _Plan:
    """What is to be shown: `view` gives the names of the template when as many entries may be shown."""

    url: str
    name: str
    title: str
    template: str
    view: Callable[[int], Mapping[str, Any]]
    steps: Sequence[int] = _STEPS


def embeds(renderer: Renderer, page: Page) -> tuple[Embed, ...]:
    """The embeds of a page, that of all of it first; none where the site does not know its address."""
    site = renderer.site
    return tuple(_made(renderer, page, plan) for plan in _plans(site, page)) if site.address else ()


def style() -> Markup:
    """The style of every embed, as the element that stands in it."""
    return _style()[0]


def policy() -> str:
    """The policy of every embed (CSP 3): its own style and the marks drawn in that, nothing else."""
    return _style()[1]


@cache
def _style() -> tuple[Markup, str]:
    css = (_HERE / "templates/embed/style.css.j2").read_text(encoding="utf-8")
    marks = _MARK.findall((_HERE / "theme/assets/documentary/marks.css").read_text(encoding="utf-8"))
    css = css.replace("/* marks */", "\n".join(marks))
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    directives = ["default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:", "base-uri 'none'"]
    return Markup("<style>%s</style>") % Markup(css), "; ".join([*directives, "form-action 'none'"])  # noqa: S704


def _made(renderer: Renderer, page: Page, plan: _Plan) -> Embed:
    """The embed with as many entries as it has room for."""
    site = renderer.site
    shown = Page(plan.url, f"embed/{plan.template}.html.j2", "embed", plan.title, page.description)
    frame = {
        "goal": page.url,
        "whole": site.address + page.url,
        "style": style(),
        "policy": policy(),
        "direction": spoken().direction,
        "few": few,
    }
    for most in plan.steps:
        html = renderer.filled(shown.template, shown, {**frame, **plan.view(most)})
        html = "\n".join(line for line in map(str.strip, html.split("\n")) if line) + "\n"
        height = frame_height(html)
        if len(html.encode()) <= MOST_BYTES and height <= MOST_HEIGHT:
            break
    return Embed(site.address, page.url, plan.url, plan.name, plan.title, height, html)


def _plans(site: Site, page: Page) -> Iterator[_Plan]:
    url = f"{FOLDER}{page.url}"
    if "withdrawal" in page.view and page.kind == "page":
        yield _Plan(url, page.title, page.title, "withdrawn", lambda most: page.view, (1,))
    elif page.kind == "claim" and is_of_record(page):
        yield _plan(site, page, "claim", partial(_claim, site, page), (3, 2, 1))
    elif page.kind == "question" and is_of_record(page):
        yield _plan(site, page, "question", partial(_question, site, page, url))
    elif page.kind == "event" and is_of_record(page):
        about = page.view["ref"]
        if found := differences(site, about):
            title = f"{_('What sources disagree on')}{_(': ')}{page.title}"
            view = partial(_matrix, site, matrix(site, found), about)
            yield _Plan(url, page.title, title, "matrix", view)
    elif page.kind == "matrix" and page.view["matrix"]:
        yield _plan(site, page, "matrix", partial(_matrix, site, page.view["matrix"], None))
    elif page.kind == "timeline":
        yield from _timeline(site, page)


def _plan(
    site: Site,
    page: Page,
    template: str,
    view: Callable[[int], Mapping[str, Any]],
    steps: Sequence[int] = _STEPS,
) -> _Plan:
    return _Plan(f"{FOLDER}{page.url}", page.title, shared_title(site, page), template, view, steps)


def _claim(site: Site, page: Page, most: int) -> dict[str, Any]:
    ref, cards, claim = page.view["ref"], page.view["cards"], page.view["claim"]
    contrary = [r for r in page.view["related"] if r.contrary]
    total = len(claim.assertions)
    shown = _both_sides(cards, most)
    against = grouped((str(a.stance), speaker(site, a)) for a in claim.assertions if a.stance in AGAINST)
    return {
        "claim": claim,
        "who": asserted_by(site, ref),
        "standing": page.view["standing"],
        "against": [(stance, few(list(dict.fromkeys(names)))) for stance, names in against.items()],
        "contrary": [(r, asserted_by(site, r.claim)) for r in contrary[:_NAMES]],
        "more_contrary": len(contrary[_NAMES:]),
        "cards": shown,
        "more": total - len(shown),
        "day": _day(site, [ref]),
    }


def _both_sides(cards: Sequence[Card], most: int) -> list[Card]:
    """The first cards, among them one that speaks against the claim where there is one."""
    shown = list(cards[:most])
    if most > 1 and not any(card.assertion.stance in AGAINST for card in shown):
        against = next((card for card in cards if card.assertion.stance in AGAINST), None)
        shown[-1:] = [against] if against else shown[-1:]
    return shown


def _question(site: Site, page: Page, url: str, most: int) -> dict[str, Any]:
    found = page.view["d"]
    drawn = accounts(site, found, most, url) if most else None
    rows: Sequence[Row] = drawn.rows if drawn else undrawn(site, found.positions[: most or _UNDRAWN])
    return {
        "d": found,
        "drawn": drawn,
        "rows": rows,
        "names": _NAMES,
        "more": len(found.positions) - len(rows),
        "day": _day(site, [found.ref, *(p.ref for p in found.positions)]),
    }


def _matrix(site: Site, found: Matrix, about: Ref | None, most: int) -> dict[str, Any]:
    claims = [p.ref for row in found.rows for p in row.difference.positions]
    questions = [row.difference.ref for row in found.rows]
    return {
        "event": about,
        "rows": [
            (
                row,
                [cell for cell in row.cells if cell.answers],
                [cell.source for cell in row.cells if cell.state == "silent"],
            )
            for row in found.rows[: max(most, 1)]
        ],
        "sources": _SOURCES,
        "speakers": lambda carried: list(
            dict.fromkeys(speaker(site, each.assertion) for each in carried.statements)
        ),
        "answers": _NAMES,
        "more": len(found.rows[max(most, 1) :]),
        "day": _day(site, [*([about] if about else []), *questions, *claims]),
    }


def _timeline(site: Site, page: Page) -> Iterator[_Plan]:
    years: Sequence[Year] = page.view["years"]
    every = [m for year in years for m in year.moments]
    if not every:
        return
    url = f"{FOLDER}{page.url}"
    yield _Plan(url, page.title, page.title, "timeline", partial(_stretch, site, page, every, ""), _MOMENTS)
    for year in years if len(years) > 1 else ():
        if len(year.moments) >= _WORTH:
            title = f"{page.title}{_(': ')}{year.name}"
            at = f"{url}{'-' if year.number < 0 else ''}{abs(year.number):04}/"
            view = partial(_stretch, site, page, year.moments, f"#y{year.number}")
            yield _Plan(at, year.name, title, "timeline", view, _MOMENTS)


def _stretch(site: Site, page: Page, entries: Sequence[Moment], at: str, most: int) -> dict[str, Any]:
    room = most or _UNDRAWN
    turns = turning_points(site, entries)[:room]
    shown = list(entries) if len(entries) <= room else turns or list(entries[:room])
    drawing = timeline_drawing.drawing(entries, page.view["subject"], turns) if most else ""
    return {
        "at": at,
        "drawing": drawing,
        "turns": {m.id: n for n, m in enumerate(turns, 1)} if drawing else {},
        "moments": [(m, _told_by(site, m)) for m in shown],
        "chosen": len(shown) < len(entries) and shown == turns,
        "more": len(entries) - len(shown),
        "day": plain(site.last_change),
    }


def _told_by(site: Site, moment: Moment) -> str:
    """The sources that tell of an event, in few words; of a publication nothing: it is one."""
    record = site.dataset.records[moment.ref]
    if not isinstance(record, Event):
        return ""
    return few([site.name(ref) for ref in dict.fromkeys(e.source for e in record.evidence)])


def _day(site: Site, refs: Sequence[Ref]) -> str:
    """The day of the last change of any of these records, in plain words."""
    days: Iterator[Edtf] = ((r := site.dataset.records[ref]).changed or r.added for ref in refs)
    return plain(max(days))
