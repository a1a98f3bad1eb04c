"""What makes a text no YAML record, in an editor's words: invisible characters and faults of syntax."""

import re
from typing import NamedTuple

import yaml

from generator.lib.unseen import INVISIBLE, ODD_SPACE, describe, unseen
from generator.records.problems import Problem

Cursor = tuple[int, int]
"""Line and column, from 1."""

_HIDDEN = re.compile(
    rf"^{ODD_SPACE}+|{ODD_SPACE}+$|(?<=[!-~])[\u00ad\u200b-\u200f\u2060]|[\u00ad\u200b-\u200f\u2060](?=[!-~])"
)


def visible(text: str) -> tuple[str, list[Problem]]:
    """Return `text` with invisible characters made spaces, and a problem for each run of them.

    Of the runs at most the first 20 are reported. Lines and columns stay as they were, but a byte order mark
    at the start takes no column. Where nothing is invisible the text comes back as it is.
    """
    unix = text.replace("\r\n", "\n")
    if not INVISIBLE.search(unix):
        return text, []
    problems = [Problem("", *at, "", *told) for at, told in unseen(unix)]
    return INVISIBLE.sub(lambda run: " " * len(run[0]), unix.removeprefix("\ufeff")), problems


def hidden(word: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Return a single word without the characters hidden in it, and offset, message and hint for each.

    Running text may hold them, and so may the words of other scripts than ours.
    """
    if word.isascii() or len(word.split()) > 1:
        return word, []
    return _HIDDEN.sub("", word), [(each.start(), *describe(each[0][0])) for each in _HIDDEN.finditer(word)]


QUOTE = "put the whole text in quotes"
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
    _Message("", "mapping values are not", "this colon makes no sense here", f"{QUOTE}; {_COLUMNS}"),
    _Message("", "expected ':'", "this line has no colon", f"write name: value; {_COLUMNS}", True),
    _Message("quoted scalar", "end of stream", _UNCLOSED, _CLOSE, True),
    _Message("quoted scalar", "document indicator", _UNCLOSED, _CLOSE, True),
    _Message("quoted scalar", "", "a backslash in double quotes begins a code, and this is none", _BACKSLASH),
    _Message("next token", "cannot start any token", "a text cannot begin with this sign", QUOTE),
    _Message("alias", "", "a text cannot begin with *", QUOTE, True),
    _Message("anchor", "", "a text cannot begin with &", QUOTE, True),
    _Message("tag", "", "a text cannot begin with !", QUOTE, True),
    _Message("flow sequence", "", "this list is not closed, or lacks a comma", _BRACKET, True),
    _Message("flow mapping", "", "this brace is not closed, or lacks a comma", _BRACKET, True),
    _Message("block mapping", "", "no field can begin here", f"{_COLUMNS}; nothing follows a quoted text"),
    _Message("block collection", "", "this is no item of the list above", "begin each item with -"),
    _Message("block scalar", "", "nothing follows | or > on its line", "begin the text on the next line"),
    _Message("", "block sequence entries", "a list cannot begin here", "begin it on the next line"),
    _Message("", "document start", "this line begins further left than the first", _COLUMNS),
    _Message("directive", "", "a line cannot begin with %", "delete the line", True),
    _Message("", "incompatible YAML", "a line cannot begin with %", "delete the line"),
    _Message("", "node content", "a value is missing, or a bracket is too many", QUOTE),
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
