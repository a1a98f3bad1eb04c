"""Where an article prints names that the records list; and names of places that every reader knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from babel import Locale
from babel.core import get_global

from generator.evidence.match import occurrences
from generator.evidence.normalise import plain
from generator.evidence.words import word_keys
from generator.lib.groups import grouped
from generator.lib.text import longest_first
from generator.records.dataset import Dataset
from generator.records.refs import Ref
from generator.suggest.language import of_language
from generator.suggest.reading import Reading
from generator.suggest.types import Spanned


@dataclass(frozen=True, order=True)
class Mention(Spanned):
    """A listed name in the text; `refs` are all records that list it."""

    text: str
    refs: tuple[Ref, ...]


def listed_names(dataset: Dataset) -> dict[str, tuple[Ref, ...]]:
    """Every form of every name, folded, with the records that list it."""
    forms = (
        (plain(text), ref)
        for ref, entity in dataset.entities.items()
        for text in (entity.name_, *(name.text for name in entity.names))
        if text
    )
    return {form: tuple(sorted(set(refs))) for form, refs in grouped(forms).items()}


def mentions(reading: Reading, names: Mapping[str, tuple[Ref, ...]]) -> list[Mention]:
    """Every place of the running text where a listed name stands; the longest name takes the place."""
    article = reading.article
    taken = bytearray(len(reading.text))
    found = []
    held = {word.key for word in article.word_list}
    prefixes = ("", *reading.language.prefixes)
    for name, prefix in product(sorted(names, key=longest_first), prefixes):
        if not held.issuperset(word_keys(prefix + name)[:1]):
            continue
        for first, end in occurrences(article, prefix + name):
            start, label = first + len(prefix), article.block_at(first)
            is_running = label in reading.paragraphs and end <= article.spans[label][1]
            if is_running and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(Mention(start, end, reading.text[start:end], names[name]))
    return sorted(found)


_NO_PLACES = frozenset({"001", "EU", "EZ", "QO", "UN", "ZZ"})
"""Codes of territories that are unions of states, the world, or none."""


@lru_cache(maxsize=16)
def _places(tag: str) -> frozenset[str]:
    """Countries, regions and cities as the Unicode locale data and the time zones name them in a language."""
    locale = Locale.parse(tag)
    cities = (
        locale.time_zones.get(zone, {}).get("city", zone.rpartition("/")[2].replace("_", " "))
        for zone in get_global("zone_territories")
        if "/" in zone and not zone.startswith("Etc")
    )
    territories = (name for code, name in locale.territories.items() if code not in _NO_PLACES)
    return frozenset(plain(name) for name in (*territories, *cities) if not name[0].islower())


def is_listed_place(tag: str, name: str) -> bool:
    """Whether a name in a language is one of a country, region or city that every reader knows."""
    return (
        plain(name) in _places(tag) or name.replace(".", "").lower() in of_language(tag).names.place_acronyms
    )
