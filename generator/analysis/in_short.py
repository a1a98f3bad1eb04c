"""What may be said in one sentence: what is undisputed, disputed, contradicted, or came out slowly."""

from collections.abc import Collection

from generator.analysis.origins import ASSERTING
from generator.analysis.standing import AGAINST, DISPUTED, asserted, contrary_claims, standing
from generator.analysis.voices import said
from generator.lib.dates import Edtf, days_apart
from generator.records.dataset import Dataset
from generator.records.refs import Ref

EXCLUSIVE = "exclusive"
"""Of a question: one answer at most can be so."""
_SEVERAL = frozenset({"independent_sources", "undisputed"})
"""The standings of what does not go back to one voice alone."""
SLOWLY = 366
"""How many days lie at least between the accounts of what came out slowly."""


def asserting(dataset: Dataset, claim: Ref) -> frozenset[Ref]:
    """The sources that carry an assertion of the claim."""
    statements = dataset.claims[claim].assertions
    return frozenset(a.source for a in statements if a.stance in ASSERTING and a.source)


def is_undisputed(dataset: Dataset, claim: Ref) -> bool:
    """Whether several sources, not mere repeats of one, assert it and nothing recorded goes against it.

    Against it go a denial, a doubt, a contrary claim, and another answer to a question that allows only one.
    """
    record = dataset.claims[claim]
    if record.is_about_words or any(a.stance in AGAINST for a in record.assertions):
        return False
    if len(asserting(dataset, claim)) < 2 or standing(dataset, claim).word not in _SEVERAL:
        return False
    if any(asserted(dataset, ref) for ref in contrary_claims(dataset, claim)):
        return False
    return all(
        dataset.questions[a.question].compatibility != EXCLUSIVE
        or not any(asserted(dataset, ref) for ref in dataset.answering[a.question] if ref != claim)
        for a in record.answers
        if a.question in dataset.questions
    )


def is_contradicted(dataset: Dataset, claim: Ref) -> bool:
    """Whether somebody asserts it and somebody denies it, takes it back or asserts the contrary."""
    said_so = any(a.stance in ASSERTING for a in dataset.claims[claim].assertions)
    return said_so and standing(dataset, claim).word in DISPUTED


def is_disputed(dataset: Dataset, answers: Collection[Ref]) -> bool:
    """Whether an account goes against one of these claims, the answers to a question."""
    against = any(a.stance in AGAINST for ref in answers for a in dataset.claims[ref].assertions)
    return against or any(is_contradicted(dataset, ref) for ref in answers)


def came_out(dataset: Dataset, answers: Collection[Ref]) -> tuple[Edtf, Edtf] | None:
    """When the first and the last dated account were given, if `SLOWLY` lies between for sure."""
    statements = [a for ref in answers for a in dataset.claims[ref].assertions]
    dates = [found.edtf for a in statements if (found := said(dataset, a))]
    ended = [(date.latest, date) for date in dates if date.latest]
    begun = [(date.earliest, date) for date in dates if date.earliest]
    if not ended or not begun:
        return None
    (_, first), (_, last) = min(ended, key=lambda pair: pair[0]), max(begun, key=lambda pair: pair[0])
    return (first, last) if days_apart(first, last) >= SLOWLY else None
