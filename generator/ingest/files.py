"""Registers captured files: writes each text and, only where there is none yet, its draft record."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from generator.ingest.capture import read_capture
from generator.ingest.draft import draft, labelled_text, suggest_id, unused
from generator.ingest.oneline import one_line
from generator.ingest.types import CapturedArticle, CaptureError
from generator.lib.files import change
from generator.records.markdownfile import split
from generator.records.refs import ID
from generator.records.yamlfile import load

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
        return f"{self.path.name} → {self.source_id}: record {self.record}, text {text}{kept}"


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
    part: str | None = None,
) -> list[Intake]:
    """Register the captured files `paths` in the archive at `root`; one outcome for each, in their order.

    A file belongs to the id given in `ids`, else to the record whose text is the same, else to the record
    whose `capture.file` fits its name, else to a new record. A record that exists is never written; a text
    that exists and differs is replaced only with `force`. A refused file leaves nothing; the others go on.
    `added` is the day (EDTF) that new records carry; `part` is the page or chapter to take of files that
    hold several; `progress` gets one line for each file.
    """
    outcomes = []
    for path in paths:
        try:
            outcome = _ingest(path, root, (ids or {}).get(path), force, added, part)
        except CaptureError as error:
            outcome = Intake(path, refusal=str(error))
        except OSError as error:
            outcome = Intake(path, refusal=f"{one_line(path.name)}: cannot be written ({error.strerror}).")
        outcomes.append(outcome)
        progress(str(outcome))
        for warning in outcome.capture.warnings if outcome.capture else ():
            progress(f"{one_line(path.name)}: warning: {warning}.")
    return outcomes


def _ingest(
    path: Path, root: Path, given: str | None, force: bool, added: str | None, part: str | None
) -> Intake:
    if given is not None and not ID.fullmatch(given):
        raise CaptureError(f"{one_line(path.name)}: “{one_line(given)}” is not an id (a-z, 0-9 and hyphens).")
    capture = read_capture(path, part)
    text = labelled_text(capture)
    source_id = given or _same_text(root, text) or _record_of(root, capture.name)
    source_id = source_id or unused(suggest_id(capture), lambda each: _is_taken(root, each))
    record_path, text_path = root / ARTICLES / f"{source_id}.md", root / TEXTS / f"{source_id}.txt"
    held = text_path.read_bytes() if text_path.exists() else None
    differs = held is not None and held != text.encode("utf-8")
    new = not record_path.exists()
    files: dict[Path, tuple[bytes | None, bytes | None]] = {}
    if held is None or (differs and force):
        files[text_path] = held, text.encode("utf-8")
    if new:
        files[record_path] = None, draft(capture, source_id, added)[0].encode("utf-8")
    change(root, files)
    state: Literal["written", "unchanged", "kept"] = "kept" if differs else "unchanged"
    return Intake(
        path,
        source_id,
        "drafted" if new else "kept",
        "written" if text_path in files else state,
        None,
        capture,
    )


def _same_text(root: Path, text: str) -> str | None:
    """The id of the text in the archive whose SHA-256 is that of `text`."""
    wanted = hashlib.sha256(text.encode("utf-8")).digest()
    for path in sorted((root / TEXTS).glob("*.txt")):
        if hashlib.sha256(path.read_bytes()).digest() == wanted:
            return path.stem
    return None


def _record_of(root: Path, name: str) -> str | None:
    """The id of the record whose `capture.file`, a name or a glob, fits the file name."""
    fitting = []
    for path in sorted((root / ARTICLES).glob("*.md")):
        held = fields_of(path).get("capture")
        file = held.get("file") if isinstance(held, dict) else None
        if isinstance(file, str) and fnmatchcase(name, file):
            fitting.append(path.stem)
    if len(fitting) > 1:
        raise CaptureError(f"{name}: fits the capture.file of {' and '.join(fitting)}; say FILE=ID.")
    return fitting[0] if fitting else None


def fields_of(path: Path) -> dict[str, Any]:
    """What can be read of the fields of a source's record, even of one with faults; of none, nothing."""
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    return load(split(text, path.name)[0].front, path.name)[0] or {}


def _is_taken(root: Path, ident: str) -> bool:
    return (root / ARTICLES / f"{ident}.md").exists() or (root / TEXTS / f"{ident}.txt").exists()
