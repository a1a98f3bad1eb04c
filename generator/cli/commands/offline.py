"""Build the site; pack it into a ZIP read without a server, and beside it the booklet as EPUB and PDF."""

import argparse
from pathlib import Path

from generator.cli import terminal
from generator.cli.commands.build import built
from generator.lib.files import write
from generator.lib.refused import RefusedError
from generator.site.builder import site_folder
from generator.site.current import DOCS
from generator.site.finish.offline import offline
from generator.site.publish import misplaced


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `offline`."""
    parser.add_argument(
        "--to",
        type=Path,
        default=Path("build/documentary.zip"),
        help="the ZIP; the booklet lies beside it under the same name (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where site or booklet cannot be made; then nothing of either is packed.

    Nothing is written into a folder of the project's own but `docs/`, from which pages may offer it.
    """
    root = options.root.absolute()
    goal = options.root / options.to
    if goal.suffix.lower() != ".zip":
        raise RefusedError(f"{goal} is no name of a ZIP: write one that ends in .zip")
    if why := misplaced(root, goal.parent, site_folder(root), free=[DOCS]):
        raise RefusedError(why)
    if status := built(root):
        return status
    from generator.site.booklet import made  # what makes pages takes a second to load

    booklet = made(root)
    if booklet.problems:
        terminal.problems(booklet.problems)
        return 1
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
