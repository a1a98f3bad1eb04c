"""Reads what reference managers such as Zotero export (CSL-JSON, BibTeX, RIS) as drafts of sources.

Authors and publications become records of their own, unless a record has their name already.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import rispy
from babel import Locale
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from pylatexenc.latex2text import LatexNodes2Text

from generator.editing.importing.drafts import Cursor, Draft
from generator.ingest.draft import slug, unused
from generator.lib.dates import parse
from generator.lib.dates.mistakes import meant
from generator.lib.language import TAG
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath, position


@dataclass
class Entry:
    """One entry of a bibliography."""

    key: str
    place: Cursor
    """Where it begins."""
    title: str = ""
    authors: list[tuple[str, str]] = field(default_factory=list)
    """Family and given name; of a body, or where the parts are not told, its name and nothing."""
    container: str = ""
    """The publication that it stands in, or else its publisher."""
    date: str = ""
    url: str = ""
    language: str = ""
    rest: list[str] = field(default_factory=list)
    """The names of what it says besides."""
    places: dict[str, Cursor] = field(default_factory=dict)
    """Where its fields stand, by the names here."""


@dataclass(frozen=True)
class Bibliography:
    """What was read of a file."""

    drafts: list[Draft]
    problems: list[Problem]
    left_out: Mapping[str, int]
    """The fields for which a source has none, with how many entries have them."""
    known: list[str]
    """The ids of the sources that exist already."""


def read(text: str, path: str, dataset: Dataset) -> Bibliography:
    """The sources of the bibliography `text` in the file `path`, whose ending tells its format."""
    try:
        entries, problems = _FORMATS[path.rpartition(".")[2].lower()](text)
    except (ValueError, OSError) as fault:
        place = getattr(fault, "lineno", 1), getattr(fault, "colno", 1)
        return Bibliography([], [Problem(path, *place, "", f"this cannot be read: {fault}", _ANEW)], {}, [])
    made = _Drafts(dataset, path)
    for entry in entries:
        made.add(entry)
    found = [Problem(path, *place, "", message, hint) for place, message, hint in [*problems, *made.faults]]
    left_out = Counter(name for each in entries for name in each.rest)
    return Bibliography(made.drafts, found, left_out, made.known)


_ANEW = "export it anew: CSL-JSON ends in .json, BibTeX in .bib, RIS in .ris"
Fault = tuple[Cursor, str, str]
Read = tuple[list[Entry], list[Fault]]


class _Drafts:
    """The drafts that entries become."""

    def __init__(self, dataset: Dataset, path: str) -> None:
        self._path = path
        self.drafts: list[Draft] = []
        self.faults: list[Fault] = []
        self.known: list[str] = []
        self._known = dataset.known
        self._named = {
            (ref.kind, form.casefold()): str(ref)
            for ref, each in dataset.entities.items()
            for form in (each.name, *each.printed_forms)
            if form
        }

    def add(self, entry: Entry) -> None:
        """Make the draft of an entry, and those of the people and bodies it names."""
        titled = "-".join(slug(entry.title).split("-")[:_WORDS_OF_AN_ID])
        ident = slug(entry.key) if entry.key and "/" not in entry.key else titled
        if not ident:
            message = "this entry has neither key nor title to make an id of"
            self.faults.append((entry.place, message, "give it one"))
            return
        if Ref("source", ident) in self._known:
            self.known.append(ident)
            return
        authors = [
            self._agent("person" if given else "organization", f"{given} {family}".strip(), entry, ident)
            for family, given in entry.authors
        ]
        publisher = self._agent("organization", entry.container, entry, ident) if entry.container else ""
        data = {
            "title": entry.title,
            "authors": authors,
            "publisher": publisher,
            "published": {"edtf": entry.date, "basis": "stated"} if entry.date else None,
            "language": _tag(entry.language),
            "url": entry.url,
        }
        places = {path: entry.places[name] for path, name in _PLACES.items() if name in entry.places}
        given = {name: value for name, value in data.items() if value}
        self.drafts.append(Draft(Ref("source", ident), self._path, entry.place, given, places))

    def _agent(self, kind: str, name: str, entry: Entry, source: str) -> str:
        """The reference to the person or organization of that name; a draft where there is none."""
        known = self._named.get((kind, name.casefold()))
        if known is None:
            wanted = slug(name) or f"{source}-{kind}"
            taken = {*self._known, *(draft.ref for draft in self.drafts)}
            ident = unused(wanted, lambda each: Ref(kind, each) in taken)
            draft = Draft(Ref(kind, ident), self._path, entry.place, {"name": name})
            self.drafts.append(draft)
            known = self._named[kind, name.casefold()] = str(draft.ref)
        return known


_WORDS_OF_AN_ID = 6
_RICH = re.compile("</?(?:i|b|sc|sub|sup|span)(?: [^>]*)?>")
"""What CSL-JSON may hold of HTML."""
_PLACES: Mapping[FieldPath, str] = {
    ("title",): "title",
    ("published",): "date",
    ("language",): "language",
    ("url",): "url",
}


def _tag(language: str) -> str:
    """The BCP 47 tag of a language, where it is given by its English name; else what is given."""
    if TAG.fullmatch(language):
        return language
    names: dict[str, str] = {name.casefold(): tag for tag, name in Locale("en").languages.items()}
    return names.get(language.casefold(), language)


def _edtf(text: str) -> str:
    """A date as people write it in EDTF; what cannot be told is left for the check to refuse."""
    plain = text.strip().strip("/")
    for date in (plain, plain.replace("/", "-"), meant(plain)):
        try:
            return str(parse(date))
        except ValueError:
            pass
    return plain


_DOI = "https://doi.org/"


def _url(url: str, doi: str) -> str:
    return url or (doi if doi.startswith("http") else _DOI + doi if doi else "")


_CSL = {
    "title": "title",
    "issued": "date",
    "language": "language",
    "URL": "url",
    "DOI": "url",
    "author": "authors",
    "container-title": "container",
    "publisher": "container",
    "id": "",
    "citation-key": "",
    "type": "",
}
"""What is read of CSL-JSON, by the names of an entry here."""


def _csl(text: str) -> Read:
    items = json.loads(text)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for number, item in enumerate(items if isinstance(items, list) else [items]):
        place = position(text, (number,))
        if not isinstance(item, dict):
            faults.append((place, "this is no entry of CSL-JSON", "an entry stands in braces"))
            continue
        said = {name: str(value) for name, value in item.items() if isinstance(value, str | int)}
        entry = Entry(
            key=said.get("citation-key") or said.get("id", ""),
            place=place,
            title=_RICH.sub("", said.get("title", "")),
            authors=[_csl_name(name) for name in item.get("author", [])],
            container=said.get("container-title") or said.get("publisher", ""),
            date=_csl_date(item.get("issued") or {}),
            url=_url(said.get("URL", ""), said.get("DOI", "")),
            language=said.get("language", ""),
            rest=sorted(item.keys() - _CSL),
        )
        entry.places = {_CSL[name]: position(text, (number, name)) for name in item if name in _CSL}
        entries.append(entry)
    return entries, faults


def _csl_name(name: Mapping[str, str]) -> tuple[str, str]:
    if literal := name.get("literal"):
        return literal, ""
    family = [name.get("non-dropping-particle"), name.get("family")]
    given = [name.get("given"), name.get("dropping-particle")]
    return " ".join(filter(None, family)), " ".join(filter(None, given))


def _csl_date(issued: Mapping[str, Any]) -> str:
    dates = [
        "-".join([f"{int(first):04}", *(f"{int(each):02}" for each in rest)])
        for first, *rest in issued.get("date-parts") or []
    ]
    season = str(issued.get("season", "")).lower()
    if dates and season.isdecimal():
        return f"{dates[0][:4]}-{20 + int(season)}"
    if dates:
        return "/".join(dates) + ("~" if issued.get("circa") else "")
    return _edtf(str(issued.get("raw") or issued.get("literal") or ""))


_BIBTEX = {
    "author": "authors",
    "title": "title",
    "journal": "container",
    "journaltitle": "container",
    "booktitle": "container",
    "howpublished": "container",
    "organization": "container",
    "publisher": "container",
    "institution": "container",
    "date": "date",
    "year": "date",
    "month": "",
    "day": "",
    "url": "url",
    "doi": "url",
    "language": "language",
    "langid": "language",
    "entrysubtype": "",
}
"""What is read of BibTeX, the first of several names first."""


_MORE = "others"


def _bibtex(text: str) -> Read:
    library = parse_string(text)
    entries = []
    for block in library.entries:
        raw = {name.lower(): each for name, each in block.fields_dict.items()}
        said = {name: _unlatexed(str(each.value)) for name, each in raw.items()}
        address = re.sub(r"\\([_&%#$])", r"\1", str(raw["url"].value)) if "url" in raw else ""
        names = split_multiple_persons_names(str(raw["author"].value)) if "author" in raw else []
        entry = Entry(
            key=block.key,
            place=((block.start_line or 0) + 1, 1),
            title=said.get("title", ""),
            authors=[_bibtex_name(name) for name in names if name != _MORE],
            container=next(
                (said[name] for name, to in _BIBTEX.items() if to == "container" and said.get(name)), ""
            ),
            date=_edtf(said.get("date", "")) or _bibtex_date(said),
            url=_url(address, said.get("doi", "")),
            language=said.get("language") or said.get("langid", ""),
            rest=sorted([*(raw.keys() - _BIBTEX), *(f"author “{_MORE}”" for name in names if name == _MORE)]),
        )
        entry.places = {
            _BIBTEX[name]: ((each.start_line or 0) + 1, 1) for name, each in raw.items() if name in _BIBTEX
        }
        entries.append(entry)
    hint = "look for a brace, a comma or a quotation mark that is missing, or for a key that stands twice"
    faults = [
        (((block.start_line or 0) + 1, 1), "this entry cannot be read", hint)
        for block in library.failed_blocks
    ]
    return entries, faults


_LATEX = LatexNodes2Text(math_mode="verbatim")


def _unlatexed(text: str) -> str:
    return " ".join(_LATEX.latex_to_text(text).split())


def _bibtex_name(name: str) -> tuple[str, str]:
    if name.startswith("{") and name.endswith("}"):
        return _unlatexed(name), ""
    parts = parse_single_name_into_parts(name)
    family = " ".join([*parts.von, *parts.last, *parts.jr])
    return _unlatexed(family), _unlatexed(" ".join(parts.first))


def _bibtex_date(said: Mapping[str, str]) -> str:
    year, month, day = said.get("year", ""), said.get("month", ""), said.get("day", "")
    numbered = f"{year}-{month:0>2}" if month.isdecimal() else meant(f"{month} {year}")
    return f"{numbered}-{day:0>2}" if numbered and day else numbered or _edtf(year)


_RIS = {
    "title": "title",
    "primary_title": "title",
    "authors": "authors",
    "first_authors": "authors",
    "secondary_title": "container",
    "journal_name": "container",
    "publisher": "container",
    "date": "date",
    "year": "date",
    "publication_year": "date",
    "urls": "url",
    "doi": "url",
    "language": "language",
    "id": "",
    "type_of_reference": "",
}
"""What is read of RIS, as rispy names it, the first of several names first."""


def _ris(text: str) -> Read:
    starts = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("TY  -")]
    entries = []
    for line, said in zip(starts, rispy.loads(text), strict=True):
        listed = {
            to: [value for name, as_ in _RIS.items() if as_ == to and (value := said.get(name))]
            for to in set(_RIS.values())
        }
        address = (said.get("urls") or [""])[0]
        title = next(iter(listed["title"]), "")
        entries.append(
            Entry(
                key=said.get("id", ""),
                place=(line, 1),
                title=title,
                authors=[_ris_name(name) for names in listed["authors"] for name in names],
                container=next(iter(listed["container"]), ""),
                date=_edtf(next(iter(listed["date"]), "")),
                url=_url(address, said.get("doi", "")),
                language=said.get("language", ""),
                rest=sorted(said.keys() - _RIS),
            )
        )
    return entries, []


def _ris_name(name: str) -> tuple[str, str]:
    family, _, given = name.partition(",")
    return family.strip(), given.strip()


_FORMATS: Mapping[str, Callable[[str], Read]] = {"json": _csl, "bib": _bibtex, "ris": _ris}
ENDINGS = tuple(_FORMATS)
"""The endings of the files that are read here."""
