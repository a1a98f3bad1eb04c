"""Opens a source for suggestions: its text, and what its record says even while the record is a draft."""

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
    own = fields.get("authors") or fields.get("publisher")
    own = own[0] if isinstance(own, list) else own
    kind, _, agent = own.partition(":") if isinstance(own, str) else ("", "", "")
    voice = Ref(kind, agent) if kind in ("person", "organization") and agent else ref
    reading = Reading(ident, article, _published(fields.get("published")))
    return Context(reading, library, voice, added, grant(record) if record else NO_GRANT)


def _article(root: Path, ident: str, language: str) -> Article:
    where = f"{TEXTS}/{ident}.txt"
    if not (root / where).is_file():
        held = [each.stem for each in (root / TEXTS).glob("*.txt")]
        hint = did_you_mean(ident, sorted(held)) or "`ingest` writes it from a captured article"
        raise RefusedError(f"{where}: no such text; {hint}")
    article, faults = read_article(root, root / where, language)
    if faults:
        raise RefusedError(f"{place(faults[0])}: {faults[0].message}")
    if not article.blocks:
        raise RefusedError(f"{where}: the text is empty")
    return article


def _published(field: Any) -> Edtf | None:
    try:
        return parse(str(field["edtf"]))
    except (KeyError, TypeError, ValueError):
        return None
