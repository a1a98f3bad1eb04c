"""The command line: what it prints where, and its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.__main__ import main
from generator.cli import terminal
from generator.cli.commands import NAMES, command
from generator.records.reader import LOCK

BOLTS = "sources/curated/claims/bolts-were-loose.yml"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _not_in_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


def run(root: Path, capsys: Capture, *arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of a command."""
    status = main(["--root", str(root), *arguments])
    output = capsys.readouterr()
    return status, output.out, output.err


def spoil(root: Path) -> None:
    path = root / BOLTS
    path.write_text(path.read_text(encoding="utf-8").replace("kind: fact", "kid: fact"), encoding="utf-8")


def test_the_program_tells_its_version(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"documentary {__version__}\n"


def test_check_passes_the_sample(sample: Path, capsys: Capture) -> None:
    assert run(sample, capsys, "check") == (0, "70 records checked, no problem\n", "")


@pytest.mark.parametrize("command", ["check", "coverage", "build"])
def test_every_command_reports_all_problems_of_the_records(
    sample: Path, capsys: Capture, command: str
) -> None:
    spoil(sample)
    status, out, err = run(sample, capsys, command)
    assert (status, out) == (1, "")
    assert f"{BOLTS}:2:6: unknown key “kid”" in err
    assert "did you mean “kind”?" in err
    assert err.endswith("2 problems in 1 file; nothing was written\n")


def test_in_github_actions_problems_are_annotations_too(
    sample: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    spoil(sample)
    status, out, err = run(sample, capsys, "check")
    assert status == 1
    assert f"::error file={BOLTS},line=2,col=6::unknown key" in out
    assert "unknown key" in err


def test_check_in_a_folder_without_a_documentary_fails(tmp_path: Path, capsys: Capture) -> None:
    status, _, err = run(tmp_path, capsys, "check")
    assert status == 1
    assert "sources/documentary.yml: the file is missing" in err


def test_verify_writes_the_lock_and_a_second_run_leaves_it(sample: Path, capsys: Capture) -> None:
    before = (sample / LOCK).read_bytes()
    (sample / LOCK).unlink()
    status, out, _ = run(sample, capsys, "verify")
    assert (status, out) == (0, "56 quotations verified in 6 texts, lock written\n")
    assert (sample / LOCK).read_bytes() == before
    assert run(sample, capsys, "verify")[1].endswith("lock unchanged\n")


def test_verify_names_the_texts_that_text_recognition_made(sample: Path, capsys: Capture) -> None:
    path = sample / "sources/articles/courier-report.md"
    record = path.read_text(encoding="utf-8")
    path.write_text(record.replace("{words: 271, ", "{words: 271, ocr: tesseract 9.8.7, "), encoding="utf-8")
    assert run(sample, capsys, "verify")[1].splitlines() == [
        "56 quotations verified in 6 texts, lock unchanged",
        "text recognition made courier-report: it can misread letters",
    ]


def test_verify_leaves_the_lock_where_a_quotation_is_not_in_its_text(sample: Path, capsys: Capture) -> None:
    before = (sample / LOCK).read_bytes()
    path = sample / BOLTS
    path.write_text(
        path.read_text(encoding="utf-8").replace("exact: the bolts were loose", "exact: the bolts were lost"),
        encoding="utf-8",
    )
    status, out, err = run(sample, capsys, "verify")
    assert (status, out) == (1, "")
    assert f"{BOLTS}:17:" in err
    assert (sample / LOCK).read_bytes() == before


def test_verify_without_texts_and_without_a_lock_fails(sample: Path, capsys: Capture) -> None:
    for path in [*(sample / "sources/texts").iterdir(), sample / LOCK]:
        path.unlink()
    status, _, err = run(sample, capsys, "verify")
    assert status == 1
    assert err == "nothing can be compared: sources/texts/ holds no text of a source\n"


def test_verify_names_the_source_whose_record_is_not_finished(tmp_path: Path, capsys: Capture) -> None:
    article = tmp_path / "letter.txt"
    article.write_text("A letter\n\nThe council received no letter on Monday.\n", encoding="utf-8")
    root = tmp_path / "lenne"
    assert main(["init", str(root)]) == 0
    assert run(root, capsys, "ingest", str(article))[0] == 0
    (text,) = (root / "sources/texts").iterdir()
    status, _, err = run(root, capsys, "verify")
    assert (status, err) == (
        1,
        f"nothing can be compared: “check” tells what the record of {text.stem} lacks\n",
    )


def test_verify_prints_warnings_and_still_passes(sample: Path, capsys: Capture) -> None:
    path = sample / "sources/curated/claims/cables-were-cut.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("exact: allegedly cut the cables", "exact: cut the cables"),
        encoding="utf-8",
    )
    status, _, err = run(sample, capsys, "verify")
    assert status == 0
    assert "warning: sources/curated/claims/cables-were-cut.yml:15:" in err
    assert "“allegedly”" in err


def test_coverage_lists_gaps_and_passes(sample: Path, capsys: Capture) -> None:
    status, out, err = run(sample, capsys, "coverage")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert lines[:2] == ["2 paragraphs that nothing cites", "  source:post-analysis: p1–p2"]
    assert "4 people without a role" in lines
    assert "16 claims with one origin or none" in lines
    assert "  question:how-many-hurt: gazette-opinion post-analysis" in lines
    unproven = lines[lines.index("6 records whose name stands in no copy held") :]
    assert "  person:petra-lind" in unproven
    assert "  person:mara-venn" not in unproven


def test_build_writes_pages_and_clean_removes_them(sample: Path, capsys: Capture) -> None:
    status, out, err = run(sample, capsys, "build", "--pages-only")
    assert (status, err) == (0, "")
    assert "checked 70 records" in out
    files = [path for path in (sample / "docs").rglob("[!.]*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".md"]
    beside = len(files) - len(pages)
    assert f"{len(pages)} pages and {beside} files beside them: {len(files)} written" in out
    assert run(sample, capsys, "clean") == (0, f"{len(files)} files removed\n", "")
    assert not [path for path in (sample / "docs").rglob("[!.]*") if path.is_file()]


def test_clean_keeps_everything_where_a_page_was_changed_by_hand(sample: Path, capsys: Capture) -> None:
    run(sample, capsys, "build", "--pages-only")
    page = sample / "docs/claims/bolts-were-loose/index.md"
    page.write_text("mine", encoding="utf-8")
    before = sorted((sample / "docs").rglob("*"))
    status, out, err = run(sample, capsys, "clean")
    assert (status, out) == (1, "")
    assert "docs/claims/bolts-were-loose/index.md: this page is no longer made" in err
    assert sorted((sample / "docs").rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        (["fly"], "documentary [-h]"),
        (["--fast", "check"], "documentary [-h]"),
        (["check", "--fast"], "documentary check [-h]"),
        (["impact", "HEAD"], "documentary impact [-h]"),
        (["new", "person", "ida", "--fast"], "documentary new person [-h]"),
    ],
)
def test_a_command_line_that_is_not_understood_exits_with_2(
    arguments: list[str], usage: str, capsys: Capture
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith(f"usage: {usage}")


def test_without_a_command_the_help_lists_them_all(capsys: Capture) -> None:
    assert main([]) == 2
    told = capsys.readouterr()
    assert [name for name in NAMES if f"\n    {name} " not in told.out] == []
    assert told.err == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(name: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    text = (command(name).__doc__ or "").splitlines()[0]
    assert text.split()[0] in capsys.readouterr().out


def test_a_folder_may_be_called_like_a_command(
    sample: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.rename(sample.with_name("new")).parent)
    assert main(["--root", "new", "check"]) == 0
    assert "checked, no problem" in capsys.readouterr().out


def test_what_cannot_be_written_is_told_in_one_line(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert main(["--root", str(tmp_path), "init", "taken/inside"]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"{tmp_path}/taken")
    assert err.count("\n") == 1


@pytest.mark.parametrize("text", ["", "{}", "[" * 100_000, "\x00", '["folding", 1e400]'])
def test_verify_makes_a_damaged_lock_again(sample: Path, capsys: Capture, text: str) -> None:
    before = (sample / LOCK).read_bytes()
    (sample / LOCK).write_text(text, encoding="utf-8")
    status, _, err = run(sample, capsys, "check")
    assert status == 1
    assert f"{LOCK}:1:1: the lock is damaged" in err
    assert "“verify”" in err
    assert run(sample, capsys, "verify")[0] == 0
    assert (sample / LOCK).read_bytes() == before


@pytest.mark.parametrize("page", ["ascii", "cp1252", "cp437", "cp1256"])
def test_a_terminal_that_lacks_letters_prints_their_numbers(sample: Path, page: str) -> None:
    (sample / LOCK).write_text("{", encoding="utf-8")
    path = sample / "sources/documentary.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("subtitle:", "پل橋:"), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "--root", sample, "check"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": f"{page}:strict", "GITHUB_ACTIONS": "true"},
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert b"\\u6a4b" in ran.stderr
    assert b"::error file=sources/documentary.yml" in ran.stdout


def test_no_name_of_a_file_orders_a_terminal_or_a_workflow_about(capsys: Capture) -> None:
    terminal.say("a\n::warning::b\n  ::stop-commands::x##[error]c\x1b[2J\u202e: d")
    terminal.warn("::error::x")
    out, err = capsys.readouterr()
    assert not [line for line in (out + err).splitlines() if line.lstrip().startswith("::")]
    assert "##[" not in out
    assert "\x1b" not in out
    assert "\u202e" not in out
