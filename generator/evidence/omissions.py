"""What a quotation leaves out between its first word and its last that a reader must be told of."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from generator.evidence.article import Article, Spans
from generator.evidence.hedges import turning
from generator.evidence.quotation_marks import speech_at
from generator.evidence.words import words

LONGEST_OMISSION = 60
"""Most words left out at one place without a word on it."""

_SPEAKER_OF_A_TRANSCRIPT = re.compile(r"\w[^.!?:\n]{0,40}:")
_SHOWN = 4

Declared = Literal["paragraph_break", "long_passage", "negation", "hedge", "attribution"]
"""What a record can declare to be left out."""
NEEDS_A_NOTE = frozenset({"negation", "hedge", "attribution"})
"""What may turn the meaning, so that a note must tell readers of it."""


class Omitted(NamedTuple):
    """One thing left out: which, and how a message says so."""

    what: Declared
    told: str


def omitted(article: Article, spans: Spans) -> Iterator[Omitted]:
    """What stands between each of the spans and the next that must be declared, in the order of the text."""
    for (begin, start), (end, _) in pairwise(spans):
        gap = article.canonical[start:end]
        left_out = words(gap)
        if not left_out:
            continue
        where = f"the words left out behind “{_last_words(article.canonical[begin:start])}”"
        first, last = article.block_at(start - 1), article.block_at(end)
        if first != last:
            yield Omitted("paragraph_break", f"{where} run from {first} into {last}")
        if len(left_out) > LONGEST_OMISSION:
            yield Omitted("long_passage", f"{where} are {len(left_out)}, more than {LONGEST_OMISSION}")
        for word, kind in turning(gap, article.language):
            told = f"say who speaks (“{word}”)" if kind == "attribution" else f"hold the {kind} “{word}”"
            yield Omitted(kind, f"{where} {told}")
        if speech_at(article, start - 1) != speech_at(article, end):
            yield Omitted("attribution", f"{where} hold quotation marks at which somebody begins or ends")
        elif speaker := _speaker(article, start, end):
            yield Omitted("attribution", f"{where} name another speaker (“{speaker}”)")


def _speaker(article: Article, start: int, end: int) -> str:
    """Of a transcript, the first speaker who begins between two offsets."""
    begins = (at for at, _ in article.spans.values() if start <= at < end and not article.has_marks)
    found = (_SPEAKER_OF_A_TRANSCRIPT.match(article.canonical, at, end) for at in begins)
    return next((match.group() for match in found if match), "")


def _last_words(text: str) -> str:
    found = words(text)[-_SHOWN:]
    return " ".join(text[found[0].start : found[-1].end].split()) if found else ""
