"""Notice words beside or between quoted words that turn their meaning, where no comparison of letters can."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import yaml

from generator.evidence.article import Article, Spans
from generator.evidence.look_alikes import look_of
from generator.evidence.words import words

REACH = 4
"""How many words before the quotation are looked at, in the same sentence."""
_CLAUSE_END = re.compile(r"[,;:()\[\]،؛，；：、]|\s[-–—]+\s|—")

Turning = Literal["negation", "hedge", "attribution"]

_LISTED = yaml.load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_SENTENCE_END = re.compile(r"""(\S*)[.!?…]["'”’»)\]]*\s""")
_ABBREVIATION = re.compile(r"[\W_]*(?:[A-Z][a-z]{0,3}|\S*\.\S*)")
_FAR = 80
"""Within how many characters the word behind a quotation is looked for."""
_NOTHING_BETWEEN = re.compile(r"""[\s"'“”„‘’«»‹›]*""")


@dataclass(frozen=True)
class Caution:
    """A negation or hedge of the article that stands just before or just behind the quotation.

    `reaches`: it bears on the quoted words. One before them does where no mark ends the clause between; one
    behind them stands right beside them.
    """

    word: str
    kind: Turning
    place: Literal["before", "behind"]
    reaches: bool = False

    @property
    def turns(self) -> bool:
        """Whether the quoted words may say the opposite without it."""
        return self.reaches and self.kind == "negation"


def cautions(article: Article, spans: Spans) -> tuple[Caution, ...]:
    """The cautions for a quotation found at `spans`.

    Looks at the four words before it in its sentence, and at the word right behind it.
    """
    found: list[Caution] = []
    (start, _), (_, end) = spans[0], spans[-1]
    first = article.spans[article.block_at(start)][0]
    sentence = _last_sentence(article.canonical[first:start])
    last = [sentence[word.start :] for word in words(sentence)][-REACH:]
    for rest in last:
        word = _first_word(rest)
        reaches = not _CLAUSE_END.search(rest, len(word))
        for part, kind in turning(word, article.language):
            if kind != "attribution":
                found.append(Caution(part, kind, "before", reaches))
    behind = article.canonical[end : min(end + _FAR, article.spans[article.block_at(end - 1)][1])]
    word = _first_word(behind)
    beside = bool(_NOTHING_BETWEEN.fullmatch(behind[: behind.index(word)]))
    if word and beside and lower(word) in _words_of("behind", article.language):
        found.append(Caution(word, "negation", "behind", reaches=True))
    return tuple(found)


def left_out(
    article: Article, span: tuple[int, int], prose: Article, place: tuple[int, int]
) -> list[Caution]:
    """What bears on the words at `span` and is left out where our own text `prose` has them, at `place`.

    Nothing is whose like bears on them there.
    """
    near = [each for each in cautions(article, (span,)) if each.reaches]
    ours = {each.kind for each in cautions(prose, (place,)) if each.reaches} if near else set()
    return [each for each in near if each.kind not in ours]


def turning(text: str, language: str) -> Iterator[tuple[str, Turning]]:
    """Each word of `text`, in `language` (a BCP 47 tag), that negates, hedges or says who speaks."""
    for found in words(text):
        word = text[found.start : found.end]
        for part in dict.fromkeys([word, *re.split("[-‐‑–]", word)]):
            if negates(part, language):
                yield part, "negation"
            elif part in _words_of("names", language):
                continue
            elif lower(part) in _words_of("hedges", language):
                yield part, "hedge"
            elif lower(part) in _words_of("attributions", language):
                yield part, "attribution"


def negates(word: str, language: str) -> bool:
    """Whether a word of a text in `language` (a BCP 47 tag) is a negation."""
    small = lower(word)
    return (
        small in _words_of("negations", language)
        or small.endswith(_words_of("endings", language))
        or small.startswith(_words_of("beginnings", language))
    )


@lru_cache(maxsize=1 << 16)
def lower(word: str) -> str:
    """The word in small letters, each as what it looks like: a negation in other letters is one."""
    return look_of(word.replace("’", "'").lower()).lower()


@cache
def _words_of(table: str, language: str) -> tuple[str, ...]:
    return tuple(map(look_of, _LISTED[table].get(language.split("-")[0].lower(), "").split()))


def _last_sentence(text: str) -> str:
    ends = [end.end() for end in _SENTENCE_END.finditer(text) if not _ABBREVIATION.fullmatch(end[1])]
    return text[ends[-1] :] if ends else text


def _first_word(text: str) -> str:
    return next((text[word.start : word.end] for word in words(text)), "")
