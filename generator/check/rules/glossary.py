"""Rules on the glossary: each word is explained once, and none that has a page of its own."""

from collections.abc import Iterator

from generator.analysis.prose import plain
from generator.analysis.quotable import Held, by_source, quotable, why_not
from generator.check.rules.walk import rule, rule_of_the_whole
from generator.evidence.visible import pairs
from generator.records.dataset import Dataset, Fault
from generator.records.model import Term
from generator.records.reader import THE_GLOSSARY
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath


def _forms(dataset: Dataset) -> Iterator[tuple[Term, FieldPath, str]]:
    """Every form of every term, with its place in the file."""
    for number, term in enumerate(dataset.glossary):
        yield term, (number, "term"), term.term
        for place, form in enumerate(term.also):
            yield term, (number, "also", place), form


@rule
def term_twice(dataset: Dataset) -> Iterator[Fault]:
    """A form stands in the glossary once, whatever its capitals, and no two terms share an address."""
    owners: dict[str, Term] = {}
    for term, path, form in _forms(dataset):
        if owner := owners.get(form.casefold()):
            message = f"“{form}” is a form of “{owner.term}” already"
            yield Fault(THE_GLOSSARY, path, message, "keep one of the two")
        owners.setdefault(form.casefold(), term)
    addresses: dict[Ref, Term] = {}
    for number, term in enumerate(dataset.glossary):
        owner = addresses.setdefault(term.ref, term)
        if owner is not term and owner.term.casefold() != term.term.casefold():
            message = f"its place in the glossary, #{term.ref.id}, is that of “{owner.term}”"
            yield Fault(THE_GLOSSARY, (number, "term"), message, "write the term in other letters or digits")


@rule
def term_not_found(dataset: Dataset) -> Iterator[Fault]:
    """A form begins with a letter or a digit: only such are found in prose."""
    for _, path, form in _forms(dataset):
        if not form[:1].isalnum():
            message = f"“{form}” does not begin with a letter or a digit: it is found nowhere"
            yield Fault(THE_GLOSSARY, path, message, "write the word alone")


@rule_of_the_whole
def unproven_explanation(dataset: Dataset) -> Iterator[Fault]:
    """What a term's text quotes stands, letter for letter, in a quotation of its record."""
    taken = by_source(dataset)
    for number, term in enumerate(dataset.glossary):
        said = Held(plain(term.text), dataset.documentary.language)
        for pair in pairs(said.words):
            if term.record in dataset.known - dataset.records.keys():
                continue
            held = quotable(dataset, term.record, taken=taken.get(term.record, ())) if term.record else []
            reasons = [why_not(pair[0][1:-1], each, said, pair.start() + 1) for each in held]
            if None not in reasons:
                absent = f"is not in what {term.record or 'the record of a term'} quotes"
                message = f"{pair[0]} {next(filter(None, reasons), absent)}"
                hint = "say it in other words, or give as record a claim, an event or a source that quotes it"
                yield Fault(THE_GLOSSARY, (number, "text"), message, hint)


@rule_of_the_whole
def term_is_a_name(dataset: Dataset) -> Iterator[Fault]:
    """No form is the name of a person, an organization or a place: names lead to the pages of these."""
    names = {
        form.casefold(): ref
        for ref, entity in dataset.entities.items()
        for form in (entity.name_, *(name.text for name in entity.names))
        if form
    }
    for _, path, form in _forms(dataset):
        if owner := names.get(form.casefold()):
            message = f"“{form}” is a name of {owner}, and leads to its page"
            yield Fault(THE_GLOSSARY, path, message, "explain the word there, in the description")
