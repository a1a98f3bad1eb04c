"""Reads `sources/` into an archive; every fault of every file comes back as a problem."""

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.evidence.article import Article
from generator.evidence.lock import Lock, readable_part
from generator.lib.address import CONFIGURATION, HINT, addresses, configuration, settings
from generator.lib.citing import locators
from generator.lib.files import oddity
from generator.lib.language import MADE, TAG, catalogue_path, own_faults
from generator.lib.lines import CONFLICT, LinesError, conflict
from generator.lib.text import respelt
from generator.lib.unseen import unseen
from generator.records import appearance
from generator.records.dataset import Dataset, RecordFile, Sensitive, place_fault
from generator.records.kinds import CURATED, DOCUMENTARY, GLOSSARY, KINDS, WORDS, Kind
from generator.records.markdownfile import LabelledParagraph, notes, split
from generator.records.media_files import FOLDER as MEDIA
from generator.records.media_files import MediaFile, read_media_files, unnamed
from generator.records.model import Chapter, Cited, Documentary, Entity, Glossary, Media, Record, Words
from generator.records.outlines import OUTLINES
from generator.records.outlines import faults as faults_of_outlines
from generator.records.problems import Problem
from generator.records.refs import ID, Ref, as_id, is_of_device, narrowed
from generator.records.schema_tree import ELSEWHERE, piece_of
from generator.records.sound import Sound, sound_values
from generator.records.validation import in_editors_words
from generator.records.yamlfile import FieldPath, load, syntax_faults

LOCK = "sources/quotes.lock.jsonl"
TEXTS = "sources/texts"
CATALOGUES = "sources/languages"
"""Where a documentary's own catalogues lie."""
THE_DOCUMENTARY = Ref("documentary", "documentary")
THE_WORDS = Ref("words", "words")
THE_GLOSSARY = Ref("glossary", "glossary")

LARGEST = {
    ".yml": 1_000_000,
    ".md": 1_000_000,
    ".txt": 5_000_000,
    ".json": 100_000_000,
    ".jsonl": 100_000_000,
}
"""The most bytes of a record, a text, and a lock or the outlines of a map."""

T = TypeVar("T")


@dataclass(frozen=True)
class FileRead:
    """What a file gave: its value, None where it cannot be used, and every problem found in it."""

    file: RecordFile
    value: Any
    problems: Sequence[Problem]
    draft: bool = False
    """Whether the file says that it is a draft, be it sound or not."""
    sensitive: Sensitive | None = None
    """What the value is without; the whole record where there is no value."""
    sound: Sound = ()
    """Of a record that cannot be used, what of it is sound; nothing of a sensitive one."""


class Keep(Protocol):
    """Gives what `read` makes of the file at `path`, or what it made before where the file is the same."""

    def __call__(self, path: Path, read: Callable[[], T]) -> T:
        """Read the file, or remember it."""


def afresh(path: Path, read: Callable[[], T]) -> T:
    """Remember nothing: read the file."""
    return read()


