"""Finds the characters of a YAML text that an editor does not see and that change its meaning."""

from __future__ import annotations

import re
from itertools import islice

from generator.records.problems import Problem

MOST = 20  # a picture saved as a record would have thousands

# U+0085, U+2028 and U+2029 are among them because libyaml begins a line there and no text editor does
_INVISIBLE = re.compile(r"\t+|\ufeff|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]+|[\ud800-\udfff\ufffe\uffff]+")


def visible(text: str) -> tuple[str, list[Problem]]:
    """Return `text` with Unix line ends and invisible characters made spaces, and a problem for each run.

    Of the runs at most the first 20 are reported. Lines and columns stay as they were, but a byte order mark
    at the start takes no column.
    """
    text = text.replace("\r\n", "\n")
    if not _INVISIBLE.search(text):
        return text, []
    problems = []
    for run in islice(_INVISIBLE.finditer(text), MOST):
        line = text.count("\n", 0, run.start()) + 1
        column = run.start() - text.rfind("\n", 0, run.start())
        problems.append(Problem("", line, column, "", *_describe(run[0][0])))
    return _INVISIBLE.sub(lambda run: " " * len(run[0]), text.removeprefix("\ufeff")), problems


def first_invisible(text: str) -> tuple[str, str] | None:
    """Return message and hint for the first invisible character of a value (one written as a code)."""
    found = _INVISIBLE.search(text)
    return _describe(found[0][0]) if found else None


def _describe(character: str) -> tuple[str, str]:
    if character == "\t":
        return "a tab stands here", "write spaces, two for each level"
    if character == "\ufeff":
        return "an invisible byte order mark stands here", "save the file as UTF-8 without BOM"
    return f"an invisible character stands here (U+{ord(character):04X})", "delete it"
