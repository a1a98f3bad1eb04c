"""The tables of a language: all that the reading of an article knows of words, a file for each language."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from generator.lib.files import listed_beside
from generator.lib.numerals import TABLES, Numerals

CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital: there a single capitalised word is no name."""


def _words(listed: Any) -> Any:
    """The words of a line; a list holds phrases."""
    return listed.split() if isinstance(listed, str) else listed


def _by_word(groups: Any) -> Any:
    """Each word of a mapping of groups of words, with the name of its group."""
    return {word: name for name, listed in groups.items() for word in _words(listed)}


WordSet = Annotated[frozenset[str], BeforeValidator(_words)]
ByWord = Annotated[Mapping[str, str], BeforeValidator(_by_word)]
_NONE: frozenset[str] = frozenset()


class _WordTable(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NameWords(_WordTable):
    """Words around names."""

    articles: WordSet = _NONE
    pronouns: WordSet = _NONE
    of: str = ""
    also_names: WordSet = _NONE
    openers: WordSet = _NONE
    titles: WordSet = _NONE
    weak_titles: WordSet = _NONE
    joiners: WordSet = _NONE
    organization_words: WordSet = _NONE
    place_words: WordSet = _NONE
    uncertain: WordSet = _NONE
    company_ends: WordSet = _NONE
    place_ends: WordSet = _NONE
    place_starts: WordSet = _NONE
    place_prepositions: WordSet = _NONE
    directions: WordSet = _NONE
    place_acronyms: WordSet = _NONE
    body_acronyms: WordSet = _NONE
    people_words: WordSet = _NONE
    body_words: WordSet = _NONE
    no_names: WordSet = _NONE
    body_joiners: WordSet = _NONE
    joined_by: WordSet = _NONE
    possessive_parts: WordSet = _NONE
    saints: WordSet = _NONE
    styles: WordSet = _NONE
    fields: WordSet = _NONE
    demonym_ends: tuple[str, ...] = ()
    demonyms: WordSet = _NONE
    derived_ends: tuple[str, ...] = ()
    ordinal: str = ""

    @cached_property
    def bodies_and_places(self) -> frozenset[str]:
        """Words that a name of a person does not hold."""
        return self.organization_words | self.place_words

    @cached_property
    def certain_bodies(self) -> frozenset[str]:
        """Words that tell for certain that a name is one of a body."""
        return self.organization_words - self.uncertain

    def is_demonym(self, word: str) -> bool:
        """Whether a word in small letters tells of a people, a faith or a party."""
        return any(part in self.demonyms or part.endswith(self.demonym_ends) for part in word.split("-"))

    @cached_property
    def before_names(self) -> frozenset[str]:
        """Words that may stand before the name of a person and belong to it."""
        return self.titles | self.weak_titles


class DateWords(_WordTable):
    """Names of months, weekdays and seasons with their numbers, and the forms in which dates are printed."""

    months: Mapping[str, int] = {}
    weekdays: Mapping[str, int] = {}
    seasons: Mapping[str, int] = {}
    days: Mapping[str, int] = {}
    which: Mapping[str, int] = {}
    periods: ByWord = {}
    joined: WordSet = _NONE
    recurring: WordSet = _NONE
    since: WordSet = _NONE
    future: WordSet = _NONE
    parts: Mapping[str, str] = {}
    forms: tuple[tuple[str, str], ...] = ()


class FigureWords(_WordTable):
    """What stands before a number and how exact it makes it, and where a unit ends."""

    qualifiers: ByWord = {}
    between: str = ""
    to: str = ""
    percent: tuple[str, ...] = ()
    currencies: Mapping[str, str] = {}
    definite: WordSet = _NONE
    counters: str = ""
    states: WordSet = _NONE
    state: str = ""
    deeds: WordSet = _NONE
    share: str = ""
    capital_units: bool = False
    longest_unit: int = 4
    unit_ends: WordSet = _NONE
    label_ends: WordSet = _NONE
    plural: str = ""
    no_plural: WordSet = _NONE
    no_unit: WordSet = _NONE
    objects: WordSet = _NONE
    none_confirmed: str = ""


class SayingWords(_WordTable):
    """Verbs of saying with the stance they give, and the words around a speaker."""

    verbs: ByWord = {}
    according_to: tuple[str, ...] = ()
    as_saying: tuple[str, ...] = ()
    citing: WordSet = _NONE
    also_nouns: WordSet = _NONE
    joined_by: WordSet = _NONE
    that: WordSet = _NONE
    skipped: WordSet = _NONE
    articles: WordSet = _NONE
    determiners: WordSet = _NONE
    definite: WordSet = _NONE
    inner: WordSet = _NONE
    passive: WordSet = _NONE
    people: WordSet = _NONE
    singular_pronouns: WordSet = _NONE
    he_or_she: ByWord = {}
    plural_pronouns: WordSet = _NONE
    relative: WordSet = _NONE
    prepositions: WordSet = _NONE
    complements: WordSet = _NONE
    negating: WordSet = _NONE
    after_verb: WordSet = _NONE
    without_that: WordSet = _NONE


class LanguageTables(_WordTable):
    """Everything about one language; a language without tables has nothing but its tag."""

    tag: str
    has_tables: bool = True
    abbreviations: WordSet = _NONE
    numbered: WordSet = _NONE
    function_words: WordSet = _NONE
    light_words: WordSet = _NONE
    stemmer: str = ""
    comparing: WordSet = _NONE
    meanings: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    names: NameWords = NameWords()
    dates: DateWords = DateWords()
    figures: FigureWords = FigureWords()
    sayings: SayingWords = SayingWords()

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that begin sentences and are no names."""
        return self.names.openers | self.function_words

    @property
    def numerals(self) -> Numerals:
        """How it writes numbers."""
        return TABLES[self.tag]


@lru_cache(maxsize=16)
def of_language(tag: str) -> LanguageTables:
    """The tables for a BCP 47 tag; without any, only names, digits, ISO dates and quotations can be read."""
    primary = tag.split("-")[0].lower()
    file = Path(__file__).with_name("languages") / f"{primary}.yml"
    if not file.is_file():
        return LanguageTables(tag=primary, has_tables=False)
    return LanguageTables.model_validate(listed_beside(str(file)))
