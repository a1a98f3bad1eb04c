"""The command `init`: its options, what it prints and its exit status."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

import generator.lib.language
from generator.__main__ import main
from generator.check.checking import checked
from generator.lib.language import Language

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _not_in_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def test_without_options_a_documentary_begins_that_has_no_problem(tmp_path: Path, capsys: Capture) -> None:
    assert main(["--root", str(tmp_path), "init", "a/new one"]) == 0
    assert capsys.readouterr().out.startswith("11 files written to a/new one\n")
    dataset, problems = checked(tmp_path / "a/new one")
    assert problems == []
    assert dataset is not None
    assert dataset.documentary.added.latest is not None
    day = datetime.date(*dataset.documentary.added.latest)
    assert abs(datetime.datetime.now(datetime.UTC).date() - day) <= datetime.timedelta(days=1)


def test_a_second_beginning_in_one_folder_changes_nothing(tmp_path: Path, capsys: Capture) -> None:
    main(["init", str(tmp_path)])
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert main(["init", str(tmp_path), "--title", "Another", "--subject", "Another"]) == 1
    told = capsys.readouterr().err
    assert "mkdocs.yml: a file stands here already" in told
    assert told.endswith("nothing was written\n")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    ("option", "value", "fault"),
    [
        ("--title", " ", "must not be empty"),
        ("--language", "Persian (Iran)", "“Persian (Iran)” is not a language tag"),
        ("--site-url", "example.org", "“example.org” is not a web address"),
        ("--site-url", "ftp://example.org/", "it does not begin with https:// or http://"),
        ("--site-url", "https://example.org/?a=b", "has pages below it: it cannot hold “?” and what follows"),
        ("--site-url", "https://example.org/#top", "has pages below it: it cannot hold “#” and what follows"),
    ],
)
def test_an_option_that_cannot_be_used_is_told(
    tmp_path: Path, capsys: Capture, option: str, value: str, fault: str
) -> None:
    with pytest.raises(SystemExit):
        main(["init", str(tmp_path / "new"), option, value])
    assert fault in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_an_address_ends_with_a_slash(tmp_path: Path) -> None:
    main(["init", str(tmp_path), "--site-url", "https://example.org/bridge"])
    assert '"https://example.org/bridge/"' in (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")


def test_workflows_run_a_program_that_is_named_by_its_hash_or_are_not_written(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.commands.init.origin", lambda: "")
    begin = ["--root", str(tmp_path), "init", "new", "--github"]
    assert main(begin) == 1
    assert "name it with --program" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
    with pytest.raises(SystemExit):
        main([*begin, "--program", "https://example.org/g.git@main"])
    assert main([*begin, "--program", f"https://example.org/g.git@{'0a' * 20}"]) == 0
    pinned = (tmp_path / "new/.github/program").read_text(encoding="utf-8")
    assert pinned == f"https://example.org/g.git {'0a' * 20}\n"


def test_a_language_without_catalogue_is_told(tmp_path: Path, capsys: Capture) -> None:
    main(["init", str(tmp_path / "new"), "--language", "eo"])
    told = re.search(
        r"([\d,]+) of ([\d,]+) texts of the interface are in English, not in “eo”", capsys.readouterr().err
    )
    assert told
    assert told[1] == told[2]


def test_what_editors_are_told_in_english_is_said(tmp_path: Path, capsys: Capture) -> None:
    said = "what the program tells editors are in English"
    main(["init", str(tmp_path / "persian"), "--language", "fa"])
    assert said in capsys.readouterr().out
    main(["init", str(tmp_path / "english"), "--language", "en-GB"])
    assert said not in capsys.readouterr().out


def test_title_and_subject_are_begun_in_the_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"A New Documentary": ("Nova",), "The event": ("La okazo",)}
    monkeypatch.setattr(generator.lib.language, "language", lambda tag, own="": Language(tag, texts))
    main(["init", str(tmp_path / "new"), "--language", "eo"])
    dataset, _ = checked(tmp_path / "new")
    assert dataset is not None
    assert dataset.documentary.title == "Nova"
    assert [event.name for event in dataset.events.values()] == ["La okazo"]


def test_a_readme_that_stays_is_not_counted_among_what_was_written(tmp_path: Path, capsys: Capture) -> None:
    main(["init", str(tmp_path / "one")])
    number = int(capsys.readouterr().out.split()[0])
    (tmp_path / "two").mkdir()
    (tmp_path / "two/README.md").write_text("mine", encoding="utf-8")
    main(["init", str(tmp_path / "two")])
    assert int(capsys.readouterr().out.split()[0]) == number - 1
