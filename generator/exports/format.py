"""What a format of the exports is, and a file in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.exports.archive import Archive
from generator.lib.text import fragment


@dataclass(frozen=True)
class File:
    """A file that a format consists of."""

    path: str
    """Where it is, below the folder of the data."""
    data: bytes
    media_type: str
    """As registered with IANA, where it is."""
    title: str
    """What it holds, in the language of the documentary."""
    rows: int | None = None
    """How many entries it has: records, rows, statements; None where nothing in it is counted."""
    note: str = ""
    """What it leaves out, or how it is to be read, in the language of the documentary."""
    schema: Mapping[str, Any] | None = None
    """Of a table its fields, as a Table Schema (Frictionless)."""
    describes: str = ""
    """Of a schema the path of the file that is held to it."""

    @property
    def resource(self) -> str:
        """Its name in the package that describes all files."""
        return resource(self.path)


@dataclass(frozen=True)
class Format:
    """One format: what it is and what makes its files."""

    name: str
    """Its name in the field; the same in every language."""
    standard: str
    """Where it is specified."""
    use: str
    """What a reader can do with it: a text that is translated where it is shown."""
    files: Callable[[Archive], Iterable[File]]
    """Makes the files; the same archive gives the same bytes."""


def resource(path: str) -> str:
    """The name of the file at `path` in the package that describes all files."""
    return fragment(path.replace(".", "-").replace("/", "-"))
