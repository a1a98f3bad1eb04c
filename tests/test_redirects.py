"""Old addresses and where they lead."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.archive import Archive
from generator.reader import read
from generator.redirects import REDIRECTS, read_redirects, with_rename
from generator.refs import Ref

BASE = Path(__file__).parent / "bad" / "_base"
A, B, C = (Ref("person", name) for name in "abc")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(BASE / "sources", tmp_path / "sources")
    return tmp_path


def archive(root: Path) -> Archive:
    found, _ = read(root)
    assert found is not None
    return found


def test_a_rename_adds_the_old_address() -> None:
    assert with_rename("", A, B).endswith("\npeople/a/: person:b\n")
    assert with_rename("# x", A, B) == "# x\npeople/a/: person:b\n"


def test_a_second_rename_brings_the_first_address_along() -> None:
    assert (
        with_rename("people/a/: person:b  # x\n", B, C) == "people/a/: person:c  # x\npeople/b/: person:c\n"
    )


def test_an_address_that_a_record_takes_back_leads_nowhere_else() -> None:
    assert with_rename("# x\npeople/a/: person:b\n", B, A) == "# x\npeople/b/: person:a\n"


def test_a_documentary_without_the_file_has_no_redirects(root: Path) -> None:
    assert read_redirects(root, archive(root)) == ({}, [])


def test_redirects_are_read(root: Path) -> None:
    (root / REDIRECTS).write_text("people/holm/: person:ida-holm\n", encoding="utf-8")
    assert read_redirects(root, archive(root)) == ({"people/holm/": Ref("person", "ida-holm")}, [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("people/holm/: person:ida-holn", "there is no person “ida-holn”"),
        ("people/holm/: ida-holm", "does not say its kind"),
        ("people/holm/: null", "does not say its kind"),
        ("people/ida-holm/: person:emil-arden", "“people/ida-holm/” is the address of a record"),
        ("/people/holm: person:ida-holm", "“/people/holm” is no address of a page"),
        ("../x/: person:ida-holm", "“../x/” is no address of a page"),
    ],
)
def test_a_redirect_that_cannot_be_followed_is_a_problem_at_its_line(
    root: Path, line: str, message: str
) -> None:
    (root / REDIRECTS).write_text(f"# old\n{line}\n", encoding="utf-8")
    found, problems = read_redirects(root, archive(root))
    assert found == {}
    assert [(p.path, p.line) for p in problems] == [(REDIRECTS, 2)]
    assert message in problems[0].message
