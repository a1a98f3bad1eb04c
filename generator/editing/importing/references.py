"""Reads what reference managers such as Zotero export (CSL-JSON, BibTeX, RIS) as drafts of sources.

Authors and publications become records of their own, unless a record has their name already.
"""

import json
import logging
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

import rispy
from babel import Locale
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names
from pydantic import BaseModel, Field, ValidationError
from pylatexenc.latex2text import LatexNodes2Text, get_default_latex_context_db

from generator.editing.importing.drafts import Cursor, Draft
from generator.ingest.draft import slug, unused
from generator.lib.dates import parse
from generator.lib.dates.mistakes import meant
from generator.lib.identifiers import doi, isbn, issn
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
    type: str = ""
    """Its type in CSL, where it is one of `_TYPES`."""
    authors: list[tuple[str, str]] = field(default_factory=list)
    """Family and given name; of a body, or where the parts are not told, its name and nothing."""
    translators: list[tuple[str, str]] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=dict)
    """What it says by the field of a source; `publisher` by its name, `published` as a date."""
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
    except (ValueError, OSError, RecursionError) as fault:
        place = getattr(fault, "lineno", 1), getattr(fault, "colno", 1)
        why = "it is nested too deeply" if isinstance(fault, RecursionError) else fault
        return Bibliography([], [Problem(path, *place, "", f"this cannot be read: {why}", _ANEW)], {}, [])
    if not entries and not problems:
        problems = [((1, 1), "there is no entry in this file", _ANEW)]
    made = _Drafts(dataset, path)
    for entry in entries:
        made.add(entry)
    found = [Problem(path, *place, "", message, hint) for place, message, hint in [*problems, *made.faults]]
    left_out = Counter(name for each in entries for name in each.rest)
    return Bibliography(made.drafts, found, left_out, made.known)


_ANEW = "export it again: CSL-JSON ends in .json, BibTeX in .bib, RIS in .ris"
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
        self._types = dataset.words["source_type"].words if "source_type" in dataset.words else {}
        self._named = {
            (ref.kind, form.casefold()): str(ref)
            for ref, each in dataset.entities.items()
            for form in (each.name, *each.printed_forms)
            if form
        }

    def add(self, entry: Entry) -> None:
        """Make the draft of an entry, and those of the people and bodies it names."""
        texts = {name: text for name, text in entry.texts.items() if text}
        titled = "-".join(slug(texts.get("title", "")).split("-")[:_WORDS_OF_AN_ID])
        ident = slug(entry.key) if entry.key and "/" not in entry.key else titled
        if not ident:
            message = "this entry has neither key nor title to make an id of"
            self.faults.append((entry.place, message, "give it one"))
            return
        if Ref("source", ident) in self._known:
            self.known.append(ident)
            return
        if "publisher" not in texts and entry.type not in _PARTS and "container" in texts:
            texts["publisher"] = texts.pop("container")  # a newspaper publishes what stands in it
        kind = _TYPES.get(entry.type, "")
        data: dict[str, Any] = {
            **texts,
            "type": kind if kind in self._types else "",
            "authors": [self._named_agent(name, entry, ident) for name in entry.authors],
            "translators": [self._named_agent(name, entry, ident) for name in entry.translators],
            "language": _tag(texts.get("language", "")),
        }
        if publisher := texts.get("publisher"):
            data["publisher"] = self._agent("organization", publisher, entry, ident)
        if date := texts.get("published"):
            data["published"] = {"edtf": date, "basis": "stated"}
        places: dict[FieldPath, Cursor] = {(name,): place for name, place in entry.places.items()}
        given = {name: value for name, value in data.items() if value}
        self.drafts.append(Draft(Ref("source", ident), self._path, entry.place, given, places))

    def _named_agent(self, name: tuple[str, str], entry: Entry, source: str) -> str:
        family, given = name
        return self._agent("person" if given else "organization", f"{given} {family}".strip(), entry, source)

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
_TYPES = {
    "article-journal": "journal_article",
    "book": "book",
    "broadcast": "broadcast",
    "chapter": "chapter",
    "post": "post",
    "report": "official_report",
    "webpage": "web_page",
}
"""Our types of sources by those of CSL that are one of ours and no other."""
_PARTS = frozenset({"article-journal", "broadcast", "chapter"})
"""What is part of a work that does not publish it."""


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


