"""List what the records do not cover yet: uncited paragraphs, people without a role, unchecked sources."""

from __future__ import annotations

import argparse

from generator.analysis.coverage import coverage
from generator.check.checking import checked
from generator.cli import terminal
from generator.lib.text import count


def arguments(parser: argparse.ArgumentParser) -> None:
    """Coverage has no options."""


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the records have problems; gaps are no problem."""
    dataset, problems = checked(options.root)
    terminal.problems(problems)
    if dataset is None or problems:
        return 1
    gaps = coverage(dataset)
    cited = sum(map(len, gaps.paragraphs.values()))
    terminal.say(f"{count(cited, 'paragraph')} that no evidence cites")
    for ref, labels in gaps.paragraphs.items():
        terminal.say(f"  {ref}: {' '.join(labels)}")
    terminal.say(f"{count(len(gaps.roleless), 'person', 'people')} without a role")
    for ref in gaps.roleless:
        terminal.say(f"  {ref}")
    terminal.say(f"{count(len(gaps.single), 'claim')} with one origin or none")
    for ref in gaps.single:
        terminal.say(f"  {ref}")
    terminal.say(f"{count(len(gaps.unchecked), 'question')} with a source that nobody has checked")
    for ref, sources in gaps.unchecked.items():
        terminal.say(f"  {ref}: {' '.join(source.id for source in sources)}")
    if gaps.unproven is None:
        terminal.say("names not counted yet: run “verify”")
        return 0
    terminal.say(f"{count(len(gaps.unproven), 'record')} whose name stands in no copy held")
    for ref in gaps.unproven:
        terminal.say(f"  {ref}")
    return 0
