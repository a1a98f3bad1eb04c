"""Rules on the front page: what the documentary says there of its records is borne out by them."""

from collections.abc import Callable, Iterator

from generator.analysis.in_short import came_out, is_contradicted, is_disputed, is_undisputed
from generator.check.rules.walk import all_read, rule, rule_of_the_whole
from generator.evidence.visible import pairs
from generator.lib.text import count, did_you_mean
from generator.records.cited import read_cited
from generator.records.dataset import Dataset, Fault
from generator.records.model import ClaimInShort, QuestionInShort
from generator.records.reader import THE_DOCUMENTARY
from generator.records.refs import Ref


@rule_of_the_whole
def not_borne_out(dataset: Dataset) -> Iterator[Fault]:
    """What the front page says in two minutes follows from the record that it names."""
    told = dataset.documentary.in_two_minutes
    if told is None or not all_read(dataset, "claim", "event"):
        return
    claims: list[tuple[str, ClaimInShort | None, Callable[[Dataset, Ref], object], str]] = [
        (
            "undisputed",
            told.undisputed,
            is_undisputed,
            "is not asserted by several sources with nobody against it",
        ),
        ("contradicted", told.contradicted, is_contradicted, "is not both asserted and contradicted"),
    ]
    for name, claim, holds, wrong in claims:
        if claim and claim.claim in dataset.claims and not holds(dataset, claim.claim):
            yield _fault(name, claim.claim, wrong)
    questions: list[tuple[str, QuestionInShort | None, Callable[[Dataset, list[Ref]], object], str]] = [
        ("disputed", told.disputed, is_disputed, "has no account that goes against another"),
        (
            "came_out_slowly",
            told.came_out_slowly,
            came_out,
            "has no dated accounts that lie more than a year apart",
        ),
    ]
    for name, question, bears, wrong in questions:
        if question and not bears(dataset, dataset.answering.get(question.question, [])):
            yield _fault(name, question.question, wrong)


def _fault(name: str, ref: Ref, wrong: str) -> Fault:
    field = ("in_two_minutes", name, ref.kind)
    return Fault(THE_DOCUMENTARY, field, f"{ref} {wrong}", f"name another {ref.kind}")


@rule
def voice_without_words(dataset: Dataset) -> Iterator[Fault]:
    """A voice on the front page is a statement with a quotation, and leads to a question."""
    for number, voice in enumerate(dataset.documentary.voices):
        claim = dataset.claims.get(voice.claim)
        if claim is None:
            continue
        statement = next((a for a in claim.assertions if a.id == voice.statement), None)
        if statement is None:
            ids = [a.id for a in claim.assertions]
            hint = did_you_mean(voice.statement, ids) or f"its statements are {', '.join(ids)}"
            message = f"{voice.claim} has no statement “{voice.statement}”"
            yield Fault(THE_DOCUMENTARY, ("voices", number, "statement"), message, hint)
        elif not any(e.quote for e in statement.evidence):
            message = f"the statement “{voice.statement}” has no quotation"
            yield Fault(THE_DOCUMENTARY, ("voices", number, "statement"), message, "name one that has")
        elif voice.question is None and not claim.answers:
            message = f"{voice.claim} answers no question"
            yield Fault(THE_DOCUMENTARY, ("voices", number), message, "give the question that it leads to")


BRIEF = (3, 15)
"""How few and how many sentences the story in brief may have."""
_IN_CAST = 3
"""How many sentences may tell who somebody is."""


@rule
def brief_out_of_bounds(dataset: Dataset) -> Iterator[Fault]:
    """The story in brief is a few sentences, each an entry of its own; so few tell of each of the cast."""
    brief, (fewest, most) = dataset.documentary.brief, BRIEF
    if brief and not fewest <= len(brief) <= most:
        message = f"the story in brief has {count(len(brief), 'sentence')}"
        yield Fault(THE_DOCUMENTARY, ("brief",), message, f"write {fewest} to {most}; 10 to 12 read best")
    for number, text in enumerate(brief):
        if (has := _sentences(dataset, text)) > 1:
            message = f"{count(has, 'sentence')} stand here in one entry"
            yield Fault(THE_DOCUMENTARY, ("brief", number), message, "give each an entry of its own")
    for number, member in enumerate(dataset.documentary.cast):
        if (has := _sentences(dataset, member.text)) > _IN_CAST:
            message = f"{count(has, 'sentence')} tell who {member.entity} is"
            yield Fault(THE_DOCUMENTARY, ("cast", number, "text"), message, "leave the rest to its page")


def _sentences(dataset: Dataset, text: str) -> int:
    return len(list(read_cited(text, dataset.documentary.language).sentences))


@rule
def cast_twice(dataset: Dataset) -> Iterator[Fault]:
    """Nobody stands in the cast twice, and no role there quotes: nothing can be cited beside it."""
    seen: set[Ref] = set()
    for number, member in enumerate(dataset.documentary.cast):
        if member.entity in seen:
            message = f"{member.entity} stands in the cast already"
            yield Fault(THE_DOCUMENTARY, ("cast", number, "entity"), message, "take it out once")
        seen.add(member.entity)
        if pair := next(pairs(member.role), None):
            message = f"{pair[0]} is quoted where nothing can be cited"
            hint = "say it in other words, and quote it in the text"
            yield Fault(THE_DOCUMENTARY, ("cast", number, "role"), message, hint)


@rule
def question_in_two_groups(dataset: Dataset) -> Iterator[Fault]:
    """A question stands in one group, once."""
    seen: set[Ref] = set()
    for number, group in enumerate(dataset.documentary.groups):
        for place, question in enumerate(group.questions):
            if question in seen:
                message = f"{question} stands in a group already"
                yield Fault(
                    THE_DOCUMENTARY, ("groups", number, "questions", place), message, "take it out of one"
                )
            seen.add(question)
