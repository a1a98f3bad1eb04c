"""The files of the schemas below `sources/schemas/`, and the settings that lead an editor to them."""

from __future__ import annotations

import json
from typing import Any

from generator.records.dataset import Dataset
from generator.records.kinds import KINDS
from generator.records.reader import DOCUMENTARY, WORDS
from generator.records.schema_tree import all_pieces
from generator.records.schemas import FOLDER
from generator.records.schemas.schema import IDS, schema, schema_of_ids, schema_of_words

SETTINGS = ".vscode/settings.json"


def schema_files(dataset: Dataset) -> dict[str, bytes]:
    """Every schema by its path from the project folder, the ids of the archive's records among them."""
    made = {kind: schema(kind, piece, dataset.words) for kind, piece in all_pieces().items()}
    made["words"] = schema_of_words()
    ids = {kind: [ref.id for ref in dataset.known if ref.kind == kind] for kind in KINDS}
    files = {f"{FOLDER}/{kind}.json": _json(each) for kind, each in made.items()}
    return {**files, f"{FOLDER}/{IDS}": _json(schema_of_ids(ids))}


def associations() -> dict[str, str]:
    """Which files each schema is for: its path to a pattern of paths, both from the project folder.

    The fields of a source stand inside a Markdown file, where a YAML language server does not look.
    """
    found = {f"{FOLDER}/documentary.json": DOCUMENTARY, f"{FOLDER}/words.json": WORDS}
    for kind in KINDS.values():
        if kind.suffix == ".yml":
            found[f"{FOLDER}/{kind.name}.json"] = f"sources/{kind.folder}/*.yml"
    return found


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
