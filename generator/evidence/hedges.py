"""Notice a negation or hedge just before quoted words, where no comparison of letters can see it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from generator.evidence.article import Article, Spans
from generator.evidence.pieces import Join
from generator.evidence.words import words

REACH = 3
"""How many words before the quotation are looked at, in the same sentence."""

_LISTED = yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_SENTENCE_END = re.compile(r"""(\S*)[.!?…]["'”’»)\]]*\s""")
_ABBREVIATION = re.compile(r"[\W_]*(?:[A-Z][a-z]{0,3}|\S*\.\S*)")


@dataclass(frozen=True)
class Caution:
    """A word of the article that the quotation leaves out and that may turn its meaning.

    `place` tells where it stands: ``before`` the quotation, or among the words ``left out`` within it.
    """

    word: str
    kind: Literal["negation", "hedge"]
    place: Literal["before", "left out"]


def cautions(article: Article, spans: Spans, joins: Sequence[Join]) -> tuple[Caution, ...]:
    """The cautions for a quotation found at `spans`; ``joins[i]`` tells how span i follows the one before.

    Looks at the three words before each span in its sentence and, where words were replaced by an insertion,
    at all of the replaced ones.
    """
    found: list[Caution] = []
    previous, language = 0, article.language
    for (start, end), join in zip(spans, joins, strict=True):
        first = max(previous, article.spans[article.block_at(start)][0])
        reach = None if join is Join.INSERTION else REACH
        place: Literal["before", "left out"] = "before" if join is Join.FIRST else "left out"
        for word in _last_words(article.canonical[first:start], reach):
            if negates(word, language):
                found.append(Caution(word, "negation", place))
            elif word.lower() in _words_of("hedges", language) and word not in _words_of("names", language):
                found.append(Caution(word, "hedge", place))
        previous = end
    return tuple(found)


def negates(word: str, language: str) -> bool:
    """Whether a word of a text in `language` (a BCP 47 tag) is a negation."""
    lower = word.replace("’", "'").lower()
    return lower in _words_of("negations", language) or lower.endswith(_words_of("endings", language))


@cache
def _words_of(table: str, language: str) -> tuple[str, ...]:
    return tuple(_LISTED[table].get(language.split("-")[0].lower(), "").split())


def _last_words(text: str, reach: int | None) -> list[str]:
    """The last `reach` words of the last sentence of `text`, or all words of it, each with its parts."""
    if reach is not None:
        ends = [end.end() for end in _SENTENCE_END.finditer(text) if not _ABBREVIATION.fullmatch(end[1])]
        text = text[ends[-1] :] if ends else text
    whole = [text[word.start : word.end] for word in words(text)]
    nearest = whole if reach is None else whole[-reach:]
    return [part for word in nearest for part in dict.fromkeys([word, *re.split("[-‐‑–]", word)])]
