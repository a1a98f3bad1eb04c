"""Rules on words: records use the words of `words.yml`, and that has every word the generator needs."""

from collections.abc import Iterator, Mapping
from typing import get_args

from generator.analysis.origins import ASSERTING, CITED, RESTS_ON
from generator.analysis.standing import CONTRARY, STANDINGS
from generator.check.rules.claims import OWN_WORDING
from generator.check.rules.dates import INFERRED
from generator.check.rules.figures import FIGURE
from generator.check.rules.relations import RESTATES
from generator.check.rules.walk import everywhere, rule, rule_of_the_whole
from generator.evidence.omissions import Declared
from generator.records.dataset import Dataset, Fault
from generator.records.model import Word
from generator.records.model.claim import ABOUT_WORDS
from generator.records.model.media import MEDIA_TYPES
from generator.records.model.record import OneOf
from generator.records.reader import THE_WORDS
from generator.records.validation import CLOSED, not_in_the_list

COMPUTED_WITH: Mapping[str, frozenset[str]] = {
    "standing": frozenset(STANDINGS),
    "stance": ASSERTING | {"denies", "doubts", "retracts", "relays"},
    "basis": frozenset({"not_stated", CITED, OWN_WORDING}),
    "relation": CONTRARY | {RESTATES},
    "derivation": RESTS_ON,
    "date_basis": frozenset({"stated", INFERRED}),
    "omission": frozenset(get_args(Declared)),
    "event_type": frozenset({"statement", "publication"}),
    "claim_kind": ABOUT_WORDS | {FIGURE},
    "media_type": MEDIA_TYPES,
}
"""The words that the generator computes with, by list; the other words are the documentary's own."""


@rule
def unknown_word(dataset: Dataset) -> Iterator[Fault]:
    """A field with a closed list holds a word of that list in `words.yml`."""
    for ref, path, word in everywhere(dataset, Word):
        vocabulary = dataset.words.get(word.vocabulary)
        if vocabulary and word not in vocabulary.words:
            yield Fault(ref, path, *not_in_the_list(word, word.vocabulary, vocabulary.words))


@rule_of_the_whole
def missing_word(dataset: Dataset) -> Iterator[Fault]:
    """`words.yml` has every list that fields take words from, and every word that is computed with."""
    for name in sorted(OneOf.vocabularies | COMPUTED_WITH.keys()):
        needed = sorted(COMPUTED_WITH.get(name, ()))
        if name not in dataset.words:
            hint = f"it needs at least {', '.join(needed)}" if needed else "records take words from it"
            yield Fault(THE_WORDS, (), f"the list “{name}” is missing", hint)
            continue
        for word in needed:
            if word not in dataset.words[name].words:
                hint = "the generator computes with it: write it with its meaning"
                yield Fault(THE_WORDS, (name, "words"), f"the list “{name}” lacks “{word}”", hint)


@rule_of_the_whole
def word_too_many(dataset: Dataset) -> Iterator[Fault]:
    """A list of which the generator must know every word has no others."""
    for name in sorted(CLOSED & dataset.words.keys()):
        known = COMPUTED_WITH[name]
        for word in dataset.words[name].words:
            if word not in known:
                message = f"“{word}” is not in the list {name}, which cannot be extended"
                yield Fault(THE_WORDS, (name, "words", word), message, f"it has {', '.join(sorted(known))}")
