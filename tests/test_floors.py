"""Imports go downwards only, as `pyproject.toml` sets out."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import generator

ROOT = Path(__file__).parent.parent
LAYERS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
][0]["layers"]


def test_imports_go_downwards_only() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "1 kept, 0 broken" in ran.stdout


def test_every_module_stands_on_a_floor() -> None:
    floors = {name.strip() for layer in LAYERS for name in re.split(r"[|:]", layer)}
    modules = {f"generator.{module.name}" for module in pkgutil.iter_modules(generator.__path__)}
    assert modules == floors & modules
