"""Rename a record: its file, every reference to it and the locks; the old address leads to the new page."""

import argparse

from generator.check.checking import damaged, read
from generator.cli import terminal
from generator.cli.commands.options import reference
from generator.editing.rename import plan, refusal
from generator.lib.files import change, changing
from generator.lib.revision import has_repository
from generator.lib.text import count
from generator.records import report
from generator.records.reader import LOCK, TEXTS
from generator.records.refs import Ref


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `rename`."""
    parser.add_argument("old", metavar="KIND:OLD", help="the record, such as person:anna-berg")
    parser.add_argument("new", metavar="NEW", help="its new id, such as anna-maria-berg")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where nothing was renamed: the record cannot be, or files cannot be read or written."""
    old = reference(options.old)
    new = reference(options.new, old.kind)
    with changing(options.root):
        return _rename(options, old, new)


def _rename(options: argparse.Namespace, old: Ref, new: Ref) -> int:
    dataset, problems = read(options.root)
    of_locks = damaged(options.root)
    of_locks += [problem for problem in problems if dataset is None or problem.path == LOCK]
    if dataset is None or of_locks:
        terminal.problems(of_locks)
        return 1
    if why := refusal(dataset, old, new):
        terminal.warn(why)
        return 1
    try:
        found, problems = plan(options.root, dataset, old, new)
        if found is None:
            terminal.problems(problems)
            return 1
        change(options.root, found.changes)
    except OSError as fault:
        where = f"{fault.filename}: " if fault.filename else ""
        terminal.warn(f"nothing was renamed: {where}{fault.strerror}")
        return 1
    for place in found.left:
        terminal.warn(f"note: {report.line(place)}")
    undone = "; undo with git" if has_repository(options.root) else ""
    if undone and (text := options.root / TEXTS / f"{new.id}.txt") in found.changes:
        terminal.say(f"{text} is not in git: an undo must give it its old name by hand")
    terminal.say(f"{old} is now {new}: {count(len(found.changes), 'file')} changed{undone}")
    return 0
