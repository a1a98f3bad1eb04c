"""Two editors share texts in a private place: each has all, and none comes near the records' repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.__main__ import main

from .conftest import COPY, REPORT, Run

ABOUT = "sources/documentary.yml"


def git(root: Path, *arguments: str) -> str:
    ran = subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=True)
    return ran.stdout


@pytest.fixture(autouse=True)
def _an_author(monkeypatch: pytest.MonkeyPatch) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        for what in ("NAME", "EMAIL"):
            monkeypatch.setenv(f"GIT_{who}_{what}", "ada@walls.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)


def shared_in(root: Path, place: str) -> None:
    with (root / ABOUT).open("a", encoding="utf-8") as about:
        about.write(f"shared_texts: {place}\n")


@pytest.fixture
def other(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentary of another editor, who has one text of the two and an older copy of the other."""
    other = tmp_path_factory.mktemp("other") / "documentary"
    shutil.copytree(root, other)
    (other / "sources/texts/mirror-copy.txt").unlink()
    return other


@pytest.mark.parametrize("kind", ["folder", "repository"])
def test_each_editor_takes_what_is_missing_and_gives_what_is_new(
    kind: str, root: Path, other: Path, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    place = other.parent / "texts"
    place.mkdir()
    if kind == "repository":
        git(place, "init", "--quiet", "--bare")
    address = f"file://{place}" if kind == "repository" else "../texts"
    shared_in(other, address)
    shared_in(root, address if kind == "repository" else str(place))
    (root / "sources/texts/courier-report.txt").unlink()
    assert main(["--root", str(other), "verify", "--shared"]) == 0
    assert f"0 texts taken from {address}, 1 text put there" in capsys.readouterr().out
    status, out, err = run("verify", "--shared")
    assert (status, err) == (0, "")
    assert "1 text taken from " in out
    assert "1 text put there" in out
    assert (root / "sources/texts/courier-report.txt").read_text(encoding="utf-8") == REPORT
    assert main(["--root", str(other), "verify", "--shared"]) == 0
    assert (other / "sources/texts/mirror-copy.txt").read_text(encoding="utf-8") == COPY
    capsys.readouterr()
    assert run("verify", "--shared")[1].startswith("0 texts taken from ")


def test_texts_that_differ_stay_in_both_places_and_are_told(root: Path, other: Path, run: Run) -> None:
    (other / "sources/texts/courier-report.txt").write_text("[p1] Another.\n", encoding="utf-8")
    place = other / "sources/texts"
    shared_in(root, str(place))
    status, _, err = run("verify", "--shared")
    assert status == 0
    assert err == f"warning: sources/texts/courier-report.txt differs from the text in {place}: both stay\n"
    assert (root / "sources/texts/courier-report.txt").read_text(encoding="utf-8") == REPORT
    assert (place / "courier-report.txt").read_text(encoding="utf-8") == "[p1] Another.\n"


def test_texts_are_never_put_where_the_records_are_published(
    root: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    hub = tmp_path_factory.mktemp("hub")
    shutil.copytree(root / "sources", hub / "clone/sources", ignore=shutil.ignore_patterns("texts"))
    git(hub, "init", "--quiet", "clone")
    git(hub / "clone", "add", "--all")
    git(hub / "clone", "commit", "--quiet", "--message", "Records")
    git(hub, "clone", "--quiet", "--bare", "clone", "bare.git")
    git(root, "init", "--quiet")
    git(root, "remote", "add", "origin", "https://example.org/records.git")
    whole = (root / ABOUT).read_text(encoding="utf-8")
    (root / "docs").mkdir()
    for place, told in {
        "docs": "lies beside the records, where git would publish it",
        "https://example.org/records.git": "is the repository of the records",
        f"{hub}/clone": "holds records, where all may be published",
        f"{hub}/clone/sources": "holds records, where all may be published",
        f"file://{hub}/bare.git/": "holds records, where all may be published",
        f"{hub}/bare.git": "is what git keeps of a repository",
        "nowhere": "there is no folder",
        "file:///nowhere/at/all": "git clone: ",
    }.items():
        shared_in(root, place)
        status, out, err = run("verify", "--shared")
        assert (status, out, err.count("\n")) == (1, "", 1)
        assert told in err
        (root / ABOUT).write_text(whole, encoding="utf-8")
    assert run("verify", "--shared")[2].startswith("write in sources/documentary.yml where you share texts")


def test_a_fresh_clone_without_texts_is_told_in_one_line(root: Path, run: Run) -> None:
    shutil.rmtree(root / "sources/texts")
    assert run("check")[0::2] == (0, "")
    assert run("verify") == (
        0,
        "0 quotations verified in 0 texts, 5 as verified before, lock unchanged\n",
        "",
    )
    (root / "sources/quotes.lock.jsonl").unlink()
    assert run("verify")[2].count("\n") == 1
    assert run("check")[2].startswith("sources/quotes.lock.jsonl: nothing is verified yet: 5 quotations\n")
