"""Where an article prints names that the records list."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.evidence.match import occurrences
from generator.evidence.normalise import plain
from generator.records.dataset import Dataset
from generator.records.refs import Ref
from generator.suggest.reading import Reading
from generator.suggest.types import Spanned


@dataclass(frozen=True, order=True)
class Mention(Spanned):
    """A listed name in the text; `refs` are all records that list it."""

    text: str
    refs: tuple[Ref, ...]


def listed_names(dataset: Dataset) -> dict[str, tuple[Ref, ...]]:
    """Every form of every name, folded, with the records that list it."""
    found: dict[str, set[Ref]] = defaultdict(set)
    for ref, entity in dataset.entities.items():
        for text in (entity.name_, *(name.text for name in entity.names)):
            if text:
                found[plain(text)].add(ref)
    return {text: tuple(sorted(refs)) for text, refs in found.items() if text}


def mentions(reading: Reading, names: Mapping[str, tuple[Ref, ...]]) -> list[Mention]:
    """Every place of the running text where a listed name stands; the longest name takes the place."""
    article = reading.article
    taken = bytearray(len(reading.text))
    found = []
    for name in sorted(names, key=lambda each: (-len(each), each)):
        for start, end in occurrences(article, name):
            label = article.block_at(start)
            is_running = label in reading.paragraphs and article.block_at(end - 1) == label
            if is_running and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Mention(start, end, reading.text[start:end], names[name]))
    return sorted(found)
