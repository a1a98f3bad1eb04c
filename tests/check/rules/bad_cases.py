"""The bad archives: folders below `tests/bad/`, each laid over the good archive `_base`."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.check.rules import check
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import read

BAD = Path(__file__).parents[2] / "bad"
BASE = BAD / "_base"
CASES = sorted(folder for folder in BAD.iterdir() if folder != BASE)


def lay_over(case: Path, root: Path) -> Path:
    """Copy the good archive to `root` and lay the case over it; its file `DELETE` lists what to take away."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "DELETE"))
    if (case / "DELETE").is_file():
        for path in (case / "DELETE").read_text(encoding="utf-8").split():
            (root / path).unlink()
    return root


def read_and_check(root: Path) -> tuple[Dataset | None, list[Problem]]:
    """Read an archive and run all rules on it; the problems of both."""
    dataset, problems = read(root)
    return dataset, sorted(problems + (check(dataset) if dataset else []))


def line(problem: Problem) -> str:
    """The problem as `expected.txt` has it."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {problem.message}" + (f" ({problem.hint})" if problem.hint else "")
