"""The search index, made of the finished pages, in parts that a reader's browser loads as it needs them.

Every part is a script that gives itself to the page, since a site that is read from a disk can load nothing
else: the search is one and the same there. `start.js` names the others.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from html import unescape
from pathlib import Path
from typing import Any

import lxml.html
from lxml.etree import XPath

from generator.records.kinds import KINDS
from generator.site.finish.letters import words
from generator.site.store import Store
from generator.site.workers import cores, shared

FOLDER = "search/parts"
START = f"{FOLDER}/start.js"
SYNONYMS = "synonyms"
"""The list of `words.yml` whose words find each other: each names what says the same, between commas."""
Facets = dict[str, list[str]]
Searched = tuple[str, Facets]
"""Of a page that is searched: the digest of its file, and its facets."""

_KINDS = (
    *("chapter", "question", "claim", "person", "organization", "event", "place", "media", "source"),
    "correction",
)
"""The order of the results; pages that are of no record come last."""
_MOST_BYTES = 100_000
"""About how much a part holds."""
_TITLE, _NAMES, _SUMMARY, _BODY = 0, 500, 1000, 2000
"""Where the words of a page are counted from, by what they stand in; `search-index.js` knows them too."""
_FACET = re.compile(r'<meta name="facet:([^"]+)" content="([^"]*)">')
_BLOCKS = frozenset(
    ["p", "li", "blockquote", "dd", "tr", "h2", "h3", "h4", "h5", "h6", "pre", "div", "section", "ul", "ol"]
)
_HEADINGS = frozenset(["h2", "h3", "h4"])
_NOT_SEARCHED = frozenset(
    ["nav", "svg", "h1", "footer", "dt", "thead", "caption", "figcaption", "summary", "script", "style"]
)
_NOT_SEARCHED_CLASSES = frozenset(
    [
        "headerlink", "standing", "backlinks", "relations", "proof", "foot", "cite", "sources-here",
        "terms-here", "embed", "wording", "paper-only", "sr", "sidenotes", "cited",
        "cite-line",
    ]
)  # fmt: skip
"""What stands in a page's text but is not what the page says."""
_OMITS = "omits"
"""The class of what tells what quoted words leave out: it is shown with every excerpt of them."""
_TEXT = XPath(".//text()[not(parent::*[@class='headerlink'])]")
_CELL = "\v"
_READ = "searched"
"""Under which name the store keeps what the pages say."""
_FEW = 200
"""Pages that are read sooner by one process than shared among several."""


@dataclass
class Passage:
    """A piece of a page's text, below what has the id `at`; of a quotation `said_by` tells whose it is."""

    at: str
    text: str
    said_by: str = ""
    language: str = ""
    wording: str = ""
    """Whose words they are, where they are not the speaker's, and what is left out that may turn them."""


@dataclass
class Entry:
    """A page as it is searched."""

    url: str
    title: str
    section: str
    summary: str
    facets: Facets
    places: dict[str, str]
    """What bears an id on the page, and its heading."""
    passages: list[Passage]
    words: dict[str, str]
    """Where each word stands, in base 36, each place as what it is more than the last."""


def facets(html: str) -> Facets | None:
    """The facets that a page names in its head; None where the page is not searched."""
    if " data-searched" not in html:
        return None
    found: dict[str, list[str]] = defaultdict(list)
    for name, value in _FACET.findall(html):
        found[unescape(name)].append(unescape(value))
    return dict(found)


def synonyms(vocabularies: Mapping[str, Any]) -> dict[str, list[str]]:
    """For each folded word of the list of synonyms the others of its line."""
    listed = vocabularies[SYNONYMS].words.items() if SYNONYMS in vocabularies else ()
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for word, same in listed:
        group = [" ".join(words(each)) for each in (word, *same.split(","))]
        for each in group:
            found[each] |= dict.fromkeys(other for other in group if other and other != each)
    return {word: list(others) for word, others in sorted(found.items()) if word}


