"""Rules on order: no chain of records leads back to where it began."""

from collections.abc import Iterable, Iterator, Mapping

from generator.check.rules.walk import rule_of_the_whole
from generator.records.dataset import Dataset, Fault
from generator.records.refs import Ref


@rule_of_the_whole
def part_of_itself(dataset: Dataset) -> Iterator[Fault]:
    """Nothing is a part of itself, however long the chain of `part_of`."""
    parents = {ref: getattr(record, "part_of", None) for ref, record in dataset.records.items()}
    steps = {ref: [parent] for ref, parent in parents.items() if parent}
    for circle in circles(steps):
        yield Fault(circle[0], ("part_of",), f"part_of {_circle(circle)}", "take one out")


@rule_of_the_whole
def before_itself(dataset: Dataset) -> Iterator[Fault]:
    """No event comes before itself, however long the chain of `after` and `before`."""
    steps = {ref: sorted(later) for ref, later in sorted(dataset.declared_later.items())}
    for circle in circles(steps):
        field = "before" if dataset.events[circle[0]].before else "after"
        yield Fault(circle[0], (field,), f"the order of events {_circle(circle)}", "take one out")


@rule_of_the_whole
def derived_from_itself(dataset: Dataset) -> Iterator[Fault]:
    """No source was made from itself, however long the chain of `derivation`."""
    steps = {ref: [d.of for d in source.derivation if d.of] for ref, source in dataset.sources.items()}
    for circle in circles(steps):
        yield Fault(circle[0], ("derivation",), f"the derivation {_circle(circle)}", "take one out")


def _circle(circle: list[Ref]) -> str:
    return f"leads in a circle: {' → '.join(map(str, [*circle, circle[0]]))}"


def circles(steps: Mapping[Ref, Iterable[Ref]]) -> Iterator[list[Ref]]:
    """Ways that lead back to where they began, walking depth first from each record along `steps`."""
    done: set[Ref] = set()
    for start in steps:
        trail = {} if start in done else {start: iter(steps[start])}
        while trail:
            here, ahead = next(reversed(trail.items()))
            step = next(ahead, None)
            if step is None:
                done.add(here)
                trail.popitem()
            elif step in trail:
                way = list(trail)
                yield way[way.index(step) :]
            elif step in steps and step not in done:
                trail[step] = iter(steps[step])
