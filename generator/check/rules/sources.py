"""Rules on sources: what they were made from, and that they have been read."""

from collections.abc import Iterator

from generator.check.rules.walk import rule
from generator.lib.dates import certainly_before, plain
from generator.records.dataset import Dataset, Fault


@rule
def derivation_parent(dataset: Dataset) -> Iterator[Fault]:
    """A derivation names one parent: `of` for a source of this archive, or `stub` for one we do not hold."""
    for ref, source in dataset.sources.items():
        for number, derivation in enumerate(source.derivation):
            hint = "give of for a source of this archive, or stub for one we hold no copy of"
            if derivation.of and derivation.stub:
                message = "the derivation has both of and stub"
                yield Fault(ref, ("derivation", number, "stub"), message, hint)
            elif not derivation.of and not derivation.stub:
                yield Fault(ref, ("derivation", number), "the derivation names no parent", hint)


@rule
def older_than_its_parent(dataset: Dataset) -> Iterator[Fault]:
    """A source was not published before what it was made from."""
    for ref, source in dataset.sources.items():
        if source.published is None:
            continue
        own = source.published.edtf
        for number, derivation in enumerate(source.derivation):
            parent = (dataset.sources.get(derivation.of) if derivation.of else None) or derivation.stub
            published = parent.published.edtf if parent and parent.published else None
            if published and certainly_before(own, published):
                message = f"published {plain(own)}, before what it was made from: {plain(published)}"
                hint = "fix one of the two dates, or turn the derivation around"
                yield Fault(ref, ("derivation", number), message, hint)


@rule
def source_without_notes(dataset: Dataset) -> Iterator[Fault]:
    """Every source has reading notes."""
    for ref, source in dataset.sources.items():
        if not source.notes:
            hint = "below the front matter write for each paragraph what it says, from [p1] on"
            yield Fault(ref, (), "the source has no reading notes", hint)
