"""Citations as reference managers and Wikipedia read them: CSL-JSON, BibTeX, RIS, `cite web`."""

import json
from typing import Any

from generator.lib.citing.item import Author, Issued, Item
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
_RIS_TYPES = {"webpage": "ELEC", "article-newspaper": "NEWS", "broadcast": "VIDEO"}


def csl(item: Item) -> dict[str, Any]:
    """The item in CSL-JSON 1.0; an own title of ours stands in brackets."""
    values = {
        "id": item.key,
        "type": item.type,
        "title": _title(item),
        "container-title": item.container,
        "author": [
            {"family": name.family, "given": name.given} if name.given else {"literal": name.family}
            for name in item.authors
        ],
        "issued": _csl_date(item.issued) if item.issued else None,
        "URL": item.url,
        "language": item.language,
        "source": item.via,
        "note": _repeated(item),
    }
    return {name: value for name, value in values.items() if value}


def csl_json(item: Item) -> str:
    """The item as the list of one that reference managers import."""
    lines = [
        f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False, separators=(',', ':'))}"
        for k, v in csl(item).items()
    ]
    return "[{\n  " + ",\n  ".join(lines) + "\n}]"


def bibtex(item: Item) -> str:
    """A BibTeX entry: `@misc`, which every style knows."""
    year, month, day = _parts(item.issued)
    undivided = item.issued.words if item.issued and not year else ""
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in item.authors),
        "title": f"{{{_title(item).translate(_BIBTEX)}}}",
        "howpublished": item.container.translate(_BIBTEX),
        "year": str(year) if year else "",
        "month": ENGLISH.months[month - 1][:3].lower() if month else "",
        "day": str(day) if day else "",
        "note": "; ".join(filter(None, [undivided, _repeated(item)])).translate(_BIBTEX),
        "url": item.url.translate(_URL),
        "language": item.language,
    }
    lines = [f"  {k} = {v if k == 'month' else f'{{{v}}}'}," for k, v in fields.items() if v]
    return "\n".join([f"@misc{{{item.key},", *lines, "}"])


def ris(item: Item) -> str:
    """A RIS record; its lines are parted by line feeds."""
    year, month, day = _parts(item.issued)
    pairs = [
        ("TY", _RIS_TYPES.get(item.type, "GEN")),
        *(("AU", name.inverted) for name in item.authors),
        ("TI", _title(item)),
        ("T2", item.container),
        ("PY", f"{year:04}" if year else ""),
        ("DA", f"{year:04}/{month:02}/{day:02}" if day else f"{year:04}/{month:02}/" if month else ""),
        ("DP", item.via),
        ("N1", _repeated(item)),
        ("UR", item.url),
        ("LA", item.language),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in pairs if value), "ER  - "])


def wikipedia(item: Item) -> str:
    """Wikipedia's template: `cite web`, and for a work without a known address `cite news`.

    The day of access is the reader's to fill in, and so is the address of a page that does not know its own.
    """
    web = item.url or item.type == "webpage"
    values = [
        *_wiki_names(item.authors),
        ("title", _title(item)),
        ("website" if web else "work", item.container),
        ("date", _wiki_date(item.issued)),
        ("via", item.via),
    ]
    shown = [f"|{name}={value.translate(_WIKI)}" for name, value in values if value]
    if web:
        shown += [f"|url={item.url.translate(_URL)}", "|access-date="]
    return "{{" + " ".join(["cite web" if web else "cite news", *shown]) + "}}"


def _title(item: Item) -> str:
    return f"[{item.title}]" if item.supplied else item.title


def _repeated(item: Item) -> str:
    """Which publication was read and when it repeated the work, for fields that hold a remark."""
    date = item.repeated.words if item.repeated else ""
    return ", ".join(filter(None, [f"via {item.via}", date])) if item.via else ""


def _parts(date: Issued | None) -> tuple[int, int, int]:
    year, month, day = (*(date.parts if date else ()), 0, 0, 0)[:3]
    return year, month, day


def _csl_date(date: Issued) -> dict[str, Any]:
    if not date.parts:
        return {"literal": date.words}
    return {"date-parts": [list(date.parts)], **({"circa": True} if date.circa else {})}


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


def _wiki_date(date: Issued | None) -> str:
    if date is None:
        return ""
    year, month, day = _parts(date)
    if not year:
        return date.words
    words = [str(day) if day else "", ENGLISH.months[month - 1] if month else "", str(year)]
    return ("c. " if date.circa else "") + " ".join(filter(None, words))
