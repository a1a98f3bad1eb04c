"""What only the editors may know stands in nothing that is made and in nothing that git would commit."""

from __future__ import annotations

import os
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.check.checking import checked, checked_since
from generator.check.sensitive import exposed
from generator.records.reader import LOCK
from generator.records.refs import Ref
from generator.site.engine import Engine
from generator.site.store import KeptFiles
from tests.editing.conftest import Run
from tests.editing.conftest import root as root
from tests.editing.conftest import run as run
from tests.site.clean import project

UNSAID = "Zora Quist"
OTHER = "Quistling"
PRIVATE = "sources/curated/people/private-z.yml"
HOLM = "sources/curated/people/ida-holm.yml"
RECORD = f"""name: {UNSAID}
names:
  - {{text: {OTHER}, kind: alias}}
description: Who told [Ida Holm](person:ida-holm) of the bolts.
sensitive: true
added: 2031-06-01
"""
NAMED = f"names:\n  - {{text: {UNSAID}, kind: alias, sensitive: true}}\n"


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def put(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new, 1))


def git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", root, *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=environment, text=True).stdout


def everywhere(folder: Path) -> bytes:
    """The bytes of every file in a folder, with those in packed ones."""
    found = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in folder.rglob("*.zip"):
        with zipfile.ZipFile(path) as packed:
            found += [packed.read(name) for name in packed.namelist()]
    return b"\0".join(found)


def test_a_sensitive_record_is_read_and_is_nowhere(root: Path) -> None:
    whole, _ = checked(root)
    write(root, PRIVATE, RECORD)
    dataset, problems = checked(root)
    assert problems == []
    assert dataset.records.keys() == whole.records.keys()
    assert dataset.known == whole.known
    assert dataset.sensitive_forms == {form: Ref("person", "private-z") for form in (UNSAID, OTHER)}


def test_who_serves_drafts_is_not_shown_it(root: Path) -> None:
    write(root, PRIVATE, RECORD)
    files = KeptFiles(root)
    sound, _ = checked_since(None, root, files, files.digest, with_drafts=True)
    assert sound is not None
    assert Ref("person", "private-z") not in sound.dataset.records


def test_what_is_wrong_in_a_sensitive_record_is_told(root: Path) -> None:
    write(root, PRIVATE, RECORD.replace("added:", "aded:"))
    dataset, problems = checked(root)
    assert {problem.path for problem in problems} == {PRIVATE}
    assert Ref("person", "private-z") not in dataset.known


def test_the_documentary_itself_cannot_be_sensitive(root: Path, run: Run) -> None:
    put(root, "sources/documentary.yml", "title:", "sensitive: true\ntitle:")
    status, _, err = run("check")
    assert status == 1
    assert "the documentary as a whole cannot be held back" in err


def test_only_sensitive_records_may_name_one(root: Path, run: Run) -> None:
    write(root, PRIVATE, RECORD)
    write(root, PRIVATE.replace("-z", "-y"), RECORD.replace("ida-holm", "private-z"))
    assert run("check")[0] == 0
    put(root, HOLM, "description: ", "description: A friend of [her](person:private-z). ")
    status, _, err = run("check")
    assert status == 1
    assert "person:private-z is sensitive: only sensitive records may name it" in err


def test_a_fault_behind_a_sensitive_name_has_its_line(root: Path, run: Run) -> None:
    names = f"names:\n  - {{text: {UNSAID}, kind: alias, sensitive: true}}\n  - {{text: Holm, kind: wrong}}\n"
    path = root / HOLM
    text = path.read_text(encoding="utf-8").partition("names:")[0]
    write(root, HOLM, text + names + "description: An engineer.\nadded: 2031-06-01\n")
    status, _, err = run("check")
    line = (root / HOLM).read_text(encoding="utf-8").splitlines().index("  - {text: Holm, kind: wrong}") + 1
    assert status == 1
    assert f"{HOLM}:{line}:24: “wrong” is not in the list" in err


def test_no_lock_keeps_a_name_that_is_sensitive_now_with_the_text_or_without(root: Path, run: Run) -> None:
    put(root, "sources/texts/mirror-copy.txt", "[p2] The", f"[p2] {UNSAID} saw it. The")
    put(root, "sources/articles/mirror-copy.md", "words: 24", "words: 28")
    put(root, HOLM, "names:\n", NAMED.replace(", sensitive: true", ""))
    assert run("verify")[0] == 0
    lock = root / LOCK
    assert UNSAID in lock.read_text(encoding="utf-8")
    put(root, HOLM, "kind: alias", "kind: alias, sensitive: true")
    (root / "sources/texts/mirror-copy.txt").unlink()
    assert run("verify")[0] == 0
    assert UNSAID not in lock.read_text(encoding="utf-8")


