"""Lays a record's file out anew: one order, one indentation, one way of quoting; every comment stays."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from generator.editing.comments import attach, comments
from generator.editing.layout import laid_out
from generator.editing.nodes import nodes
from generator.records.markdownfile import split
from generator.records.problems import Problem
from generator.records.schema_tree import piece_of
from generator.records.yamlfile import load

_LABEL = re.compile(r"\[(title|standfirst|[ph][1-9][0-9]{0,3})\](?!\()")


def formatted(text: str, path: str, model: Any, first_line: int = 1) -> tuple[str, list[Problem]]:
    """The YAML `text` of the file `path`, in the layout of this archive.

    `model` is what it holds (None: any fields in any order).
    `first_line` is the line of the file that it begins on. What `load` reads of it stays the same, and so do
    the words of its comments. Where it cannot be read it comes back as it is, with its problems.
    """
    value, problems = load(text, path, first_line)
    if problems:
        return text, problems
    clean = text.replace("\r\n", "\n")
    made = _made(clean, model)
    if load(made, path) != (value, []) or _words(made) != _words(clean):
        message = "this file cannot be laid out without changing what it says"
        return text, [Problem(path, message=message, hint="lay it out by hand, and report this as a fault")]
    return made, []


def formatted_source(text: str, path: str, model: Any) -> tuple[str, list[Problem]]:
    """As `formatted`, for the file of a source: its front matter, and one empty line between its notes."""
    parts, problems = split(text, path)
    if problems:
        return text, problems
    front, problems = formatted(parts.front, path, model, parts.front_line)
    if problems:
        return text, problems
    notes = _notes(parts.body)
    return f"---\n{front}---\n{notes}", []


def _made(text: str, model: Any) -> str:
    root = nodes(text)
    attach(text, root)
    return laid_out(root, piece_of(model) if model else None)


def _words(text: str) -> Counter[str]:
    return Counter(comment.words for comment in comments(text, nodes(text)) if comment.words)


def _notes(body: str) -> str:
    """The notes as they are, with one empty line between two and no white space at the ends of lines."""
    kept: list[str] = []
    for line in (line.rstrip(" \t\r") for line in body.split("\n")):
        if line and kept and kept[-1] and _LABEL.match(line):
            kept.append("")
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return "\n".join([*kept, ""]) if kept else ""
