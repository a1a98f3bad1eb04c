"""The commands: each module has `arguments(parser)` and `run(options) -> exit status`."""

from __future__ import annotations

import argparse
from typing import Protocol

from generator.commands import (
    admin,
    archive,
    build,
    check,
    clean,
    coverage,
    fmt,
    impact,
    ingest,
    init,
    languages,
    new,
    offline,
    release,
    rename,
    schemas,
    serve,
    show,
    suggest,
    verify,
)


class Command(Protocol):
    """One command of the command line; the first line of its docstring is its help."""

    __doc__: str | None

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the options."""

    def run(self, options: argparse.Namespace) -> int:
        """Do the work and return the exit status."""


COMMANDS: dict[str, Command] = {
    "init": init,
    "check": check,
    "build": build,
    "serve": serve,
    "ingest": ingest,
    "suggest": suggest,
    "verify": verify,
    "coverage": coverage,
    "new": new,
    "show": show,
    "rename": rename,
    "fmt": fmt,
    "archive": archive,
    "schemas": schemas,
    "admin": admin,
    "impact": impact,
    "languages": languages,
    "offline": offline,
    "release": release,
    "clean": clean,
}
"""Every command by its name."""
