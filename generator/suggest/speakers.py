"""Who speaks: verbs of saying and the words beside them that name or describe a speaker."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from operator import itemgetter

from generator.records.refs import Ref
from generator.suggest.reading import Reading
from generator.suggest.speaker_candidates import Candidate, Candidates
from generator.suggest.types import Span

_AFTER_QUOTATION = "\"'”’»,"


@dataclass(frozen=True)
class Voice:
    """A speaker as the article names or describes them; `at` is where, `verb` the verb of saying.

    `refs` are the records that list the name; `is_named` tells a name from a description (then the speaker is
    `unnamed`); `why` says how the speaker was found.
    """

    text: str
    at: int
    verb: str
    verb_at: int
    stance: str
    is_named: bool
    why: str
    refs: tuple[Ref, ...] = ()


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
        found = [*self._according(sentence), *self._as_saying(sentence), *self._with_verbs(sentence)]
        return sorted(found, key=lambda each: each.verb_at)

    def resolve(self, speaker: Voice, before: Sequence[Voice]) -> Voice | None:
        """The named speaker behind `he` or `she`: the last one in `before`; others stay. None: nobody."""
        if speaker.text.lower() not in self._table.singular_pronouns:
            return None if speaker.text.lower() in self._table.plural_pronouns else speaker
        last = next((each for each in reversed(before) if self._may_be(speaker.text.lower(), each)), None)
        if last is None or not last.is_named:
            return None
        why = f"“{speaker.text}” taken for {last.text}, the last one named before it"
        return replace(
            last, verb=speaker.verb, verb_at=speaker.verb_at, stance=speaker.stance, why=why, at=speaker.at
        )

    def _may_be(self, pronoun: str, named: Voice) -> bool:
        """Whether no title before the name, and no pronoun after it in its sentence, speaks against `she`."""
        told = self._table.he_or_she
        sentence = self._reading.sentence_at(named.at)
        before = self._candidates.words(sentence[0], named.at)[-2:]
        titles = {told[word[0].lower()] for word in before if word[0].lower() in told}
        if titles:
            return pronoun in titles
        after = self._candidates.words(named.at, sentence[1])
        said = any(word[0].lower() in self._table.verbs for word in after)
        found = {
            word[0].lower()
            for before_it, word in pairwise(after)
            if before_it[0].lower() in self._table.joined_by
            or self._reading.text[before_it.end() : word.start()].startswith(",")
        } & self._table.singular_pronouns
        return said or not found or pronoun in found

    def introduced(self, sentence: Span) -> Voice | None:
        """Whom a sentence is about that ends in a colon and a quotation."""
        leading = self._candidates.leading(sentence)
        why = "the words before the colon are about them"
        return self._speaker(leading, ":", leading.start, "asserts", why) if leading else None

    def named_before(self, sentence: Span) -> list[Voice]:
        """Whom the sentences before this one in its paragraph name as speaker or are about, in order."""
        article = self._reading.article
        return self.named_in((article.spans[article.block_at(sentence[0])][0], sentence[0]))

    def named_in(self, passage: Span) -> list[Voice]:
        """Whom the sentences of a passage name as speaker or are about, in order."""
        every = self._reading.sentences
        inside = every[bisect_left(every, passage[0], key=itemgetter(0)) :]
        within = takewhile(lambda each: each[1] <= passage[1], inside)
        return [speaker for each in within for speaker in self._named(each)]

    def _named(self, sentence: Span) -> list[Voice]:
        """Whom one sentence names as speaker, else whom it is about."""
        if sentence not in self._told:
            spoke = [s for s in self.in_sentence(sentence) if s.is_named]
            leading = None if spoke else self._candidates.leading(sentence)
            about = [self._speaker(leading, "", leading.start, "asserts", "")] if leading else []
            self._told[sentence] = spoke or about
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
                yield self._speaker(candidate, word[0], word.start(), stance, f"“{word[0]}” stands beside it")

    def _goes_on(self, verb: re.Match[str], sentence: Span) -> bool:
        """`and added`, `and, turning round, added`: the verb goes on with the speaker before."""
        joined = "|".join(self._table.joined_by)
        before = self._reading.text[sentence[0] : verb.start()]
        return re.search(rf"\b(?:{joined})(?:, [^,]*,)? $", before) is not None

    def _according(self, sentence: Span) -> Iterator[Voice]:
        for phrase in self._table.according_to:
            for found in re.compile(rf"\b{phrase}\s+", re.IGNORECASE).finditer(self._reading.text, *sentence):
                candidate = self._candidates.starting(found.end(), sentence[1])
                if candidate and not self._reading.is_quoted(found.start()):
                    why = f"“{phrase}” stands before it"
                    yield self._speaker(candidate, phrase, found.start(), "asserts", why)

    def _as_saying(self, sentence: Span) -> Iterator[Voice]:
        """`The agency quoted Anna Berg as saying`."""
        for phrase in self._table.as_saying:
            for found in re.compile(rf"\s{phrase}\b").finditer(self._reading.text, *sentence):
                candidate = self._candidates.ending(found.start(), sentence[0])
                candidate = candidate or self._passive(found, sentence)
                if candidate and not self._reading.is_quoted(found.start()):
                    why = f"“{phrase}” stands after it"
                    yield self._speaker(candidate, phrase, found.start() + 1, "asserts", why)

    def _passive(self, phrase: re.Match[str], sentence: Span) -> Candidate | None:
        """`Anna Berg is recorded as saying`: the subject before the verb."""
        words = self._candidates.words(sentence[0], phrase.start())
        if len(words) < 3 or words[-2][0].lower() not in self._table.passive:
            return None
        return self._before(words, len(words) - 2, sentence)

    def _speaker(self, candidate: Candidate, verb: str, verb_at: int, stance: str, why: str) -> Voice:
        named = candidate.sort == "name"
        return Voice(candidate.text, candidate.start, verb, verb_at, stance, named, why, candidate.refs)

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
        if any(end <= q.start <= next_word or end <= q.end <= next_word for q in self._reading.quoted):
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
        if not before.endswith(tuple(_AFTER_QUOTATION)) and not self._table.verb_first:
            return None
        return self._candidates.starting(verb.end() + 1, sentence[1])
