"""Citations as reference managers and Wikipedia read them: CSL-JSON, BibTeX, RIS, templates."""

import json
import re
import unicodedata
from dataclasses import replace
from typing import Any

from generator.lib.citing.item import Author, Issued, Item, Original
from generator.lib.citing.style_dates import FULL_DAY_FIRST, styled
from generator.lib.dates import ENGLISH

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{c: f"\\{c}" for c in "$&#_%"},
    }
)
_WIKI = str.maketrans({"|": "{{!}}", "[": "&#91;", "]": "&#93;", "{": "&#123;", "}": "&#125;", "<": "&lt;"})
_URL = str.maketrans({"|": "%7C", "{": "%7B", "}": "%7D", "[": "%5B", "]": "%5D", " ": "%20", "<": "%3C"})
_BIBTEX_TYPES = {
    "article-journal": ("article", "journal", "publisher"),
    "article-newspaper": ("article", "journal", "publisher"),
    "article-magazine": ("article", "journal", "publisher"),
    "webpage": ("online", "organization", "publisher"),
    "post": ("online", "organization", "publisher"),
    "book": ("book", "series", "publisher"),
    "chapter": ("incollection", "booktitle", "publisher"),
    "report": ("report", "series", "institution"),
}
"""The type of entry, and its fields for the container and the publisher."""
_BIBTEX_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_RANGE = re.compile(r"–|(?<=\d)-(?=\d)")
"""What stands between the first and the last of some pages."""
_SCRIPTS = frozenset(
    ["am", "ar", "be", "bg", "bn", "ckb", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "kn",
     "ko", "ku", "ky", "lo", "mk", "ml", "mn", "mr", "my", "ne", "pa", "ps", "ru", "sd", "si", "sr", "ta",
     "te", "tg", "th", "ug", "uk", "ur", "uz", "yi", "zh"]
)  # fmt: skip
"""Languages of which Wikipedia sets titles apart that are not in Latin letters."""
_WIKI_TEMPLATES = {
    "article-journal": ("cite journal", "journal"),
    "article-magazine": ("cite magazine", "magazine"),
    "article-newspaper": ("cite news", "work"),
    "book": ("cite book", "title"),
    "broadcast": ("cite AV media", "series"),
    "chapter": ("cite book", "title"),
    "report": ("cite report", "work"),
}
"""Templates with the parameter for the container; what is not here is a web page or a document."""
_RIS_TYPES = {
    "webpage": "ELEC",
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "post": "BLOG",
    "report": "RPRT",
}


def csl(item: Item) -> dict[str, Any]:
    """The item in CSL-JSON 1.0; an own title of ours stands in brackets."""
    values = {
        "id": item.key,
        "type": item.type,
        "title": _title(item),
        "container-title": item.container,
        "publisher": item.publisher,
        "publisher-place": item.publisher_place,
        "edition": item.edition,
        "volume": item.volume,
        "issue": item.issue,
        "page": item.pages.replace("–", "-"),
        "number": item.number,
        "archive": item.archive,
        "archive_location": item.archive_location,
        "author": [_csl_name(name) for name in item.authors],
        "translator": [_csl_name(name) for name in item.translators],
        "issued": _csl_date(item.issued) if item.issued else None,
        "original-title": item.original.title if item.original else "",
        "original-publisher": item.original.container if item.original else "",
        "original-date": _csl_date(item.original.issued) if item.original and item.original.issued else None,
        "DOI": item.doi,
        "ISBN": item.isbn,
        "ISSN": item.issn,
        "URL": item.url,
        "language": item.language,
        "abstract": item.abstract,
        "note": _note(item),
    }
    return {name: value for name, value in values.items() if value}


def csl_json(*items: Item) -> str:
    """The items as the list that reference managers import."""
    entries = [
        ",\n  ".join(
            f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False, separators=(',', ':'))}"
            for k, v in csl(item).items()
        )
        for item in items
    ]
    return "[{\n  " + "\n}, {\n  ".join(entries) + "\n}]" if entries else "[]"


