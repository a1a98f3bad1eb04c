"""The one place that prints."""

import os
import sys
from collections.abc import Sequence

from generator.records import report
from generator.records.problems import Problem


def say(text: str) -> None:
    """Print a line of progress or of the result."""
    print(text, flush=True)


def warn(text: str) -> None:
    """Print a line to standard error."""
    print(text, file=sys.stderr, flush=True)


def problems(found: Sequence[Problem]) -> None:
    """Print all problems with their number; as annotations too when run in GitHub Actions."""
    for problem, line in zip(found, report.lines(found), strict=True):
        warn(line)
        _annotate(problem, "error")
    if found:
        warn(report.summary(found))


def warnings(found: Sequence[Problem]) -> None:
    """Print warnings, which stop nothing; as annotations too when run in GitHub Actions."""
    for problem, line in zip(found, report.lines(found), strict=True):
        warn(f"warning: {line}")
        _annotate(problem, "warning")


def unfinished(found: Sequence[Problem]) -> None:
    """Print what drafts still lack, which stops nothing."""
    for line in report.lines(found):
        warn(f"to finish: {line}")


def _annotate(problem: Problem, level: str) -> None:
    if os.environ.get("GITHUB_ACTIONS") == "true":
        say(report.annotation(problem, level))
