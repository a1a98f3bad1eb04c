"""The catalogues of the interface's texts: collects every text, and brings the catalogues up to date.

A catalogue (`languages/<tag>.po`) is the one file that holds a language. What the theme and the scripts
need of it is made from it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from generator.analysis.backlinks import MENTIONED
from generator.lib.dates import ENGLISH
from generator.lib.language import FOLDER, Language, catalogue_at, languages
from generator.pages.claim import READ_BACKWARDS
from generator.pages.columns import TABLES
from generator.pages.network.bonds import ACTS, RECEIVED
from generator.pages.privacy import KEPT
from generator.pages.recent import FACTS
from generator.pages.tally import SEVERAL
from generator.records.kinds import KINDS
from generator.records.model import Words
from generator.records.model.documentary import LOADED
from generator.site.finish.search import SYNONYMS

PACKAGE = Path(__file__).parents[1]
THEME = PACKAGE / "pages" / "theme" / "partials" / "words.html"
SCRIPTS = PACKAGE / "pages" / "theme" / "assets" / "documentary" / "texts.js"
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
    found: dict[Message, str] = {}
    for where, text in [*_in_code(), *((f"generator/{path}", text) for path, text in _in_tables(words))]:
        found.setdefault(text, where)
    plurals = {text[0] for text in found if len(text) > 1}
    return {text: where for text, where in found.items() if len(text) > 1 or text[0] not in plurals}


def missing(language: Language, words: Words) -> list[str]:
    """The texts that the catalogue of the language lacks."""
    return [text[0] for text in texts(words) if text[0] not in language.texts]


def updated(tag: str, words: Words) -> bytes:
    """The catalogue with what it lacks added without a translation, and without what is no longer used."""
    path = FOLDER / f"{tag}.po"
    catalogue = catalogue_at(path) if path.is_file() else Catalog(locale=tag)
    catalogue.header_comment = f"# The interface in the language “{tag}”."
    wanted = Catalog()
    for text, where in texts(words).items():
        wanted.add(text if len(text) > 1 else text[0], locations=[(where, 0)])
    catalogue.update(wanted, no_fuzzy_matching=True)
    out = BytesIO()
    write_po(out, catalogue, width=110, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_LEFT_OUT)).encode()


def for_theme() -> str:
    """The partial that gives the theme its texts."""
    used = sorted({text for _, text in _theme_texts()})
    table = {
        each.tag: {text: each.texts[text][0] for text in used if text in each.texts} for each in languages()
    }
    return (
        "{#- Made by `languages` from the catalogues: the texts of the theme, by language. -#}\n"
        f"{{%- set languages = {_json(table)} -%}}\n"
        "{%- set texts = languages[config.theme.language] | default({}, true) -%}\n"
        "{%- macro t(text) -%}{{ texts[text] | default(text, true) | e }}{%- endmacro -%}\n"
    )


def for_scripts() -> str:
    """The module that gives the scripts their texts."""
    used = sorted({text[0] for _, text in _script_texts()})
    parts = [
        f"  {_json(each.tag)}: {{\n    plural: (n) => {each.rule},\n"
        f"    texts: {_json({text: each.texts[text] for text in used if text in each.texts}, 4)},\n  }},\n"
        for each in languages()
    ]
    head = "// Made by `languages` from the catalogues: the texts of the scripts, by language.\n\n"
    return f"{head}export const TEXTS = {{\n{''.join(parts)}}};\n"


def _json(value: object, indent: int = 0) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.replace("\n", "\n" + " " * indent)


def _in_code() -> Iterator[tuple[str, Message]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from _extracted("python", path)
    for path in sorted((PACKAGE / "pages" / "templates").iterdir()):
        yield from _extracted("jinja2.ext:babel_extract", path)
    for where, text in _theme_texts():
        yield where, (text,)
    yield from _script_texts()


def _extracted(method: str, path: Path) -> Iterator[tuple[str, Message]]:
    options = {"trimmed": "true", "parse_template_string": "false"}
    for _line, message, _comments, _context in extract_from_file(method, path, _KEYWORDS, (), options):
        yield _where(path), (message,) if isinstance(message, str) else tuple(message)


def _theme_texts() -> Iterator[tuple[str, str]]:
    theme = PACKAGE / "pages" / "theme"
    for path in sorted(theme.rglob("*.html")):
        yield from ((_where(path), text) for text in _IN_THEME.findall(path.read_text(encoding="utf-8")))


def _script_texts() -> Iterator[tuple[str, Message]]:
    for path in sorted(SCRIPTS.parent.glob("*.js")):
        yield from _extracted("javascript", path)


def _where(path: Path) -> str:
    return path.relative_to(PACKAGE.parent).as_posix()


def _in_tables(words: Words) -> Iterator[tuple[str, Message]]:
    """The texts that stand in tables and are looked up when they are printed."""
    for part in fields(ENGLISH):
        value = getattr(ENGLISH, part.name)
        yield from (("dates/strings.py", (text,)) for text in ([value] if isinstance(value, str) else value))
    for kind in KINDS.values():
        yield "kinds.py", (f"%(num)s {kind.name}", f"%(num)s {kind.plural}")
        yield "pages/feed.py", (f"New {kind.name}: %(name)s",)
        yield "pages/feed.py", (f"Changed {kind.name}: %(name)s",)
        yield from (("kinds.py", (text,)) for text in (kind.title, kind.plural, *kind.links.values()))
    for table in TABLES.values():
        yield from (("pages/columns.py", (text,)) for text in (table.first, table.lede))
        for column in table.columns:
            words_of = (column.title, column.meaning, column.missing)
            yield from (("pages/columns.py", (text,)) for text in words_of)
    for text in (*READ_BACKWARDS.values(), *ACTS.values(), *RECEIVED.values(), *FACTS, MENTIONED):
        yield "pages", (text,)
    yield from (("pages/privacy.py", (text,)) for text in KEPT.values())
    for noun in ("event", "disclosure"):
        yield "pages", (f"%(num)s {noun}", f"%(num)s {noun}s")
    for one, many in SEVERAL.items():
        yield "pages/tally.py", (f"%(num)s {one}", f"%(num)s {many}")
    for name, vocabulary in words.items():
        yield "words.yml", (name.replace("_", " "),)
        if name not in (LOADED, SYNONYMS):
            yield from (("words.yml", (word.replace("_", " "),)) for word in vocabulary.words)
