"""Edits of what every page is made of, as an editor makes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

import generator.lib.language
import generator.pages.render
import generator.serve.run
import generator.site.templates
from generator.records.problems import Problem
from generator.serve.board import Board
from generator.serve.run import Live

from .clean import SEARCH, clean_build, digests, project

CLAIM = "site/claims/bolts-were-loose/index.html"


class Editing:
    """A documentary that is served: `edit` writes a file and gives what the editor is told."""

    def __init__(self, root: Path, clean: Path) -> None:
        self.root = root
        self.clean = clean
        self.told: list[str] = []
        self.problems: list[Problem] = []
        self.live = Live(root, Board(), self.told.append, self._take)
        self.live.begin()
        assert self.problems == []

    def _take(self, problems: list[Problem]) -> None:
        self.problems = problems

    def again(self, *paths: Path) -> list[str]:
        """What the editor is told after these files were written."""
        self.told.clear()
        self.live.edit(set(paths))
        self.live.catch_up()
        return [problem.message for problem in self.problems]

    def edit(self, path: Path, old: str, new: str) -> list[str]:
        text = path.read_text(encoding="utf-8")
        assert old in text
        return self.write(path, text.replace(old, new))

    def write(self, path: Path, text: str) -> list[str]:
        path.write_text(text, encoding="utf-8")
        return self.again(path)

    def is_clean(self) -> bool:
        problems, built = clean_build(self.root, self.clean)
        return not problems and digests(self.root, SEARCH) == digests(built, SEARCH)

    def page(self, path: str = CLAIM) -> str:
        return (self.root / path).read_text(encoding="utf-8")


@pytest.fixture
def editing(sample: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch) -> Editing:
    own = tmp_path_factory.mktemp("own")
    shutil.copytree(generator.site.templates.TEMPLATES, own / "templates")
    shutil.copytree(generator.lib.language.FOLDER, own / "languages")
    monkeypatch.setattr(generator.site.templates, "TEMPLATES", own / "templates")
    monkeypatch.setattr(generator.serve.run, "TEMPLATES", own / "templates")
    monkeypatch.setattr(generator.serve.run, "CATALOGUES", own / "languages")
    monkeypatch.setattr(generator.lib.language, "FOLDER", own / "languages")
    monkeypatch.setattr(
        generator.pages.render, "PackageLoader", lambda _: FileSystemLoader(own / "templates")
    )
    generator.lib.language.language.cache_clear()
    yield Editing(project(sample), tmp_path_factory.mktemp("clean"))
    generator.lib.language.language.cache_clear()


@pytest.mark.site
def test_an_edited_template_makes_every_page_anew_and_says_so(editing: Editing) -> None:
    path = generator.site.templates.TEMPLATES / "claim.md.j2"
    assert editing.edit(path, "{% ", "Said in every claim. {% ") == []
    assert editing.told[0] == "a template or catalogue changed: every page is made again"
    assert "Said in every claim." in editing.page()
    assert editing.is_clean()


@pytest.mark.site
def test_faults_at_the_start_are_told_once(sample: Path) -> None:
    path = sample / "sources/documentary.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    told: list[list[Problem]] = []
    live = Live(project(sample), Board(), lambda _: None, told.append)
    live.begin()
    live.edit(None)
    assert [bool(problems) for problems in told] == [True]
    live.edit({path})
    assert told[0] == told[-1]
    assert len(told) == 2


@pytest.mark.site
def test_a_fault_in_a_template_is_told_with_its_line_and_the_site_stays(editing: Editing) -> None:
    path = generator.site.templates.TEMPLATES / "claim.md.j2"
    good, before = path.read_text(encoding="utf-8"), editing.page()
    for faulty in ("\n{% if %}", "\n{{ nobody.knows }}"):
        path.write_text(good + faulty, encoding="utf-8")
        editing.again(path)
        [problem] = editing.problems
        assert problem.path == "generator/pages/templates/claim.md.j2"
        assert problem.line == good.count("\n") + 2
        assert editing.page() == before
    assert editing.write(path, good) == []
    assert editing.is_clean()


@pytest.mark.site
def test_the_language_and_its_catalogue_are_followed(editing: Editing) -> None:
    documentary = editing.root / "sources/documentary.yml"
    text = documentary.read_text(encoding="utf-8")
    assert editing.write(documentary, f"{text}language: fa\n") == []
    assert 'dir="rtl"' in editing.page()
    assert editing.is_clean()
    catalogue = generator.lib.language.FOLDER / "fa.po"
    assert editing.edit(catalogue, "ادعاها", "دعوی‌ها") == []
    assert "دعوی‌ها" in editing.page()
    assert editing.is_clean()
    own = editing.root / "sources/languages/fa.po"
    own.parent.mkdir()
    head = catalogue.read_text(encoding="utf-8").partition("\n\n")[0]
    assert editing.write(own, f'{head}\n\nmsgid "Claims"\nmsgstr "گزاره‌ها"\n') == []
    assert "گزاره‌ها" in editing.page()
    assert editing.is_clean()
    assert editing.write(documentary, text) == []
    assert 'dir="ltr"' in editing.page()
    assert editing.is_clean()


@pytest.mark.site
def test_a_damaged_configuration_is_told_and_the_site_stays(editing: Editing) -> None:
    path, before = editing.root / "mkdocs.yml", editing.page()
    good = path.read_text(encoding="utf-8")
    for faulty in ("nav: [", "- x\n", "", good.replace("name: material", "name: nobody")):
        assert editing.write(path, faulty)
        assert editing.page() == before
    assert editing.write(path, good.replace("site_dir: ", "copyright: Ours\nsite_dir: ")) == []
    assert editing.is_clean()


@pytest.mark.site
def test_an_edit_of_a_record_is_followed(editing: Editing) -> None:
    path = editing.root / "sources/curated/claims/bolts-were-loose.yml"
    assert editing.edit(path, "text: ", "text: Surely ") == []
    assert editing.is_clean()


@pytest.mark.site
def test_a_text_that_comes_is_compared_with_every_page(editing: Editing) -> None:
    text = sorted((editing.root / "sources/texts").glob("*.txt"))[0]
    words = text.read_text(encoding="utf-8")
    text.unlink()
    assert editing.again(text) == []
    [*_, paragraph] = words.strip().split("\n\n")
    taken = paragraph.partition("]")[2].strip()
    assert editing.write(editing.root / "docs/about/index.md", f"# About\n\n{taken}\n") == []
    before = editing.page("site/about/index.html")
    assert any("words of source:" in message for message in editing.write(text, words))
    assert editing.page("site/about/index.html") == before
    assert editing.write(editing.root / "docs/about/index.md", "# About\n\nOurs.\n") == []
    assert editing.is_clean()
