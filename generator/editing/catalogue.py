"""The catalogues of the interface's texts: collects every text, and brings the catalogues up to date.

A catalogue (`languages/<tag>.po`) is the one file that holds a language. The program has its own, and a
documentary may have some in `sources/languages/`, for what the program's lack.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stderr
from dataclasses import fields
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po
from pydantic import TypeAdapter

from generator.analysis.backlinks import CITED, MENTIONED
from generator.analysis.ties import ACTS, RECEIVED
from generator.editing.placeholders import TEMPLATE
from generator.exports.formats import FORMATS
from generator.exports.formats import PACKAGE as DATA_PACKAGE
from generator.exports.tables import TITLES
from generator.lib.address import CONFIGURATION
from generator.lib.citing.locators import TERMS
from generator.lib.dates import ENGLISH
from generator.lib.dates.calendars import CALENDARS
from generator.lib.language import FOLDER, Language, catalogue_at, catalogue_path, language
from generator.pages.claim import READ_BACKWARDS
from generator.pages.columns import TABLES
from generator.pages.privacy import KEPT
from generator.pages.recent import FACTS
from generator.pages.script_texts import SCRIPTS
from generator.pages.tally import SEVERAL
from generator.records.kinds import KINDS, WORDS
from generator.records.model import Words
from generator.records.model.documentary import LOADED
from generator.site.finish.search import SYNONYMS

PACKAGE = Path(__file__).parents[1]
START_WORDS = TypeAdapter(Words).validate_python(yaml.safe_load((TEMPLATE / WORDS).read_text("utf-8")))
"""The vocabularies that a new documentary begins with."""
_IN_SETTINGS = re.compile(r"^ +(?:permalink_title: (.+)|- ([A-Z].*?):(?: [\w/.]+md)?)$", re.MULTILINE)
_IN_THEME = re.compile(r'lang\.t\("([^"]+)"\)')
_KEYWORDS = {"_": None, "ngettext": (1, 2)}
_LEFT_OUT = tuple(
    f'"{name}-' for name in ("Generated", "Language", "Last", "POT", "PO-Revision", "Project", "Report")
)
"""Lines of a catalogue's head that would change with every run, or say nothing."""
Message = tuple[str, ...]
"""A text in English: one form, or that for one and that for many."""


def texts(words: Words) -> dict[Message, str]:
    """Every text of the interface with where it stands; `words` are the vocabularies."""
    return _found(
        [*_in_code(), *((f"generator/{path}", text) for path, text in _in_tables()), *_labels(words)]
    )


def labels(words: Words) -> dict[Message, str]:
    """Those texts that are the vocabularies' own: their names and words."""
    return _found(_labels(words))


def program_texts(words: Words) -> dict[Message, str]:
    """What a catalogue of the program holds: the interface, and what every new documentary begins with."""
    begun = [(_where(path), (text,)) for path, text in _in_start()]
    return _found([*((where, text) for text, where in texts(words).items()), *_labels(START_WORDS), *begun])


def _found(pairs: Iterable[tuple[str, Message]]) -> dict[Message, str]:
    found: dict[Message, str] = {}
    for where, text in pairs:
        found.setdefault(text, where)
    plurals = {text[0] for text in found if len(text) > 1}
    return {text: where for text, where in found.items() if len(text) > 1 or text[0] not in plurals}


def missing(language: Language, wanted: Iterable[Message]) -> list[str]:
    """Those of the texts `wanted` that the language lacks."""
    return [text[0] for text in wanted if text[0] not in language.texts]


def updated(tag: str, wanted: Mapping[Message, str]) -> bytes:
    """The program's catalogue with what it lacks added, untranslated, and without what is not wanted."""
    return _written(_catalogue(FOLDER, tag), tag, wanted)


def updated_own(folder: Path, tag: str, wanted: Mapping[Message, str]) -> bytes:
    """A documentary's own catalogue in `folder` with what it and the program's lack added; empty for nothing.

    What is no longer wanted stays in it, as a comment.
    """
    catalogue = _catalogue(folder, tag)
    for message in catalogue.obsolete.values():
        catalogue[message.id] = message
    catalogue.obsolete.clear()
    held = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue}
    known = language(tag).texts.keys() - held
    wanted = {text: where for text, where in wanted.items() if text[0] not in known}
    return _written(catalogue, tag, wanted, keep=True) if wanted or len(catalogue) else b""


def _catalogue(folder: Path, tag: str) -> Catalog:
    path, shipped = folder / f"{tag}.po", catalogue_path(FOLDER, tag)
    if path.is_file():
        return catalogue_at(path)
    catalogue = Catalog(locale=tag.replace("-", "_"))
    if shipped:
        catalogue.mime_headers = catalogue_at(shipped).mime_headers  # for its rule of plurals
    return catalogue


