"""Which language has tables; another language is another table here."""

from __future__ import annotations

from generator.suggest.english import ENGLISH
from generator.suggest.language import Language

LANGUAGES: dict[str, Language] = {ENGLISH.tag: ENGLISH}
"""Tables by the primary subtag of BCP 47."""

CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital: there a single capitalised word is no name."""


def of_language(tag: str) -> Language | None:
    """The tables of the language `tag`; None: only names, digits, ISO dates and quotations can be read."""
    return LANGUAGES.get(primary(tag))


def primary(tag: str) -> str:
    """The primary subtag of a BCP 47 tag: `en` of `en-GB`."""
    return tag.split("-")[0].lower()
