"""The first half of the flow: read the records and check them; it needs nothing that makes pages."""

from __future__ import annotations

from pathlib import Path

from generator.check.proofs import unproven
from generator.check.rules import check
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import Keep, afresh, read, read_texts


def faults_of_records(root: Path, keep: Keep = afresh) -> tuple[Dataset | None, list[Problem]]:
    """Read the documentary in `root` and check it by the rules: the archive and every problem, sorted."""
    dataset, problems = read(root, keep)
    return dataset, sorted({*problems, *(check(dataset) if dataset else ())})


def checked(root: Path, keep: Keep = afresh) -> tuple[Dataset | None, list[Problem]]:
    """As `faults_of_records`, and hold every quotation against the lock and the texts at hand."""
    dataset, problems = faults_of_records(root, keep)
    if dataset is None:
        return None, problems
    articles, unreadable = read_texts(root, dataset, keep)
    return dataset, sorted({*problems, *unreadable, *unproven(dataset, articles)})