def bibtex(item: Item) -> str:
    """An entry for BibTeX and BibLaTeX, which reads `date` with all its doubt where BibTeX reads the year."""
    year, month, day = _parts(item.issued)
    kind, place, publisher = _BIBTEX_TYPES.get(item.type, ("misc", "howpublished", "organization"))
    first = item.original or Original()
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in item.authors),
        "translator": " and ".join(_bibtex_name(name) for name in item.translators),
        "title": f"{{{_title(item).translate(_BIBTEX)}}}",
        place: item.container.translate(_BIBTEX),
        publisher: item.publisher.translate(_BIBTEX),
        "address": item.publisher_place.translate(_BIBTEX),
        "edition": item.edition.translate(_BIBTEX),
        "volume": item.volume.translate(_BIBTEX),
        "issue": item.issue.translate(_BIBTEX) if item.number else "",
        "entrysubtype": _BIBTEX_SUBTYPES.get(item.type, ""),
        "type": item.type if kind == "misc" and item.type != "document" else "",
        "number": (item.number or item.issue).translate(_BIBTEX),
        "pages": _RANGE.sub("--", item.pages).translate(_BIBTEX),
        "date": item.issued.edtf if item.issued and _in_biblatex(item.issued.edtf) else "",
        "year": str(year or (item.issued.year if item.issued else 0) or ""),
        "month": ENGLISH.months[month - 1][:3].lower() if month else "",
        "day": str(day) if day else "",
        "origtitle": first.title.translate(_BIBTEX),
        "origpublisher": first.container.translate(_BIBTEX),
        "origdate": first.issued.edtf if first.issued and _in_biblatex(first.issued.edtf) else "",
        "note": _note(item).translate(_BIBTEX),
        "abstract": item.abstract.translate(_BIBTEX),
        "doi": item.doi.translate(_BIBTEX),
        "isbn": item.isbn,
        "issn": item.issn,
        "library": _held(item).translate(_BIBTEX),
        "url": item.url.translate(_URL),
        "language": item.language,
    }
    lines = [f"  {k} = {v if k == 'month' else f'{{{v}}}'}," for k, v in fields.items() if v]
    return "\n".join([f"@{kind}{{{item.key},", *lines, "}"])


def ris(item: Item) -> str:
    """A RIS record; its lines are parted by line feeds."""
    year = (_parts(item.issued)[0] or item.issued.year) if item.issued else 0
    number, by_registry = item.number, item.isbn or item.issn  # which share a tag, save in a report
    pairs = [
        ("TY", _RIS_TYPES.get(item.type, "GEN")),
        *(("AU", name.inverted) for name in item.authors),
        *(("A4", name.inverted) for name in item.translators),
        ("TI", _title(item)),
        ("T2", item.container),
        ("PB", item.publisher),
        ("CY", item.publisher_place),
        ("ET", item.edition),
        ("VL", item.volume),
        ("IS", item.issue),
        *zip(("SP", "EP"), [item.pages] if "," in item.pages else _RANGE.split(item.pages, 1), strict=False),
        ("SN", (number or by_registry) if item.type == "report" else by_registry or number),
        ("M1", number if item.type != "report" and by_registry else ""),
        ("N1", f"ISBN: {item.isbn}" if item.type == "report" and number and item.isbn else ""),
        ("DO", item.doi),
        ("DB", item.archive),
        ("AV", item.archive_location),
        ("PY", f"{year:04}" if year else ""),
        ("DA", _ris_date(item.issued)),
        ("N1", _note(item)),
        ("AB", item.abstract),
        ("UR", item.url),
        ("LA", item.language),
    ]
    return "\n".join([*(f"{tag}  - {' '.join(value.split())}" for tag, value in pairs if value), "ER  - "])


def wikipedia(item: Item, at: str = "") -> str:
    """Wikipedia's template for works of its kind; `at` is the place in the work.

    The day of access is the reader's to fill in, and so is the address of a page that does not know its own.
    """
    is_web = item.type == "webpage" or bool(item.url)
    template, place = _WIKI_TEMPLATES.get(
        item.type, ("cite web", "website") if is_web else ("cite document", "work")
    )
    first = item.original
    repeats = first if first and first.same_text and first.container else None
    date, comment = _wiki_date(repeats.issued if repeats and repeats.issued else item.issued)
    values = [
        *_wiki_names(item.authors),
        *_wiki_names(item.translators, "translator-"),
        *_wiki_title(item),
        (place, repeats.container if repeats else item.container),
        ("via", item.container if repeats else ""),
        ("volume", item.volume),
        ("issue", item.issue),
        ("edition", item.nth_edition),
        ("publisher", item.publisher),
        ("location", item.publisher_place),
        ("number", item.number),
        ("pages", "" if at else _RANGE.sub("–", item.pages)),
        ("doi", item.doi),
        ("isbn", item.isbn),
        ("issn", item.issn),
        ("id", _held(item)),
        ("date", date),
        ("orig-date", "" if repeats else _first_published(item)),
        ("language", "" if item.language.partition("-")[0] == "en" else item.language),
        ("at", at),
    ]
    shown = [f"|{name}={value.translate(_WIKI)}" for name, value in values if value]
    if comment:
        shown.append(f"<!-- {comment.translate(_WIKI).replace('--', '–')} -->")
    if is_web:
        shown.append(f"|url={item.url.translate(_URL)}")
    if item.url and re.fullmatch(r"\d{4}-\d\d-\d\d", item.archived[1]):
        shown += [f"|archive-url={item.archived[0].translate(_URL)}", f"|archive-date={item.archived[1]}"]
    if is_web:
        shown.append("|access-date=")
    return "{{" + " ".join([template, *shown]) + "}}"


