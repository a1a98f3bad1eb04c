"""Packages of the npm registry that a test tries this project with."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest


def npm_installed(folder: Path, *packages: str) -> Path:
    """Install packages into a folder and return that of its modules.

    Where that cannot be done the test is skipped, or fails if `NPM_REQUIRED` says that nothing may be left
    untried.
    """
    if not shutil.which("npm") or not shutil.which("node"):
        _without("node and npm are not installed")
    command = ["npm", "install", "--ignore-scripts", "--no-save", "--prefix", str(folder), *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        _without(f"npm could not install {' '.join(packages)}: {done.stderr.strip()[-300:]}")
    return folder / "node_modules"


def java() -> str:
    """The path of Java, which some packages run on; where there is none, as above."""
    return shutil.which("java") or _without("java is not installed")


def _without(reason: str) -> NoReturn:
    if os.environ.get("NPM_REQUIRED") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
