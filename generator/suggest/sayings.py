"""What is said in an article: quoted passages, turns of interviews, and clauses that it reports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.evidence.quotation_marks import Quoted
from generator.suggest.reading import Reading
from generator.suggest.speakers import Speakers, Voice
from generator.suggest.types import Span, Spanned
from generator.suggest.unknown import titled

_FEWEST_WORDS = 3
_FEWEST_CHARACTERS = 12
_TURN = re.compile(r"(?P<who>[A-ZÀ-Þ][^\n:“\"«]{1,40}?)\s?:\s+(?=\S)")
_TURNS = 2
_LONGEST_TAIL = 6
_SHORTEST_HEAD = 4
"""Fewest words before an inserted `, she said,` that are taken, and not those after it."""
_LONGEST_LEAD = 6


@dataclass(frozen=True)
class Utterance(Spanned):
    """Words at `start` to `end` and who says them (None: nobody was found); `kind` is direct or indirect."""

    kind: str
    speaker: Voice | None


def quotations(reading: Reading, speakers: Speakers | None) -> list[Utterance]:
    """The quoted passages of at least three words that are no titles of works, each with its speaker.

    Without `speakers` (a language without tables) nobody is named.
    """
    found: list[Utterance] = []
    last: list[Voice] = []
    for paragraph in reading.paragraphs.values():
        here: list[Voice] = []
        for passage in (each for each in reading.quoted if paragraph[0] <= each.start < paragraph[1]):
            speaker = _speaker(reading, speakers, passage, here, last) if speakers else None
            here += [speaker] if speaker else []
            text = reading.text[passage.start : passage.end]
            is_long = len(text.split()) >= _FEWEST_WORDS and len(text) >= _FEWEST_CHARACTERS
            if is_long and not titled(reading, passage):
                found.append(Utterance(passage.start, passage.end, "direct", speaker))
        last = here or (speakers.named_in(paragraph) if speakers else [])
    return found


def _speaker(
    reading: Reading, speakers: Speakers, passage: Quoted, here: Sequence[Voice], earlier: Sequence[Voice]
) -> Voice | None:
    """By a verb of saying in the sentences that the passage touches, else by the passage before it."""
    touched = [s for s in reading.sentences if s[0] < passage.end + 1 and s[1] > passage.start - 1]
    sentence = touched[0][0], touched[-1][1]
    context = [*earlier, *here, *speakers.named_before(sentence)]
    resolved = [s for s in (speakers.resolve(c, context) for c in speakers.in_sentence(sentence)) if s]
    if resolved:
        return min(resolved, key=lambda s: max(s.verb_at - passage.end, passage.start - s.verb_at))
    before = reading.text[: passage.start - 1].rstrip()
    introduced = speakers.introduced(sentence) if before.endswith(":") else None
    if introduced:
        return introduced
    if here and before.endswith((".", ",", "?", "!", "”", '"')):
        return replace(here[-1], why=f"the quotation goes on after the one of {here[-1].who.text}")
    start, end = reading.paragraphs[reading.article.block_at(passage.start)]
    if earlier and passage.start <= start + 1 and passage.end >= end - 2:
        why = f"the paragraph is a quotation and follows one of {earlier[-1].who.text}"
        return replace(earlier[-1], why=why)
    return None


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


def reported(reading: Reading, speakers: Speakers) -> Iterator[Utterance]:
    """Every reported clause of at least three words with its speaker, in sentences without quotation."""
    sayings = reading.language.sayings
    others = [*(span for _, span in turns(reading)), *((q.start, q.end) for q in reading.quoted)]
    for sentence in reading.sentences:
        if any(start < sentence[1] and sentence[0] < end for start, end in others):
            continue
        told = speakers.in_sentence(sentence)
        found = [voice for voice in told if voice.who.text.lower() not in sayings.plural_pronouns]
        for speaker in found[:1]:
            span = _clause(reading, speaker, sentence, sayings)
            resolved = speakers.resolve(speaker, speakers.named_before(sentence))
            if span and resolved and len(reading.text[slice(*span)].split()) >= _FEWEST_WORDS:
                yield Utterance(*span, "indirect", resolved)


def _clause(reading: Reading, speaker: Voice, sentence: Span, sayings: Any) -> Span | None:
    """The reported clause: all before `, X said`, or after the verb (and its hearer, up to `that`)."""
    text = reading.text
    first = reading.after_dateline(sentence)
    begins = min(speaker.who.start, speaker.verb_at)
    ends = max(speaker.who.end, speaker.verb_at + len(speaker.verb))
    rest = text[ends : sentence[1]]
    end = sentence[0] + len(text[slice(*sentence)].rstrip(" .!?"))
    comma = _comma_before(text, speaker, first, begins, sayings)
    lead = text[comma + 1 : begins].split()
    opens = not text[first:begins].strip() or text[first:begins].split()[-1].lower() in sayings.joined_by
    if rest.startswith(",") and speaker.verb in sayings.according_to and opens:
        return ends + 2, end
    following = (rest.split() or [""])[0].lower().strip(".!?")
    is_short = len(rest.split()) <= _LONGEST_TAIL and (not following or following in sayings.after_verb)
    is_after = speaker.verb in sayings.according_to or rest.startswith(",") or is_short
    that = re.compile(rf"\b(?:{'|'.join(sayings.that)})\s+").search(text, ends, sentence[1])
    that = None if speaker.verb in sayings.according_to else that
    if comma > 0 and len(lead) <= _LONGEST_LEAD and is_after and not that:
        inserted = rest.startswith(",") and len(text[first:comma].split()) < _SHORTEST_HEAD
        return (ends + 2, end) if inserted else (first, comma)
    if that:
        return that.end(), end
    if is_short:
        return None
    if speaker.who.start < speaker.verb_at and speaker.verb in sayings.without_that and " " in rest.strip():
        return ends + 1, end
    return None


def _comma_before(text: str, speaker: Voice, first: int, begins: int, sayings: Any) -> int:
    """The comma before the speaker; `the mayor, Anna Berg, said` begins with the mayor."""
    comma = text.rfind(",", first, begins)
    if not text.startswith(",", speaker.who.end) or speaker.who.start > speaker.verb_at:
        return comma
    before = text.rfind(",", first, max(comma, first))
    words = text[before + 1 : comma].lower().split()
    return before if words and words[0] in sayings.determiners and len(words) <= _LONGEST_LEAD else -1
