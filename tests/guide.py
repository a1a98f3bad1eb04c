"""Follows the editors' guide as a reader would: saves its files and types its commands."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.__main__ import main

GUIDE = Path(__file__).parents[1] / "docs" / "editors"
_BLOCK = re.compile(
    r"(?P<before>[^\n]*)\n\n```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_PATH = re.compile(r"`([\w./-]+\.\w+)`[^`]*:$")
_PASSING = re.compile(r"\(\d+\.\d s\)|\d+ files written|\d+ pages and \d+ files beside them: \d+ written")


@dataclass(frozen=True)
class File:
    """A file to save: what stands in front of it ends with its path and a colon."""

    path: str
    text: str


@dataclass(frozen=True)
class Command:
    """A command to type, and what it prints."""

    line: str
    printed: str


def steps(markdown: str) -> Iterator[File | Command]:
    """Every file and command of a page, in order; raises ValueError for a block that is neither."""
    for block in _BLOCK.finditer(markdown):
        path = _PATH.search(block["before"])
        if block["language"] == "console":
            for part in re.split(r"^\$ ", block["text"], flags=re.MULTILINE)[1:]:
                line, _, printed = part.partition("\n")
                yield Command(line, printed)
        elif path:
            yield File(path[1], block["text"])
        else:
            raise ValueError(f"neither a file nor a command: {block['before']}")


class Reader:
    """Somebody who follows the guide in the folder `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def do(self, step: File | Command) -> str:
        """What the program prints at this step, on standard output and error together."""
        if isinstance(step, File):
            path = self.folder / step.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
            return ""
        program, *arguments = shlex.split(step.line)
        match program:
            case "cd":
                self.folder /= arguments[0]
            case "rm":
                (self.folder / arguments[0]).unlink()
            case "git":
                subprocess.run(["git", *arguments], cwd=self.folder, check=True)
            case "python3" | "." | "pip":
                pass  # what is installed and how, the tests of the package prove
            case "documentary":
                return self._run(arguments)
            case _:
                raise ValueError(f"the guide's reader does not know the command {program}")
        return ""

    def _run(self, arguments: list[str]) -> str:
        before, printed = Path.cwd(), io.StringIO()
        os.chdir(self.folder)
        try:
            with (
                contextlib.redirect_stdout(printed),
                contextlib.redirect_stderr(printed),
                contextlib.suppress(SystemExit),  # as --version ends
            ):
                main(arguments)
        finally:
            os.chdir(before)
        return printed.getvalue()


def timeless(printed: str) -> str:
    """What was printed, without how long it took and of how many pages a site consists."""
    return _PASSING.sub("…", printed)


def page(name: str) -> str:
    """The Markdown of a page of the guide."""
    return (GUIDE / name).read_text(encoding="utf-8")
