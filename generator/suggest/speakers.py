"""Who speaks: verbs of saying and the words beside them that name or describe a speaker."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

from generator.suggest.reading import Reading
from generator.suggest.speaker_candidates import Candidate, Candidates
from generator.suggest.types import Span

_AFTER_QUOTATION = tuple("\"'”’»,")


@dataclass(frozen=True)
class Voice:
    """A speaker: the words for them, the verb of saying beside it, and `why` they are taken for it."""

    who: Candidate
    verb: str
    verb_at: int
    why: str
    stance: str = "asserts"

    @property
    def is_named(self) -> bool:
        """Whether a name stands for the speaker, and not a description (then the speaker is `unnamed`)."""
        return self.who.sort == "name"


class Speakers:
    """Finds the speakers of one text."""

    def __init__(self, reading: Reading, candidates: Candidates) -> None:
        self._reading = reading
        self._table = reading.language.sayings
        self._candidates = candidates
        self._told: dict[Span, list[Voice]] = {}

    def in_sentence(self, sentence: Span) -> list[Voice]:
        """Every speaker with a verb of saying in the sentence, outside its quoted passages."""
        sentence = self._reading.after_dateline(sentence), sentence[1]
        found = [*self._with_phrases(sentence), *self._with_verbs(sentence)]
        return sorted(found, key=lambda each: each.verb_at)

    def resolve(self, speaker: Voice, before: Sequence[Voice]) -> Voice | None:
        """The named speaker behind `he` or `she`: the last one in `before`; others stay. None: nobody."""
        word = speaker.who.text.lower()
        if word not in self._table.singular_pronouns:
            return None if word in self._table.plural_pronouns else speaker
        last = next((each.who for each in reversed(before) if self._may_be(word, each.who)), None)
        if last is None or last.sort != "name":
            return None
        why = f"“{speaker.who.text}” taken for {last.text}, the last one named before it"
        return replace(speaker, who=replace(last, start=speaker.who.start, end=speaker.who.end), why=why)

    def _may_be(self, pronoun: str, named: Candidate) -> bool:
        """Whether no title before the name, and no pronoun after it in its sentence, speaks against `she`."""
        told = self._table.he_or_she
        sentence = self._reading.sentence_at(named.start)
        before = self._candidates.words(sentence[0], named.start)[-2:]
        titles = {told[word[0].lower()] for word in before if word[0].lower() in told}
        if titles:
            return pronoun in titles
        after = self._candidates.words(named.start, sentence[1])
        found = {
            word[0].lower()
            for before_it, word in pairwise(after)
            if before_it[0].lower() in self._table.joined_by
            or self._reading.text[before_it.end() : word.start()].startswith(",")
        } & self._table.singular_pronouns
        speaks = any(word[0].lower() in self._table.verbs for word in after)
        return speaks or not found or pronoun in found

    def introduced(self, sentence: Span) -> Voice | None:
        """Whom a sentence is about that ends in a colon and a quotation."""
        leading = self._candidates.leading(sentence)
        why = "the words before the colon are about them"
        return Voice(leading, ":", leading.start, why) if leading else None

    def named_before(self, sentence: Span) -> list[Voice]:
        """Whom the sentences before this one in its paragraph name as speaker or are about, in order."""
        article = self._reading.article
        return self.named_in((article.spans[article.block_at(sentence[0])][0], sentence[0]))

    def named_in(self, passage: Span) -> list[Voice]:
        """Whom the sentences of a passage name as speaker, else whom they are about, in order."""
        every = self._reading.sentences
        first, last = (bisect_left(every, edge, key=itemgetter(0)) for edge in passage)
        return [speaker for each in every[first:last] for speaker in self._named(each)]

    def _named(self, sentence: Span) -> list[Voice]:
        if sentence not in self._told:
            spoke = [s for s in self.in_sentence(sentence) if s.is_named]
            leading = None if spoke else self._candidates.leading(sentence)
            self._told[sentence] = [Voice(leading, "", leading.start, "")] if leading else spoke
        return self._told[sentence]

    def _with_verbs(self, sentence: Span) -> Iterator[Voice]:
        words = self._candidates.words(*sentence)
        last: Candidate | None = None
        for number, word in enumerate(words):
            stance = self._table.verbs.get(word[0].lower())
            negated = any(w[0].lower() in self._table.negating for w in words[max(0, number - 2) : number])
            if stance is None or word[0][0].isupper() or negated:
                continue
            candidate = self._before(words, number, sentence) or self._after(word, sentence)
            if candidate is None and self._goes_on(word, sentence):
                candidate = last or self._candidates.leading(sentence)
            if candidate:
                last = candidate
                yield Voice(candidate, word[0], word.start(), f"“{word[0]}” stands beside it", stance)

    def _goes_on(self, verb: re.Match[str], sentence: Span) -> bool:
        """`and added`, `and, turning round, added`: the verb goes on with the speaker before."""
        joined = "|".join(self._table.joined_by)
        before = self._reading.text[sentence[0] : verb.start()]
        return re.search(rf"\b(?:{joined})(?:, [^,]*,)? $", before) is not None

    def _with_phrases(self, sentence: Span) -> Iterator[Voice]:
        """`According to Anna Berg`; `the agency quoted Anna Berg as saying`."""
        phrases = dict.fromkeys(self._table.according_to, "before") | dict.fromkeys(
            self._table.as_saying, "after"
        )
        for phrase, side in phrases.items():
            pattern = re.compile(rf"\b{phrase}\b\s*", re.IGNORECASE)
            for found in pattern.finditer(self._reading.text, *sentence):
                if side == "before":
                    candidate = self._candidates.starting(found.end(), sentence[1])
                else:
                    candidate = self._before_phrase(found.start() - 1, sentence)
                if candidate and not self._reading.is_quoted(found.start()):
                    yield Voice(candidate, phrase, found.start(), f"“{phrase}” stands {side} it")

    def _before_phrase(self, end: int, sentence: Span) -> Candidate | None:
        """Whom `as saying` stands behind; of `Anna Berg is recorded as saying` the subject of the verb."""
        words = self._candidates.words(sentence[0], end)
        is_passive = len(words) > 2 and words[-2][0].lower() in self._table.passive
        candidate = self._candidates.ending(end, sentence[0])
        return candidate or (self._before(words, len(words) - 2, sentence) if is_passive else None)

    def _before(self, words: list[re.Match[str]], number: int, sentence: Span) -> Candidate | None:
        """The subject before the verb; adverbs, and what stands between commas, are passed over."""
        at = number - 1
        while at >= 0 and words[at][0].lower() in self._table.skipped:
            at -= 1
        if at < 0:
            return None
        text, end = self._reading.text, words[at].end()
        next_word = words[at + 1].start()
        gap = text[end:next_word]
        if any(end <= q.start <= next_word for q in self._reading.quoted):
            return None
        if "," in gap:
            return self._before_insertion(sentence, end)
        if gap.strip() == ")":
            end = len(text[: text.rfind("(", sentence[0], end)].rstrip())
        elif gap.strip(" ’'"):
            return None
        return self._candidates.subject(end, sentence[0])

    def _before_insertion(self, sentence: Span, end: int) -> Candidate | None:
        """`Anna Berg, who keeps the toll book, said`: the name before the comma that opens the insertion."""
        text = self._reading.text
        comma = text.rfind(",", sentence[0], end)
        nearest = self._candidates.ending(end, sentence[0])
        if nearest and self._candidates.is_name_alone(nearest, max(comma + 1, sentence[0])):
            return nearest if comma > sentence[0] else None
        while comma > sentence[0]:
            candidate = self._candidates.subject(comma, sentence[0])
            if candidate and candidate.sort != "pronoun" and not self._reading.is_quoted(comma):
                return candidate
            comma = text.rfind(",", sentence[0], comma)
        return None

    def _after(self, verb: re.Match[str], sentence: Span) -> Candidate | None:
        """The candidate just after the verb, `said Berg`: behind a comma or quotation, or if verbs lead."""
        before = self._reading.text[sentence[0] : verb.start()].rstrip()
        may_follow = before.endswith(_AFTER_QUOTATION) or self._table.verb_first
        return self._candidates.starting(verb.end() + 1, sentence[1]) if may_follow else None
