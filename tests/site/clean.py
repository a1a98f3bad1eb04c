"""A clean build of a documentary in a folder of its own, by the engine that builds and serves."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from generator.records.problems import Problem
from generator.site.engine import Engine
from generator.site.finish.search import FOLDER
from generator.site.publish import WRITTEN
from generator.site.writer import write

ROOT = Path(__file__).parents[2]
SEARCH = (FOLDER, WRITTEN)
"""What belongs to the search index, by the beginning of its path in the site; and the list of all files."""
_BY_HAND = re.compile(r"((?:about|editors)/(?!fields|coverage)[\w/-]+\.md)")


def project(sample: Path) -> Path:
    """Add to the sources what a build needs beside them."""
    shutil.copytree(ROOT / "generator/pages/theme", sample / "generator/pages/theme")
    shutil.copy(ROOT / "mkdocs.yml", sample)
    for page in set(_BY_HAND.findall((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))):
        (sample / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (sample / "docs" / page).write_text("# By hand\n\nWritten by hand.\n", encoding="utf-8")
    return sample


def many_places(root: Path) -> list[Path]:
    """Add as many places within one, by two letters, as make their lists stand in parts."""
    paths = [root / f"sources/curated/places/{letter}-{n}.yml" for letter in "hj" for n in range(160)]
    for path in paths:
        name = f"{path.stem[0].upper()}amlet{''.join('bcdfghklmn'[int(digit)] for digit in path.stem[2:])}"
        form = "name: {}\ndescription: A place.\ntype: city\npart_of: norland\nadded: 2031-08-01\n"
        path.write_text(form.format(name), encoding="utf-8")
    return paths


def clean_build(root: Path, folder: Path, search: bool = False) -> tuple[list[Problem], Path]:
    """Build what `root` holds in the empty `folder`: the problems, and the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("sources", "generator", "docs"):
        shutil.copytree(root / name, folder / name)
    write(folder / "docs", {}, lambda path, target: None)  # only what was written by hand stays
    shutil.copy(root / "mkdocs.yml", folder)
    return Engine(folder).update(search=search).problems, folder


def digests(root: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    """The SHA-256 of every file in the folders `docs/` and `site/`, but for parts of the site."""
    paths = [path for name in ("docs", "site") for path in (root / name).rglob("*") if path.is_file()]
    found = {path.relative_to(root).as_posix(): path for path in paths}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in sorted(found.items())
        if not name.removeprefix("site/").startswith(without)
    }
