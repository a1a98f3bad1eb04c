"""Where a text that is no YAML was mistyped: often above the line at which reading stops."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import yaml

from generator.lib.unseen import ODD_SPACE, describe
from generator.records.problems import Problem
from generator.records.yamlfile.faults import QUOTE, place, syntax_problem

_FIELD = re.compile(r"""(?P<key>[\w-]+|"[^"]*"|'[^']*')(?P<colon>:)(?=\s|$)""")
_CLOSE_COLON = re.compile(r"(?P<key>[a-z_]+):(?P<value>[^\s:/].*)")
_REFERENCE = re.compile(r"(?P<kind>[a-z]+): (?P<id>[a-z0-9-]+)$")
_NO_HYPHEN = re.compile(r"[–—−‒•·‣*](?=\s)|[–—−‒•‣](?=\w)")
_GLUED_HYPHEN = re.compile(r"-(?=[\w{\[\"'“][^\n]*[:}\]])")
_AFTER_SIGN = re.compile(rf"(?:-|[\w-]+:)?({ODD_SPACE}|\t)")
_NO_COLON = "this colon makes no sense here"
_NO_ITEM = "this is no item of the list above"
_ENTRY = "begin each entry of a list with a hyphen and a space"


class _Line(NamedTuple):
    number: int
    column: int
    """Where it begins, from 1."""
    words: str

    @property
    def hyphens(self) -> int:
        """How wide the hyphens are with which it begins."""
        found = re.match(r"(- +)+", self.words)
        return found.end() if found else 0

    @property
    def content(self) -> str:
        """What follows them."""
        return self.words[self.hyphens :]

    @property
    def level(self) -> int:
        """The column in which that begins."""
        return self.column + self.hyphens

    @property
    def field(self) -> re.Match[str] | None:
        """The name and the colon with which it begins, if it does."""
        return _FIELD.match(self.content)


_Lines = Sequence[_Line]
"""Those to the end of reading without empty ones and comments, the last first."""


def broken(text: str, error: yaml.YAMLError) -> Problem:
    """The mistake that likely led to the error at which reading `text` stopped, without its path."""
    told = syntax_problem(error)
    rows = re.split(r"\r\n|\n", text)
    lines = [
        _Line(number, len(line) - len(line.lstrip(" ")) + 1, line.strip(" "))
        for number, line in enumerate(rows[: told.line], 1)
        if line.strip() and not line.lstrip().startswith("#")
    ][::-1]
    if not lines or lines[0].number != told.line:
        return told
    stopped = place(getattr(error, "problem_mark", None))
    is_within = stopped[0] == told.line and stopped[1] > told.column
    if is_within and rows[stopped[0] - 1][stopped[1] - 1 :].startswith(":"):
        return Problem("", *stopped, "", _NO_COLON, QUOTE)
    for look in _LOOKS:
        if found := look(lines, told):
            return found
    return told


def _at(line: _Line, column: int, message: str, hint: str) -> Problem:
    return Problem("", line.number, column, "", message, hint)


def _sign(lines: _Lines, told: Problem) -> Problem | None:
    """A hyphen without its space, another sign in its place, a space that is none to YAML."""
    for line in lines[:2]:
        if found := _GLUED_HYPHEN.match(line.words):
            message, hint = "a space is missing after this hyphen", f"write - {line.words[1:]}"
            return _at(line, line.column, message, hint)
        if found := _NO_HYPHEN.match(line.words):
            return _at(line, line.column, f"“{found[0]}” begins no entry of a list", _ENTRY)
        if found := _AFTER_SIGN.match(line.words):
            at = line.column + found.start(1)
            return _at(line, at, *describe(found[1]))
    return None


def _after_the_end(lines: _Lines, told: Problem) -> Problem | None:
    """What stands behind a closing bracket or quotation mark."""
    line = lines[0]
    rest = line.words[told.column - line.column :] if told.column > line.column else ""
    if told.message in ("no field can begin here", _NO_ITEM) and rest:
        if rest[0] in "]}":
            return replace(told, message="this bracket is one too many", hint="delete it")
        hint = f"{QUOTE} of the other kind"
        return replace(told, message="the text goes on behind its closing quotation mark", hint=hint)
    return None


