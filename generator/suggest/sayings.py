"""What is said in an article in the speaker's own words: quoted passages and the turns of interviews."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.evidence.quotation_marks import Quoted
from generator.suggest.reading import Reading
from generator.suggest.speakers import Speaker, Speakers
from generator.suggest.types import Span
from generator.suggest.unknown import titled

_FEWEST_WORDS = 3
_FEWEST_CHARACTERS = 12
_TURN = re.compile(r"(?P<who>[A-ZÀ-Þ][^\n:“\"«]{1,40}?)\s?:\s+(?=\S)")
_TURNS = 2


@dataclass(frozen=True)
class Saying:
    """Words at `start` to `end` and who says them (None: nobody was found); `kind` is direct or indirect."""

    start: int
    end: int
    kind: str
    speaker: Speaker | None


def quotations(reading: Reading, speakers: Speakers | None) -> list[Saying]:
    """The quoted passages of at least three words that are no titles of works, each with its speaker.

    Without `speakers` (a language without tables) nobody is named.
    """
    found: list[Saying] = []
    last: list[Speaker] = []
    for label in reading.paragraphs:
        here: list[Speaker] = []
        for passage in _passages(reading, label):
            speaker = _speaker(reading, speakers, passage, here, last) if speakers else None
            if speaker:
                here.append(speaker)
            if _is_quotation(reading, passage):
                found.append(Saying(passage.start, passage.end, "direct", speaker))
        last = here or (speakers.named_in(reading.paragraphs[label]) if speakers else [])
    return found


def _passages(reading: Reading, label: str) -> list[Quoted]:
    start, end = reading.paragraphs[label]
    return [passage for passage in reading.quoted if start <= passage.start < end]


def _is_quotation(reading: Reading, passage: Quoted) -> bool:
    text = reading.text[passage.start : passage.end]
    return (
        len(text.split()) >= _FEWEST_WORDS
        and len(text) >= _FEWEST_CHARACTERS
        and not titled(reading, passage)
    )


def _speaker(
    reading: Reading, speakers: Speakers, passage: Quoted, here: Sequence[Speaker], earlier: Sequence[Speaker]
) -> Speaker | None:
    """By a verb of saying in the sentences that the passage touches, else by the passage before it."""
    label = reading.article.block_at(passage.start)
    for sentence in _around(reading, passage):
        candidates = speakers.in_sentence(sentence)
        context = [*earlier, *here, *speakers.named_before(sentence)]
        resolved = [s for s in (speakers.resolve(c, context) for c in candidates) if s]
        if resolved:
            nearest = min(resolved, key=lambda s: _distance(passage, s.verb_at))
            return _perhaps(nearest, context) if speakers.points_back(nearest) else nearest
        introduced = speakers.introduced(sentence) if _follows_colon(reading, passage) else None
        if introduced:
            return introduced
    if here and _stands_alone(reading, passage):
        return replace(here[-1], why=f"the quotation goes on after the one of {here[-1].text}")
    start, end = reading.paragraphs[label]
    whole = passage.start <= start + 1 and passage.end >= end - 2
    if whole and earlier:
        return replace(earlier[-1], why=f"the paragraph is a quotation and follows one of {earlier[-1].text}")
    return None


def _follows_colon(reading: Reading, passage: Quoted) -> bool:
    return reading.text[: passage.start - 1].rstrip().endswith(":")


def _perhaps(speaker: Speaker, context: Sequence[Speaker]) -> Speaker:
    """A description that points back (`the captain`) may be the last name: the reason says so."""
    named = [each for each in context if each.is_named]
    if not named:
        return speaker
    return replace(speaker, why=f"{speaker.why}; perhaps {named[-1].text}, the last one named before it")


def _stands_alone(reading: Reading, passage: Quoted) -> bool:
    """Whether the passage begins a sentence, as the second half of a split quotation does."""
    before = reading.text[max(0, passage.start - 4) : passage.start - 1].rstrip()
    return before[-1:] in (".", ",", "?", "!", "”", '"')


def _around(reading: Reading, passage: Quoted) -> list[Span]:
    """The sentences that hold the passage or its marks, as one: a passage joins those it runs over."""
    touched = [s for s in reading.sentences if s[0] < passage.end + 1 and s[1] > passage.start - 1]
    if not touched:
        return []
    joined = (touched[0][0], touched[-1][1])
    return [joined]


def _distance(passage: Quoted, at: int) -> int:
    return at - passage.end if at >= passage.end else passage.start - at


def turns(reading: Reading) -> list[tuple[str, Span]]:
    """The turns of an interview printed as `Name: words`, where at least two speakers have two turns."""
    found = []
    for start, end in reading.paragraphs.values():
        match = _TURN.match(reading.text, start, end)
        if match and len(match["who"].split()) <= 4:
            found.append((match["who"].strip(), (match.end(), end)))
    counted = [who for who, _ in found]
    enough = sum(counted.count(who) >= _TURNS for who in set(counted)) >= _TURNS
    return found if enough else []
