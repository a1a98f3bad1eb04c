"""The page for editors that explains every field of every record, made from the models."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.lib.language import gettext as _
from generator.lib.text import capitalized
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.words import label
from generator.records.examples import example
from generator.records.kinds import DOCUMENTARY, GLOSSARY, KINDS
from generator.records.model import Words
from generator.records.schema_tree import PAGE, Field, Piece, all_pieces, anchor, pieces

_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class FieldRow:
    """One field: its fragment, its meaning, what it takes, its words and the part it holds, if any."""

    name: str
    anchor: str
    meaning: Markup
    required: bool
    takes: str
    part: str
    words: Mapping[str, str]
    example: str


@dataclass(frozen=True)
class Section:
    """The fields of one kind of record, or of a part that several share; `file` is where a record lies."""

    title: str
    anchor: str
    meaning: Markup
    file: str
    rows: tuple[FieldRow, ...]


def pages(site: Site) -> Iterator[Page]:
    """The page of all fields."""
    records, parts = sections(site.dataset.words)
    yield Page(
        url=PAGE,
        template="fields.md.j2",
        kind="page",
        title=_("Fields of the records"),
        description=_("Every field that editors write: what it means, what it takes, and an example."),
        view={"records": records, "parts": parts},
    )


def sections(words: Words) -> tuple[list[Section], list[Section]]:
    """The kinds of record, and the parts that records share, each part once."""
    records = all_pieces()
    parts = {part.name: part for record in records.values() for part in pieces(record)}
    files = {kind.name: f"{kind.folder}/…{kind.suffix}" for kind in KINDS.values()}
    files |= {"documentary": DOCUMENTARY, "glossary": GLOSSARY}
    return (
        [section(record, kind, files[kind], words) for kind, record in records.items()],
        [section(part, name.lower(), "", words) for name, part in sorted(parts.items())],
    )


def section(piece: Piece, anchor: str, file: str, words: Words) -> Section:
    """The fields of one piece."""
    rows = tuple(_row(field, anchor, words) for field in piece.fields)
    return Section(capitalized(anchor), anchor, coded(piece.meaning), file, rows)


def coded(text: str) -> Markup:
    """A sentence with what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before


def takes(field: Field, words: Words) -> str:
    """What the field takes, in words; a part is named after them."""
    if field.piece:
        return "a list of parts:" if field.many else "a part:"
    one, many = _FORMS.get(field.form, ("", ""))
    if field.form == "word":
        number = len(words[field.vocabulary].words)
        one, many = f"one of {number} words", f"a list of any of {number} words"
    elif field.form == "date" and field.limits:
        one = "one day"
    elif field.form == "reference":
        also = "".join(f", or the word “{word}”" for word in field.words)
        kinds = [f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}" for kind in field.kinds]
        one = f"a reference to {_either(kinds)}{also}"
        many = f"a list of references to {_either([KINDS[kind].plural for kind in field.kinds])}"
    return (many if field.many else one) + _limits(field)


def _either(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


_FORMS = {
    "line": ("one line of text", "a list of texts"),
    "prose": ("text in our own words", "a list of texts"),
    "date": ("a date in EDTF", "a list of dates in EDTF"),
    "number": ("a number", "a list of numbers"),
    "whole": ("a whole number", "a list of whole numbers"),
}


def _limits(field: Field) -> str:
    words = {"minimum": "at least", "exclusiveMinimum": "more than", "maximum": "at most"}
    return "".join(
        f", {said} {field.limits[key]:,.15g}" for key, said in words.items() if key in field.limits
    )


def _row(field: Field, section: str, words: Words) -> FieldRow:
    text, said = example(field, words, section), takes(field, words)
    vocabulary = words[field.vocabulary].words if field.vocabulary else {}
    return FieldRow(
        name=field.name,
        anchor=anchor(section, field.name),
        meaning=coded(field.meaning),
        required=field.required,
        takes=capitalized(said),
        part=field.piece.name.lower() if field.piece else "",
        words={label(word): meaning for word, meaning in vocabulary.items()},
        example=f"{field.name}: {f'[{text}]' if field.many else text}" if text else "",
    )
