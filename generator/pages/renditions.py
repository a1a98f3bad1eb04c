"""What stands beside the page of a medium: copies of pictures and recordings, without metadata."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from generator.lib.files import write as write_whole
from generator.lib.media import Facts, mp3, mp4, pictures, sheets, wav, webm
from generator.lib.media.cues import read_cues, written
from generator.pages.media import CAPTIONS, POSTER, played_as
from generator.pages.site import Site
from generator.records.kinds import url_of
from generator.records.refs import Ref

_STRIPPED: dict[str, Callable[[bytes], bytes]] = {
    "mp3": mp3.stripped,
    "mp4": mp4.stripped,
    "wav": wav.stripped,
    "webm": webm.stripped,
}
_VERSION = "1"
"""Raise it when the same file is to give other bytes."""


class Renditions:
    """Makes copies of the files in `folder`, and keeps them in the folder `cache` by the files' content."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder, self.cache = folder, cache

    def of(self, site: Site, ref: Ref) -> dict[str, bytes]:
        """The files beside the page of a medium, by their paths from the root of the site."""
        medium, base = site.dataset.media[ref], url_of(ref)
        found: dict[str, bytes] = {}
        for field, path in medium.files.items():
            file = site.dataset.media_files.get(path)
            if file and file.facts:
                found |= self._kept(self.folder / path, field, file.sha256, file.facts)
        return {base + name: data for name, data in found.items()}

    def _kept(self, path: Path, field: str, digest: str, facts: Facts) -> dict[str, bytes]:
        """The copies of a file, as they were made before where its content is the same."""
        key = hashlib.sha256(f"{_made_with()} {field} {digest}".encode()).hexdigest()
        listed = self.cache / f"{key}.json"
        if (kept := self._read(listed)) is not None:
            return kept
        made = dict(_made(path.read_bytes(), field, facts))
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
        for name, data in made.items():
            write_whole(self.cache / digests[name], data)
        write_whole(listed, json.dumps(digests).encode())
        return made

    def _read(self, listed: Path) -> dict[str, bytes] | None:
        """What was kept; None where a part of it is missing or damaged."""
        try:
            digests = json.loads(listed.read_bytes())
            found = {name: (self.cache / digest).read_bytes() for name, digest in digests.items()}
        except (OSError, ValueError):
            return None
        is_whole = all(hashlib.sha256(found[name]).hexdigest() == digest for name, digest in digests.items())
        return found if is_whole else None


def _made(data: bytes, field: str, facts: Facts) -> Iterator[tuple[str, bytes]]:
    if field == "captions":
        yield CAPTIONS, written(read_cues(data))
    elif field == "poster":
        yield f"{POSTER}.jpg", pictures.poster(pictures.opened(data))
    elif facts.form == "pdf":
        for number, image in enumerate(sheets.drawn(data), 1):
            for name, copy in pictures.copies(image).items():
                yield f"page-{number}-{name}", copy
    elif facts.form in _STRIPPED:
        yield played_as(facts), _STRIPPED[facts.form](data)
    else:
        yield from pictures.copies(pictures.opened(data)).items()


@cache
def _made_with() -> str:
    versions = (importlib.metadata.version(name) for name in ("pillow", "pypdfium2"))
    return " ".join([_VERSION, pictures.modern_form()[1], *versions])
