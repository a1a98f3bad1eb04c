"""FollowTheMoney: people, bodies, places, events and sources as entities, and every value as a statement.

FollowTheMoney has no word for a denial or a doubt, so nothing that somebody merely says becomes a property: a
statement on a claim is a note that names who says it, with which stance, and where. What the record states
in its own name are properties. A role or a part in an event that rests on a claim is no entity; it stands
among the statements alone, as one of the dataset of the source that asserts it, marked as external, with the
claim's standing beside it and the assertion as its origin. An event that is not said to have occurred is a
note.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping

from generator.exports.archive import Archive, Data
from generator.exports.format import File, Format
from generator.exports.ftm_entities import DATES, Entity, entities
from generator.lib.language import gettext as _

_TYPES: Mapping[str, str] = {
    **dict.fromkeys(("name", "alias", "weakAlias", "abbreviation"), "name"),
    **dict.fromkeys(("summary", "description"), "text"),
    **dict.fromkeys(DATES, "date"),
    **dict.fromkeys(("sourceUrl", "wikipediaUrl"), "url"),
    **dict.fromkeys(
        ("proof", "parent", "addressEntity", "involved", "member", "organization", "entity", "pictured"),
        "entity",
    ),
    **dict.fromkeys(("title", "author", "publisher", "role", "status", "position", "remarks"), "string"),
    **dict.fromkeys(("latitude", "longitude"), "number"),
    "full": "address",
    "wikidataId": "identifier",
}
"""The properties in use, with their types in the model."""
_COLUMNS = "canonical_id entity_id prop prop_type schema value dataset origin lang original_value external "
_COLUMNS += "first_seen last_seen id"


def _files(archive: Archive) -> Iterator[File]:
    every = list(entities(archive))
    own = [entity for entity in every if not entity.rests_on]
    dataset = _dataset(archive.documentary["title"])
    lines = "".join(json.dumps(_whole(each, dataset), ensure_ascii=False) + "\n" for each in own)
    title = _("What the records state in their own name, and notes on who says what")
    note = _(
        "One entity a line (JSON Lines), under the name that the tools of FollowTheMoney give such a file. "
        "Dates before the year 1000 or after 2999, which they do not read, are left out."
    )
    yield File("entities.ftm.json", lines.encode(), "application/x-ndjson", title, len(own), note)
    rows = [row for entity in every for row in _statements(entity, dataset)]
    text = io.StringIO()
    writer = csv.writer(text, dialect=csv.unix_dialect)
    writer.writerows([_COLUMNS.split(), *rows])
    title = _("Each value with its source; what rests on a claim is marked as external")
    note = _(
        "The cells are as the tools of FollowTheMoney read them. A spreadsheet may run one that begins with "
        "=, +, - or @ as a formula, unless it imports every column as text."
    )
    yield File("statements.ftm.csv", text.getvalue().encode(), "text/csv", title, len(rows), note)


def _whole(entity: Entity, dataset: str) -> Data:
    properties: dict[str, list[str]] = {}
    for name, value in entity.values():
        properties.setdefault(name, []).append(value)
    return {"id": entity.id, "schema": entity.schema, "properties": properties, "datasets": [dataset]}


def _dataset(title: str) -> str:
    return re.sub("[^a-z0-9]+", "_", title.lower()).strip("_") or "documentary"


def _statements(entity: Entity, dataset: str) -> Iterator[list[str]]:
    external = "t" if entity.rests_on else "f"
    for source, origin in entity.rests_on or (("", ""),):
        of = f"{dataset}_{source.replace('-', '_')}" if source else dataset
        for name, value in entity.values():
            key = f"{of}.{entity.id}.{name}.{value}{'.ext' * bool(source)}"
            yield [
                *(
                    entity.id,
                    entity.id,
                    name,
                    _TYPES[name],
                    entity.schema,
                    value,
                    of,
                    origin,
                    "",
                    "",
                    external,
                ),
                *(entity.added, entity.added, hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()),
            ]


FORMAT = Format(
    name="FollowTheMoney",
    standard="https://followthemoney.tech/",
    use="People, bodies, places, events and sources for tools of investigations, such as Aleph; who says "
    "what stands in notes.",
    files=_files,
)
