"""Rules on questions: they have positions, and silence is silence."""

from collections import defaultdict
from collections.abc import Iterator

from generator.check.rules.walk import all_read, rule_of_the_whole
from generator.lib.text import count
from generator.records.dataset import Dataset, Fault
from generator.records.model import Claim
from generator.records.refs import Ref


@rule_of_the_whole
def question_without_positions(dataset: Dataset) -> Iterator[Fault]:
    """At least two claims answer a question."""
    if not all_read(dataset, "claim"):
        return
    positions = _positions(dataset)
    for ref in dataset.questions:
        if (number := len(positions[ref])) < 2:
            hint = "a question needs two answers: name it under answers of another claim, or withdraw it"
            yield Fault(ref, (), f"{count(number, 'claim answers', 'claims answer')} the question", hint)


@rule_of_the_whole
def silent_yet_cited(dataset: Dataset) -> Iterator[Fault]:
    """A source that is silent on a question carries none of its positions."""
    positions = _positions(dataset)
    for ref, question in dataset.questions.items():
        carriers = {a.source: claim for claim, record in positions[ref].items() for a in record.assertions}
        for number, source in enumerate(question.silent):
            if source in carriers:
                message = f"{source} is not silent: it carries {carriers[source]}"
                yield Fault(ref, ("silent", number), message, "take it out of silent")


def _positions(dataset: Dataset) -> dict[Ref, dict[Ref, Claim]]:
    found: dict[Ref, dict[Ref, Claim]] = defaultdict(dict)
    for ref, claim in dataset.claims.items():
        for answer in claim.answers:
            found[answer.question][ref] = claim
    return found
