"""References as Chicago, APA and MLA print them in a list of works, in HTML.

The forms are those of *The Chicago Manual of Style* (18th edition, notes and bibliography), the *Publication
Manual* of the APA (7th edition) and the *MLA Handbook* (9th edition) for pages of websites and for articles
read online. Titles keep the capitals that they are printed with.
"""

from collections.abc import Callable

from markupsafe import Markup, escape

from generator.lib.citing.item import Issued, Item, apa_names, chicago_names, mla_names
from generator.lib.dates import ENGLISH

_MLA_MONTHS = dict(enumerate(ENGLISH.months, 1)) | {
    **{month: f"{ENGLISH.months[month - 1][:3]}." for month in (1, 2, 3, 4, 8, 10, 11, 12)},
    9: "Sept.",
}
"""The months with more than four letters are cut short."""
_STOPS = (".", "?", "!", "…")


def chicago(item: Item) -> Markup:
    """The entry of a Chicago bibliography."""
    date = _date(item.issued, _american, "ca. ")
    if item.type == "webpage":
        place = [escape(item.container), escape(date and f"Last modified {date}")]
    else:
        place = [_parted(_italic(item.container), date or "n.d.")]
    title = escape(item.title) if item.is_site else _quoted(item.title)
    via = _via(item, _date(item.repeated, _american, "ca. "), "Via")
    return _sentences(chicago_names(item.authors), _named(item, title), *place, via, item.url)


def apa(item: Item) -> Markup:
    """The entry of an APA reference list; without an author the title takes the author's place."""
    title = _named(item, _italic(item.title))
    date = f"({_date(item.issued, _year_first, 'ca. ') or 'n.d.'})"
    head = (apa_names(item.authors), date, title) if item.authors else (title, date)
    via = _via(item, _date(item.repeated, _year_first, "ca. "), "via")
    text = _sentences(*head, _parted(escape(item.container), via))
    return Markup("{} {}").format(text, item.url) if item.url else text


def mla(item: Item) -> Markup:
    """The entry of an MLA list of works cited; a date that is not known is left out."""
    title = _italic(item.title) if item.is_site else _quoted(item.title)
    date = _date(item.issued, _day_first, "circa ")
    places = [_parted(_italic(item.container), date)]
    if item.via:
        places.append(_parted(_italic(item.via), _date(item.repeated, _day_first, "circa ")))
    places[-1] = _parted(places[-1], item.url)
    return _sentences(mla_names(item.authors), _named(item, title), *places)


def _via(item: Item, date: str, word: str) -> Markup:
    """The publication that was read in place of the one that the work first stood in."""
    return _parted(Markup("{} {}").format(word, _italic(item.via)), date) if item.via else Markup("")


def _named(item: Item, printed: Markup) -> Markup:
    return Markup("[{}]").format(item.title) if item.supplied else printed


def _italic(text: str) -> Markup:
    return Markup("<i>{}</i>").format(text) if text else Markup("")


def _quoted(title: str) -> Markup:
    """The title in quotation marks, those inside it single, a full stop before the closing one."""
    inside = title.replace("“", "‘").replace("”", "’")
    stop = "" if inside.removesuffix("’").endswith(_STOPS) else "."
    return Markup("“{}{}”").format(inside, stop)


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
