"""Check every record and report all problems at once; writes nothing."""

import argparse

from generator.analysis.releases import read_releases, warnings
from generator.check.checking import checked, in_drafts
from generator.check.drafts import Held
from generator.check.proofs import superfluous
from generator.check.rules.figures import perhaps_another
from generator.check.rules.loaded import loaded_on_pages
from generator.check.rules.places import perhaps_exchanged
from generator.check.rules.references import links_on_pages
from generator.cli import terminal
from generator.editing.placeholders import placeholders
from generator.lib.files import unfinished
from generator.lib.language import is_english
from generator.lib.text import count
from generator.records.reader import LOCK
from generator.site.current import DOCS, hand_written
from generator.site.tree import links_below


def run(options: argparse.Namespace) -> int:
    """Exit status 1 where there is any problem; warnings are no problem."""
    if changes := unfinished(options.root):
        files = count(len(changes), "file")
        terminal.warn(
            f"a run was killed while it changed {files}: “fmt”, or any command that writes, finishes it"
        )
    dataset, problems = checked(options.root)
    released, _ = read_releases(options.root, dataset)
    by_hand = list(links_below(options.root / DOCS))
    if dataset and not by_hand:
        pages = hand_written(options.root)
        by_hand = [*loaded_on_pages(dataset, pages), *links_on_pages(dataset, pages)]
    problems = sorted([*problems, *by_hand])
    terminal.problems(problems)
    if dataset is None:
        return 1
    of_lock = [] if LOCK in {problem.path for problem in problems} else superfluous(dataset)
    perhaps = [*perhaps_exchanged(dataset), *perhaps_another(dataset)]
    unwritten = [] if problems else placeholders(options.root, dataset)
    terminal.warnings([*of_lock, *perhaps, *warnings(dataset, released), *unwritten])
    if not is_english(dataset.documentary.language):
        from generator.cli.commands.languages import english_left  # what reads the catalogues loads slowly

        if left := english_left(dataset):
            terminal.warn(left)
    missing, held = in_drafts(options.root) if dataset.held else ([], Held())
    terminal.unfinished(missing)
    if problems:
        return 1
    waiting = f", {count(len(held.reasons), 'record')} held back" if held.reasons else ""
    kept = f", {count(len(dataset.sensitive), 'file')} with what is sensitive" if dataset.sensitive else ""
    terminal.say(f"{count(len(dataset.records), 'record')} checked, no problem{waiting}{kept}")
    for ref, reason in held.reasons.items():
        terminal.say(f"held back: {ref} ({reason})")
    return 0
