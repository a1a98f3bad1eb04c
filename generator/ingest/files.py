"""Registers captured files: writes each text and, only where there is none yet, its draft record."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property
from glob import escape, has_magic
from pathlib import Path
from typing import Any, Literal

from generator.ingest.capture import read_capture
from generator.ingest.draft import draft, labelled_text, suggest_id, unused
from generator.ingest.ocr import Recognition, recognition
from generator.ingest.oneline import one_line
from generator.ingest.pdf import is_pdf
from generator.ingest.types import CapturedArticle, CaptureError
from generator.lib.files import change
from generator.records.markdownfile import split
from generator.records.reader import LARGEST
from generator.records.refs import ID
from generator.records.yamlfile import load

_BEGINNING = 1024
ARTICLES, TEXTS = Path("sources/articles"), Path("sources/texts")


@dataclass(frozen=True)
class Intake:
    """What became of one file. `refusal` is the one line that says why nothing was written, or None."""

    path: Path
    source_id: str | None = None
    record: Literal["drafted", "kept"] | None = None
    text: Literal["written", "unchanged", "kept"] | None = None
    """`kept`: the text there differs from this capture's and was left, since `force` was not given."""
    refusal: str | None = None
    capture: CapturedArticle | None = None

    def __str__(self) -> str:
        if self.refusal:
            return f"refused: {self.refusal}"
        text = "kept: it differs from this file (force replaces it)" if self.text == "kept" else self.text
        taken = self.capture
        of = f"{taken.words:,} of {taken.all_words:,}" if taken else ""
        kept = f", {'all' if taken.words == taken.all_words else of} words kept" if taken else ""
        return f"{one_line(self.path.name)} → {self.source_id}: record {self.record}, text {text}{kept}"


def parse_argument(argument: str) -> tuple[Path, str | None]:
    """The file and the id of `FILE=ID`; the id is None for a bare `FILE`, or where such a file exists."""
    path, sign, source_id = argument.rpartition("=")
    if not sign or Path(argument).exists():
        return Path(argument), None
    return Path(path), source_id


def ingest_files(
    paths: Sequence[Path],
    root: Path,
    progress: Callable[[str], None] = lambda line: None,
    *,
    ids: Mapping[Path, str] | None = None,
    force: bool = False,
    added: str | None = None,
    ocr: bool = False,
    language: str | None = None,
    part: str | None = None,
) -> list[Intake]:
    """Register the captured files `paths` in the archive at `root`; one outcome for each, in their order.

    A file belongs to the id given in `ids`, else to the record whose text is the same, else to the record
    whose `capture.file` fits its name, else to a new record. A record that exists is never written; a text
    that exists and differs is replaced only with `force`. A refused file leaves nothing; the others go on.
    `added` is the day (EDTF) that new records carry; `part` is the page or chapter to take of files that
    hold several; `progress` gets one line for each file.

    With `ocr`, pages of PDFs that have no text are read as pictures, in `language` (a BCP 47 tag) or, where
    that is None, in the language of the record that the file belongs to.
    """
    outcomes = []
    archive = _Archive(root)
    for path in paths:
        try:
            given = (ids or {}).get(path)
            reader = _recognition(path, archive, given, language) if ocr and _is_pdf(path) else None
            outcome = _ingest(path, archive, given, force, added, part, reader)
        except CaptureError as error:
            outcome = Intake(path, refusal=str(error))
        except OSError as error:
            outcome = Intake(path, refusal=f"{one_line(path.name)}: cannot be written ({error.strerror}).")
        outcomes.append(outcome)
        progress(str(outcome))
        for warning in _warnings(outcome, root):
            progress(f"{one_line(path.name)}: warning: {warning}.")
    return outcomes


