"""Take a record down: nothing of it is left but a page that says that, when and why."""

import argparse

from generator.check.checking import damaged, read
from generator.check.drafts import of_drafts
from generator.cli import terminal
from generator.cli.commands.options import day, reference
from generator.editing.withdraw import following, held_by, lacking, plan
from generator.lib.dates import today
from generator.lib.files import change, changing
from generator.lib.refused import RefusedError
from generator.lib.revision import has_repository
from generator.lib.text import count
from generator.records.refs import Ref
from generator.records.yamlfile.tree import unwritable


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `withdraw`."""
    parser.add_argument("record", metavar="KIND:ID", help="the record, such as person:anna-berg")
    parser.add_argument("--reason", required=True, help="why, as readers are told")
    parser.add_argument("--date", type=day, help="the day, YYYY-MM-DD (default: today)")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where nothing was taken down: other records lead to it, or files cannot be read."""
    ref = reference(options.record)
    reason = " ".join(options.reason.split())
    if not reason:
        raise RefusedError("the reason is empty: say why, as readers are told")
    if told := unwritable(reason):
        raise RefusedError(f"the reason: {': '.join(told)}")
    with changing(options.root):
        return _withdraw(options, ref, reason)


def _withdraw(options: argparse.Namespace, ref: Ref, reason: str) -> int:
    dataset, problems = read(options.root)
    unfinished = of_drafts(dataset, problems) if dataset else set()
    problems = sorted({*problems, *damaged(options.root)} - unfinished)
    if dataset is None or problems:
        terminal.problems(problems)
        return 1
    if ref not in dataset.records:
        terminal.warn(f"there is no {ref}")
        return 1
    if held := held_by(dataset, ref):
        terminal.problems(held)
        return 1
    terminal.warnings(lacking(dataset, ref))
    date = options.date or today()
    change(options.root, plan(options.root, dataset, ref, date, reason))
    terminal.say(f"{ref} is withdrawn: the next build takes its pages down; publish it")
    if moved := following(dataset, ref):
        terminal.say(f"{count(len(moved), 'chapter')} after it moved up by one place")
    if has_repository(options.root):
        terminal.say("git keeps what was committed: a recipe of the editors’ guide says how to remove it")
    return 0
