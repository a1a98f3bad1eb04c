"""The records as an archive holds them: what is published, and nothing that only the editors may know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.analysis.releases import RELEASES
from generator.evidence.lock import Lock
from generator.lib.language import catalogue_path
from generator.records.dataset import Dataset
from generator.records.document import Document
from generator.records.kinds import DOCUMENTARY
from generator.records.model import Documentary
from generator.records.outlines import OUTLINES
from generator.records.reader import CATALOGUES, LOCK, THE_GLOSSARY, THE_WORDS
from generator.records.refs import Ref
from generator.records.schema_tree import piece_of


def data(root: Path, dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """The files of the records in `root`, by path; `dataset` is what is published of them.

    Left out are drafts and what is under embargo, the texts of the articles, and the files of media, which
    may say where they were made: the site has them without that. So is a record that holds what only the
    editors may know, and where they share texts.
    """
    published = {*dataset.records, THE_WORDS, THE_GLOSSARY} - {*withheld_files(dataset)}
    for ref, file in dataset.files.items():
        if ref in published:
            yield file.path, (root / file.path).read_bytes()
    yield DOCUMENTARY, _without_places((root / DOCUMENTARY).read_bytes())
    own = catalogue_path(root / CATALOGUES, dataset.documentary.language) if dataset.catalogue else None
    if own:
        yield own.relative_to(root).as_posix(), own.read_bytes()
    if dataset.outlines:
        yield OUTLINES, (root / OUTLINES).read_bytes()
    if dataset.lock:
        yield LOCK, _published(dataset.lock, dataset).to_lines().encode()
    if (root / RELEASES).is_file():
        yield RELEASES, (root / RELEASES).read_bytes()


def withheld_files(dataset: Dataset) -> list[Ref]:
    """The published records whose files hold what only the editors may know."""
    return [ref for ref in dataset.records if ref in dataset.sensitive]


def _without_places(text: bytes) -> bytes:
    document = Document(text.decode(), DOCUMENTARY, piece_of(Documentary))
    document.remove(("shared_texts",))
    return document.text.encode()


def _published(lock: Lock, dataset: Dataset) -> Lock:
    """The lock of quotations with what it says of published records alone."""
    sources = {ref.id for ref in dataset.sources}
    records = {*map(str, dataset.records)}
    forms = {form for entity in dataset.entities.values() for form in entity.printed_forms}
    return replace(
        lock,
        entries={
            address: entry
            for address, entry in lock.entries.items()
            if entry.source in sources and address.partition("/")[0] in records
        },
        sources={name: text for name, text in lock.sources.items() if name in sources},
        names={
            source: {name: place for name, place in found.items() if name in forms}
            for source, found in lock.names.items()
            if source in sources
        },
    )
