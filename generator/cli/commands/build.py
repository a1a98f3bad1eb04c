"""Check the records, write the pages and build the site."""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli import terminal
from generator.lib.text import count
from generator.site.current import DOCS, is_current
from generator.site.publish import Busy, alone

if TYPE_CHECKING:
    from generator.site.state import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `build`."""
    parser.add_argument("--pages-only", action="store_true", help="write docs/ and stop before the site")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is any problem, or another build is under way; then nothing was written."""
    return built(options.root.absolute(), pages_only=options.pages_only)


def built(root: Path, *, pages_only: bool = False) -> int:
    """Bring the site in `root` up to date, or only its pages; the exit status, as `run`."""
    start = time.perf_counter()
    try:
        with alone(root, "build"):
            if not pages_only and is_current(root):
                outcome, goal = None, "nothing has changed: the site is as it was built"
            else:
                outcome, goal = _pages_only(root) if pages_only else _site(root)
    except Busy as busy:
        terminal.warn(str(busy))
        return 1
    if outcome and outcome.problems:
        terminal.problems(outcome.problems)
        return 1
    for line in _told(outcome) if outcome else ():
        terminal.say(line)
    terminal.say(f"{goal} ({time.perf_counter() - start:.1f} s)")
    return 0


def _pages_only(root: Path) -> tuple[Outcome, str]:
    from generator.site.engine import write_pages

    return write_pages(root), f"pages written in {os.path.relpath(root / DOCS)}"


def _site(root: Path) -> tuple[Outcome, str]:
    from generator.site.engine import Engine  # what makes pages takes a second to load

    engine = Engine(root)
    outcome = engine.update()
    if outcome.problems:
        return outcome, ""
    engine.save()
    return outcome, f"site finished in {os.path.relpath(engine.site)}"


def _told(outcome: Outcome) -> list[str]:
    beside = f" and {count(outcome.beside, 'file')} beside them" if outcome.beside else ""
    done = outcome.docs
    written = f"{done.written} written, {done.unchanged} unchanged, {done.removed} removed"
    ran = outcome.texts or outcome.keyed
    keyed = f", {outcome.keyed} by keyed runs" if outcome.keyed else ""
    guarded = (
        f"rights guard: {count(outcome.texts + outcome.keyed, 'text')} compared{keyed}"
        if ran
        else "rights guard: did not run, sources/texts/ holds no text of a source and there is no key"
    )
    if ran and outcome.unread:
        guarded += f"; not compared, their texts are not here: {', '.join(outcome.unread)}"
    waiting = f", {count(len(outcome.held), 'other')} held back: “check” lists them" if outcome.held else ""
    return [
        f"checked {count(outcome.records, 'record')}{waiting}",
        f"{count(outcome.pages, 'page')}{beside}: {written}",
        guarded,
    ]