def read(root: Path, keep: Keep = afresh) -> tuple[Dataset | None, list[Problem]]:
    """Read the documentary in `root`.

    The archive is None where `documentary.yml` or `words.yml` cannot be used; otherwise it holds every
    record that could be read, so that further checks can run beside the problems found here.
    """
    problems = [*_stray_folders(root), *_misplaced(root)]
    records: dict[Ref, Record] = {}
    files: dict[Ref, RecordFile] = {}
    drafts: list[Ref] = []
    sensitive: dict[Ref, Sensitive] = {}
    unsound: dict[Ref, Sound] = {}
    for kind in KINDS.values():
        for path in _record_files(root, kind, problems):
            ref = Ref(kind.name, path.name.removesuffix(kind.suffix))
            reading = keep(path, partial(_read_record, root, path, kind.model))
            files[ref] = reading.file
            problems += reading.problems
            if reading.value is not None:
                records[ref] = reading.value
            if reading.sensitive:
                sensitive[ref] = reading.sensitive
            if reading.draft:
                drafts.append(ref)
            if reading.sound:
                unsound[ref] = reading.sound
    documentary = keep(root / DOCUMENTARY, partial(_read_one, root, DOCUMENTARY, Documentary))
    words = keep(root / WORDS, partial(_read_one, root, WORDS, Words))
    glossary = keep(root / GLOSSARY, partial(_read_glossary, root))
    lock, faults = keep(root / LOCK, partial(_read_lock, root))
    outlines, wrong = keep(root / OUTLINES, partial(_read_outlines, root))
    faults = [*faults, *wrong, *_unnamed_outlines(outlines, documentary)]
    faults += _other_title(root, documentary)
    catalogue, wrong = _own_catalogues(root, documentary, keep)
    faults += wrong
    media, wrong = _media_files(root, records, files.keys(), sensitive, keep)
    problems = sorted(
        [*problems, *documentary.problems, *words.problems, *glossary.problems, *faults, *wrong]
    )
    if documentary.value is None or words.value is None:
        return None, problems
    known = frozenset(files.keys() - {ref for ref in sensitive if ref not in records})
    problems = [replace(each, message=narrowed(each.message, known)) for each in problems]
    files |= {THE_DOCUMENTARY: documentary.file, THE_WORDS: words.file}
    files |= {THE_GLOSSARY: glossary.file} if glossary.file.yaml else {}
    whole = Dataset(
        documentary.value,
        words.value,
        records,
        files,
        lock,
        known,
        frozenset(drafts) & known,
        sensitive=sensitive,
        unsound=unsound,
        outlines=outlines or "",
        catalogue=catalogue,
        glossary=glossary.value or [],
        media_files=media,
    )
    return whole, problems


def _media_files(
    root: Path,
    records: Mapping[Ref, Record],
    all_read: Collection[Ref],
    sensitive: Mapping[Ref, Sensitive],
    keep: Keep,
) -> tuple[dict[str, MediaFile], list[Problem]]:
    """What is known of the files of media; a record that could not be read may name any of them."""
    media = [record for record in records.values() if isinstance(record, Media)]
    named = {path for record in media for path in record.files.values()}
    named |= {path for each in sensitive.values() for path in each.files}
    if odd := _no_folder(root, MEDIA):
        return {}, odd
    found = read_media_files(root, named, keep)
    unread = [ref for ref in all_read if ref.kind == "media" and ref not in records and ref not in sensitive]
    return found, list(unnamed(found, found if unread else named))


_WITHOUT_MARKS = frozenset({"interview", "broadcast"})
"""The types of source that print what people say without quotation marks."""


def read_texts(root: Path, dataset: Dataset, keep: Keep = afresh) -> tuple[dict[str, Article], list[Problem]]:
    """The texts of the sources that are at hand, by source id; a text that cannot be read is a problem."""
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for ref, source in dataset.sources.items():
        path = root / TEXTS / f"{ref.id}.txt"
        if path.is_file():
            article, found = keep(path, partial(read_article, root, path, source.language))
            problems += found
            if not found:
                as_read = source.language, source.type not in _WITHOUT_MARKS
                same = (article.language, article.has_marks) == as_read
                language, has_marks = as_read
                articles[ref.id] = (
                    article if same else replace(article, language=language, has_marks=has_marks)
                )
    return articles, problems


def read_article(root: Path, path: Path, language: str) -> tuple[Article, list[Problem]]:
    """The labelled text in a file, and what is wrong with it."""
    text, faults = text_of(root, path)
    found, problems = notes(text, path.relative_to(root).as_posix(), of_text=True)
    blocks = {label: note.text for label, note in found.items() if label[0] != "b"}
    beside = {label: note.text for label, note in found.items() if label[0] == "b"}
    return Article(blocks, language, beside=beside), faults or problems


