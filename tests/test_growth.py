"""Twice the input is about twice the work, for every parser; what is too large is refused."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.analysis.prose import Linker, replaced_links
from generator.check.checking import checked
from generator.evidence.article import Article
from generator.evidence.leaks import LeakGuard
from generator.evidence.match import locate
from generator.evidence.visible import pairs, visible_markdown, visible_text
from generator.evidence.words import words
from generator.ingest.capture import capture
from generator.ingest.types import CaptureError
from generator.lib.media.cues import read_cues
from generator.records.cited import read_cited
from generator.records.dataset import Dataset
from generator.records.markdownfile import notes
from generator.records.reader import read
from generator.records.yamlfile import load
from generator.site.builder import Builder
from generator.site.finish.csp import foreign
from generator.suggest.opening import open_library, open_source
from generator.suggest.survey import survey

from .ingest.conftest import pdf_of
from .suggest.test_command import RECORD

SAID = "The bolts of the Lantern Bridge were loose, Ida Holm said on Sunday. "
GUARD = LeakGuard({"a": Article({"p1": " ".join(f"word{n}" for n in range(200))})})


def steps(work: Callable[[], Any]) -> int:
    """How many calls a piece of work makes: a measure that is the same on every machine."""
    found = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return found


PARSERS: dict[str, tuple[Callable[[str], Any], list[str]]] = {
    "policy": (foreign, ["<script ", '<a href="', "<meta ", "<p a=b ", "<!--", "<", "&", "<svg/onload=x>"]),
    "visible": (visible_text, ["<p a=b ", "“a ", "‘a", ' "a', "<q>", "&", "<!--"]),
    "markdown": (visible_markdown, ["[a](", "[", "> a\n", "`a` ", "`", "a\n\t"]),
    "words": (words, ["a ", "a/", "٣", "1.", "’", "&"]),
    "guard": (lambda text: GUARD.leaks(visible_text(text)), ["word1 word2 ", "“word1” "]),
    "fields": (lambda text: load(text, "a.yml"), ["- a\n", "a: b\n", "# a\n", "[", "&a ", "- {a: b}\n"]),
    "page": (
        lambda text: capture(f"<p>{text}<p>The bridge was closed.".encode(), "a.html"),
        ["<p a=b ", "<b>", "<!--", "a "],
    ),
}


@pytest.mark.parametrize(
    ("parser", "piece"), [(name, piece) for name, (_, pieces) in PARSERS.items() for piece in pieces]
)
def test_work_grows_with_the_input_alone(parser: str, piece: str) -> None:
    read_it, _ = PARSERS[parser]

    def work(times: int) -> int:
        return steps(lambda: _taken_or_refused(read_it, piece * times))

    work(10)  # what is kept from then on
    once, twice, four_times = (work(times) for times in (1000, 2000, 4000))
    assert twice < 2.5 * once + 500
    assert four_times < 5 * once + 1000


def _taken_or_refused(read_it: Callable[[str], Any], text: str) -> None:
    with suppress(ValueError, CaptureError):
        read_it(text)


LONG: dict[str, tuple[Callable[[str], Any], list[str]]] = {
    "cues": (
        lambda text: read_cues(f"WEBVTT\n\n00:01.000 --> 00:02.000\na{text}"),
        ["<v ", "<v.", "<b ", "</b "],
    ),
    "cited": (
        read_cited.__wrapped__,
        ["A cat. ", "“A.” ", ". ", " *a", "**a ", "[^", "[“ab”](claim:x#y). ", "‘a’b "],
    ),
    "pairs": (lambda text: list(pairs(text)), ["‘a’b ", "‘a ", "“a "]),
    "code": (lambda text: replaced_links(text, lambda _: ""), ["`", "`a ", "```\n", "~~~~ "]),
}


@pytest.mark.timeout(60)  # many times what they need; what grows with the square takes hours
@pytest.mark.parametrize(
    ("parser", "piece"), [(name, piece) for name, (_, pieces) in LONG.items() for piece in pieces]
)
def test_a_long_text_without_an_end_is_read(parser: str, piece: str) -> None:
    read_it, _ = LONG[parser]

    def text(size: int) -> str:
        return piece * (size // len(piece))

    once, twice, four_times = (steps(lambda n=n: read_it(text(n))) for n in (10_000, 20_000, 40_000))
    assert twice < 2.5 * once + 500
    assert four_times < 5 * once + 1000
    read_it(text(400_000))


@pytest.mark.timeout(60)
def test_runs_of_ticks_of_growing_length_are_read() -> None:
    text = " a ".join("`" * n for n in range(1, 900))
    assert replaced_links(text, lambda _: "") == text


@pytest.mark.timeout(60)
@pytest.mark.parametrize("begins", ["# a", "---", "* * *", "- a", "> a"])
def test_a_line_of_cited_prose_with_a_long_run_of_spaces_is_read(begins: str) -> None:
    read_cited.__wrapped__(f"{begins}{' ' * 400_000}b")


@pytest.mark.parametrize("label", ["[p{0}] a", "[p{0}–p{0}]"])
def test_notes_grow_with_their_labels(label: str) -> None:
    def work(times: int) -> int:
        body = "\n".join(label.format(n) for n in range(1, times))
        return steps(lambda: notes(body, "a.md"))

    once, twice, four_times = (work(times) for times in (1000, 2000, 4000))
    assert twice < 2.5 * once + 500
    assert four_times < 5 * once + 1000


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix"),
    [
        ("The boats were there […] the boats came", "", ""),
        ("The boats were there […] the boats came […] The boats were there […] the boats came", "", ""),
        ("The boats were there […] the boats came […] burnt at last", "", ""),
        ("the boats came […] burnt at last", "It began:", "."),
        ("the boats came […] burnt at last", "never there", ""),
        ("The boats were there […] the boats sank", "", ""),
        ("The boats were [all] there, and the boats came", "", ""),
        ("The boats were there", "and the boats came. ", "never there"),
    ],
)
def test_the_search_for_a_quotation_grows_with_a_text_that_repeats_itself(
    exact: str, prefix: str, suffix: str
) -> None:
    def work(times: int) -> int:
        again = "The boats were there, and the boats came. " * times
        article = Article({"p1": f"It began: {again}", "p2": "The mill burnt at last."})
        inserted = ["[all]"] if "[all]" in exact else []
        return steps(lambda: locate(article, exact, prefix, suffix, inserted=inserted))

    work(10)
    once, twice, four_times = (work(times) for times in (80, 160, 320))
    assert twice < 2.5 * once + 500
    assert four_times < 5 * once + 1000


@pytest.mark.parametrize("piece", ["Ida Holm ", "a ", "`a` ", "[a](b:c) ", "&"])
def test_links_in_prose_grow_with_it(dataset: Dataset, piece: str) -> None:
    linker = Linker(dataset)
    once, four_times = (steps(lambda n=n: linker.segments(piece * n)) for n in (500, 2000))
    assert four_times < 5 * once + 500


def test_a_pdf_of_many_lines_grows_with_them() -> None:
    def work(lines: int) -> int:
        page = [(700 - n // 20, 10, "The bridge was closed on Monday, and") for n in range(lines)]
        return steps(lambda: capture(pdf_of([page]), "a.pdf"))

    once, four_times = work(200), work(800)
    assert four_times < 5 * once


@pytest.mark.parametrize(
    "said", [SAID, "“The bolts were loose,” Ida Holm said. ", "Petra Sandoval told Holm. "]
)
def test_suggestions_for_repeated_sentences_grow_with_them(sample: Path, said: str) -> None:
    (sample / "sources/articles/new-report.md").write_text(RECORD, encoding="utf-8")
    dataset, _ = read(sample)
    assert dataset

    def work(times: int) -> int:
        text = f"[p1] {said * times}\n"
        (sample / "sources/texts/new-report.txt").write_text(text, encoding="utf-8")
        library = open_library(sample, dataset)
        return steps(lambda: survey(open_source(sample, library, "new-report", "2031-06-03")))

    work(2)
    once, four_times = work(25), work(100)
    assert four_times < 5.5 * once


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("sources/curated/claims/bolts-were-loose.yml", "1,000,000"),
        ("sources/curated/words.yml", "1,000,000"),
        ("sources/articles/courier-report.md", "1,000,000"),
        ("sources/texts/courier-report.txt", "5,000,000"),
        ("sources/quotes.lock.jsonl", "100,000,000"),
        ("mkdocs.yml", "1,000,000"),
    ],
)
def test_a_file_that_is_too_large_is_refused_unread(sample: Path, path: str, limit: str) -> None:
    with (sample / path).open("ab") as file:
        os.truncate(file.fileno(), int(limit.replace(",", "")) + 1)
    _, problems = checked(sample)
    assert f"the file is larger than {limit} bytes" in [p.message for p in problems if p.path == path]


def test_a_text_that_is_too_long_is_refused_with_the_limit() -> None:
    _, problems = load(f'text: "{"&" * 50_001}"\n', "a.yml")
    assert [p.message for p in problems] == ["this text has more than 50,000 characters"]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)


@pytest.mark.parametrize("text", [BOMB, f"extra: {{a: &z [*z]}}\nplugins: []\nsite_name: x\n{BOMB}"])
def test_aliases_that_multiply_are_counted_before_they_are_written_out(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings, problems = Builder(tmp_path, "en").settings()
    assert settings is None
    assert [p.message for p in problems] == ["written out, its aliases give more than 100,000 values"]
