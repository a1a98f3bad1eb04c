"""The booklet is made of what may be published, and the guard looks at it as at the site."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.check import checking
from generator.site.booklet import made
from generator.site.engine import Engine

from .clean import project

pytestmark = pytest.mark.site


@pytest.fixture
def without_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "none-that-is-installed")


@pytest.fixture
def folder(sample: Path, without_browser: None) -> Path:
    return project(sample)


def texts(epub: bytes) -> str:
    packed = zipfile.ZipFile(io.BytesIO(epub))
    return "\n".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".xhtml"))


def because(folder: Path, reason: str) -> None:
    """Have the reason of a question be another."""
    question = folder / "sources/curated/questions/cause-of-collapse.yml"
    text = re.sub(
        r"^reason:.*$", f"reason: '{reason}'", question.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    question.write_text(text, encoding="utf-8")


def test_without_a_browser_there_is_the_epub_and_a_line_that_says_how_to_get_the_pdf(folder: Path) -> None:
    found = made(folder)
    assert found.problems == []
    assert "Why did the Lantern Bridge fall?" in texts(found.epub)
    assert (found.pdf, found.unprinted) == (
        b"",
        "no Chromium was found: install it, or name its path in CHROMIUM",
    )


def test_words_of_an_article_outside_quotations_are_refused(folder: Path) -> None:
    article = (folder / "sources/texts/courier-report.txt").read_text(encoding="utf-8")
    words = " ".join(max(article.split("\n"), key=len).split()[:12])
    because(folder, words)
    found = made(folder)
    assert {each.path for each in found.problems} == {"sources/curated/questions/cause-of-collapse.yml"}
    assert "words of source:courier-report stand here outside quotation marks" in found.problems[0].message
    assert found.epub == b""


def test_what_a_build_has_checked_is_not_checked_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Engine(folder)
    assert engine.update(search=False).problems == []
    engine.save()
    with monkeypatch.context() as patch:
        for name in ("check", "_proofs"):
            patch.setattr(checking, name, lambda *given: pytest.fail("it was checked"))
        assert made(folder).problems == []
    because(folder, "loose bolts and a murder")
    assert [problem.message for problem in made(folder).problems] == [
        "the loaded word “murder” stands outside quotation marks"
    ]


def test_drafts_are_left_out(folder: Path) -> None:
    question = folder / "sources/curated/questions/how-many-hurt.yml"
    name = re.search(r"^text: (.*)$", question.read_text(encoding="utf-8"), re.MULTILINE)
    assert name is not None
    assert name[1] in texts(made(folder).epub)
    question.write_text(question.read_text(encoding="utf-8") + "draft: true\n", encoding="utf-8")
    assert name[1] not in texts(made(folder).epub)


def test_what_only_editors_may_know_is_left_out_and_its_name_refused(folder: Path) -> None:
    record = folder / "sources/curated/people/private-z.yml"
    record.write_text(
        "name: Zora Quist\ndescription: Who told of it.\nsensitive: true\nadded: 2031-06-01\n",
        encoding="utf-8",
    )
    found = made(folder)
    assert found.problems == []
    assert "Zora Quist" not in texts(found.epub)
    because(folder, "Zora Quist names loose bolts.")
    found = made(folder)
    assert found.epub == b""
    assert {problem.path for problem in found.problems} == {"the booklet"}


def test_the_foot_leads_to_the_booklet_where_the_settings_say_it_is_and_else_to_none(folder: Path) -> None:
    assert Engine(folder).update(search=False).problems == []
    assert "The booklet as" not in (folder / "site/index.html").read_text(encoding="utf-8")
    (folder / "docs/bridge.pdf").write_bytes(b"%PDF-")
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    where = "extra:\n  booklet: [https://a.example/bridge.epub, bridge.pdf]\n"
    (folder / "mkdocs.yml").write_text(settings.replace("extra:\n", where, 1), encoding="utf-8")
    assert Engine(folder).update(search=False).problems == []
    html = (folder / "site/claims/index.html").read_text(encoding="utf-8")
    assert '<li class="served"><a href="https://a.example/bridge.epub">The booklet as EPUB</a></li>' in html
    assert '<li class="served"><a href="../bridge.pdf">The booklet as PDF</a></li>' in html
