"""Bring the catalogues of the interface up to date, and tell what they lack."""

import argparse

from generator.cli import terminal
from generator.editing.catalogue import SCRIPTS, THEME, for_scripts, for_theme, missing, updated
from generator.lib.files import write
from generator.lib.language import FOLDER, language, languages
from generator.lib.text import count
from generator.records.reader import read


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `languages`."""
    parser.add_argument("add", nargs="*", metavar="TAG", help="languages to begin a catalogue for (`de`)")


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a catalogue lacks a text or the records cannot be read."""
    dataset, problems = read(options.root)
    terminal.problems(problems)
    if dataset is None:
        return 1
    for tag in sorted({*options.add, *(each.tag for each in languages())}):
        write(FOLDER / f"{tag}.po", updated(tag, dataset.words))
    language.cache_clear()
    write(THEME, for_theme().encode())
    write(SCRIPTS, for_scripts().encode())
    lacking = {each.tag: missing(each, dataset.words) for each in languages()}
    for tag, texts in lacking.items():
        for text in texts:
            terminal.say(f"{tag}: {text}")
        terminal.say(f"{tag}: {count(len(texts), 'text')} missing")
    return 1 if any(lacking.values()) else 0
