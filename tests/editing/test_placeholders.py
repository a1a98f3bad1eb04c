from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.analysis.releases import RELEASES
from generator.check.checking import checked
from generator.editing.placeholders import placeholders
from generator.lib.language import languages

ABOUT = "docs/about/index.md"
FRONT = "sources/documentary.yml"
SOURCE = "sources/articles/placeholder.md"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _not_in_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def begun(folder: Path, language: str = "en", *options: str) -> Path:
    assert main(["init", str(folder), "--language", language, *options]) == 0
    return folder


def found(root: Path) -> list[tuple[str, str]]:
    dataset, problems = checked(root)
    assert problems == []
    assert dataset is not None
    return [(problem.path, problem.field) for problem in placeholders(root, dataset)]


@pytest.mark.parametrize("language", ["en", "eo", *(each.tag for each in languages())])
def test_what_init_writes_as_a_placeholder_is_found_in_every_language(tmp_path: Path, language: str) -> None:
    root = begun(tmp_path / "new", language)
    (event,) = (root / "sources/curated/events").iterdir()
    of_event = f"sources/curated/events/{event.name}"
    assert found(root) == [
        (ABOUT, ""),
        *((SOURCE, field) for field in ("supplied_title", "description", "notes.p1")),
        *((of_event, field) for field in ("name", "description")),
        *((FRONT, field) for field in ("title", "introduction")),
    ]


def test_a_title_and_a_subject_that_were_given_are_no_placeholders(tmp_path: Path) -> None:
    root = begun(tmp_path / "new", "en", "--title", "The Fall", "--subject", "Fall of the bridge")
    assert {field for _, field in found(root)}.isdisjoint({"name", "title"})


def replaced(path: Path, pattern: str, text: str) -> None:
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, text, before, flags=re.DOTALL)
    assert after != before
    path.write_text(after, encoding="utf-8")


def test_what_is_replaced_is_found_no_more_and_what_is_only_laid_out_otherwise_is(tmp_path: Path) -> None:
    root = begun(tmp_path / "new")
    replaced(root / FRONT, r"introduction: .*?(?=\n\w)", "introduction: What the sources say.")
    replaced(root / ABOUT, "A placeholder. Say here", "A  placeholder.\nSay\nhere")
    assert (FRONT, "introduction") not in found(root)
    assert (ABOUT, "") in found(root)
    replaced(root / ABOUT, r"A  placeholder\..*?\n\n", "Write to ana@example.org.\n\n")
    assert (ABOUT, "") not in found(root)


def test_check_warns_of_a_placeholder_with_its_line_and_finds_no_problem(
    tmp_path: Path, capsys: Capture
) -> None:
    root = begun(tmp_path / "new")
    capsys.readouterr()
    assert main(["--root", str(root), "check"]) == 0
    told = capsys.readouterr().err.splitlines()
    (line,) = (each for each in told if FRONT in each and ":4:" in each)
    assert line.startswith(f"warning: {FRONT}:4:15: a placeholder stands here")
    assert len(told) == 8


@pytest.mark.parametrize("command", ["release", "package"])
def test_while_a_placeholder_stands_nothing_is_released_or_packed(
    tmp_path: Path, capsys: Capture, command: str
) -> None:
    root = begun(tmp_path / "new")
    capsys.readouterr()
    before = sorted(root.rglob("*"))
    assert main(["--root", str(root), command]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f" {ABOUT}:31, " in line
    assert f" {FRONT}:4:" in line
    assert sorted(root.rglob("*")) == before
    assert not (root / RELEASES).exists()
