from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest

from generator.check.checking import checked
from generator.check.rules import OF_THE_WHOLE, RULES, check
from generator.check.rules.focus import Few, Focused
from generator.check.rules.references import references
from generator.records.dataset import Dataset
from generator.records.reader import THE_DOCUMENTARY, read
from generator.records.refs import Ref
from generator.site.live.checks import LiveChecks, LiveRules
from generator.site.live.files import KeptFiles

from ...check.rules.bad_cases import BASE, CASES, lay_over


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Dataset]:
    """The good archive and every bad one that can be read."""
    roots = [lay_over(case, tmp_path_factory.mktemp("case")) for case in (BASE, *CASES)]
    return [dataset for dataset, _ in map(read, roots) if dataset]


def test_what_the_rules_find_after_an_edit_is_what_they_find_anew(archives: list[Dataset]) -> None:
    live, good = LiveRules(), archives[0]
    for dataset in itertools.chain.from_iterable((bad, good, bad) for bad in archives):
        assert live.check(dataset) == check(dataset)


class Looked(Few):
    """Notes which records are looked up."""

    looked_up: set[Ref]

    def __getitem__(self, ref: Ref) -> object:
        type(self).looked_up.add(ref)
        return super().__getitem__(ref)


def named_by(dataset: Dataset, ref: Ref) -> set[Ref]:
    return {target for source, _, target in references(Focused(dataset, [ref])) if source == ref}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule not in OF_THE_WHOLE])
def test_a_rule_on_one_record_sees_only_that_and_those_it_names(
    archives: list[Dataset], rule, monkeypatch
) -> None:
    monkeypatch.setattr("generator.check.rules.focus.Few", Looked)
    for dataset in archives:
        alone = []
        for ref in dataset.records:
            Looked.looked_up = set()
            alone += [fault for fault in rule(Focused(dataset, [ref])) if fault.ref == ref]
            documentary = named_by(dataset, THE_DOCUMENTARY)
            assert Looked.looked_up <= {ref} | named_by(dataset, ref) | documentary
        assert {f for f in rule(dataset) if f.ref != THE_DOCUMENTARY} == set(alone)


@pytest.fixture
def live(sample: Path) -> tuple[Path, LiveChecks]:
    checks = LiveChecks(sample, KeptFiles())
    assert checks.checked()[1] == []
    return sample, checks


def test_no_quotation_escapes_an_edit(live: tuple[Path, LiveChecks]) -> None:
    root, checks = live
    for path in sorted(root.glob("sources/**/*.*")):
        text = path.read_text(encoding="utf-8")
        for old, new in (("exact: ", "exact: x"), ("as_named: ", "as_named: x"), ("“", "“x"), ("p1", "p2")):
            path.write_text(text.replace(old, new), encoding="utf-8")
            checks.suspect([path])
            assert checks.checked()[1] == checked(root)[1]
        path.write_text(text, encoding="utf-8")
        checks.suspect([path])
    assert checks.checked()[1] == []


def test_records_that_come_and_go_are_followed(live: tuple[Path, LiveChecks]) -> None:
    root, checks = live
    for path in sorted(root.glob("sources/curated/*/*.yml")):
        path.rename(path.with_suffix(".gone"))
        assert checks.checked()[1] == checked(root)[1]
        path.with_suffix(".gone").rename(path)
    assert checks.checked()[1] == []
    shutil.rmtree(root / "sources/curated/claims")
    assert checks.checked()[1] == checked(root)[1]
