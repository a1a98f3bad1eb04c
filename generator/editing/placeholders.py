"""Finds what `init` wrote only to be replaced, so that no reader is given it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.check.rules.walk import all_records, within
from generator.lib.language import ENGLISH, speaking, translated
from generator.lib.language import gettext as _
from generator.lib.refused import RefusedError
from generator.lib.text import line_and_column
from generator.records.dataset import Dataset, Fault
from generator.records.problems import Problem
from generator.records.reader import THE_DOCUMENTARY
from generator.site.current import DOCS, hand_written
from generator.site.tree import links_below

TEMPLATE = Path(__file__).parent / "start" / "template"
_SAYS_SO = re.compile(r'_\("(A placeholder[^"]*)"\)')
_MESSAGE = "a placeholder stands here, as “init” wrote it: write your own; “release” refuses it"


def unnamed() -> tuple[str, str]:
    """The title and the name of the event where `init` is given none, in the language written in."""
    return _("A New Documentary"), _("The event")


def placeholders(root: Path, dataset: Dataset) -> list[Problem]:
    """Every placeholder in the records and on the hand-written pages of the documentary in `root`, sorted.

    A text is one where it is, white space apart, what `init` wrote, in English or in the documentary's
    language.
    """
    texts, names = _written(dataset.documentary.language)
    named = {(THE_DOCUMENTARY, ("title",)), (dataset.documentary.subject, ("name",))}
    found = [
        replace(dataset.problem(Fault(ref, path, _MESSAGE)), of_field=False)
        for ref, record in all_records(dataset)
        for path, text in within(record, str)
        if " ".join(text.split()) in texts or ((ref, path) in named and text in names)
    ]
    return sorted([*found, *_on_pages(root, texts)])


def refuse(root: Path, dataset: Dataset) -> None:
    """Raise RefusedError, with the place of each, where a placeholder stands."""
    if found := placeholders(root, dataset):
        places = ", ".join(f"{problem.path}:{problem.line}" for problem in found)
        raise RefusedError(
            f"what “init” wrote as a placeholder still stands at {places}: write your own first"
        )


def _on_pages(root: Path, texts: frozenset[str]) -> Iterator[Problem]:
    pages = {} if any(links_below(root / DOCS)) else hand_written(root)
    for path, data in pages.items():
        page = data.decode("utf-8-sig", errors="replace")
        for text in texts:
            if match := re.search(r"\s+".join(map(re.escape, text.split())), page):
                yield Problem(path, *line_and_column(page, match.start()), message=_MESSAGE)


@cache
def _written(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What says that it is a placeholder, and the names where none was given."""
    files = (path for path in sorted(TEMPLATE.rglob("*")) if path.is_file())
    english = [text for path in files for text in _SAYS_SO.findall(path.read_text(encoding="utf-8"))]
    texts, names = set(english), set[str]()
    for tag in (ENGLISH.tag, language):
        with speaking(tag):
            texts |= set(map(translated, english))
            names |= set(unnamed())
    return frozenset(texts), frozenset(names)
