"""`CITATION.cff`: how a release is cited (Citation File Format 1.2.0)."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.analysis.prose import plain
from generator.lib.citing import split_name
from generator.records.model import Documentary

_CREATIVE = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)(?: International)?", re.IGNORECASE)
_ZERO = re.compile(r"CC[ -]?(?:0|Zero)(?:[ -]1\.0)?(?: Universal)?", re.IGNORECASE)


def citation(documentary: Documentary, day: str, address: str, repository: str) -> bytes:
    """The file for the release of `day`; `address` and `repository` are empty where they are not known."""
    fields: dict[str, Any] = {
        "cff-version": "1.2.0",
        "message": "If you use this documentary, please cite it by these data.",
        "type": "dataset",
        "title": documentary.title,
        "abstract": plain(str(documentary.introduction)),
        "authors": authors(documentary),
        "version": day,
        "date-released": day,
        "license": spdx(documentary.licence),
        "url": address,
        "repository-code": repository,
    }
    known = {name: value for name, value in fields.items() if value}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=100).encode()


def authors(documentary: Documentary) -> list[dict[str, str]]:
    """The editors as authors; where none is stated, whoever they are."""
    found = []
    for editor in documentary.editors:
        name = split_name(editor.name, [editor.family] if editor.family else [])
        both = {"family-names": name.family, "given-names": name.given}
        found.append(both if name.given else {"name": editor.name})
    return found or [{"name": f"The editors of “{documentary.title}”"}]


def spdx(licence: str) -> str:
    """The SPDX identifier of a Creative Commons licence as editors write it; empty for any other."""
    if found := _CREATIVE.fullmatch(licence):
        return f"CC-{found[1].upper()}-{found[2]}"
    return "CC0-1.0" if _ZERO.fullmatch(licence) else ""


def licence_address(licence: str) -> str:
    """Where the text of such a licence stands; empty for any other."""
    kind, _, version = spdx(licence).removeprefix("CC-").rpartition("-")
    if kind == "CC0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://creativecommons.org/licenses/{kind.lower()}/{version}/" if kind else ""
