"""The lock: what was verified, where, against which text. It holds no word of an article."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from generator.evidence.article import Article
from generator.evidence.names import Occurrence
from generator.evidence.normalise import VERSION
from generator.evidence.quotation import Kind


class LockError(ValueError):
    """The lock file is not one that this program wrote."""


_STRICT = ConfigDict(strict=True, extra="forbid")
_Place = Annotated[int, Field(ge=0, lt=1_000_000_000)]
_Spans = tuple[tuple[_Place, _Place], ...]


@with_config(_STRICT)
@dataclass(frozen=True)
class LockedText:
    """The facts of one text: its SHA-256, words, characters (code points) and block labels in order.

    `beside` is the SHA-256 of the copy with what it prints around the article; empty where it holds nothing.
    """

    sha256: str
    words: _Place
    characters: _Place
    blocks: tuple[str, ...]
    beside: str = ""

    @classmethod
    def of(cls, article: Article) -> "LockedText":
        """The facts of `article`."""
        beside = article.whole.sha256 if article.beside else ""
        return cls(article.sha256, article.words, len(article.canonical), tuple(article.blocks), beside)


@with_config(_STRICT)
@dataclass(frozen=True)
class LockEntry:
    """One verified quotation.

    `spans` are code points of the canonical text; `words` are the ranges of word positions quoted (the
    title's words have none), so that the limits on quoting can be checked without the text. `direct`: they
    stand within quotation marks there.
    """

    source: str
    paragraph: str
    kind: Kind
    sha256: str
    spans: _Spans
    words: _Spans
    direct: bool = False
    result: Literal["verified"] = "verified"


@dataclass(frozen=True)
class Lock:
    """All verified quotations by address, the texts they were verified against, and the names in each."""

    sources: Mapping[str, LockedText] = field(default_factory=dict)
    entries: Mapping[str, LockEntry] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, Occurrence]] = field(default_factory=dict)
    normaliser: str = VERSION

    @cached_property
    def quoted(self) -> Mapping[str, list[LockEntry]]:
        """The quotations by source; a mere name is none."""
        found: dict[str, list[LockEntry]] = {}
        for entry in self.entries.values():
            if entry.kind != "as_named":
                found.setdefault(entry.source, []).append(entry)
        return found

    def to_json(self) -> str:
        """The lock as JSON: sorted, one source, entry or name a line, a newline at the end."""
        sources = {key: vars(text) for key, text in self.sources.items()}
        entries = {
            key: {name: value for name, value in vars(entry).items() if value is not False}
            for key, entry in self.entries.items()
        }
        names = {
            source: {name: [found.count, found.first_label] for name, found in these.items()}
            for source, these in self.names.items()
        }
        parts = {"entries": (entries, 1), "names": (names, 2), "sources": (sources, 1)}
        body = [f'  "{name}": {_mapping(value, depth, "  ")},' for name, (value, depth) in parts.items()]
        # "normaliser" is written in its place in the alphabet, after "names"
        body.insert(2, f'  "normaliser": {json.dumps(self.normaliser)},')
        return "{\n" + "\n".join(body).removesuffix(",") + "\n}\n"

    @classmethod
    def from_json(cls, text: str) -> "Lock":
        """Read what `to_json` wrote; raises LockError for anything else."""
        try:
            found = _STORED.validate_json(text)
        except ValueError as error:
            raise LockError(f"the lock cannot be read ({error}): write it anew with “verify”") from error
        names = {
            source: {name: Occurrence(*occurrence) for name, occurrence in these.items()}
            for source, these in found.names.items()
        }
        return cls(found.sources, found.entries, names, found.normaliser)


@with_config(_STRICT)
@dataclass
class _Stored:
    """The file as it stands."""

    sources: dict[str, LockedText]
    entries: dict[str, LockEntry]
    names: dict[str, dict[str, tuple[_Place, str]]]
    normaliser: str


_STORED = TypeAdapter(_Stored)


def _mapping(value: Any, depth: int, indent: str) -> str:
    """`value` as JSON: its first `depth` levels one key a line, deeper ones on the line."""
    if not depth or not value:
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    deeper = indent + "  "
    lines = [
        f"{deeper}{json.dumps(key, ensure_ascii=False)}: {_mapping(value[key], depth - 1, deeper)}"
        for key in sorted(value)
    ]
    return "{\n" + ",\n".join(lines) + "\n" + indent + "}"
