"""Say what an edit changes for readers, against an earlier revision."""

import argparse

from generator.analysis.impact import impact, line, markdown, pages_changed
from generator.check.checking import of_readers
from generator.cli import terminal
from generator.lib.revision import records_at
from generator.lib.text import count
from generator.pages.assemble import pages
from generator.records import report
from generator.records.dataset import Dataset


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `impact`."""
    parser.add_argument(
        "--base", default="HEAD", metavar="REV", help="compare with this revision (default: HEAD)"
    )
    parser.add_argument("--markdown", action="store_true", help="print Markdown, for a job summary")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where the records have problems, or git has no such revision."""
    after, problems = of_readers(options.root)
    terminal.problems(problems)
    if after is None or problems:
        return 1
    with records_at(options.root, options.base) as folder:
        before, faults = of_readers(folder)
    if before is None:
        terminal.warn(f"the records of {options.base} cannot be read: {report.line(faults[0])}")
        return 1
    found = [line(change) for change in impact(before, after)]
    if faults:
        number = count(len(faults), "problem")
        terminal.warn(f"the records of {options.base} have {number}: pages are not compared")
    else:
        found += _pages(before, after)
    if options.markdown:
        terminal.say(markdown(found, options.base))
    else:
        terminal.say("\n".join(found) or f"nothing that a reader sees is different from {options.base}")
    return 0


def _pages(before: Dataset, after: Dataset) -> list[str]:
    old, new = pages(before), pages(after)
    reads_otherwise = sum(1 for path in old.keys() & new.keys() if old[path] != new[path])
    differing = [f"{count(reads_otherwise, 'page')} of {len(new)} read otherwise"] if reads_otherwise else []
    return [*pages_changed(old, new), *differing]
