"""A documentary in another language has no English word of the interface on any page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.analysis.prose import plain
from generator.lib.language import language, languages
from generator.records.cited import read_cited
from generator.records.model import leaves
from generator.records.model.documentary import LOADED
from generator.records.reader import read

from ...in_language import build_in

STYLES = Path(__file__).parents[3] / "generator/pages/theme/assets/documentary"

TEMPLATES = Path(__file__).parents[3] / "generator/pages/templates"

LATIN = re.compile(r"[A-Za-z][A-Za-z’'. -]*")
HOLES = re.compile(r"\{\w+\}|%\(\w+\)s")
SHOWN = {"aria-label", "title", "alt", "placeholder", "data-label", "data-count", "data-copy", "data-copied"}
SHOWN |= {"data-filter", "data-all", "data-one", "data-reset"}
QUIET = ("script", "style", "code", "pre")
FIELDS = "editors/fields"
"""The reference of the fields is made from the models, which editors read in English."""
NOT_WORDS = {
    *("SHA", "claims", "Natural Earth", "DOI", "ISBN", "doi.org", "un-American"),
    *("Atom", "BibTeX", "CSL-JSON", "JSON", "JSON Feed", "JSON Lines", "RIS", "BOM", "CSV", "Data Package"),
    *(
        "FollowTheMoney",
        "GEXF",
        "GeoJSON",
        "GraphML",
        "PROV-O",
        "RDF",
        "SPARQL",
        "SQL",
        "SQLite",
        "TimelineJS",
    ),
    *("TimelineJS", "UTF", "Web Annotations", "csv", "iCalendar", "schema.org"),
    *("Aleph", "Cytoscape", "Datasette", "Excel", "Gephi", "Knight Lab", "NetworkX", "yEd"),
    *("checksum", "external", "km", "uncertainty"),
}
"""What is written so in every language.

A digest, the folder in an address, who drew the borders, formats, numbers of books, an English example,
programs that read data, and fields of the data.
"""
FILES = re.compile(r"[\w-]+(\.\w+)*\.(csv|db|geojson|gexf|graphml|ics|json|jsonld|ttl)")


@pytest.mark.site
def test_every_page_says_its_language_and_direction(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert '<html lang="fa" dir="rtl">' in page.read_text(encoding="utf-8"), page


@pytest.mark.site
def test_no_english_word_of_the_interface_is_left(site: Path) -> None:
    said = _said_by_records(site.parent)
    left = {
        f"{page.relative_to(site)}: {words}"
        for page in site.rglob("*.html")
        if page.parent != site / FIELDS
        for words in _latin(page)
        if words not in NOT_WORDS and words.casefold() not in said and not FILES.fullmatch(words)
    }
    assert sorted(left) == []


@pytest.mark.site
@pytest.mark.parametrize("tag", sorted({each.tag for each in languages()} - {"fa"}))
def test_no_text_of_the_interface_is_printed_in_english(tag: str, tmp_path: Path) -> None:
    """Persian, whose letters are others, is looked at word by word above."""
    site = build_in(tag, tmp_path)
    said = _said_by_records(tmp_path)
    here = language(tag)
    ours = {text for text, forms in here.texts.items() if text not in forms and text.casefold() not in said}
    left = {
        f"{page.relative_to(site)}: {text}"
        for page in site.rglob("*.html")
        if page.parent != site / FIELDS
        for text in map(str.strip, _shown(page))
        if text in ours
    }
    assert sorted(left) == []
    start = f'<html lang="{tag}" dir="{here.direction}">'
    assert [page for page in site.rglob("*.html") if start not in page.read_text(encoding="utf-8")] == []


def test_english_that_no_record_says_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<p aria-label="Next">این Previous است</p><code>x</code>', encoding="utf-8")
    assert list(_latin(page)) == ["Next", "Previous"]


def test_no_style_sheet_prints_words() -> None:
    printed = re.compile(r'content: *(?:attr\([\w-]+\) *)*"[^"]*[A-Za-z]{2}')
    assert [p.name for p in STYLES.glob("*.css") if printed.search(p.read_text(encoding="utf-8"))] == []


def test_no_template_has_separators_or_quotation_marks_of_its_own() -> None:
    of_english = re.compile(r"(?:\}\}|%\}|</\w+>)[,;] |join\(\"[,;]|“\{[{%]|[}%]\}”")
    found = {
        f"{path.name}: {mark}"
        for path in TEMPLATES.glob("*.j2")
        for mark in of_english.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def _said_by_records(folder: Path) -> str:
    """Everything that the records say, as one text."""
    dataset, problems = read(folder)
    assert dataset is not None, problems
    texts = [plain(str(leaf)) for r in dataset.records.values() for _, leaf in leaves(r)]
    texts += [plain(str(leaf)) for _, leaf in leaves(dataset.documentary)]
    texts += [plain(str(leaf)) for term in dataset.glossary for _, leaf in leaves(term)]
    told = [read_cited(chapter.body.text, "en") for chapter in dataset.chapters.values()]
    texts += [" ".join(sentence.text for sentence in prose.sentences) for prose in told]
    texts += [meaning for v in dataset.words.values() for meaning in (v.meaning, *v.words.values())]
    texts += dataset.words[LOADED].words
    texts += [ref.id for ref in dataset.records]
    return " ".join(" | ".join(texts).replace("[", "").replace("]", "").split()).casefold()


def _shown(page: Path) -> list[str]:
    """The texts that a reader of the page is shown or told."""
    reader = _Shown()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.found


def _latin(page: Path) -> Iterator[str]:
    """Each stretch of Latin letters among them."""
    for text in _shown(page):
        for run in LATIN.findall(" ".join(HOLES.sub("", text).split())):
            if words := run.strip(" .-’'"):
                yield words


class _Shown(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.quiet: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in QUIET or values.get("lang") == "en" or tag in self.quiet[-1:]:
            self.quiet.append(tag)
        if values.get("class") != "Z3988":  # for reference managers
            self.found += [value for name, value in attrs if name in SHOWN and value]
        if tag == "meta" and values.get("name") in ("description", "section", "summary"):
            self.found.append(values.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.quiet[-1:]:
            self.quiet.pop()

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.found.append(data)