def _stray_folders(root: Path) -> Iterator[Problem]:
    """Folders beside those of the records: nothing in them would be read."""
    curated = root / CURATED
    yield from _no_folder(root, CURATED)
    folders = [Path(kind.folder).name for kind in KINDS.values() if kind.folder.startswith(CURATED)]
    hint = f"records lie in the folders {', '.join(folders)} of {CURATED}"
    for path in sorted(curated.parent.iterdir()) if curated.parent.is_dir() else ():
        where = path.relative_to(root).as_posix()
        if path.name in folders and where == MEDIA:
            continue
        if path.name in folders or (path.suffix == ".yml" and where != DOCUMENTARY):
            yield Problem(where, message="nothing here is read", hint=hint)
    for path in sorted(curated.iterdir()) if curated.is_dir() else ():
        if path.name.startswith(".") or path.relative_to(root).as_posix() in (WORDS, GLOSSARY):
            continue
        if path.name not in folders:
            yield Problem(path.relative_to(root).as_posix(), message="nothing here is read", hint=hint)


def _odd(path: Path, where: str) -> list[Problem]:
    odd = oddity(path)
    return [Problem(where, message=odd[0], hint=odd[1])] if odd else []


def _no_folder(root: Path, where: str) -> list[Problem]:
    path = root / where
    if path.is_file() and not path.is_symlink():
        hint = "move it elsewhere, and make a folder of that name"
        return [Problem(where, message="this is a file and must be a folder", hint=hint)]
    return _odd(path, where)


def _misplaced(root: Path) -> Iterator[Problem]:
    """What stands for an address in the site builder's configuration and is none: pages would link to it."""
    if odd := _odd(root / CONFIGURATION, CONFIGURATION):
        yield from odd
        return
    try:
        yield from syntax_faults(configuration(root), CONFIGURATION)
    except FileNotFoundError:
        pass  # only a build needs one
    except OSError as fault:
        yield Problem(CONFIGURATION, message=str(fault.strerror))
    for found in addresses(root):
        if found.fault:
            yield Problem(CONFIGURATION, found.line, found.column, found.key, found.fault, HINT)
    yield from appearance.faults(root)


def _other_title(root: Path, documentary: FileRead) -> Iterator[Problem]:
    """A name of the site beside the title of the documentary: readers would be told both."""
    if documentary.value is None:
        return
    title, there = documentary.value.title, place_fault(documentary.file, ("title",), "")
    for found in settings(root):
        written = found.value if found.variable != "DOCUMENTARY_TITLE" else None
        if found.key == "site_name" and isinstance(written, str) and written != title:
            message = f"“{written}” is not the title, “{title}”, that stands in {there.path}:{there.line}"
            yield Problem(CONFIGURATION, found.line, found.column, found.key, message, _ONE_TITLE)


_ONE_TITLE = "write !ENV [DOCUMENTARY_TITLE, A documentary]: the build takes it from there"


def _record_files(root: Path, kind: Kind, problems: list[Problem]) -> Iterator[Path]:
    folder = root / kind.folder
    if odd := _no_folder(root, kind.folder):
        problems += odd
        return
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        where = path.relative_to(root).as_posix()
        if path.name.startswith("."):
            continue
        if odd := _odd(path, where):
            problems += odd
        elif not path.is_dir() and _LEFT_BEHIND.search(path.name):
            message = f"“{path.name}” looks like what another program left behind"
            problems.append(Problem(where, message=message, hint="delete it, or keep it elsewhere"))
        elif path.is_dir() or not path.name.endswith(kind.suffix):
            message = f"“{path.name}” is not a {kind.name} record"
            hint = f"records of this folder are files ending in {kind.suffix}"
            problems.append(Problem(where, message=message, hint=_called(path, kind) or hint))
        elif not ID.fullmatch(path.name.removesuffix(kind.suffix)):
            hint = f"use lower-case letters and digits joined by hyphens, such as anna-berg{kind.suffix}"
            message = f"“{path.name}” is not a usable file name"
            problems.append(Problem(where, message=message, hint=_called(path, kind) or hint))
        elif is_of_device(path.name.removesuffix(kind.suffix)):
            hint = f"Windows cannot store it: add a word, such as the-{path.name}"
            problems.append(Problem(where, message=f"“{path.name}” is not a usable file name", hint=hint))
        else:
            yield path


