"""What a page's own markup states of its article: JSON-LD, OpenGraph, Dublin Core, bylines, language."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from generator.ingest.fields import Gathered, author_names, head_facts, is_name
from generator.ingest.oneline import one_line
from generator.ingest.page import Page, line_of, short_text
from generator.ingest.printed_dates import find_date, stamp_date
from generator.ingest.saved import Saved, places
from generator.ingest.types import Chunk, Finding, Findings, Original

_TITLE = "og:title dc.title dcterms.title citation_title twitter:title"
_AUTHOR = "author article:author parsely-author dc.creator dcterms.creator citation_author byl"
_PUBLISHER = "og:site_name dc.publisher dcterms.publisher citation_journal_title publisher"
_PUBLISHED = (
    "article:published_time dc.date.issued dcterms.issued dc.date dcterms.date citation_publication_date"
    " parsely-pub-date datepublished og:pubdate pubdate publish-date uploaddate date"
)
_LANGUAGE = "content-language dc.language dcterms.language og:locale"
_RIGHTS = "dcterms.rightsholder dc.rights copyright"
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "ReportageNewsArticle": "report",
}
Described = dict[str, Any]
"""What JSON-LD says of one thing."""
_ARTICLES = ("NewsArticle", "Article", "Report", "BlogPosting", "ScholarlyArticle", "SocialMediaPosting")
_SAME = {"canonical", "bookmark"}
"""Links to the page itself."""
_SHORT_LINE = 60
_MOST_NODES = 20_000
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\s?/.*)?")
_AUTHORS = re.compile(
    r"(?<![a-z])(?:authors?|autor(?:en|in)?|auteur|autore|verfasser|writer|yazar)(?:[-_]*name)?(?![a-z])"
    r"(?![-_]*(?:bio|box|info|avatar|image|description|note|link))|(?<![\w-])fn(?![\w-])",
    re.IGNORECASE,
)
_DATES = re.compile(
    r"(?<![a-z])(?:date|datum|fecha|published|pubdate|posted|timestamp)(?![a-z])", re.IGNORECASE
)
_OTHER_DATES = re.compile(r"updat|modif|aktualis|event|termin|comment", re.IGNORECASE)

Stated = Iterator[Finding[str]]


@dataclass(frozen=True)
class Head:
    """A page's statements: of its `meta` elements, by name, and of the article in its JSON-LD."""

    metas: dict[str, list[Finding[str]]]
    article: Described
    script: str
    """The text of the JSON-LD, which begins on the line `line`."""
    line: int

    @classmethod
    def of(cls, tree: Any) -> "Head":
        """The statements of the page `tree`."""
        metas: dict[str, list[Finding[str]]] = {}
        for meta in tree.iter("meta"):
            names = (meta.get(name) for name in ("property", "name", "itemprop", "http-equiv"))
            name = next(filter(None, names), "")
            stated = _stated(meta.get("content"), meta, name)
            if name and stated.value:
                metas.setdefault(name.strip().lower(), []).append(stated)
        scripts = [each for each in tree.iter("script") if "ld+json" in (each.get("type") or "").lower()]
        found = _find_article([each.text or "" for each in scripts])
        if found is None:
            return cls(metas, {}, "", 1)
        article, number = found
        return cls(metas, article, scripts[number].text or "", line_of(scripts[number]))

    def meta(self, names: str) -> Stated:
        """Statements of the `meta` elements called one of `names`, the earlier names first."""
        for name in names.split():
            yield from self.metas.get(name, [])

    @property
    def body(self) -> str:
        """The article's text as the JSON-LD gives it, with its line breaks."""
        return "\n".join(_strings(self.article.get("articleBody")))

    def described(self, key: str, *inner: str) -> Stated:
        """What the JSON-LD says under `key`."""
        for text in _strings(self.article.get(key), *inner):
            above = self.script.partition(text)[0] if text in self.script else ""
            value = one_line(text)
            yield Finding(value, "stated", self.line + above.count("\n"), f"{key}: {value}")


