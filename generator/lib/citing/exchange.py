"""Citations as reference managers and Wikipedia read them: CSL-JSON, BibTeX, RIS, `cite web`."""

import json
import re
from typing import Any

from generator.lib.citing.item import Author, Issued, Item, Original
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
_BIBTEX_TYPES = {"article-newspaper": ("article", "journal"), "webpage": ("online", "organization")}
_SCRIPTS = frozenset(
    ["am", "ar", "be", "bg", "el", "fa", "he", "hi", "hy", "ja", "ka", "ko", "mk", "ps", "ru", "sr", "th",
     "uk", "ur", "yi", "zh"]
)  # fmt: skip
"""Languages of which Wikipedia sets titles apart, since they are not in Latin letters."""
_RIS_TYPES = {"webpage": "ELEC", "article-newspaper": "NEWS", "broadcast": "VIDEO"}


def csl(item: Item) -> dict[str, Any]:
    """The item in CSL-JSON 1.0; an own title of ours stands in brackets."""
    values = {
        "id": item.key,
        "type": item.type,
        "title": _title(item),
        "container-title": item.container,
        "author": [_csl_name(name) for name in item.authors],
        "issued": _csl_date(item.issued) if item.issued else None,
        "original-title": item.original.title if item.original else "",
        "original-publisher": item.original.container if item.original else "",
        "original-date": _csl_date(item.original.issued) if item.original and item.original.issued else None,
        "URL": item.url,
        "archive_location": item.archived[0],
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
    kind, place = _BIBTEX_TYPES.get(item.type, ("misc", "howpublished"))
    if not item.container:
        kind, place = ("online" if item.url else "misc"), "howpublished"
    first = item.original or Original()
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in item.authors),
        "title": f"{{{_title(item).translate(_BIBTEX)}}}",
        place: item.container.translate(_BIBTEX),
        "entrysubtype": "newspaper" if kind == "article" else "",
        "date": item.issued.edtf if item.issued and _in_biblatex(item.issued.edtf) else "",
        "year": str(year or (item.issued.year if item.issued else 0) or ""),
        "month": ENGLISH.months[month - 1][:3].lower() if month else "",
        "day": str(day) if day else "",
        "origtitle": first.title.translate(_BIBTEX),
        "origpublisher": first.container.translate(_BIBTEX),
        "origdate": first.issued.edtf if first.issued and _in_biblatex(first.issued.edtf) else "",
        "note": _note(item).translate(_BIBTEX),
        "abstract": item.abstract.translate(_BIBTEX),
        "url": item.url.translate(_URL),
        "language": item.language,
    }
    lines = [f"  {k} = {v if k == 'month' else f'{{{v}}}'}," for k, v in fields.items() if v]
    return "\n".join([f"@{kind}{{{item.key},", *lines, "}"])


def ris(item: Item) -> str:
    """A RIS record; its lines are parted by line feeds."""
    year = (_parts(item.issued)[0] or item.issued.year) if item.issued else 0
    pairs = [
        ("TY", _RIS_TYPES.get(item.type, "GEN")),
        *(("AU", name.inverted) for name in item.authors),
        ("TI", _title(item)),
        ("T2", item.container),
        ("PY", f"{year:04}" if year else ""),
        ("DA", _ris_date(item.issued)),
        ("N1", _note(item)),
        ("AB", item.abstract),
        ("UR", item.url),
        ("L4", item.archived[0]),
        ("LA", item.language),
    ]
    return "\n".join([*(f"{tag}  - {' '.join(value.split())}" for tag, value in pairs if value), "ER  - "])


def wikipedia(item: Item) -> str:
    """Wikipedia's template: `cite web`, and for a work without a known address `cite news`.

    The day of access is the reader's to fill in, and so is the address of a page that does not know its own.
    """
    web = item.type == "webpage" or (item.type != "article-newspaper" and bool(item.url))
    first = item.original if item.original and item.original.same_text and item.original.container else None
    tongue = item.language.partition("-")[0]
    script = tongue in _SCRIPTS and not item.supplied
    date, comment = _wiki_date(first.issued if first and first.issued else item.issued)
    values = [
        *_wiki_names(item.authors),
        ("script-title", f"{tongue}:{item.title}") if script else ("title", _title(item)),
        ("website" if web else "work", first.container if first else item.container),
        ("via", item.container if first else ""),
        ("date", date),
        ("language", "" if tongue == "en" else item.language),
    ]
    shown = [f"|{name}={value.translate(_WIKI)}" for name, value in values if value]
    if comment:
        shown.append(f"<!-- {comment.translate(_WIKI).replace('--', '–')} -->")
    if web or item.url:
        shown.append(f"|url={item.url.translate(_URL)}")
    if item.url and item.archived[0]:
        shown += [f"|archive-url={item.archived[0].translate(_URL)}", f"|archive-date={item.archived[1]}"]
    if web or item.url:
        shown.append("|access-date=")
    return "{{" + " ".join(["cite web" if web else "cite news", *shown]) + "}}"


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
    """What the fields of a format do not tell: doubt on the date, and where the work first appeared."""
    date = item.issued
    told = []
    if date and (not date.parts or date.circa):
        told.append(f"Date: {date.words}{' (inferred)' if date.inferred else ''}")
    elif date and date.inferred:
        told.append("Date inferred")
    if (first := item.original) and (first.container or first.title):
        title = f"“{first.title}”" if first.title else ""
        when = first.issued.words if first.issued else ""
        told.append(f"Originally published: {', '.join(filter(None, [title, first.container, when]))}")
    return ". ".join(told)


def _bibtex_name(name: Author) -> str:
    return name.inverted.translate(_BIBTEX) if name.given else f"{{{name.family.translate(_BIBTEX)}}}"


def _wiki_names(names: tuple[Author, ...]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for at, name in enumerate(names, 1):
        number = str(at) if len(names) > 1 else ""
        if name.given:
            found += [(f"last{number}", name.family), (f"first{number}", name.given)]
        else:
            found.append((f"author{number}", name.family))
    return found


def _wiki_date(date: Issued | None) -> tuple[str, str]:
    """A date that the template accepts, and what that leaves out: it knows `c.` with a year alone."""
    if date is None:
        return "", ""
    comment = f"{date.words}{' (inferred)' if date.inferred else ''}" if date.is_doubtful else ""
    year, month, day = _parts(date)
    if date.season and not date.circa:
        return (
            f"{ENGLISH.seasons[date.season - 1].capitalize()} {date.year}",
            comment if date.inferred else "",
        )
    if date.circa or not year:
        about = year or date.year
        return (f"c. {about}" if date.circa and about else str(about or "")), comment
    words = [str(day) if day else "", ENGLISH.months[month - 1] if month else "", str(year)]
    return " ".join(filter(None, words)), comment
