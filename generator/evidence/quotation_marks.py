"""Quoted passages of a paragraph: quotation marks of several styles, paired."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from generator.evidence.article import Article, Spans
from generator.evidence.words import is_unspaced

_PAIRS = {
    "“": '”“"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "”": '”"',
    "「": "」",
    "『": "』",
    '"': '"”',
    "‘": "’'",
    "'": "'’",
    "‚": "‘",
    "‹": "›",
}
_SINGLE = frozenset("‘'‚‹")
_APOSTROPHES = frozenset("‘'")
_ALWAYS_OPEN = frozenset("「『")
_MOSTLY_OPEN = frozenset("“„«‚‹")
"""They open where words begin behind them, whatever stands before: a colon, an article, a particle."""
_CLOSING = frozenset('”"»“」』')
_ALWAYS_CLOSE = frozenset("”」』")
_PUNCTUATION = ".,!?;:…"
_BEHIND_WORDS = frozenset(".,!?;:)]}\"'”’»›/-–—，。、；：！？）")
_OPENERS = frozenset("\"'“‘«„([—–-‹「『‚¿¡:：")
_PARTICLE = re.compile(r"(?:^|[^\w\"])(?:[ובהכלמש]{1,3}|[وفبكل]{1,2}|\w{1,2}’)$")
_TO_ITS_END = re.compile(r"\"\w\w(?:[^\"]|(?<=\w)\"(?=\w))*(?<=\S)\"(?!\w)")
"""A straight mark behind a particle opens only what one closes: within a word of Hebrew it abbreviates."""
_SHORTEST_SINGLE = 2


@dataclass(frozen=True)
class Quoted:
    """A quoted passage: `start` and `end` are those of the words, the marks stand outside.

    `closed` is False where the paragraph ends before the quotation does.
    """

    start: int
    end: int
    closed: bool = True


def quoted(text: str) -> list[Quoted]:
    """The outermost quoted passages of one paragraph, in order."""
    found: list[Quoted] = []
    at = 0
    while at < len(text):
        if text[at] in _PAIRS and _opens(text, at):
            end = _closing(text, at)
            if end is None and text[at] in _SINGLE:
                at += 1
                continue
            stop = len(text.rstrip()) if end is None else end
            if stop > at + 1:
                found.append(Quoted(at + 1, stop, end is not None))
            at = stop
        at += 1
    return found


def within_marks(article: Article, spans: Spans) -> bool:
    """Whether all of the spans stand within quotation marks; the marks themselves may be among the words.

    A quotation that its paragraph leaves open goes on in the next up to the first mark that closes it.
    """
    passages = _passages(article)
    return all(any(p.start <= a and b <= p.end for p in passages) for a, b in spans)


def speech_at(article: Article, offset: int) -> int:
    """The number of the quoted passage at `offset`, -1 outside of any.

    Paragraphs of which each leaves its quotation open and the next goes on with it are one passage.
    """
    return next((p.number for p in _passages(article) if p.start <= offset < p.end), -1)


class _Passage(NamedTuple):
    """A quoted passage, the marks included, as offsets in the canonical text of its article."""

    start: int
    end: int
    number: int


def _passages(article: Article) -> list[_Passage]:
    found: list[_Passage] = []
    is_open, number = False, -1
    for label, text in article.blocks.items():
        at, end = article.spans[label]
        here = quoted(text)
        goes_on = is_open and bool(here) and not text[: here[0].start - 1].strip()
        if is_open:
            first = here[0].start - 1 if here else len(text)
            closing = next((n for n in range(first) if text[n] in _CLOSING and _closes(text, n)), None)
            found += [_Passage(at, at + closing + 1, number)] if closing is not None else []
        for each in here:
            number += not (goes_on and each is here[0])
            found.append(_Passage(at + each.start - 1, min(end, at + each.end + 1), number))
        is_open = bool(here) and not here[-1].closed
    return found


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in _ALWAYS_OPEN:
        return True
    if before.isspace() or before in _OPENERS:
        return mark == "«" or (after.isalnum() if mark == "»" else not after.isspace())
    if after.isspace() or after in _BEHIND_WORDS:
        return mark == "«" and before == "’"
    if mark == '"':
        is_behind_particle = _PARTICLE.search(text, max(0, at - 4), at) and _TO_ITS_END.match(text, at)
        return bool(is_behind_particle) or is_unspaced(before)
    return mark in _MOSTLY_OPEN


def _closing(text: str, at: int) -> int | None:
    """Where the mark stands that closes the one at `at`; None where none does."""
    wanted = _PAIRS[text[at]]
    if text[at] in _APOSTROPHES:
        return _closing_single(text, at, wanted)
    depth = 0
    for index in range(at + 1, len(text)):
        if text[index] == text[at] and text[at] not in wanted[0] and _opens(text, index):
            depth += 1
        elif text[index] in wanted and _closes(text, index):
            if not depth:
                return index
            depth -= 1
    return None


def _closes(text: str, at: int) -> bool:
    """Whether a mark ends something; one that stands where a quotation opens does not."""
    after = text[at + 1] if at + 1 < len(text) else " "
    opens = text[at] not in "«»」』" and text[at - 1].isspace() and not after.isspace()
    is_last = not after.isalnum() or text[at] in _ALWAYS_CLOSE or is_unspaced(after)
    return not opens and is_last


def _closing_single(text: str, at: int, wanted: str) -> int | None:
    """A single mark may be an apostrophe: the first after punctuation is taken, else the first after no s."""
    ends = [
        index
        for index in range(at + 2, len(text))
        if text[index] in wanted
        and not text[index + 1 : index + 2].isalnum()
        and not text[index - 1].isspace()
    ]
    opened = re.compile(r"(?<=[\s(])[‘'](?=\w)").search(text, at + 1)
    ends = [index for index in ends if opened is None or index < opened.start()]
    punctuated = [index for index in ends if text[index - 1] in _PUNCTUATION]
    plain = [index for index in ends if text[index - 1] != "s"]
    best = (punctuated or plain or ends)[:1]
    if not best or len(text[at + 1 : best[0]].split()) < _SHORTEST_SINGLE:
        return None
    return best[0]