def index(
    site: Path, pages: Mapping[str, Searched], same: Mapping[str, Sequence[str]], store: Store
) -> dict[str, bytes]:
    """The files of the index of the pages below `site`, by their paths; `pages` are those that are searched.

    `same` are the synonyms. What each page says is kept in `store` until the page changes.
    """
    kept: dict[str, tuple[str, Entry]] = store.load(_READ) or {}
    read = {path: one for path, one in kept.items() if path in pages and one[0] == pages[path][0]}
    if stale := sorted(pages.keys() - read.keys()):
        workers = 1 if len(stale) < _FEW else cores()
        for found in shared(stale, partial(_read_all, site, pages), workers):
            read |= found
        store.save(_READ, read)
    entries = sorted((entry for _, entry in read.values()), key=_rank)
    texts = [
        (str(number), [e.title, e.section, e.summary, e.places, [_told(p) for p in e.passages]])
        for number, e in enumerate(entries)
    ]
    start: dict[str, Any] = {"pages": len(entries), "same": same}
    files: dict[str, bytes] = {}
    for name, pieces in (("words", _words(entries)), ("tables", _table(entries)), ("texts", iter(texts))):
        start[name] = []
        for first, content in _parts(pieces):
            part, data = _script(content)
            files[f"{FOLDER}/{part}.js"] = data
            start[name].append([first, part])
    files[START] = f"globalThis.searchParts = {_json(start)};\n".encode()
    return files


def _read_all(
    site: Path, pages: Mapping[str, Searched], paths: Iterator[str]
) -> dict[str, tuple[str, Entry]]:
    return {
        path: (pages[path][0], entry_of(path, (site / path).read_text(encoding="utf-8"), pages[path][1]))
        for path in paths
    }


def entry_of(path: str, html: str, named: Facets) -> Entry:
    """The finished page `html` at `path` as it is searched; `named` are its facets."""
    tree = lxml.html.document_fromstring(html.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    article = tree.find(".//article")
    title = article.find(".//h1")
    said = {meta.get("name"): str(meta.get("content")) for meta in tree.iterfind("./head/meta")}
    heading = _plain(title) if title is not None else str(tree.findtext(".//title"))
    summary = said.get("summary", "")
    reader = _Reader(named.get("kind") != ["page"])
    reader.read(article)
    reader.flush()
    found = _words_of(heading, named.get("name", ()), summary, reader.passages)
    section = said.get("section", "")
    url = path.removesuffix("index.html")
    return Entry(url, heading, section, summary, named, reader.places, reader.passages, found)


class _Reader:
    """Reads the passages of a page; second headings `of_record` pages are the template's, not the page's."""

    def __init__(self, of_record: bool) -> None:
        self._not_searched = _NOT_SEARCHED | ({"h2"} if of_record else set())
        self.passages: list[Passage] = []
        self.places: dict[str, str] = {}
        self._at = ""
        self._said_by = ""
        self._pieces: list[str] = []
        self._omits: list[str] = []

    def read(self, element: Any) -> None:
        """Read the element's own text and what stands in it."""
        self._pieces.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str) and self._is_searched(child):
                self._child(child)
            elif child.tag == "h2" and child.get("id"):
                self._enter(child)
            self._pieces.append(child.tail or "")

    def flush(self) -> None:
        """End the passage."""
        cells = (" ".join(cell.split()) for cell in "".join(self._pieces).split(_CELL))
        text = " · ".join(filter(None, cells))
        self._pieces = []
        if any(map(str.isalnum, text)):
            self.passages.append(Passage(self._at, text, wording=" ".join(dict.fromkeys(self._omits))))
        self._omits = []

    def _is_searched(self, element: Any) -> bool:
        classes = element.get("class", "").split()
        return element.tag not in self._not_searched and _NOT_SEARCHED_CLASSES.isdisjoint(classes)

    def _child(self, element: Any) -> None:
        if element.get("class") == _OMITS:
            self._omits.append(_plain(element))
        elif element.tag not in _BLOCKS:
            self.read(element)
            if element.tag in ("td", "th"):
                self._pieces.append(_CELL)
        else:
            self._block(element)

    def _block(self, element: Any) -> None:
        self.flush()
        before = self._at, self._said_by
        self._enter(element)
        number = len(self.passages)
        self.read(element)
        self.flush()
        if "words" in element.get("class", "").split():
            for passage in self.passages[number:]:
                passage.said_by, passage.language = self._said_by, element.get("lang", "")
                passage.wording = " ".join(filter(None, [_wording(element), passage.wording]))
        if element.tag not in _HEADINGS:
            self._at, self._said_by = before

    def _enter(self, element: Any) -> None:
        name = element.get("id")
        if not name or element.tag not in ("li", *_HEADINGS):
            return
        self._at = name
        title, self._said_by = element, ""
        if element.tag == "li":
            who, label = element.find("./p[@class='who']"), element.find("./a[@class='para']")
            title = label if who is None else who
            self._said_by = "" if who is None else _plain(who)
        self.places[name] = "" if title is None else _plain(title)


