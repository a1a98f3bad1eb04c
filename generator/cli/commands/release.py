"""Freeze what readers are given now, and list what has changed since the last release."""

import argparse

from generator.analysis.impact import line
from generator.analysis.releases import RELEASES, read_releases, release, to_lines, warnings
from generator.check.checking import checked
from generator.cli import terminal
from generator.cli.commands.options import day
from generator.editing.placeholders import refuse
from generator.lib.dates import today
from generator.lib.files import change
from generator.lib.text import count


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `release`."""
    parser.add_argument("--date", type=day, help="day of the release, YYYY-MM-DD (default: today)")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the records have problems or the date is before the last release."""
    path = options.root / RELEASES
    there = path.read_bytes() if path.is_file() else None
    dataset, problems = checked(options.root)
    before, _ = read_releases(options.root, dataset)
    terminal.problems(problems)
    if dataset is None or problems:
        return 1
    refuse(options.root, dataset)
    day = options.date or today()
    last = before.history[0].date if before.history else ""
    if day < last:
        how = f": put the day right in {RELEASES}, in every line that has it" if last > today() else ""
        terminal.warn(f"the last release is of {last}, which is after {day}{how}")
        return 1
    terminal.warnings(warnings(dataset, before))
    after = release(dataset, before, day)
    changes = after.history[0].changes
    if last and not changes:
        terminal.say(f"nothing has changed since the release of {last}, lock unchanged")
        return 0
    change(options.root, {path: (there, to_lines(after).encode())})
    for each, correction in changes:
        terminal.say(f"{line(each)}{f', told by {correction}' if correction else ''}")
    frozen, different = count(len(after.state), "record"), count(len(changes), "change")
    terminal.say(
        f"release of {day}: {frozen} frozen, " + (f"{different} since {last}" if last else "the first")
    )
    return 0
