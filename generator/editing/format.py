"""Lays a record's file out: one order, one indentation, one way of quoting; every comment stays."""

from __future__ import annotations

from typing import Any

from generator.records.document import Document, DocumentError
from generator.records.markdownfile import LABEL
from generator.records.problems import Problem
from generator.records.schema_tree import piece_of


def formatted(text: str, path: str, model: Any) -> tuple[str, list[Problem]]:
    """The text of the file `path` in the layout of records; of a source one empty line between its notes.

    `model` is what it holds (None: any fields in any order). What is read of it stays the same, and so do
    the words of its comments. Where it cannot be read it comes back as it is, with its problems.
    """
    try:
        document = Document(text.replace("\r\n", "\n"), path, piece_of(model) if model else None)
        document.laid_out()
    except DocumentError as fault:
        return text, fault.problems
    document.body = _notes(document.body)
    return document.text, []


def _notes(body: str) -> str:
    """The notes as they are, with one empty line between two and no white space at the ends of lines."""
    kept: list[str] = []
    for line in (line.rstrip(" \t\r") for line in body.split("\n")):
        if line and kept and kept[-1] and LABEL.match(line):
            kept.append("")
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join([*kept, ""]) if kept else ""
