"""What a page's own markup states of its article: JSON-LD, OpenGraph, Dublin Core, bylines, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.ingest import jsonld
from generator.ingest.fields import author_names, head_facts
from generator.ingest.oneline import one_line
from generator.ingest.page_walk import short_text
from generator.ingest.printed_dates import stamp_date
from generator.ingest.types import Facts, Field

_TITLE = ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title")
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
)
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "publisher")
_PUBLISHED = (
    "article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "pubdate",
    "publish-date",
    "date",
)
_LANGUAGE = ("content-language", "dc.language", "dcterms.language", "og:locale")
_RIGHTS = ("dcterms.rightsholder", "dc.rights", "copyright")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
_KINDS = (
    ("OpinionNewsArticle", "opinion"),
    ("AnalysisNewsArticle", "analysis"),
    ("ReportageNewsArticle", "report"),
)

Said = tuple[str, int, str]
"""A value, the line of its element, and the words that state it."""


@dataclass(frozen=True)
class Head:
    """A page's statements, by name: of its `meta` elements, and of the article in its JSON-LD."""

    metas: dict[str, list[Said]]
    article: jsonld.Item
    script: str
    line: int

    def meta(self, names: Iterable[str]) -> Iterator[Said]:
        """Statements of the `meta` elements called one of `names`, the earlier names first."""
        for name in names:
            yield from self.metas.get(name, [])

    def described(self, key: str, *inner: str) -> Iterator[Said]:
        """What the JSON-LD says under `key`."""
        for text in jsonld.strings(self.article.get(key), *inner):
            above = self.script.partition(text)[0] if text in self.script else ""
            yield one_line(text), self.line + above.count("\n"), f"{key}: {one_line(text)}"


def page_facts(tree: Any) -> Facts:
    """What the markup of the page `tree` (an lxml element) states of its article."""
    head = _head(tree)
    return Facts(
        title=_first((*head.described("headline", "name"), *head.meta(_TITLE), *_window_title(tree))),
        authors=_authors(head, tree),
        publisher=_first((*head.described("publisher", "name"), *head.meta(_PUBLISHER))),
        published=_date((*head.described("datePublished"), *head.meta(_PUBLISHED), *_times(tree))),
        language=_language(
            (*head.described("inLanguage", "alternateName", "name"), *_lang(tree), *head.meta(_LANGUAGE))
        ),
        url=_first(said for said in _addresses(head, tree) if said[0].startswith(("http://", "https://"))),
        type_hint=_kind(head),
        rights_holder=_first((*head.described("copyrightHolder", "name"), *head.meta(_RIGHTS))),
    )


def _head(tree: Any) -> Head:
    metas: dict[str, list[Said]] = {}
    for meta in tree.iter("meta"):
        name = (
            meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        )
        content = one_line(meta.get("content") or "")
        if name and content:
            metas.setdefault(name.strip().lower(), []).append(
                (content, meta.sourceline or 1, f"{name}: {content}")
            )
    scripts = [each for each in tree.iter("script") if "ld+json" in (each.get("type") or "").lower()]
    found = jsonld.find_article([each.text or "" for each in scripts])
    if found is None:
        return Head(metas, {}, "", 1)
    article, number = found
    return Head(metas, article, scripts[number].text or "", scripts[number].sourceline or 1)


def _first(said: Iterable[Said]) -> Field[str]:
    return next((Field(value, "stated", line, words) for value, line, words in said if value), Field())


def _window_title(tree: Any) -> Iterator[Said]:
    for element in tree.iter("title"):
        words = short_text(element)
        yield words, element.sourceline or 1, words


def _date(said: Iterable[Said]) -> Field[str]:
    dated = ((stamp_date(value), line, words) for value, line, words in said)
    return _first((day, line, words) for day, line, words in dated if day)


def _language(said: Iterable[Said]) -> Field[str]:
    tags = ((value.replace("_", "-"), line, words) for value, line, words in said)
    return _first(each for each in tags if _TAG.fullmatch(each[0]))


def _authors(head: Head, tree: Any) -> Field[tuple[str, ...]]:
    for group in (head.described("author", "name"), head.meta(_AUTHOR), _bylines(tree)):
        said = [each for each in group if "://" not in each[0] and not each[0].startswith("@")]
        names = tuple(dict.fromkeys(name for value, _, _ in said for name in author_names(_bare(value))))
        if names:
            return Field(names, "stated", said[0][1], said[0][2])
    return Field()


def _bare(byline: str) -> str:
    """The names of a byline that may begin with its `By`."""
    return next((said.value for said in head_facts(byline) if said.fact == "authors"), byline)


def _bylines(tree: Any) -> Iterator[Said]:
    paths = (".//*[@itemprop='author']", ".//a[@rel='author']", ".//*[contains(@class, 'byline')]")
    for path in paths:
        found = [(short_text(each), each.sourceline or 1) for each in tree.xpath(path)]
        named = [(words, line, words) for words, line in found if 0 < len(words) < 120]
        if named:
            yield from named[:8]
            return


def _times(tree: Any) -> Iterator[Said]:
    times = [each for each in tree.iter("time") if each.get("datetime")]
    times.sort(
        key=lambda each: (
            "pub" not in f"{each.get('itemprop')} {each.get('class')} {each.get('pubdate')}".lower()
        )
    )
    for each in times:
        stamp = one_line(each.get("datetime"))
        yield stamp, each.sourceline or 1, short_text(each) or stamp


def _lang(tree: Any) -> Iterator[Said]:
    for element in (tree, *tree.iter("article")):
        tag = one_line(element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
        if tag:
            yield tag, element.sourceline or 1, f"lang={tag}"


def _addresses(head: Head, tree: Any) -> Iterator[Said]:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield (
                one_line(link.get("href") or ""),
                link.sourceline or 1,
                f"canonical: {one_line(link.get('href') or '')}",
            )
    yield from head.meta(("og:url",))
    yield from head.described("url")
    yield from head.described("mainEntityOfPage", "@id", "url")


def _kind(head: Head) -> Field[str]:
    names = jsonld.types(head.article)
    return next(
        (Field(kind, "stated", head.line, f"@type: {name}") for name, kind in _KINDS if name in names),
        Field(),
    )
