"""The keyed texts of the project: read where the key is, written by `verify`."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.evidence.article import Article
from generator.evidence.keyed import KEY, SHORTEST_KEY, KeyedRuns, KeyedText, KeyedTexts, mark_of
from generator.evidence.leaks import runs
from generator.evidence.normalise import VERSION
from generator.records.dataset import Dataset
from generator.records.problems import Problem
from generator.records.reader import text_of

KEYED = "sources/runs.lock.json"
_TAKE = "take the committed one, or delete it and run “verify” where the texts are"


def read_keyed(root: Path) -> tuple[KeyedTexts, list[Problem]]:
    """What the file in `root` holds, and what is wrong with it; nothing where there is none."""
    path = root / KEYED
    if not os.path.lexists(path):
        return KeyedTexts({}), []
    text, problems = text_of(root, path)
    if problems:
        return KeyedTexts({}), problems
    try:
        return KeyedTexts.from_json(text), []
    except ValueError:
        return KeyedTexts({}), [Problem(KEYED, message="the file of keyed texts is damaged", hint=_TAKE)]


def runs_without_text(
    root: Path, dataset: Dataset, at_hand: Collection[str]
) -> tuple[KeyedRuns | None, list[Problem]]:
    """The runs of the texts of sources that are not `at_hand`, and what is wrong; None where there is no key.

    A text that is not the one that quotations were verified against is left out.
    """
    key = os.environ.get(KEY, "")
    if not key:
        return None, []
    keyed, problems = read_keyed(root)
    problems += _unfit(keyed, key)
    if problems or keyed.normaliser != VERSION:
        return None, problems
    locked = dataset.lock.sources if dataset.lock else {}
    texts = {
        name: text
        for name, text in keyed.texts.items()
        if name not in at_hand and name in locked and text.sha256 == locked[name].sha256
    }
    return KeyedRuns(key, texts), []


def keyed_anew(
    root: Path, dataset: Dataset, articles: Mapping[str, Article]
) -> tuple[KeyedTexts, list[Problem]]:
    """What the file is to hold: the texts at hand anew, the others as before; as it was without the key."""
    key = os.environ.get(KEY, "")
    before, problems = read_keyed(root)
    problems += _unfit(before, key) if key else []
    if problems or not key:
        return before, problems
    known = {ref.id for ref in dataset.known if ref.kind == "source"}
    kept = before.texts if before.normaliser == VERSION else {}
    texts = {name: text for name, text in kept.items() if name in known}
    for name, article in articles.items():
        texts[name] = KeyedText.of(key, article.sha256, article.words, runs(article))
    return KeyedTexts(texts, mark_of(key)), []


def _unfit(keyed: KeyedTexts, key: str) -> list[Problem]:
    """Why the key is of no use."""
    if len(key.strip()) < SHORTEST_KEY:
        hint = "make one with: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        return [
            Problem(KEYED, message=f"the key in {KEY} has less than {SHORTEST_KEY} characters", hint=hint)
        ]
    if keyed.mark and not keyed.are_under(key):
        hint = "give the right key; where it is lost, delete the file and run “verify” with a new one"
        return [Problem(KEYED, message=f"it was written under another key than that in {KEY}", hint=hint)]
    return []
