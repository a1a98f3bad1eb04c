"""The tables of one language: all that the reading of an article knows of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.lib.numerals import Numerals

Form = tuple[str, str]
"""A pattern with `{month}`, `{number}` … in the place of words, and the name of what it reads."""


def word_set(listed: str) -> frozenset[str]:
    """The words of a line, as tables list them."""
    return frozenset(listed.split())


@dataclass(frozen=True)
class Names:
    """Words around names, all in small letters; none of a language without tables.

    `pronouns` are written with a capital; `of` joins an office to its field; `also_names` are short or
    other forms of months and weekdays that are names too. `openers` begin sentences and are no names;
    `titles` stand before a person's name, `weak_titles` only before another title; `joiners` stand inside
    names, `body_joiners` inside those of bodies; `possessive_parts` have a possessive ending inside a
    name, and so has what follows one of `saints`; `styles` address somebody (`His Grace`), `fields` are
    what offices are of (`Minister of Mineral Resources`). `demonym_ends` are endings of adjectives that
    are written with a capital, `demonyms` those with another ending; `derived_ends` make an adjective of
    a place's name (`Norlandish`). `ordinal` is what an ordinal number looks like.
    """

    articles: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    of: str = ""
    also_names: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    weak_titles: frozenset[str] = frozenset()
    joiners: frozenset[str] = frozenset()
    organization_words: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    body_joiners: frozenset[str] = frozenset()
    possessive_parts: frozenset[str] = frozenset()
    saints: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    demonym_ends: tuple[str, ...] = ()
    demonyms: frozenset[str] = frozenset()
    derived_ends: tuple[str, ...] = ()
    ordinal: str = ""


@dataclass(frozen=True)
class Dates:
    """Names of months, weekdays and seasons with their numbers, and the forms in which dates are printed.

    Weekdays count from Monday, 0; seasons have the numbers of EDTF, 21 (spring) to 24. `days` and `which`
    count from now, `joined` stand between two dates of one year, `periods` maps words to day, week,
    month, year, decade and century. After a word of `recurring` a weekday is no one day; a year after one
    of `since` tells nothing of what follows; `future` are words of clauses that look ahead.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    days: Mapping[str, int]
    which: Mapping[str, int]
    joined: frozenset[str]
    periods: Mapping[str, str]
    recurring: frozenset[str]
    since: frozenset[str]
    future: frozenset[str]
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class Figures(Numerals):
    """Number words, what stands before a number and how exact it makes it, and where a unit ends.

    `qualifiers` maps words before a
    number to (qualifier of the record, bound that the number is: `number`, `min` or `max`). After a word of
    `definite` a number word counts nothing new (`the two`). `counters` stand between number and unit,
    `unit_ends` are words that no unit holds. `states` are words for what happened to those counted
    (`eleven were hurt`), `state` and `of_them` the patterns of that. A capitalised word before a number makes
    it a name (`Route 7`), but for `label_ends`. `plural` is what a plural noun looks like, `no_plural` are
    units without one, `no_unit` no units at all; before one of `objects`
    stands a verb (`gets its`).
    """

    qualifiers: Mapping[str, tuple[str, Literal["number", "min", "max"]]]
    between: str
    to: str
    percent: tuple[str, ...]
    currencies: Mapping[str, str]
    definite: frozenset[str]
    counters: str
    unit_ends: frozenset[str]
    states: frozenset[str]
    state: str
    of_them: str
    label_ends: frozenset[str]
    plural: str
    no_plural: frozenset[str]
    no_unit: frozenset[str]
    objects: frozenset[str]
    none_confirmed: str


@dataclass(frozen=True)
class Sayings:
    """Verbs of saying with the stance they give, and the words around a speaker.

    `he_or_she` maps what tells a man or a woman to the pronoun for them: titles and the pronouns
    themselves. `verbs` holds every form, `also_nouns` those that are nouns too (`the inspection
    reports`); `skipped` may stand between speaker and verb; `articles` begin a description, `determiners`
    one of any noun, `definite` one that points back, `inner` stand within one; `passive` before `quoted
    as saying`; `people` are nouns that describe an unnamed speaker.
    """

    verbs: Mapping[str, str]
    according_to: tuple[str, ...]
    as_saying: tuple[str, ...]
    citing: frozenset[str]
    also_nouns: frozenset[str]
    joined_by: frozenset[str]
    that: frozenset[str]
    skipped: frozenset[str]
    articles: frozenset[str]
    determiners: frozenset[str]
    inner: frozenset[str]
    passive: frozenset[str]
    definite: frozenset[str]
    people: frozenset[str]
    singular_pronouns: frozenset[str]
    he_or_she: Mapping[str, str]
    plural_pronouns: frozenset[str]
    relative: frozenset[str]
    prepositions: frozenset[str]
    complements: frozenset[str]
    negating: frozenset[str]
    without_that: frozenset[str]
    after_verb: frozenset[str]


@dataclass(frozen=True)
class Language:
    """Everything about one language.

    `abbreviations` end in a full stop that ends no sentence, `numbered` only before a number (`no. 7`).
    """

    tag: str
    abbreviations: frozenset[str]
    numbered: frozenset[str]
    function_words: frozenset[str]
    endings: tuple[str, ...]
    names: Names
    dates: Dates
    figures: Figures
    sayings: Sayings