def _colon(lines: _Lines, told: Problem) -> Problem | None:
    """A field whose colon is missing, or the space after it."""
    line = lines[0]
    if told.message in (_NO_COLON, "this line begins further left than the first"):
        if len(lines) < 2 or lines[1].level != line.level or lines[1].field:
            return None
        line = lines[1]
    elif told.message != "this line has no colon":
        return None
    if found := _CLOSE_COLON.match(line.content):
        hint = f"write {found['key']}: {found['value']}"
        return _at(line, line.level + found.end("key"), "a space is missing after this colon", hint)
    if line is lines[0]:
        return None
    return _at(line, line.level, "this line has no colon", "write name: value")


def _in_the_value(lines: _Lines, told: Problem) -> Problem | None:
    """A colon inside a value: that of a reference, or of a text in curly quotation marks."""
    line, field = lines[0], lines[0].field
    if told.message != _NO_COLON or not field:
        return None
    value = line.content[field.end() :].strip()
    if found := _REFERENCE.match(value):
        hint = f"write {found['kind']}:{found['id']} where it is a reference; if not, {QUOTE}"
        return replace(told, hint=hint)
    if value[:1] in "“„«‘‚‹" and told.column > line.level + field.end():
        hint = "curly quotation marks are part of the text: put straight ones round the whole text"
        return replace(told, hint=hint)
    return None


def _too_far_right(lines: _Lines, told: Problem) -> Problem | None:
    """A field that begins further right than the complete one above it."""
    line, field = lines[0], lines[0].field
    if told.message != _NO_COLON or not field or len(lines) < 2:
        return None
    above = lines[1].field
    if not above or line.hyphens or told.column != line.level + field.start("colon"):
        return None
    hint = f"begin it in column {lines[1].level}, below “{above['key']}”; or {QUOTE}, if it goes on there"
    return _at(line, line.column, "this field stands too far right", hint)


def _without_hyphen(lines: _Lines, told: Problem) -> Problem | None:
    """The first entry of a list has no hyphen, and the next has one; or the other way round."""
    line = lines[0]
    if line.hyphens and told.message == "no field can begin here":
        parent = next((n for n, each in enumerate(lines) if each.column < line.column), 0)
        first = lines[parent - 1]
        if parent > 1 and lines[parent].words.endswith(":") and not first.hyphens:
            hint = f"write - before it, as in line {line.number}"
            return _at(first, first.column, "this entry of a list has no hyphen", hint)
    elif line.words.startswith("{") and told.message in ("this line has no colon", _NO_ITEM):
        hint = f"write - before it; {_ENTRY}"
        return _at(line, line.column, "this entry of a list has no hyphen", hint)
    return None


def _at_another_depth(lines: _Lines, told: Problem) -> Problem | None:
    """An entry, or a field of one, that does not stand below its like."""
    line = lines[0]
    if told.message == _NO_ITEM and line.column > 1 and line.field:
        above = next((each for each in lines[1:] if each.hyphens and each.column <= line.column), None)
        if above is None or not above.field:
            return None
        hint = f"begin it in column {above.level}, below “{above.field['key']}”; a new entry begins with -"
        return _at(line, line.column, "this field stands too far left", hint)
    if not line.hyphens or told.message != "no field can begin here":
        return None
    entries = [each for each in lines[1:] if each.hyphens]
    same = [each for each in entries if line.field and each.field and each.field["key"] == line.field["key"]]
    like = next(iter(same or entries), None)
    if like is None:
        hint = "delete the hyphen, or begin the list with a name and a colon in the line above"
        return _at(line, line.column, "this hyphen begins an entry, and there is no list", hint)
    if like.column == line.column:
        return None
    side = "right" if line.column > like.column else "left"
    hint = f"begin its hyphen in column {like.column}, as in line {like.number}"
    return _at(line, line.column, f"this entry stands too far {side}", hint)


_LOOKS: tuple[Callable[[_Lines, Problem], Problem | None], ...] = (
    _sign,
    _after_the_end,
    _colon,
    _in_the_value,
    _too_far_right,
    _without_hyphen,
    _at_another_depth,
)
