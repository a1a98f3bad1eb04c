"""Whatever stands in an input: each parser takes it or refuses it in its own words, and never fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.analysis import captures, releases, watched
from generator.evidence.keyed import KeyedText, KeyedTexts, mark_of
from generator.evidence.lock import Lock, LockedText, LockEntry
from generator.evidence.names import Occurrence
from generator.evidence.quotation_marks import quoted
from generator.evidence.visible import visible_json, visible_markdown, visible_text
from generator.ingest.capture import capture
from generator.ingest.types import CaptureError
from generator.lib.address import addresses, web_address
from generator.lib.dates import parse
from generator.lib.media import fragment
from generator.lib.media.cues import read_cues
from generator.lib.text import sentence_at
from generator.pages.by_hand import page_of
from generator.records.cited import read_cited
from generator.records.markdownfile import labelled, notes, split
from generator.records.outlines import faults as faults_of_outlines
from generator.records.problems import Problem
from generator.records.refs import parse_ref
from generator.records.report import annotation, line
from generator.records.yamlfile import load
from generator.site.finish import finished

from .fuzz import TURNS, damaged

SAMPLE = Path(__file__).parent / "sample"


def _read(path: str) -> str:
    return (SAMPLE / path).read_text(encoding="utf-8")


CLAIM = _read("sources/curated/claims/bolts-were-loose.yml")[:1500]
SOURCE = _read("sources/articles/courier-report.md")
TEXT = _read("texts/courier-report.txt")[:1500]
PAGE = "<!DOCTYPE html><head><meta charset=utf-8><title>A</title></head><body><p id=a>B <a href=c>d</a></p>"
CUES = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000 line:90%\n<v Ida>It <i>fell</i>.</v>\n\nNOTE a\n"
BY_HAND = f"---\ntitle: A\n---\n# B\n{TEXT}"
RELEASES = """["change", "2031-01-01", "claim:a", "figure", "k", "b", "c", null]
["record", "claim:a", {"figure k": "x"}]
["release", "2031-01-01"]
"""
CAPTURES = """["page", "https://a.example/", {"checked": "2031-01-01", "copy": "https://b.example/"}]"""
WATCHED = f"""["page", "https://a.example/", "2031-01-01", "https://b.example/"]
["page", "https://b.example/", null, null, "gone", "2031-01-01"]
["words", "https://a.example/", "{"0" * 64}", "found", "2031-01-01"]"""
OUTLINES = """{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry":
{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}"""

LOCK = Lock(
    {"a": LockedText("0" * 64, 9, 60, ("title", "p1"))},
    {"claim:a/b/0": LockEntry("a", "p1", "quotation", "0" * 64, ((0, 5),), ((0, 1),), direct=True)},
    {"a": {"Ida Holm": Occurrence(1, "p1")}},
).to_lines()
KEYED = KeyedTexts({"a": KeyedText.of("k" * 32, "0" * 64, 9, [("a",) * 8])}, mark_of("k" * 32)).to_json()

PARSERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "record": (lambda text: load(text, "a.yml"), CLAIM),
    "source": (lambda text: notes(split(text, "a.md")[0].body, "a.md"), SOURCE),
    "text": (labelled, TEXT),
    "releases": (releases.from_lines, RELEASES),
    "captures": (captures.from_lines, CAPTURES),
    "watch": (watched.from_lines, WATCHED),
    "outlines": (faults_of_outlines, OUTLINES),
    "lock": (Lock.from_lines, LOCK),
    "keyed texts": (KeyedTexts.from_json, KEYED),
    "list of words": (lambda text: load(text, "words.yml"), _read("sources/curated/words.yml")[:1500]),
    "date": (parse, "2031-03-02~/2031-04"),
    "reference": (lambda text: parse_ref(text, ("claim", "person")), "claim:bolts-were-loose"),
    "address": (web_address, "https://example.org:80/a?b=c#d"),
    "page by hand": (
        lambda text: page_of("about/a.md", text.encode(errors="replace")),
        BY_HAND,
    ),
    "page of the site": (lambda text: finished("a/index.html", text.encode(errors="replace"), "site"), PAGE),
    "visible text": (visible_text, PAGE),
    "visible Markdown": (visible_markdown, f"> {TEXT}\n\n[a](b)"),
    "visible JSON": (visible_json, RELEASES),
    "quotation marks": (quoted, 'He said “a ‘b’ c” and "d" «e».'),
    "cited prose": (
        lambda text: [*read_cited(text, "en").sentences],
        _read("sources/chapters/the-night-of-the-fall.md"),
    ),
    "subtitles": (lambda text: read_cues(text.encode("utf-8", "surrogatepass")), CUES),
    "place in a medium": (fragment.parse, "page=2&t=npt:0:12:30,750.5&xywh=percent:10,20,30,40"),
    "sentence": (lambda text: sentence_at(text, 5), "A b. C d! E f?"),
}


@pytest.mark.parametrize("parser", PARSERS)
def test_a_damaged_input_is_taken_or_refused(parser: str) -> None:
    read_it, whole = PARSERS[parser]
    for text in damaged(whole):
        with suppress(ValueError):
            read_it(text)


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.md"])
def test_a_damaged_article_is_taken_or_refused(name: str) -> None:
    for text in damaged(PAGE + TEXT, TURNS):
        with suppress(CaptureError):
            capture(text.encode("utf-8", "surrogatepass"), name)


def test_a_damaged_configuration_is_read_or_passed_over(tmp_path: Path) -> None:
    whole = (Path(__file__).parents[1] / "mkdocs.yml").read_text(encoding="utf-8").partition("plugins")[0]
    for text in damaged(whole, TURNS):
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8", errors="surrogatepass")
        assert list(addresses(tmp_path)) is not None


def _problems() -> Iterator[Problem]:
    for text in damaged("docs/about/a.md: “b” is wrong"):
        yield Problem(text, 1, 1, "", text, text)


def test_a_problem_of_a_damaged_name_is_told_on_its_own_lines() -> None:
    for problem in _problems():
        assert line(problem).count("\n") == bool(problem.hint)
        assert "\n" not in annotation(problem)
