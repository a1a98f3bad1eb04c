"""The forms of Sveltia CMS: a collection for each kind of record, each field with its widget and its hint."""

from collections.abc import Mapping
from typing import Any

from generator.editing.admin.values import AS_READ, BODY
from generator.records.dataset import Dataset
from generator.records.kinds import DOCUMENTARY, KINDS, Kind
from generator.records.model import Words
from generator.records.refs import ID, Ref
from generator.records.schema_tree import Field, Piece, all_pieces
from generator.records.schemas import DATE, DATE_WANTED, NUMBER

Widget = dict[str, Any]
SHOWN = {
    "source": "{{title}}{{supplied_title}}",
    "person": "{{name}}{{supplied_name}}",
    "organization": "{{name}}{{supplied_name}}",
    "place": "{{name}}{{supplied_name}}",
    "event": "{{name}}",
    "claim": "{{text}}",
    "question": "{{text}}",
    "chapter": "{{order}}. {{title}}",
    "media": "{{name}}",
    "correction": "{{date}}: {{reason}}",
}
"""What a record is called in lists and where others refer to it."""
_SUMMARIES = {
    "Answer": "{{fields.question}}: {{fields.answer}}",
    "Assertion": "{{fields.speaker}} ({{fields.id}})",
    "CastMember": "{{fields.entity}}",
    "Derivation": "{{fields.relation}}",
    "Evidence": "{{fields.source}} {{fields.paragraph}}",
    "Name": "{{fields.text}}",
    "Participant": "{{fields.entity}}",
    "Relation": "{{fields.claim}}",
    "Role": "{{fields.title}}",
}
_OF_AN_ID = "Write lower-case letters and digits joined by hyphens."
_NUMBER = [NUMBER, "Write a number, such as 12 or 0.5."]
_WHOLE = [r"^[0-9]+$", "Write a whole number, such as 12."]
_DATE = [DATE, DATE_WANTED]
_HIDDEN: Widget = {"name": AS_READ, "widget": "hidden"}
_BODY: Widget = {"name": BODY, "widget": "text", "required": False}
_BODIES: Mapping[str, Widget] = {
    "source": {
        **_BODY,
        "label": "Reading notes",
        "hint": "One paragraph for each paragraph of the article, in our own words, after its label: [p1], "
        "[h1].",
    },
    "chapter": {
        **_BODY,
        "label": "Text",
        "hint": "Every sentence cites a record, [words](claim:id), or is the narrator's, [Words.](narrator).",
    },
}
_ID = [f"^{ID.pattern}$", _OF_AN_ID]


class Forms:
    """Makes the forms for one archive: `words` are its vocabularies, `names` its records by their names."""

    def __init__(self, words: Words, names: Mapping[Ref, str]) -> None:
        self.words = words
        self.names = names

    def fields(self, piece: Piece) -> list[Widget]:
        """The widgets of a record or part, in the order in which editors write its fields."""
        return [self.widget(field) for field in piece.fields]

    def widget(self, field: Field) -> Widget:
        """The widget of one field."""
        shared = {
            "name": field.name,
            "label": field.name.replace("_", " ").capitalize(),
            "hint": field.meaning,
            "required": field.required,
        }
        if field.piece and field.many:
            shown = _SUMMARIES.get(field.piece.name)
            fields = self.fields(field.piece)
            one = field.piece.name.lower()
            listed = {**shared, "label_singular": one, "widget": "list", "fields": fields, "collapsed": True}
            return listed | ({"summary": shown} if shown else {})
        if field.piece:
            return {**shared, "widget": "object", "fields": self.fields(field.piece)}
        if field.many and field.form in ("line", "prose"):
            widget = "text" if field.form == "prose" else "string"
            item = {"name": "item", "label": "Text", "widget": widget}
            return {**shared, "widget": "list", "field": item}
        several = {"multiple": True, "min": field.at_least} if field.many else {}
        return {**shared, **self._single(field), **several}

    def _single(self, field: Field) -> Widget:
        if field.form == "word":
            meanings = self.words[field.vocabulary].words
            options = [
                _option(f"{word.replace('_', ' ')}: {means}", word) for word, means in meanings.items()
            ]
            return {"widget": "select", "options": options}
        if field.form == "reference":
            return self._reference(field)
        forms: dict[str, Widget] = {
            "prose": {"widget": "text"},
            "date": _line(field) if field.limits else {"widget": "string", "pattern": _DATE},
            "number": {"widget": "string", "pattern": _NUMBER},
            "whole": {"widget": "string", "pattern": _WHOLE},
            "boolean": {"widget": "boolean"},
            "line": _line(field),
        }
        return forms[field.form]

    def _reference(self, field: Field) -> Widget:
        """One kind is looked up in its collection; several are chosen from a list of names."""
        if len(field.kinds) == 1:
            kind = field.kinds[0]
            shown = [SHOWN[kind]]
            return {
                "widget": "relation",
                "collection": KINDS[kind].plural,
                "value_field": "{{slug}}",
                "display_fields": shown,
                "search_fields": shown,
            }
        records = sorted((name, ref) for ref, name in self.names.items() if ref.kind in field.kinds)
        options = [_option(f"{name} ({ref.kind})", str(ref)) for name, ref in records]
        return {"widget": "select", "options": [*(_option(word, word) for word in field.words), *options]}


def _line(field: Field) -> Widget:
    pattern = field.limits.get("pattern")
    wanted = [pattern, field.limits.get("patternErrorMessage", _OF_AN_ID)]
    return {"widget": "string", **({"pattern": wanted} if pattern else {})}


def _option(label: str, value: str) -> dict[str, str]:
    return {"label": label, "value": value}


def config(dataset: Dataset, repository: str) -> dict[str, Any]:
    """The configuration for the archive; `repository` is the name shown for the project folder."""
    names = {ref: str(getattr(record, "name", ref.id)) for ref, record in dataset.records.items()}
    forms = Forms(dataset.words, names)
    pieces = all_pieces()
    collections = [_collection(kind, forms.fields(pieces[kind.name])) for kind in KINDS.values()]
    return {
        "backend": {"name": "github", "repo": f"local/{repository}", "auth_methods": ["oauth"]},
        "app_title": dataset.documentary.title,
        "media_folder": "build/admin/uploads",
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True},
        "collections": collections,
        "singletons": [
            {
                "name": "documentary",
                "label": "The documentary",
                "file": DOCUMENTARY,
                "format": format_name("documentary", ".yml"),
                "fields": [*forms.fields(pieces["documentary"]), _HIDDEN],
            }
        ],
    }


def format_name(kind: str, suffix: str) -> str:
    """The name under which the page registers how files of a kind are read and written.

    The CMS takes only names that end so for Markdown files.
    """
    return f"{kind}-frontmatter" if suffix == ".md" else f"{kind}-record"


def _collection(kind: Kind, fields: list[Widget]) -> dict[str, Any]:
    body = [_BODIES[kind.name]] if kind.name in _BODIES else []
    return {
        "name": kind.plural,
        "label": kind.title,
        "label_singular": kind.name.capitalize(),
        "folder": kind.folder,
        "extension": kind.suffix.removeprefix("."),
        "format": format_name(kind.name, kind.suffix),
        "create": True,
        "identifier_field": fields[0]["name"],
        "summary": SHOWN[kind.name],
        "slug": {"editable": ["create"], "pattern": _ID, "hint": "The id of the record: its file name."},
        "fields": [*fields, *body, _HIDDEN],
    }