def _identified(texts: dict[str, str]) -> dict[str, str]:
    """The texts with each identifier in the form of records: of several the first that is one.

    What is none stays as it is, for the check to refuse.
    """
    for name, (make, parts) in _IDENTIFIERS.items():
        if given := texts.get(name):
            found = (each for each in re.split(parts, re.sub(r"^\D+(?=\d)", "", given)) if _is(make, each))
            texts[name] = next(found, given)
    return texts


def _is(make: Callable[[str], str], text: str) -> bool:
    try:
        return bool(make(text))
    except ValueError:
        return False


_IDENTIFIERS: Mapping[str, tuple[Callable[[str], str], str]] = {
    "doi": (doi, r"\s+"),
    "isbn": (isbn, r"[\s,;]+"),
    "issn": (issn, r"[\s,;]+"),
}


def _pages(text: str) -> str:
    return re.sub(r"(?<=\w)\s*(?:--?|–)\s*(?=\w)", "–", text)


_CSL = {
    "title": "title",
    "issued": "published",
    "language": "language",
    "URL": "url",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "author": "authors",
    "translator": "translators",
    "container-title": "container",
    "publisher": "publisher",
    "publisher-place": "publisher_place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "number": "number",
    "archive": "archive",
    "archive_location": "archive_location",
    "id": "",
    "citation-key": "",
    "type": "",
}
"""What is read of CSL-JSON, by the names of an entry here."""


class _Name(BaseModel):
    """A name in CSL-JSON."""

    literal: str = ""
    family: str = ""
    given: str = ""
    particle: str = Field("", alias="non-dropping-particle")
    dropped: str = Field("", alias="dropping-particle")


_Day = Annotated[list[Annotated[int, Field(ge=0, le=9999)]], Field(min_length=1, max_length=3)]


class _Issued(BaseModel):
    """A date in CSL-JSON."""

    days: list[_Day] = Field(default=[], alias="date-parts")
    season: str | int = ""
    circa: Any = None
    raw: str = ""
    literal: str = ""


class _Item(BaseModel):
    """What of an entry of CSL-JSON is no text."""

    author: list[_Name] = []
    translator: list[_Name] = []
    issued: _Issued | None = None


def _csl(text: str) -> Read:
    items = json.loads(text)
    entries: list[Entry] = []
    faults: list[Fault] = []
    for number, item in enumerate(items if isinstance(items, list) else [items]):
        place = position(text, (number,))
        if not isinstance(item, dict):
            faults.append((place, "this is no entry of CSL-JSON", "an entry stands in braces"))
            continue
        wrong = [name for name in _CSL if not isinstance(item.get(name, ""), str | int)]
        wrong = [name for name in wrong if name not in _Item.model_fields]
        try:
            parsed = _Item.model_validate(item)
        except ValidationError as found:
            wrong += dict.fromkeys(str(each["loc"][0]) for each in found.errors())
        if wrong:
            what, hint = "is not as CSL-JSON has it", "the schema of CSL-JSON says what a field may hold"
            faults += [(position(text, (number, name)), f"{name} {what}", hint) for name in wrong]
            continue
        said = {name: str(value) for name, value in item.items() if isinstance(value, str | int)}
        entry = Entry(
            key=said.get("citation-key") or said.get("id", ""),
            place=place,
            type=said.get("type", ""),
            authors=[_csl_name(name) for name in parsed.author],
            translators=[_csl_name(name) for name in parsed.translator],
            texts=_identified(
                {to: said[name] for name, to in _CSL.items() if to and name in said}
                | {"title": _RICH.sub("", said.get("title", "")), "pages": _pages(said.get("page", ""))}
                | {"published": _csl_date(parsed.issued or _Issued())}
            ),
            rest=sorted(item.keys() - _CSL),
        )
        entry.places = {_CSL[name]: position(text, (number, name)) for name in item if name in _CSL}
        entries.append(entry)
    return entries, faults


def _csl_name(name: _Name) -> tuple[str, str]:
    if name.literal:
        return name.literal, ""
    family, given = [name.particle, name.family], [name.given, name.dropped]
    return " ".join(filter(None, family)), " ".join(filter(None, given))


def _csl_date(issued: _Issued) -> str:
    dates = ["-".join([f"{first:04}", *(f"{each:02}" for each in rest)]) for first, *rest in issued.days]
    season = str(issued.season).lower()
    if dates and season.isdecimal():
        return f"{dates[0][:4]}-{20 + int(season)}"
    if dates:
        return "/".join(dates) + ("~" if issued.circa else "")
    return _edtf(issued.raw or issued.literal)