def _wording(quotation: Any) -> str:
    """What the page says before a quotation of whose wording it is."""
    before = quotation.getprevious()
    return _plain(before) if before is not None and before.get("class") == "wording" else ""


def _plain(element: Any) -> str:
    return " ".join("".join(_TEXT(element)).split())


def _rank(entry: Entry) -> tuple[int, bool, str]:
    """Where a page stands among the results: claims about words after the others, which have a standing."""
    kind = entry.facets.get("kind", [""])[0]
    place = _KINDS.index(kind) if kind in _KINDS else len(_KINDS) + (kind not in KINDS)
    return place, kind == "claim" and "standing" not in entry.facets, entry.url


def _told(passage: Passage) -> list[str]:
    told = [passage.at, passage.text, passage.said_by, passage.language, passage.wording]
    while not told[-1] and len(told) > 2:
        told.pop()
    return told


def _words(entries: Sequence[Entry]) -> Iterator[tuple[str, Any]]:
    """Each word with the pages where it stands, each as what it is more than the last, and its places.

    A word that stands in very many comes several times, each time with some of them.
    """
    found: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}
    for number, entry in enumerate(entries):
        for word, places in entry.words.items():
            found[word].append(f"{_base36(number - last.get(word, 0))}:{places}")
            last[word] = number
    for word in sorted(found, key=lambda word: word.encode("utf-16-be", "surrogatepass")):
        yield from ((word, [word, piece]) for piece in _pieces(found[word]))


def _pieces(steps: Sequence[str]) -> Iterator[str]:
    piece: list[str] = []
    size = first = at = 0
    for step in steps:
        distance, _, places = step.partition(":")
        at += int(distance, 36)
        if size > _MOST_BYTES:
            yield ";".join(piece)
            piece, size, first = [], 0, at
        piece.append(step if piece or not first else f"{_base36(at)}:{places}")
        size += len(step) + 1
    yield ";".join(piece)


def _words_of(title: str, names: Iterable[str], summary: str, passages: Iterable[Passage]) -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}

    def count(texts: Iterable[str], at: int, before: int) -> None:
        for text in texts:
            for word in words(text):
                if at < before:
                    found[word].append(_base36(at - last.get(word, 0)))
                    last[word] = at
                at += 1
            at += 1  # no words in a row across two texts

    count([title], _TITLE, _NAMES)
    count(names, _NAMES, _SUMMARY)
    count([summary], _SUMMARY, _BODY)
    count((passage.text for passage in passages), _BODY, 36**5)
    return {word: ",".join(places) for word, places in found.items()}


def _table(entries: Sequence[Entry]) -> Iterator[tuple[str, Any]]:
    for number, entry in enumerate(entries):
        yield str(number), [entry.url, entry.facets]


def _parts(pieces: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, list[Any]]]:
    """The pieces in parts of about the same size, each with the name of its first."""
    part: list[Any] = []
    size, first = 0, ""
    for name, content in pieces:
        length = len(_json(content).encode())
        if part and size + length > _MOST_BYTES:
            yield first, part
            part, size = [], 0
        first = first if part else name
        part.append(content)
        size += length
    if part:
        yield first, part


def _script(content: list[Any]) -> tuple[str, bytes]:
    """The name of a part, which tells its content, and the script."""
    text = _json(content)
    name = f"part-{hashlib.sha256(text.encode()).hexdigest()[:12]}"
    return name, f'globalThis.searchParts["{name}"] = {text};\n'.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits
