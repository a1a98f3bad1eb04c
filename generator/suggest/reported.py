"""Clauses that an article reports in its own words: `X said that …`, `…, according to X`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.suggest.language import Sayings
from generator.suggest.reading import Reading
from generator.suggest.sayings import Saying, turns
from generator.suggest.speakers import Speaker, Speakers
from generator.suggest.types import Span

_FEWEST_WORDS = 3
_LONGEST_TAIL = 6
_SHORTEST_HEAD = 4
"""Fewest words before an inserted `, she said,` that are taken, and not those after it."""
_LONGEST_LEAD = 6
_CLAUSE_END = re.compile(r"[;—]|, (?:but|and|which|who|while|although|adding|as)\b")


def reported(reading: Reading, speakers: Speakers, sayings: Sayings) -> Iterator[Saying]:
    """Every reported clause of at least three words with its speaker, in sentences without quotation."""
    said_in_turns = [span for _, span in turns(reading)]
    for sentence in reading.sentences:
        if any(q.start < sentence[1] and q.end > sentence[0] for q in reading.quoted):
            continue
        if any(a < sentence[1] and sentence[0] < b for a, b in said_in_turns):
            continue
        found = [s for s in speakers.in_sentence(sentence) if s.text.lower() not in sayings.plural_pronouns]
        for speaker in found[:1]:
            span = _clause(reading, speaker, sentence, sayings)
            resolved = speakers.resolve(speaker, speakers.named_before(sentence))
            if span and resolved and len(reading.text[slice(*span)].split()) >= _FEWEST_WORDS:
                yield Saying(*span, "indirect", resolved)


def _clause(reading: Reading, speaker: Speaker, sentence: Span, sayings: Sayings) -> Span | None:
    """The reported clause: all before `, X said`, or after the verb (and its hearer, up to `that`)."""
    text = reading.text
    first = reading.after_dateline(sentence)
    begins = min(speaker.at, speaker.verb_at)
    ends = max(speaker.at + len(speaker.text), speaker.verb_at + len(speaker.verb))
    rest = text[ends : sentence[1]]
    comma = _comma_before(text, speaker, first, begins, sayings)
    lead = text[comma + 1 : begins].split()
    opens = not text[first:begins].strip() or text[first:begins].split()[-1].lower() in sayings.joined_by
    if rest.startswith(",") and speaker.verb in sayings.according_to and opens:
        return ends + 2, _end(text, ends + 2, sentence[1])
    following = (rest.split() or [""])[0].lower().strip(".!?")
    is_short = len(rest.split()) <= _LONGEST_TAIL and following in sayings.after_verb
    is_after = speaker.verb in sayings.according_to or rest.startswith(",") or is_short
    that = re.compile(rf"\b(?:{'|'.join(sayings.that)})\s+").search(text, ends, sentence[1])
    that = None if speaker.verb in sayings.according_to else that
    if comma > 0 and len(lead) <= _LONGEST_LEAD and is_after and not that:
        inserted = rest.startswith(",") and len(text[first:comma].split()) < _SHORTEST_HEAD
        return (ends + 2, _end(text, ends + 2, sentence[1])) if inserted else (first, comma)
    if that:
        return that.end(), _end(text, that.end(), sentence[1])
    if is_short:
        return None
    if speaker.at < speaker.verb_at and speaker.verb in sayings.without_that and " " in rest.strip():
        return ends + 1, _end(text, ends + 1, sentence[1])
    return None


def _comma_before(text: str, speaker: Speaker, first: int, begins: int, sayings: Sayings) -> int:
    """The comma before the speaker; `the mayor, Anna Berg, said` begins with the mayor."""
    comma = text.rfind(",", first, begins)
    if not text.startswith(",", speaker.at + len(speaker.text)) or speaker.at > speaker.verb_at:
        return comma
    before = text.rfind(",", first, max(comma, first))
    words = text[before + 1 : comma].lower().split()
    return before if words and words[0] in sayings.determiners and len(words) <= _LONGEST_LEAD else -1


def _end(text: str, start: int, end: int) -> int:
    """Where the clause ends: before its last mark, or where another clause begins after some words."""
    found = _CLAUSE_END.search(text, start, end)
    stop = found.start() if found and len(text[start : found.start()].split()) >= _FEWEST_WORDS else end
    return start + len(text[start:stop].rstrip(" .!?\n"))
