"""Facets: what the search narrows its results by, and the names under which a page is to be found."""

from collections.abc import Iterator
from typing import Any

from generator.analysis.quotations import addressed
from generator.lib.dates import Edtf
from generator.lib.language import gettext as _
from generator.pages.site import Site
from generator.pages.words import label
from generator.records.model import Claim, Entity, Event, Media, Record, Source
from generator.records.refs import Ref

FACETS = ("standing", "speaker", "source", "year")
"""What results can be narrowed by beside their kind, in the order of the search page."""


def front_matter(site: Site, ref: Ref) -> dict[str, Any]:
    """The keys `facets` and `names` of a record's page; the theme prints them for the search to index."""
    found = [{"name": name, "value": value} for name, value in facets(site, ref)]
    return {"facets": found, "names": names(site.dataset.records[ref])}


def facets(site: Site, ref: Ref) -> list[tuple[str, str]]:
    """Each facet of a record with its value, sorted, none twice."""
    record = site.dataset.records[ref]
    pairs = {("source", site.name(source)) for source in _sources(site, ref, record)}
    pairs |= {("year", year) for date in _dates(site, record) for year in years(date)}
    if isinstance(record, Claim):
        if not record.is_about_words:
            pairs.add(("standing", label(site.standings[ref].word)))
        speakers = [a.voice for a in record.assertions]
        pairs |= {("speaker", site.name(speaker) if speaker else _("unnamed")) for speaker in speakers}
    return sorted(pairs)


def names(record: Record) -> list[str]:
    """What a person, organization or place is found by: every form of the name; of another record none."""
    if not isinstance(record, Entity):
        return []
    return list(dict.fromkeys([record.name, *(name.text for name in record.names), *record.search_as]))


def years(date: Edtf) -> list[str]:
    """The year of a date's first day and that of its last, where they are known."""
    return [f"{day.year:04}" for day in (date.earliest, date.latest) if day]


def _sources(site: Site, ref: Ref, record: Record) -> Iterator[Ref]:
    if isinstance(record, Source):
        yield ref
    for _address, _assertion, evidence in addressed(ref, record):
        if evidence.source in site.dataset.records:
            yield evidence.source


def _dates(site: Site, record: Record) -> Iterator[Edtf]:
    datings = [site.said(a) for a in record.assertions] if isinstance(record, Claim) else []
    datings += [record.when] if isinstance(record, Event | Media) else []
    datings += [record.published] if isinstance(record, Source) else []
    yield from (dating.edtf for dating in datings if dating)
