"""Words that may be a speaker: a name, a description such as `a port official`, or a pronoun."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.records.refs import Ref
from generator.suggest.known import Mention
from generator.suggest.reading import Reading
from generator.suggest.types import Span, Spanned
from generator.suggest.unknown import UnknownName

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")
_LONGEST_DESCRIPTION = 8
_LEADING = 60


@dataclass(frozen=True)
class Candidate(Spanned):
    """Words that may be a speaker; `sort` is name, description or pronoun, `refs` the records of a name."""

    text: str
    sort: str
    refs: tuple[Ref, ...] = ()


class Candidates:
    """Finds the candidates of one text, from its names known and unknown."""

    def __init__(self, reading: Reading, known: Sequence[Mention], unknown: Sequence[UnknownName]) -> None:
        self._reading = reading
        self._names = names = reading.language.names
        self._sayings = sayings = reading.language.sayings
        self._heads = sayings.people | names.organization_words
        self._before_names = names.titles | names.weak_titles | sayings.articles
        self._function_words = reading.language.function_words
        found = {m.span: Candidate(*m.span, m.text, "name", m.refs) for m in known}
        for candidate in self._unknown(unknown):
            inside = [span for span in found if span[0] < candidate.end and candidate.start < span[1]]
            if all(candidate.start <= a and b <= candidate.end for a, b in inside):
                found = {span: n for span, n in found.items() if span not in inside}
                found[candidate.span] = candidate
        self._by_start = {n.start: n for n in found.values()}
        self._starts = sorted(self._by_start)
        self._by_end = {n.end: n for n in found.values()}

    def _unknown(self, names: Sequence[UnknownName]) -> Iterator[Candidate]:
        forms = {form for name in names for form in name.forms}
        for form in sorted(forms, key=lambda each: (len(each), each)):
            for match in self._reading.running(re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")):
                yield Candidate(*match.span(), match[0], "name")

    def words(self, start: int, end: int) -> list[re.Match[str]]:
        """The words between two offsets that stand outside quotation marks."""
        found = _WORD.finditer(self._reading.text, start, end)
        return [word for word in found if not self._reading.is_quoted(word.start())]

    def ending(self, end: int, start: int) -> Candidate | None:
        """The candidate that ends at `end` (a possessive ending apart), not before `start`."""
        for at in (end, end - 2):
            if at in self._by_end and self._by_end[at].start >= start:
                return self._by_end[at]
        return self._description(start, end)

    def subject(self, end: int, start: int) -> Candidate | None:
        """The subject of a verb, whose words end at `end`: the head of `a spokesman for the council`."""
        nearest = self.ending(end, start)
        if nearest and not self._depends(nearest, start):
            return nearest
        clause = self._reading.text.rfind(",", start, end) + 1 or start
        for word in self.words(clause, end):
            head = self._by_start.get(word.start()) or self._described_from(word.start(), end)
            if head:
                return self._with_complement(head, end)
            if word[0].lower() in self._function_words - self._sayings.articles - self._sayings.joined_by:
                return None
        return None

    def starting(self, start: int, end: int) -> Candidate | None:
        """The name, description or pronoun that begins at `start`; titles before a name are passed over."""
        for word in _WORD.finditer(self._reading.text, start, end):
            if word.start() in self._by_start:
                return self._by_start[word.start()]
            if word[0].lower() not in self._before_names:
                break
        return self._described_from(start, end)

    def leading(self, sentence: Span) -> Candidate | None:
        """Whom a sentence is about: the person named near its opening, or the only one whom it names."""
        first, last = (bisect_left(self._starts, edge) for edge in sentence)
        inside = [self._by_start[at] for at in self._starts[first:last] if not self._reading.is_quoted(at)]
        named = [candidate for candidate in inside if not self._depends(candidate, sentence[0])]
        if named and (named[0].start < sentence[0] + _LEADING or len({each.text for each in named}) == 1):
            return named[0]
        return None

    def is_name_alone(self, candidate: Candidate, start: int) -> bool:
        """Whether it is a name, and only titles stand between `start` and it."""
        words = self.words(start, candidate.start)
        return candidate.sort == "name" and all(word[0].lower() in self._before_names for word in words)

    def _depends(self, candidate: Candidate, start: int) -> bool:
        """Whether a preposition before it makes the candidate part of another: `at the Gazette`."""
        if self._reading.text[candidate.end : candidate.end + 2] in ("'s", "’s"):
            return False
        for word in reversed(self.words(start, candidate.start)):
            if word[0].lower() not in self._before_names:
                return word[0].lower() in self._sayings.prepositions
        return False

    def _with_complement(self, head: Candidate, end: int) -> Candidate | None:
        """The head, with its complement where it is a description; None where something else follows it."""
        following = self.words(head.end, end)
        if not following:
            return head
        first = following[0][0].lower()
        if first not in self._sayings.prepositions | self._sayings.relative | self._sayings.complements:
            return None
        if head.sort == "name" or first in self._sayings.relative:
            return head
        return replace(head, end=end, text=self._reading.text[head.start : end])

    def _description(self, start: int, end: int) -> Candidate | None:
        """A pronoun, or article and noun for people, that ends at `end`."""
        words = self.words(start, end)[-_LONGEST_DESCRIPTION:]
        if not words or self._reading.text[words[-1].end() : end].strip():
            return None
        last = words[-1]
        if last[0].lower() in self._sayings.singular_pronouns | self._sayings.plural_pronouns:
            return self._candidate(last.start(), last.end(), "pronoun")
        if last[0].lower() not in self._heads and last[0] not in self._names.titles:
            return None
        first = last.start()
        for word in reversed(words[:-1]):
            lower, gap = word[0].lower(), self._reading.text[word.end() : first]
            ends = lower in self._function_words - self._sayings.articles - self._sayings.inner
            if gap.strip(" '’") or ends or lower in self._sayings.citing:
                break
            first = word.start()
            if lower in self._sayings.articles:
                break
        return self._candidate(first, last.end(), "description")

    def _described_from(self, start: int, end: int) -> Candidate | None:
        """A description or pronoun that begins at `start`; of `Minister Anna Berg` the name."""
        words = self.words(start, end)[:_LONGEST_DESCRIPTION]
        for word, after in zip(words, [*words[1:], None], strict=False):
            is_head = word[0].lower() in self._heads
            if is_head and after and after.start() in self._by_start and word[0][0].isupper():
                return self._by_start[after.start()]
            is_last = is_head and not (after and after[0].lower() in self._heads)
            if is_last or word[0].lower() in self._sayings.singular_pronouns:
                found = self._description(start, word.end())
                return found if found and found.start == start else None
        return None

    def _candidate(self, start: int, end: int, sort: str) -> Candidate:
        return Candidate(start, end, self._reading.text[start:end], sort)
