"""Renames a record: its file, every reference to it, the locks, and the memory of its old id."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.analysis.facts import Change
from generator.analysis.prose import record_of, replaced_links
from generator.analysis.releases import RELEASES, Releases, read_releases, to_lines
from generator.check.keyed import KEYED, read_keyed
from generator.check.rules.references import likely
from generator.evidence.lock import Lock
from generator.lib.dates import today
from generator.lib.files import Changes, ConflictError
from generator.records.dataset import Dataset, RecordFile, place_fault
from generator.records.document import Document, DocumentError
from generator.records.kinds import path_of, url_of
from generator.records.markdownfile import PARAGRAPH
from generator.records.problems import Problem
from generator.records.reader import LOCK, TEXTS, THE_WORDS
from generator.records.refs import Ref, id_fault, parse_ref
from generator.records.schema_tree import Field, Piece, all_pieces
from generator.records.yamlfile import FieldPath
from generator.site.current import hand_written

Value = tuple[FieldPath, str, Field]
"""A text of a record, where it stands and what its field takes."""
_KEYED_BY_ID = {"question": "answer", "claim": "relation", "place": "place", "source": "silent"}
"""For a kind the sort of fact whose key is the bare id of such a record."""


class Renaming:
    """The change of one reference: `old` becomes `new`."""

    def __init__(self, old: Ref, new: Ref) -> None:
        self.old, self.new = old, new
        ident = rf"{re.escape(old.id)}(?![\w-])"
        cited = rf"|(?<![\w:/-]){ident}(?=\s+(?:{PARAGRAPH})\b)" if old.kind == "source" else ""
        self._field = re.compile(rf"(?<![\w:-])({old.kind}:)?{ident}")
        answer = r"|question:[a-z0-9-]+#" if old.kind == "claim" else ""
        self._prose = re.compile(rf"(?<![\w:-])({old.kind}:{answer}){ident}{cited}")
        alone = "?" if "-" in old.id else ""
        self._word = re.compile(rf"(?<![\w:-])(?:{old.kind}:){alone}{ident}")

    def in_field(self, text: str) -> str:
        """The reference in a field with the new id; it keeps its kind, or does without."""
        return self._field.sub(self._put, text)

    def in_prose(self, text: str) -> str:
        """Running text with the new id in links and references; that of a source also before a paragraph."""
        return self._prose.sub(self._put, text)

    def is_meant(self, text: str, kinds: tuple[str, ...]) -> bool:
        """Whether a field that takes references to `kinds` refers to the old record with this text."""
        try:
            return parse_ref(text, kinds) == self.old
        except ValueError:
            return False

    def stands_in(self, text: str) -> bool:
        """Whether the text names the old id: with its kind, or alone where it is no plain word (`flood`)."""
        return bool(self._word.search(text))

    def _put(self, match: re.Match[str]) -> str:
        return (match[1] or "") + self.new.id


@dataclass(frozen=True)
class Plan:
    """What a rename changes, and the places where the old id stays because it stands in free words."""

    changes: Changes
    left: tuple[Problem, ...]


def refusal(dataset: Dataset, old: Ref, new: Ref) -> str:
    """Why `old` cannot be called `new`, in one line; empty where it can."""
    if old not in dataset.known:
        hint = likely(old, dataset.known)
        return f"there is no {old.kind} “{old.id}”" + (f": {hint}" if hint else "")
    if old == new:
        return f"{old} has this name already"
    if new in dataset.known:
        return f"{new} exists already: choose another id"
    return id_fault(new.id)


def plan(root: Path, dataset: Dataset, old: Ref, new: Ref) -> tuple[Plan | None, list[Problem]]:
    """What is to change for `old` to be called `new`, in records with faults too.

    Nothing is written. The old id is remembered where readers may know it. The problems are references that
    cannot be changed in their place, and files that cannot be read though the id stands in them. Raises
    ConflictError where a record is no more what was read.
    """
    change = Renaming(old, new)
    changes: dict[Path, tuple[bytes | None, bytes | None]] = {}
    problems: list[Problem] = []
    left: list[Problem] = []
    for ref, file in dataset.files.items():
        if ref == THE_WORDS:
            continue
        before = (root / file.path).read_bytes()
        piece = all_pieces()[ref.kind]
        document = _document(root, file, before, piece)
        if document is None:
            problems += _in_what_is_unread(file, before, old)
            continue
        values = list(_values(document.value, piece))
        where = path_of(new) if ref == old else file.path
        left += _left(where, file, values, document, change)
        problems += _rename(file, values, document, change)
        if ref == old:
            left_by = [] if _was_never_published(root, dataset, old) else [old.id]
            former = [*(document.value.get("formerly") or ()), *left_by]
            former = [ident for ident in dict.fromkeys(former) if ident != new.id]
            document.set(("formerly",), former) if former else document.remove(("formerly",))
            changes[root / file.path] = before, None
            changes[root / path_of(new)] = None, document.text.encode()
        elif document.text.encode() != before:
            changes[root / file.path] = before, document.text.encode()
    if (root / TEXTS / f"{new.id}.txt").is_file() and old.kind == "source":
        hint = "move it, or choose another id"
        problems.append(Problem(f"{TEXTS}/{new.id}.txt", message="this file is in the way", hint=hint))
    if problems:
        return None, sorted(problems)
    for path, before in hand_written(root).items():
        text = before.decode("utf-8-sig", errors="replace")
        made = replaced_links(
            text, lambda link: change.in_prose(link[0]) if record_of(link) == old else link[0]
        )
        if made != text:
            changes[root / path] = before, made.encode()
        left += _in_page(path, made, old)
    changes.update(_beside_the_records(root, dataset, old, new))
    return Plan(changes, tuple(sorted(left))), []


def _was_never_published(root: Path, dataset: Dataset, ref: Ref) -> bool:
    """Whether no page of the record can have been given to readers: none is to lead on from its address."""
    record = dataset.records.get(ref)
    waits = ref in dataset.drafts or bool(record and record.embargo and record.embargo > today())
    releases = read_releases(root, dataset)[0]
    changed = {change.ref for each in releases.history for change, _ in each.changes}
    return waits and ref not in changed | releases.state.keys()


def _document(root: Path, file: RecordFile, data: bytes, piece: Piece) -> Document | None:
    """The document of a file that is as it was when it was checked; None where it cannot be read as one."""
    try:
        document = Document(data.decode(), file.path, piece)
    except (DocumentError, UnicodeDecodeError):
        return None
    if document.yaml.replace("\r\n", "\n") != file.yaml:
        raise ConflictError(root / file.path)
    return document


def _in_what_is_unread(file: RecordFile, data: bytes, old: Ref) -> list[Problem]:
    if old.id.encode() not in data:
        return []
    message = f"“{old.id}” may stand in what cannot be read"
    return [Problem(file.path, message=message, hint="fix it first: see “check”")]


def _values(value: Any, piece: Piece | None, path: FieldPath = ()) -> Iterator[Value]:
    """Every text in mappings as it is written, with its path and what its field takes."""
    for number, item in enumerate(value) if isinstance(value, list) else ():
        yield from _values(item, piece, (*path, number))
    for field in piece.fields if piece and isinstance(value, Mapping) else ():
        found = value.get(field.name)
        many = enumerate(found) if isinstance(found, list) else ()
        for at, item in (
            [((*path, field.name), found)] if not many else [((*path, field.name, n), i) for n, i in many]
        ):
            if field.piece:
                yield from _values(item, field.piece, at)
            elif isinstance(item, str):
                yield at, item, field


def _beside_the_records(
    root: Path, dataset: Dataset, old: Ref, new: Ref
) -> Iterator[tuple[Path, tuple[bytes | None, bytes | None]]]:
    if dataset.lock and (lock := _quotations_renamed(dataset.lock, old, new)) != dataset.lock:
        yield root / LOCK, ((root / LOCK).read_bytes(), lock.to_lines().encode())
    if (root / RELEASES).is_file():
        made = to_lines(_releases_renamed(read_releases(root, dataset)[0], old, new)).encode()
        yield root / RELEASES, ((root / RELEASES).read_bytes(), made)
    keyed, _ = read_keyed(root)
    if old.kind == "source" and old.id in keyed.texts:
        texts = {new.id if name == old.id else name: each for name, each in keyed.texts.items()}
        made = replace(keyed, texts=texts).to_json().encode()
        yield root / KEYED, ((root / KEYED).read_bytes(), made)
    text = root / TEXTS / f"{old.id}.txt"
    if old.kind == "source" and text.is_file():
        yield text, (text.read_bytes(), None)
        yield text.with_stem(new.id), (None, text.read_bytes())


def _in_page(path: str, text: str, old: Ref) -> Iterator[Problem]:
    """Where a hand-written page links to the old address."""
    for number, line in enumerate(text.splitlines(), 1):
        if url_of(old) in line:
            yield Problem(path, number, 1, "", "this page links to the old address", "change it by hand")


def _rename(
    file: RecordFile, values: Iterable[Value], document: Document, change: Renaming
) -> Iterator[Problem]:
    """Change every reference in the document of a record and nothing else.

    A reference in a form that cannot be changed in its place is a problem.
    """
    message = f"{change.old} stands here in a form that cannot be renamed"
    hint = "write the reference on one line and without codes"
    for path, text, field in values:
        refers = field.form == "reference" and change.is_meant(text, field.kinds)
        if refers or (field.form == "prose" and change.in_prose(text) != text):
            try:
                document.reword(path, change.in_field if refers else change.in_prose)
            except DocumentError:
                yield place_fault(file, path, message, hint)
    document.body = change.in_prose(document.body)


def _left(
    where: str, file: RecordFile, values: Iterable[Value], document: Document, change: Renaming
) -> Iterator[Problem]:
    """Where a record's own words or comments still say the old id."""
    message = f"“{change.old.id}” stays here, in free words"
    hint = "change it by hand if it means the record"
    for path, text, field in values:
        if field.form == "prose" and change.stands_in(change.in_prose(text)):
            yield replace(place_fault(file, path, message, hint), path=where)
    for line, column, words in document.comments():
        if change.stands_in(words):
            yield Problem(where, line, column, "", message, hint)


