"""Where the reference page explains a field: its addresses, and the one that a problem points to."""

from __future__ import annotations

from generator.records.kinds import KINDS
from generator.records.reader import DOCUMENTARY
from generator.records.schema_tree import ELSEWHERE, all_pieces

PAGE = "editors/fields/"
"""The address of the page of all fields in the site."""


def anchor(section: str, field: str = "") -> str:
    """The fragment of a field of a kind or part, or of the whole section; `section` is its name."""
    return f"{section}-{field.replace('_', '-')}".rstrip("-").lower()


def explained(path: str, field: str) -> str:
    """The address that explains the value `field` (`assertions.0.stance`) of the file `path`.

    A key that is not known leads to those that are; empty where the file is no record or nothing fits.
    """
    kinds = {f"sources/{kind.folder}/": kind.name for kind in KINDS.values()}
    kinds[DOCUMENTARY] = "documentary"
    section = next((kind for place, kind in kinds.items() if path.startswith(place)), "")
    keys = [key for key in field.split(".") if not key.isdecimal()]
    if not section or not field or keys[0] in ELSEWHERE.get(section.capitalize(), ()):
        return ""
    *above, last = keys
    record = all_pieces()[section]
    piece = record.at(tuple(above))
    if piece is None:
        return ""
    known = last in {each.name for each in piece.fields}
    return f"{PAGE}#{anchor(piece.name if above else section, last if known else '')}"
