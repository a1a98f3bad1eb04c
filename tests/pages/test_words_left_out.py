"""Wherever words are printed that leave out a negation, it stands behind them that one is left out."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from generator.pages.assemble import pages
from generator.pages.booklet import booklet
from generator.pages.render import Renderer
from generator.pages.site import Site
from generator.records.dataset import Dataset
from generator.records.reader import read
from generator.site.finish.search import entry_of

WHOLE, CUT = "the bolts were loose", "the bolts […] were loose"
TOLD = re.compile(r"were loose”?[^”“]{0,25}\[negation\]")
BESIDE = {
    "people/ida-holm/words/",
    "people/ida-holm/account/",
    "sources/courier-report/",
    "sources/courier-report/account/",
    "claims/bolts-were-loose/",
    "questions/cause-of-collapse/",
    "story/what-broke-the-bridge/",
    "compare/",
}
"""Pages that are known to print the words."""
PROSE = ("story/", "data/csv/chapters.csv")
"""Data with the text of a chapter as it is written: its citations name the statements, which tell it."""
BINARY = ".db"


@pytest.fixture
def cut(sample: Path) -> Dataset:
    """The sample in which two statements, the chapters, the brief and the cast quote words with a cut."""
    for path in [*sample.glob("sources/c*/**/*.*"), sample / "sources/documentary.yml"]:
        text = path.read_text(encoding="utf-8")
        if "claims/" in str(path):
            text = text.replace(f"exact: {WHOLE}", f'exact: "{CUT}", omits: [negation]')
        path.write_text(text.replace(f"“{WHOLE}”", f"“{CUT}”"), encoding="utf-8")
    dataset, problems = read(sample)
    assert dataset is not None
    assert problems == []
    return replace(dataset, lock=None)


def shown(markup: str) -> str:
    """What is to be seen of a page."""
    tree = html.fromstring(f"<div>{markup}</div>")
    for hidden in tree.xpath("//*[contains(concat(' ', @class, ' '), ' sr ')]"):
        hidden.drop_tree()
    return " ".join(tree.text_content().split())


def untold(text: str) -> list[str]:
    places = [match.start() for match in re.finditer(re.escape(CUT), text)]
    return [text[at : at + 80] for at in places if not TOLD.match(text, at + len("the bolts […] "))]


def test_every_page_tells_behind_the_words_what_they_leave_out(cut: Dataset) -> None:
    files = {path: data.decode() for path, data in pages(cut).items() if path.endswith(".md")}
    texts = {path.removesuffix("index.md"): shown(text.split("---\n", 2)[2]) for path, text in files.items()}
    assert {path: found for path, text in texts.items() if (found := untold(text))} == {}
    assert {path for path in BESIDE if CUT not in texts[path]} == set()


def test_what_is_said_of_a_page_in_its_head_and_in_lists_tells_it_too(cut: Dataset) -> None:
    for path, data in pages(cut).items():
        if path.endswith(".md"):
            assert untold(data.decode().split("---\n", 2)[1]) == [], path
        elif CUT.encode() in data and not path.startswith(PROSE) and not path.endswith(BINARY):
            text = data.decode()
            assert untold(text) == [] or '"omits"' in text or "quote_omits" in text, path


def test_the_booklet_tells_it_too(cut: Dataset) -> None:
    sections = booklet(Renderer(Site(cut))).sections
    texts = [" ".join(p.piece.root.text_content().split()) for section in sections for p in section.parts]
    assert [found for text in texts for found in untold(text)] == []
    assert any(CUT in text for text in texts)


def test_the_search_shows_it_above_every_excerpt_of_the_words() -> None:
    words = f'“{CUT}” <span class="omits">[A “not” is left out.]</span>'
    body = f'<p>Seen: {words}</p><blockquote class="words"><p>{words}</p></blockquote><p>Ours.</p>'
    page = f"<html><body><article><h1>A</h1>{body}</article></body></html>"
    *quoted, ours = entry_of("a/index.html", page, {"kind": ["source"]}).passages
    assert [each.wording for each in quoted] == ["[A “not” is left out.]"] * 2
    assert [each.text for each in quoted] == [f"Seen: “{CUT}”", f"“{CUT}”"]
    assert ours.wording == ""
