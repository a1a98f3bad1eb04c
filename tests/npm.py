"""Packages of the npm registry that a test tries this project with: the known ones, or none is run."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest

from generator.cli.commands.admin import PACKAGES

BEFORE = "2026-11-15"
"""Newer packages than of this day are not taken, so that what a package needs is the same every time."""
KNOWN = {
    "citeproc@2.4.63 @citation-js/plugin-csl@0.9.0": (
        "894e11150f74eafc0ba9b9ef6a1f3280839b7efecfd6ffa984a240b7966ac7d4"
    ),
    "feedsmith@3.0.1": "0b030440802b04e5bdab9777843c2cb562ac5de10163a73c3dd8791d91529b28",
    "html-validate@10.9.0 vnu-jar@26.9.27": (
        "a5412649093ff0ba7c0bc9aab0546617b47ec97ddb973024b138973be87b59cb"
    ),
    "lighthouse@12.8.2": "c064fb5a89ff5ffe7af1d7a10af510138e5efa5323b159fef70f332d46838825",
    "yaml-language-server@1.25.0": "ae1798b8a93b11147e553a124e1fa385e775761067a3864297affd96f57935ef",
    " ".join(PACKAGES): "ba23eaa2fb69fe3a907076e6a31d5a00d1cec5aed077134d8d157eb4972b4067",
}
"""Of packages that are installed together the digest of all that comes with them: `digest_of`."""


def npm_installed(folder: Path, *packages: str) -> Path:
    """Install packages into a folder and return that of its modules.

    Where that cannot be done the test is skipped, or fails if `NPM_REQUIRED` says that nothing may be left
    untried. Where npm loads anything else than what is known, the test fails before any of it is run.
    """
    if not shutil.which("npm") or not shutil.which("node"):
        _without("node and npm are not installed")
    options = ["--ignore-scripts", "--no-save", f"--before={BEFORE}", "--prefix", str(folder)]
    command = ["npm", "install", *options, *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        _without(f"npm could not install {' '.join(packages)}: {done.stderr.strip()[-300:]}")
    modules = folder / "node_modules"
    found = digest_of(json.loads((modules / ".package-lock.json").read_text(encoding="utf-8")))
    if found != KNOWN[" ".join(packages)]:
        pytest.fail(f"npm did not install what was looked at, but {found}: {' '.join(packages)}")
    return modules


def digest_of(lock: Mapping[str, Any]) -> str:
    """The SHA-256 of where npm put which version of each package, with the digest that it has compared."""
    packages = sorted(
        f"{path} {each['version']} {each['integrity']}" for path, each in lock["packages"].items()
    )
    return hashlib.sha256("\n".join(packages).encode()).hexdigest()


def java() -> str:
    """The path of Java, which some packages run on; where there is none, as above."""
    return shutil.which("java") or _without("java is not installed")


def _without(reason: str) -> NoReturn:
    if os.environ.get("NPM_REQUIRED") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
