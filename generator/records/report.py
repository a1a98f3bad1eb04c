"""Puts problems into lines: for a terminal, and as annotations for GitHub Actions."""

import re
from collections.abc import Iterator, Sequence

from generator.lib.text import count
from generator.records.problems import Problem

_UNSAFE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Each problem as `line` has it; the first about a field also says where the field is explained."""
    told = {""}
    for problem in problems:
        where = _explained(problem)
        yield line(problem) + ("" if where in told else f"\n    see {where}")
        told.add(where)


def line(problem: Problem) -> str:
    """One problem as `path:line:column: message`, with its hint on a line of its own."""
    hint = f"\n    {_on_one_line(problem.hint)}" if problem.hint else ""
    return f"{_on_one_line(place(problem))}: {_on_one_line(problem.message)}{hint}"


def place(problem: Problem) -> str:
    """Where a problem is, as `path:line:column`."""
    return ":".join([problem.path, *(str(n) for n in (problem.line, problem.column) if n)])


def annotation(problem: Problem, level: str = "error") -> str:
    """One problem as a workflow command of GitHub Actions, shown beside the changed line.

    `level` is `error` or `warning`.
    """
    place = {"file": problem.path, "line": problem.line, "col": problem.column}
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items() if value)
    where = _explained(problem)
    more = "; ".join(part for part in (problem.hint, where and f"see {where}") if part)
    message = f"{problem.message} ({more})" if more else problem.message
    return f"::{level} {properties}::{_data(message)}"


def summary(problems: Sequence[Problem]) -> str:
    """How many problems in how many files."""
    files = len({problem.path for problem in problems})
    return f"{count(len(problems), 'problem')} in {count(files, 'file')}; nothing was written"


def _explained(problem: Problem) -> str:
    if not problem.of_field:
        return ""
    from generator.records.schema_tree import explained  # half a second, and mostly nothing is wrong

    return explained(problem.path, problem.field)


def _on_one_line(text: str) -> str:
    return shown(text).replace("\n", "\\n")


def shown(text: str) -> str:
    """The text with escapes and signs that turn a line round in a form that can be read."""
    return _UNSAFE.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
