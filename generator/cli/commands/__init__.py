"""The commands: each module has `run(options) -> exit status`, and `arguments(parser)` where it takes any."""

import argparse
import importlib
from keyword import iskeyword
from typing import Protocol


class Command(Protocol):
    """One command of the command line; the first line of its docstring is its help."""

    __doc__: str | None

    def run(self, options: argparse.Namespace) -> int:
        """Do the work and return the exit status."""


NAMES = (
    "init",
    "guide",
    "check",
    "build",
    "serve",
    "ingest",
    "suggest",
    "import",
    "verify",
    "coverage",
    "new",
    "show",
    "rename",
    "set",
    "withdraw",
    "fmt",
    "archive",
    "watch",
    "schemas",
    "admin",
    "impact",
    "languages",
    "offline",
    "release",
    "package",
    "clean",
)
"""Every command, in the order in which they are listed."""

READ_ONLY = ("guide", "check", "coverage", "show", "impact")
"""Those that write nothing; the others finish first what a killed run has left half done."""


def command(name: str) -> Command:
    """The command of that name; what it needs is loaded only now, since some need much."""
    module = f"{name}_" if iskeyword(name) else name
    found: Command = importlib.import_module(f"generator.cli.commands.{module}")
    return found


def declare(name: str, parser: argparse.ArgumentParser) -> None:
    """Declare the options of a command, where it has any."""
    if arguments := getattr(command(name), "arguments", None):
        arguments(parser)