def _wiki_title(item: Item) -> list[tuple[str, str]]:
    """The title, apart where it is not in Latin letters; of a chapter as the title of a part."""
    tongue = item.language.partition("-")[0]
    part = "chapter" if item.type == "chapter" else "title"
    foreign = any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in item.title)
    if tongue in _SCRIPTS and foreign and not item.supplied:
        return [(f"script-{part}", f"{tongue}:{item.title}")]
    return [(part, _title(item))]


def _held(item: Item) -> str:
    """Where the original is: the archive and the shelf mark."""
    return ", ".join(filter(None, [item.archive, item.archive_location]))


def _title(item: Item) -> str:
    return f"[{item.title}]" if item.supplied else item.title


def _parts(date: Issued | None) -> tuple[int, int, int]:
    year, month, day = (*(date.parts if date else ()), 0, 0, 0)[:3]
    return year, month, day


def _csl_date(date: Issued) -> dict[str, Any]:
    doubt = {"circa": True} if date.circa else {}
    if date.since:
        return {"date-parts": [list(date.since), list(date.until)]}
    if date.parts:
        return {"date-parts": [list(date.parts)], **doubt}
    if date.season:
        return {"date-parts": [[date.year]], "season": date.season, **doubt}
    return {"date-parts": [[date.year]], **doubt} if date.year and date.circa else {"literal": date.words}


def _csl_name(name: Author) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    family = name.family.removeprefix(name.particle).strip()
    particle = {"non-dropping-particle": name.particle} if name.particle else {}
    return {"family": family, "given": name.given, **particle}


def _in_biblatex(date: str) -> bool:
    """Whether BibLaTeX reads the date: of EDTF what is of levels 0 and 1."""
    end = r"(?:-?\d{4}(?:-(?:[0-2]\d|XX)(?:-(?:\d{2}|XX))?)?|\d{3}X|\d{2}XX)[?~%]?"
    return re.fullmatch(rf"{end}|{end}/(?:{end}|\.\.)?|(?:\.\.)?/{end}", date) is not None


def _ris_date(date: Issued | None) -> str:
    """Year, month and day, and behind them what else is to be said."""
    if date is None:
        return ""
    year, month, day = _parts(date)
    year = year or date.year
    if not year or (not month and not date.is_doubtful):
        return ""
    other = date.words if not date.parts or date.circa else ""
    parts = f"{year:04}/{f'{month:02}' if month else ''}/{f'{day:02}' if day else ''}"
    return f"{parts}/{other}" if other else parts


def _note(item: Item) -> str:
    """What the fields of a format do not tell: doubt on the date, first publication, an archived copy."""
    date = item.issued
    told = []
    if date and (not date.parts or date.circa):
        told.append(f"Date: {date.words}{' (inferred)' if date.inferred else ''}")
    elif date and date.inferred:
        told.append("Date inferred")
    if first := _first_published(item):
        told.append(first)
    if item.archived[0]:
        told.append(f"Archived copy of {item.archived[1]}: {item.archived[0]}")
    return ". ".join(told)


def _first_published(item: Item) -> str:
    first = item.original
    if first is None or not (first.container or first.title):
        return ""
    title = f"“{first.title}”" if first.title else ""
    when = first.issued.words if first.issued else ""
    return f"Originally published: {', '.join(filter(None, [title, first.container, when]))}"


def _bibtex_name(name: Author) -> str:
    return name.inverted.translate(_BIBTEX) if name.given else f"{{{name.family.translate(_BIBTEX)}}}"


def _wiki_names(names: tuple[Author, ...], role: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for at, name in enumerate(names, 1):
        number = str(at) if len(names) > 1 else ""
        if name.given:
            found += [(f"{role}last{number}", name.family), (f"{role}first{number}", name.given)]
        else:
            found.append((f"{role.removesuffix('-') or 'author'}{number}", name.family))
    return found


def _wiki_date(date: Issued | None) -> tuple[str, str]:
    """A date that the template accepts, and what that leaves out: it knows `c.` with a year alone."""
    if date is None:
        return "", ""
    comment = f"{date.words}{' (inferred)' if date.inferred else ''}"
    if date.circa:
        about = date.year or (date.parts[0] if date.parts else 0)
        return (f"c. {about}" if about else ""), comment
    if not (date.season or date.parts or date.since):
        return str(date.year or ""), comment
    # A dash between ends of several words has spaces.
    words = re.sub(r"(\w \w+)–(\w+ \w)", r"\1 – \2", styled(replace(date, inferred=False), FULL_DAY_FIRST))
    return words, comment if date.inferred else ""
