"""The command line: `documentary COMMAND`, or `python -m generator COMMAND`."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator import __version__
from generator.cli import terminal
from generator.cli.commands import NAMES, READ_ONLY, command, declare
from generator.lib.files import finish
from generator.lib.refused import RefusedError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 where it did its work, else 1.

    What cannot be read, written or reached is told in one line; whatever was done before that stays.
    """
    gc.set_threshold(50_000)  # thousands of records live as long as the run: to look at them is dear
    terminal.begin()
    parser = _Parser(prog="documentary", description=sys.modules["generator"].__doc__)
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--root", type=Path, default=Path(), help="folder of the documentary (default: here)")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name in _named(arguments):
        text = (command(name).__doc__ or "").splitlines()[0]
        declare(name, subparsers.add_parser(name, help=text, description=text))
    options = parser.parse_args(arguments)
    if options.command is None:
        parser.print_help()
        return 2
    try:
        if options.command not in READ_ONLY and not getattr(options, "check", False):
            for line in finish(options.root):
                terminal.warn(line)
        return command(options.command).run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the output has gone; what is left of it must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RefusedError as why:
        terminal.warn(str(why))
        return 1
    except OSError as fault:
        place = f"{fault.filename}: " if fault.filename else ""
        terminal.warn(f"{place}{fault.strerror or fault}".replace("\n", "\\n"))
        return 1


class _Parser(argparse.ArgumentParser):
    """Tells of what it does not know with its own usage: that of the command, where one is named."""

    def parse_known_args(self, *given: Any, **named: Any) -> Any:
        options, unknown = super().parse_known_args(*given, **named)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return options, unknown


def _named(arguments: Sequence[str] | None) -> Sequence[str]:
    """The command that the command line names, or all of them where it names none."""
    first = argparse.ArgumentParser(add_help=False)
    first.add_argument("--root")
    first.add_argument("command", nargs="?")
    name = first.parse_known_args(arguments)[0].command
    return (name,) if name in NAMES else NAMES


if __name__ == "__main__":
    sys.exit(main())
