"""What the archive does not cover yet: for editors, who decide what to do about it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.analysis.quotations import addressed
from generator.analysis.standing import Standing, standing
from generator.records.cited import read_cited
from generator.records.dataset import Dataset
from generator.records.markdownfile import FRONT
from generator.records.model import Cited, leaves
from generator.records.refs import Ref


@dataclass(frozen=True)
class Coverage:
    """The gaps of an archive.

    `paragraphs` are the labels of each source that neither evidence nor the story cites, without those of
    declared gaps; `unnoted` tells of each source with
    paragraphs that have no reading note how many have one, and of how many that we know; `roleless` people
    without public role; `single` claims that rest on one origin or none; `unchecked` the sources of each
    question that neither answer it nor are named silent; `unproven` people, organizations and places of whose
    name no form stands in the copies held, None where nobody has counted.
    """

    paragraphs: dict[Ref, list[str]]
    unnoted: dict[Ref, tuple[int, int]]
    roleless: list[Ref]
    single: list[Ref]
    unchecked: dict[Ref, list[Ref]]
    unproven: list[Ref] | None


def coverage(dataset: Dataset, known: Callable[[Ref], Standing] | None = None) -> Coverage:
    """Find the gaps of a dataset; `known` gives the standing of a claim where that is known."""
    return Coverage(
        _uncited(dataset),
        {ref: found for ref in dataset.sources if (found := noted(dataset, ref))[0] < found[1]},
        [ref for ref, person in dataset.people.items() if not person.roles],
        [
            ref
            for ref, claim in dataset.claims.items()
            if not claim.is_about_words and (known(ref) if known else standing(dataset, ref)).origins < 2
        ],
        _unchecked(dataset),
        _in_no_text(dataset),
    )


def body(dataset: Dataset, ref: Ref) -> list[str]:
    """The labels of what stands below the title of a source, in order, as far as we know them.

    They are those of the copy that its quotations were verified with; without one, those of the notes and of
    the gaps that are declared between them.
    """
    source, locked = dataset.sources[ref], dataset.lock.sources if dataset.lock else {}
    if ref.id in locked and locked[ref.id].blocks:
        return [label for label in locked[ref.id].blocks if label not in FRONT]
    told = [(note.line, [note.label]) for note in source.notes if note.label not in FRONT]
    told += [(gap.line, gap.labels) for gap in source.gaps]
    return [label for _line, labels in sorted(told) for label in labels]


def noted(dataset: Dataset, ref: Ref) -> tuple[int, int]:
    """On how many paragraphs of a source there are reading notes, and of how many that we know."""
    labels = {note.label for note in dataset.sources[ref].notes}
    paragraphs = [label for label in body(dataset, ref) if label.startswith("p")]
    return len(labels.intersection(paragraphs)), len(paragraphs)


def _uncited(dataset: Dataset) -> dict[Ref, list[str]]:
    cited: dict[Ref, set[str]] = defaultdict(set)
    for ref, record in dataset.records.items():
        for _, _, evidence in addressed(ref, record):
            cited[evidence.source].add(evidence.paragraph)
    for _told_in, _field, source, label in in_the_story(dataset):
        cited[source].add(label)
    for ref, record in dataset.sources.items():
        cited[ref].update(label for gap in record.gaps for label in gap.labels)
    gaps = {
        ref: [label for label in body(dataset, ref) if label.startswith("p") and label not in cited[ref]]
        for ref in dataset.sources
    }
    return {ref: labels for ref, labels in gaps.items() if labels}


def in_the_story(dataset: Dataset) -> Iterator[tuple[Ref | None, str, Ref, str]]:
    """Every paragraph of a source that the story cites: the chapter and the field, the source, the label.

    Without a chapter it is a text of the documentary's own: of its brief or cast.
    """
    for ref, record in [*dataset.chapters.items(), (None, dataset.documentary)]:
        for path, value in leaves(record):
            if isinstance(value, Cited):
                for link in read_cited(value, dataset.documentary.language).links:
                    if link.ref and link.ref.kind == "source" and link.part:
                        yield ref, str(path[0]), link.ref, link.part


def runs(labels: Iterable[str]) -> list[tuple[str, str]]:
    """The first and the last of each run of labels whose numbers follow each other."""
    found: list[tuple[str, str]] = []
    for label in labels:
        if found and label == f"{found[-1][1][0]}{int(found[-1][1][1:]) + 1}":
            found[-1] = found[-1][0], label
        else:
            found.append((label, label))
    return found


def _unchecked(dataset: Dataset) -> dict[Ref, list[Ref]]:
    heard: dict[Ref, set[Ref]] = defaultdict(set)
    for claim in dataset.claims.values():
        sources = {a.source for a in claim.assertions if a.source}
        for answer in claim.answers:
            heard[answer.question] |= sources
    for ref, question in dataset.questions.items():
        heard[ref] |= set(question.silent)
    gaps = {
        ref: [source for source in dataset.sources if source not in heard[ref]] for ref in dataset.questions
    }
    return {ref: sources for ref, sources in gaps.items() if sources}


def _in_no_text(dataset: Dataset) -> list[Ref] | None:
    if dataset.lock is None:
        return None
    found = {name for names in dataset.lock.names.values() for name in names}
    return [
        ref
        for ref, entity in dataset.entities.items()
        if entity.name_ and not found & set(entity.printed_forms)
    ]
