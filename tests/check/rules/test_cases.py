"""Every folder of `tests/bad/` is one archive with faults; its `expected.txt` has the exact problems."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator.check.rules
from generator.check.rules.walk import RULES, Rule
from generator.records.dataset import Dataset, Fault
from generator.records.problems import Problem

from .bad_cases import BASE, CASES, lay_over, line, read_and_check

Cases = dict[Path, tuple[Dataset | None, list[Problem]]]


@pytest.fixture(scope="module")
def read_cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    """Every case, read and checked."""
    return {case: read_and_check(lay_over(case, tmp_path_factory.mktemp("case"))) for case in CASES}


def test_the_good_archive_has_no_problem(tmp_path: Path) -> None:
    dataset, problems = read_and_check(lay_over(BASE, tmp_path))
    assert dataset is not None
    assert problems == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_archive_has_exactly_the_problems_expected(case: Path, read_cases: Cases) -> None:
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [line(problem) for problem in read_cases[case][1]] == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_says_what_it_demands_and_some_case_breaks_it(rule: Rule, read_cases: Cases) -> None:
    faults = [fault for dataset, _ in read_cases.values() if dataset for fault in rule(dataset)]
    assert rule.__doc__
    assert faults
    assert all(fault.message and fault.hint for fault in faults)


def test_every_rule_is_listed_once() -> None:
    modules = [
        importlib.import_module(f"generator.check.rules.{module.name}")
        for module in pkgutil.iter_modules(generator.check.rules.__path__)
    ]
    written = {
        function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__annotations__.get("return") == Iterator[Fault] and not name.startswith("_")
    }
    assert set(RULES) == written
    assert len(RULES) == len(written)


def test_a_record_with_faults_of_its_own_brings_no_faults_on_those_that_name_it(tmp_path: Path) -> None:
    root = lay_over(BASE, tmp_path)
    for path in sorted((root / "sources/curated/claims").iterdir()):
        path.write_text("text: [no", encoding="utf-8")
    _, problems = read_and_check(root)
    assert {Path(problem.path).parent.name for problem in problems} == {"claims"}
