"""References as Chicago, APA and MLA print them in a list of works, in HTML.

The forms are those of *The Chicago Manual of Style* (18th edition, notes and bibliography), the *Publication
Manual* of the APA (7th edition) and the *MLA Handbook* (9th edition). Titles keep the capitals that they are
printed with.
"""

import re

from markupsafe import Markup, escape

from generator.lib.citing.item import Item
from generator.lib.citing.names import apa_names, chicago_names, mla_names, names_in_order
from generator.lib.citing.style_dates import (
    AMERICAN,
    DAY_FIRST,
    YEAR_FIRST,
    DateStyle,
    of_month,
    of_year,
    styled,
)

_BY_YEAR = frozenset({"book", "chapter", "report"})
"""What appears once in a year: of its date Chicago and APA print that."""
_JOURNAL = "article-journal"
_NUMBERED = frozenset({"document", "report"})
_LARGER = frozenset({"chapter", "broadcast"})
"""What may be part of a book or a series."""
_ARTICLES = frozenset({"article-newspaper", "article-magazine", _JOURNAL})
_WHOLE = frozenset({"book", "broadcast", "report"})
"""Works whose titles are in italics unless they are part of a larger one."""
_KINDS_IN_APA = {"broadcast": "[Broadcast]", "post": "[Online post]"}
_STOPS = (".", "?", "!", "…", "؟", "۔", "。", "！", "？")
_OTHER_DIRECTION = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_UPRIGHT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts that have no italics."""
_GERMAN = re.compile("„([^„“”]*)“")
_MARK = re.compile("[“”‘]|’(?!\\w)|(?<!\\w)’")


def chicago(item: Item) -> Markup:
    """The entry of a Chicago bibliography; without an author it begins with the publication or website."""
    by_year = item.type in _BY_YEAR or (item.type == _JOURNAL and item.issue)
    issued = of_year(item.issued) if by_year else of_month(item.issued, item.type == _JOURNAL)
    date = styled(issued, AMERICAN) or ("" if item.type == "webpage" else "n.d.")
    container = _isolated(item.container) if item.type == "webpage" else _italic(item.container)
    head = _isolated(chicago_names(item.authors))
    if not head and item.type != "chapter":
        head, container = container, Markup("")
    parts_of_it = [_edition(item), _after("vol.", _isolated(item.volume))]
    place = [_parted(container, _isolated(item.publisher), date)]
    if item.type == "chapter":
        place = [_after("In", _parted(container, *parts_of_it)), _parted(_isolated(item.publisher), date)]
    elif item.type == _JOURNAL:
        place = [_in_journal(item, container, date)]
    elif item.type == "broadcast" and item.container:
        place = [container, _parted(_after("Aired", date), _after("on", _isolated(item.publisher)))]
    title = escape(item.title) if item.is_site else _title(item)
    parts = [_named(item, title), _translated(item, "Translated by"), _number(item)]
    if item.type in _WHOLE:
        parts += [_edition(item), _after("Vol.", _isolated(item.volume))]
    held = [_isolated(item.archive_location), _isolated(item.archive)]
    return _sentences(head, *parts, *place, *held, _first(item, AMERICAN), item.link)


def apa(item: Item) -> Markup:
    """The entry of an APA reference list; without an author the title takes the author's place."""
    is_part = item.type in _ARTICLES or (item.type in _LARGER and item.container)
    title = _named(item, _isolated(item.title) if is_part else _italic(item.title))
    translators = names_in_order(item.translators, "&", short=True)
    pages = _isolated(_pages(item))
    behind = _parted(
        _edition(item),
        _after("Vol.", _isolated(item.volume)),
        _after(_pages_word(item), pages),
    )
    of_a_whole = "" if is_part else Markup("; ").join(filter(None, [_number(item), behind]))
    more = [
        _isolated(f"({translators}, Trans.)") if translators else "",
        _enclosed(of_a_whole),
        _KINDS_IN_APA.get(item.type, ""),
    ]
    title = _spaced(title, *more)
    by_year = item.type in _BY_YEAR or item.type == _JOURNAL
    date = styled(of_year(item.issued) if by_year else item.issued, YEAR_FIRST) or "n.d."
    head = [title, f"({date})"]
    if item.authors:
        head = [_isolated(apa_names(item.authors)), f"({date})", title]
    container = _italic(item.container) if is_part else _isolated(item.container)
    if item.type in _LARGER:
        container = _spaced(_after("In", container), _enclosed(behind) if is_part else "")
    elif item.type in _ARTICLES:
        volume = _italic(item.volume) + _enclosed(_isolated(item.issue))
        container = _parted(container, volume, pages)
    place = [
        "" if _is_by(item, item.container) else container,
        "" if _is_by(item, item.publisher) else _isolated(item.publisher),
        _spaced(_isolated(item.archive), _enclosed(_isolated(item.archive_location))),
    ]
    text = _spaced(_sentences(*head, *place), item.link)
    first = _first_in_apa(item)
    return Markup("{} ({})").format(text, first) if first else text


