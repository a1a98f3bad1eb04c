"""What cited prose may quote: the words that a record gives as those of a source."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.analysis.quotations import PRINTED, WORDS, addressed
from generator.evidence.normalise import plain
from generator.evidence.words import is_boundary
from generator.lib.groups import grouped
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim, Event, Evidence, Quote, Source
from generator.records.refs import Ref

_PHRASE = re.compile("“([^“”]+)”")


def by_source(dataset: Dataset) -> Mapping[Ref, list[Evidence]]:
    """The evidence of all records by the source that it is taken from."""
    every = (each for ref, record in dataset.records.items() for _, _, each in addressed(ref, record))
    return grouped((evidence.source, evidence) for evidence in every)


def quotes(dataset: Dataset, ref: Ref, part: str, taken: Sequence[Evidence]) -> list[Quote]:
    """The quotations of the evidence that a citation of the record, or of the `part` of it, leads to.

    Of a source they are those that any record quotes from its paragraph `part`: `taken` is the evidence of
    all records that is taken from it.
    """
    record = dataset.records.get(ref)
    if isinstance(record, Claim):
        there = [e for each in record.assertions if part in ("", each.id) for e in each.evidence]
    elif isinstance(record, Event):
        there = record.evidence
    else:
        there = [each for each in taken if part in ("", each.paragraph)]
    return [evidence.quote for evidence in there if evidence.quote]


def quotable(dataset: Dataset, ref: Ref, part: str = "", taken: Sequence[Evidence] = ()) -> list[str]:
    """The words of sources that the record holds and the lock proves.

    Of a claim those of the statement `part`, of a source those in the reading note of the paragraph `part`
    and those that any record quotes from there (`taken`, as in `quotes`); without a part those of all
    statements or paragraphs. None where there is no such record or part.
    """
    record = dataset.records.get(ref)
    found = [quote.exact for quote in quotes(dataset, ref, part, taken)]
    if isinstance(record, Claim):
        statements = [each for each in record.assertions if part in ("", each.id)]
        return [*found, *(words for each in statements for words in _of_statement(each))]
    if isinstance(record, Event):
        return [*found, *_PHRASE.findall(record.description)]
    if isinstance(record, Source):
        return list(dict.fromkeys([*_of_source(record, part), *found]))
    return []


def _of_statement(statement: Assertion) -> list[str]:
    return [words for field in WORDS if (words := getattr(statement, field))]


def _of_source(source: Source, part: str) -> Iterator[str]:
    for field, paragraph in PRINTED.items():
        if part in ("", paragraph or "standfirst", "title") and (words := getattr(source, field)):
            yield words
    for note in source.notes:
        if part in ("", note.label):
            yield from _PHRASE.findall(note.text)


def stands_in(words: str, quotation: str) -> bool:
    """Whether the words stand whole in the quotation, letter for letter but for what quotations fold."""
    wanted, text = plain(words), plain(quotation)
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        if is_boundary(text, at) and is_boundary(text, at + len(wanted)):
            return True
        at = text.find(wanted, at + 1)
    return False