def page_facts(head: Head, tree: Any, page: Page, saved: Sequence[Saved] = ()) -> Findings:
    """What the markup of the page `tree` (an lxml element), with the statements `head`, says of its article.

    Bylines and times count where `page` has them at the head of its article or in it. `saved` is what the
    page, and then what holds it, says of its saving.
    """
    languages = (
        *head.described("inLanguage", "alternateName", "name"),
        *_lang(tree),
        *head.meta(_LANGUAGE),
    )
    tags = (replace(each, value=(each.value or "").replace("_", "-")) for each in languages)
    stamps = (
        *head.described("datePublished"),
        *head.meta(_PUBLISHED),
        *_times(tree, page),
        *_printed_dates(tree, page),
    )
    dates = (replace(each, value=stamp_date(each.value or "")) for each in stamps)
    publisher = _first((*head.described("publisher", "name"), *head.meta(_PUBLISHER)))
    where = places((*_addresses(head, tree), *(each.address for each in saved)))
    return Findings(
        title=_first(stated_titles(head, tree)),
        authors=_authors(head, tree, page, publisher.value or ""),
        organizations=_organizations(head),
        publisher=publisher,
        published=_first(dates),
        language=_first(each for each in tags if _TAG.fullmatch(each.value or "")),
        url=where.url,
        archived=where.archived,
        archived_on=where.archived_on,
        saved=_first(each.day for each in saved),
        type_hint=_kind(head),
        rights_holder=_first((*head.described("copyrightHolder", "name"), *head.meta(_RIGHTS))),
    )


def stated_titles(head: Head, tree: Any) -> Stated:
    """The headlines that the markup of the page `tree` states, the surest first."""
    yield from head.described("headline", "name")
    yield from head.meta(_TITLE)
    yield from (_stated(short_text(each), each) for each in tree.iter("title"))


def printed_facts(head: Iterable[Chunk]) -> Findings:
    """The byline and the date that the pieces `head`, which stand above the text, print."""
    gathered = Gathered()
    for piece in head:
        said = head_facts(piece.text)
        date = find_date(piece.text) if not said and len(piece.text) < _SHORT_LINE else None
        gathered.add(said or ((("published", date.edtf),) if date else ()), piece.line, piece.text)
    return replace(gathered.facts(), original=Original())


def _stated(value: str | None, element: Any, name: str = "") -> Finding[str]:
    """What an element states, in its words or under a name of the markup."""
    value = one_line(value or "")
    return Finding(value, "stated", line_of(element), f"{name}: {value}" if name else value)


def _first(stated: Iterable[Finding[str]]) -> Finding[str]:
    return next((each for each in stated if each.value), Finding())


def _authors(head: Head, tree: Any, page: Page, publisher: str) -> Finding[tuple[str, ...]]:
    """The authors as the markup states them; where that names but the outlet, as the byline does."""
    outlet = Finding[tuple[str, ...]]()
    printed = printed_facts(page.head).authors
    for group in (head.described("author", "name"), head.meta(_AUTHOR), _bylines(tree, page)):
        stated = [(each.value or "", each) for each in group]
        stated = [each for each in stated if "://" not in each[0] and not each[0].startswith("@")]
        names = tuple(dict.fromkeys(name for value, _ in stated for name in author_names(_bare(value))))
        people = tuple(name for name in names if not _is_outlet(name, publisher))
        found = (
            Finding(people or names, "stated", stated[0][1].line, stated[0][1].evidence) if names else outlet
        )
        if people:
            return found
        outlet = outlet if outlet.value else found
    return printed if printed.value else outlet


