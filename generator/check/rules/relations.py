"""Rules on how claims stand to each other."""

from collections import defaultdict
from collections.abc import Iterator

from generator.analysis.standing import CONTRARY
from generator.check.rules.walk import rule, rule_of_the_whole
from generator.records.dataset import Dataset, Fault
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath

RESTATES = "restates"
"""The relation of two claims that say the same."""
MUTUAL = CONTRARY | {RESTATES}
"""The relations that hold both ways and are therefore written on one side only."""


@rule
def claim_related_to_itself(dataset: Dataset) -> Iterator[Fault]:
    """A claim has no relation to itself."""
    for ref, path, _, other in _relations(dataset):
        if other == ref:
            yield Fault(ref, path, "the claim is related to itself", "name the other claim, or remove this")


@rule_of_the_whole
def relation_twice(dataset: Dataset) -> Iterator[Fault]:
    """A relation between two claims is written once, on one side; the other side is computed."""
    seen: dict[tuple[str, frozenset[Ref], Ref | None], tuple[Ref, FieldPath]] = {}
    for ref, path, relation, other in _relations(dataset):
        key = (relation, frozenset({ref, other}), None if relation in MUTUAL else ref)
        first = seen.setdefault(key, (ref, path))
        if first != (ref, path):
            message = f"the relation {relation} between this claim and {other} is written twice"
            hint = "remove one" if first[0] == ref else f"{other} says it already: remove this one"
            yield Fault(ref, path, message, hint)


@rule_of_the_whole
def contrary_and_restating(dataset: Dataset) -> Iterator[Fault]:
    """Two claims cannot go against each other and restate each other, whichever side says so."""
    pairs: dict[frozenset[Ref], set[str]] = defaultdict(set)
    for ref, path, relation, other in _relations(dataset):
        said = pairs[frozenset({ref, other})]
        said.add(relation)
        if RESTATES in said and said & CONTRARY and relation in MUTUAL:
            hint = "remove one of the two relations"
            yield Fault(ref, path, f"this claim and {other} both restate and oppose each other", hint)


def _relations(dataset: Dataset) -> Iterator[tuple[Ref, FieldPath, str, Ref]]:
    for ref, claim in dataset.claims.items():
        for number, relation in enumerate(claim.relations):
            yield ref, ("relations", number, "claim"), relation.relation, relation.claim