_LEFT_BEHIND = re.compile(
    r"~$|\.(bak|old|orig|rej|sw[op]|tmp)$|^#.*#$|\(\d+\)\.\w+$| - copy|^copy of | copy( \d+)?\.\w+$"
    r"|_(backup|base|local|remote)_\d+\.|^(desktop\.ini|thumbs\.db)$",
    re.IGNORECASE,
)
"""Names of copies that text editors, file managers and git make, and of files beside folders."""


def _called(path: Path, kind: Kind) -> str:
    """What the file of a record should be called; empty where that is not plain."""
    endings = r"\.md|\.markdown" if kind.suffix == ".md" else r"\.ya?ml"
    found = re.fullmatch(rf"(.+?)(?:{endings})(?:\.txt)?", path.name, re.IGNORECASE)
    plain = as_id(respelt(found[1])[0]) if found and not path.is_dir() else ""
    plain = f"the-{plain}" if is_of_device(plain) else plain
    taken = path.with_name(plain + kind.suffix).exists()
    return f"call it {plain}{kind.suffix}" if ID.fullmatch(plain) and not taken else ""


def text_of(root: Path, path: Path) -> tuple[str, list[Problem]]:
    """The text of a file below `root`, and why it cannot be read; with a merge conflict both are given."""
    where = path.relative_to(root).as_posix()
    if odd := _odd(path, where):
        return "", odd
    if path.is_dir():
        hint = "move what is in it elsewhere, and put the file in its place"
        return "", [Problem(where, message="this is a folder and must be a file", hint=hint)]
    most = LARGEST.get(path.suffix, LARGEST[".txt"])
    try:
        if path.stat().st_size > most:
            hint = "give each record a file of its own, and leave out what is no text"
            return "", [Problem(where, message=f"the file is larger than {most:,} bytes", hint=hint)]
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as fault:
        line = path.read_bytes()[: fault.start].count(b"\n") + 1
        return "", [Problem(where, line, 1, message="the file is not UTF-8 text", hint="save it as UTF-8")]
    except OSError as fault:
        return "", [Problem(where, message=f"the file cannot be read: {fault.strerror}")]
    line = conflict(text)
    return text, [Problem(where, line, 1, "", *CONFLICT)] if line else []


def read_lines(
    root: Path, where: str, parse: Callable[[str], T], none: T, message: str, hint: str
) -> tuple[T, list[Problem]]:
    """What `parse` makes of the lock at `where` below `root`, and what is wrong with it.

    `none` where there is no such file, or `parse` raises LinesError; `message` and `hint` tell of that.
    """
    if not os.path.lexists(root / where):
        return none, []
    text, problems = text_of(root, root / where)
    try:
        return parse(text), problems
    except LinesError as fault:
        return none, problems or [Problem(where, fault.line, 1, "", message, hint)]


_TOLD_BY_THE_FILE = (("notes",), ("gaps",))
"""Fields whose faults are told where the body of the file is read."""


def _read_record(root: Path, path: Path, model: Any) -> FileRead:
    where = path.relative_to(root).as_posix()
    text, problems = text_of(root, path)
    file, data = RecordFile(where, text), None
    if not problems and path.suffix == ".md":
        file, data, problems = _parse_markdown(text, where, model)
    elif not problems:
        data, problems = load(text, where, as_list=model is Glossary)
    if data is None:
        return FileRead(file, None, problems)
    marks = data if isinstance(data, dict) else {}
    draft = marks.get("draft") is True
    try:
        value, sensitive = _without_sensitive(_adapter(model).validate_python(data))
        return FileRead(file, value, problems, draft, sensitive)
    except ValidationError as error:
        if elsewhere := _of_another_kind(where, model, data):
            return FileRead(file, None, [*problems, elsewhere], draft)
        found = [fault for fault in in_editors_words(model, error) if fault[0][:1] not in _TOLD_BY_THE_FILE]
        faults = [place_fault(file, *fault) for fault in found]
        named = (marks.get(field) for field in ("file", "captions", "poster"))
        files = frozenset(path for path in named if isinstance(path, str))
        sensitive = Sensitive(frozenset(), files) if marks.get("sensitive") is True else None
        sound = _sound(model, marks, found) if not sensitive else ()
        return FileRead(file, None, problems + faults, draft, sensitive, sound)


