"""What the whole site makes of chapters, and of links on pages written by hand."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from generator.site.engine import Engine
from generator.site.finish.search import entry_of

from .clean import project

pytestmark = pytest.mark.site


def doors(root: Path) -> list[str]:
    page = lxml.html.fromstring((root / "site/claims/index.html").read_text(encoding="utf-8"))
    return [link.text_content() for link in page.xpath("//nav[@class='sections']//a")]


def test_the_story_is_the_first_door_as_long_as_there_is_a_chapter(sample: Path) -> None:
    root = project(sample)
    engine = Engine(root)
    assert engine.update(search=False).problems == []
    assert doors(root)[0] == "Story"
    assert 'href="story/the-night-of-the-fall/"' in (root / "site/index.html").read_text(encoding="utf-8")
    chapters = sorted((root / "sources/chapters").iterdir())
    for path in chapters:
        path.unlink()
    assert engine.update(chapters, search=False).problems == []
    assert "Story" not in doors(root)
    assert not (root / "site/story").exists()


def test_the_search_finds_the_text_of_a_chapter_without_its_notes_and_their_numbers(sample: Path) -> None:
    root = project(sample)
    assert Engine(root).update(search=False).problems == []
    page = root / "site/story/the-night-of-the-fall/index.html"
    found = entry_of(
        "story/the-night-of-the-fall/index.html", page.read_text(encoding="utf-8"), {"kind": ["chapter"]}
    )
    told = " ".join(passage.text for passage in found.passages)
    assert "told the Varrow Courier that “the bolts were loose”. The paper reports it" in told
    assert "Accounts differ" not in told


def test_a_page_written_by_hand_leads_to_records_and_a_dead_link_stops_the_build(sample: Path) -> None:
    root = project(sample)
    page = root / "docs/about/index.md"
    page.write_text("# About\n\nSee [it](claim:bolts-were-loose#holm-courier).\n", encoding="utf-8")
    engine = Engine(root)
    assert engine.update(search=False).problems == []
    made = (root / "site/about/index.html").read_text(encoding="utf-8")
    assert 'href="../claims/bolts-were-loose/#holm-courier"' in made
    page.write_text("# About\n\nSee [it](claim:bolts-were-lost).\n", encoding="utf-8")
    [problem] = engine.update([page], search=False).problems
    assert (problem.path, problem.line, problem.column) == ("docs/about/index.md", 3, 5)
    assert (root / "site/about/index.html").read_text(encoding="utf-8") == made
