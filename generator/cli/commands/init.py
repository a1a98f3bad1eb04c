"""Begin a new documentary in a folder: the files of an empty one, each with its comments."""

import argparse
from pathlib import Path

from generator.cli import terminal
from generator.cli.commands.languages import english_left
from generator.cli.commands.options import base, tag
from generator.editing.format import laid_out, record_files
from generator.editing.placeholders import unnamed
from generator.editing.start import PROGRAM, README, Beginning, begin, files, origin
from generator.lib.dates import today
from generator.lib.files import change
from generator.lib.language import is_english, speaking
from generator.lib.text import count
from generator.records.reader import read
from generator.records.schemas import write_schemas
from generator.records.yamlfile.tree import unwritable


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `init`."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder; it is made where it is missing")
    parser.add_argument("--title", type=_line, help="title of the documentary")
    parser.add_argument("--subject", type=_line, help="name of the event that it is about")
    parser.add_argument("--language", type=tag, default="en", help="language of your own words (default: en)")
    parser.add_argument("--site-url", type=base, metavar="URL", help="where the site will be published")
    parser.add_argument(
        "--github",
        action="store_true",
        help="add forms, and workflows that check, publish, watch and release, for GitHub",
    )
    parser.add_argument(
        "--program",
        type=_program,
        metavar="URL@COMMIT",
        help="with --github: the program that the workflows run (default: as this one was installed)",
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a file stands in the way; then nothing was written."""
    known = options.program or origin()
    program = known if options.github else ""
    if options.github and not program:
        terminal.warn(
            "it is not known where this program came from, so no workflow could fetch this very program: "
            "name it with --program, such as https://example.org/generator.git@ and the hash of a commit"
        )
        return 1
    folder = options.root / options.folder
    site_url = f"{options.site_url.rstrip('/')}/" if options.site_url else ""
    with speaking(options.language):
        title, subject = (
            given or own for given, own in zip((options.title, options.subject), unnamed(), strict=True)
        )
    index = known.rpartition("@")[0]
    beginning = Beginning(title, subject, options.language, site_url, today(), program, index)
    number = len(files(beginning)) - (folder / README).is_file()
    problems = begin(folder, beginning)
    terminal.problems(problems)
    if problems:
        return 1
    for path in record_files(folder):
        change(folder, laid_out(folder, path)[0])
    terminal.say(f"{count(number, 'file')} written to {options.folder}")
    terminal.say(
        "go there: its README.md says how to begin, “documentary guide” prints the editors’ guide, "
        "“documentary serve” shows the site"
    )
    if not is_english(options.language):
        terminal.say("README.md, the comments in the files and what the program tells editors are in English")
    dataset, _problems = read(folder)
    if dataset:
        write_schemas(folder, dataset)
        if left := english_left(dataset):
            terminal.warn(left)
    return 0


def _line(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise argparse.ArgumentTypeError("must not be empty")
    if told := unwritable(line):
        raise argparse.ArgumentTypeError(": ".join(told))
    return line


def _program(text: str) -> str:
    if not PROGRAM.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no https address with @ and the whole hash of a commit"
        )
    return text
