"""What cited prose may quote: the words that a record gives as those of a source."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.analysis.quotations import PRINTED, WORDS, addressed
from generator.evidence.article import Article
from generator.evidence.boundaries import parted
from generator.evidence.hedges import left_out
from generator.evidence.normalise import plain
from generator.evidence.pieces import as_printed
from generator.evidence.words import is_boundary
from generator.lib.groups import grouped
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim, Event, Evidence, Quote, Source
from generator.records.refs import Ref

_PHRASE = re.compile("“([^“”]+)”")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_BRACKETS = re.compile(r"[\[\]…]")


class Held(NamedTuple):
    """Words, such as those of a source that a record holds, and the language (BCP 47) that they are in."""

    words: str
    language: str


def by_source(dataset: Dataset) -> Mapping[Ref, list[Evidence]]:
    """The evidence of all records by the source that it is taken from."""
    every = (each for ref, record in dataset.records.items() for _, _, each in addressed(ref, record))
    return grouped((evidence.source, evidence) for evidence in every)


def quotes(dataset: Dataset, ref: Ref, part: str, taken: Sequence[Evidence]) -> list[Quote]:
    """The quotations of the evidence that a citation of the record, or of the `part` of it, leads to.

    Of a source they are those that any record quotes from its paragraph `part`: `taken` is the evidence of
    all records that is taken from it.
    """
    return [quote for evidence in _evidence(dataset, ref, part, taken) if (quote := evidence.quote)]


def _evidence(dataset: Dataset, ref: Ref, part: str, taken: Sequence[Evidence]) -> list[Evidence]:
    record = dataset.records.get(ref)
    if isinstance(record, Claim):
        return [e for each in record.assertions if part in ("", each.id) for e in each.evidence]
    if isinstance(record, Event):
        return record.evidence
    return [each for each in taken if part in ("", each.paragraph)]


def quotable(dataset: Dataset, ref: Ref, part: str = "", taken: Sequence[Evidence] = ()) -> list[Held]:
    """The words of sources that the record holds and the lock proves.

    Of a claim those of the statement `part`, of a source those in the reading note of the paragraph `part`
    and those that any record quotes from there (`taken`, as in `quotes`); without a part those of all
    statements or paragraphs. None where there is no such record or part.
    """
    record = dataset.records.get(ref)
    there = _evidence(dataset, ref, part, taken)
    found = [_held(dataset, each.source, each.quote.exact) for each in there if each.quote]
    if isinstance(record, Claim):
        statements = [each for each in record.assertions if part in ("", each.id)]
        return [*found, *(held for each in statements for held in _of_statement(dataset, each))]
    if isinstance(record, Event):
        own = dataset.documentary.language
        return [*found, *(Held(words, own) for words in _PHRASE.findall(record.description))]
    if isinstance(record, Source):
        its = (Held(words, record.language) for words in _of_source(record, part))
        return list(dict.fromkeys([*its, *found]))
    return []


def _held(dataset: Dataset, source: Ref, words: str) -> Held:
    known = dataset.sources.get(source)
    return Held(words, known.language if known else dataset.documentary.language)


def _of_statement(dataset: Dataset, statement: Assertion) -> Iterator[Held]:
    for field in WORDS:
        if statement.evidence and (words := getattr(statement, field)):
            yield _held(dataset, statement.evidence[0].source, words)


def _of_source(source: Source, part: str) -> Iterator[str]:
    for field, paragraph in PRINTED.items():
        if part in ("", paragraph or "standfirst", "title") and (words := getattr(source, field)):
            yield words
    for note in source.notes:
        if part in ("", note.label):
            yield from _PHRASE.findall(note.text)


def stands_in(words: str, quotation: str) -> bool:
    """Whether the words stand whole in the quotation, letter for letter but for what quotations fold."""
    return any(_places(_printed(words), _printed(quotation)))


def why_not(words: str, held: Held, said: Held, at: int) -> str | None:
    """Why the text `said`, which has the words at offset `at`, may not quote them of what is held.

    None where it may; empty where they do not stand there. It may where they part no number, are not in
    brackets (such words are the editors' own), and leave out no negation and no hedge that bears on them, or
    the text has one of its own that does.
    """
    text = _printed(held.words)
    own = [found.span() for found in _BRACKETED.finditer(text)]
    reason = ""
    for start, end in _places(_printed(words), text):
        wholes = (parted(text, cut, held.language) for cut in (start, end))
        source = _article(Held(_BRACKETS.sub(" ", text), held.language))
        missing = left_out(source, (start, end), _article(said), (at, at + len(words)))
        if any(a < start < b or a < end < b or a <= start < end <= b for a, b in own):
            reason = reason or "stands there in brackets, as words of the editors"
        elif whole := next(filter(None, wholes), ""):
            reason = reason or f"takes only a part of “{whole}”"
        elif missing:
            first = missing[0]
            reason = reason or f"leaves out the {first.kind} “{first.word}” just {first.place} it"
        else:
            return None
    return reason


def _article(text: Held) -> Article:
    return Article({"p1": text.words}, text.language)


def _printed(words: str) -> str:
    return plain(as_printed(words))


def _places(wanted: str, text: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        if is_boundary(text, at) and is_boundary(text, end):
            yield at, end
        at = text.find(wanted, at + 1)
