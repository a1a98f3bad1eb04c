"""Where a record is named in the text of another, and that text with the name changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.records.document import Document, DocumentError
from generator.records.model import Prose, Record, leaves
from generator.records.problems import Problem
from generator.records.refs import Ref
from generator.records.yamlfile import position

Field = tuple[str | int, ...]
Rewrite = Callable[[str], str]


class Renaming:
    """The change of one reference: `old` becomes `new`."""

    def __init__(self, old: Ref, new: Ref) -> None:
        self.old, self.new = old, new
        ident = rf"{re.escape(old.id)}(?![\w-])"
        cited = rf"|(?<![\w:/-]){ident}(?=\s+(?:title|standfirst|[ph]\d+)\b)" if old.kind == "source" else ""
        self._field = re.compile(rf"(?<![\w:-])({old.kind}:)?{ident}")
        self._prose = re.compile(rf"(?<![\w:-])({old.kind}:){ident}{cited}")
        alone = "?" if "-" in old.id else ""
        self._word = re.compile(rf"(?<![\w:-])(?:{old.kind}:){alone}{ident}")

    def in_field(self, text: str) -> str:
        """The reference in a field with the new id; it keeps its kind, or does without."""
        return self._field.sub(self._put, text)

    def in_prose(self, text: str) -> str:
        """Running text with the new id in links and references; that of a source also before a paragraph."""
        return self._prose.sub(self._put, text)

    def stands_in(self, text: str) -> bool:
        """Whether the text names the old id: with its kind, or alone where it is no plain word (`flood`)."""
        return bool(self._word.search(text))

    def _put(self, match: re.Match[str]) -> str:
        return (match[1] or "") + self.new.id


def rename(document: Document, path: str, record: Record, change: Renaming) -> list[Problem]:
    """Change every reference in the document of a record and nothing else.

    A reference in a form that cannot be changed in its place is a problem.
    """
    problems: list[Problem] = []
    for field, rewrite in _naming(record, change):
        try:
            document.reword(field, rewrite)
        except DocumentError:
            line, column = position(document.yaml, field)
            dotted = ".".join(map(str, field))
            message = f"{change.old} stands here in a form that cannot be renamed"
            hint = "write the reference on one line and without codes"
            line += document.first_line - 1
            problems.append(Problem(path, line, column, dotted, message, hint))
    document.body = change.in_prose(document.body)
    return problems


def _naming(record: Record, change: Renaming) -> Iterator[tuple[Field, Rewrite]]:
    """Every field of the front that names the record, with what renames it there."""
    for field, value in leaves(record):
        if field[0] == "notes":
            continue
        if value == change.old:
            yield field, change.in_field
        elif isinstance(value, Prose) and change.in_prose(value) != value:
            yield field, change.in_prose
