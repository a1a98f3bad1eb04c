"""Opens a source for suggestions: its text, and what its record says even while the record is a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.analysis.quotations import grant
from generator.evidence.article import Article
from generator.evidence.rights import NO_GRANT, Grant
from generator.lib.dates import Edtf, parse
from generator.lib.text import did_you_mean
from generator.records.dataset import Dataset
from generator.records.markdownfile import notes, split
from generator.records.model import Source
from generator.records.reader import TEXTS, read_texts
from generator.records.refs import Ref
from generator.records.yamlfile import load
from generator.suggest.context import Context
from generator.suggest.reading import Reading
from generator.suggest.voices import Voice

ARTICLES = "sources/articles"
UNKNOWN_LANGUAGE = "und"


class OpenError(ValueError):
    """The source cannot be read; the message says why and what to do."""


@dataclass(frozen=True)
class Facts:
    """What a record says of its text: language, date, whose voice it is, what may be quoted of it."""

    language: str
    published: Edtf | None
    own: Ref | None
    grant: Grant = NO_GRANT


def open_source(root: Path, dataset: Dataset, ident: str, added: str) -> Context:
    """The context for suggestions on the source `ident`; `added` is the day that drafts carry.

    Raises OpenError where there is no such text or it is not labelled.
    """
    blocks = _blocks(root, dataset, ident)
    ref = Ref("source", ident)
    record = dataset.sources.get(ref)
    facts = _of_record(record) if record else _of_draft(root / ARTICLES / f"{ident}.md")
    texts, _ = read_texts(root, dataset)
    others = {source: article for source, article in texts.items() if source != ident}
    reading = Reading(ident, Article(blocks, facts.language), facts.published)
    return Context(reading, dataset, others, Voice(ref, facts.own or ref), added, facts.grant)


def _blocks(root: Path, dataset: Dataset, ident: str) -> dict[str, str]:
    path = root / TEXTS / f"{ident}.txt"
    where = f"{TEXTS}/{ident}.txt"
    if not path.is_file():
        held = [each.stem for each in (root / TEXTS).glob("*.txt")]
        hint = did_you_mean(ident, sorted(held)) or "`ingest` writes it from a captured article"
        raise OpenError(f"{where}: no such text; {hint}")
    try:
        found, faults = notes(path.read_text(encoding="utf-8"), where, of_text=True)
    except UnicodeDecodeError:
        raise OpenError(f"{where}: the file is not UTF-8 text") from None
    if faults or not found:
        first = f":{faults[0].line}: {faults[0].message}" if faults else ": the text is empty"
        raise OpenError(f"{where}{first}")
    return {label: note.text for label, note in found.items() if label[0] != "b"}


def _of_record(source: Source) -> Facts:
    voices = [*source.authors, *([source.publisher] if source.publisher else [])]
    published = source.published.edtf if source.published else None
    return Facts(source.language, published, voices[0] if voices else None, grant(source))


def _of_draft(path: Path) -> Facts:
    """What can be read of a record that has faults yet, or of none at all."""
    if not path.is_file():
        return Facts(UNKNOWN_LANGUAGE, None, None)
    parts, _ = split(path.read_text(encoding="utf-8", errors="replace"), path.name)
    fields, _ = load(parts.front, path.name) if parts.front else (None, [])
    fields = fields or {}
    language = fields.get("language")
    own = fields.get("authors") or [fields.get("publisher")]
    return Facts(
        language if isinstance(language, str) else UNKNOWN_LANGUAGE,
        _published(fields.get("published")),
        _agent(own[0] if isinstance(own, list) else own),
    )


def _agent(text: Any) -> Ref | None:
    kind, _, ident = text.partition(":") if isinstance(text, str) else ("", "", "")
    return Ref(kind, ident) if kind in ("person", "organization") and ident else None


def _published(field: Any) -> Edtf | None:
    text = field.get("edtf") if isinstance(field, Mapping) else None
    try:
        return parse(text) if isinstance(text, str) else None
    except ValueError:
        return None
