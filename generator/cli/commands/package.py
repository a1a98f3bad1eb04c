"""Build the site; pack it with the records as a release that can be cited, checked and made again."""

import argparse
from pathlib import Path

from generator.analysis.releases import changed_since, read_releases
from generator.check.checking import checked
from generator.cli import terminal
from generator.cli.commands.build import built
from generator.lib.address import addresses
from generator.lib.files import write
from generator.lib.text import count


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `package`."""
    parser.add_argument(
        "--to",
        type=Path,
        default=Path("build/release"),
        help="the folder of the archive and of what lies beside it (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where nothing is released, or the release is not what readers are given now."""
    root = options.root.absolute()
    dataset, problems = checked(root)
    released, damaged = read_releases(root, dataset)
    terminal.problems(sorted([*problems, *damaged]))
    if dataset is None or problems or damaged:
        return 1
    if not released.history:
        terminal.warn("nothing is released yet: run “release”, and commit the lock that it writes")
        return 1
    day = released.history[0].date
    if changes := changed_since(dataset, released):
        number = count(len(changes), "fact")
        terminal.warn(f"{number} changed since the release of {day}: run “release” first")
        return 1
    if status := built(root):
        return status
    from generator.site.builder import site_folder  # what makes pages takes a second to load
    from generator.site.packing import Release, packed
    from generator.site.packing.data import withheld_files

    known = {each.key: each.text for each in addresses(root) if not each.fault}
    release = Release(day, known.get("site_url", ""), known.get("repo_url", ""))
    for name, content in packed(root, site_folder(root), dataset, release).items():
        write(options.root / options.to / name, content)
        terminal.say(f"{options.root / options.to / name} written")
    if withheld := withheld_files(dataset):
        names = ", ".join(map(str, withheld))
        terminal.say(f"left out, since they hold what only the editors may know: {names}")
    return 0
