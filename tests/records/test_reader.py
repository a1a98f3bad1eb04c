"""The reader takes any files whatever and gives an archive, problems, or both."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.kinds import GLOSSARY
from generator.records.reader import read
from generator.records.refs import Ref

from ..check.rules.bad_cases import BASE, read_and_check

FILES = sorted(str(path.relative_to(BASE)) for path in BASE.rglob("*") if path.is_file())
FRAGMENTS = [
    *("", " ", "\n", "  ", "\t", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", "|", ">", "---\n", "...\n"),
    *(
        "*a",
        "&a",
        "!t",
        "%",
        "@",
        "'",
        '"',
        "<<: x\n",
        "? ",
        "null",
        "true",
        "~",
        "\ufeff",
        "\x85",
        "\x00",
        "\u2028",
    ),
    *(
        "inf",
        "nan",
        "1e999",
        "9" * 5000,
        "person:",
        "person:zzz",
        "unnamed",
        "[x](",
        "[x](y)",
        "[p9] ",
        "[…]",
    ),
    *("2031-13-01", "../..", "..", "2031/2030", "Y999999999999", "added: 2031\n", "quote: {exact: x}"),
]


@pytest.fixture(scope="module")
def copy() -> Iterator[Path]:
    """A copy of the good archive; who changes a file puts it back."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "dataset"
        shutil.copytree(BASE, root)
        yield root


def read_with(root: Path, path: str, content: bytes) -> None:
    """Read and check the archive with other content in one file."""
    (root / path).write_bytes(content)
    try:
        dataset, problems = read_and_check(root)
    finally:
        shutil.copyfile(BASE / path, root / path)
    assert dataset or problems
    assert all(problem.message and problem.path for problem in problems)
    lines = (
        content.count(b"\n") + content.count(b"\r") + 2
    )  # a fault may stand at the end, after the last line
    assert all(problem.line <= lines for problem in problems if problem.path == path)


@settings(max_examples=60)
@given(
    path=st.sampled_from(FILES),
    content=st.one_of(st.binary(), st.text().map(lambda t: t.encode("utf-8", "ignore"))),
)
def test_any_bytes_in_the_place_of_a_record_give_problems_and_no_exception(
    copy: Path, path: str, content: bytes
) -> None:
    read_with(copy, path, content)


@settings(max_examples=150)
@given(path=st.sampled_from(FILES), data=st.data())
def test_any_mangled_record_gives_problems_or_an_archive_and_no_exception(
    copy: Path, path: str, data: st.DataObject
) -> None:
    text = (BASE / path).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        text = text[:start] + data.draw(st.sampled_from(FRAGMENTS)) + text[end:]
    read_with(copy, path, text.encode())


def test_records_come_in_the_order_of_kinds_and_ids(copy: Path) -> None:
    dataset, _ = read(copy)
    assert dataset is not None
    assert [str(ref) for ref in dataset.records][:4] == [
        "source:courier-report",
        "source:mirror-copy",
        "person:emil-arden",
        "person:ida-holm",
    ]


def test_a_record_that_cannot_be_read_is_known_but_not_held(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "dataset")
    (root / "sources/curated/people/ida-holm.yml").write_text("nam: Ida\n", encoding="utf-8")
    dataset, problems = read(root)
    assert dataset is not None
    assert Ref("person", "ida-holm") in dataset.known
    assert Ref("person", "ida-holm") not in dataset.records
    assert {problem.path for problem in problems} == {"sources/curated/people/ida-holm.yml"}


def test_a_folder_without_sources_says_what_is_missing(tmp_path: Path) -> None:
    dataset, problems = read(tmp_path)
    assert dataset is None
    assert [problem.path for problem in problems] == ["sources/curated/words.yml", "sources/documentary.yml"]


def test_a_record_that_is_a_folder_is_a_problem(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "dataset")
    (root / "sources/curated/people/olga-reed.yml").mkdir()
    _, problems = read(root)
    assert [problem.path for problem in problems] == ["sources/curated/people/olga-reed.yml"]


@pytest.mark.parametrize("text", ["", "\n\n", "# The words will stand here.\n"])
def test_a_glossary_without_a_word_is_as_if_there_were_none(text: str, tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "dataset")
    (root / GLOSSARY).write_text(text, encoding="utf-8")
    dataset, problems = read(root)
    assert problems == []
    assert dataset is not None
    assert dataset.glossary == []


LINK = "this is a link, and is not followed"


@pytest.mark.parametrize("where", FILES)
def test_a_link_is_named_and_never_followed(where: str, copy: Path) -> None:
    file, text = copy / where, (copy / where).read_bytes()
    file.unlink()
    file.symlink_to("/etc/passwd")
    _, problems = read(copy)
    file.unlink()
    file.write_bytes(text)
    assert (where, LINK) in {(problem.path, problem.message) for problem in problems}
    assert "root:" not in repr(problems)


@pytest.mark.parametrize("where", [*FILES, "sources/quotes.lock.jsonl", "mkdocs.yml"])
def test_a_pipe_is_named_and_never_opened(where: str, copy: Path) -> None:
    file = copy / where
    text = file.read_bytes() if file.exists() else None
    file.unlink(missing_ok=True)
    os.mkfifo(file)
    _, problems = read(copy)
    file.unlink()
    if text is not None:
        file.write_bytes(text)
    assert (where, "this is no ordinary file") in {(problem.path, problem.message) for problem in problems}


@pytest.mark.parametrize("where", ["sources/curated/people", "sources/articles", "sources/curated"])
def test_a_folder_that_is_a_link_is_named(where: str, copy: Path) -> None:
    folder, aside = copy / where, copy / "aside"
    folder.rename(aside)
    folder.symlink_to(aside)
    _, problems = read(copy)
    folder.unlink()
    aside.rename(folder)
    assert (where, LINK) in {(problem.path, problem.message) for problem in problems}