def _sound(model: Any, data: Mapping[str, Any], faults: Sequence[tuple[FieldPath, str, str]]) -> Sound:
    """What is sound of a record with faults, but for the body of its file."""
    if not (isinstance(model, type) and issubclass(model, Record)):
        return ()
    written = {key: value for key, value in data.items() if key not in ELSEWHERE.get(model.__name__, ())}
    return tuple(sound_values(model, written, [path for path, _, _ in faults]))


def _without_sensitive(value: Any) -> tuple[Any, Sensitive | None]:
    """A record without what only the editors may know, None where that is all of it; and what it was."""
    if not isinstance(value, Record) or isinstance(value, Documentary):
        return value, None
    names = value.names if isinstance(value, Entity) else []
    if value.sensitive:
        own = value.printed_forms if isinstance(value, Entity) else []
        files = frozenset(value.files.values()) if isinstance(value, Media) else frozenset()
        return None, Sensitive(frozenset((*own, *(name.text for name in names))), files)
    left_out = tuple(number for number, name in enumerate(names) if name.sensitive)
    if not left_out:
        return value, None
    forms = frozenset(names[number].text for number in left_out)
    kept = [name for name in names if not name.sensitive]
    return value.model_copy(update={"names": kept}), Sensitive(forms, left_out=left_out)


def _of_another_kind(where: str, model: Any, data: dict[str, Any]) -> Problem | None:
    """The problem of a record that has keys which its kind has not, and all that another kind needs."""
    own = next((kind for kind in KINDS.values() if kind.model is model), None)
    if own is None or not data.keys() - {field.name for field in piece_of(model).fields}:
        return None
    fit = [kind for kind in KINDS.values() if kind.suffix == own.suffix and _has_the_fields_of(kind, data)]
    if not fit:
        return None
    names = " or ".join(f"{'an' if kind.name[0] in 'aeiou' else 'a'} {kind.name}" for kind in fit)
    hint = f"move it to {' or '.join(f'{kind.folder}/' for kind in fit)}"
    return Problem(where, 1, 1, "", f"this is no {own.name}: it has the fields of {names}", hint)


def _has_the_fields_of(kind: Kind, data: dict[str, Any]) -> bool:
    fields = piece_of(kind.model).fields
    needed = {field.name for field in fields if field.required}
    return needed <= data.keys() <= {field.name for field in fields}


def _parse_markdown(text: str, where: str, model: Any) -> tuple[RecordFile, Any, list[Problem]]:
    parts, problems = split(text, where)
    file = RecordFile(where, parts.front, parts.front_line)
    if not parts.front and problems:
        return file, None, problems
    data, found = load(parts.front, where, parts.front_line)
    for (line, column), told in unseen(parts.body, tabs=False):
        problems.append(Problem(where, line + parts.body_line - 1, column, "", *told))
    problems += found
    if model is Chapter:
        message, hint = "the text is no field", "move it below the second line ---"
        body: dict[str, Any] = {"body": {"text": Cited(parts.body), "line": parts.body_line}}
    else:
        message = "reading notes are no field"
        hint = "move them below the second line ---, each after its label, such as [p1]"
        labelled, faults = notes(parts.body, where, parts.body_line)
        problems += faults
        body = {
            "notes": [_note(each) for each in labelled.values() if not each.last],
            "gaps": [_gap(each) for each in labelled.values() if each.last],
        }
    if data is not None:
        problems += [place_fault(file, (name,), message, hint) for name in body if name in data]
        data |= body
    return file, data, problems


def _note(paragraph: LabelledParagraph) -> dict[str, Any]:
    note = {name: getattr(paragraph, name) for name in ("label", "text", "line")}
    if not paragraph.locator:
        return note
    return {**note, "locator": dict(zip(("label", "value"), locators.read(paragraph.locator), strict=True))}


