"""The drawing of a source's descent: from the original through the source to its repeats, left to right."""

from markupsafe import Markup

from generator.lib.dates import plain
from generator.lib.language import gettext as _
from generator.lib.text import wrapped
from generator.pages.address import way
from generator.pages.republication import Work
from generator.pages.site import Site
from generator.pages.words import label
from generator.records.kinds import url_of
from generator.records.refs import Ref

_BOX = 168
_STEP = 262
_LINE = 17
_CHARACTERS = 20
_LINES = 3


def descent_drawing(site: Site, ref: Ref, works: list[Work]) -> Markup:
    """An SVG figure of a chain of publications; empty for a source that stands alone.

    The list below it on the page says the same in words.
    """
    if len(works) < 2:
        return Markup("")
    labels = [_lines(site, work) for work in works]
    height = max(map(len, labels)) * _LINE + 22
    width = (len(works) - 1) * _STEP + _BOX + 2
    title = _("From the original to its repeats")
    parts = [
        Markup('<svg viewBox="0 0 {} {}" role="group" aria-labelledby="descent-title">').format(
            width, height
        ),
        Markup('<title id="descent-title">{}</title>').format(title),
    ]
    for number, (work, lines) in enumerate(zip(works, labels, strict=True)):
        if number:
            parts.append(_edge(number, height, label(work.relation)))
        parts.append(_node(ref, work, lines, number * _STEP + 1, height))
    return Markup('<figure class="drawing">{}</svg></figure>').format(Markup("").join(parts))


def _lines(site: Site, work: Work) -> list[str]:
    name = site.name(work.publisher) if work.publisher else work.title or _("not stated")
    lines = wrapped(name, _CHARACTERS, _LINES - 1)
    return [*lines, plain(work.published.edtf) if work.published else _("date not stated")]


def _node(page: Ref, work: Work, lines: list[str], x: int, height: int) -> Markup:
    frame = Markup('<rect class="node{}" x="{}" y="1" width="{}" height="{}"/>').format(
        "" if work.ref else " unknown", x, _BOX, height - 2
    )
    text = Markup("").join(
        Markup('<text class="label{}" x="{}" y="{}">{}</text>').format(
            "" if number == len(lines) - 1 else " strong", x + 10, 24 + number * _LINE, line
        )
        for number, line in enumerate(lines)
    )
    if work.ref is None or work.ref == page:
        return frame + text
    address = way(url_of(page), url_of(work.ref))
    return Markup('<a href="{}">{}</a>').format(address, frame + text)


def _edge(number: int, height: int, words: str) -> Markup:
    start, end, middle = (number - 1) * _STEP + _BOX + 1, number * _STEP, height / 2
    line = Markup('<path class="edge" d="M{} {} H{} m-6 -4 l6 4 l-6 4"/>').format(start, middle, end)
    word = Markup('<text class="label fine" x="{}" y="{}" text-anchor="middle">{}</text>')
    return line + word.format((start + end) / 2, middle - 8, words)
