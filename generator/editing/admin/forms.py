"""The form of a record: each field with its widget, its hint and what it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.records.kinds import KINDS
from generator.records.model import Words
from generator.records.refs import Ref
from generator.records.schema_tree import Field, Piece
from generator.records.schemas.examples import DATES

Widget = dict[str, Any]
SHOWN = {
    "source": "{{title}}{{supplied_title}}",
    "person": "{{name}}{{supplied_name}}",
    "organization": "{{name}}{{supplied_name}}",
    "place": "{{name}}{{supplied_name}}",
    "event": "{{name}}",
    "claim": "{{text}}",
    "question": "{{text}}",
    "correction": "{{date}}: {{reason}}",
}
"""What a record is called in lists and where others refer to it."""
_SUMMARIES = {
    "Answer": "{{fields.question}}: {{fields.answer}}",
    "Assertion": "{{fields.speaker}} ({{fields.id}})",
    "Derivation": "{{fields.relation}}",
    "Evidence": "{{fields.source}} {{fields.paragraph}}",
    "Name": "{{fields.text}}",
    "Participant": "{{fields.entity}}",
    "Relation": "{{fields.claim}}",
    "Role": "{{fields.title}}",
}
_NUMBER = [r"^[+-]?[0-9]+(\.[0-9]+)?$", "Write a number, such as 12 or 0.5."]
_WHOLE = [r"^[0-9]+$", "Write a whole number, such as 12."]
_DATE = [r"^[0-9XYE./,?~%\[\]{}+-]+$", f"Write a date in EDTF, such as {', '.join(DATES)}."]


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
            listed = {**shared, "label_singular": one, "widget": "list", "fields": fields}
            listed |= {"collapsed": True, "summary": shown}
            return {key: value for key, value in listed.items() if value is not None}
        if field.piece:
            return {**shared, "widget": "object", "fields": self.fields(field.piece)}
        if field.many and field.form == "line":
            return {
                **shared,
                "widget": "list",
                "field": {"name": "item", "label": "Text", "widget": "string"},
            }
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
            "boolean": {"widget": "boolean", "required": False},
            "prose": {"widget": "text"},
            "date": {"widget": "string", "pattern": _DATE},
            "number": {"widget": "string", "pattern": _NUMBER},
            "whole": {"widget": "string", "pattern": _WHOLE},
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
    said = field.limits.get("patternErrorMessage", "Write lower-case letters and digits joined by hyphens.")
    wanted = {"pattern": [pattern, said]} if pattern else {}
    return {"widget": "string", **wanted}


def _option(label: str, value: str) -> dict[str, str]:
    return {"label": label, "value": value}
