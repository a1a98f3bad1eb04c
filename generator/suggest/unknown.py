"""Names that the records do not list: their forms, how often each stands, and what they may be names of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


def unknown_names(reading: Reading, known: Iterable[Mention]) -> list[UnknownName]:
    """The unknown names of a text, in the order of their first places."""
    capitals = Capitals(reading)
    mentions = list(known)
    runs = [
        run
        for run in capitals.runs()
        if _is_new(reading, capitals, run, mentions) and _is_name(reading, capitals, run)
    ]
    full = {run.text for run in runs if len(run.tokens) > 1}
    runs = [run for run in runs if _stands_alone(reading, capitals, run, full)]
    groups: dict[str, list[NameRun]] = {}
    for run in sorted(runs, key=lambda each: (-len(each.tokens), each.span)):
        groups.setdefault(_group(reading, run, groups), []).append(run)
    named = {mention.text for mention in mentions} | groups.keys()
    ends = reading.language.names.derived_ends
    found = [
        _name(reading, text, runs, mentions)
        for text, runs in groups.items()
        if not _is_variant(text, named, ends)
    ]
    return sorted(found, key=lambda name: name.start)


def _is_variant(text: str, named: set[str], ends: tuple[str, ...]) -> bool:
    """Whether a word only shouts another name (`NORLAND`) or makes an adjective of one (`Norlandish`)."""
    others = {name for name in named if name != text}
    if text.isupper() and text.casefold() in {name.casefold() for name in others}:
        return True
    return any(
        text == name + end or (text == name[:-1] + end and len(end) > 1) for name in others for end in ends
    )


def _is_new(reading: Reading, capitals: Capitals, run: NameRun, mentions: list[Mention]) -> bool:
    """Whether listed names leave a capitalised word of the run; one that only opens a sentence counts not."""
    left = [t for t in run.tokens if not any(m.start < t.end and t.start < m.end for m in mentions)]
    if len(left) < len(run.tokens):
        left = [t for t in left if not t.opens or t.text in capitals.inside]
    return any(
        (token.is_capital or not reading.language.has_capitals) and len(token.text) > 1 for token in left
    )


def _is_name(reading: Reading, capitals: Capitals, run: NameRun) -> bool:
    if _shouted(reading, run) or _is_numbered(reading, run) or _is_address(reading, run):
        return False
    names = reading.language.names
    if not run.title and all(names.is_demonym(token.lower) for token in run.tokens):
        return False
    if len(run.tokens) > 1:
        return True
    if is_acronym(run):
        return _may_be_initials(run.text, names)
    if (
        reading.language.tag in CAPITAL_NOUNS
        and not run.title
        and not is_listed_place(reading.language.tag, run.text)
    ):
        return run.text in capitals.last
    return run.tokens[0].lower not in names.no_names


def _is_numbered(reading: Reading, run: NameRun) -> bool:
    """Whether a number makes a common word stand with a capital: `Berth 12`; so does a currency, `US$`."""
    following = reading.text[run.span[1] : run.span[1] + 2]
    is_sign = following[:1] in {*reading.language.figures.currencies, "$"}
    return len(run.tokens) == 1 and (is_sign or (following[:1] == " " and following[1:].isdigit()))


def _is_address(reading: Reading, run: NameRun) -> bool:
    """Whether the run addresses somebody, `His Grace`, or is a field, `Minister for Consumer Affairs`."""
    names, before = reading.language.names, reading.text[: run.span[0]].split()[-2:]
    if len(before) == 2 and before[0].lower() in names.titles and before[1] in names.body_joiners:
        return run.tokens[-1].lower in names.fields
    owner = before[-1].lower().strip("\"'“‘«") if before else ""
    is_owned = owner in reading.language.sayings.determiners
    return is_owned and len(run.tokens) == 1 and run.tokens[0].lower in names.styles


def _may_be_initials(text: str, names: Any) -> bool:
    """Whether a word in capitals may be a name: two letters are one only where it is listed."""
    short = text.replace(".", "").lower()
    known = names.place_acronyms | names.body_acronyms
    return short in known or (len(short) > 2 and short not in names.no_names)


def _shouted(reading: Reading, run: NameRun) -> bool:
    """Whether the whole sentence is in capitals, where they tell nothing."""
    start, end = reading.sentence_at(run.span[0])
    letters = [letter for letter in reading.text[start:end] if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _stands_alone(reading: Reading, capitals: Capitals, run: NameRun, full: set[str]) -> bool:
    """A single word at the opening of a sentence counts only where something else shows it is a name."""
    first = run.tokens[0]
    if len(run.tokens) > 1 or not first.opens or run.title or is_acronym(run):
        return True
    if first.text in capitals.inside or any(first.text in text.split() for text in full):
        return True
    common = capitals.small | reading.language.names.bodies_and_places
    return bool(kind_of(reading, [run])[0]) and first.lower not in common


def _group(reading: Reading, run: NameRun, groups: dict[str, list[NameRun]]) -> str:
    """The person whose name the run is the end of, the last one named of several; else itself.

    A part of another name than a person's is never taken for it: `Sudan` is not `South Sudan`.
    """
    text = run.text
    if text in groups:
        return text
    longer = [name for name in groups if name.endswith(f" {text}")]
    before = [name for name in longer if min(each.span for each in groups[name]) < run.span]
    meant = before[-1:] if len(longer) > 1 else longer
    is_surname = meant and all(_may_be_surname(reading, each, text) for each in (run, *groups[meant[0]]))
    return meant[0] if is_surname else text


def _may_be_surname(reading: Reading, run: NameRun, surname: str) -> bool:
    """Whether neither the words of a name nor those before it speak against it being a person's."""
    names, before = (
        reading.language.names,
        _WORD_BEFORE.search(reading.text[max(0, run.span[0] - 30) : run.span[0]]),
    )
    is_part = run.text != surname and run.tokens[0].lower in names.directions
    is_where = before is not None and before[1].lower() in names.place_prepositions
    return not is_part and not is_where and kind_of(reading, [run])[0] in ("", "person")