def _written(catalogue: Catalog, tag: str, wanted: Mapping[Message, str], *, keep: bool = False) -> bytes:
    catalogue.header_comment = f"# The interface in the language “{tag}”."
    template = Catalog()
    for text, where in wanted.items():
        template.add(text if len(text) > 1 else text[0], locations=[(where, 0)])
    catalogue.update(template, no_fuzzy_matching=True)
    out = BytesIO()
    write_po(out, catalogue, width=110, include_lineno=False, ignore_obsolete=not keep)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_LEFT_OUT)).encode()


@cache
def _in_code() -> tuple[tuple[str, Message], ...]:
    return tuple(_extracted_from_code())


def _extracted_from_code() -> Iterator[tuple[str, Message]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from _extracted("python", path)
    for path in sorted((PACKAGE / "pages" / "templates").rglob("*.j2")):
        yield from _extracted("jinja2.ext:babel_extract", path)
    for where, text in _theme_texts():
        yield where, (text,)
    yield from _script_texts()
    settings = TEMPLATE / CONFIGURATION
    for found in _IN_SETTINGS.findall(settings.read_text(encoding="utf-8")):
        yield _where(settings), ("".join(found),)


def _extracted(method: str, path: Path) -> Iterator[tuple[str, Message]]:
    options = {"trimmed": "true", "parse_template_string": "false"}
    with redirect_stderr(StringIO()):  # Babel 2.19 complains there of each f-string that is no text of ours
        found = extract_from_file(method, path, _KEYWORDS, (), options)
    for _line, message, _comments, _context in found:
        yield _where(path), (message,) if isinstance(message, str) else tuple(message)


def _theme_texts() -> Iterator[tuple[str, str]]:
    theme = PACKAGE / "pages" / "theme"
    for path in sorted(theme.rglob("*.html")):
        yield from ((_where(path), text) for text in _IN_THEME.findall(path.read_text(encoding="utf-8")))


def _script_texts() -> Iterator[tuple[str, Message]]:
    for path in sorted(SCRIPTS.glob("*.js")):
        yield from _extracted("javascript", path)


def _where(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def _in_tables() -> Iterator[tuple[str, Message]]:
    """The texts that stand in tables and are looked up when they are printed."""
    for part in fields(ENGLISH):
        value = getattr(ENGLISH, part.name)
        yield from (("dates/strings.py", (text,)) for text in ([value] if isinstance(value, str) else value))
    for calendar in CALENDARS.values():
        yield from (("dates/calendars.py", (text,)) for text in (*calendar.months, calendar.era))
    for noun in (*TERMS, *TERMS.values()):
        yield "lib/citing/locators.py", (f"{noun} %(value)s",)
    for kind in KINDS.values():
        yield "kinds.py", (f"%(num)s {kind.one}", f"%(num)s {kind.many}")
        yield "pages/feed.py", (f"New {kind.one}: %(name)s",)
        yield "pages/feed.py", (f"Changed {kind.one}: %(name)s",)
        yield from (("kinds.py", (text,)) for text in (kind.title, kind.many, *kind.links.values()))
    for table in TABLES.values():
        yield from (("pages/columns.py", (text,)) for text in (table.first, table.lede))
        for column in table.columns:
            words_of = (column.title, column.meaning, column.missing)
            yield from (("pages/columns.py", (text,)) for text in words_of)
    for text in (*READ_BACKWARDS.values(), *ACTS.values(), *RECEIVED.values(), *FACTS, MENTIONED, CITED):
        yield "pages", (text,)
    yield from (("pages/privacy.py", (text,)) for text in KEPT.values())
    yield from (("exports", (each.use,)) for each in (*FORMATS, DATA_PACKAGE))
    yield from (("exports", (title,)) for title in TITLES.values())
    for noun in ("event", "disclosure"):
        yield "pages", (f"%(num)s {noun}", f"%(num)s {noun}s")
    for one, many in SEVERAL.items():
        yield "pages/tally.py", (f"%(num)s {one}", f"%(num)s {many}")


def _labels(words: Words) -> Iterator[tuple[str, Message]]:
    for name, vocabulary in words.items():
        yield "generator/words.yml", (name.replace("_", " "),)
        if name not in (LOADED, SYNONYMS):
            yield from (("generator/words.yml", (word.replace("_", " "),)) for word in vocabulary.words)


def _in_start() -> Iterator[tuple[Path, str]]:
    """What `init` writes for readers."""
    for path in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
        for _where, (text,) in _extracted("jinja2.ext:babel_extract", path):
            yield path, text
    for vocabulary in START_WORDS.values():
        yield from (
            (TEMPLATE / WORDS, meaning) for meaning in (vocabulary.meaning, *vocabulary.words.values())
        )
