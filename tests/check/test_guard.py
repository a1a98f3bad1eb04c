"""No file carries an article's words outside short quotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.check.guard import Guard
from generator.evidence.article import Article
from generator.evidence.keyed import KeyedRuns, KeyedText
from generator.evidence.leaks import runs
from generator.records.dataset import Dataset
from generator.records.reader import read

from ..ingest.conftest import pdf_of

ARTICLE = Article(
    {
        "title": "The keeper of the lamps went home before the water came",
        "p1": "On that evening the keeper counted nine lamps along the rail and wrote the number down.",
    }
)
TAKEN = "the keeper counted nine lamps along the rail"


@pytest.fixture(params=["text", "keyed runs"])
def guard(dataset: Dataset, request: pytest.FixtureRequest) -> Guard:
    """The guard where the text is at hand, and where only its keyed runs are: it finds the same."""
    if request.param == "text":
        return Guard(dataset, {"keeper": ARTICLE})
    keyed = KeyedText.of("k" * 32, ARTICLE.sha256, ARTICLE.words, runs(ARTICLE))
    return Guard(dataset, {}, KeyedRuns("k" * 32, {"keeper": keyed}))


def leaks(guard: Guard, text: str, path: str = "claims/a.md") -> list[str]:
    return [problem.path for problem in guard.in_files("docs", {path: text.encode()})]


def test_eight_words_of_an_article_in_a_row_are_a_leak(guard: Guard) -> None:
    (problem,) = guard.in_files("docs", {"claims/a.md": f"He says that {TAKEN}.".encode()})
    assert problem.path == "docs/claims/a.md"
    assert "8 words of source:keeper" in problem.message
    assert problem.hint


def test_seven_words_are_none(guard: Guard) -> None:
    assert leaks(guard, TAKEN.removesuffix(" rail")) == []


@pytest.mark.parametrize(
    "words",
    [
        TAKEN.upper(),
        TAKEN.replace(" ", "\n"),
        TAKEN.replace("nine", "*nine*"),
        TAKEN.replace("nine", "[nine](../x.md)"),
        TAKEN.replace(" counted", ", counted"),
        TAKEN.replace("lamps", "l&#97;mps"),
    ],
)
def test_case_layout_marks_and_entities_hide_no_words(guard: Guard, words: str) -> None:
    assert leaks(guard, words) != []


@pytest.mark.parametrize("words", [f"“{TAKEN}”", f"<blockquote>{TAKEN}</blockquote>", f"> {TAKEN}"])
def test_words_in_a_quotation_are_none(guard: Guard, words: str) -> None:
    assert leaks(guard, words) == []


def test_the_words_of_a_source_that_may_stand_there_whole_are_none(guard: Guard) -> None:
    captions = {"film/captions.vtt": TAKEN.encode()}
    assert guard.in_files("docs", captions, {"another"}) != []
    assert guard.in_files("docs", captions, {"keeper"}) == []


def test_a_headline_may_be_cited(guard: Guard) -> None:
    assert leaks(guard, ARTICLE.blocks["title"]) == []


def test_words_in_attributes_of_html_count(guard: Guard) -> None:
    assert leaks(guard, f'<img alt="{TAKEN}">', "index.html") != []


def test_files_that_are_no_text_are_not_read(guard: Guard) -> None:
    assert guard.in_files("docs", {"drawing.bin": b"\x89PNG\xff\xfe", "a.pdf": b"%PDF-1.4"}) == []


MARKED = ["svg", "xml", "htm", "xhtml"]
JSON = ["json", "geojson"]
PLAIN = ["txt", "csv", "tsv", "vtt", "bib", "ris", "yml", "js", "css", "markdown", "rst", "unknown"]


@pytest.mark.parametrize("suffix", [*MARKED, *JSON, *PLAIN])
def test_words_in_a_file_of_any_sort_are_found(guard: Guard, suffix: str) -> None:
    text = f"<p>{TAKEN}</p>" if suffix in MARKED else json.dumps([TAKEN]) if suffix in JSON else TAKEN
    assert leaks(guard, text, f"about/a.{suffix}") == [f"docs/about/a.{suffix}"]


def test_words_in_utf_16_and_in_a_pdf_are_found(guard: Guard) -> None:
    pdf = pdf_of([[(700, 10, f"{TAKEN} and more of it.")]])
    files = {"a.txt": TAKEN.encode("utf-16"), "b.pdf": pdf}
    assert [problem.path for problem in guard.in_files("docs", files)] == ["docs/a.txt", "docs/b.pdf"]


@pytest.mark.parametrize("sign", "/_·|+=")
def test_words_joined_by_a_sign_are_still_words(guard: Guard, sign: str) -> None:
    assert leaks(guard, TAKEN.replace(" ", sign)) != []
    assert leaks(guard, TAKEN.removesuffix(" rail").replace(" ", sign)) == []


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- {TAKEN} -->",
        f'<p data-words="{TAKEN}">x</p>',
        f'<input placeholder="{TAKEN}">',
        f'<script type="application/ld+json">{{"text": "{TAKEN}"}}</script>',
    ],
)
def test_what_a_page_holds_beside_its_text_counts(guard: Guard, html: str) -> None:
    assert leaks(guard, html, "index.html") != []


def test_a_title_of_any_length_is_no_way_round(dataset: Dataset) -> None:
    words = " ".join(f"word{n}" for n in range(41))
    article = Article({"title": words, "p1": words})
    assert leaks(Guard(dataset, {"keeper": article}), words) != []
    short = words.rsplit(" ", 1)[0]
    assert leaks(Guard(dataset, {"keeper": Article({"title": short, "p1": short})}), short) == []


def test_many_quotations_of_one_page_are_too_much_together(dataset: Dataset) -> None:
    sentences = [" ".join(f"word{n}" for n in range(start, start + 40)) for start in range(0, 400, 40)]
    guard = Guard(dataset, {"keeper": Article({"p1": ". ".join(sentences)})})
    few = "".join(f"<blockquote>{each}</blockquote>" for each in sentences[:3])
    assert leaks(guard, few * 3) == []
    [problem] = guard.in_files("docs", {"a.md": "".join(f"> {each}\n\n" for each in sentences).encode()})
    assert "in quotations altogether" in problem.message


def test_a_page_in_html_is_read_as_its_reader_sees_it(guard: Guard) -> None:
    [problem] = guard.in_html("docs/about/index.md", f"<p>{TAKEN}</p>")
    assert problem.path == "docs/about/index.md"
    assert guard.in_html("x", f"<script>{TAKEN}</script>") == []  # runs, and none of ours is written so


def test_words_that_stand_in_a_record_are_told_once_and_at_their_place_there(sample: Path) -> None:
    in_chapter = "a clerk had seen the barge turn twice below the weir"
    in_quotation = "nobody on the bank had asked him for his lantern"
    for where, old, new in (
        ("curated/claims/bolts-were-loose.yml", "text: Bolts", f"text: He writes that {TAKEN}. Bolts"),
        ("chapters/the-night-of-the-fall.md", "two chapters,", f"two chapters, and {in_chapter},"),
        ("curated/claims/cables-were-cut.yml", "exact: allegedly", f"exact: {in_quotation} allegedly"),
    ):
        path = sample / "sources" / where
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    dataset, _ = read(sample)
    assert dataset is not None
    blocks = {f"p{number}": text for number, text in enumerate((TAKEN, in_chapter, in_quotation), 1)}
    files = {
        "claims/index.md": f"He writes that {TAKEN}. It fell.",
        "data/claims.json": json.dumps([TAKEN]),
        "story/index.md": f"[It is told, and {in_chapter}](../a.md).",
        "about/by-hand.md": f"They say that {in_quotation}.",
    }
    guard = Guard(dataset, {"keeper": Article(blocks)})
    found = guard.in_files("docs", {path: text.encode() for path, text in files.items()})
    assert [(each.path, each.line, each.column, each.field) for each in found] == [
        ("sources/curated/claims/bolts-were-loose.yml", 1, 7, "text"),
        ("sources/chapters/the-night-of-the-fall.md", 9, 41, "body"),
        ("docs/about/by-hand.md", 0, 0, ""),
    ]


def test_without_texts_nothing_is_found(dataset: Dataset) -> None:
    assert leaks(Guard(dataset, {}), TAKEN) == []