def _gap(paragraph: LabelledParagraph) -> dict[str, Any]:
    told = {"text": paragraph.text} if paragraph.text else {}
    return {"first": paragraph.label, "last": paragraph.last, "line": paragraph.line, **told}


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


_BEGIN = "every documentary has one: run this in its folder or name that with --root; “init” begins a new one"


def _read_one(root: Path, where: str, model: Any) -> FileRead:
    if os.path.lexists(root / where):
        return _read_record(root, root / where, model)
    problem = Problem(where, message="the file is missing", hint=_BEGIN)
    return FileRead(RecordFile(where, ""), None, [problem])


def _read_glossary(root: Path) -> FileRead:
    """What the glossary lists: nothing where there is none, or nothing but comments in it."""
    text, faults = text_of(root, root / GLOSSARY) if os.path.lexists(root / GLOSSARY) else ("", [])
    if faults or any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines()):
        return _read_record(root, root / GLOSSARY, Glossary)
    return FileRead(RecordFile(GLOSSARY, ""), [], [])


def _read_lock(root: Path) -> tuple[Lock | None, list[Problem]]:
    path = root / LOCK
    if not os.path.lexists(path):
        return None, []
    text, faults = text_of(root, path)
    faults = [replace(fault, hint="“verify” puts the lock in order") if text else fault for fault in faults]
    hint = "take the committed one, or write it again with “verify” where the texts are"
    try:
        lock = Lock.from_lines(text)
        line = 0 if lock.normaliser else 1
    except LinesError as fault:
        lock, line = readable_part(text), fault.line
    damaged = [Problem(LOCK, line, 1, "", "the lock is damaged", hint)] if line else []
    return lock, faults or damaged


def _read_outlines(root: Path) -> tuple[str | None, list[Problem]]:
    """The text of the file, None where there is none, empty where it cannot be used."""
    if not os.path.lexists(root / OUTLINES):
        return None, []
    text, faults = text_of(root, root / OUTLINES)
    faults = faults or faults_of_outlines(text)
    return "" if faults else text, faults


def _own_catalogues(root: Path, documentary: FileRead, keep: Keep) -> tuple[str, list[Problem]]:
    """The text of the documentary's own catalogue of its language, and what is wrong with any there."""
    folder = root / CATALOGUES
    texts: dict[Path, str] = {}
    problems = _no_folder(root, CATALOGUES)
    for path in sorted(folder.iterdir()) if folder.is_dir() and not problems else ():
        if path.suffix == ".po" and TAG.fullmatch(path.stem):
            texts[path], faults = keep(path, partial(_read_catalogue, root, path))
            problems += faults
        elif not path.name.startswith("."):
            hint = "a catalogue is named after the tag of its language, such as fa.po"
            problems.append(
                Problem(path.relative_to(root).as_posix(), message="nothing here is read", hint=hint)
            )
    of = catalogue_path(folder, documentary.value.language) if documentary.value else None
    return texts.get(of, "") if of and not problems else "", problems


def _read_catalogue(root: Path, path: Path) -> tuple[str, list[Problem]]:
    text, faults = text_of(root, path)
    where = path.relative_to(root).as_posix()
    found = own_faults(path.stem, text) if not faults else ()
    return text, faults + [
        Problem(where, line, 1 if line else 0, message=why, hint=MADE) for line, why in found
    ]


def _unnamed_outlines(outlines: str | None, documentary: FileRead) -> Iterator[Problem]:
    """Whose borders a map shows is said wherever an editor gives them, and nowhere else."""
    if documentary.value is None or (outlines is None) == (documentary.value.outlines is None):
        return
    if outlines is None:
        hint = "put it there as GeoJSON, or remove “outlines”: the maps then show those of Natural Earth"
        yield place_fault(documentary.file, ("outlines",), f"there is no file {OUTLINES}", hint)
    else:
        hint = f"name who drew them, whose view they take and the licence under “outlines” in {DOCUMENTARY}"
        yield Problem(OUTLINES, 1, 1, message="it is not said whose borders these are", hint=hint)
