from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.analysis.captures import CAPTURES
from generator.analysis.releases import RELEASES
from generator.analysis.watched import WATCHED
from generator.check.checking import Few, Sound, checked, checked_since, focused
from generator.check.rules.references import references
from generator.check.rules.walk import OF_THE_WHOLE, RULES
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import THE_DOCUMENTARY, THE_GLOSSARY, read
from generator.records.refs import Ref
from generator.site.store import KeptFiles

from .rules.bad_cases import BASE, CASES, lay_over


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Dataset]:
    """The good archive and every bad one that can be read."""
    roots = [lay_over(case, tmp_path_factory.mktemp("case")) for case in (BASE, *CASES)]
    return [dataset for dataset, _ in map(read, roots) if dataset]


class Looked(Few):
    """Notes which records are looked up."""

    looked_up: set[Ref]

    def __getitem__(self, ref: Ref) -> object:
        type(self).looked_up.add(ref)
        return super().__getitem__(ref)


def named_by(dataset: Dataset, ref: Ref) -> set[Ref]:
    return {target for source, _, target in references(focused(dataset, [ref])) if source == ref}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in OF_THE_WHOLE])
def test_a_rule_on_one_record_sees_only_that_and_those_it_names(
    archives: list[Dataset], rule, monkeypatch
) -> None:
    monkeypatch.setattr("generator.check.checking.Few", Looked)
    for dataset in archives:
        alone = []
        Looked.looked_up = set()
        [*rule(focused(dataset, []))]
        anyway = Looked.looked_up | named_by(dataset, THE_DOCUMENTARY)
        for ref in (*dataset.records, *dataset.unsound):
            Looked.looked_up = set()
            alone += [fault for fault in rule(focused(dataset, [ref])) if fault.ref == ref]
            assert Looked.looked_up <= {ref} | named_by(dataset, ref) | anyway
        assert {f for f in rule(dataset) if f.ref not in (THE_DOCUMENTARY, THE_GLOSSARY)} == set(alone)


class Editing:
    """A documentary that is checked again and again, against the last state that was sound."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = KeptFiles(root)
        self.sound: Sound | None = None

    def problems(self) -> list[Problem]:
        now, problems = checked_since(self.sound, self.root, self.files, self.files.digest)
        self.sound = now or self.sound
        return problems


def test_what_is_found_after_an_edit_is_what_is_found_afresh(tmp_path: Path) -> None:
    root = lay_over(BASE, tmp_path / "case")
    good = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    editing = Editing(root)
    editing.problems()
    for case in CASES:
        lay_over(case, root)
        expected = checked(root)[1]
        assert editing.problems() == expected, case
        for path in [path for path in root.rglob("*") if path.is_file()]:
            if path in good:
                path.write_bytes(good[path])
            else:
                path.unlink()
        for path, data in good.items():
            path.write_bytes(data)


@pytest.fixture
def editing(sample: Path) -> Editing:
    found = Editing(sample)
    assert found.problems() == []
    return found


def test_no_quotation_escapes_an_edit(editing: Editing) -> None:
    for path in sorted(editing.root.glob("sources/**/*.*")):
        if path.parent == editing.root / "sources/media":
            continue
        text = path.read_text(encoding="utf-8")
        for old, new in (("exact: ", "exact: x"), ("as_named: ", "as_named: x"), ("“", "“x"), ("p1", "p2")):
            path.write_text(text.replace(old, new), encoding="utf-8")
            editing.files.suspect([path])
            assert editing.problems() == checked(editing.root)[1]
        path.write_text(text, encoding="utf-8")
        editing.files.suspect([path])
    assert editing.problems() == []


def test_records_that_come_and_go_are_followed(editing: Editing) -> None:
    for path in sorted(editing.root.glob("sources/curated/*/*.yml")):
        path.rename(path.with_suffix(".gone"))
        assert editing.problems() == checked(editing.root)[1]
        path.with_suffix(".gone").rename(path)
    assert editing.problems() == []
    shutil.rmtree(editing.root / "sources/curated/claims")
    assert editing.problems() == checked(editing.root)[1]


def test_every_damaged_lock_is_told_at_once(sample: Path) -> None:
    locks = [CAPTURES, RELEASES, WATCHED]
    for lock in locks:
        (sample / lock).write_text('["page", "https', encoding="utf-8")
    files = KeptFiles(sample)
    for problems in (checked(sample)[1], checked_since(None, sample, files, files.digest)[1]):
        assert [(each.path, each.line, each.message) for each in problems] == [
            (CAPTURES, 1, "the lock of captures is damaged"),
            (RELEASES, 1, "the lock of releases is damaged"),
            (WATCHED, 1, "the lock of the watch is damaged"),
        ]
