"""The configuration of Sveltia CMS: a collection for each kind of record, and the documentary itself."""

from __future__ import annotations

from typing import Any

from generator.editing.admin.forms import SHOWN, Forms, Widget
from generator.editing.admin.values import AS_READ, BODY
from generator.records.dataset import Dataset
from generator.records.kinds import KINDS, Kind
from generator.records.reader import DOCUMENTARY
from generator.records.refs import ID
from generator.records.schema_tree import all_pieces

_HIDDEN: Widget = {"name": AS_READ, "widget": "hidden"}
_BODY: Widget = {
    "name": BODY,
    "label": "Reading notes",
    "hint": "One paragraph for each paragraph of the article, in our own words, after its label: [p1], [h1].",
    "widget": "text",
    "required": False,
}
_ID = [f"^{ID.pattern}$", "Write lower-case letters and digits joined by hyphens."]


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
    body = [_BODY] if kind.suffix == ".md" else []
    return {
        "name": kind.plural,
        "label": kind.title,
        "label_singular": kind.name.capitalize(),
        "folder": f"sources/{kind.folder}",
        "extension": kind.suffix.removeprefix("."),
        "format": format_name(kind.name, kind.suffix),
        "create": True,
        "identifier_field": fields[0]["name"],
        "summary": SHOWN[kind.name],
        "slug": {"editable": ["create"], "pattern": _ID, "hint": "The id of the record: its file name."},
        "fields": [*fields, *body, _HIDDEN],
    }
