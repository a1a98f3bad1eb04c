"""The licences of all that an archive holds: who holds what, and the texts as the packages bring them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata, resources
from pathlib import Path

import generator
from generator.records.dataset import Dataset
from generator.site.packing.citation import licence_address

_FOLDER = "LICENSES"
_PACKAGE = Path(generator.__file__).parent
_OUTLINES = _PACKAGE / "pages/atlas/world-atlas/LICENSE"


def licences(dataset: Dataset) -> dict[str, bytes]:
    """The files of the folder `LICENSES/`, by path; its README tells which holds for what."""
    texts = {
        "program-MIT.txt": _program(),
        "typeface-OFL.txt": resources.files("font_source_serif_pro")
        .joinpath("files/LICENSE.txt")
        .read_bytes(),
        "theme-MIT.txt": _of_package("mkdocs-material"),
        **_icons(),
    }
    if not dataset.outlines:
        texts["outlines-ISC.txt"] = _OUTLINES.read_bytes()
    files = {f"{_FOLDER}/{name}": text for name, text in texts.items()}
    return {f"{_FOLDER}/README.md": _told(dataset).encode()} | files


def _program() -> bytes:
    """The licence of the program, from its repository or as it was installed."""
    beside = _PACKAGE.parent / "LICENSE"
    return beside.read_bytes() if beside.is_file() else _of_package("documentary-generator")


def _of_package(name: str) -> bytes:
    """The licence that a package brings. Raises FileNotFoundError where it brings none."""
    texts = [
        file
        for file in metadata.files(name) or ()
        if file.name.partition(".")[0] == "LICENSE" and ".dist-info" in file.as_posix()
    ]
    if not texts:
        raise FileNotFoundError(None, "brings no text of its licence", name)
    return Path(str(min(texts, key=lambda file: len(file.parts)).locate())).read_bytes()


def _icons() -> dict[str, bytes]:
    """The licence of each set of icons that the theme brings, by file name."""
    sets = Path(str(resources.files("material") / "templates/.icons"))
    return {f"icons-{path.parent.name}.txt": path.read_bytes() for path in sorted(sets.glob("*/LICENSE*"))}


def _quoted(names: Iterable[str]) -> list[str]:
    return [f"`{name}`" for name in names]


def _told(dataset: Dataset) -> str:
    documentary = dataset.documentary
    at = licence_address(documentary.licence)
    own = f"{documentary.licence} (<{at}>)" if at else documentary.licence
    holders = ", ".join(editor.name for editor in documentary.editors) or "its editors"
    rows = [
        ("The documentary’s own words and data: `sources/` and the pages of `site/`", holders, own),
        (
            "Quotations and headlines in them",
            "their authors and publishers, as the page of each source says",
            "none is given here; the page of each source says what is known",
        ),
        *_media(dataset),
        (
            "Style sheets, scripts and drawings of the program",
            "the documentary generator’s maintainers",
            "MIT: `program-MIT.txt`",
        ),
        _outlines(dataset),
        (
            "Typeface, a part of Source Serif Pro under another name",
            "Adobe",
            "SIL Open Font License 1.1: `typeface-OFL.txt`",
        ),
        ("Theme and its scripts, Material for MkDocs", "Martin Donath", "MIT: `theme-MIT.txt`"),
        (
            "Icons of the theme, as far as pages show them",
            "their makers",
            f"as in {', '.join(_quoted(_icons()))}",
        ),
    ]
    table = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return "\n".join(
        [
            "# Who holds what in this archive",
            "",
            "The packages that the site was made with, and are no part of it, stand with their licences in",
            "`../sbom.cdx.json`.",
            "",
            "| what | who holds it | licence |",
            "| --- | --- | --- |",
            *table,
            "",
        ]
    )


def _media(dataset: Dataset) -> list[tuple[str, str, str]]:
    return [
        (
            f"The files of {ref} in `site/`",
            medium.rights.holder or "no holder is recorded",
            medium.rights.licence or f"shown by permission: {medium.rights.permission}",
        )
        for ref, medium in dataset.media.items()
        if medium.files
    ]


def _outlines(dataset: Dataset) -> tuple[str, str, str]:
    what = "Outlines of countries on the maps"
    if given := dataset.documentary.outlines if dataset.outlines else None:
        return what, given.drawn_by, given.licence
    return what, "Natural Earth", "public domain; packed by world-atlas under ISC: `outlines-ISC.txt`"


def _cell(text: str) -> str:
    return " ".join(str(text).split()).replace("|", "\\|")
