"""A clean build of a documentary in a folder of its own, by the code of `build`, MkDocs in this process."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import shutil
from pathlib import Path
from unittest import mock

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.site import build as building
from generator.site import finish as finishing
from generator.site.writer import write

ROOT = Path(__file__).parents[3]
_BY_HAND = re.compile(r"((?:about|editors)/(?!fields|coverage)[\w/-]+\.md)")


def project(sample: Path) -> Path:
    """Add to the sources what a build needs beside them."""
    shutil.copytree(ROOT / "generator/pages/theme", sample / "generator/pages/theme")
    shutil.copy(ROOT / "mkdocs.yml", sample)
    for page in set(_BY_HAND.findall((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))):
        (sample / "docs" / page).parent.mkdir(parents=True, exist_ok=True)
        (sample / "docs" / page).write_text("# By hand\n\nWritten by hand.\n", encoding="utf-8")
    return sample


def clean_build(root: Path, folder: Path, search: bool = False) -> tuple[list[Problem], Path]:
    """Build what `root` holds in the empty `folder`: the problems, and the folder.

    Without `search` MkDocs runs in this process and no index is made: a process for each would cost seconds.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("sources", "generator", "docs"):
        shutil.copytree(root / name, folder / name)
    write(folder / "docs", {})  # only what was written by hand stays
    shutil.copy(root / "mkdocs.yml", folder)
    with pytest.MonkeyPatch.context() as patch:
        if not search:
            patch.setattr(building, "run_builder", _in_this_process)
            patch.setattr(finishing, "index", lambda site: [])
        return building.build(folder, "mkdocs", lambda line: None), folder


def digests(root: Path, without: tuple[str, ...] = ()) -> dict[str, str]:
    """The SHA-256 of every file in the folders `docs/` and `site/`, but for parts of the site."""
    paths = [path for name in ("docs", "site") for path in (root / name).rglob("*") if path.is_file()]
    found = {path.relative_to(root).as_posix(): path for path in paths}
    return {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in sorted(found.items())
        if not name.removeprefix("site/").startswith(without)
    }


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname:<7} -  {record.getMessage()}")


def _in_this_process(root: Path, builder: str, dataset: Dataset) -> list[Problem]:
    handler = _Warnings()
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        with mock.patch.dict(os.environ, building.for_theme(dataset.documentary.language)):
            mkdocs_build(load_config(str(root / "mkdocs.yml"), strict=True))
    except (Abort, ConfigurationError) as fault:
        return [Problem("mkdocs.yml", message=line) for line in handler.lines or [str(fault)]]
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return []
