"""The one place that prints."""

import io
import os
import re
import sys
from collections.abc import Sequence

from generator.records import report
from generator.records.problems import Problem
from generator.records.report import shown

_COMMAND = re.compile(r"^(\s*):(?=:)|##(?=\[)", re.MULTILINE)
"""What GitHub Actions would take for an order to itself."""


def begin() -> None:
    """Have whatever a terminal cannot print appear as its number, such as on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print a line of progress or of the result."""
    print(_harmless(text), flush=True)


def warn(text: str) -> None:
    """Print a line to standard error."""
    print(_harmless(text), file=sys.stderr, flush=True)


def _harmless(text: str) -> str:
    """The text without anything in it, such as a file's name, that orders a terminal or a workflow about."""
    return _COMMAND.sub(lambda found: f"{found[1] or ''}\\x3a" if ":" in found[0] else "#\\x23", shown(text))


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
        print(report.annotation(problem, level), flush=True)