def mla(item: Item) -> Markup:
    """The entry of an MLA list of works cited; a date that is not known is left out."""
    by_year = item.type in _BY_YEAR - {"report"}
    issued = of_year(item.issued) if by_year else of_month(item.issued, item.type == _JOURNAL)
    date = styled(issued, DAY_FIRST)
    word = "translated by" if item.container else "Translated by"
    volume = "vol." if item.container or item.translators or item.edition else "Vol."
    place = _parted(
        _italic(item.container),
        _translated(item, word),
        _edition(item),
        _after(volume, _isolated(item.volume)),
        _after("no.", _isolated(item.issue)),
        _number(item),
        _isolated(item.publisher),
        date,
        _after(_pages_word(item), _isolated(_pages(item))),
        _isolated(item.archive),
        _isolated(item.archive_location),
        item.link,
    )
    is_own = _is_by(item, item.container) or _is_by(item, item.publisher)
    names = "" if is_own else mla_names(item.authors)
    title = _italic(item.title) if item.is_site else _title(item)
    return _sentences(_isolated(names), _named(item, title), place, _first(item, DAY_FIRST))


def _title(item: Item) -> Markup:
    """The title: in italics where it is that of a whole work, else in quotation marks."""
    return _italic(item.title) if item.type in _WHOLE and not item.container else _quoted(item.title)


def _is_by(item: Item, name: str) -> bool:
    """Whether whoever published it wrote it: they are named once."""
    return [author.in_order for author in item.authors] == [name]


def _translated(item: Item, word: str) -> Markup:
    return _after(word, _isolated(names_in_order(item.translators)))


def _in_journal(item: Item, container: Markup, date: str) -> Markup:
    """The issue and the pages of a journal, as Chicago prints them: `12, no. 3 (2031): 88–102`."""
    place = _parted(_spaced(container, _isolated(item.volume)), _after("no.", _isolated(item.issue)))
    place = _spaced(place, _enclosed(date))
    return Markup(": ").join(filter(None, [place, _isolated(_pages(item))]))


def _edition(item: Item) -> Markup:
    """The edition: a number as `2nd ed.`, words as they are."""
    return Markup("{} ed.").format(item.nth_edition) if item.edition.isdecimal() else _isolated(item.edition)


def _pages(item: Item) -> str:
    return re.sub(r"(?<=\d)-(?=\d)", "–", item.pages)


def _pages_word(item: Item) -> str:
    return "pp." if re.search("[–,]", _pages(item)) else "p."


def _number(item: Item) -> Markup:
    return _isolated(item.number) if item.type in _NUMBERED else Markup("")


def _first(item: Item, style: DateStyle) -> Markup:
    """Where the work first appeared."""
    first = item.original
    if first is None or not (first.container or first.title):
        return Markup("")
    where = _parted(_italic(first.container), styled(first.issued, style))
    title = _quoted(first.title, "," if where else ".") if first.title else ""
    return _after(
        "Originally published", Markup(" ").join(filter(None, [_after("as", title), _after("in", where)]))
    )


def _first_in_apa(item: Item) -> Markup:
    first = item.original
    if first is None:
        return Markup("")
    year = str(first.issued.year or "") if first.issued else ""
    told = _parted(_after("as", _italic(first.title)), year, _isolated(first.container))
    return _after("Original work published", told)


def _isolated(text: str) -> Markup:
    """The text, set apart where it is written from right to left."""
    return Markup("<bdi>{}</bdi>").format(text) if _OTHER_DIRECTION.search(text) else escape(text)


def _named(item: Item, printed: Markup) -> Markup:
    return Markup("[{}]").format(_isolated(item.title)) if item.supplied else printed


def _italic(text: str) -> Markup:
    shown = _isolated(text)
    return shown if not text or _UPRIGHT.search(text) else Markup("<i>{}</i>").format(shown)


def _quoted(title: str, stop: str = ".") -> Markup:
    """The title in quotation marks, those inside it single and double by turns, a stop before the last."""
    return Markup("“{}”").format(_isolated(_closed(escape(_by_turns(title)), stop)))


def _closed(text: Markup, stop: str = ".") -> Markup:
    """The text with a stop, before the marks that end a quotation; without one where it closes itself."""
    bare = text.rstrip("’”") if "‘" in text or "“" in text else text
    if bare.striptags().endswith(_STOPS):
        return text
    return bare + stop + text[len(bare) :]


def _by_turns(title: str) -> str:
    """The title with single marks in it, and double ones within those; German marks count as English ones."""
    title = _GERMAN.sub(r"“\1”", title)
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


def _after(word: str, text: str) -> Markup:
    """The text behind a word; nothing without it."""
    return Markup("{} {}").format(word, text) if text else Markup("")


def _enclosed(text: str) -> Markup:
    """The text in parentheses; nothing without it."""
    return Markup("({})").format(text) if text else Markup("")


def _spaced(*parts: str) -> Markup:
    return Markup(" ").join(part for part in parts if part)


def _parted(*parts: str) -> Markup:
    return Markup(", ").join(part for part in parts if part)


def _sentences(*parts: str) -> Markup:
    """The parts that are there, each closed by a full stop unless it closes itself."""
    return Markup(" ").join(_closed(escape(part)) for part in parts if part)
