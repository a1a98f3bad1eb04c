"""What was taken down stays down."""

from collections.abc import Iterator

from generator.check.rules.walk import rule
from generator.records.dataset import Dataset, Fault
from generator.records.kinds import path_of
from generator.records.reader import THE_DOCUMENTARY


@rule
def withdrawn_yet_there(dataset: Dataset) -> Iterator[Fault]:
    """A record that is withdrawn has no file, and is withdrawn once."""
    seen = set()
    for number, each in enumerate(dataset.documentary.withdrawn):
        path = ("withdrawn", number, "record")
        if each.ref in dataset.known:
            hint = f"delete {path_of(each.ref)}, or this entry where the record is to stand again"
            yield Fault(THE_DOCUMENTARY, path, f"{each.ref} is withdrawn and has a file again", hint)
        if each.ref in seen:
            yield Fault(THE_DOCUMENTARY, path, f"{each.ref} is withdrawn twice", "keep one of the two")
        seen.add(each.ref)