class _Archive:
    """What `root` holds already, each file of it read once in a run; `wrote` tells it what came since."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @cached_property
    def _texts(self) -> dict[str, bytes]:
        """The SHA-256 of each text, by id."""
        paths = (self.root / TEXTS).glob("*.txt")
        return {path.stem: hashlib.sha256(path.read_bytes()).digest() for path in paths}

    @cached_property
    def _ids(self) -> dict[bytes, set[str]]:
        """The ids of the texts with a SHA-256."""
        found: dict[bytes, set[str]] = {}
        for ident, digest in self._texts.items():
            found.setdefault(digest, set()).add(ident)
        return found

    @cached_property
    def _files(self) -> tuple[dict[str, set[str]], list[tuple[re.Pattern[str], str]]]:
        """The ids of the records by their `capture.file`: file names, and globs."""
        names: dict[str, set[str]] = {}
        globs: list[tuple[re.Pattern[str], str]] = []
        for path in sorted((self.root / ARTICLES).glob("*.md")):
            held = fields_of(path).get("capture")
            file = held.get("file") if isinstance(held, dict) else None
            if isinstance(file, str) and has_magic(file):
                globs.append((re.compile(translate(file)), path.stem))
            elif isinstance(file, str):
                names.setdefault(file, set()).add(path.stem)
        return names, globs

    def same_text(self, text: str) -> str | None:
        """The first id of a text that is the same as `text`."""
        return min(self._ids.get(hashlib.sha256(text.encode("utf-8")).digest(), ()), default=None)

    def record_of(self, name: str) -> str | None:
        """The id of the record whose `capture.file`, a name or a glob, fits the file name."""
        names, globs = self._files
        fitting = sorted({*names.get(name, ()), *(ident for glob, ident in globs if glob.match(name))})
        if len(fitting) > 1:
            raise CaptureError(f"{name}: fits the capture.file of {' and '.join(fitting)}; say FILE=ID.")
        return fitting[0] if fitting else None

    def is_taken(self, ident: str) -> bool:
        """Whether a record or a text has the id."""
        return (self.root / ARTICLES / f"{ident}.md").exists() or (
            self.root / TEXTS / f"{ident}.txt"
        ).exists()

    def wrote(self, ident: str, text: str | None, name: str | None) -> None:
        """A text, and a record of a file with a name, were written under an id."""
        if text is not None:
            before, after = self._texts.get(ident, b""), hashlib.sha256(text.encode("utf-8")).digest()
            self._ids.get(before, set()).discard(ident)
            self._ids.setdefault(after, set()).add(ident)
            self._texts[ident] = after
        if name is not None:
            names, globs = self._files
            if has_magic(name):
                globs.append((re.compile(translate(escape(name))), ident))
            else:
                names.setdefault(name, set()).add(ident)


def _warnings(outcome: Intake, root: Path) -> Iterator[str]:
    yield from outcome.capture.warnings if outcome.capture else ()
    if outcome.capture and outcome.record == "kept" and outcome.text in {"written", "unchanged"}:
        held = fields_of(root / ARTICLES / f"{outcome.source_id}.md").get("capture")
        said = held.get("ocr") if isinstance(held, dict) else None
        if (said or "") != outcome.capture.ocr:
            wanted = outcome.capture.ocr or "null"
            yield f"capture.ocr of {outcome.source_id} is {said or 'null'}: write {wanted}"


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_pdf(file.read(_BEGINNING))
    except OSError:
        return False


def _recognition(path: Path, archive: _Archive, given: str | None, language: str | None) -> Recognition:
    """What reads the pictures in the file `path`. Raises `CaptureError`."""
    name = one_line(path.name)
    ident = given or archive.record_of(name)
    stated = fields_of(archive.root / ARTICLES / f"{ident}.md").get("language") if ident else None
    wanted = language or stated
    if not isinstance(wanted, str):
        raise CaptureError(f"{name}: --ocr needs to know the language: say it, such as --language de.")
    try:
        return recognition(wanted)
    except CaptureError as error:
        raise CaptureError(f"{name}: {error}") from error


def _ingest(
    path: Path,
    archive: _Archive,
    given: str | None,
    force: bool,
    added: str | None,
    part: str | None,
    ocr: Recognition | None,
) -> Intake:
    if given is not None and not ID.fullmatch(given):
        raise CaptureError(f"{one_line(path.name)}: “{one_line(given)}” is not an id (a-z, 0-9 and hyphens).")
    capture = read_capture(path, part, ocr)
    text = labelled_text(capture)
    source_id = given or archive.same_text(text) or archive.record_of(capture.name)
    source_id = source_id or unused(suggest_id(capture), archive.is_taken)
    root = archive.root
    record_path, text_path = root / ARTICLES / f"{source_id}.md", root / TEXTS / f"{source_id}.txt"
    held = text_path.read_bytes() if text_path.exists() else None
    differs = held is not None and held != text.encode("utf-8")
    new = not record_path.exists()
    files: dict[Path, tuple[bytes | None, bytes | None]] = {}
    if held is None or (differs and force):
        files[text_path] = held, text.encode("utf-8")
    if new:
        files[record_path] = None, draft(capture, source_id, added)[0].encode("utf-8")
    for file, (_, after) in files.items():
        if len(after or b"") > (most := LARGEST[file.suffix]):
            what = "text" if file == text_path else f"record, with its {len(capture.blocks):,} blocks,"
            raise CaptureError(
                f"{one_line(path.name)}: its {what} would have {len(after or b''):,} bytes, and no more than "
                f"{most:,} are read of one; take it in in parts."
            )
    change(root, files)
    archive.wrote(source_id, text if text_path in files else None, capture.name if new else None)
    state: Literal["written", "unchanged", "kept"] = "kept" if differs else "unchanged"
    return Intake(
        path,
        source_id,
        "drafted" if new else "kept",
        "written" if text_path in files else state,
        None,
        capture,
    )


def fields_of(path: Path) -> dict[str, Any]:
    """What can be read of the fields of a source's record, even of one with faults; of none, nothing."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    return load(split(text, path.name)[0].front, path.name)[0] or {}
