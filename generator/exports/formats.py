"""The registry of the formats, and the package that describes all files (Frictionless Data Package)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.exports import (
    ftm,
    geography,
    graphs,
    ical,
    rdf,
    spreadsheet,
    sqlite,
    timeline,
    web_annotations,
    whole,
)
from generator.exports.archive import Archive, Data
from generator.exports.format import File, Format
from generator.lib.language import gettext as _
from generator.lib.text import fragment

FORMATS: tuple[Format, ...] = (
    whole.FORMAT,
    spreadsheet.FORMAT,
    sqlite.FORMAT,
    geography.FORMAT,
    ical.FORMAT,
    timeline.FORMAT,
    graphs.GEXF,
    graphs.GRAPHML,
    rdf.FORMAT,
    web_annotations.FORMAT,
    ftm.FORMAT,
)
"""Every format, in the order in which the page of the data lists them: a new one is a module and a line."""
PACKAGE = Format(
    name="Data Package",
    standard="https://specs.frictionlessdata.io/data-package/",
    use="Describes all other files for programs: sizes, checksums, and the columns of the tables.",
    files=lambda archive: (),
)
"""The format of the description of all files."""


@dataclass(frozen=True)
class Made:
    """A format with the files made in it."""

    format: Format
    files: Sequence[File]


def made(archive: Archive) -> list[Made]:
    """The documentary in every format; last the package that describes all files before it."""
    found = [Made(each, tuple(each.files(archive))) for each in FORMATS]
    files = [file for each in found for file in each.files]
    text = json.dumps(_package(archive, files), ensure_ascii=False, indent=1) + "\n"
    package = File("datapackage.json", text.encode(), "application/json", _("What the other files hold"))
    return [*found, Made(PACKAGE, (package,))]


def _package(archive: Archive, files: Sequence[File]) -> Data:
    documentary = archive.documentary
    return {
        "profile": "data-package",
        "name": fragment(documentary["title"].casefold()),
        "title": documentary["title"],
        "description": documentary["subtitle"],
        "licenses": [{"name": _licence(documentary["licence"]), "title": documentary["licence"]}],
        "contributors": [{"title": name, "role": "author"} for name in documentary["editors"]],
        **({"homepage": archive.address} if archive.address else {}),
        "resources": [_resource(file) for file in files],
    }


def _licence(text: str) -> str:
    """The id of a licence: `CC BY 4.0` is `CC-BY-4.0` in the lists of SPDX and of the Open Definition."""
    return re.sub(r"[^\w.]+", "-", text.strip()).strip("-")


def _resource(file: File) -> Data:
    path = PurePosixPath(file.path)
    tabular = file.schema is not None
    return {
        "name": file.resource,
        "path": file.path,
        "title": file.title,
        **({"description": file.note} if file.note else {}),
        "profile": "tabular-data-resource" if tabular else "data-resource",
        "format": path.suffix[1:],
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{hashlib.sha256(file.data).hexdigest()}",
        **({"schema": file.schema} if tabular else {}),
    }