_BIBTEX = {
    "author": "authors",
    "translator": "translators",
    "title": "title",
    "journal": "container",
    "journaltitle": "container",
    "booktitle": "container",
    "howpublished": "container",
    "publisher": "publisher",
    "institution": "publisher",
    "organization": "publisher",
    "address": "publisher_place",
    "location": "publisher_place",
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "pages": "pages",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "library": "archive",
    "date": "published",
    "year": "published",
    "month": "",
    "day": "",
    "url": "url",
    "language": "language",
    "langid": "language",
    "entrysubtype": "",
}
"""What is read of BibTeX, the first of several names first."""


_BIBTEX_TYPES = {
    "article": "article-journal",
    "book": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "online": "webpage",
    "report": "report",
    "techreport": "report",
}
"""The types of CSL by those of BibTeX; an article that says what sort it is is none of a journal."""
_MORE = "others"


logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what cannot be read is told below


def _bibtex(text: str) -> Read:
    library = parse_string(text)
    entries = []
    for block in library.entries:
        fields = {name.lower(): each for name, each in block.fields_dict.items()}
        raw = {name: str(each.value) for name, each in fields.items()}
        kind = block.entry_type.lower()
        address, beside = _address(raw.get("url", ""), raw.get("howpublished", ""))
        said = {name: _unlatexed(each) for name, each in raw.items()}
        if _ADDRESS.search(raw.get("howpublished", "")):
            said["howpublished"] = ""
        texts = _identified(_bibtex_texts(said, kind) | {"url": address})
        names = {role: split_multiple_persons_names(raw.get(role, "")) for role in ("author", "translator")}
        lost = [f"{role} “{_MORE}”" for role, each in names.items() if _MORE in each]
        lost += [f"howpublished “{beside}”"] if beside else []
        lost += [f"{name} “{said[name]}”" for name in raw.keys() & _BIBTEX if _is_second(name, said, texts)]
        lost += [f"{name} “{each}”" for name in raw.keys() & _BIBTEX for each in _unknown(raw[name])]
        entry = Entry(
            key=block.key,
            place=((block.start_line or 0) + 1, 1),
            type="" if "entrysubtype" in raw else _BIBTEX_TYPES.get(kind, ""),
            authors=[_bibtex_name(name) for name in names["author"] if name != _MORE],
            translators=[_bibtex_name(name) for name in names["translator"] if name != _MORE],
            texts=texts,
            rest=sorted([*(raw.keys() - _BIBTEX), *lost]),
        )
        entry.places = {
            _BIBTEX[name]: ((each.start_line or 0) + 1, 1) for name, each in fields.items() if name in _BIBTEX
        }
        entries.append(entry)
    hint = "look for a brace, a comma or a quotation mark that is missing, or for a key that stands twice"
    faults = [
        (((block.start_line or 0) + 1, 1), "this entry cannot be read", hint)
        for block in library.failed_blocks
    ]
    return entries, faults


def _bibtex_texts(said: Mapping[str, str], kind: str) -> dict[str, str]:
    """The texts of an entry; of a website the organization is that of which it is a page."""
    texts: dict[str, str] = {}
    for name, to in _BIBTEX.items():
        if said.get(name):
            texts.setdefault(to, said[name])
    if kind == "online" and "publisher" in said and "organization" in said:
        texts["container"] = said["organization"]
    if kind == "article" and "issue" not in texts and "number" in texts:
        texts["issue"] = texts.pop("number")
    dated = _edtf(said.get("date", "")) or _bibtex_date(said)
    kept = {to: text for to, text in texts.items() if to not in ("", "authors", "translators")}
    return kept | {"published": dated, "pages": _pages(texts.get("pages", ""))}


def _is_second(name: str, said: Mapping[str, str], texts: Mapping[str, str]) -> bool:
    """Whether a field says who published it, or where, and another field of the entry said it before."""
    several = _BIBTEX[name] in {"container", "publisher", "publisher_place"}
    return several and bool(said[name]) and said[name] not in texts.values()


def _address(url: str, how: str) -> tuple[str, str]:
    """The address of an entry, from `howpublished` too; and what that says besides."""
    address = re.sub(r"^\\url\s*\{(.*)\}$", r"\1", url.strip())
    found = _ADDRESS.search(how)
    if not found:
        return _plain_address(address), ""
    other, beside = found[1] or found[2], f"{how[: found.start()]} {how[found.end() :]}"
    if address and _plain_address(address) != _plain_address(other):
        beside = how
    return _plain_address(address or other), _unlatexed(beside).strip(" ,;:()<>")


def _plain_address(text: str) -> str:
    return re.sub(r"\\([_&%#$])", r"\1", text)


