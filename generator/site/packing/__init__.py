"""A release as one archive that can be cited and proven: the same sources give the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.lib.zipped import zipped
from generator.records.dataset import Dataset
from generator.site.packing.citation import citation
from generator.site.packing.crate import CRATE, crate
from generator.site.packing.data import data
from generator.site.packing.licences import licences
from generator.site.packing.parts import parts_list
from generator.site.publish import WRITTEN

MANIFEST = "manifest-sha256.txt"
CITATION = "CITATION.cff"
PARTS = "sbom.cdx.json"
HOW_TO_CHECK = "HOW-TO-CHECK.md"


@dataclass(frozen=True)
class Release:
    """What the archive says of itself: the day of the release (ISO 8601) and where site and sources stand.

    `address` and `repository` are empty where they are not known.
    """

    day: str
    address: str = ""
    repository: str = ""

    @property
    def name(self) -> str:
        """The name of the archive, and of the folder that it unpacks to."""
        return f"documentary-{self.day}"


def packed(root: Path, site: Path, dataset: Dataset, release: Release) -> dict[str, bytes]:
    """The archive of the finished site in the folder `site` and what lies beside it, by file name.

    Beside it lie its digest as `sha256sum` checks it, and the request for a timestamp: the 32 bytes of the
    digest, which is what a calendar of OpenTimestamps is sent. `root` is the folder of the documentary,
    `dataset` what is published of it.
    """
    files = dict(sorted(_contents(root, site, dataset, release)))
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    files[MANIFEST] = "".join(lines).encode()
    archive = zipped((f"{release.name}/{name}", content) for name, content in files.items())
    digest = hashlib.sha256(archive)
    name = f"{release.name}.zip"
    return {
        name: archive,
        f"{name}.sha256": f"{digest.hexdigest()}  {name}\n".encode(),
        f"{name}.ots-request": digest.digest(),
    }


def _contents(root: Path, site: Path, dataset: Dataset, release: Release) -> Iterator[tuple[str, bytes]]:
    """Every file of the archive but the manifest, by its path there."""
    files = dict(data(root, dataset))
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name != WRITTEN:
            files[f"site/{name}"] = path.read_bytes()
    files |= licences(dataset)
    files[PARTS] = parts_list()
    about = (dataset.documentary, release.day, release.address, release.repository)
    files[CITATION] = citation(*about)
    files[HOW_TO_CHECK] = how_to_check(release)
    files[CRATE] = crate(*about, {name: len(content) for name, content in files.items()})
    return iter(files.items())


def how_to_check(release: Release) -> bytes:
    """What tells a stranger how to check each part of the archive, as Markdown."""
    environment = Environment(  # noqa: S701 - it is Markdown
        loader=PackageLoader("generator.site.packing"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
    )
    owner = release.repository.removeprefix("https://github.com/")
    shown = {"name": release.name, "release": release, "github": owner if owner != release.repository else ""}
    return environment.get_template("how-to-check.md.j2").render(shown).encode()
