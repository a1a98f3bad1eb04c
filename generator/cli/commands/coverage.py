"""List what the records do not cover yet: uncited paragraphs, people without a role, unchecked sources."""

import argparse
from collections.abc import Iterable

from generator.analysis.coverage import coverage, runs
from generator.check.checking import checked
from generator.cli import terminal
from generator.lib.text import count


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the records have problems; gaps are no problem."""
    dataset, problems = checked(options.root)
    terminal.problems(problems)
    if dataset is None or problems:
        return 1
    gaps = coverage(dataset)
    _list(
        f"{count(sum(map(len, gaps.paragraphs.values())), 'paragraph')} that nothing cites",
        (
            f"{ref}: {' '.join('–'.join(dict.fromkeys(run)) for run in runs(labels))}"
            for ref, labels in gaps.paragraphs.items()
        ),
    )
    _list(
        f"{count(len(gaps.unnoted), 'source')} with paragraphs that have no reading note",
        (f"{ref}: notes on {has:,} of {count(of, 'paragraph')}" for ref, (has, of) in gaps.unnoted.items()),
    )
    _list(f"{count(len(gaps.roleless), 'person', 'people')} without a role", gaps.roleless)
    _list(f"{count(len(gaps.single), 'claim')} with one origin or none", gaps.single)
    _list(
        f"{count(len(gaps.unchecked), 'question')} with a source that nobody has checked",
        (f"{ref}: {' '.join(source.id for source in sources)}" for ref, sources in gaps.unchecked.items()),
    )
    if gaps.unproven is None:
        terminal.say("names not counted yet: run “verify”")
    else:
        _list(f"{count(len(gaps.unproven), 'record')} whose name stands in no copy held", gaps.unproven)
    return 0


def _list(title: str, found: Iterable[object]) -> None:
    terminal.say("\n  ".join([title, *map(str, found)]))
