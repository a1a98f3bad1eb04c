"""Names that the records do not list: their forms, how often each stands, and what they may be names of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.evidence.quotation_marks import Quoted
from generator.suggest.capitals import Capitals, NameRun
from generator.suggest.known import Mention, is_listed_place
from generator.suggest.language import CAPITAL_NOUNS
from generator.suggest.reading import Reading
from generator.suggest.types import Spanned

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+(the\s+)?$")
_AGE = re.compile(r",? (?:\(\d\d\)|(?<=, )\d\d[,.;])")
_LONGEST_PERSON = 4


@dataclass(frozen=True)
class UnknownName(Spanned):
    """A name with its forms and their counts, the longest first; `start` and `end` are those of its first.

    `kind` is person, organization, place or empty; `why` says what speaks for it. `within` is a listed name
    that the form contains.
    """

    text: str
    forms: Mapping[str, int]
    kind: str
    why: str
    within: Mention | None = None

    @property
    def count(self) -> int:
        """How often it stands in the running text."""
        return sum(self.forms.values())


def titled(reading: Reading, passage: Quoted) -> bool:
    """Whether a quoted passage is the title of a work: few words, every longer one capitalised."""
    words = reading.text[passage.start : passage.end].split()
    long = [word for word in words if len(word) > 3]
    return (
        bool(long) and len(words) <= 8 and all(word[:1].isupper() for word in long) and words[0][:1].isupper()
    )


def unknown_names(reading: Reading, known: Iterable[Mention]) -> list[UnknownName]:
    """The unknown names of a text, in the order of their first places."""
    return _Unknown(reading, list(known)).found()


class _Unknown:
    """The runs of capitalised words of one text, of which some are names that no record lists."""

    def __init__(self, reading: Reading, mentions: list[Mention]) -> None:
        self._reading, self._mentions, self._names = reading, mentions, reading.language.names
        self._capitals = Capitals(reading)

    def found(self) -> list[UnknownName]:
        """The names, runs that are forms of one name together."""
        runs = [run for run in self._capitals.runs() if self._is_new(run) and self._is_name(run)]
        words = {word for run in runs if not run.is_single for word in run.text.split()}
        groups: dict[str, list[NameRun]] = {}
        for run in sorted(runs, key=lambda each: (-len(each.tokens), each.span)):
            if run.tokens[0].text in words or self._stands_alone(run):
                groups.setdefault(self._group(run, groups), []).append(run)
        named = {mention.text for mention in self._mentions} | groups.keys()
        found = [self._name(text, runs) for text, runs in groups.items() if not self._is_variant(text, named)]
        return sorted(found, key=lambda name: name.start)

    def _is_variant(self, text: str, named: set[str]) -> bool:
        """Whether a word only shouts another name (`NORLAND`) or makes an adjective of one (`Norlandish`)."""
        others = named - {text}
        if text.isupper() and text.casefold() in {name.casefold() for name in others}:
            return True
        ends = [end for end in self._names.derived_ends if text.endswith(end)]
        return any(text in (name + end, name[:-1] + end) for name in others for end in ends)

    def _is_new(self, run: NameRun) -> bool:
        """Whether listed names leave a word of the run, and not only one that opens a sentence."""
        left = [t for t in run.tokens if not any(m.start < t.end and t.start < m.end for m in self._mentions)]
        if len(left) < len(run.tokens):
            left = [t for t in left if not t.opens or t.text in self._capitals.inside]
        has_capitals = self._reading.language.has_capitals
        return any((token.is_capital or not has_capitals) and len(token.text) > 1 for token in left)

    def _is_name(self, run: NameRun) -> bool:
        reading, names, first = self._reading, self._names, run.tokens[0]
        if self._is_shouted(run) or self._is_numbered(run) or self._is_address(run):
            return False
        if any(
            q.start <= run.span[0] and run.span[1] <= q.end and titled(reading, q) for q in reading.quoted
        ):
            return False  # the title of a work
        if any(t.is_capital and t.lower in reading.language.function_words for t in run.tokens[1:]):
            return False  # a headline: `How Ice Roads Are Built`
        if not run.title and all(names.is_demonym(token.lower) for token in run.tokens):
            return False
        if not run.is_single:
            return True
        if run.is_acronym:  # two letters are a name only where they are listed
            short = first.lower.replace(".", "")
            known = names.place_acronyms | names.body_acronyms
            return short in known or (len(short) > 2 and short not in names.no_names)
        if reading.language.tag in CAPITAL_NOUNS and not run.title:
            return run.text in self._capitals.last or is_listed_place(reading.language.tag, run.text)
        return first.lower not in names.no_names

    def _is_shouted(self, run: NameRun) -> bool:
        """Whether the whole sentence is in capitals, where they tell nothing."""
        start, end = self._reading.sentence_at(run.span[0])
        letters = [letter for letter in self._reading.text[start:end] if letter.isalpha()]
        return sum(map(str.isupper, letters)) > 0.7 * len(letters)

    def _is_numbered(self, run: NameRun) -> bool:
        """Whether a number makes a common word stand with a capital, `Berth 12`, or a currency, `US$`."""
        following = self._reading.text[run.span[1] : run.span[1] + 2]
        is_sign = following[:1] in {*self._reading.language.figures.currencies, "$"}
        return run.is_single and (is_sign or (following[:1] == " " and following[1:].isdigit()))

    def _is_address(self, run: NameRun) -> bool:
        """Whether the run addresses somebody, `His Grace`, or is a field, `Minister for Consumer Affairs`."""
        names, before = self._names, self._reading.text[: run.span[0]].split()[-2:]
        if len(before) == 2 and before[0].lower() in names.titles and before[1] in names.body_joiners:
            return run.tokens[-1].lower in names.fields
        owner = before[-1].lower().strip("\"'“‘«") if before else ""
        is_owned = owner in self._reading.language.sayings.determiners
        return is_owned and run.is_single and run.tokens[0].lower in names.styles

    def _stands_alone(self, run: NameRun) -> bool:
        """A single word at the opening of a sentence counts only where something else shows it is a name."""
        first = run.tokens[0]
        if not run.is_single or not first.opens or run.is_acronym or first.text in self._capitals.inside:
            return True
        is_common = first.lower in self._capitals.small | self._names.bodies_and_places
        return bool(kind_of(self._reading, [run])[0]) and not is_common

    def _group(self, run: NameRun, groups: dict[str, list[NameRun]]) -> str:
        """The person whose name the run is the end of, the last one named of several; else itself.

        A part of another name than a person's is never taken for it: `Sudan` is not `South Sudan`.
        """
        if run.text in groups:
            return run.text
        longer = [name for name in groups if name.endswith(f" {run.text}")]
        before = [name for name in longer if min(each.span for each in groups[name]) < run.span]
        meant = before[-1:] if len(longer) > 1 else longer
        is_surname = meant and all(self._may_be_surname(each, run.text) for each in (run, *groups[meant[0]]))
        return meant[0] if is_surname else run.text

    def _may_be_surname(self, run: NameRun, surname: str) -> bool:
        """Whether neither the words of a name nor those before it speak against it being a person's."""
        is_part = run.text != surname and run.tokens[0].lower in self._names.directions
        is_where = _word_before(self._reading, run)[0] in self._names.place_prepositions
        return not is_part and not is_where and kind_of(self._reading, [run])[0] in ("", "person")

    def _name(self, text: str, runs: list[NameRun]) -> UnknownName:
        start, end = min((run.text != text, run.span) for run in runs)[1]
        forms = Counter(run.text for run in runs)
        within = next((m for m in self._mentions if start <= m.start and m.end <= end), None)
        ordered = sorted(forms.items(), key=lambda each: (-len(each[0].split()), -each[1], each[0]))
        return UnknownName(start, end, text, dict(ordered), *kind_of(self._reading, runs), within)