def _name(reading: Reading, text: str, runs: list[NameRun], mentions: list[Mention]) -> UnknownName:
    first = min(runs, key=lambda run: (run.span[0] if run.text == text else len(reading.text), run.span))
    forms = Counter(run.text for run in runs)
    start, end = first.span
    within = next((m for m in mentions if start <= m.start and m.end <= end), None)
    ordered = sorted(forms.items(), key=lambda each: (-len(each[0].split()), -each[1], each[0]))
    return UnknownName(start, end, text, dict(ordered), *kind_of(reading, runs), within)


def kind_of(reading: Reading, runs: Sequence[NameRun]) -> tuple[str, str]:
    """The one kind that everything in and beside a name tells, and why; empty where that is not one."""
    found = dict(sign for run in runs for sign in _signs(reading, run))
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _signs(reading: Reading, run: NameRun) -> Iterator[tuple[str, str]]:
    """The kinds that the words of a name and those beside it tell for certain, each with the reason."""
    names, words = reading.language.names, [token.lower for token in run.tokens]
    ends = {words[-1], words[0]} if len(words) > 1 else set()
    is_body = not (names.organization_words - names.uncertain).isdisjoint(ends) or (
        len(words) > 1 and words[-1] in names.company_ends
    )
    is_place = len(words) > 1 and (words[-1] in names.place_ends or words[0] in names.place_starts)
    if is_body or (is_acronym(run) and words[0].replace(".", "") in names.body_acronyms):
        yield "organization", "a word in it is one for bodies"
    if is_place and not is_body:
        yield "place", "a word in it is one for places"
    if not run.title and is_listed_place(reading.language.tag, run.text):
        yield "place", "the Unicode locale data list it"
    if not is_body and not is_place:
        yield from _signs_beside(reading, run)


def _signs_beside(reading: Reading, run: NameRun) -> Iterator[tuple[str, str]]:
    start, end = run.span
    names = reading.language.names
    before = _WORD_BEFORE.search(reading.text[max(0, start - 30) : start])
    previous = before[1].lower() if before else ""
    is_short = len(run.tokens) <= _LONGEST_PERSON and not is_acronym(run)
    if run.title and is_short:
        yield "person", f"the title “{run.title}” stands before it"
    elif before and not before[2] and previous in names.titles | names.people_words and is_short:
        yield "person", f"“{previous}” stands before it"
    elif previous in names.body_words:
        yield "organization", f"“{previous}” stands before it"
    if len(run.tokens) > 1 and is_short and _AGE.match(reading.text, end):
        yield "person", "an age follows it"


def is_acronym(run: NameRun) -> bool:
    """Whether the run is one word of capital letters only."""
    text = run.tokens[0].text.replace(".", "")
    return len(run.tokens) == 1 and len(text) > 1 and text.isupper()
