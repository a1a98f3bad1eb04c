"""What the words around an unknown name say of it: a person, an organization or a place."""

from __future__ import annotations

import re

from generator.suggest.capitals import Run
from generator.suggest.language import Language
from generator.suggest.reading import Reading

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+(?:the\s+)?$")
_WORD_AFTER = re.compile(r"\s*,?\s*([^\W\d_]+)")


def hint(reading: Reading, run: Run) -> tuple[str, str, int]:
    """The kind that the words at `run` speak for, why, and how strongly (0 to 3); empty where none do."""
    language = reading.language
    if language is None:
        return "", "", 0
    names, words = language.names, [token.lower for token in run.tokens]
    if words[-1] in names.organization_words or words[0] in names.organization_words:
        return "organization", f"“{run.tokens[-1].text}” names a body", 3
    if words[-1] in names.place_words or words[0] in names.place_words:
        return "place", "the name holds a word for a place", 3
    if run.title:
        return "person", f"the title “{run.title}” stands before it", 3
    return _from_context(reading, language, run)


def _from_context(reading: Reading, language: Language, run: Run) -> tuple[str, str, int]:
    start, end = run.span
    names = language.names
    before = _WORD_BEFORE.search(reading.text[max(0, start - 30) : start])
    after = _WORD_AFTER.match(reading.text, end)
    previous, following = (m[1].lower() if m else "" for m in (before, after))
    if previous in names.titles or previous in language.sayings.people:
        return "person", f"“{previous}” stands before it", 2
    if is_acronym(run):
        return "organization", "it is written as initials", 1
    if following in language.sayings.verbs or previous in language.sayings.verbs:
        kind = "person" if len(run.tokens) in (1, 2, 3) else "organization"
        verb = following if following in language.sayings.verbs else previous
        return kind, f"the verb of saying “{verb}” stands beside it", 2 if len(run.tokens) == 2 else 1
    if following in language.sayings.relative:
        return "person", f"“{following}” follows it", 1
    if previous in names.place_prepositions and len(run.tokens) == 1:
        return "place", f"“{previous}” stands before it", 1
    return "", "", 0


def is_acronym(run: Run) -> bool:
    """Whether the run is one word of capital letters only."""
    text = run.tokens[0].text.replace(".", "")
    return len(run.tokens) == 1 and len(text) > 1 and text.isupper()
