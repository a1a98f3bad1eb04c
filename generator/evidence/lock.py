"""The lock: what was verified, where, against which text. It holds no word of an article."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, TypeAdapter, with_config

from generator.evidence.article import Article
from generator.evidence.names import Occurrence
from generator.evidence.normalise import VERSION
from generator.evidence.quotation import Kind
from generator.lib.lines import read, readable, written

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
    title's words have none), so that the limits on quoting can be checked, and the words left out between two
    ranges counted, without the text. `sha256` covers what the record declares to be left out. `direct`: they
    stand within quotation marks there. `text` is the beginning of that text's SHA-256: where one editor takes
    a text in again while another verifies more of it, the lock has entries of both.
    """

    source: str
    paragraph: str
    kind: Kind
    sha256: str
    spans: _Spans
    words: _Spans
    direct: bool = False
    text: str = ""

    def is_of(self, text: LockedText | None) -> bool:
        """Whether it was verified against this text."""
        return text is not None and self.text != "" and text.sha256.startswith(self.text)


@dataclass(frozen=True)
class Lock:
    """All verified quotations by address, the texts they were verified against, and the names in each."""

    sources: Mapping[str, LockedText] = field(default_factory=dict)
    entries: Mapping[str, LockEntry] = field(default_factory=dict)
    names: Mapping[str, Mapping[str, Occurrence]] = field(default_factory=dict)
    normaliser: str = VERSION
    doubled: tuple[tuple[str, LockEntry | LockedText], ...] = ()
    """What a merge has left beside what stands in `entries` and `sources`, by address or source."""

    @cached_property
    def quoted(self) -> Mapping[str, list[LockEntry]]:
        """The quotations by source; a mere name is none."""
        found: dict[str, list[LockEntry]] = {}
        for entry in self.entries.values():
            if entry.kind != "as_named":
                found.setdefault(entry.source, []).append(entry)
        return found

    def to_lines(self) -> str:
        """The lock as text: one entry, name or text a line, sorted."""
        entries = (
            ("entry", address, {name: value for name, value in vars(entry).items() if value is not False})
            for address, entry in self.entries.items()
        )
        names = (
            ("name", source, name, found.count, found.first_label)
            for source, these in self.names.items()
            for name, found in these.items()
        )
        texts = (("text", source, vars(text)) for source, text in self.sources.items())
        return written([("folding", self.normaliser), *entries, *names, *texts])

    @classmethod
    def from_lines(cls, text: str) -> "Lock":
        """Read what `to_lines` wrote, in any order; raises LinesError for anything else.

        Of two folding versions, which a merge may leave, one that is not ours counts: verify anew.
        """
        entries: dict[str, LockEntry] = {}
        sources: dict[str, LockedText] = {}
        names: dict[str, dict[str, Occurrence]] = {}
        foldings: set[str] = set()
        doubled: list[tuple[str, LockEntry | LockedText]] = []
        for kind, key, *value in read(text, _KINDS):
            if kind == "folding":
                foldings.add(key)
            elif kind == "name":
                name, number, label = value
                names.setdefault(key, {})[name] = Occurrence(number, label)
            else:
                into: dict[str, Any] = entries if kind == "entry" else sources
                if into.setdefault(key, value[0]) != value[0]:
                    doubled.append((key, into[key]))
                    into[key] = value[0]
        folding = min(foldings - {VERSION}, default=VERSION) if foldings else ""
        return cls(sources, entries, names, folding, tuple(doubled))


_KINDS: Mapping[str, TypeAdapter[Any]] = {
    "entry": TypeAdapter(tuple[Literal["entry"], str, LockEntry]),
    "folding": TypeAdapter(tuple[Literal["folding"], str]),
    "name": TypeAdapter(tuple[Literal["name"], str, str, _Place, str]),
    "text": TypeAdapter(tuple[Literal["text"], str, LockedText]),
}


def readable_part(text: str) -> Lock:
    """The lock of those lines of `text` that can be read."""
    return Lock.from_lines(readable(text, _KINDS))
