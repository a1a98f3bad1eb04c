"""The drawing of a claim's origins: articles left, what they go back to right, with a text twin."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.lineage import Origin, OriginGroup, origin_groups
from generator.pages.address import url_of, way
from generator.pages.site import Site
from generator.refs import Ref

_ROW = 46
_WIDTH = 300
_RIGHT = 158
_CHARACTERS = 20


@dataclass(frozen=True)
class _Box:
    """A labelled place in the drawing; `y` is its middle."""

    ref: Ref | None
    text: str
    full: str
    y: float


def origins_drawing(site: Site, claim: Ref) -> Markup:
    """An SVG figure of which articles go back to which origins; empty where nobody asserts the claim."""
    groups = origin_groups(site.archive, site.archive.claims[claim])
    if not groups:
        return Markup("")
    left, right, edges = _layout(site, groups)
    height = _ROW * max(len(left), len(right)) + 8
    title = _title(groups, len(left))
    parts = [
        Markup('<svg viewBox="0 0 {} {}" role="img" aria-labelledby="origins-title">').format(_WIDTH, height),
        Markup('<title id="origins-title">{}</title>').format(title),
        *(_edge(start, end) for start, end in edges),
        *(_left(box, claim) for box in left),
        *(_right(box, claim, determined) for box, determined in right),
        Markup("</svg>"),
    ]
    caption = Markup('<figcaption>{} <a href="{}">{}</a></figcaption>').format(
        _twin(site, groups, claim), way(url_of(claim), "method/#origins"), "How origins are counted"
    )
    return Markup('<figure class="drawing">{}{}</figure>').format(Markup("").join(parts), caption)


def _layout(
    site: Site, groups: list[OriginGroup]
) -> tuple[list[_Box], list[tuple[_Box, bool]], list[tuple[_Box, _Box]]]:
    articles: dict[Ref, _Box] = {}
    right: list[tuple[_Box, bool]] = []
    edges: list[tuple[_Box, _Box]] = []
    for group in groups:
        for a in group.assertions:
            source = a.evidence[0].source
            if source not in articles:
                name = short_source(site, source)
                articles[source] = _Box(source, _cut(name), name, _ROW * len(articles) + 26)
        name = " and ".join(origin_name(site, o) for o in group.origins)
        first = group.origins[0]
        box = _Box(first.ref, _cut(name), name, _ROW * len(right) + 26)
        right.append((box, group.determined))
        edges += [(articles[s], box) for s in dict.fromkeys(a.evidence[0].source for a in group.assertions)]
    return list(articles.values()), right, edges


def origin_name(site: Site, origin: Origin) -> str:
    """An origin in few words."""
    name = site.name(origin.ref) if origin.ref else ""
    if origin.kind == "article":
        return f"{short_source(site, origin.ref)} itself" if origin.ref else "the article itself"
    if origin.kind == "unnamed":
        return "unnamed speaker"
    day = origin.key.rpartition("|")[2]
    return f"{name}, {day}" if origin.kind == "speaker" and day else name


def short_source(site: Site, source: Ref) -> str:
    """A source by its publisher, else by its title."""
    record = site.archive.sources[source]
    return site.name(record.publisher) if record.publisher else record.name


def _title(groups: list[OriginGroup], articles: int) -> str:
    counted = sum(group.determined for group in groups)
    article = "1 article goes" if articles == 1 else f"{articles} articles go"
    origin = "1 determined origin" if counted == 1 else f"{counted} determined origins"
    return f"{article} back to {origin}"


def _twin(site: Site, groups: list[OriginGroup], claim: Ref) -> Markup:
    sentences = []
    for group in groups:
        sources = dict.fromkeys(a.evidence[0].source for a in group.assertions)
        links = Markup(", ").join(
            Markup('<a href="{}">{}</a>').format(way(url_of(claim), url_of(s)), short_source(site, s))
            for s in sources
        )
        names = escape(" and ".join(origin_name(site, o) for o in group.origins))
        note = "" if group.determined else " (not determined, adds nothing)"
        sentences.append(Markup("{} ← {}{}.").format(links, names, note))
    return Markup(" ").join(sentences)


def _edge(start: _Box, end: _Box) -> Markup:
    middle = _RIGHT - 18
    return Markup('<path class="edge" d="M12 {0} H{1} Q{2} {0} {2} {3} T{4} {3}"/>').format(
        start.y, middle - 40, middle - 10, end.y, _RIGHT
    )


def _left(box: _Box, claim: Ref) -> Markup:
    return Markup(
        '<a href="{}"><circle class="dot asserts" cx="12" cy="{}" r="5"/>'
        '<text class="label" x="22" y="{}">{}</text><title>{}</title></a>'
    ).format(_way(claim, box.ref), box.y, box.y - 8, box.text, box.full)


def _right(box: _Box, claim: Ref, determined: bool) -> Markup:
    shape = Markup(
        '<rect class="node{}" x="{}" y="{}" width="{}" height="28"/>'
        '<text class="label strong" x="{}" y="{}">{}</text><title>{}</title>'
    ).format(
        "" if determined else " unknown",
        _RIGHT,
        box.y - 14,
        _WIDTH - _RIGHT - 2,
        _RIGHT + 8,
        box.y + 4,
        box.text,
        box.full,
    )
    return Markup('<a href="{}">{}</a>').format(_way(claim, box.ref), shape) if box.ref else shape


def _way(claim: Ref, goal: Ref | None) -> str:
    return way(url_of(claim), url_of(goal)) if goal else "#"


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else text[: _CHARACTERS - 1].rstrip() + "…"
