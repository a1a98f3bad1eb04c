"""Two editors work on two branches: git merges every lock by itself, and what it leaves is put in order."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.analysis.captures import CAPTURES, WebCapture, read_captures, to_lines
from generator.analysis.releases import RELEASES, read_releases
from generator.editing.start import Beginning, files
from generator.records.reader import LOCK
from tests.editing.conftest import REPORT, Run
from tests.editing.conftest import root as root
from tests.editing.conftest import run as run

pytestmark = pytest.mark.usefixtures("in_2031")

LOOSE = "sources/curated/claims/bolts-were-loose.yml"
FLOOD = "sources/curated/claims/flood-broke-the-pier.yml"
ATTRIBUTES = ".gitattributes"


Merge = Callable[[Callable[[], object], Callable[[], object]], None]


def git(root: Path, *arguments: str) -> None:
    author = {
        f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **author, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    ran = subprocess.run(
        ["git", "-C", root, *arguments], capture_output=True, text=True, env=environment, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def edit(root: Path, where: str, old: str, new: str) -> None:
    text = (root / where).read_text(encoding="utf-8")
    assert old in text
    (root / where).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def merged(root: Path) -> Merge:
    """Does two things on two branches of the documentary, each committed, and merges them with git."""
    made = files(Beginning("A bridge", "The bridge", "en", "", "2031-06-01"))
    for where in (ATTRIBUTES, ".gitignore"):
        (root / where).write_bytes(made[where])

    def merge(first: Callable[[], object], second: Callable[[], object]) -> None:
        git(root, "init", "--quiet", "--initial-branch=main")
        for branch, change in (("main", None), ("first", first), ("second", second)):
            if change:
                git(root, "switch", "--quiet", "--create", branch, "main")
                change()
            git(root, "add", ".")
            git(root, "commit", "--quiet", "--message", branch)
        git(root, "merge", "--quiet", "--no-edit", "first")

    return merge


def test_this_repository_merges_as_those_that_init_begins() -> None:
    begun = files(Beginning("A bridge", "The bridge", "en", "", "2031-06-01"))[ATTRIBUTES]
    assert (Path(__file__).parents[2] / ATTRIBUTES).read_bytes().endswith(begun)


def test_two_editors_may_verify_quotations_of_neighbouring_ids(root: Path, run: Run, merged: Merge) -> None:
    def first() -> None:
        edit(root, LOOSE, "exact: the bolts were loose", "exact: the bolts were loose, prefix: that “")
        assert run("verify")[0] == 0

    def second() -> None:
        edit(root, LOOSE, "as_named: Ida Holm", "as_named: Holm")
        assert run("verify")[0] == 0

    merged(first, second)
    status, _, err = run("check")
    assert (status, LOCK in err) == (0, True), err
    after = (root / LOCK).read_text(encoding="utf-8")
    assert "verified in 2 texts, lock written" in run("verify")[1]
    assert len((root / LOCK).read_text(encoding="utf-8").splitlines()) < len(after.splitlines())
    assert run("check")[2] == ""


def test_whoever_has_no_text_puts_a_merged_lock_in_order_too(root: Path, run: Run, merged: Merge) -> None:
    merged(
        lambda: [
            edit(root, LOOSE, "exact: the bolts were loose", "exact: the bolts were loose, prefix: that “"),
            run("verify"),
        ],
        lambda: [edit(root, LOOSE, "as_named: Ida Holm", "as_named: Holm"), run("verify")],
    )
    texts = root / "sources/texts"
    held = {path: path.read_bytes() for path in texts.iterdir()}
    for path in held:
        path.unlink()
    assert run("check")[0] == 0
    assert run("verify")[0] == 0
    assert run("check")[0::2] == (0, "")
    for path, data in held.items():
        path.write_bytes(data)
    assert "lock unchanged" in run("verify")[1]


def test_an_entry_of_a_text_that_another_editor_took_in_again_proves_nothing(
    root: Path, run: Run, merged: Merge
) -> None:
    text = root / "sources/texts/courier-report.txt"

    def first() -> None:
        text.write_text(REPORT.replace("six years", "twelve years"), encoding="utf-8")
        assert run("verify")[0] == 0

    def second() -> None:
        text.write_text(REPORT, encoding="utf-8")
        quote = "kind: indirect, quote: {exact: broke the pier}"
        edit(root, FLOOD, "kind: indirect", quote)
        assert run("verify")[0] == 0

    merged(first, second)
    text.unlink()
    status, _, err = run("check")
    assert (status, "verified against another text" in err) == (1, True)
    text.write_text(REPORT.replace("six years", "twelve years"), encoding="utf-8")
    assert run("verify")[0] == 0
    assert run("check")[0::2] == (0, "")


def test_two_editors_may_look_for_captures_of_neighbouring_addresses(
    root: Path, run: Run, merged: Merge
) -> None:
    def look(day: str, *pages: str) -> None:
        known = read_captures(root)[0] | {f"https://{page}.example/": WebCapture(day) for page in pages}
        (root / CAPTURES).write_text(to_lines(known), encoding="utf-8")

    look("2031-06-01", "a", "b", "c")
    merged(lambda: look("2031-06-03", "b", "bb"), lambda: look("2031-06-02", "a", "b", "c", "d"))
    days = {"a": 2, "b": 3, "bb": 3, "c": 2, "d": 2}
    found = {f"https://{page}.example/": WebCapture(f"2031-06-0{day}") for page, day in days.items()}
    assert read_captures(root) == (found, [])
    assert run("verify")[1].startswith(f"{CAPTURES} put in order\n")
    assert (root / CAPTURES).read_text(encoding="utf-8") == to_lines(found)


def test_two_editors_may_release_and_rename(root: Path, run: Run, merged: Merge) -> None:
    run("release", "--date", "2031-06-02")

    def first() -> None:
        edit(root, FLOOD, "stance: relays", "stance: asserts")
        assert run("release", "--date", "2031-06-03")[0] == 0

    def second() -> None:
        edit(root, LOOSE, "stance: asserts", "stance: doubts")
        assert run("release", "--date", "2031-06-04")[0] == 0
        assert run("rename", "person:ida-holm", "ida-maria-holm")[0] == 0

    merged(first, second)
    releases, problems = read_releases(root)
    assert problems == []
    assert [each.date for each in releases.history] == ["2031-06-04", "2031-06-03", "2031-06-02"]
    assert run("check")[0::2] == (0, "")
    assert run("verify")[0] == 0
    assert read_releases(root)[0].doubled == {}
    assert "nothing has changed" in run("release", "--date", "2031-06-05")[1]


def test_a_merge_conflict_is_told_once_and_verify_puts_the_locks_in_order(root: Path, run: Run) -> None:
    run("release", "--date", "2031-06-02")
    wholes = {where: (root / where).read_text(encoding="utf-8") for where in (LOCK, RELEASES)}
    for where, whole in wholes.items():
        first, *rest = whole.splitlines(keepends=True)
        sides = f"<<<<<<< HEAD\n{first}=======\n{first}>>>>>>> other\n"
        (root / where).write_text(sides + "".join(rest), encoding="utf-8")
    status, _, err = run("check")
    assert status == 1
    assert [line for line in err.splitlines() if not line.startswith(" ")] == [
        f"{LOCK}:1:1: merge conflict",
        f"{RELEASES}:1:1: merge conflict",
        "2 problems in 2 files; nothing was written",
    ]
    assert run("verify")[0] == 0
    assert {where: (root / where).read_text(encoding="utf-8") for where in wholes} == wholes


def test_verify_writes_anew_what_it_cannot_read_of_a_lock_and_keeps_the_rest(root: Path, run: Run) -> None:
    whole = (root / LOCK).read_text(encoding="utf-8")
    lines = whole.splitlines()
    (root / LOCK).write_text("\n".join([lines[0][:40], *lines[1:]]), encoding="utf-8")
    assert f"{LOCK}:1:1: the lock is damaged" in run("check")[2]
    assert run("verify")[0] == 0
    assert (root / LOCK).read_text(encoding="utf-8") == whole


def test_who_has_which_texts_does_not_change_where_a_phrase_was_found(root: Path, run: Run) -> None:
    edit(
        root,
        LOOSE,
        "    basis: witnessed\n",
        "    basis: witnessed\n    note: She said “bolts were loose”.\n",
    )
    texts = {path: path.read_bytes() for path in (root / "sources/texts").iterdir()}
    mine, theirs = sorted(texts)
    mine.unlink()
    assert "lock written" in run("verify")[1]
    theirs.unlink()
    mine.write_bytes(texts[mine])
    assert "lock unchanged" in run("verify")[1]