@pytest.mark.parametrize("staged", [True, False])
def test_what_git_would_commit_is_refused(root: Path, run: Run, staged: bool) -> None:
    git(root, "init", "--quiet")
    write(root, PRIVATE, RECORD)
    if staged:
        git(root, "add", PRIVATE)
        write(root, ".gitignore", "private-*\n")  # what git holds is committed, ignored or not
    status, _, err = run("check")
    assert status == 1
    assert f"{PRIVATE}: git would commit this file, and person:private-z has what is sensitive" in err
    write(root, ".gitignore", "private-*\n")
    git(root, "rm", "--quiet", "--cached", "--ignore-unmatch", PRIVATE)
    assert run("check")[0] == 0


@pytest.mark.parametrize("path", ["README.md", HOLM, LOCK, "docs/about/index.md"])
def test_a_sensitive_name_is_found_in_every_file_that_git_would_commit(root: Path, path: str) -> None:
    git(root, "init", "--quiet")
    write(root, ".gitignore", "private-*\n")
    write(root, PRIVATE, RECORD)
    dataset, _ = checked(root)
    write(root, path, f"a\nb Zora\n Quist, {OTHER}s and x{OTHER}")
    found = list(exposed(root, dataset))
    assert [(each.path, each.line, each.column) for each in found] == [(path, 2, 3)]


def test_names_in_a_closed_repository_may_be_committed(root: Path, run: Run) -> None:
    git(root, "init", "--quiet")
    put(root, HOLM, "names:\n", NAMED)
    assert run("check")[0] == 1
    put(root, "sources/documentary.yml", "title:", "closed_repository: true\ntitle:")
    assert run("check")[0] == 0


def test_where_git_does_not_tell_nothing_sensitive_passes(root: Path, run: Run) -> None:
    write(root, PRIVATE, RECORD)
    write(root, ".git", "gitdir: nowhere\n")
    status, _, err = run("check")
    assert status == 1
    assert ".git: git does not tell which files it would commit" in err


def test_git_ignores_the_sensitive_records_of_a_new_documentary(tmp_path: Path) -> None:
    root = tmp_path / "new"
    assert main(["init", str(root), "--title", "A", "--language", "en"]) == 0
    git(root, "init", "--quiet")
    for path in (PRIVATE, "sources/articles/private-a.md"):
        write(root, path, RECORD)
        assert git(root, "check-ignore", path).strip() == path


@pytest.mark.site
def test_nothing_of_it_stands_in_any_file_of_the_site_or_that_git_would_commit(sample: Path) -> None:
    root = project(sample)
    git(root, "init", "--quiet")
    write(root, ".gitignore", "private-*\n/build/\n/site/\n/sources/texts/\n")
    write(root, PRIVATE, RECORD)
    claim = (root / "sources/curated/claims/bolts-were-loose.yml").read_text(encoding="utf-8")
    claim = claim.replace("text:", f"text: {UNSAID} said that", 1).replace(
        "added:", "sensitive: true\nadded:", 1
    )
    write(root, "sources/curated/claims/private-c.yml", claim)
    assert UNSAID in claim
    assert main(["--root", str(root), "verify"]) == 0
    engine = Engine(root)
    assert engine.update().problems == []
    kept = [root / "site", root / "docs"]
    held = git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    data = b"\0".join([*map(everywhere, kept), *((root / name).read_bytes() for name in held if name)])
    assert len(data) > 1_000_000
    for text in (UNSAID, OTHER, "private-"):
        assert text.encode() not in data.replace(b"private-*", b"")

    put(root, HOLM, "description: ", f"description: A friend of {UNSAID}. ")
    git(root, "rm", "-r", "--cached", "--quiet", "--ignore-unmatch", ".")
    write(root, ".gitignore", "*\n")  # nothing is committed: the pages themselves are looked at
    found = engine.update().problems
    assert "docs/people/ida-holm/index.md" in [each.path for each in found]
    assert {each.message for each in found} == {"a name stands here that person:private-z has as sensitive"}
