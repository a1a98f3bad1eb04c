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


Words = Annotated[frozenset[str], BeforeValidator(_words)]
ByWord = Annotated[Mapping[str, str], BeforeValidator(_by_word)]
_NONE: frozenset[str] = frozenset()


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NameWords(_Table):
    """Words around names."""

    articles: Words = _NONE
    pronouns: Words = _NONE
    of: str = ""
    also_names: Words = _NONE
    openers: Words = _NONE
    titles: Words = _NONE
    weak_titles: Words = _NONE
    joiners: Words = _NONE
    organization_words: Words = _NONE
    place_words: Words = _NONE
    body_joiners: Words = _NONE
    possessive_parts: Words = _NONE
    saints: Words = _NONE
    styles: Words = _NONE
    fields: Words = _NONE
    place_prepositions: Words = _NONE
    demonym_ends: tuple[str, ...] = ()
    demonyms: Words = _NONE
    derived_ends: tuple[str, ...] = ()
    ordinal: str = ""

    @cached_property
    def bodies_and_places(self) -> frozenset[str]:
        """Words that a name of a person does not hold."""
        return self.organization_words | self.place_words

    @cached_property
    def before_names(self) -> frozenset[str]:
        """Words that may stand before the name of a person and belong to it."""
        return self.titles | self.weak_titles


class DateWords(_Table):
    """Names of months, weekdays and seasons with their numbers, and the forms in which dates are printed."""

    months: Mapping[str, int] = {}
    weekdays: Mapping[str, int] = {}
    seasons: Mapping[str, int] = {}
    days: Mapping[str, int] = {}
    which: Mapping[str, int] = {}
    periods: ByWord = {}
    joined: Words = _NONE
    recurring: Words = _NONE
    since: Words = _NONE
    future: Words = _NONE
    parts: Mapping[str, str] = {}
    forms: tuple[tuple[str, str], ...] = ()


class FigureWords(_Table):
    """What stands before a number and how exact it makes it, and where a unit ends."""

    qualifiers: ByWord = {}
    between: str = ""
    to: str = ""
    percent: tuple[str, ...] = ()
    currencies: Mapping[str, str] = {}
    definite: Words = _NONE
    counters: str = ""
    states: Words = _NONE
    state: str = ""
    unit_ends: Words = _NONE
    label_ends: Words = _NONE
    plural: str = ""
    no_plural: Words = _NONE
    no_unit: Words = _NONE
    objects: Words = _NONE
    none_confirmed: str = ""


class SayingWords(_Table):
    """Verbs of saying with the stance they give, and the words around a speaker."""

    verbs: ByWord = {}
    according_to: tuple[str, ...] = ()
    as_saying: tuple[str, ...] = ()
    citing: Words = _NONE
    also_nouns: Words = _NONE
    joined_by: Words = _NONE
    that: Words = _NONE
    skipped: Words = _NONE
    articles: Words = _NONE
    determiners: Words = _NONE
    definite: Words = _NONE
    inner: Words = _NONE
    passive: Words = _NONE
    people: Words = _NONE
    singular_pronouns: Words = _NONE
    he_or_she: ByWord = {}
    plural_pronouns: Words = _NONE
    relative: Words = _NONE
    prepositions: Words = _NONE
    complements: Words = _NONE
    negating: Words = _NONE
    after_verb: Words = _NONE
    without_that: Words = _NONE


class LanguageTables(_Table):
    """Everything about one language; a language without tables has nothing but its tag."""

    tag: str
    has_tables: bool = True
    abbreviations: Words = _NONE
    numbered: Words = _NONE
    function_words: Words = _NONE
    endings: tuple[str, ...] = ()
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
