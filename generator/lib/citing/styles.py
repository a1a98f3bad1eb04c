"""References as Chicago, APA and MLA print them in a list of works, in HTML.

The forms are those of *The Chicago Manual of Style* (18th edition, notes and bibliography), the *Publication
Manual* of the APA (7th edition) and the *MLA Handbook* (9th edition) for pages of websites and for articles
read online. Titles keep the capitals that they are printed with.
"""

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.lib.citing.item import Issued, Item, apa_names, chicago_names, mla_names
from generator.lib.dates import ENGLISH

_MLA_MONTHS = dict(enumerate(ENGLISH.months, 1)) | {
    **{month: f"{ENGLISH.months[month - 1][:3]}." for month in (1, 2, 3, 4, 8, 10, 11, 12)},
    9: "Sept.",
}
"""The months with more than four letters are cut short."""
_STOPS = (".", "?", "!", "…", "؟", "۔", "。", "！", "？")
_OTHER_DIRECTION = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_MARK = re.compile("[“”‘]|’(?!\\w)|(?<!\\w)’")


def chicago(item: Item) -> Markup:
    """The entry of a Chicago bibliography."""
    date = _date(item.issued, _american, "ca. ")
    if item.type == "webpage":
        place = [escape(item.container), escape(date and f"Last modified {date}")]
    else:
        place = [_parted(_italic(item.container), date or "n.d.")]
    title = escape(item.title) if item.is_site else _quoted(item.title)
    return _sentences(
        _isolated(chicago_names(item.authors)), _named(item, title), *place, _first(item, _american), item.url
    )


def apa(item: Item) -> Markup:
    """The entry of an APA reference list; without an author the title takes the author's place."""
    title = _named(item, _italic(item.title))
    date = f"({_date(item.issued, _year_first, 'ca. ') or 'n.d.'})"
    head = (_isolated(apa_names(item.authors)), date, title) if item.authors else (title, date)
    text = _sentences(*head, "" if _is_by(item, item.container) else _isolated(item.container))
    first = item.original.issued if item.original else None
    text = Markup("{} {}").format(text, item.url) if item.url else text
    return (
        Markup("{} (Original work published {})").format(text, first.year) if first and first.year else text
    )


def mla(item: Item) -> Markup:
    """The entry of an MLA list of works cited; a date that is not known is left out."""
    title = _italic(item.title) if item.is_site else _quoted(item.title)
    date = _date(item.issued, _day_first, "circa ")
    place = _parted(_italic(item.container), date, item.url)
    names = "" if _is_by(item, item.container) else mla_names(item.authors)
    return _sentences(_isolated(names), _named(item, title), place, _first(item, _day_first))


def _is_by(item: Item, name: str) -> bool:
    """Whether whoever published it wrote it: they are named once."""
    return [author.in_order for author in item.authors] == [name]


def _first(item: Item, in_style: Callable[[int, int, int], str]) -> str:
    """Where the work first appeared."""
    first = item.original
    if first is None or not (first.container or first.title):
        return Markup("")
    title = Markup("as {}").format(_quoted(first.title, ",")) if first.title else Markup("in")
    where = _parted(_italic(first.container), _date(first.issued, in_style, "ca. "))
    return Markup("Originally published {} {}").format(title, where)


def _isolated(text: str) -> Markup:
    """The text, set apart where it is written from right to left."""
    return Markup("<bdi>{}</bdi>").format(text) if _OTHER_DIRECTION.search(text) else escape(text)


def _named(item: Item, printed: Markup) -> Markup:
    return Markup("[{}]").format(_isolated(item.title)) if item.supplied else printed


def _italic(text: str) -> Markup:
    return Markup("<i>{}</i>").format(_isolated(text)) if text else Markup("")


def _quoted(title: str, stop: str = ".") -> Markup:
    """The title in quotation marks, those inside it single and double by turns, a stop before the last."""
    inside = _by_turns(title)
    closed = inside.rstrip("’”").endswith(_STOPS)
    return Markup("“{}{}”").format(_isolated(inside), "" if closed else stop)


def _by_turns(title: str) -> str:
    """The title with single marks in it, and double ones within those."""
    depth = 0

    def turned(mark: re.Match[str]) -> str:
        nonlocal depth
        if mark[0] in "“‘":
            depth += 1
            return "‘" if depth % 2 else "“"
        if not depth:
            return mark[0]
        depth -= 1
        return "”" if depth % 2 else "’"

    return _MARK.sub(turned, title)


def _parted(*parts: str) -> Markup:
    return Markup(", ").join(part for part in parts if part)


def _sentences(*parts: str) -> Markup:
    """The parts that are there, each closed by a full stop unless it closes itself."""
    found = [escape(part) for part in parts if part]
    return Markup(" ").join(p if p.striptags().rstrip("’”").endswith(_STOPS) else p + "." for p in found)


def _date(date: Issued | None, in_style: Callable[[int, int, int], str], about: str) -> str:
    """A date that the work does not state stands in brackets, one that is about right says so."""
    if date is None:
        return ""
    year, month, day = (*date.parts, 0, 0, 0)[:3]
    words = in_style(year, month, day) if year else date.words
    words = f"{about}{words}" if date.circa else words
    return f"[{words}]" if date.inferred else words


def _american(year: int, month: int, day: int) -> str:
    if not month:
        return str(year)
    return f"{ENGLISH.months[month - 1]} {day}, {year}" if day else f"{ENGLISH.months[month - 1]} {year}"


def _year_first(year: int, month: int, day: int) -> str:
    if not month:
        return str(year)
    return f"{year}, {ENGLISH.months[month - 1]}{f' {day}' if day else ''}"


def _day_first(year: int, month: int, day: int) -> str:
    words = (str(day) if day else "", _MLA_MONTHS.get(month, ""), str(year))
    return " ".join(filter(None, words))
