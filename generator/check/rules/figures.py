"""Rules on figures: a number comes with all that is needed to compare it."""

from collections.abc import Iterator

from generator.analysis.origins import ASSERTING
from generator.check.rules.walk import rule
from generator.lib.numerals import numbers_in
from generator.records.dataset import Dataset, Fault
from generator.records.model import Assertion, Value
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
        value = claim.value
        if value is None or value.qualifier == "none_confirmed":
            continue
        wanted = [(name, n) for name in ("number", "min", "max") if (n := getattr(value, name)) is not None]
        for assertion in claim.assertions:
            quoted = _quoted(dataset, assertion) if assertion.stance in ASSERTING else set()
            for field, number in wanted:
                if quoted and number not in quoted:
                    has = " and ".join(f"{n:,.15g}" for n in sorted(quoted))
                    message = f"{field} is {number:,.15g}, but “{assertion.id}” quotes {has}"
                    hint = "correct the figure, or quote the words that give it"
                    yield Fault(ref, ("value", field), message, hint)


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
