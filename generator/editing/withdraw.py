"""Takes a record down: its file, its text and what the locks say of it; a page is left that says so."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.analysis.captures import CAPTURES, read_captures
from generator.analysis.captures import to_lines as lines_of_captures
from generator.analysis.releases import RELEASES, Releases, read_releases, to_lines
from generator.analysis.watched import WATCHED, pruned, read_watched
from generator.analysis.watched import to_lines as lines_of_watch
from generator.check.drafts import of_drafts
from generator.check.keyed import KEYED, read_keyed
from generator.check.rules import check
from generator.check.rules.references import references
from generator.evidence.lock import Lock
from generator.lib.files import Changes
from generator.records.dataset import Dataset, Fault
from generator.records.document import Document
from generator.records.kinds import DOCUMENTARY, path_of
from generator.records.media_files import FOLDER as MEDIA
from generator.records.model import Chapter, Documentary, Entity, Source
from generator.records.problems import Problem
from generator.records.reader import LOCK, TEXTS
from generator.records.refs import Ref
from generator.records.schema_tree import piece_of

_State = tuple[bytes | None, bytes | None]


def held_by(dataset: Dataset, ref: Ref) -> list[Problem]:
    """The places that still name the record: each must say something else before it can be taken down."""
    hint = "remove this reference, or withdraw this record too"
    return sorted(
        {
            dataset.problem(Fault(where, path, f"this leads to {ref}", hint))
            for where, path, target in references(dataset)
            if target == ref and where != ref
        }
    )


def lacking(dataset: Dataset, ref: Ref) -> list[Problem]:
    """What the check will find once the record is gone, and does not find now."""
    left = {other: record for other, record in dataset.records.items() if other != ref}
    after = replace(dataset, records=left, known=dataset.known - {ref})
    found = set(check(after)) - set(check(dataset))
    moved = {dataset.files[other].path for other in following(dataset, ref)}
    return sorted(each for each in found - of_drafts(dataset, found) if each.path not in moved)


def plan(root: Path, dataset: Dataset, ref: Ref, day: str, reason: str) -> Changes:
    """What is to change for `ref` to be taken down; nothing is written."""
    return dict(_changes(root, dataset, ref, day, reason))


def _changes(root: Path, dataset: Dataset, ref: Ref, day: str, reason: str) -> Iterator[tuple[Path, _State]]:
    record = root / path_of(ref)
    yield record, (record.read_bytes(), None)
    text = root / TEXTS / f"{ref.id}.txt"
    if ref.kind == "source" and text.is_file():
        yield text, (text.read_bytes(), None)
    medium = dataset.media.get(ref)
    others = {path for other, each in dataset.media.items() if other != ref for path in each.files.values()}
    for path in sorted({*medium.files.values()} - others) if medium else ():
        if (file := root / MEDIA / path).is_file():
            yield file, (file.read_bytes(), None)
    yield from _renumbered(root, dataset, ref)
    yield root / DOCUMENTARY, _listed(root, dataset, ref, {"date": day, "reason": reason})
    if dataset.lock:
        made = _without(dataset.lock, dataset, ref).to_lines().encode()
        yield root / LOCK, ((root / LOCK).read_bytes(), made)
    if (root / RELEASES).is_file():
        made = to_lines(_unreleased(read_releases(root, dataset)[0], ref)).encode()
        yield root / RELEASES, ((root / RELEASES).read_bytes(), made)
    keyed, _ = read_keyed(root)
    if ref.kind == "source" and ref.id in keyed.texts:
        texts = {name: each for name, each in keyed.texts.items() if name != ref.id}
        yield root / KEYED, ((root / KEYED).read_bytes(), replace(keyed, texts=texts).to_json().encode())
    source = dataset.records[ref]
    if isinstance(source, Source) and (root / CAPTURES).is_file():
        kept = {url: capture for url, capture in read_captures(root)[0].items() if url != source.url}
        yield root / CAPTURES, ((root / CAPTURES).read_bytes(), lines_of_captures(kept).encode())
    if (root / WATCHED).is_file():
        left = {other: each for other, each in dataset.records.items() if other != ref}
        rest = pruned(read_watched(root)[0], replace(dataset, records=left), read_captures(root)[0])
        made = lines_of_watch(rest).encode()
        yield root / WATCHED, ((root / WATCHED).read_bytes(), made)


def _listed(root: Path, dataset: Dataset, ref: Ref, told: Mapping[str, str]) -> _State:
    """The settings with an entry for each address of the record, former ones too."""
    before = (root / DOCUMENTARY).read_bytes()
    document = Document(before.decode(), DOCUMENTARY, piece_of(Documentary))
    ids = ref.id, *dataset.records[ref].formerly
    entries: list[Any] = [{"record": str(Ref(ref.kind, ident)), **told} for ident in ids]
    if dataset.documentary.withdrawn:
        for entry in entries:
            document.append(("withdrawn",), entry)
    else:
        document.set(("withdrawn",), entries)
    return before, document.text.encode()


def following(dataset: Dataset, ref: Ref) -> list[Ref]:
    """The chapters after the chapter `ref`: each moves up by one place; none after another record."""
    gone = dataset.chapters.get(ref)
    return [other for other, chapter in dataset.chapters.items() if gone and chapter.order > gone.order]


def _renumbered(root: Path, dataset: Dataset, ref: Ref) -> Iterator[tuple[Path, _State]]:
    for other in following(dataset, ref):
        before = (root / path_of(other)).read_bytes()
        document = Document(before.decode(), path_of(other), piece_of(Chapter))
        document.set(("order",), str(dataset.chapters[other].order - 1))
        yield root / path_of(other), (before, document.text.encode())


def _without(lock: Lock, dataset: Dataset, ref: Ref) -> Lock:
    """The lock of quotations without what it says of the record: its quotations, its text, its names."""
    entries = {
        address: entry
        for address, entry in lock.entries.items()
        if address.partition("/")[0] != str(ref) and (ref.kind != "source" or entry.source != ref.id)
    }
    record = dataset.records[ref]
    forms = set(record.printed_forms) if isinstance(record, Entity) else set()
    others = (entity for other, entity in dataset.entities.items() if other != ref)
    forms -= {form for entity in others for form in entity.printed_forms}
    gone = ref.id if ref.kind == "source" else ""
    kept = {
        source: {name: found for name, found in these.items() if name not in forms}
        for source, these in lock.names.items()
        if source != gone
    }
    sources = {name: text for name, text in lock.sources.items() if name != gone}
    names = {source: these for source, these in kept.items() if these}
    return replace(lock, entries=entries, names=names, sources=sources)


def _unreleased(releases: Releases, ref: Ref) -> Releases:
    """The releases without the facts of the record, also where they were told as changes."""
    history = tuple(
        replace(each, changes=tuple((c, told) for c, told in each.changes if ref not in (c.ref, told)))
        for each in releases.history
    )
    return Releases(history, {known: facts for known, facts in releases.state.items() if known != ref})
