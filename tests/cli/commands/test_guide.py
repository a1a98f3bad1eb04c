from __future__ import annotations

import tomllib
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest

from generator.__main__ import main
from generator.cli.commands import guide

REPOSITORY = Path(__file__).parents[3]
PAGES = [path.stem for path in sorted((REPOSITORY / "docs/editors").glob("*.md"))]


def test_the_guide_lists_every_page_with_what_it_is_about(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide"]) == 0
    lines = capsys.readouterr().out.splitlines()
    named = [line.split()[2].rstrip(":") for line in lines[:-1]]
    assert sorted(named) == PAGES
    assert named[0] == "index"
    assert "A tutorial with a made-up article" in "".join(lines)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_printed_as_it_is_written(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", page]) == 0
    text = (REPOSITORY / f"docs/editors/{page}.md").read_text(encoding="utf-8")
    assert capsys.readouterr().out.strip() == text.split("\n---\n", 1)[1].strip()


def test_of_a_page_that_is_not_there_it_is_said_which_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "cooking"]) == 1
    told = capsys.readouterr().err
    assert "“cooking”" in told
    assert all(page in told for page in PAGES)


def test_the_guide_is_installed_with_the_program_and_found_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["tool"]["setuptools"]["data-files"] == {guide.INSTALLED: ["docs/editors/*.md"]}
    page = tmp_path / guide.INSTALLED / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Guide\ndescription: How.\n---\n# Here\n", encoding="utf-8")
    listed = PurePosixPath("../../..") / guide.INSTALLED / "index.md"
    file = SimpleNamespace(as_posix=lambda: str(listed), suffix=".md", locate=lambda: page)
    monkeypatch.setattr(guide, "files", lambda name: [file])
    monkeypatch.setattr(guide, "__file__", str(tmp_path / "lib/generator/cli/commands/guide.py"))
    assert main(["guide", "index"]) == 0
    assert capsys.readouterr().out == "# Here\n"
