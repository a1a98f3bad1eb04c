"""Notice a negation or hedge just before quoted words, where no comparison of letters can see it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.evidence.article import Article, Spans
from generator.evidence.hedge_words import ENDINGS, HEDGES, NAMES, NEGATIONS
from generator.evidence.pieces import Link
from generator.evidence.words import words

REACH = 3
"""How many words before the quotation are looked at, in the same sentence."""

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


def cautions(article: Article, spans: Spans, links: Sequence[Link]) -> tuple[Caution, ...]:
    """The cautions for a quotation found at `spans`; ``links[i]`` tells how span i follows the one before.

    Looks at the three words before each span in its sentence and, where words were replaced by an insertion,
    at all of the replaced ones.
    """
    found: list[Caution] = []
    previous = 0
    for (start, end), link in zip(spans, links, strict=True):
        first = max(previous, article.spans[article.block_at(start)][0])
        left_out = article.canonical[first:start]
        reach = None if link is Link.INSERTION else REACH
        place: Literal["before", "left out"] = "before" if link is Link.FIRST else "left out"
        for word in _last_words(left_out, reach):
            kind = _kind(word, article.language)
            if kind:
                found.append(Caution(word, kind, place))
        previous = end
    return tuple(found)


def _last_words(text: str, reach: int | None) -> list[str]:
    """The last `reach` words of the last sentence of `text`, or all words of it, each with its parts."""
    if reach is not None:
        ends = [end.end() for end in _SENTENCE_END.finditer(text) if not _ABBREVIATION.fullmatch(end[1])]
        text = text[ends[-1] :] if ends else text
    whole = [text[word.start : word.end] for word in words(text)]
    nearest = whole if reach is None else whole[-reach:]
    return [part for word in nearest for part in dict.fromkeys([word, *re.split("[-‐‑–]", word)])]


def _kind(word: str, language: str) -> Literal["negation", "hedge"] | None:
    if word in NAMES:
        return None
    if negates(word, language):
        return "negation"
    return "hedge" if word.lower() in HEDGES.get(language.split("-")[0].lower(), ()) else None


def negates(word: str, language: str) -> bool:
    """Whether a word of a text in `language` (a BCP 47 tag) is a negation."""
    lower, tongue = word.replace("’", "'").lower(), language.split("-")[0].lower()
    return lower in NEGATIONS.get(tongue, ()) or lower.endswith(ENDINGS.get(tongue, ()))
