"""What a sentence is about: its key words, of which those of one meaning are one, and what negates them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import snowballstemmer

from generator.evidence.hedges import negates
from generator.evidence.normalise import plain
from generator.lib.groups import grouped
from generator.records.refs import Ref
from generator.suggest.language import LanguageTables, of_language

_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:['’\u200c][^\W\d_]+)*")
_APART = 4
"""Most words from one key word to the next, on the average, that belong together."""
_REACH = 3
"""How many words before the first key word a negation reaches it."""

Key = str | Ref
"""A word by its stem, or by the record whose name it is."""


@dataclass(frozen=True)
class KeyWords:
    """The key words of a passage, each with its places among all words."""

    places: Mapping[Key, tuple[int, ...]]
    negations: tuple[int, ...] = ()

    @property
    def keys(self) -> frozenset[Key]:
        """The key words."""
        return frozenset(self.places)

    def nearest(self, wanted: Iterable[Key]) -> tuple[int, int]:
        """The first and last place of the words `wanted` where they stand nearest to each other."""
        every = [self.places[key] for key in wanted]
        around = (
            [min(at, key=lambda place: abs(place - middle)) for at in every] for at in every for middle in at
        )
        return min(((min(found), max(found)) for found in around), key=lambda each: each[1] - each[0])

    def are_near(self, wanted: Collection[Key]) -> bool:
        """Whether the words stand near each other, as those of one clause do."""
        first, last = self.nearest(wanted)
        return last - first <= _APART * len(wanted)

    def negates(self, wanted: Iterable[Key]) -> bool:
        """Whether a negation stands between the words `wanted`, or just before the first."""
        first, last = self.nearest(wanted)
        return any(first - _REACH <= place <= last for place in self.negations)


class Vocabulary:
    """Reads key words in a language; `names` are the listed ones, folded, with their records."""

    def __init__(self, language: LanguageTables, names: Mapping[str, tuple[Ref, ...]]) -> None:
        self._language = language
        sure = {name: refs[0] for name, refs in names.items() if len(refs) == 1}
        found = [([word for word, _ in _words(name)], ref) for name, ref in sure.items()]
        found += [
            ([form], ref)
            for words, ref in found
            if ref.kind == "place" and len(words) == 1
            for end in language.names.derived_ends
            for form in (words[0] + end, words[0][:-1] + end)
        ]
        found.sort(key=lambda each: -len(each[0]))
        self._names = grouped((words[0], (words, ref)) for words, ref in found if words)
        several = [(frozenset(self.parts(name)), ref) for name, ref in sure.items() if " " in name]
        self._made_of: dict[Key, list[tuple[frozenset[Key], Ref]]] = grouped(
            (next(iter(parts)), (parts, ref))
            for parts, ref in several
            if len(parts) > 1 and ref.kind != "person"
        )

    @cached_property
    def _empty(self) -> frozenset[str]:
        """Words without a meaning of their own here: function words, numbers, dates, verbs of saying."""
        language, numerals = self._language, self._language.numerals
        empty = language.function_words | language.light_words | language.names.articles
        empty |= language.sayings.verbs.keys() - meanings(language.tag).keys()
        empty |= numerals.words.keys() | numerals.scales.keys()
        return frozenset(empty | (language.dates.weekdays.keys() - language.dates.months.keys()))

    def read(self, text: str) -> KeyWords:
        """The key words of a passage; the names of one record are one key."""
        words = list(_words(text))
        places: dict[Key, list[int]] = defaultdict(list)
        negations = []
        at = 0
        while at < len(words):
            word, printed = words[at]
            length, ref = self._name_at(words, at)
            key: Key | None = ref
            if not ref and negates(word, self._language.tag):
                negations.append(at)
                key = meanings(self._language.tag).get(word)
            elif not ref and len(word) > 1 and (word not in self._empty or printed.isupper()):
                key = self.key(word)
            if key:
                places[key].append(at)
            at += length
        return KeyWords({key: tuple(at) for key, at in places.items()}, tuple(negations))

    def compares(self, text: str) -> bool:
        """Whether a negation in the text is one of degree: `no more than before`."""
        return any(word in self._language.comparing for word, _ in _words(text))

    def parts(self, name: str) -> Iterator[Key]:
        """The key words that a name is made of, names of one word among them."""
        for word, printed in _words(name):
            ref = next((ref for parts, ref in self._names.get(word, ()) if len(parts) == 1), None)
            if ref and printed[:1].isupper():
                yield ref
            elif word not in self._empty:
                yield self.key(word)

    def widened(self, words: KeyWords) -> KeyWords:
        """With the records whose name is made of them: `Norland's parliament` is the Norland parliament."""
        found: dict[Key, tuple[int, ...]] = {
            ref: words.places[key]
            for key in words.places
            for parts, ref in self._made_of.get(key, ())
            if parts <= words.keys
        }
        return KeyWords({**found, **words.places}, words.negations)

    def key(self, word: str) -> str:
        """The stem of a word in small letters, or of the word for all that mean the same."""
        if month := self._language.dates.months.get(word):
            return f"#{month}"
        known = meanings(self._language.tag)
        stem = _stem(self._language.tag, word)
        return known.get(word) or known.get(stem, stem)

    def _name_at(self, words: list[tuple[str, str]], at: int) -> tuple[int, Ref | None]:
        """How many words from `at` are a listed name, and of which record; 1 and None where none is."""
        for parts, ref in self._names.get(words[at][0], ()):
            if not words[at][1][:1].islower() and [word for word, _ in words[at : at + len(parts)]] == parts:
                return len(parts), ref
        return 1, None


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Each word in small letters without possessive ending and full stops, and as it is printed."""
    for found in _WORD.findall(plain(text)):
        word = found.removesuffix("'s").replace(".", "")
        yield word.lower(), word


@lru_cache(maxsize=1 << 15)
def _stem(tag: str, word: str) -> str:
    name = of_language(tag).stemmer
    return str(snowballstemmer.stemmer(name).stemWord(word)) if name else word


@lru_cache(maxsize=16)
def meanings(tag: str) -> Mapping[str, str]:
    """The key of each word that others mean the same as, and of its stem."""
    found: dict[str, str] = {}
    for line in of_language(tag).meanings:
        first, *others = line.split()
        for word in (first, *others):
            found[word] = found[_stem(tag, word)] = f"={first}"
    return found


@lru_cache(maxsize=16)
def alternatives(tag: str) -> Mapping[Key, frozenset[Key]]:
    """For each word those of which only one can be true of one thing, by their keys."""
    vocabulary = Vocabulary(of_language(tag), {})
    found: dict[Key, frozenset[Key]] = {}
    for line in of_language(tag).alternatives:
        keys: frozenset[Key] = frozenset(map(vocabulary.key, line.split()))
        found |= {key: found.get(key, frozenset()) | keys - {key} for key in keys}
    return found
