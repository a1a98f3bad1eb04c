"""Editing the documentary itself, on a copy of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.check.checking import checked
from generator.editing.format import laid_out, record_files
from generator.editing.rename import plan
from generator.lib.files import change
from generator.records.kinds import KINDS
from generator.records.reader import read
from generator.records.refs import Ref

HERE = Path(__file__).parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the documentary's sources."""
    shutil.copytree(HERE / "sources", tmp_path / "sources", ignore=shutil.ignore_patterns("texts"))
    assert checked(tmp_path)[1] == []
    return tmp_path


def most_named(root: Path, kind: str) -> Ref | None:
    """The record of a kind that most files name, None where there is none of the kind."""
    dataset, _ = read(root)
    assert dataset is not None
    texts = [file.yaml for file in dataset.files.values()]
    refs = [ref for ref in dataset.records if ref.kind == kind]
    return max(refs, key=lambda ref: (sum(ref.id in text for text in texts), ref), default=None)


def test_after_one_record_of_each_kind_is_renamed_the_lock_still_proves_every_quotation(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quotations = len(read(copy)[0].lock.entries)  # type: ignore[union-attr]
    for kind in KINDS:
        if old := most_named(copy, kind):
            assert main(["--root", str(copy), "rename", str(old), f"renamed-{kind}"]) == 0
    dataset, problems = checked(copy)
    assert problems == []
    assert dataset is not None
    assert dataset.lock is not None
    assert len(dataset.lock.entries) == quotations
    capsys.readouterr()


def test_records_can_be_renamed_there_and_back_without_a_trace(copy: Path) -> None:
    dataset, _ = read(copy)
    assert dataset is not None
    for old in list(dataset.records)[::9]:
        found, problems = plan(copy, dataset, old, Ref(old.kind, "a-name-that-nobody-has"))
        assert problems == []
        assert found is not None
        for path, (_, data) in found.changes.items():
            if data is not None and path.is_file() and path.suffix in (".yml", ".md"):
                assert data.decode().replace("a-name-that-nobody-has", old.id) == path.read_bytes().decode()


def test_laid_out_it_passes_the_check_with_the_same_lock(copy: Path) -> None:
    before, _ = read(copy)
    for path in record_files(copy):
        change(copy, laid_out(copy, path)[0])
    after, problems = checked(copy)
    assert problems == []
    assert before is not None
    assert after is not None
    assert {r: before.records[r].model_dump(exclude={"notes"}) for r in before.records} == {
        r: after.records[r].model_dump(exclude={"notes"}) for r in after.records
    }
