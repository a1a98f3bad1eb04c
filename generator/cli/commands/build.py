"""Check the records, write the pages and build the site."""

import argparse
import os
import time

from generator.cli import terminal
from generator.lib.text import count
from generator.site.engine import Engine, write_pages
from generator.site.publish import Busy, alone
from generator.site.state import Outcome
from generator.site.workspace import DOCS


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `build`."""
    parser.add_argument("--pages-only", action="store_true", help="write docs/ and stop before the site")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is any problem, or another build is under way; then nothing was written."""
    start = time.perf_counter()
    root = options.root.absolute()
    try:
        with alone(root, "build"):
            if options.pages_only:
                outcome, goal = write_pages(root), f"pages written in {os.path.relpath(root / DOCS)}"
            else:
                outcome, goal = _built(Engine(root))
    except Busy as busy:
        terminal.warn(str(busy))
        return 1
    terminal.problems(outcome.problems)
    for line in _told(outcome) if outcome.pages and not outcome.problems else ():
        terminal.say(line)
    if not outcome.problems:
        terminal.say(f"{goal} ({time.perf_counter() - start:.1f} s)")
    return 1 if outcome.problems else 0


def _built(engine: Engine) -> tuple[Outcome, str]:
    if engine.is_current():
        return Outcome(), "nothing has changed: the site is as it was built"
    outcome = engine.update()
    if outcome.problems:
        return outcome, ""
    engine.save()
    return outcome, f"site finished in {os.path.relpath(engine.site)}"


def _told(outcome: Outcome) -> list[str]:
    pictures = f" and {count(outcome.pictures, 'picture')}" if outcome.pictures else ""
    done = outcome.docs
    written = f"{done.written} written, {done.unchanged} unchanged, {done.removed} removed"
    guarded = (
        f"rights guard: {count(outcome.texts, 'text')} compared"
        if outcome.texts
        else "rights guard: did not run, sources/texts/ holds no text of a source"
    )
    return [
        f"checked {count(outcome.records, 'record')}",
        f"{count(outcome.pages, 'page')}{pictures}: {written}",
        guarded,
    ]
