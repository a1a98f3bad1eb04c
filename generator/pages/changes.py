"""What is new: corrections, changed records and added records, day by day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.lib.dates import Edtf
from generator.lib.groups import grouped
from generator.pages.site import Site
from generator.records.kinds import KINDS
from generator.records.refs import Ref

_NAMED = 3


@dataclass(frozen=True)
class News:
    """One line of news.

    `sort` is `correction`, `changed` or `added`; `refs` are the records to name, and where they are too many
    `counts` holds their number by kind instead.
    """

    day: Edtf
    sort: str
    refs: tuple[Ref, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


def changes(site: Site, most: int) -> list[News]:
    """The newest lines of news, at most `most`; on one day corrections come first and additions last."""
    corrections = site.dataset.corrections.items()
    found = [News(correction.date, "correction", (ref,)) for ref, correction in corrections]
    found += [*_grouped(site, "changed"), *_grouped(site, "added")]
    found.sort(key=lambda change: change.day, reverse=True)
    return found[:most]


def _grouped(site: Site, sort: str) -> Iterator[News]:
    """Records by the day they were added or changed; what a correction of that day tells is left out."""
    records = ((ref, getattr(record, sort)) for ref, record in site.dataset.records.items())
    new = ((day, ref) for ref, day in records if day is not None and ref.kind != "correction")
    for day, refs in grouped((d, ref) for d, ref in new if d not in _corrected(site, ref, sort)).items():
        if len(refs) <= _NAMED:
            yield News(day, sort, tuple(refs))
        else:
            counts = Counter(ref.kind for ref in refs)
            yield News(day, sort, counts=tuple((kind, counts[kind]) for kind in KINDS if counts[kind]))


def _corrected(site: Site, ref: Ref, sort: str) -> set[Edtf]:
    if sort == "added":
        return set()
    return {site.dataset.corrections[c].date for c in site.corrections(ref)}
