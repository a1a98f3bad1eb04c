"""What cited prose may quote: the words that a record gives as those of a source."""

import re
from collections.abc import Iterator

from generator.analysis.quotations import PRINTED, WORDS, addressed
from generator.evidence.normalise import plain
from generator.evidence.words import is_boundary
from generator.records.dataset import Dataset
from generator.records.model import Assertion, Claim, Event, Source
from generator.records.refs import Ref

_PHRASE = re.compile("“([^“”]+)”")


def quotable(dataset: Dataset, ref: Ref, part: str = "") -> list[str]:
    """The words of sources that the record holds and the lock proves, in the order of the record.

    Of a claim those of the statement `part`, of a source those in the reading note of the paragraph `part`;
    without a part those of all statements or notes. None where there is no such record or part.
    """
    record = dataset.records.get(ref)
    if isinstance(record, Claim):
        statements = [each for each in record.assertions if part in ("", each.id)]
        return [words for each in statements for words in _of_statement(each)]
    if isinstance(record, Event):
        quotes = [evidence.quote.exact for _, _, evidence in addressed(ref, record) if evidence.quote]
        return [*quotes, *_PHRASE.findall(record.description)]
    if isinstance(record, Source):
        return list(_of_source(record, part))
    return []


def _of_statement(statement: Assertion) -> list[str]:
    quotes = [evidence.quote.exact for evidence in statement.evidence if evidence.quote]
    return [*quotes, *(words for field in WORDS if (words := getattr(statement, field)))]


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
