"""Who speaks: the words beside a verb of saying, and the record they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.refs import Ref
from generator.suggest.known import Mention
from generator.suggest.language import Language
from generator.suggest.reading import Reading
from generator.suggest.shapes import Span
from generator.suggest.unknown import UnknownName

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_LONGEST_DESCRIPTION = 8


@dataclass(frozen=True)
class Speaker:
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


@dataclass(frozen=True)
class Nominal:
    """Words that may be a speaker: a name, a description or a pronoun."""

    start: int
    end: int
    text: str
    sort: str
    refs: tuple[Ref, ...] = ()


class Speakers:
    """Finds the speakers of one text, from its names known and unknown."""

    def __init__(
        self, reading: Reading, language: Language, known: Sequence[Mention], unknown: Sequence[UnknownName]
    ) -> None:
        self._reading = reading
        self._language = language
        self._table = language.sayings
        self._named = {(m.start, m.end): Nominal(m.start, m.end, m.text, "name", m.refs) for m in known}
        for name in unknown:
            for form, _ in name.forms:
                for match in reading.running(re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")):
                    if not any(a < match.end() and match.start() < b for a, b in self._named):
                        self._named[match.span()] = Nominal(*match.span(), match[0], "name")

    def in_sentence(self, sentence: Span) -> list[Speaker]:
        """Every speaker with a verb of saying in the sentence, outside its quoted passages."""
        found = [*self._according(sentence), *self._as_saying(sentence), *self._with_verbs(sentence)]
        return sorted(found, key=lambda each: each.verb_at)

    def resolve(self, speaker: Speaker, before: Sequence[Speaker]) -> Speaker | None:
        """The named speaker behind `he` or `she`: the last one in `before`; others stay. None: nobody."""
        if speaker.text.lower() not in self._table.singular_pronouns:
            return None if speaker.text.lower() in self._table.plural_pronouns else speaker
        last = before[-1] if before else None
        if last is None or not last.is_named:
            return None
        why = f"“{speaker.text}” taken for {last.text}, the last speaker before it"
        return replace(last, verb=speaker.verb, verb_at=speaker.verb_at, stance=speaker.stance, why=why)

    def _words(self, span: Span) -> list[re.Match[str]]:
        return [
            w for w in _WORD.finditer(self._reading.text, *span) if not self._reading.is_quoted(w.start())
        ]

    def _with_verbs(self, sentence: Span) -> Iterator[Speaker]:
        words = self._words(sentence)
        last: Nominal | None = None
        for number, word in enumerate(words):
            stance = self._table.verbs.get(word[0].lower())
            if stance is None or word[0][0].isupper():
                continue
            nominal = self._before(words, number, sentence) or self._after(words, number, sentence)
            if nominal is None and number and words[number - 1][0].lower() in self._table.joined_by:
                nominal = last
            last = nominal
            if nominal and not self._negated(words, number):
                yield self._speaker(nominal, word[0], word.start(), stance, f"“{word[0]}” stands beside it")

    def _negated(self, words: list[re.Match[str]], number: int) -> bool:
        return any(
            w[0].lower() in ("not", "to", "never", "would", "could")
            for w in words[max(0, number - 2) : number]
        )

    def _according(self, sentence: Span) -> Iterator[Speaker]:
        text = self._reading.text
        for phrase in self._table.according_to:
            for found in re.compile(rf"\b{phrase}\s+", re.IGNORECASE).finditer(text, *sentence):
                if self._reading.is_quoted(found.start()):
                    continue
                nominal = self._starting(found.end(), sentence)
                if nominal:
                    yield self._speaker(
                        nominal, phrase, found.start(), "asserts", f"“{phrase}” stands before it"
                    )

    def _as_saying(self, sentence: Span) -> Iterator[Speaker]:
        """`The agency quoted Anna Berg as saying`."""
        for phrase in self._table.as_saying:
            for found in re.compile(rf"\s{phrase}\b").finditer(self._reading.text, *sentence):
                nominal = self._ending(found.start(), sentence)
                if nominal and not self._reading.is_quoted(found.start()):
                    why = f"“{phrase}” stands after it"
                    yield self._speaker(nominal, found[0].strip(), found.start() + 1, "asserts", why)

    def _speaker(self, nominal: Nominal, verb: str, verb_at: int, stance: str, why: str) -> Speaker:
        return Speaker(
            nominal.text, nominal.start, verb, verb_at, stance, nominal.sort == "name", why, nominal.refs
        )

    def _before(self, words: list[re.Match[str]], number: int, sentence: Span) -> Nominal | None:
        """The nominal that ends just before the verb; adverbs and what stands between commas is passed over."""
        at = number - 1
        while at >= 0 and words[at][0].lower() in self._table.skipped:
            at -= 1
        if at < 0:
            return None
        text, end = self._reading.text, words[at].end()
        gap = text[end : words[at + 1].start()]
        if "," in gap:
            return self._before_apposition(sentence, end)
        if gap.strip() or _touches_quotation(self._reading, end, words[at + 1].start()):
            return None
        return self._ending(end, sentence)

    def _before_apposition(self, sentence: Span, end: int) -> Nominal | None:
        """`Anna Berg, who keeps the toll book, said`: the name before the comma that opens the insertion."""
        comma = self._reading.text.rfind(",", sentence[0], end)
        while comma > sentence[0]:
            nominal = self._ending(comma, sentence)
            if nominal and nominal.sort == "name" and not self._reading.is_quoted(comma):
                return nominal
            comma = self._reading.text.rfind(",", sentence[0], comma)
        nominal = self._ending(end, sentence)
        return nominal if nominal and nominal.sort == "name" else None

    def _after(self, words: list[re.Match[str]], number: int, sentence: Span) -> Nominal | None:
        """The nominal just after the verb: `said Berg`. Only after a quoted passage or a comma."""
        verb = words[number]
        before = self._reading.text[sentence[0] : verb.start()].rstrip()
        if not before or before[-1] not in "\"'”’»,":
            return None
        return self._starting(verb.end() + 1, sentence)

    def _ending(self, end: int, sentence: Span) -> Nominal | None:
        named = next(
            (n for (a, b), n in self._named.items() if a >= sentence[0] and end - 2 <= b <= end), None
        )
        return named or self._description(end, sentence)

    def _starting(self, start: int, sentence: Span) -> Nominal | None:
        """The name or description that begins at `start`; titles before a name are passed over."""
        names = self._language.names
        for word in _WORD.finditer(self._reading.text, start, sentence[1]):
            named = next((n for (a, b), n in self._named.items() if a == word.start()), None)
            if named:
                return self._head(start, named, sentence)
            lower = word[0].lower().rstrip(".")
            if lower not in names.titles | names.weak_titles and lower not in ("the", "a", "an", "former"):
                break
        return self._description_from(start, sentence)

    def _head(self, start: int, named: Nominal, sentence: Span) -> Nominal:
        """The person after a body and a title (`Navy Captain Anna Berg`), or the description that holds a name.

        `a former Navy captain` is no speech of the Navy.
        """
        names = self._language.names
        for word in _WORD.finditer(self._reading.text, named.end, sentence[1]):
            if self._reading.text[named.end : word.start()].strip(" ."):
                break
            later = next((n for (a, _), n in self._named.items() if a == word.start()), None)
            lower = word[0].lower().rstrip(".")
            if later:
                return later
            if word[0].islower() and lower in names.titles | self._table.people:
                return self._described(start, word.end())
            if lower not in names.titles | names.weak_titles:
                break
            named = Nominal(named.start, word.end(), named.text, named.sort, named.refs)
        return named

    def _description(self, end: int, sentence: Span) -> Nominal | None:
        """A pronoun, or article and noun for people, that ends at `end`: `a senior port official`."""
        words = [w for w in self._words((sentence[0], end))][-_LONGEST_DESCRIPTION:]
        if not words or self._reading.text[words[-1].end() : end].strip():
            return None
        last = words[-1]
        if last[0].lower() in self._table.singular_pronouns | self._table.plural_pronouns:
            return Nominal(last.start(), last.end(), last[0], "pronoun")
        if last[0].lower() not in self._table.people:
            return None
        start = last.start()
        for word in reversed(words[:-1]):
            if re.search(r"[^\s]", self._reading.text[word.end() : start].strip(" ")):
                break
            if (
                word[0].lower() in self._language.function_words
                and word[0].lower() not in self._table.articles
            ):
                break
            start = word.start()
            if word[0].lower() in self._table.articles:
                break
        return self._described(start, last.end())

    def _description_from(self, start: int, sentence: Span) -> Nominal | None:
        words = [w for w in _WORD.finditer(self._reading.text, start, sentence[1])][:_LONGEST_DESCRIPTION]
        if words and words[0].start() == start and words[0][0].lower() in self._table.singular_pronouns:
            return Nominal(start, words[0].end(), words[0][0], "pronoun")
        for number, word in enumerate(words):
            lower = word[0].lower()
            if number and self._reading.text[words[number - 1].end() : word.start()].strip():
                return None
            if lower in self._table.people:
                following = words[number + 1 : number + 2]
                if following and following[0][0].lower() in self._table.people:
                    continue
                return self._described(start, word.end())
            if lower in self._language.function_words and lower not in self._table.articles:
                return None
        return None

    def _described(self, start: int, end: int) -> Nominal:
        return Nominal(start, end, self._reading.text[start:end], "description")


def _touches_quotation(reading: Reading, start: int, end: int) -> bool:
    return any(start <= q.start <= end or start <= q.end <= end for q in reading.quoted)
