"""Build the site; pack it with the records as a release that can be cited, checked and made again."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from generator.analysis.releases import changed_since, read_releases
from generator.check.checking import checked
from generator.cli import terminal
from generator.cli.commands.build import built
from generator.editing.placeholders import refuse
from generator.lib.address import addresses
from generator.lib.files import write
from generator.lib.refused import RefusedError
from generator.lib.text import count
from generator.site.publish import misplaced


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `package`."""
    parser.add_argument(
        "--to",
        type=Path,
        default=Path("build/release"),
        help="the folder of the archive and of what lies beside it (default: %(default)s)",
    )
    parser.add_argument("--force", action="store_true", help="replace an archive that differs")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where nothing is released, or the release is not what readers are given now.

    Nor is anything written into a folder of the project's own or, without `--force`, over another archive.
    """
    root = options.root.absolute()
    folder = options.root / options.to
    dataset, problems = checked(root)
    released, _ = read_releases(root, dataset)
    terminal.problems(problems)
    if dataset is None or problems:
        return 1
    refuse(root, dataset)
    if not released.history:
        terminal.warn("nothing is released yet: run “release”, and commit the lock that it writes")
        return 1
    day = released.history[0].date
    if changes := changed_since(dataset, released):
        number = count(len(changes), "fact")
        terminal.warn(f"{number} changed since the release of {day}: run “release” first")
        return 1
    from generator.site.builder import site_folder  # what makes pages takes a second to load
    from generator.site.packing import Release, packed
    from generator.site.packing.data import withheld_files

    if why := misplaced(root, folder, site_folder(root)):
        raise RefusedError(why)
    if status := built(root):
        return status

    known = {each.key: each.text for each in addresses(root) if not each.fault}
    release = Release(day, known.get("site_url", ""), known.get("repo_url", ""))
    files = {folder / name: each for name, each in packed(root, site_folder(root), dataset, release).items()}
    same = [path for path, content in files.items() if path.is_file() and path.read_bytes() == content]
    if why := _in_the_way([path for path in files if path not in same], force=options.force):
        raise RefusedError(why)
    for path, content in files.items():
        if path not in same:
            write(path, content)
        terminal.say(f"{path} {'is there already' if path in same else 'written'}")
    if withheld := withheld_files(dataset):
        names = ", ".join(map(str, withheld))
        terminal.say(f"left out, since they hold what only the editors may know: {names}")
    return 0


def _in_the_way(paths: Sequence[Path], *, force: bool) -> str:
    """Why files cannot be written at `paths`, or not without `--force`; empty where they can."""
    if folders := [str(path) for path in paths if path.is_dir()]:
        return f"{', '.join(folders)} is a folder: remove it, or name another place"
    others = [str(path) for path in paths if os.path.lexists(path)]
    return f"{', '.join(others)} would be written over: --force does that" if others and not force else ""
