"""Rules on names and addresses: a record has one name, and no name or old address leads to two records."""

from collections.abc import Iterator

from generator.check.rules.walk import rule, rule_of_the_whole
from generator.records.dataset import Dataset, Fault
from generator.records.model import Entity, Person, Source
from generator.records.refs import Ref

_TWO_OR_ONE = "if they are two, each names the other under different_from; else make the two records one"


@rule
def one_name(dataset: Dataset) -> Iterator[Fault]:
    """A source has either a `title` or a `supplied_title`.

    So have people, organizations and places either a `name` or a `supplied_name`.
    """
    for ref, record in dataset.records.items():
        if isinstance(record, Source):
            yield from _one_of(ref, "title", record.title, record.supplied_title)
        elif isinstance(record, Entity):
            yield from _one_of(ref, "name", record.name_, record.supplied_name)


def _one_of(ref: Ref, field: str, own: str | None, supplied: str | None) -> Iterator[Fault]:
    if own and supplied:
        hint = f"keep {field} where a source gives it, else supplied_{field}"
        yield Fault(ref, (f"supplied_{field}",), f"both {field} and supplied_{field} are given", hint)
    elif not own and not supplied:
        hint = f"give the {field} as printed, or our own words in supplied_{field}"
        yield Fault(ref, (), f"neither {field} nor supplied_{field} is given", hint)


@rule_of_the_whole
def name_of_two_people(dataset: Dataset) -> Iterator[Fault]:
    """No form of a name belongs to two people, but where each says that it is `different_from` the other."""
    owners: dict[str, dict[Ref, Person]] = {}
    for ref, person in dataset.people.items():
        forms = [
            (("name",), person.name_),
            *((("names", n, "text"), x.text) for n, x in enumerate(person.names)),
        ]
        for path, form in forms:
            others = owners.setdefault(form, {}) if form else {}
            for owner, other in others.items():
                if owner != ref and not (owner in person.different_from and ref in other.different_from):
                    message = f"“{form}” is also a name of {owner}"
                    yield Fault(ref, path, message, _TWO_OR_ONE)
            others.setdefault(ref, person)


@rule
def name_twice(dataset: Dataset) -> Iterator[Fault]:
    """A record lists each form of a name once."""
    for ref, entity in dataset.entities.items():
        seen: set[str] = set()
        for number, name in enumerate(entity.names):
            if name.text in seen:
                yield Fault(ref, ("names", number, "text"), f"“{name.text}” is listed twice", "remove one")
            seen.add(name.text)


@rule_of_the_whole
def former_id_in_use(dataset: Dataset) -> Iterator[Fault]:
    """An id under which a record once stood belongs to no record now, and to no other record of old."""
    owners: dict[Ref, Ref] = {}
    for ref, record in dataset.records.items():
        for number, former in enumerate(record.formerly):
            old = Ref(ref.kind, former)
            if old in dataset.known:
                message = f"{old} is a record of this archive: its page cannot lead elsewhere"
                yield Fault(ref, ("formerly", number), message, "remove this, or rename that record")
            elif owners.setdefault(old, ref) != ref:
                message = f"{old} is a former id of {owners[old]} too"
                yield Fault(ref, ("formerly", number), message, "leave it to one of them")
