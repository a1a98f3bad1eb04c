"""The list of the packages that the site was made with, each with its licence (CycloneDX 1.6, an SBOM)."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__

PROGRAM = "documentary-generator"
_ROOT = Path(__file__).parents[3]
_LONGEST = 80
"""A field “License” that is longer holds the licence itself, not its name."""


def parts_list() -> bytes:
    """The list as JSON: what is installed of that which the program asks for, and so on.

    It has neither time nor serial number: the same packages give the same bytes.
    """
    asked = {PROGRAM: _needed(_own_requirements())}
    waiting = list(asked[PROGRAM])
    while waiting:
        name = waiting.pop()
        if name not in asked:
            asked[name] = _needed(metadata.requires(name) or ())
            waiting += asked[name]
    found = [name for name in sorted(asked) if name != PROGRAM]
    whole = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(PROGRAM, __version__, "application", "MIT AND ISC")},
        "components": [_component(name, metadata.version(name)) for name in found],
        "dependencies": [
            {"ref": _address(name), "dependsOn": [_address(each) for each in asked[name]]}
            for name in sorted(asked)
        ],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n".encode()


def _own_requirements() -> Iterable[str]:
    """What the program asks for, as it is installed; run from its repository, as `pyproject.toml` says."""
    beside = _ROOT / "pyproject.toml"
    if beside.is_file():
        project = tomllib.loads(beside.read_text(encoding="utf-8"))["project"]
        return [*project["dependencies"]]
    return metadata.requires(PROGRAM) or ()


def _needed(requirements: Iterable[str]) -> list[str]:
    """The installed packages among those, sorted; what an extra or another system would need is not."""
    found = set()
    for each in map(Requirement, requirements):
        name = canonicalize_name(each.name)
        if (each.marker is None or each.marker.evaluate({"extra": ""})) and is_installed(name):
            found.add(name)
    return sorted(found)


def is_installed(name: str) -> bool:
    """Whether the package is there on this machine."""
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _component(name: str, version: str, kind: str = "library", licence: str = "") -> dict[str, Any]:
    found: dict[str, Any] = {"type": kind, "bom-ref": _address(name), "name": name, "version": version}
    told = [{"expression": licence}] if licence else _licences(name)
    found |= {"licenses": told} if told else {}
    return found if name == PROGRAM else found | {"purl": _address(name)}


def _licences(name: str) -> list[dict[str, Any]]:
    """What a package says of its licence: an SPDX expression, else names."""
    told = metadata.metadata(name)
    if "License-Expression" in told:
        return [{"expression": told["License-Expression"]}]
    classifiers = told.get_all("Classifier") or []
    names = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License :: ")]
    short = told["License"].strip() if "License" in told else ""
    names = names or ([short] if short and len(short) <= _LONGEST and "\n" not in short else [])
    return [{"license": {"name": each}} for each in dict.fromkeys(names)]


def _address(name: str) -> str:
    """The package URL; of the program, which is on no index, its name."""
    return name if name == PROGRAM else f"pkg:pypi/{name}@{metadata.version(name)}"
