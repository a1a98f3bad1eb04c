"""What may be said in one sentence: what is undisputed, disputed, contradicted, or came out slowly."""

from generator.analysis.origins import ASSERTING
from generator.analysis.standing import AGAINST, DISPUTED, asserted, contrary_claims, standing
from generator.analysis.time_order import said
from generator.lib.dates import days_apart
from generator.records.dataset import Dataset
from generator.records.model import Dating
from generator.records.refs import Ref

SLOWLY = 366
"""How many days lie at least between the accounts of what came out slowly."""


def asserting(dataset: Dataset, claim: Ref) -> frozenset[Ref]:
    """The sources that carry an assertion of the claim."""
    statements = dataset.claims[claim].assertions
    return frozenset(a.source for a in statements if a.stance in ASSERTING and a.source)


def is_undisputed(dataset: Dataset, claim: Ref) -> bool:
    """Whether several sources carry assertions of it and nothing recorded goes against it."""
    record = dataset.claims[claim]
    spoken_against = any(a.stance in AGAINST for a in record.assertions)
    contrary = any(asserted(dataset.claims[ref]) for ref in contrary_claims(dataset, claim))
    return len(asserting(dataset, claim)) > 1 and not (spoken_against or contrary or record.is_about_words)


def is_contradicted(dataset: Dataset, claim: Ref) -> bool:
    """Whether somebody asserts it and somebody denies it, takes it back or asserts the contrary."""
    return asserted(dataset.claims[claim]) and standing(dataset, claim).word in DISPUTED


def is_disputed(dataset: Dataset, question: Ref) -> bool:
    """Whether an account goes against one of the answers to the question."""
    answers = answering(dataset, question)
    against = any(a.stance in AGAINST for ref in answers for a in dataset.claims[ref].assertions)
    return against or any(is_contradicted(dataset, ref) for ref in answers)


def came_out(dataset: Dataset, question: Ref) -> tuple[Dating, Dating] | None:
    """When the first and the last dated account were given, if `SLOWLY` lies between for sure."""
    statements = [a for ref in answering(dataset, question) for a in dataset.claims[ref].assertions]
    dated = [found for a in statements if (found := said(dataset, a))]
    first = min((d for d in dated if d.edtf.latest), key=lambda d: d.edtf.latest, default=None)
    last = max((d for d in dated if d.edtf.earliest), key=lambda d: d.edtf.earliest, default=None)
    if first is None or last is None or days_apart(first.edtf, last.edtf) < SLOWLY:
        return None
    return first, last


def answering(dataset: Dataset, question: Ref) -> list[Ref]:
    """The claims that answer a question."""
    return [ref for ref, claim in dataset.claims.items() if question in {a.question for a in claim.answers}]