def kind_of(reading: Reading, runs: Sequence[NameRun]) -> tuple[str, str]:
    """The one kind that everything in and beside a name tells, and why; empty where that is not one."""
    found = dict(sign for run in runs for sign in _signs(reading, run))
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _signs(reading: Reading, run: NameRun) -> Iterator[tuple[str, str]]:
    """The kinds that the words of a name and those beside it tell for certain, each with the reason."""
    names, words = reading.language.names, [token.lower for token in run.tokens]
    certain = names.organization_words - names.uncertain
    is_body = not run.is_single and (
        words[0] in certain or words[-1] in certain or words[-1] in names.company_ends
    )
    is_place = not run.is_single and (words[-1] in names.place_ends or words[0] in names.place_starts)
    if is_body or (run.is_acronym and words[0].replace(".", "") in names.body_acronyms):
        yield "organization", "a word in it is one for bodies"
    if is_place and not is_body:
        yield "place", "a word in it is one for places"
    if not run.title and is_listed_place(reading.language.tag, run.text):
        yield "place", "the Unicode locale data list it"
    if not is_body and not is_place:
        yield from _signs_beside(reading, run)


def _signs_beside(reading: Reading, run: NameRun) -> Iterator[tuple[str, str]]:
    names = reading.language.names
    previous, has_article = _word_before(reading, run)
    is_short = len(run.tokens) <= _LONGEST_PERSON and not run.is_acronym
    if run.title and is_short:
        yield "person", f"the title “{run.title}” stands before it"
    elif not has_article and previous in names.titles | names.people_words and is_short:
        yield "person", f"“{previous}” stands before it"
    elif previous in names.body_words:
        yield "organization", f"“{previous}” stands before it"
    if not run.is_single and is_short and _AGE.match(reading.text, run.span[1]):
        yield "person", "an age follows it"


def _word_before(reading: Reading, run: NameRun) -> tuple[str, bool]:
    """The word before a name, and whether `the` stands between the two."""
    found = _WORD_BEFORE.search(reading.text[max(0, run.span[0] - 30) : run.span[0]])
    return (found[1].lower(), bool(found[2])) if found else ("", False)
