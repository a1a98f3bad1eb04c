"""Bring the catalogues of the interface up to date, and tell what they lack."""

import argparse
from pathlib import Path

from generator.cli import terminal
from generator.cli.commands.options import tag
from generator.editing.catalogue import (
    PACKAGE,
    labels,
    missing,
    program_texts,
    texts,
    updated,
    updated_own,
)
from generator.lib.files import write
from generator.lib.language import FOLDER, catalogue_path, is_english, language
from generator.lib.text import count
from generator.records.dataset import Dataset
from generator.records.reader import CATALOGUES, read


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `languages`."""
    parser.add_argument(
        "add", nargs="*", type=tag, metavar="TAG", help="languages to begin a catalogue for (`de`)"
    )


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where a catalogue lacks a text or the records cannot be read.

    The program's own catalogues are written in its own repository alone; every other documentary has those
    of `sources/languages/`.
    """
    dataset, problems = read(options.root)
    if dataset is None:
        terminal.problems(problems)
        return 1
    ours = _is_program(options.root)
    folder = FOLDER if ours else options.root / CATALOGUES
    wanted = program_texts(dataset.words) if ours else texts(dataset.words)
    own = dataset.documentary.language
    tags = {
        *options.add,
        *(path.stem for path in folder.glob("*.po")),
        *([] if ours or is_english(own) else [own]),
    }
    lacking = 0
    for each in sorted(tags):
        made = updated(each, wanted) if ours else updated_own(folder, each, wanted)
        if made:
            write(folder / f"{each}.po", made)
        language.cache_clear()
        lacks = missing(language(each, "" if ours else made.decode()), wanted)
        lacking += len(lacks)
        for text in lacks:
            terminal.say(f"{each}: {text}")
        where = f" in {CATALOGUES}/{each}.po" if made and not ours else ""
        terminal.say(f"{each}: {count(len(lacks), 'text')} missing{where}")
    if not tags:
        terminal.say("the interface is in English, which needs no catalogue: name a language to begin one")
    return 1 if lacking else 0


def english_left(dataset: Dataset) -> str:
    """What editors are told of texts that a site in another language prints in English; empty: of none."""
    tag = dataset.documentary.language
    if is_english(tag):
        return ""
    has_catalogue = catalogue_path(FOLDER, tag) is not None
    wanted = labels(dataset.words) if has_catalogue else texts(dataset.words)
    lacks = missing(language(tag, dataset.catalogue), wanted)
    if not lacks:
        return ""
    return (
        f"{len(lacks):,} of {count(len(wanted), 'text')} of "
        f"{'your lists of words' if has_catalogue else 'the interface'} are in English, not in “{tag}”: "
        f"“languages” lists them in {CATALOGUES}/, where you give their translations"
    )


def _is_program(root: Path) -> bool:
    """Whether the folder is the repository of the program that runs, from which its package is built."""
    return (root / "pyproject.toml").is_file() and PACKAGE.parent == root.resolve()
