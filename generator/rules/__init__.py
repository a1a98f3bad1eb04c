"""The rules: each is a function that yields the faults of an archive; its docstring is the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.archive import Archive, Fault
from generator.problems import Problem

Rule = Callable[[Archive], Iterator[Fault]]

RULES: tuple[Rule, ...] = ()
"""Every rule, in the order of its module and place there."""


def check(archive: Archive) -> list[Problem]:
    """All faults that the rules find, sorted by place."""
    return sorted({archive.problem(fault) for rule in RULES for fault in rule(archive)})
