"""Rules on claims: somebody makes them, something leads to them, and their answers are short."""

from collections.abc import Iterator

from generator.check.rules.walk import all_read, rule, rule_of_the_whole
from generator.lib.text import count
from generator.records.dataset import Dataset, Fault
from generator.records.refs import Ref

OWN_WORDING = "own_wording"
"""The basis of a statement that is its own evidence: so the source writes it."""
LONGEST_ANSWER = 6
"""Words of an answer; more do not fit the cell of a table."""


@rule
def claim_without_assertions(dataset: Dataset) -> Iterator[Fault]:
    """Every claim has at least one assertion."""
    for ref, claim in dataset.claims.items():
        if not claim.assertions:
            hint = "add who says it, and where"
            yield Fault(ref, ("assertions",), "nobody asserts or denies the claim", hint)


@rule_of_the_whole
def unreached_claim(dataset: Dataset) -> Iterator[Fault]:
    """Something leads to every claim: it answers a question or is about an event, or a role rests on it.

    The role may be that of a person, or a part in an event.
    """
    if not all_read(dataset, "person", "event"):
        return
    pointed_at = {role.claim for person in dataset.people.values() for role in person.roles}
    pointed_at |= {part.claim for event in dataset.events.values() for part in event.participants}
    for ref, claim in dataset.claims.items():
        is_of_event = any(about.kind == "event" for about in claim.about)
        if not (claim.answers or is_of_event or ref in pointed_at):
            hint = "name under about the event it belongs to, or under answers its question"
            yield Fault(ref, ("about",), "no question and no event leads to the claim", hint)


@rule_of_the_whole
def text_of_two_records(dataset: Dataset) -> Iterator[Fault]:
    """No two claims, and no two questions, say the same."""
    owners: dict[tuple[str, str], Ref] = {}
    texts = [(ref, claim.text) for ref, claim in dataset.claims.items()]
    texts += [(ref, question.text) for ref, question in dataset.questions.items()]
    for ref, text in texts:
        owner = owners.setdefault((ref.kind, text.casefold().strip(" .?!")), ref)
        if owner != ref:
            hint = (
                "make the two one: a claim holds every assertion of it" if ref.kind == "claim" else "keep one"
            )
            yield Fault(ref, ("text",), f"{owner} says the same", hint)


@rule
def words_without_kind(dataset: Dataset) -> Iterator[Fault]:
    """A claim that rests on how sources write (`own_wording`) is of the kind `spelling` or `wording`."""
    for ref, claim in dataset.claims.items():
        if not claim.is_about_words and any(a.basis == OWN_WORDING for a in claim.assertions):
            message = f"the claim rests on how sources write it, but its kind is {claim.kind}"
            hint = "write spelling (of a name) or wording (what something is called), or give another basis"
            yield Fault(ref, ("kind",), message, hint)


@rule
def long_answer(dataset: Dataset) -> Iterator[Fault]:
    """An answer to a question has at most six words."""
    for ref, claim in dataset.claims.items():
        for number, answer in enumerate(claim.answers):
            if (words := len(answer.answer.split())) > LONGEST_ANSWER:
                message = f"the answer has {count(words, 'word')}"
                hint = f"at most {LONGEST_ANSWER} fit a table: shorten it, the claim says it in full"
                yield Fault(ref, ("answers", number, "answer"), message, hint)


@rule
def question_answered_twice(dataset: Dataset) -> Iterator[Fault]:
    """A claim gives one answer to a question."""
    for ref, claim in dataset.claims.items():
        questions = [answer.question for answer in claim.answers]
        for number, question in enumerate(questions):
            if question in questions[:number]:
                hint = "keep one answer; another answer is another claim"
                yield Fault(ref, ("answers", number, "question"), f"it answers {question} twice", hint)