_ADDRESS = re.compile(r"\\(?:url|href)\s*\{([^{}]*)\}|(https?://[^\s{}<>]+)")
_COMMANDS = get_default_latex_context_db()
_COMMAND = re.compile(r"\\(?:([A-Za-z]+)|.)")
_LATEX = LatexNodes2Text(math_mode="verbatim", latex_context=_COMMANDS)
_RAW_SIGN = re.compile(r"(?<!\\)((?:\\\\)*)([&%])")
"""A sign of LaTeX that is written as itself, as editors do: it and what follows would be lost."""


def _unknown(text: str) -> list[str]:
    """The commands of LaTeX in a text of which nothing is known: they are lost."""
    found = dict.fromkeys(_COMMAND.findall(text))
    return [f"\\{name}" for name in found if name and not _COMMANDS.get_macro_spec(name)]


def _unlatexed(text: str) -> str:
    text = re.sub(r"\\url\s*(?=\{)|\\href\s*(\{[^{}]*\})", r"\1 ", text)
    return " ".join(_LATEX.latex_to_text(_RAW_SIGN.sub(r"\1\\\2", text)).split())


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
    "subsidiary_authors": "translators",
    "secondary_title": "container",
    "journal_name": "container",
    "publisher": "publisher",
    "place_published": "publisher_place",
    "edition": "edition",
    "volume": "volume",
    "number": "issue",
    "note": "number",
    "start_page": "pages",
    "end_page": "",
    "issn": "",
    "doi": "doi",
    "name_of_database": "archive",
    "call_number": "archive_location",
    "unknown_tag": "",
    "date": "published",
    "year": "published",
    "publication_year": "published",
    "urls": "url",
    "language": "language",
    "id": "",
    "type_of_reference": "",
}
"""What is read of RIS, as rispy names it, the first of several names first."""


_RIS_TYPES = {
    "BOOK": "book",
    "CHAP": "chapter",
    "ELEC": "webpage",
    "JOUR": "article-journal",
    "RPRT": "report",
    "BLOG": "post",
    "VIDEO": "broadcast",
}
_RIS_LOCATION = "AV"
"""The tag of a place in an archive, which rispy does not know."""


def _ris(text: str) -> Read:
    starts = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith("TY  -")]
    entries = []
    found = rispy.loads(text)
    if len(found) != len(starts):
        raise ValueError(f"entries begin {len(starts)} times and end {len(found)} times, with a line “ER  -”")
    for line, said in zip(starts, found, strict=True):
        names, texts = _ris_values(said)
        unknown = said.get("unknown_tag", {})
        kind = said.get("type_of_reference", "")
        entries.append(
            Entry(
                key=said.get("id", ""),
                place=(line, 1),
                type=_RIS_TYPES.get(kind, ""),
                authors=[_ris_name(name) for name in names["authors"]],
                translators=[_ris_name(name) for name in names["translators"]],
                texts=_identified(
                    {**texts, "archive_location": _first(unknown.get(_RIS_LOCATION))}
                    | _ris_number(said.get("issn", ""), kind, texts.get("number", ""))
                    | {"published": _edtf(texts.get("published", ""))}
                    | {"pages": "–".join(filter(None, [said.get("start_page"), said.get("end_page")]))}
                ),
                rest=sorted([*(said.keys() - _RIS), *(unknown.keys() - {_RIS_LOCATION})]),
            )
        )
    return entries, []


def _ris_values(said: Mapping[str, Any]) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The names of an entry by their part in it, and its texts by the field of a source."""
    names: dict[str, list[str]] = {"authors": [], "translators": []}
    texts: dict[str, str] = {}
    for name, to in _RIS.items():
        if to in names:
            names[to] += said.get(name, [])
        elif to and said.get(name):
            texts.setdefault(to, _first(said[name]))
    return names, texts


def _first(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) and value else str(value or "")


def _ris_number(number: str, kind: str, other: str) -> dict[str, str]:
    """The field of what stands where ISBN, ISSN and the numbers of reports share a tag."""
    if kind == "RPRT":
        return {"number": number or other}
    name = next((name for name in ("isbn", "issn") if _is(_IDENTIFIERS[name][0], number)), "")
    return {name: number, "number": other} if name else {"number": number or other}


def _ris_name(name: str) -> tuple[str, str]:
    family, _, given = name.partition(",")
    return family.strip(), given.strip()


_FORMATS: Mapping[str, Callable[[str], Read]] = {"json": _csl, "bib": _bibtex, "ris": _ris}
ENDINGS = tuple(_FORMATS)
"""The endings of the files that are read here."""
