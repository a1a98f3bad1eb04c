"""Builds the documentary of this project in a folder of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from generator.site.writer import write

ROOT = Path(__file__).parents[1]


def build_copy(folder: Path) -> Path:
    """Copy what the site is made from to `folder`, build it there, and give the site's folder.

    Pages that a build left in `docs/` stay behind, as in a fresh clone.
    """
    for name in ("generator", "sources", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("texts", "__pycache__"))
    write(folder / "docs", {}, lambda path, target: None)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "generator", "build"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder / "site"
