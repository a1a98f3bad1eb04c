"""Rules on figures: a number comes with all that is needed to compare it."""

from collections.abc import Iterator

from generator.analysis.origins import ASSERTING
from generator.check.rules.walk import rule
from generator.lib.numerals import TABLES, numbers_in
from generator.records.dataset import Dataset, Fault
from generator.records.model import Assertion, Claim, Value
from generator.records.problems import Problem
from generator.records.refs import Ref

FIGURE = "figure"
"""The kind of claim that is a number."""
_NEEDED = {
    "unit": "say what is counted, such as people",
    "scope": "say of what and where, so that only like is compared",
    "as_of": "give the date for which the number is given",
}


@rule
def figure_without_value(dataset: Dataset) -> Iterator[Fault]:
    """A claim of the kind `figure` has a `value`."""
    for ref, claim in dataset.claims.items():
        if claim.kind == FIGURE and claim.value is None:
            hint = "give number, unit, scope, qualifier and as_of"
            yield Fault(ref, ("value",), "the claim is a figure but has no value", hint)


@rule
def incomplete_figure(dataset: Dataset) -> Iterator[Fault]:
    """A figure has a unit, a scope, the date it is given for, and either one number or a range."""
    for ref, claim in dataset.claims.items():
        if claim.value is None:
            continue
        for field, hint in _NEEDED.items():
            if getattr(claim.value, field) is None:
                yield Fault(ref, ("value", field), f"the figure has no {field}", hint)
        yield from _number(ref, claim.value)


@rule
def figure_against_quotation(dataset: Dataset) -> Iterator[Fault]:
    """A figure is the one that is quoted, in words or digits, wherever the quotation has a number at all."""
    for ref, claim in dataset.claims.items():
        for assertion in claim.assertions if claim.value else ():
            quoted = _quoted(dataset, assertion) if assertion.stance in ASSERTING else set()
            for field, told in _others(claim, quoted):
                message = told.format(f"“{assertion.id}” quotes")
                hint = "correct the figure, or quote the words that give it"
                yield Fault(ref, ("value", field), message, hint)


def perhaps_another(dataset: Dataset) -> list[Problem]:
    """The figures that are not in the text of their claim, where it has a number at all.

    A text may say the same without a number; so this is no fault. The dates of figures are not looked at:
    what a text has may be the day of the event, and theirs that of a report.
    """
    language = dataset.documentary.language
    if language.split("-")[0].lower() not in TABLES:
        return []
    hint = "correct the one that is wrong, unless the text counts something else"
    return [
        dataset.problem(Fault(ref, ("value", field), told.format("the text of the claim says"), hint))
        for ref, claim in dataset.claims.items()
        for field, told in _others(claim, numbers_in(claim.text, language))
    ]


def _others(claim: Claim, written: set[float]) -> Iterator[tuple[str, str]]:
    """The numbers of a figure that are not `written`, where any are: field, and what is told of it."""
    value = claim.value
    if value is None or value.qualifier == "none_confirmed" or not written:
        return
    for field in ("number", "min", "max"):
        if (number := getattr(value, field)) is not None and number not in written:
            has = " and ".join(f"{n:,.15g}" for n in sorted(written))
            yield field, f"{field} is {number:,.15g}, but {{}} {has}"


def _quoted(dataset: Dataset, assertion: Assertion) -> set[float]:
    """The numbers in all that an assertion quotes."""
    source = dataset.sources.get(assertion.source) if assertion.source else None
    language = source.language if source else dataset.documentary.language
    quotes = [each.quote.exact for each in assertion.evidence if each.quote]
    return {number for quote in quotes for number in numbers_in(quote, language)}


def _number(ref: Ref, value: Value) -> Iterator[Fault]:
    hint = "give number, or min and max, or one of these"
    ranged = value.min is not None or value.max is not None
    if value.number is None and not ranged:
        yield Fault(ref, ("value", "number"), "the figure has no number", hint)
    elif value.number is not None and ranged:
        yield Fault(ref, ("value", "number"), "the figure is both one number and a range", hint)
    if value.min is not None and value.max is not None and value.min > value.max:
        message = f"the range runs from {value.min:,.15g} down to {value.max:,.15g}"
        yield Fault(ref, ("value", "min"), message, "write the smaller number under min")
