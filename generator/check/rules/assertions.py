"""Rules on assertions: who says it, and where that stands."""

from collections.abc import Iterator

from generator.analysis.quotations import WORDS
from generator.analysis.voices import in_own_voice
from generator.check.rules.walk import rule
from generator.evidence.leaks import RUN
from generator.records.dataset import Dataset, Fault
from generator.records.model import Assertion
from generator.records.model.claim import UNNAMED
from generator.records.refs import Ref
from generator.records.yamlfile import FieldPath


def assertions(dataset: Dataset) -> Iterator[tuple[Ref, FieldPath, Assertion]]:
    """Every assertion with its claim and its place there."""
    for ref, claim in dataset.claims.items():
        for number, assertion in enumerate(claim.assertions):
            yield ref, ("assertions", number), assertion


@rule
def assertion_without_evidence(dataset: Dataset) -> Iterator[Fault]:
    """Every assertion rests on at least one passage of a source."""
    for ref, path, assertion in assertions(dataset):
        if not assertion.evidence:
            hint = "name the source and the paragraph that carry it"
            yield Fault(ref, (*path, "evidence"), f"the assertion “{assertion.id}” has no evidence", hint)


@rule
def evidence_in_two_sources(dataset: Dataset) -> Iterator[Fault]:
    """All passages of one assertion stand in one source; the same words in another are another assertion."""
    for ref, path, assertion in assertions(dataset):
        for number, evidence in enumerate(assertion.evidence):
            if evidence.source != assertion.source:
                message = (
                    f"the assertion “{assertion.id}” rests on {assertion.source} and on {evidence.source}"
                )
                hint = "make it two assertions, one for each source"
                yield Fault(ref, (*path, "evidence", number, "source"), message, hint)


@rule
def assertion_id_twice(dataset: Dataset) -> Iterator[Fault]:
    """Each assertion of a claim has an id of its own, for its permalink."""
    seen: set[tuple[Ref, str]] = set()
    for ref, path, assertion in assertions(dataset):
        if (ref, assertion.id) in seen:
            message = f"two assertions have the id “{assertion.id}”"
            yield Fault(ref, (*path, "id"), message, "give each its own, such as speaker and outlet")
        seen.add((ref, assertion.id))


@rule
def long_words_of_a_source(dataset: Dataset) -> Iterator[Fault]:
    """A name, a description and a hedge stand beside the speaker everywhere, too short for an excerpt."""
    for ref, path, assertion in assertions(dataset):
        for field in WORDS:
            if (number := len((getattr(assertion, field) or "").split())) >= RUN:
                hint = "give fewer of the source's words here, and quote the others as evidence"
                yield Fault(ref, (*path, field), f"{number} words: at most {RUN - 1} stand here", hint)


@rule
def unnamed_speaker(dataset: Dataset) -> Iterator[Fault]:
    """An unnamed speaker is described as the source does (`described_as`) and has no `as_named`."""
    for ref, path, assertion in assertions(dataset):
        if assertion.speaker != UNNAMED:
            continue
        if not assertion.described_as:
            hint = "give the source's description, such as “a senior official”, in described_as"
            yield Fault(ref, path, "the unnamed speaker is not described", hint)
        if assertion.as_named:
            hint = "remove as_named, or name the speaker"
            yield Fault(ref, (*path, "as_named"), "an unnamed speaker has no name in the source", hint)


@rule
def record_of_a_named_speaker(dataset: Dataset) -> Iterator[Fault]:
    """Only an unnamed speaker has a `record`; a named one is the record that `speaker` gives."""
    for ref, path, assertion in assertions(dataset):
        if assertion.speaker_ref and assertion.record:
            hint = "remove record; where the source gives no name, write speaker: unnamed"
            yield Fault(ref, (*path, "record"), "the speaker is named, and has a record beside it", hint)


@rule
def speaker_as_named(dataset: Dataset) -> Iterator[Fault]:
    """A person or organization that a source quotes has `as_named`, the name as that source spells it.

    Where the speaker is the article's own author or publisher it may be left out.
    """
    sources = dataset.sources
    for ref, path, assertion in assertions(dataset):
        speaker, source = assertion.speaker_ref, assertion.source
        if speaker is None or source is None or speaker.kind == "source" or assertion.as_named:
            continue
        if source in sources and not in_own_voice(assertion, sources[source]):
            hint = f"give in as_named the name as {source} spells it"
            yield Fault(ref, path, f"it is not said how the source names {speaker}", hint)