def _quotations_renamed(lock: Lock, old: Ref, new: Ref) -> Lock:
    """The lock of quotations in which `old` is called `new`: in addresses and, of a source, everywhere."""
    entries = {}
    for address, entry in lock.entries.items():
        record, slash, rest = address.partition("/")
        entries[f"{new}{slash}{rest}" if record == str(old) else address] = entry
    if old.kind != "source":
        return replace(lock, entries=entries)

    def named(ident: str) -> str:
        return new.id if ident == old.id else ident

    return replace(
        lock,
        entries={address: replace(entry, source=named(entry.source)) for address, entry in entries.items()},
        sources={named(ident): text for ident, text in lock.sources.items()},
        names={named(ident): names for ident, names in lock.names.items()},
    )


def _releases_renamed(releases: Releases, old: Ref, new: Ref) -> Releases:
    """The releases in which `old` is called `new`, also in the keys and texts of the frozen facts."""
    typed = re.compile(rf"(?<![\w:-]){old}(?![\w-])")
    cited = re.compile(rf"(?<![\w-]){old.id}(?= (?:{PARAGRAPH})(?: \d+)?$)")

    def text(words: str) -> str:
        return typed.sub(str(new), words)

    def key(what: str, words: str) -> str:
        if what == _KEYED_BY_ID.get(old.kind) and words == old.id:
            return new.id
        if what == "quotation" and old.kind == "source":
            return cited.sub(new.id, words)
        return text(words)

    def ref(record: Ref) -> Ref:
        return new if record == old else record

    def change(c: Change) -> Change:
        return Change(ref(c.ref), c.what, key(c.what, c.key), text(c.before), text(c.after))

    history = (
        replace(r, changes=tuple((change(c), told and ref(told)) for c, told in r.changes))
        for r in releases.history
    )
    state = {
        ref(record): {(what, key(what, words)): text(fact) for (what, words), fact in known.items()}
        for record, known in releases.state.items()
    }
    return Releases(tuple(history), state)
