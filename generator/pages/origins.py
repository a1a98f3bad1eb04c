"""The drawing of a claim's origins: articles left, what they go back to right, with a text twin."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.analysis.origins import Origin, OriginGroup, origin_groups
from generator.lib.dates import parse, plain
from generator.lib.language import gettext as _
from generator.lib.language import ngettext
from generator.lib.text import wrapped
from generator.pages.address import way
from generator.pages.site import Site
from generator.pages.words import listed
from generator.records.kinds import url_of
from generator.records.refs import Ref

_WIDTH = 300
_TEXT = 24
_LEFT = 142
"""Where the words of the articles end and the lines may bend."""
_RIGHT = 176
_LETTER = 7.2
_LINE = 16
_GAP = 16
_CHARACTERS = 16
_LINES = 4
_MOST = 40


@dataclass
class _LabelBox:
    """A labelled place in the drawing; `y` is its middle."""

    ref: Ref | None
    full: str
    y: float = 0

    @property
    def lines(self) -> list[str]:
        """The label in lines that fit, cut where it is too long."""
        lines = wrapped(self.full, _CHARACTERS, _LINES)
        return lines or [self.full[:_CHARACTERS]]

    @property
    def height(self) -> float:
        """How much room the lines need."""
        return len(self.lines) * _LINE + 12


def origins_drawing(site: Site, claim: Ref) -> Markup:
    """An SVG figure of which articles go back to which origins.

    Empty where nobody asserts the claim, where more do than a drawing can tell apart, and for a claim about
    how something is called or spelled, which goes back to nobody.
    """
    record = site.dataset.claims[claim]
    groups = origin_groups(site.dataset, record)
    if not groups or record.is_about_words:
        return Markup("")
    left, right, edges = _layout(site, groups)
    if len(left) > _MOST:
        return Markup("")
    height = max(_stack(left), _place([box for box, _ in right], edges))
    title = _title(groups, len(left))
    twin = _twin(site, groups, claim)
    if all(o.kind == "article" for group in groups for o in group.origins) and len(left) == 1:
        return twin
    begin = Markup('<svg viewBox="0 0 {} {}" role="group" aria-labelledby="origins-title">')
    parts = [
        begin.format(_WIDTH, height),
        Markup('<title id="origins-title">{}</title>').format(title),
        *(_edge(start, end) for start, end in edges),
        *(_left(box, claim) for box in left),
        *(_right(box, claim, determined) for box, determined in right),
        Markup("</svg>"),
    ]
    caption = Markup('<figcaption>{}. <a href="{}">{}</a> · <a href="{}">{}</a></figcaption>').format(
        title,
        way(url_of(claim), "method/#origins"),
        _("How origins are counted"),
        way(url_of(claim), "one-origin/"),
        _("Take an origin away"),
    )
    drawing = Markup('<figure class="drawing">{}{}</figure>').format(Markup("").join(parts), caption)
    return drawing + twin


def _stack(boxes: list[_LabelBox]) -> float:
    """Put the boxes below each other; the height they take."""
    y: float = 4
    for box in boxes:
        box.y = y + box.height / 2
        y += box.height + _GAP
    return y


def _place(boxes: list[_LabelBox], edges: list[tuple[_LabelBox, _LabelBox]]) -> float:
    """Put each origin beside its articles, below the one before; the height that all take."""
    end: float = 4
    for box in boxes:
        beside = [start.y for start, goal in edges if goal is box]
        box.y = max(end + box.height / 2, sum(beside) / len(beside))
        end = box.y + box.height / 2 + _GAP
    return end


def _layout(
    site: Site, groups: list[OriginGroup]
) -> tuple[list[_LabelBox], list[tuple[_LabelBox, bool]], list[tuple[_LabelBox, _LabelBox]]]:
    articles: dict[Ref, _LabelBox] = {}
    right: list[tuple[_LabelBox, bool]] = []
    edges: list[tuple[_LabelBox, _LabelBox]] = []
    for group in groups:
        box = _LabelBox(group.origins[0].ref, _names(site, group))
        right.append((box, group.determined))
        for source in _sources(group):
            articles.setdefault(source, _LabelBox(source, site.name(source)))
            edges.append((articles[source], box))
    return list(articles.values()), right, edges


def _sources(group: OriginGroup) -> list[Ref]:
    return list(dict.fromkeys(a.evidence[0].source for a in group.assertions))


def _names(site: Site, group: OriginGroup) -> str:
    return listed(list(dict.fromkeys(origin_name(site, o) for o in group.origins)))


def origin_name(site: Site, origin: Origin) -> str:
    """An origin in few words."""
    if origin.kind == "unnamed" or origin.ref is None:
        return _("unnamed speaker")
    if origin.kind == "article":
        record = site.dataset.sources[origin.ref]
        if record.authors:
            return _("%(authors)s’s own words", authors=listed([site.name(a) for a in record.authors]))
        return _("%(source)s itself", source=site.name(origin.ref))
    name, day = site.name(origin.ref), origin.key.rpartition("|")[2]
    return f"{name}{_(', ')}{plain(parse(day))}" if origin.kind == "speaker" and day else name


def _title(groups: list[OriginGroup], articles: int) -> str:
    counted = sum(group.determined for group in groups)
    if not counted:
        return ngettext(
            "%(num)s article, no origin determined", "%(num)s articles, no origin determined", articles
        )
    origins = ngettext("%(num)s determined origin", "%(num)s determined origins", counted)
    return ngettext(
        "%(num)s article goes back to %(origins)s",
        "%(num)s articles go back to %(origins)s",
        articles,
        origins=origins,
    )


def _twin(site: Site, groups: list[OriginGroup], claim: Ref) -> Markup:
    """The drawing in words: one line for each origin."""
    items = []
    for group in groups:
        links = escape(_(", ")).join(
            Markup('<a href="{}">{}</a>').format(way(url_of(claim), url_of(s)), site.name(s))
            for s in _sources(group)
        )
        ref = group.origins[0].ref
        name = escape(_names(site, group))
        if ref is not None:
            name = Markup('<a href="{}">{}</a>').format(way(url_of(claim), url_of(ref)), name)
        unsure = _("(not determined: adds nothing)")
        note = "" if group.determined else f" {unsure}"
        items.append(
            Markup('<li>{}{} <span class="fine">{} {}</span></li>').format(name, note, _("in"), links)
        )
    return Markup('<ul class="entries origins">{}</ul>').format(Markup("").join(items))


def _edge(start: _LabelBox, end: _LabelBox) -> Markup:
    begin = min(_TEXT + max(map(len, start.lines)) * _LETTER, _LEFT)
    bend = (_LEFT + _RIGHT) / 2
    path = Markup('<path class="edge" d="M{} {}H{}C{} {} {} {} {} {}"/>')
    return path.format(begin, start.y, _LEFT, bend, start.y, bend, end.y, _RIGHT, end.y)


def _left(box: _LabelBox, claim: Ref) -> Markup:
    dot = Markup('<circle class="dot asserts" cx="12" cy="{}" r="5"/>').format(box.y)
    return _linked(box, claim, dot + _text(box, _TEXT, "label"))


def _right(box: _LabelBox, claim: Ref, determined: bool) -> Markup:
    frame = Markup('<rect class="node{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        "" if determined else " unknown", _RIGHT, box.y - box.height / 2, _WIDTH - _RIGHT - 2, box.height
    )
    return _linked(box, claim, frame + _text(box, _RIGHT + 8, "label strong"))


def _text(box: _LabelBox, x: float, look: str) -> Markup:
    top = box.y - (len(box.lines) - 1) * _LINE / 2 + 4
    return Markup(" ").join(
        Markup('<text class="{}" x="{}" y="{}">{}</text>').format(look, x, top + number * _LINE, line)
        for number, line in enumerate(box.lines)
    )


def _linked(box: _LabelBox, claim: Ref, shape: Markup) -> Markup:
    if box.ref is None:
        return shape
    address = way(url_of(claim), url_of(box.ref))
    return Markup('<a href="{}" aria-label="{}">{}</a>').format(address, box.full, shape)
