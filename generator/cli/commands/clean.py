"""Remove the pages that a build wrote into docs/; hand-written and hand-changed files stay."""

import argparse

from generator.cli import terminal
from generator.lib.text import count
from generator.site.current import DOCS
from generator.site.writer import write


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a page was changed by hand; then nothing is removed."""
    done, problems = write(options.root / DOCS, {}, lambda path, target: None)
    terminal.problems(problems)
    if done is None:
        return 1
    terminal.say(f"{count(done.removed, 'file')} removed")
    return 0