def _is_outlet(name: str, publisher: str) -> bool:
    """Whether an author is but the outlet: its name, or the host of its website."""
    letters, outlet = _letters(name), _letters(publisher)
    return (
        bool(_HOST.fullmatch(name)) or letters == outlet or (len(letters) > 3 and outlet.startswith(letters))
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _bare(byline: str) -> str:
    """The names of a byline that may begin with its `By`."""
    return dict(head_facts(byline)).get("authors", byline)


def _bylines(tree: Any, page: Page) -> Stated:
    for path in (".//*[@itemprop='author']", ".//a[@rel='author']", ".//*[contains(@class, 'byline')]"):
        found = [_stated(short_text(each), each) for each in tree.xpath(path) if each in page.near]
        named = [each for each in found if 0 < len(each.value or "") < 120]
        if named:
            yield from named[:8]
            return
    yield from _called_author(tree, page)


def _called_author(tree: Any, page: Page) -> Stated:
    """The names in the first elements that are called after an author, and in those of the same class."""
    first = None
    for element in tree.iter(etree.Element):
        called = element.get("class") or ""
        if element not in page.near or (first is not None and called != first) or not _AUTHORS.search(called):
            continue
        text = short_text(element)
        names = author_names(_bare(text)) if 0 < len(text) < _SHORT_LINE else ()
        if names and all(is_name(name) and len(name) > 1 for name in names):
            first = called
            yield _stated(text, element)


def _printed_dates(tree: Any, page: Page) -> Stated:
    """The days in the elements that are called after a date, as of the publication."""
    for element in tree.iter(etree.Element):
        called = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element in page.near and _DATES.search(called) and not _OTHER_DATES.search(called):
            text = short_text(element)
            date = find_date(text) if len(text) < _SHORT_LINE else None
            if date and "updated" not in dict(head_facts(text)):
                yield Finding(date.edtf, "stated", line_of(element), text)


def _times(tree: Any, page: Page) -> Stated:
    """The stamps of `time` elements; those that are called of the publication come first."""

    def is_other(time: Any) -> bool:
        return "pub" not in f"{time.get('itemprop')} {time.get('class')} {time.get('pubdate')}".lower()

    for each in sorted(
        (each for each in tree.iter("time") if each.get("datetime") and each in page.near), key=is_other
    ):
        stamp = one_line(each.get("datetime"))
        yield Finding(stamp, "stated", line_of(each), short_text(each) or stamp)


def _lang(tree: Any) -> Stated:
    for element in (tree, *tree.iter("article")):
        tag = one_line(element.get("lang") or element.get(_XML_LANG) or "")
        if tag:
            yield Finding(tag, "stated", line_of(element), f"lang={tag}")


def _addresses(head: Head, tree: Any) -> Stated:
    for link in tree.iter("link"):
        for name in _SAME & set((link.get("rel") or "").lower().split()):
            yield _stated(link.get("href"), link, name)
    yield from head.meta("og:url")
    yield from head.described("url")
    yield from head.described("mainEntityOfPage", "@id", "url")


def _organizations(head: Head) -> tuple[str, ...]:
    """The authors that the JSON-LD calls organizations."""
    authors = head.article.get("author")
    items = [each for each in (authors if isinstance(authors, list) else [authors]) if isinstance(each, dict)]
    named = [each for each in items if any(kind.endswith("Organization") for kind in _types(each))]
    return tuple(one_line(name) for name in _strings(named, "name"))


def _kind(head: Head) -> Finding[str]:
    names = _types(head.article)
    name = next((each for each in _KINDS if each in names), None)
    return Finding(_KINDS[name], "stated", head.line, f"@type: {name}") if name else Finding()


def _find_article(scripts: list[str]) -> tuple[Described, int] | None:
    """The first article described in the texts of a page's JSON-LD scripts, and the number of its script.

    Names that are given by reference (`{"@id": …}`) are looked up in all scripts. None without an article.
    """
    items = [(item, number) for number, script in enumerate(scripts) for item in _items(_load(script))]
    known = {item["@id"]: item for item, _ in items if isinstance(item.get("@id"), str) and len(item) > 1}
    found = [
        (item, number) for item, number in items if any(kind.endswith(_ARTICLES) for kind in _types(item))
    ]
    if not found:
        return None
    article, number = next((each for each in found if "headline" in each[0]), found[0])
    return {key: _resolved(value, known) for key, value in article.items()}, number


def _types(item: Described) -> list[str]:
    """The schema.org types of `item`, without their address."""
    value = item.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def _strings(value: Any, *keys: str) -> list[str]:
    """The texts in `value`: a text, an object (by the first of `keys` that it has), or a list of these."""
    found = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            each = next((each[key] for key in keys if isinstance(each.get(key), str)), None)
        if isinstance(each, str) and each.strip():
            found.append(html.unescape(each).strip())
    return found


def _load(script: str) -> Any:
    script = (
        script.strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
    )
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _items(value: Any) -> Iterator[Described]:
    """Every object in `value`, outermost first, without recursion."""
    waiting = [value]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        each = waiting.pop(0)
        if isinstance(each, dict):
            yield each
            waiting += [inner for inner in each.values() if isinstance(inner, dict | list)]
        elif isinstance(each, list):
            waiting += [inner for inner in each if isinstance(inner, dict | list)]


def _resolved(value: Any, known: dict[str, Described]) -> Any:
    if isinstance(value, list):
        return [_resolved(each, known) if isinstance(each, dict) else each for each in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return known.get(value["@id"], value)
    return value
