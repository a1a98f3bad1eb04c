"""Build the site; pack it into a ZIP read without a server, and beside it the booklet as EPUB and PDF."""

import argparse
from pathlib import Path

from generator.cli import terminal
from generator.cli.commands.build import built
from generator.lib.files import write
from generator.site.builder import site_folder
from generator.site.finish.offline import offline


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `offline`."""
    parser.add_argument(
        "--to",
        type=Path,
        default=Path("build/documentary.zip"),
        help="the ZIP; the booklet lies beside it under the same name (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where site or booklet cannot be made; then nothing of either is packed."""
    root = options.root.absolute()
    if status := built(root):
        return status
    from generator.site.booklet import made  # what makes pages takes a second to load

    booklet = made(root)
    if booklet.problems:
        terminal.problems(booklet.problems)
        return 1
    goal = options.root / options.to
    write(goal, offline(site_folder(options.root)))
    terminal.say(f"packed into {goal}: unpack it and open index.html")
    for suffix, data in ((".epub", booklet.epub), (".pdf", booklet.pdf)):
        beside = goal.with_suffix(suffix)
        if data:
            write(beside, data)
            terminal.say(f"the booklet is {beside}")
        else:
            beside.unlink(missing_ok=True)  # it would be that of other data
    if booklet.unprinted:
        terminal.say(f"the booklet was not made as PDF: {booklet.unprinted}")
    return 0
