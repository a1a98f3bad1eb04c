"""What is said in an article: quoted passages and reported clauses, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.suggest.marks import Quoted
from generator.suggest.reading import Reading
from generator.suggest.shapes import Span
from generator.suggest.speakers import Speaker, Speakers
from generator.suggest.unknown import titled

_FEWEST_WORDS = 3
_FEWEST_CHARACTERS = 12
_FEWEST_REPORTED = 4
_TURN = re.compile(r"(?P<who>[A-ZÀ-Þ][^\n:“\"«]{1,40}?)\s?:\s+(?=\S)")
_TURNS = 2
_CLAUSE_END = re.compile(r"[;—]|, (?:but|and|which|who|while|although|adding|as)\b")


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
        last = here or (_named_in(reading, speakers, label) if speakers else [])
    return found


def _passages(reading: Reading, label: str) -> list[Quoted]:
    start, end = reading.paragraphs[label]
    return [passage for passage in reading.quoted if start <= passage.start < end]


def _named_in(reading: Reading, speakers: Speakers, label: str) -> list[Speaker]:
    """The last speaker that a paragraph names."""
    return _before(reading, speakers, label, (reading.paragraphs[label][1],) * 2)[-1:]


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
        context = [*earlier, *here, *_before(reading, speakers, label, sentence)]
        resolved = [s for s in (speakers.resolve(c, context) for c in candidates) if s]
        if resolved:
            return _perhaps(min(resolved, key=lambda s: _distance(passage, s.verb_at)), context)
    if here and _stands_alone(reading, passage):
        return replace(here[-1], why=f"the quotation goes on after the one of {here[-1].text}")
    start, end = reading.paragraphs[label]
    whole = passage.start <= start + 1 and passage.end >= end - 2
    if whole and earlier:
        return replace(earlier[-1], why=f"the paragraph is a quotation and follows one of {earlier[-1].text}")
    return None


def _perhaps(speaker: Speaker, context: Sequence[Speaker]) -> Speaker:
    """A description that points back (`the captain`) may be the last name: said in the reason, not decided."""
    if speaker.is_named or not speaker.text.lower().startswith("the ") or not context:
        return speaker
    return replace(speaker, why=f"{speaker.why}; perhaps {context[-1].text}, the last speaker before it")


def _stands_alone(reading: Reading, passage: Quoted) -> bool:
    """Whether the passage begins a sentence, as the second half of a split quotation does."""
    before = reading.text[max(0, passage.start - 4) : passage.start - 1].rstrip()
    return before[-1:] in (".", ",", "?", "!", "”", '"')


def _before(reading: Reading, speakers: Speakers, label: str, sentence: Span) -> list[Speaker]:
    """Who spoke in the same paragraph before the sentence."""
    start = reading.paragraphs[label][0]
    spoke = [
        s
        for a, b in reading.sentences
        if start <= a and b <= sentence[0]
        for s in speakers.in_sentence((a, b))
    ]
    return [s for s in spoke if s.is_named]


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


def reported(reading: Reading, speakers: Speakers) -> Iterator[Saying]:
    """Clauses that the article reports in its own words: `X said that …`, `…, according to X`."""
    for sentence in reading.sentences:
        if any(q.start < sentence[1] and q.end > sentence[0] for q in reading.quoted):
            continue
        for speaker in speakers.in_sentence(sentence)[:1]:
            span = _clause(reading, speaker, sentence)
            if span and len(reading.text[slice(*span)].split()) >= _FEWEST_REPORTED:
                label = reading.article.block_at(sentence[0])
                resolved = speakers.resolve(speaker, _before(reading, speakers, label, sentence))
                if resolved:
                    yield Saying(*span, "indirect", resolved)


def _clause(reading: Reading, speaker: Speaker, sentence: Span) -> Span | None:
    """The reported clause: after the verb (and its hearer, up to `that`), or all before `, X said`."""
    text = reading.text
    after = speaker.verb_at + len(speaker.verb)
    ends = max(after, speaker.at + len(speaker.text))
    rest = text[ends : sentence[1]].strip(" .!?")
    begins = min(speaker.at, speaker.verb_at)
    comma = text[sentence[0] : begins].rstrip()
    if comma.endswith(",") and len(comma.split()) >= _FEWEST_REPORTED:
        return sentence[0], sentence[0] + len(comma) - 1
    that = re.compile(r"\bthat\s+").search(text, ends, sentence[1])
    if that:
        return that.end(), _end(text, that.end(), sentence[1])
    if " " in rest and speaker.at < speaker.verb_at and speaker.verb in ("said", "says", "claimed", "claims"):
        start = ends + 1
        return start, _end(text, start, sentence[1])
    return None


def _end(text: str, start: int, end: int) -> int:
    """Where the clause ends: before its last mark, or where another clause begins after some words."""
    found = _CLAUSE_END.search(text, start, end)
    stop = found.start() if found and len(text[start : found.start()].split()) >= _FEWEST_REPORTED else end
    return start + len(text[start:stop].rstrip(" .!?\n"))
