"""Names by which lists tell records apart: of sources such as “Berg 2031”, of people who share a name."""

from collections import Counter

from generator.lib.citing import split_name
from generator.lib.dates import parse, plain, year_text
from generator.lib.groups import grouped
from generator.lib.language import gettext as _
from generator.lib.text import wrapped
from generator.records.dataset import Dataset
from generator.records.model import Dating, Person, Source
from generator.records.refs import Ref

_LONGEST = 40


def short_names(dataset: Dataset) -> dict[Ref, str]:
    """The short name of every source: its own, else author or publisher with the year, or with the headline
    where there is none; numbered where alike.
    """
    names = {ref: source.short or _made(dataset, source) for ref, source in dataset.sources.items()}
    shared = {name for name, times in Counter(names.values()).items() if times > 1}
    seen: Counter[str] = Counter()
    for ref, name in names.items():
        if name in shared and not dataset.sources[ref].short:
            seen[name] += 1
            names[ref] = f"{name} ({seen[name]})"
    return names


def told_apart(dataset: Dataset) -> dict[Ref, str]:
    """The names of people who share theirs, numbered in the order in which their records were added."""
    people = dataset.people
    alike = grouped((person.name, ref) for ref, person in people.items())
    return {
        ref: f"{name} ({number})"
        for name, refs in alike.items()
        if len(refs) > 1
        for number, ref in enumerate(sorted(refs, key=lambda ref: (people[ref].added, ref)), 1)
    }


def _made(dataset: Dataset, source: Source) -> str:
    authors = [family_name(dataset, author) for author in source.authors]
    if len(authors) > 2:
        makers = _("%(name)s and others", name=authors[0])
    elif authors:
        makers = _(" and ").join(authors)
    elif source.publisher and source.publisher in dataset.entities:
        makers = dataset.entities[source.publisher].name
    else:
        makers = ""
    year, headline = _year(source.published), " ".join(wrapped(source.name, _LONGEST))
    if not makers:
        return f"{headline} {year}".rstrip()
    if year:
        return f"{makers} {year}"
    return _(", ").join([makers, _("“%(text)s”", text=headline) if source.title else headline])


def family_name(dataset: Dataset, ref: Ref) -> str:
    """The family name of a person, where it is known and nobody else's; of anybody else the whole name."""
    record = dataset.entities.get(ref)
    if record is None:
        return ref.id
    family = split_name(record.name, record.families if isinstance(record, Person) else []).family
    others = getattr(record, "different_from", ())
    alike = (dataset.people[other].printed_forms for other in others if other in dataset.people)
    return record.name if any(family in forms for forms in alike) else family


def _year(published: Dating | None) -> str:
    if published is None:
        return ""
    first, last = published.edtf.earliest, published.edtf.latest
    return plain(parse(year_text(first.year))) if first and last and first.year == last.year else ""
