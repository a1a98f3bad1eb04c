"""The rules: each is a function that yields the faults of an archive; its docstring is the rule."""

import importlib
import pkgutil

from generator.check.rules.walk import RULES
from generator.records.dataset import Dataset
from generator.records.problems import Problem

for module in pkgutil.iter_modules(__path__):  # each adds its rules to `RULES`
    importlib.import_module(f"{__name__}.{module.name}")


def check(dataset: Dataset) -> list[Problem]:
    """All faults that the rules find, sorted by place."""
    return sorted({dataset.problem(fault) for rule in RULES for fault in rule(dataset)})
