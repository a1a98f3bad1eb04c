"""The claims of an archive by their key words: which of them a sentence is about, and how nearly."""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from generator.lib.groups import grouped
from generator.records.dataset import Dataset
from generator.records.refs import Ref
from generator.suggest.key_words import Key, KeyWords, Vocabulary

_DENYING = frozenset({"denies", "doubts", "retracts"})
_ONE_IS_RIGHT = {"exclusive": 0.0, "unclear": 0.35}
"""Questions of which one answer speaks against the others, and what part of another answer's key words a
sentence must share that it does."""
_AGREEING = frozenset({"narrows", "supports"})
"""Relations by which two answers go together."""
_FEWEST = 3
"""Fewest key words of words quoted for a claim that tell what it is about."""
_MANY = 5
"""From so many shared key words on, a sentence may say a part only of what a claim says."""


@dataclass(frozen=True)
class Wording:
    """One way in which a claim is put: its own sentence, or words quoted for it."""

    ref: Ref
    text: str
    words: KeyWords
    is_own: bool


@dataclass(frozen=True)
class Likeness:
    """A wording that a sentence shares key words with, and what part of their weight, 0 to 1."""

    wording: Wording
    shared: frozenset[Key]
    part: float
    missing: frozenset[Key]


class ClaimIndex:
    """Made once for an archive and a language; a sentence then costs what the claims like it cost."""

    def __init__(self, dataset: Dataset, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._dataset = dataset
        self._wordings = list(self._read())
        self._holding: dict[Key, list[int]] = grouped(
            (key, number) for number, wording in enumerate(self._wordings) for key in wording.words.keys
        )
        self._weights = {
            key: math.log(1 + len(self._wordings) / len(numbers)) for key, numbers in self._holding.items()
        }

    def _read(self) -> Iterator[Wording]:
        for ref, claim in self._dataset.claims.items():
            if claim.is_about_words:
                continue
            yield Wording(ref, claim.text, self.vocabulary.read(claim.text), True)
            said = (a for a in claim.assertions if a.stance not in _DENYING)
            for quote in (evidence.quote for each in said for evidence in each.evidence):
                words = self.vocabulary.read(quote.exact) if quote else KeyWords({})
                if quote and len(words.keys) > _FEWEST:
                    yield Wording(ref, quote.exact, words, False)

    def weight(self, keys: frozenset[Key]) -> float:
        """How much key words tell: the rarer in the archive, the more."""
        return sum(self._weights.get(key, 0) for key in keys)

    def part(self, keys: frozenset[Key], of: frozenset[Key]) -> float:
        """How much of the weight of some key words others have, 0 to 1."""
        return self.weight(keys & of) / (self.weight(of) or 1)

    @cached_property
    def figures(self) -> dict[Ref, tuple[frozenset[Key], frozenset[Key], frozenset[Key]]]:
        """The key words of each claim with a figure that has a unit: of its text, its scope and its unit."""
        read = self.vocabulary.read
        return {
            ref: (read(claim.text).keys, read(claim.value.scope or "").keys, read(claim.value.unit).keys)
            for ref, claim in self._dataset.claims.items()
            if claim.value and claim.value.unit
        }

    @cached_property
    def _answers(self) -> dict[Ref, list[Ref]]:
        """The claims that answer each question of which one answer speaks against the others."""
        questions = self._dataset.questions
        return grouped(
            (answer.question, ref)
            for ref, claim in self._dataset.claims.items()
            for answer in claim.answers
            if answer.question in questions and questions[answer.question].compatibility in _ONE_IS_RIGHT
        )

    @cached_property
    def _relations(self) -> dict[frozenset[Ref], list[str]]:
        """How two claims stand to each other, by the pair of them."""
        return grouped(
            (frozenset({ref, each.claim}), each.relation)
            for ref, claim in self._dataset.claims.items()
            for each in claim.relations
        )

    @cache  # noqa: B019 - lives as long as a run
    def telling(self, ref: Ref) -> frozenset[Key]:
        """The key words of an answer that no other answer of its questions has."""
        claims, read = self._dataset.claims, self.vocabulary.read
        asked = [self._answers.get(answer.question, ()) for answer in claims[ref].answers]
        others = [read(claims[other].text).keys for answers in asked for other in answers if other != ref]
        return read(claims[ref].text).keys.difference(*others) if others else frozenset()

    def against(self, ref: Ref) -> dict[Ref, tuple[float, str]]:
        """The claims that a claim speaks against: the part of their words that must be shared, and why."""
        found: dict[Ref, tuple[float, str]] = {}
        for answer in self._dataset.claims[ref].answers:
            for other in self._answers.get(answer.question, ()):
                if other != ref and _AGREEING.isdisjoint(self._relations.get(frozenset({ref, other}), ())):
                    least = _ONE_IS_RIGHT[self._dataset.questions[answer.question].compatibility]
                    found[other] = least, f"answers {answer.question} otherwise: it repeats {ref}"
        for pair, relations in self._relations.items():
            if ref in pair and "contrary_to" in relations:
                found |= dict.fromkeys(pair - {ref}, (0.0, f"is contrary to it: it repeats {ref}"))
        return found

    def like(self, words: KeyWords, least: float) -> Iterator[Likeness]:
        """The wordings of which a sentence has at least the part `least` of the weight."""
        keys = words.keys & self._holding.keys()
        found = Counter(number for key in keys for number in self._holding[key])
        for number, common in sorted(found.items()):
            wording = self._wordings[number]
            shared = wording.words.keys & keys
            if common < 2 or not any(isinstance(key, str) for key in shared):
                continue
            part = self.part(shared, wording.words.keys)
            if wording.is_own and common >= _MANY and len(keys) >= len(words.keys) - 1:
                part = max(part, self.part(shared, keys))
            if part >= least and words.are_near(shared):
                yield Likeness(wording, shared, part, wording.words.keys - shared)
