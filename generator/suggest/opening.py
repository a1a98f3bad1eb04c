"""Opens a source for suggestions: its text, and what its record says even while the record is a draft."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.analysis.quotations import grant
from generator.evidence.article import Article
from generator.evidence.rights import NO_GRANT
from generator.ingest.files import fields_of
from generator.lib.dates import Edtf, parse
from generator.lib.refused import RefusedError
from generator.lib.text import did_you_mean
from generator.records.dataset import Dataset
from generator.records.kinds import path_of
from generator.records.reader import TEXTS, read_article, read_texts
from generator.records.refs import Ref
from generator.records.report import place
from generator.suggest.context import Context, Library
from generator.suggest.reading import Reading

UNKNOWN_LANGUAGE = "und"


def open_library(root: Path, dataset: Dataset) -> Library:
    """The records with every text at hand."""
    return Library(dataset, read_texts(root, dataset)[0])


def open_source(root: Path, library: Library, ident: str, added: str) -> Context:
    """The context for suggestions on the source `ident`; `added` is the day that drafts carry.

    Raises RefusedError where there is no such text or it is not labelled.
    """
    ref = Ref("source", ident)
    record = library.dataset.sources.get(ref)
    fields = fields_of(root / path_of(ref))  # what can be read of a draft that has faults yet
    language = record.language if record else fields.get("language")
    article = _article(root, ident, language if isinstance(language, str) else UNKNOWN_LANGUAGE)
    reading = Reading(ident, article, _published(fields.get("published")))
    own = fields.get("authors") or fields.get("publisher")
    own = _agent(own[0] if isinstance(own, list) else own) or ref
    return Context(reading, library, own, added, grant(record) if record else NO_GRANT)


def _article(root: Path, ident: str, language: str) -> Article:
    path = root / TEXTS / f"{ident}.txt"
    where = f"{TEXTS}/{ident}.txt"
    if not path.is_file():
        held = [each.stem for each in (root / TEXTS).glob("*.txt")]
        hint = did_you_mean(ident, sorted(held)) or "`ingest` writes it from a captured article"
        raise RefusedError(f"{where}: no such text; {hint}")
    article, faults = read_article(root, path, language)
    if faults:
        raise RefusedError(f"{place(faults[0])}: {faults[0].message}")
    if not article.blocks:
        raise RefusedError(f"{where}: the text is empty")
    return article


def _agent(text: Any) -> Ref | None:
    kind, _, ident = text.partition(":") if isinstance(text, str) else ("", "", "")
    return Ref(kind, ident) if kind in ("person", "organization") and ident else None


def _published(field: Any) -> Edtf | None:
    text = field.get("edtf") if isinstance(field, Mapping) else None
    try:
        return parse(text) if isinstance(text, str) else None
    except ValueError:
        return None
