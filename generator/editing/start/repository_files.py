"""Makes what stands around the records: settings for VS Code, and forms and workflows for GitHub.

The files of this project's own repository are made from the same templates.
"""

from __future__ import annotations

import json
from importlib import metadata
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

PACKAGE = "documentary-generator"
_OWN = {"own": True, "program": ".venv/bin/python -m generator", "check": "make check", "build": "make site"}
_OTHER = {
    "own": False,
    "program": "documentary",
    "check": "documentary check",
    "build": "documentary build",
}


def settings() -> dict[str, bytes]:
    """The settings for VS Code, by path: they lead it to the schemas in `sources/schemas/`."""
    return _made("vscode/", _OTHER)


def own_github() -> dict[str, bytes]:
    """The forms and workflows of this project's own repository, by path."""
    return _made("github/", _OWN)


def github() -> dict[str, bytes]:
    """Forms and workflows for the repository of another documentary, and what they install, by path."""
    words = {**_OTHER, "requirement": requirement()}
    return {**_made("github/", words), **_made("requirements.txt", words)}


def requirement() -> str:
    """What pip installs to have the program that runs now: from where it came, else by its version."""
    try:
        found = metadata.distribution(PACKAGE)
    except metadata.PackageNotFoundError:
        return PACKAGE
    origin = json.loads(found.read_text("direct_url.json") or "{}")
    if vcs := origin.get("vcs_info"):
        return f"{PACKAGE} @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}"
    return f"{PACKAGE}=={found.version}"


def _made(start: str, words: dict[str, Any]) -> dict[str, bytes]:
    loader = PackageLoader("generator.editing.start", "repository")
    environment = Environment(  # noqa: S701 - the files are YAML and JSON
        loader=loader,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        # GitHub's own expressions stand in double braces.
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    return {
        _path(name): environment.get_template(name).render(words).encode()
        for name in loader.list_templates()
        if name.startswith(start)
    }


def _path(name: str) -> str:
    """A package leaves out folders that begin with a dot."""
    return f".{name}" if name.startswith(("github/", "vscode/")) else name
