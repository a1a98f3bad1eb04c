"""The tables of a language: all that the reading of an article knows of words, a file for each language."""

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any

from babel import Locale
from pydantic import BaseModel, BeforeValidator, ConfigDict, create_model

from generator.ingest.printed_dates import month_names, weekday_names
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


_WordSet = Annotated[frozenset[str], BeforeValidator(_words)]
_HOLDING: dict[str, tuple[Any, Any]] = {
    "words": (_WordSet, frozenset()),
    "groups": (Annotated[Mapping[str, str], BeforeValidator(_by_word)], {}),
    "numbers": (Mapping[str, int], {}),
    "texts": (Mapping[str, str], {}),
    "listed": (tuple[Any, ...], ()),
    "text": (str, ""),
    "flag": (bool, False),
}
"""What a field of the tables may hold, and what it holds where a language does not fill it."""


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Names(_Table):
    @cached_property
    def bodies_and_places(self) -> frozenset[str]:
        """Words that a name of a person does not hold."""
        return self.organization_words | self.place_words  # type: ignore[attr-defined,no-any-return]

    def is_title(self, word: str) -> bool:
        """Whether a word in small letters, each of its parts, stands before names of people."""
        held: Any = self
        known = held.titles | held.weak_titles
        return all(part in known or part.endswith(held.title_ends) for part in word.split("-"))

    def is_demonym(self, word: str) -> bool:
        """Whether a word in small letters tells of a people, a faith or a party."""
        held: Any = self
        return any(part in held.demonyms or part.endswith(held.demonym_ends) for part in word.split("-"))


def _parts() -> dict[str, Any]:
    """The models of the parts of the tables, by their fields in `language.yml`."""
    found = {}
    for part, kinds in listed_beside(__file__).items():
        fields: Any = {name: _HOLDING[kind] for kind, names in kinds.items() for name in names.split()}
        found[part] = create_model(part, __base__=_Names if part == "names" else _Table, **fields)
    return found


_PARTS = _parts()


class LanguageTables(_Table):
    """Everything about one language; a language without tables has nothing but its tag."""

    tag: str
    has_tables: bool = True
    function_words: _WordSet = frozenset()
    light_words: _WordSet = frozenset()
    comparing: _WordSet = frozenset()
    stemmer: str = ""
    prefixes: tuple[str, ...] = ()
    has_capitals: bool = True
    meanings: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    names: Any = {}
    dates: Any = {}
    figures: Any = {}
    sayings: Any = {}

    def model_post_init(self, context: Any) -> None:
        """Read each part by its own model."""
        for part, model in _PARTS.items():
            object.__setattr__(self, part, model.model_validate(getattr(self, part)))

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words that begin sentences and are no names."""
        return frozenset(self.names.openers | self.function_words)

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
    listed = listed_beside(str(file))
    listed["dates"]["capital_months"] = Locale.parse(primary).months["format"]["wide"][1].istitle()
    listed["dates"]["months"] = month_names(primary) | listed["dates"].get("months", {})
    listed["dates"]["weekdays"] = weekday_names(primary)
    return LanguageTables.model_validate(listed)
