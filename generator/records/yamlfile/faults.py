"""What makes a text no YAML record, in an editor's words: invisible characters and faults of syntax."""

import re
from itertools import islice
from typing import NamedTuple

import yaml

from generator.lib.text import line_and_column
from generator.records.problems import Problem

Cursor = tuple[int, int]
"""Line and column, from 1."""

MOST = 20  # a picture saved as a record would have thousands

# U+0085, U+2028 and U+2029 are among them because libyaml begins a line there and no text editor does
_INVISIBLE = re.compile(
    r"\t+|\ufeff|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e]+|[\ud800-\udfff\ufffe\uffff]+"
)


def visible(text: str) -> tuple[str, list[Problem]]:
    """Return `text` with invisible characters made spaces, and a problem for each run of them.

    Of the runs at most the first 20 are reported. Lines and columns stay as they were, but a byte order mark
    at the start takes no column. Where nothing is invisible the text comes back as it is.
    """
    unix = text.replace("\r\n", "\n")
    if not _INVISIBLE.search(unix):
        return text, []
    problems = [
        Problem("", *line_and_column(unix, run.start()), "", *_describe(run[0][0]))
        for run in islice(_INVISIBLE.finditer(unix), MOST)
    ]
    return _INVISIBLE.sub(lambda run: " " * len(run[0]), unix.removeprefix("\ufeff")), problems


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


_QUOTE = "put the whole text in quotes"
_COLUMNS = "fields of one level begin in one column, the next level two spaces further in"
_CLOSE = "close it; an apostrophe inside single quotes is written twice"
_BACKSLASH = "write two backslashes, or put the text in single quotes"
_UNCLOSED = "a quotation mark opens here and is not closed"
_BRACKET = "inside brackets a text with a comma or bracket of its own stands in quotes"


class _Message(NamedTuple):
    """What libyaml says (parts of its context and of its problem), and what we say."""

    context: str
    problem: str
    message: str
    hint: str
    where_it_begins: bool = False  # the place to fix is where the context begins, not where reading failed


_FAULTS = [
    _Message("", "mapping values are not", "this colon makes no sense here", f"{_QUOTE}; {_COLUMNS}"),
    _Message("", "expected ':'", "this line has no colon", f"write name: value; {_COLUMNS}", True),
    _Message("quoted scalar", "end of stream", _UNCLOSED, _CLOSE, True),
    _Message("quoted scalar", "document indicator", _UNCLOSED, _CLOSE, True),
    _Message("quoted scalar", "", "a backslash in double quotes begins a code, and this is none", _BACKSLASH),
    _Message("next token", "cannot start any token", "a text cannot begin with this sign", _QUOTE),
    _Message("alias", "", "a text cannot begin with *", _QUOTE, True),
    _Message("anchor", "", "a text cannot begin with &", _QUOTE, True),
    _Message("tag", "", "a text cannot begin with !", _QUOTE, True),
    _Message("flow sequence", "", "this list is not closed, or lacks a comma", _BRACKET, True),
    _Message("flow mapping", "", "this brace is not closed, or lacks a comma", _BRACKET, True),
    _Message("block mapping", "", "no field can begin here", f"{_COLUMNS}; nothing follows a quoted text"),
    _Message("block collection", "", "this is no item of the list above", "begin each item with -"),
    _Message("block scalar", "", "nothing follows | or > on its line", "begin the text on the next line"),
    _Message("", "block sequence entries", "a list cannot begin here", "begin it on the next line"),
    _Message("", "document start", "this line begins further left than the first", _COLUMNS),
    _Message("directive", "", "a line cannot begin with %", "delete the line", True),
    _Message("", "incompatible YAML", "a line cannot begin with %", "delete the line"),
    _Message("", "node content", "a value is missing, or a bracket is too many", _QUOTE),
]  # fmt: skip


def syntax_problem(error: yaml.YAMLError) -> Problem:
    """Return the problem at which the reading stopped, without its path."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Problem("", 1, 1, "", f"this cannot be read as YAML: {error}")
    context, problem, mark = error.context or "", error.problem or "", error.problem_mark
    message, hint = f"this cannot be read as YAML: {problem}", ""
    for fault in _FAULTS:
        if fault.context in context and fault.problem in problem:
            message, hint = fault.message, fault.hint
            mark = error.context_mark if fault.where_it_begins and error.context_mark else mark
            break
    return Problem("", *place(mark), "", message, hint)


def place(mark: yaml.Mark | None) -> Cursor:
    """Return the line and column of a mark, from 1."""
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
